"""Units at the edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.units import Unit, area_text, length_text, metres, shift_text, size_text, square_metres, to_mm


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


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (3048, "10′"),
        (3200, "10′ 6″"),
        (0, "0′"),
        (-152, "-0′ 6″"),
        (1, "0′"),
        (3047, "10′"),
        (609, "2′"),
        (100, "0′ 3.9″"),
    ],
)
def test_feet_are_told_with_inches_to_a_tenth(length: int, text: str) -> None:
    assert length_text(length, Unit.FT) == text


@given(st.integers(-(10**7), 10**7))
def test_feet_and_inches_are_within_a_twentieth_of_an_inch(length: int) -> None:
    sign = -1 if length_text(length, Unit.FT).startswith("-") else 1
    feet, _, inches = length_text(length, Unit.FT).lstrip("-").partition("′")
    total = int(feet) * 304.8 + float(inches.strip(" ″") or 0) * 25.4
    assert abs(sign * total - length) <= 1.27 + 1e-6


def test_sizes_areas_and_shifts_name_their_unit_once_or_as_feet_do() -> None:
    assert size_text(3000, 4500, Unit.M) == "3 × 4.5 m"
    assert size_text(3048, 6096, Unit.FT) == "10′ × 20′"
    assert area_text(13_500_000, Unit.M) == "13.5 m²"
    assert area_text(3048 * 3048, Unit.FT) == "100 sq ft"
    assert shift_text(3000, -500, Unit.M) == "Δx 3 m   Δy -0.5 m"
