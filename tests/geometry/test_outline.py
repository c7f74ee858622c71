"""Outlines: laws against an independent geometry library, and the cases that people draw."""

import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from hallwright.geometry.outline import (
    Box,
    Outline,
    area,
    bounds,
    bounds_of,
    centre,
    contains,
    fault,
    is_box,
    moved,
    nearest_edge,
    rectangle,
    tidy,
    turned,
)

SMALL = st.tuples(st.integers(0, 6), st.integers(0, 6))
LARGE = st.tuples(st.integers(-200_000, 200_000), st.integers(-200_000, 200_000))
rings = st.lists(SMALL, min_size=3, max_size=7).map(tuple) | st.lists(LARGE, min_size=3, max_size=7).map(tuple)
L_SHAPE: Outline = ((0, 0), (6000, 0), (6000, 2000), (2000, 2000), (2000, 6000), (0, 6000))


@given(rings)
def test_an_outline_has_no_fault_just_when_it_is_a_simple_ring(ring: Outline) -> None:
    # Of a tidy ring, the two libraries say the same: sound is what never touches itself. A corner given twice in a
    # row is no fault to shapely and is dropped by tidy() before it comes here.
    ring = tidy(ring)
    assume(len(ring) >= 3)
    assert (fault(ring) == "") == shapely.Polygon(ring).is_valid


@given(rings)
def test_an_outline_s_area_and_box_are_those_of_the_polygon(ring: Outline) -> None:
    box = bounds(ring)
    assert (box.left, box.top, box.right, box.bottom) == shapely.Polygon(ring).bounds
    if not fault(ring):
        assert area(ring) == shapely.Polygon(ring).area
        assert 0 < area(ring) <= box.width * box.height


@given(rings, st.tuples(st.integers(-10, 2010), st.integers(-10, 2010)))
def test_contains_agrees_with_the_polygon_off_its_edge(ring: Outline, at: tuple[int, int]) -> None:
    assume(not fault(ring))
    box = bounds(ring)
    x, y = box.left + at[0] * box.width / 2000, box.top + at[1] * box.height / 2000
    polygon, point = shapely.Polygon(ring), shapely.Point(x, y)
    assume(polygon.exterior.distance(point) > 1e-6)
    assert contains(ring, x, y) == polygon.contains(point)


@given(rings, LARGE)
def test_four_quarter_turns_lead_back(ring: Outline, about: tuple[int, int]) -> None:
    for degrees in (90, -90):
        now = ring
        for _ in range(4):
            now = turned(now, degrees, about)
            assert area(now) == area(ring)
        assert now == ring


@given(rings, LARGE)
def test_a_quarter_turn_is_clockwise_on_screen_and_exact(ring: Outline, about: tuple[int, int]) -> None:
    cx, cy = about
    assert turned(ring, 90, about) == tuple((cx - (y - cy), cy + (x - cx)) for x, y in ring)


@given(rings, LARGE)
def test_moving_there_and_back_changes_nothing(ring: Outline, by: tuple[int, int]) -> None:
    there = moved(ring, *by)
    assert moved(there, -by[0], -by[1]) == ring
    assert fault(there) == fault(ring)
    assert area(there) == area(ring)


@given(rings)
def test_a_fault_does_not_depend_on_where_the_ring_starts_or_which_way_it_runs(ring: Outline) -> None:
    assert (fault(ring[1:] + ring[:1]) == "") == (fault(ring) == "") == (fault(ring[::-1]) == "")


@given(rings)
def test_tidy_leaves_no_corner_twice_in_a_row_and_is_done_after_once(ring: Outline) -> None:
    once = tidy([*ring, ring[0], ring[0]])
    assert tidy(once) == once
    assert len(once) == 1 or all(a != b for a, b in zip(once, once[1:] + once[:1], strict=True))


def test_tidy_rounds_to_millimetres() -> None:
    assert tidy([(0.4, 0), (3000.4, -0.2), (3000, 2999.6), (0, 0)]) == ((0, 0), (3000, 0), (3000, 3000))


@pytest.mark.parametrize(
    ("outline", "says"),
    [
        ((), "fewer than three corners"),
        (((0, 0), (9, 9)), "fewer than three corners"),
        (((5, 5), (5, 5), (5, 5)), "no area"),
        (((0, 0), (5, 5), (9, 9), (2, 2)), "no area"),
        (((0, 0), (3, 3), (3, 0), (0, 3)), "crosses itself"),
        (((0, 0), (4, 4), (4, 0), (0, 3)), "crosses itself"),
        (((0, 0), (9, 0), (9, 9), (5, 0), (0, 9)), "crosses itself"),  # a corner on another side
        (((0, 0), (9, 0), (4, 0), (4, 9)), "crosses itself"),  # folds back
        (L_SHAPE, ""),
        (rectangle(0, 0, 1, 1), ""),
        (((0, 0), (5, 0), (9, 0), (9, 9), (0, 9)), ""),  # a corner in the middle of a side
    ],
)
def test_faults_are_named(outline: Outline, says: str) -> None:
    assert says in fault(outline)
    assert bool(says) == bool(fault(outline))


@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 9), st.integers(1, 9), st.integers(0, 3), st.booleans())
def test_a_rectangle_is_a_box_from_any_corner_in_either_direction(
    left: int, top: int, width: int, height: int, start: int, backwards: bool
) -> None:
    ring = rectangle(left, top, width, height)
    ring = ring[start:] + ring[:start]
    ring = ring[::-1] if backwards else ring
    assert is_box(ring)
    assert fault(ring) == ""
    assert bounds(ring) == Box(left, top, left + width, top + height)
    assert centre(ring) == (left + width / 2, top + height / 2)


@pytest.mark.parametrize(
    "ring",
    [
        L_SHAPE,
        rectangle(0, 0, 0, 5),
        rectangle(0, 0, 5, 0),
        ((0, 0), (3, 3), (3, 0), (0, 3)),
        ((0, 0), (4, 1), (3, 5), (-1, 4)),
    ],
)
def test_what_is_no_upright_rectangle_is_no_box(ring: Outline) -> None:
    assert not is_box(ring)


@given(rings)
def test_the_centre_of_a_sound_outline_lies_in_its_box(ring: Outline) -> None:
    assume(not fault(ring))
    x, y = centre(ring)
    box = bounds(ring)
    assert box.left <= x <= box.right
    assert box.top <= y <= box.bottom


def test_a_box_knows_its_size_and_its_neighbours() -> None:
    box = Box(0, 0, 3000, 2000)
    assert (box.width, box.height, box.centre) == (3000, 2000, (1500, 1000))
    assert box.touches(Box(3000, 0, 6000, 2000))
    assert not box.touches(Box(3001, 0, 6000, 2000))
    assert box.grown(1).touches(Box(3001, 0, 6000, 2000))
    assert bounds_of([rectangle(0, 0, 1, 1), (), rectangle(5, -3, 1, 1)]) == Box(0, -3, 6, 1)
    assert bounds_of([]) is None


def test_the_nearest_edge_is_found_within_reach() -> None:
    far, near = rectangle(0, 0, 1000, 1000), ((2000, 0), (2000, 0), (3000, 1000), (2000, 2000))
    assert nearest_edge([far, near], 500, 30, 50) == ((0, 0), (1000, 0))
    assert nearest_edge([far, near], 2510, 500, 50) == ((2000, 0), (3000, 1000))
    assert nearest_edge([far, near], 500, 500, 50) is None
    assert nearest_edge([], 0, 0, 50) is None
