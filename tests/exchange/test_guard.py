"""Cells that would be run as formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.exchange.guard import guarded, unguarded


@pytest.mark.parametrize(
    "text", ["=1+1", "+86 20 8888", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "＝1", "'=1", "''@x", "+8620"]
)
def test_what_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "A01", "-3.5", "12", "'t Hooft", "R&D", "O'=x", "--"[:1] + "7"])
def test_what_is_harmless_stays(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text(alphabet="'=+-@\t\r\n＝a1.", max_size=6))
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    if guarded(text)[:1] in ("=", "+", "@"):
        pytest.fail("a formula was written")
