"""Lengths for reading, in both units and with the marks of a locale."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.exchange.measures import length as measured
from hallwright.expo.lengths import area_text, length_text, shift_text, size_text
from hallwright.geometry.units import Unit
from hallwright.support.numbers import as_typed, write_with


@pytest.fixture
def german() -> Iterator[None]:
    write_with(",", ".")
    yield
    write_with(".", ",")


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
    total = int(feet.replace(",", "")) * 304.8 + float(inches.strip(" ″") or 0) * 25.4
    assert abs(sign * total - length) <= 1.27 + 1e-6


def test_sizes_areas_and_shifts_name_their_unit_once_or_as_feet_do() -> None:
    assert size_text(3000, 4500, Unit.M) == "3 × 4.5 m"
    assert size_text(3048, 6096, Unit.FT) == "10′ × 20′"
    assert area_text(13_500_000, Unit.M) == "13.5 m²"
    assert area_text(3048 * 3048, Unit.FT) == "100 sq ft"
    assert shift_text(3000, -500, Unit.M) == "Δx 3 m   Δy -0.5 m"


@pytest.mark.usefixtures("german")
def test_they_have_the_marks_of_the_locale_in_both_units() -> None:
    assert length_text(1_234_560, Unit.M) == "1.234,56 m"
    assert length_text(366, Unit.FT) == "1′ 2,4″"
    assert length_text(304_800, Unit.FT) == "1.000′"
    assert size_text(3050, 4500, Unit.M) == "3,05 × 4,5 m"
    assert area_text(1_234_500_000, Unit.M) == "1.234,5 m²"
    assert area_text(1_234_500_000, Unit.FT) == "13.288 sq ft"
    assert shift_text(-500, 0, Unit.M) == "Δx -0,5 m   Δy 0 m"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("unit", [Unit.M, Unit.FT])
def test_a_field_that_is_left_as_it_is_reads_back_what_it_shows(unit: Unit) -> None:
    for mm in (3050, 366, 1_234_560):
        text = length_text(mm, unit, grouped=False)
        assert abs(measured(as_typed(text)) - mm) <= 1.27
