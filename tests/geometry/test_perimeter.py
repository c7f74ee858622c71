"""Rows along the walls of a room."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from hallwright.geometry.filling import Grid
from hallwright.geometry.obstacles import Obstacles
from hallwright.geometry.outline import Outline, rectangle
from hallwright.geometry.perimeter import Ground, line_walls

GRID = Grid(3000, 3000, 3000)
NONE = Obstacles()
SQUARE = rectangle(0, 0, 30_000, 20_000)
L_SHAPE: Outline = ((0, 0), (38_000, 0), (38_000, 15_000), (20_000, 15_000), (20_000, 30_000), (0, 30_000))


def lined(room: Outline, grid: Grid = GRID, breaks: Obstacles = NONE, things: Obstacles = NONE) -> np.ndarray:
    floor = shapely.Polygon(room)
    return line_walls(Ground(floor, floor, breaks, things, NONE), grid)


def boxes(rings: np.ndarray) -> list[tuple[int, ...]]:
    return [(*ring.min(axis=0).tolist(), *ring.max(axis=0).tolist()) for ring in rings]


def test_the_longest_walls_are_lined_from_corner_to_corner_and_the_others_behind_the_aisle() -> None:
    found = boxes(lined(SQUARE))
    assert [box for box in found if box[1] == 0] == [(x, 0, x + 3000, 3000) for x in range(0, 30_000, 3000)]
    assert [box for box in found if box[2] == 30_000 and 0 < box[1] < 17_000] == [
        (27_000, y, 30_000, y + 3000) for y in (6000, 9000)
    ]
    # Clockwise from the top left: along the top, down the right, back along the bottom, up the left.
    assert found[0][:2] == (0, 0)
    assert [box[0] for box in found if box[3] == 20_000] == list(range(27_000, -1, -3000))
    assert found[-1][:2] == (0, 8000)
    assert len(found) == 24


def test_at_a_corner_that_juts_in_both_rows_reach_it() -> None:
    found = boxes(lined(L_SHAPE))
    assert (20_000, 12_000, 23_000, 15_000) in found
    assert (17_000, 15_000, 20_000, 18_000) in found


def test_a_door_ends_the_row_and_a_column_is_passed_over_or_left_out() -> None:
    door = Obstacles([rectangle(10_000, -200, 2000, 400)], 1000)
    top = [box for box in boxes(lined(SQUARE, breaks=door)) if box[1] == 0]
    assert [box[0] for box in top] == [0, 3000, 6000, 13_000, 16_000, 19_000, 22_000, 25_000]
    column = Obstacles([rectangle(10_000, 1000, 500, 500)])
    left_out = [box[0] for box in boxes(lined(SQUARE, things=column)) if box[1] == 0]
    assert left_out == [0, 3000, 6000, *range(12_000, 30_000, 3000)]
    shifted = [box[0] for box in boxes(lined(SQUARE, Grid(3000, 3000, 3000, shift=True), things=column)) if box[1] == 0]
    assert shifted == [0, 3000, 6000, *range(10_500, 27_000, 3000)]


def test_what_is_left_over_is_shared_out_and_cross_aisles_break_the_row() -> None:
    room = rectangle(0, 0, 31_000, 20_000)
    middle = [box[0] for box in boxes(lined(room, Grid(3000, 3000, 3000, centred=True))) if box[1] == 0]
    assert middle == [500 + 3000 * k for k in range(10)]
    broken = [box[0] for box in boxes(lined(room, Grid(3000, 3000, 3000, along=4, cross=2000))) if box[1] == 0]
    assert broken == [0, 3000, 6000, 9000, 14_000, 17_000, 20_000, 23_000, 28_000]


def test_a_room_too_narrow_for_two_rows_and_an_aisle_gets_one() -> None:
    found = boxes(lined(rectangle(0, 0, 30_000, 8000)))
    assert {box[1] for box in found} == {0}


CORNERS = st.lists(st.floats(0, 1), min_size=3, max_size=8, unique=True)


@st.composite
def rooms(draw: st.DrawFn) -> Outline:
    """Draw star-shaped rooms with corners of all angles."""
    around = sorted(draw(CORNERS))
    found = []
    for k, share in enumerate(around):
        far = draw(st.integers(9000, 40_000), label=f"far {k}")
        x, y = far * np.cos(2 * np.pi * share), far * np.sin(2 * np.pi * share)
        found.append((50_000 + round(float(x)), 50_000 + round(float(y))))
    return tuple(found)


@settings(max_examples=150, deadline=None)
@given(
    rooms(), st.sampled_from([2000, 3000, 3048]), st.sampled_from([1500, 3000]),
    st.lists(st.tuples(st.integers(10_000, 90_000), st.integers(10_000, 90_000)), max_size=4), st.booleans(),
)  # fmt: skip
def test_no_two_booths_share_floor_and_each_has_its_aisle(
    room: Outline, width: int, aisle: int, doors: list[tuple[int, int]], shift: bool
) -> None:
    floor = shapely.Polygon(room)
    if not floor.is_valid or floor.area < 1e6:
        return
    breaks = Obstacles([rectangle(x, y, 2000, 300) for x, y in doors], 1000)
    grid = Grid(width, 2500, aisle, shift=shift)
    rings = lined(room, grid, breaks)
    if not len(rings):
        return
    shapes = shapely.polygons(rings.astype(float))
    assert shapely.area(shapes) == pytest.approx(width * 2500, abs=6000)
    # Within what the rounding of corners to millimetres takes along a side.
    assert shapely.area(shapely.difference(shapes, floor)).max() < 10_000
    tree = shapely.STRtree(shapes)
    one, two = tree.query(shapes, predicate="intersects")
    apart = one < two
    assert shapely.area(shapely.intersection(shapes[one[apart]], shapes[two[apart]])).max(initial=0.0) < 10_000
    for outline in breaks.polygons():
        assert shapely.area(shapely.intersection(shapes, outline)).max() < 10_000
    # The floor before each, as deep as an aisle, is floor and free: no booth is shut in.
    for ring in rings:
        assert any(
            strip.difference(floor).area < 20_000 and shapely.area(shapely.intersection(strip, shapes)).sum() < 30_000
            for strip in ahead(ring, width, aisle)
        )


def ahead(ring: np.ndarray, width: int, aisle: int) -> list[shapely.Polygon]:
    """Return the floor before the two sides that are as long as a booth is wide."""
    found = []
    for k in range(4):
        start, end = ring[k].astype(float), ring[(k + 1) % 4].astype(float)
        along = end - start
        if abs(float(np.hypot(*along)) - width) < 5:
            out = np.array([along[1], -along[0]]) / width * aisle
            found.append(shapely.Polygon([start, end, end + out, start + out]))
    assert len(found) == 2
    return found
