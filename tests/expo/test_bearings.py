"""Bearings: what people type and read, and that a turn can be taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.expo.bearings import FULL, bearing_from_text, bearing_text, turned


@pytest.mark.parametrize(
    ("text", "north"),
    [
        ("", None),
        ("  ", None),
        ("0", 0),
        ("30°", 300),
        ("30.5", 305),
        ("-15", 3450),
        ("360", 0),
        ("ne", 450),
        ("NW", 3150),
        ("东北", 450),
        ("90 度", 900),
    ],
)
def test_degrees_and_winds_are_bearings(text: str, north: int | None) -> None:
    assert bearing_from_text(text) == north


@pytest.mark.parametrize("text", ["up", "N 30", "nan", "inf", "9999", "°"])
def test_what_is_no_direction_is_told_with_its_mend(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no direction\. Write degrees such as 30"):
        bearing_from_text(text)


@given(st.integers(0, FULL - 1))
def test_what_is_shown_can_be_typed_again(north: int) -> None:
    assert bearing_from_text(bearing_text(north)) == north


def test_up_at_ninety_degrees_is_east() -> None:
    assert turned(900, 0, 1) == pytest.approx((1, 0))
    assert turned(900, 1, 0) == pytest.approx((0, -1))


@given(st.integers(0, FULL - 1), st.floats(-1e3, 1e3), st.floats(-1e3, 1e3))
def test_a_turn_is_taken_back(bearing: int, x: float, y: float) -> None:
    assert turned(-bearing, *turned(bearing, x, y)) == pytest.approx((x, y), abs=1e-6)
