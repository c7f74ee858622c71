"""Numbers for reading, with the decimal and grouping marks of the user's locale.

Only the window calls ``write_with``, so that the command line, files and the journal keep the plain ``1,234.5`` that
scripts read. What is computed with, stored, or compared is never written by this.
"""

import re

_POINT, _COMMA = ".", ","
PLAIN = _POINT, _COMMA
"""The marks of the command line, of files and of the journal."""


class Marks:
    """The marks of one process; starts as those of the command line."""

    def __init__(self) -> None:
        self.decimal, self.group = _POINT, _COMMA


# Shared by the whole process for the reasons that the catalogue of texts in ``i18n`` is.
_MARKS = Marks()


def write_with(decimal: str, group: str) -> None:
    """Write numbers with other marks from now on; marks that nobody could read back are not taken.

    Args:
        decimal: between whole and part.
        group: between groups of three digits; empty to leave them together.
    """
    sound = decimal in {_POINT, _COMMA} and decimal != group and not any(sign.isalnum() for sign in group)
    _MARKS.decimal, _MARKS.group = (decimal, group) if sound else (_POINT, _COMMA)


def marks() -> tuple[str, str]:
    """Return the decimal mark and the grouping mark."""
    return _MARKS.decimal, _MARKS.group


def figure(value: float, most: int = 2, least: int = 0, *, grouped: bool = True) -> str:
    """Return a number for reading.

    Args:
        value: the number.
        most: digits after the decimal mark at most; zeros at the end are left out
        least: down to so many.
        grouped: by thousands; a field in which it is edited has them together.
    """
    whole, _, part = f"{value:,.{most}f}".partition(".")
    if not whole.strip("-0,") and not part.strip("0"):
        whole = whole.lstrip("-")
    while len(part) > least and part.endswith("0"):
        part = part[:-1]
    whole = whole.replace(",", _MARKS.group if grouped else "")
    return f"{whole}{_MARKS.decimal}{part}" if part else whole


def in_metres(length: float, *, grouped: bool = True) -> str:
    """Return millimetres as metres for reading: ``3000`` gives ``3``, ``3050`` gives ``3.05`` or ``3,05``."""
    return figure(length / 1000, 3, grouped=grouped)


def in_square_metres(area: float, most: int = 2, least: int = 0) -> str:
    """Return square millimetres as square metres for reading."""
    return figure(area / 1_000_000, most, least)


def percent(share: float) -> str:
    """Return a share of one in whole percent."""
    return f"{figure(share * 100, 0)} %" if _MARKS.decimal == _COMMA else f"{figure(share * 100, 0)}%"


class Written:
    """A number that ``format`` and f-strings write with the user's marks: ``f"{written(1234.5):,.1f}"``."""

    __slots__ = ("_value",)

    def __init__(self, value: float) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        """Write the number as Python would, and change its marks."""
        return format(self._value, spec).translate({ord(","): _MARKS.group, ord("."): _MARKS.decimal})

    def __str__(self) -> str:
        """Write it as it is."""
        return format(self, "")


def written(value: float) -> Written:
    """Return a number that is written with the user's marks."""
    return Written(value)


def as_typed(text: str) -> str:
    """Return what a user typed, with a lone comma as the decimal point where the locale's decimal mark is one.

    ``1,234`` in a file may mean two things; typed by somebody whose numbers are written so, it means one.
    """
    if _MARKS.decimal == _COMMA and text.count(_COMMA) == 1 and _POINT not in text:
        return re.sub(r"(?<=\d),(?=\d)", _POINT, text)
    return text
