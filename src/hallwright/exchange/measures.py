"""Numbers, lengths and areas as people write them in cells, with or without a unit."""

import re
import unicodedata

from hallwright.expo.lengths import working
from hallwright.geometry.units import Unit, to_mm
from hallwright.support.i18n import _
from hallwright.support.numbers import as_typed

_LENGTHS = {
    "mm": 1.0,
    "cm": 10.0,
    "m": 1000.0,
    "ft": 304.8,
    "in": 25.4,
}
_WORDS = {
    "mm": "mm|millimetre|millimetres|millimeter|millimeters|毫米|公厘",
    "cm": "cm|centimetre|centimetres|centimeter|centimeters|厘米|公分",
    "m": "m|metre|metres|meter|meters|米|公尺",
    "ft": "ft|foot|feet|'|英尺|呎|英呎",
    "in": "in|inch|inches|\"|''|英寸|吋",
}
_UNITS = {word: unit for unit, words in _WORDS.items() for word in words.split("|")}
_AREAS = {
    **dict.fromkeys(("m2", "m^2", "sqm", "sq m", "sq.m", "sq. m", "qm", "平方米", "平米", "平方公尺"), "m"),
    **dict.fromkeys(("ft2", "ft^2", "sqft", "sq ft", "sq.ft", "sq. ft", "平方英尺", "平方呎"), "ft"),
    "mm2": "mm",
}
_NUMBER = re.compile(r"[+-]?(?:\d[\d.,\s]*|[.,]\d+)")
_FEET_AND_INCHES = re.compile(r"(\d+)\s*(?:'|ft\.?|feet|foot)\s*(\d+(?:\.\d+)?)\s*(?:\"|''|in\.?|inch|inches)")
_SIGNS = str.maketrans({"’": "'", "′": "'", "‘": "'", "”": '"', "″": '"', "“": '"', "−": "-", "–": "-", "。": "."})


def plain(text: str) -> str:
    """Return text with full-width digits, signs and units in their plain form, and typographic marks made plain."""
    return unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS).strip()


def number(text: str) -> float:
    """Read a number with a decimal point or comma and with or without thousands marks.

    Raises:
        ValueError: with a reason for people; ``1,234`` is refused because it has two readings.
    """
    body = re.sub(r"(?<=\d)\s(?=\d{3}(?!\d))", "", plain(text))
    if not _NUMBER.fullmatch(body) or re.search(r"\s", body):
        raise ValueError(_("not a number"))
    points, commas = body.count("."), body.count(",")
    if points and commas:
        decimal = max(body.rfind("."), body.rfind(","))
        mark, other = body[decimal], "," if body[decimal] == "." else "."
        if body.count(mark) > 1 or not _grouped(body[:decimal], other):
            raise ValueError(_("not a number"))
        body = body.replace(other, "").replace(mark, ".")
    elif commas > 1 or points > 1:
        mark = "," if commas else "."
        if not _grouped(body, mark):
            raise ValueError(_("not a number"))
        body = body.replace(mark, "")
    elif commas:
        if re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", body):
            dotted, joined = body.replace(",", "."), body.replace(",", "")
            raise ValueError(
                _("may mean {dotted} or {joined}; write it without the comma").format(dotted=dotted, joined=joined)
            )
        body = body.replace(",", ".")
    value = float(body)
    if abs(value) > 1e12:
        raise ValueError(_("too large a number"))
    return value


def _grouped(body: str, mark: str) -> bool:
    """Say whether digits are grouped by threes with a mark: ``1,234,567``."""
    head, *rest = body.lstrip("+-").split(mark)
    return 1 <= len(head) <= 3 and head.isdecimal() and all(len(group) == 3 and group.isdecimal() for group in rest)


def length_unit(text: str) -> str | None:
    """Return the unit of length that a word means (``mm cm m ft in``), or None."""
    return _UNITS.get(plain(text).casefold().rstrip("."))


def area_unit(text: str) -> str | None:
    """Return the unit of length whose square a word means (``m`` for ``m²``), or None."""
    return _AREAS.get(" ".join(plain(text).casefold().split()).rstrip("."))


def degrees(text: str) -> float:
    """Read an angle: ``30``, ``-12,5°``; an empty text is 0.

    Raises:
        ValueError: with a reason for people.
    """
    body = plain(text).rstrip("°").strip()
    try:
        value = number(body) if body else 0.0
    except ValueError:
        raise ValueError(_("no angle in degrees")) from None
    if not abs(value) <= 360:
        raise ValueError(_("beyond 360°"))
    return value


def typed_length(text: str) -> int:
    """Read a length that somebody typed in the window; a bare number is in the unit in which the user works.

    Raises:
        ValueError: with a reason for people.
    """
    return length(as_typed(text), working().value)


def length(text: str, unit: str = "m") -> int:
    """Read a length and return it in millimetres.

    Args:
        text: ``3``, ``3,5``, ``3 m``, ``300 cm``, ``10'``, ``10' 6"``, ``３米``.
        unit: unit of a bare number: one of ``mm cm m ft in``.

    Raises:
        ValueError: with a reason for people.
    """
    body = plain(text)
    mixed = _FEET_AND_INCHES.fullmatch(body.casefold())
    if mixed:
        return to_mm(float(mixed[1]) + float(mixed[2]) / 12, Unit.FT)
    figure, word = _split(body)
    if word:
        known = length_unit(word)
        if known is None:
            raise ValueError(_("not a length"))
        unit = known
    try:
        value = number(figure)
    except ValueError as error:
        raise ValueError(_("not a length") if str(error) == _("not a number") else str(error)) from None
    result = to_mm(value * _LENGTHS[unit], Unit.MM)
    if abs(result) > FARTHEST:
        raise ValueError(_("more than {farthest} km; is the unit right?").format(farthest=FARTHEST // 1_000_000))
    return result


FARTHEST = 10_000_000
"""Coordinates and lengths beyond this, in mm, are a wrong unit or geographic coordinates, not a hall."""


def area(text: str, unit: str = "m") -> int:
    """Read an area and return it in mm2; ``unit`` is the unit whose square a bare number counts.

    Raises:
        ValueError: with a reason for people.
    """
    figure, word = _split(plain(text))
    if word:
        known = area_unit(word)
        if known is None:
            raise ValueError(_("not an area"))
        unit = known
    try:
        value = number(figure)
    except ValueError as error:
        raise ValueError(_("not an area") if str(error) == _("not a number") else str(error)) from None
    if value < 0:
        raise ValueError(_("an area is not negative"))
    result = round(value * _LENGTHS[unit] ** 2)
    if result > FARTHEST**2:
        raise ValueError(_("more than 100 km2; is the unit right?"))
    return result


def factor(unit: str) -> float:
    """Return the length of a unit in millimetres."""
    return _LENGTHS[unit]


def _split(body: str) -> tuple[str, str]:
    """Split ``3,5 m`` into figure and unit."""
    match = re.match(r"[+-]?[\d.,\s]*", body)
    end = match.end() if match else 0
    return body[:end].strip(), body[end:].strip()
