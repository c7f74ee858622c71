"""Units at the edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.units import Unit, metres, square_metres, to_mm


@pytest.mark.parametrize(
    ("value", "unit", "mm"),
    [(3, Unit.M, 3000), (10, Unit.FT, 3048), (0.0005, Unit.M, 1), (-0.0005, Unit.M, -1), (2.4, Unit.MM, 2)],
)
def test_lengths_become_whole_millimetres(value: float, unit: Unit, mm: int) -> None:
    assert to_mm(value, unit) == mm


@given(st.floats(-1e6, 1e6), st.sampled_from(Unit))
def test_a_mirrored_plan_stays_mirrored(value: float, unit: Unit) -> None:
    assert to_mm(-value, unit) == -to_mm(value, unit)


@given(st.integers(-(10**9), 10**9))
def test_metres_read_back_are_the_same_millimetres(length: int) -> None:
    assert to_mm(float(metres(length))) == length


@pytest.mark.parametrize(("length", "text"), [(3000, "3"), (3050, "3.05"), (0, "0"), (100_000, "100"), (-1, "-0.001")])
def test_metres_have_no_needless_digits(length: int, text: str) -> None:
    assert metres(length) == text


def test_square_metres_are_rounded_to_the_hundredth() -> None:
    assert square_metres(9_004_999) == 9.0
    assert square_metres(9_005_001) == 9.01
