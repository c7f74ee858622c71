"""Lengths, areas and numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.exchange import measures


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("3", "m", 3000),
        ("9.0", "m", 9000),
        ("3,5", "m", 3500),
        ("0,500", "m", 500),
        (".5", "m", 500),
        ("3 m", "mm", 3000),
        ("3m", "ft", 3000),
        ("300 cm", "m", 3000),
        ("3000mm", "m", 3000),
        ("3000", "mm", 3000),
        ("10'", "m", 3048),
        ("10’", "m", 3048),
        ("10 ft", "m", 3048),
        ("10", "ft", 3048),
        ("10' 6\"", "m", 3200),
        ("10 ft 6 in", "m", 3200),
        ('120"', "m", 3048),
        ("-2.5", "m", -2500),
        ("−2.5", "m", -2500),
        ("３．５", "m", 3500),
        ("３米", "mm", 3000),
        ("3000 毫米", "m", 3000),
        ("1 500", "mm", 1500),
        ("1,234.5", "mm", 1235),
        ("1.234,5", "mm", 1235),
        ("54.09", "m", 54090),
    ],
)
def test_lengths(text: str, unit: str, expected: int) -> None:
    assert measures.length(text, unit) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("wide", "not a length"),
        ("", "not a length"),
        ("3 m2", "not a length"),
        ("3..5", "not a length"),
        ("3 5", "not a length"),
        ("1,2,3", "not a length"),
        ("1,234", "may mean 1.234 or 1234; write it without the comma"),
        ("11 km", "not a length"),
        ("20000", "more than 10 km; is the unit right?"),
        ("9" * 400, "too large a number"),
    ],
)
def test_no_lengths(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason.replace('?', '[?]')}$"):
        measures.length(text)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("9", "m", 9_000_000),
        ("9 m²", "ft", 9_000_000),
        ("36㎡", "m", 36_000_000),
        ("36 sqm", "m", 36_000_000),
        ("36平方米", "m", 36_000_000),
        ("12,5", "m", 12_500_000),
        ("100 sq ft", "m", 9_290_304),
        ("100", "ft", 9_290_304),
    ],
)
def test_areas(text: str, unit: str, expected: int) -> None:
    assert measures.area(text, unit) == expected


@pytest.mark.parametrize(
    ("text", "reason"), [("-1", "an area is not negative"), ("big", "not an area"), ("9 m", "not an area")]
)
def test_no_areas(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        measures.area(text)


@given(st.integers(-10_000_000, 10_000_000))
def test_millimetres_survive_being_written_as_metres(length: int) -> None:
    assert measures.length(f"{length / 1000:.3f}") == length
    assert measures.length(f"{length}", "mm") == length


def test_angles_are_read_as_people_type_them() -> None:
    assert [measures.degrees(text) for text in ("30", "-12,5°", " 7.25 ° ", "")] == [30.0, -12.5, 7.25, 0.0]
    for text, reason in (("steep", "no angle in degrees"), ("400", "beyond 360°"), ("1 2", "no angle in degrees")):
        with pytest.raises(ValueError, match=reason):
            measures.degrees(text)
