"""Fitting a hall into the canvas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.desktop.viewport import Viewport
from hallwright.geometry.outline import Box

WIDE = Box(0, 0, 100_000, 40_000)


def test_a_hall_stands_in_the_middle() -> None:
    view = Viewport.fitting(WIDE, 1056, 800)
    assert view.to_pixel(0, 20_000) == pytest.approx((28, 400))
    assert view.to_pixel(100_000, 20_000) == pytest.approx((1028, 400))


def test_a_hall_gives_way_to_what_covers_the_foot_as_far_as_there_is_room() -> None:
    assert Viewport.fitting(WIDE, 1056, 800, foot=150) == Viewport.fitting(WIDE, 1056, 800)
    assert Viewport.fitting(WIDE, 1056, 800, foot=300).to_pixel(0, 40_000)[1] == pytest.approx(500)
    assert Viewport.fitting(WIDE, 1056, 800, foot=790).to_pixel(0, 0)[1] == pytest.approx(28)


@given(st.integers(200, 2000), st.integers(200, 1500), st.floats(0, 1500))
def test_whatever_covers_the_foot_the_hall_stays_in_the_window(width: int, height: int, foot: float) -> None:
    view = Viewport.fitting(WIDE, width, height, foot=foot)
    for corner in ((0, 0), (100_000, 40_000)):
        x, y = view.to_pixel(*corner)
        assert 0 <= x <= width
        assert 0 <= y <= height
