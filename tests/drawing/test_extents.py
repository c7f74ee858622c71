import numpy as np
import pytest

from hallwright.drawing.extents import NOTHING, extent_of, touches
from hallwright.drawing.fonts import width
from hallwright.drawing.primitives import Anchor, Bitmap, Group, Lines, Shapes, Text


def test_shapes_lines_and_bitmaps_reach_as_far_as_their_corners() -> None:
    shapes = Shapes.of("zone", {"a": ((0, 0), (300, 0), (300, 100), (0, 100)), "b": ((500, -50), (600, 0), (550, 90))})
    assert extent_of(shapes) == (0, -50, 600, 100)
    assert extent_of(Lines.of("rule", (5, 9, -3, 2))) == (-3, 2, 5, 9)
    assert extent_of(Bitmap("qr", (1, 2, 3, 4), np.ones((2, 2), dtype=bool))) == (1, 2, 3, 4)
    assert extent_of(Shapes.of("zone", {})) == NOTHING


@pytest.mark.parametrize(("anchor", "before"), [(Anchor.START, 0.0), (Anchor.MIDDLE, 0.5), (Anchor.END, 1.0)])
def test_a_text_reaches_to_both_sides_of_its_anchor(anchor: Anchor, before: float) -> None:
    long = width("展位 A01", 10)
    left, top, right, bottom = extent_of(Text("text", "展位 A01", 100, 50, 10, anchor))
    assert (left, right) == pytest.approx((100 - before * long, 100 - before * long + long))
    assert top < 50 < bottom


def test_a_turned_text_is_inside_its_box() -> None:
    box = extent_of(Text("text", "Fire exit", 0, 0, 10, Anchor.START, angle=90))
    assert box[3] >= width("Fire exit", 10)


def test_a_group_scales_moves_and_clips() -> None:
    inner = Shapes.box("paper", 0, 0, 100, 50)
    assert extent_of(Group((inner,), scale=2, dx=10, dy=20)) == (10, 20, 210, 120)
    assert extent_of(Group((inner,), scale=2, clip=(10, 10, 20, 20))) == (20, 20, 40, 40)
    assert extent_of(Group(())) == NOTHING


def test_boxes_touch_at_their_edges_and_nothing_touches_none() -> None:
    assert touches((0, 0, 10, 10), (10, 10, 20, 20))
    assert not touches((0, 0, 10, 10), (10.1, 0, 20, 20))
    assert not touches(NOTHING, (-1e9, -1e9, 1e9, 1e9))
