"""Cells, which are text here, as typed values of entity fields."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from hallwright.exchange import vocabulary
from hallwright.exchange.fields import Kind
from hallwright.exchange.measures import area, factor, length, number, plain
from hallwright.exchange.wkt import outline_from
from hallwright.support.i18n import _
from hallwright.support.numbers import written
from hallwright.support.text import one_line

LONGEST_LINE = 300
LONGEST_TEXT = 10_000

_ERRORS = re.compile(r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!)|Err:\d{3}")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]0?0:00(?::00)?(?:\.0+)?)?")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})", re.IGNORECASE)
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def value_of(kind: Kind, name: str, text: str, unit: str) -> dict[str, Any]:
    """Return the entity fields that a cell gives: one as a rule, several for a person's whole name.

    Args:
        kind: how the cell is understood.
        name: the field's name.
        text: the cell, not empty.
        unit: unit of bare lengths and areas: ``mm cm m ft in``.

    Raises:
        ValueError: with a reason for people.
    """
    if _ERRORS.fullmatch(text.strip()):
        raise ValueError(_("an error of the spreadsheet's formula"))
    return _READERS[kind](name, text, unit)


def _line(name: str, text: str, _unit: str) -> dict[str, Any]:
    value = one_line(text)
    if len(value) > LONGEST_LINE:
        raise ValueError(_("longer than {longest_line} characters").format(longest_line=written(LONGEST_LINE)))
    return {name: value}


def _text(name: str, text: str, _unit: str) -> dict[str, Any]:
    if len(text) > LONGEST_TEXT:
        raise ValueError(_("longer than {longest_text:,} characters").format(longest_text=written(LONGEST_TEXT)))
    return {name: text.strip()}


def _code(name: str, text: str, unit: str) -> dict[str, Any]:
    return _line(name, unicodedata.normalize("NFKC", text), unit)


def _number(name: str, text: str, _unit: str) -> dict[str, Any]:
    value = number(text)
    if value != int(value):
        raise ValueError(_("not a whole number"))
    if abs(value) > 2**31:
        raise ValueError(_("too large a number"))
    return {name: int(value)}


def _degrees(name: str, text: str, _unit: str) -> dict[str, Any]:
    return {name: number(plain(text).rstrip("°").strip())}


def _days(name: str, text: str, _unit: str) -> dict[str, Any]:
    return {name: () if vocabulary.every_day(text) else days(text)}


def _name(name: str, text: str, unit: str) -> dict[str, Any]:
    value = _line(name, text, unit)[name]
    if any(sign.isalpha() and not unicodedata.name(sign, "").startswith("LATIN") for sign in value):
        return {"native": value}
    family, comma, given = value.partition(",")
    if comma:
        return _present(given=given.strip(), family=family.strip())
    given, _, family = value.rpartition(" ")
    return _present(given=given, family=family)


def _present(**values: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


_READERS: Mapping[Kind, Callable[[str, str, str], dict[str, Any]]] = {
    Kind.LINE: _line,
    Kind.TEXT: _text,
    Kind.CODE: _code,
    Kind.NUMBER: _number,
    Kind.LENGTH: lambda name, text, unit: {name: length(text, unit)},
    Kind.AREA: lambda name, text, unit: {name: area(text, unit)},
    Kind.DEGREES: _degrees,
    Kind.OUTLINE: lambda name, text, unit: {name: outline_from(text, factor(unit))},
    Kind.STATUS: lambda name, text, _unit: {name: vocabulary.status(text)},
    Kind.TYPE: lambda _name, text, _unit: vocabulary.booth_type(text),
    Kind.ROLE: lambda name, text, _unit: {name: vocabulary.role(text)},
    Kind.YES: lambda name, text, _unit: {name: vocabulary.yes(text)},
    Kind.DAYS: _days,
    Kind.DAY: lambda name, text, _unit: {name: day(plain(text).strip())},
    Kind.NAME: _name,
    Kind.DERIVED: lambda _name, _text, _unit: {},
}


def days(text: str) -> tuple[date, ...]:
    """Read one or more days, parted by commas, semicolons or line breaks, and return them in order, each once.

    Raises:
        ValueError: with a reason for people.
    """
    body = plain(text)
    found = set()
    # A comma may stand inside "Sep 9, 2024": it parts days only where no year follows.
    for part in re.split(r"[;、|\n]|,(?!\s*\d{4}(?!\s*[-/.年\d]))", body):
        if part.strip():
            found.add(day(part.strip()))
    if not found:
        raise ValueError(_("no date"))
    return tuple(sorted(found))


def day(text: str) -> date:
    """Read one day: ``2024-09-09``, ``2024年9月9日``, ``9.9.2024``, ``13/9/2024``, ``9 Sep 2024``.

    Raises:
        ValueError: with a reason; ``3/9/2024`` is refused because it means two days, depending on the country.
    """
    if match := _ISO.fullmatch(text):
        return _date(match[1], match[3], match[4])
    if match := _COMPACT.fullmatch(text) or _CHINESE.fullmatch(text):
        return _date(match[1], match[2], match[3])
    if match := _DOTTED.fullmatch(text):
        return _date(match[3], match[2], match[1])
    if match := _SLASHED.fullmatch(text):
        first, second = int(match[1]), int(match[3])
        if first <= 12 and second <= 12:
            raise ValueError(_("month and day cannot be told apart; write 2024-09-30 for 30 September 2024"))
        return _date(match[4], match[3], match[1]) if first > 12 else _date(match[4], match[1], match[3])
    if match := _DAY_MONTH.fullmatch(text):
        return _date(match[3], _month(match[2]), match[1])
    if match := _MONTH_DAY.fullmatch(text):
        return _date(match[3], _month(match[1]), match[2])
    raise ValueError(_("no date; write 2024-09-30 for 30 September 2024"))


def _month(word: str) -> str:
    short = word[:3].casefold()
    if short not in _MONTHS:
        raise ValueError(_("no date; write 2024-09-30 for 30 September 2024"))
    return str(_MONTHS.index(short) + 1)


def _date(year: str, month: str, of_month: str) -> date:
    try:
        return date(int(year), int(month), int(of_month))
    except ValueError:
        raise ValueError(_("no day of the calendar")) from None
