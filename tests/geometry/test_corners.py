import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.corners import NotCorners, corners_from_text, corners_text
from hallwright.geometry.outline import tidy

POINTS = st.tuples(st.integers(-90_000_000, 90_000_000), st.integers(-90_000_000, 90_000_000))


@given(st.lists(POINTS, min_size=3, max_size=8, unique=True))
def test_what_is_written_is_read_back(ring: list[tuple[int, int]]) -> None:
    outline = tidy(ring)
    assert corners_from_text(corners_text(outline)) == outline


def test_decimal_commas_semicolons_and_units_are_understood() -> None:
    assert corners_from_text("0 0\n12,5; 0\n 12.5 m 3 m \n\n") == ((0, 0), (12_500, 0), (12_500, 3000))


@pytest.mark.parametrize("line", ["12", "1 2 3", "one two", "1 2 x"])
def test_a_line_that_is_no_corner_is_named(line: str) -> None:
    with pytest.raises(NotCorners, match="Line 2"):
        corners_from_text(f"0 0\n{line}")
