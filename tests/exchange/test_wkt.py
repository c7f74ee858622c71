"""Outlines as Well-Known Text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.exchange.wkt import MOST_CORNERS, outline_from, outline_text
from hallwright.geometry.outline import tidy

SQUARE = ((0, 30000), (3000, 30000), (3000, 33000), (0, 33000))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("POLYGON ((0 30, 3 30, 3 33, 0 33, 0 30))", 1000),
        ("polygon((0 30,3 30,3 33,0 33))", 1000),
        ("POLYGON Z ((0 30 0, 3 30 0, 3 33 0, 0 33 0, 0 30 0))", 1000),
        (" POLYGON\n((0 3e1, 3.0 30., 3 33, 0 33)) ", 1000),
        ("POLYGON ((0 30000, 3000 30000, 3000 33000, 0 33000))", 1),
    ],
)
def test_a_polygon_is_read(text: str, unit: float) -> None:
    assert outline_from(text, unit) == SQUARE


def test_a_crossing_outline_is_read_as_it_is() -> None:
    assert outline_from("POLYGON ((0 0, 3 3, 3 0, 0 3, 0 0))", 1000) == ((0, 0), (3000, 3000), (3000, 0), (0, 3000))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("MULTIPOLYGON (((0 0, 1 0, 1 1)))", "a MULTIPOLYGON; a booth has one outline"),
        ("POINT (1 1)", "a POINT; an outline is a POLYGON"),
        ("POLYGON ((0 0, 9 0, 9 9, 0 9), (1 1, 2 1, 2 2))", "an outline with a hole; a booth has none"),
        ("POLYGON EMPTY", "not an outline such as POLYGON ((0 0, 3 0, 3 3, 0 3))"),
        ("3 x 3", "not an outline such as POLYGON ((0 0, 3 0, 3 3, 0 3))"),
        ("POLYGON ((0 0, 3 0, 3 3, 0 3)", "not an outline such as POLYGON ((0 0, 3 0, 3 3, 0 3))"),
        ("POLYGON ((0 0, 3 0, x 3, 0 3))", "'x 3' is no corner"),
        ("POLYGON ((0 0, 3 0, 3, 0 3))", "'3' is no corner"),
        ("POLYGON ((0 0, nan 0, 3 3))", "'nan 0' is no corner"),
        ("POLYGON ((0 0, 1e99 0, 3 3))", "a corner more than 10 km away; is the unit right?"),
        ("POLYGON ((0 0, 3 0, 0 0))", "fewer than three corners"),
        (f"POLYGON (({', '.join(f'{k} {k * k}' for k in range(600))}))", f"more than {MOST_CORNERS} corners"),
    ],
)
def test_what_is_no_outline(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        outline_from(text, 1000)


_CORNER = st.tuples(st.integers(-9_999_999, 9_999_999), st.integers(-9_999_999, 9_999_999))


@given(st.lists(_CORNER, min_size=3, max_size=9, unique=True))
def test_what_is_written_is_read_again(corners: list[tuple[int, int]]) -> None:
    outline = tidy(corners)
    assert outline_from(outline_text(outline), 1000) == outline


def test_no_outline_is_an_empty_text() -> None:
    assert outline_text(()) == ""
