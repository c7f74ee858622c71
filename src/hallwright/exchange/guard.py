"""Cells of CSV that a spreadsheet program would run as a formula, made harmless and read back as they were.

A text that begins with ``= + - @`` (or their full-width forms), a tab or a line break, perhaps behind apostrophes,
gets one more apostrophe in front; reading takes one away from just such texts, so that every text survives the round
trip. Plain numbers are left alone. Cells of XLSX need none of this: there a text is marked as a text.
"""

import re

_RISKY = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def guarded(text: str) -> str:
    """Return a cell's text as it is written to CSV."""
    return f"'{text}" if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """Return the text that ``guarded`` was given."""
    return text[1:] if _GUARDED.match(text) else text
