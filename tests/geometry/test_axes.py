"""Axes of rows: into them and back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.axes import Axes
from hallwright.geometry.outline import area, fault, is_box

WAYS = st.sampled_from([0, 90, 180, 270])
SPOTS = st.integers(-400_000, 400_000)
BOXES = st.lists(st.tuples(SPOTS, SPOTS, st.integers(300, 9000), st.integers(300, 9000)), min_size=1, max_size=8).map(
    lambda some: np.array([(x, y, x + w, y + h) for x, y, w, h in some], dtype=np.int64)
)


@given(WAYS, st.sampled_from([-180.0, -90.0, 0.0, 90.0, 270.0, 360.0]), BOXES)
def test_quarter_turns_are_exact_and_keep_boxes_upright(way: int, slant: float, boxes: np.ndarray) -> None:
    axes = Axes.of(way, slant)
    assert axes.upright
    corners = boxes[:, :2].astype(float)
    assert (axes.back(axes.into(corners)) == corners).all()
    for ring, box in zip(axes.rings(boxes).tolist(), boxes.tolist(), strict=True):
        outline = tuple(map(tuple, ring))
        assert is_box(outline)
        assert outline[0] == (min(x for x, _ in outline), min(y for _, y in outline))
        assert area(outline) == (box[2] - box[0]) * (box[3] - box[1])


@given(WAYS, st.floats(-360, 360), BOXES)
def test_at_any_angle_boxes_stay_as_large_as_they_are_and_run_clockwise(
    way: int, slant: float, boxes: np.ndarray
) -> None:
    axes = Axes.of(way, slant)
    points = boxes[:, :2].astype(float)
    assert np.abs(axes.back(axes.into(points)) - points).max() < 1e-6
    for ring, box in zip(axes.rings(boxes).tolist(), boxes.tolist(), strict=True):
        outline = tuple(map(tuple, ring))
        assert not fault(outline)
        wide, deep = box[2] - box[0], box[3] - box[1]
        assert area(outline) == pytest.approx(wide * deep, abs=2 * (wide + deep))
        twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1], strict=True))
        assert twice > 0


def test_neighbours_share_their_corners_at_any_angle() -> None:
    one, two = Axes.of(90, 21.37).rings(np.array([[0, 0, 3000, 2500], [3000, 0, 6000, 2500]])).tolist()
    assert len({*map(tuple, one)} & {*map(tuple, two)}) == 2


def test_rows_run_the_way_they_are_asked_to() -> None:
    assert [round(Axes.of(way, 0).angle) % 360 for way in (0, 90, 180, 270)] == [0, 90, 180, 270]
    assert Axes.of(0, 30).angle == pytest.approx(30)
    assert Axes.of(90, 30).angle == pytest.approx(120)
