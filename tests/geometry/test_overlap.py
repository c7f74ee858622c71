"""Overlaps and overhangs against plain arithmetic."""

from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.outline import Outline, area, bounds, contains, rectangle
from hallwright.geometry.overlap import changed_floor, outside, overlaps

boxes = st.builds(rectangle, st.integers(0, 20), st.integers(0, 20), st.integers(1, 9), st.integers(1, 9))
plans = st.lists(boxes, max_size=8).map(lambda some: {f"b{k}": box for k, box in enumerate(some)})


def _shared(one: Outline, two: Outline) -> int:
    width = min(one[2][0], two[2][0]) - max(one[0][0], two[0][0])
    height = min(one[2][1], two[2][1]) - max(one[0][1], two[0][1])
    return max(width, 0) * max(height, 0)


@given(plans, st.integers(0, 9))
def test_overlaps_are_all_pairs_that_share_more_than_the_limit(plan: dict[str, Outline], limit: int) -> None:
    ids = list(plan)
    wanted = {
        (a, b): _shared(plan[a], plan[b])
        for k, a in enumerate(ids)
        for b in ids[k + 1 :]
        if _shared(plan[a], plan[b]) > limit
    }
    found = overlaps(plan, limit)
    assert {(a, b): round(size, 6) for a, b, size, _ in found} == wanted
    assert len(found) == len(wanted)
    for a, b, _, (x, y) in found:
        assert contains(plan[a], x, y)
        assert contains(plan[b], x, y)


@given(plans, st.sets(st.sampled_from([f"b{k}" for k in range(8)])))
def test_asking_about_some_gives_their_share_of_the_whole(plan: dict[str, Outline], some: set[str]) -> None:
    whole = overlaps(plan, 0)
    assert overlaps(plan, 0, frozenset(some)) == [pair for pair in whole if some & {pair[0], pair[1]}]


@given(plans)
def test_outside_is_what_reaches_beyond_the_boundary(plan: dict[str, Outline]) -> None:
    room = rectangle(0, 0, 15, 15)
    wanted = {key: (box[2][0] - box[0][0]) * (box[2][1] - box[0][1]) - _shared(box, room) for key, box in plan.items()}
    found = {key: round(size, 6) for key, size in outside(plan, room)}
    assert found == {key: size for key, size in wanted.items() if size > 0}


@given(boxes, boxes)
def test_the_floor_that_two_boxes_do_not_share_is_cut_into_boxes_that_cover_just_that(
    one: Outline, two: Outline
) -> None:
    found = changed_floor(one, two)
    assert sum(map(area, found)) == area(one) + area(two) - 2 * _shared(one, two)
    for k, box in enumerate(found):
        assert not any(_shared(box, other) for other in found[:k])
        assert _shared(box, one) + _shared(box, two) == area(box)


def test_a_hall_with_one_wall_moved_gives_a_strip() -> None:
    wide = rectangle(0, 0, 9000, 4000)
    assert changed_floor(rectangle(0, 0, 8000, 4000), wide) == [rectangle(8000, 0, 1000, 4000)]
    assert changed_floor(wide, wide) == []


def test_of_a_slanted_change_the_boxes_cover_all() -> None:
    bent = ((0, 0), (8000, 0), (9000, 2000), (8000, 4000), (0, 4000))
    found = changed_floor(rectangle(0, 0, 8000, 4000), bent)
    assert [bounds(box) for box in found] == [(8000, 0, 9000, 4000)]


def test_an_outline_with_a_fault_has_changed_as_a_whole() -> None:
    crossed = ((0, 0), (3000, 3000), (3000, 0), (0, 3000))
    assert changed_floor(crossed, rectangle(0, 0, 9, 9)) == [crossed, rectangle(0, 0, 9, 9)]
