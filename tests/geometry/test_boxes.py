"""Boxes by id, and what is near a place."""

from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.boxes import Boxes, boxed, upright
from hallwright.geometry.outline import Outline, bounds, is_box, rectangle

spots = st.builds(rectangle, st.integers(0, 40), st.integers(0, 40), st.integers(1, 9), st.integers(1, 9))
plans = st.dictionaries(st.sampled_from("abcdefgh"), spots)


def around(plan: dict[str, Outline], outlines: list[Outline], by: int) -> set[str]:
    return {key for key, one in plan.items() if any(bounds(one).touches(bounds(asked).grown(by)) for asked in outlines)}


@given(plans, st.lists(spots, max_size=3), st.integers(0, 9))
def test_near_is_what_a_plain_search_finds(plan: dict[str, Outline], asked: list[Outline], by: int) -> None:
    assert set(Boxes.of(plan).near(asked, by)) == around(plan, asked, by)


@given(plans, st.sets(st.sampled_from("abcdefgh")), plans, spots)
def test_replaced_is_as_built_anew(
    plan: dict[str, Outline], gone: set[str], new: dict[str, Outline], at: Outline
) -> None:
    first = Boxes.of(plan)
    after = {key: one for key, one in plan.items() if key not in gone} | new
    changed = first.replaced(gone - new.keys(), new)
    assert set(changed.near([at], 5)) == around(after, [at], 5)
    assert set(first.near([at], 5)) == around(plan, [at], 5)


def test_an_outline_without_corners_lies_nowhere() -> None:
    boxes = Boxes.of({"a": (), "b": rectangle(0, 0, 5, 5)})
    assert boxes.near([rectangle(0, 0, 1, 1)], 10**9) == ["b"]
    assert boxes.near([], 5) == []


corners = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=3, max_size=5).map(tuple)


@given(st.lists(corners | spots | spots.map(lambda ring: ring[1:] + ring[:1]) | spots.map(lambda ring: ring[::-1])))
def test_many_are_told_as_one_by_one(outlines: list[Outline]) -> None:
    assert upright(outlines).tolist() == [is_box(outline) for outline in outlines]
    assert boxed(outlines).tolist() == [list(bounds(outline)) for outline in outlines]
