import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.outline import Outline, area, bounds, is_box, rectangle, turned
from hallwright.geometry.shapes import Anchor, Side, frame_of, l_shape, mirror, resized, turn, u_shape

WHOLE = st.integers(-50_000, 50_000)
SIZE = st.integers(300, 30_000)
BOXES = st.builds(rectangle, WHOLE, WHOLE, SIZE, SIZE)
RINGS = st.lists(st.tuples(WHOLE, WHOLE), min_size=3, max_size=7).map(tuple)
MANY = st.lists(BOXES | RINGS, min_size=1, max_size=4)
L_RING: Outline = ((0, 0), (6000, 0), (6000, 3000), (3000, 3000), (3000, 6000), (0, 6000))


@given(MANY)
def test_four_quarter_turns_change_nothing(outlines: list[Outline]) -> None:
    made = outlines
    for _ in range(4):
        made = turn(made, 90)
    assert made == outlines


@given(MANY, st.sampled_from([90, 180, 270, -90]))
def test_a_quarter_turn_keeps_lengths_and_is_taken_back(outlines: list[Outline], degrees: int) -> None:
    made = turn(outlines, degrees)
    for before, after in zip(outlines, made, strict=True):
        assert area(after) == area(before)
        assert [math.dist(before[k - 1], p) for k, p in enumerate(before)] == [
            math.dist(after[k - 1], p) for k, p in enumerate(after)
        ]
    assert turn(made, -degrees) == outlines


@given(BOXES, st.floats(-360, 360))
def test_a_turned_rectangle_is_known_again_with_its_size_and_angle(outline: Outline, degrees: float) -> None:
    (made,) = turn([outline], degrees)
    frame = frame_of(made)
    box = bounds(outline)
    assert frame.square
    rest = (degrees + 45) % 90 - 45
    off = (frame.slant - rest + 45) % 90 - 45
    assert abs(off) < math.degrees(3 / min(box.width, box.height))
    assert sorted((frame.width, frame.depth)) == pytest.approx(sorted((box.width, box.height)), abs=2)


def test_a_turn_is_clockwise_about_the_middle() -> None:
    assert turn([rectangle(0, 0, 6000, 2000)], 90)[0] == ((4000, -2000), (4000, 4000), (2000, 4000), (2000, -2000))


@given(MANY, st.booleans())
def test_mirrored_twice_is_as_before_and_once_keeps_the_box(outlines: list[Outline], left_right: bool) -> None:
    once = mirror(outlines, left_right=left_right)
    assert mirror(once, left_right=left_right) == outlines
    assert sorted(map(area, once)) == sorted(map(area, outlines))
    xs = [x for outline in outlines for x, _ in outline]
    made = [x for outline in once for x, _ in outline]
    assert (min(xs), max(xs)) == (min(made), max(made))


def test_a_mirrored_l_shape_has_its_notch_on_the_other_side() -> None:
    (made,) = mirror([L_RING], left_right=True)
    assert set(made) == {(6000, 0), (0, 0), (0, 3000), (3000, 3000), (3000, 6000), (6000, 6000)}


@given(BOXES, SIZE, SIZE, st.sampled_from(Anchor))
def test_a_resized_rectangle_has_the_typed_size_and_its_anchor_stays(
    outline: Outline, width: int, depth: int, anchor: Anchor
) -> None:
    made = resized(outline, width, depth, anchor)
    was, box = bounds(outline), bounds(made)
    assert is_box(made)
    assert (box.width, box.height) == (width, depth)
    across, down = anchor.share
    assert was.left + was.width * across == pytest.approx(box.left + width * across, abs=0.5)
    assert was.top + was.height * down == pytest.approx(box.top + depth * down, abs=0.5)


@given(BOXES, st.floats(-44, 44), SIZE, SIZE)
def test_a_rectangle_at_an_angle_is_resized_along_its_own_sides(
    outline: Outline, degrees: float, width: int, depth: int
) -> None:
    slanted = turn([outline], degrees)[0]
    made = frame_of(resized(slanted, width, depth, Anchor.CENTRE))
    assert made.square
    # A short side knows its angle only to a rounded millimetre, which a long one then multiplies.
    assert (made.width, made.depth) == pytest.approx((width, depth), abs=2)


def test_other_outlines_are_scaled_about_their_anchor() -> None:
    made = resized(L_RING, 3000, 12_000, Anchor.BOTTOM_RIGHT)
    assert made == ((3000, -6000), (6000, -6000), (6000, 0), (4500, 0), (4500, 6000), (3000, 6000))


@pytest.mark.parametrize("corner", [Anchor.TOP_LEFT, Anchor.TOP_RIGHT, Anchor.BOTTOM_LEFT, Anchor.BOTTOM_RIGHT])
def test_an_l_shape_lacks_its_notch_in_the_corner_that_was_meant(corner: Anchor) -> None:
    made = l_shape(rectangle(1000, 2000, 6000, 4000), 2000, 1000, corner)
    across, down = corner.share
    assert (1000 + round(6000 * across), 2000 + round(4000 * down)) not in made
    assert len(made) == 6
    assert area(made) == 6000 * 4000 - 2000 * 1000
    assert _signed(made) > 0


@pytest.mark.parametrize(
    ("side", "inner"),
    [
        (Side.TOP, {(3000, 3000), (5000, 3000)}),
        (Side.BOTTOM, {(3000, 5000), (5000, 5000)}),
        (Side.LEFT, {(2000, 3000), (2000, 5000)}),
        (Side.RIGHT, {(6000, 3000), (6000, 5000)}),
    ],
)
def test_a_u_shape_is_open_on_the_side_that_was_meant(side: Side, inner: set[tuple[int, int]]) -> None:

    made = u_shape(rectangle(1000, 2000, 6000, 4000), 2000, 1000, side)
    assert inner <= set(made)
    assert len(made) == 8
    assert area(made) == 6000 * 4000 - 2000 * 1000
    assert _signed(made) > 0


def test_a_u_shape_may_have_arms_of_two_widths_and_stand_at_an_angle() -> None:
    made = u_shape(rectangle(0, 0, 6000, 4000), 2000, 1000, Side.TOP, 500)
    assert (500, 0) in made
    assert (2500, 1000) in made
    slanted = turned(rectangle(0, 0, 6000, 4000), 30, (0, 0))
    assert area(u_shape(slanted, 2000, 1000, Side.TOP)) == pytest.approx(22_000_000, rel=1e-3)


@pytest.mark.parametrize(
    "make",
    [
        lambda: l_shape(L_RING, 100, 100, Anchor.TOP_LEFT),
        lambda: l_shape(rectangle(0, 0, 3000, 3000), 3000, 100, Anchor.TOP_LEFT),
        lambda: l_shape(rectangle(0, 0, 3000, 3000), 100, 100, Anchor.TOP),
        lambda: u_shape(rectangle(0, 0, 3000, 3000), 3000, 100, Side.TOP),
        lambda: u_shape(rectangle(0, 0, 3000, 3000), 1000, 3000, Side.TOP),
        lambda: u_shape(rectangle(0, 0, 3000, 3000), 1000, 100, Side.LEFT, 2000),
    ],
)
def test_a_notch_that_leaves_no_shape_is_refused(make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=r"notch|rectangle"):
        make()


def _signed(outline: Outline) -> int:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1], strict=True))
