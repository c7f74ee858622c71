"""Rows are found from geometry, whatever the order in which booths were drawn."""

from hypothesis import given
from hypothesis import strategies as st

from hallwright.editing.rowfinding import Corner, First, facing, lanes
from hallwright.geometry.outline import Outline, rectangle, turned


def keys(outlines: dict[str, Outline], corner: Corner = Corner.TOP_LEFT, first: First = First.ACROSS) -> list[str]:
    return ["".join(place.key for place in lane.places) for lane in lanes(outlines, corner, first)]


def grid(*tops: int) -> dict[str, Outline]:
    names = iter("abcdefghijkl")
    return {next(names): rectangle(3000 * k, top, 3000, 3000) for top in tops for k in range(3)}


@given(st.permutations(list(grid(0, 3000, 9000).items())))
def test_the_order_of_drawing_does_not_matter(items: list[tuple[str, Outline]]) -> None:
    assert keys(dict(items)) == ["abc", "def", "ghi"]


@given(st.sampled_from(Corner), st.sampled_from(First), st.floats(-44, 44))
def test_a_turned_hall_has_the_rows_of_an_upright_one(corner: Corner, first: First, slant: float) -> None:
    upright = grid(0, 6000, 9000)
    slanted = {key: turned(outline, slant, (9000, 9000)) for key, outline in upright.items()}
    assert keys(slanted, corner, first) == keys(upright, corner, first)


def test_rows_face_each_other_across_aisles_only() -> None:
    def sizes(*tops: int) -> list[int]:
        return [len(pair) for pair in facing(lanes(grid(*tops), Corner.TOP_LEFT, First.ACROSS))]

    assert sizes(0, 6000, 9000, 15_000) == [2, 2]
    assert sizes(0, 3000, 9000, 12_000) == [1, 2, 1]
    assert sizes(0, 6000, 12_000) == [2, 1]
    assert sizes(0, 4000) == [1, 1]


def test_an_aisle_is_seen_within_a_row_either_way() -> None:
    row = {"a": rectangle(0, 0, 3000, 3000), "b": rectangle(3100, 0, 3000, 3000), "c": rectangle(9000, 0, 3000, 3000)}
    (lane,) = lanes(row, Corner.TOP_LEFT, First.ACROSS)
    assert list(lane.steps()) == [("a", False), ("b", False), ("c", True)]
    assert list(lane.reversed().steps()) == [("c", False), ("b", True), ("a", False)]


def test_nothing_gives_no_rows() -> None:
    assert lanes({}, Corner.BOTTOM_RIGHT, First.DOWN) == []
