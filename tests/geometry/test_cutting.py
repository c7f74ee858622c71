import math

import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from hallwright.geometry.cutting import NotJoined, cut, equal_offsets, joined, straightened, strips
from hallwright.geometry.outline import Outline, area, bounds, contains, fault, rectangle
from hallwright.geometry.shapes import Anchor, Side, frame_of, l_shape, turn, u_shape

SIZE = st.integers(600, 20_000)


@st.composite
def sound(draw: st.DrawFn) -> Outline:
    """Rectangles, L- and U-shapes, upright or turned, without corners in a straight side."""
    width, depth = draw(SIZE), draw(SIZE)
    outline = rectangle(draw(st.integers(-9000, 9000)), draw(st.integers(-9000, 9000)), width, depth)
    kind = draw(st.integers(0, 2))
    if kind == 1:
        outline = l_shape(outline, width // 2, depth // 3, draw(st.sampled_from([Anchor.TOP_LEFT, Anchor.TOP_RIGHT])))
    elif kind == 2:
        outline = u_shape(outline, (max(600, width)) // 3, depth // 3, Side.TOP)
    return turn([outline], draw(st.sampled_from([0.0, 90.0, 17.0, 45.0, -30.5])))[0]


POINT = st.tuples(st.integers(-15_000, 30_000), st.integers(-15_000, 30_000))


def perimeter(outline: Outline) -> float:
    return sum(math.dist(outline[k - 1], corner) for k, corner in enumerate(outline))


@given(sound(), POINT, POINT)
def test_parts_add_up_to_the_whole(outline: Outline, start: tuple[int, int], end: tuple[int, int]) -> None:
    parts = cut(outline, start, end)
    # A corner made by the cut is rounded to mm; on a slanted side it may lie beside it by that much.
    assert abs(sum(map(area, parts)) - area(outline)) <= perimeter(outline)
    assert sum(abs(area(part)) for part in parts) > 0


@given(sound(), st.data())
def test_the_parts_of_a_cut_join_to_the_outline(outline: Outline, data: st.DataObject) -> None:
    box = bounds(outline)
    share = data.draw(st.floats(0.2, 0.8))
    if data.draw(st.booleans()):
        x = box.left + round(box.width * share)
        parts = cut(outline, (x, box.top - 10), (x, box.bottom + 10))
    else:
        y = box.top + round(box.height * share)
        parts = cut(outline, (box.left - 10, y), (box.right + 10, y))
    assume(len(parts) > 1)
    assume(all(not fault(part) and _thick(part) for part in parts))
    whole = joined(parts)
    assert set(whole) == set(outline)
    assert area(whole) == area(outline)


def _thick(part: Outline) -> bool:
    import shapely

    return not shapely.Polygon(part).buffer(-60).is_empty


@given(st.integers(0, 1000), st.integers(0, 1000), SIZE, SIZE, st.floats(-44, 44), st.integers(2, 9), st.booleans())
def test_a_rectangle_falls_into_equal_strips(
    left: int, top: int, width: int, depth: int, slant: float, count: int, across: bool
) -> None:
    (outline,) = turn([rectangle(left, top, width, depth)], slant)
    parts = strips(outline, equal_offsets(outline, count, across_width=across), across_width=across)
    assert len(parts) == count
    frame = frame_of(outline)
    whole = frame.width if across else frame.depth
    for part in parts:
        assert not fault(part)
        own = frame_of(part)
        # A part so short that its rounded corners make it no rectangle any more has no axes of its own.
        assert not own.square or any(abs(extent - whole / count) <= 3 for extent in (own.width, own.depth))
    assert abs(sum(map(area, parts)) - area(outline)) <= perimeter(outline)


@given(st.integers(3000, 60_000), st.integers(1000, 9000), st.floats(0, 44), st.integers(2, 150))
def test_however_many_strips_are_cut_their_corners_stay_on_the_sides(
    width: int, depth: int, degrees: float, count: int
) -> None:
    (outline,) = turn([rectangle(0, 0, width, depth)], degrees)
    frame = frame_of(outline)
    parts = strips(outline, [round(frame.width * k / count) for k in range(1, count)], across_width=True)
    sides = shapely.LinearRing(outline)
    assert max(sides.distance(shapely.Point(corner)) for part in parts for corner in part) < 1
    assert abs(sum(map(area, parts)) - area(outline)) < 2 * (width + depth)


def test_an_l_shape_falls_into_parts_of_equal_area() -> None:
    outline = l_shape(rectangle(0, 0, 9000, 6000), 3000, 3000, Anchor.TOP_RIGHT)
    parts = strips(outline, equal_offsets(outline, 3, across_width=True), across_width=True)
    assert [round(area(part) / 1e6) for part in parts] == [15, 15, 15]


def test_a_line_across_one_arm_leaves_the_other_whole() -> None:
    outline = u_shape(rectangle(0, 0, 9000, 6000), 3000, 4000, Side.TOP)
    assert len(cut(outline, (-100, 2000), (3100, 2000))) == 2
    assert len(cut(outline, (-100, 2000), (9100, 2000))) == 3
    assert cut(outline, (3100, 2000), (5900, 2000)) == [outline]


def test_a_line_through_corners_cuts_there() -> None:
    parts = cut(rectangle(0, 0, 3000, 3000), (0, 0), (3000, 3000))
    assert [len(part) for part in parts] == [3, 3]
    assert [area(part) for part in parts] == [4_500_000, 4_500_000]


def test_a_line_beside_or_along_a_side_cuts_nothing() -> None:
    outline = rectangle(0, 0, 3000, 3000)
    assert cut(outline, (0, 0), (3000, 0)) == [outline]
    assert cut(outline, (0, 4000), (3000, 4000)) == [outline]
    assert cut(outline, (1000, 1000), (1000, 1000)) == [outline]


def test_neighbours_join_and_lose_the_corners_in_their_common_side() -> None:
    assert set(joined([rectangle(0, 0, 3000, 3000), rectangle(3000, 0, 3000, 3000)])) == set(
        rectangle(0, 0, 6000, 3000)
    )
    step = joined([rectangle(0, 0, 3000, 3000), rectangle(3000, 0, 3000, 4000)])
    assert len(step) == 6


def test_neighbours_at_an_angle_join_over_the_gap_of_their_rounding() -> None:
    whole = rectangle(0, 0, 12_000, 3000)
    pieces = [rectangle(3000 * k, 0, 3000, 3000) for k in range(4)]
    turned = turn(pieces, 23.7)
    made = joined(turned)
    assert len(made) == 4
    (expected,) = turn([whole], 23.7)
    assert area(made) == pytest.approx(area(expected), rel=2e-3)


def test_what_only_touches_at_a_corner_or_stands_apart_does_not_join() -> None:
    with pytest.raises(NotJoined) as corner:
        joined([rectangle(0, 0, 3000, 3000), rectangle(3000, 3000, 3000, 3000)])
    assert corner.value.apart == (1,)
    with pytest.raises(NotJoined) as apart:
        joined([rectangle(0, 0, 3000, 3000), rectangle(3000, 0, 3000, 3000), rectangle(9000, 0, 3000, 3000)])
    assert apart.value.apart == (2,)
    with pytest.raises(NotJoined) as first:
        joined([rectangle(9000, 0, 3000, 3000), rectangle(0, 0, 3000, 3000), rectangle(3000, 0, 3000, 3000)])
    assert first.value.apart == (0,)


def test_a_ring_around_other_floor_does_not_join() -> None:
    ring = [
        rectangle(0, 0, 9000, 3000),
        rectangle(0, 6000, 9000, 3000),
        rectangle(0, 3000, 3000, 3000),
        rectangle(6000, 3000, 3000, 3000),
    ]
    with pytest.raises(NotJoined, match="enclose floor"):
        joined(ring)


def test_true_corners_stay() -> None:
    outline: Outline = ((0, 0), (1500, 1), (3000, 0), (3000, 1500), (3000, 3000), (1500, 2900), (0, 3000))
    made = straightened(outline)
    assert set(made) == {(0, 0), (3000, 0), (3000, 3000), (1500, 2900), (0, 3000)}
    assert contains(made, 100, 100)
