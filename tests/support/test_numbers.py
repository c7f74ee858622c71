"""Numbers with the user's marks: read back as what they were, plain for scripts."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.exchange.measures import length, number
from hallwright.support.i18n import counted
from hallwright.support.numbers import (
    as_typed,
    figure,
    in_metres,
    in_square_metres,
    marks,
    percent,
    write_with,
    written,
)


@pytest.fixture(autouse=True)
def _plain_again() -> Iterator[None]:
    yield
    write_with(".", ",")


def test_at_first_numbers_are_written_as_scripts_read_them() -> None:
    assert marks() == (".", ",")
    assert figure(1234.5) == "1,234.5"
    assert in_metres(3050) == "3.05"
    assert in_metres(3000) == "3"
    assert in_square_metres(1_234_560_000) == "1,234.56"
    assert f"{written(1234.5):,.2f} {written(3):g} {written(7)}" == "1,234.50 3 7"
    assert counted("{number} booth", "{number} booths", 12_345) == "12,345 booths"


def test_german_marks_are_a_comma_and_a_point() -> None:
    write_with(",", ".")
    assert figure(1234567.891) == "1.234.567,89"
    assert figure(1234567.891, grouped=False) == "1234567,89"
    assert in_metres(3050) == "3,05"
    assert in_square_metres(1_234_500_000, least=2) == "1.234,50"
    assert f"{written(1234.5):,.2f} {written(0.5):g}" == "1.234,50 0,5"
    assert counted("{number} booth", "{number} booths", 12_345) == "12.345 booths"
    assert percent(0.42) == "42 %"


def test_digits_after_the_mark_are_as_many_as_are_needed() -> None:
    assert [figure(value) for value in (3.0, 3.1, 3.14, 3.149, 0, -0.001, -2.5, 100)] == [
        *("3", "3.1", "3.14", "3.15", "0", "0", "-2.5", "100")
    ]
    assert figure(3, least=2) == "3.00"
    assert figure(1500, 0) == "1,500"


@pytest.mark.parametrize(("decimal", "group"), [(",", ","), ("٫", "٬"), (".", "."), ("", ""), (",", "0"), ("x", ".")])
def test_marks_that_could_not_be_read_back_are_not_taken(decimal: str, group: str) -> None:
    write_with(decimal, group)
    assert marks() == (".", ",")


def test_what_is_typed_takes_a_comma_and_a_point() -> None:
    assert length(as_typed("3,5")) == length(as_typed("3.5")) == 3500
    # Where the comma is the decimal mark, three digits after it have one meaning; elsewhere they have two.
    with pytest.raises(ValueError, match="may mean"):
        length(as_typed("1,234"))
    write_with(",", ".")
    assert length(as_typed("1,234")) == 1234
    assert length(as_typed("1,234 m")) == 1234
    assert length(as_typed("1.5 m")) == 1500
    assert number(as_typed("1.234,5")) == 1234.5


@given(st.integers(-10_000_000, 10_000_000), st.sampled_from([(".", ","), (",", "."), (",", "\u202f"), (".", "’")]))
def test_a_length_written_into_a_field_is_read_back_as_it_was(mm: int, signs: tuple[str, str]) -> None:
    write_with(*signs)
    try:
        assert length(as_typed(in_metres(mm, grouped=False))) == mm
    finally:
        write_with(".", ",")
