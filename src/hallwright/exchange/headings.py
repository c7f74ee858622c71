"""Which row holds the headings, and which field each column means."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from hallwright.exchange.fields import FIELDS, IGNORED, Field, What, field_named
from hallwright.exchange.measures import area_unit, length_unit
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.support.text import folded, one_line

SEARCHED = 20
"""Headings are looked for in this many rows: lists often begin with a title and a date."""

_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TRAILING = re.compile(
    r"(?:\s|(?<=[\u3400-\u9fff]))(sq\.?\s?m|sq\.?\s?ft|m\^?2|ft\^?2|mm|cm|m|ft|in|feet|metres|meters)\.?$"
)


class Column(NamedTuple):
    """A column of the file.

    Attributes:
        place: counted from 0, from the left.
        heading: its heading, made unique in the file.
        field: the field it is mapped to, or None.
        unit: unit that the heading names for lengths or areas (``m`` stands for m2 too), or None.
    """

    place: int
    heading: str
    field: Field | None
    unit: str | None


def normal(heading: str) -> tuple[str, str | None]:
    """Return a heading without case, spaces, punctuation and unit, and the unit it names."""
    text = unicodedata.normalize("NFKC", heading).casefold().strip()
    unit = None
    for inside in _BRACKETED.findall(text):
        found = length_unit(inside) or area_unit(inside)
        if found:
            unit = found
            text = text.replace(f"({inside})", " ").replace(f"[{inside}]", " ").strip()
    if unit is None and (match := _TRAILING.search(text)):
        unit = length_unit(match[1]) or area_unit(match[1])
        text = text[: match.start()]
    return _letters(text), unit


def _letters(text: str) -> str:
    return "".join(sign for sign in folded(text) if sign.isalnum())


@cache
def _aliases(what: What) -> dict[str, tuple[Field, int]]:
    """Return each known heading in normal form with its field and how sure it is (0 the surest)."""
    known: dict[str, tuple[Field, int]] = {}
    for field in FIELDS[what]:
        for rank, alias in enumerate(field.aliases):
            known.setdefault(_letters(alias), (field, rank))
    return known


def known_headings(what: What, cells: Sequence[str]) -> int:
    """Return how many different fields the cells of a row are headings of."""
    known = _aliases(what)
    found = (known.get(normal(cell)[0]) or known.get(_letters(cell)) for cell in cells if cell)
    return len({field.name for field, _ in filter(None, found)})


def heading_row(what: What, rows: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> int | None:
    """Return the place of the row that holds the headings, or None if none does.

    A column that the user names in ``mapping`` counts as known.
    """
    named = {one_line(name).casefold() for name in mapping}
    best, place = 0, None
    for k, row in enumerate(rows[:SEARCHED]):
        score = known_headings(what, row) + sum(one_line(cell).casefold() in named for cell in row)
        if score > best:
            best, place = score, k
    return place


_NO_FIELD = {
    What.BOOTHS: N_("Booths have no field '{target}'"),
    What.EXHIBITORS: N_("Exhibitors have no field '{target}'"),
    What.PEOPLE: N_("People have no field '{target}'"),
}


def unique(cells: Sequence[str]) -> list[str]:
    """Return headings on one line each, empty ones named by their column's letter, repeated ones numbered."""
    found: list[str] = []
    for k, cell in enumerate(cells):
        name = base = one_line(cell) or f"Column {_column_letters(k)}"
        times = 2
        while name in found:
            name = f"{base} ({times})"
            times += 1
        found.append(name)
    return found


def columns(what: What, headings: Sequence[str], mapping: Mapping[str, str], where: str) -> list[Column]:
    """Return each heading's column, mapped as the user says and else as guessed.

    Args:
        what: what the table holds.
        headings: unique headings from left to right.
        mapping: heading to field name; an empty name or ``-`` leaves the column out.
        where: the file, for errors.

    Raises:
        Refused: ``mapping`` names a column or a field that does not exist, or one field twice.
    """
    chosen = _chosen(what, headings, mapping, where)
    taken = {field.name for field in chosen.values() if field}
    known = _aliases(what)
    ranked: dict[str, tuple[int, int]] = {}
    for k, heading in enumerate(headings):
        found = known.get(normal(heading)[0]) or known.get(_letters(heading))
        if k in chosen or found is None or found[0].name in taken:
            continue
        field, rank = found
        if field.name not in ranked or rank < ranked[field.name][0]:
            ranked[field.name] = rank, k
    guessed = {k: field_named(what, name) for name, (_, k) in ranked.items()}
    if what is What.EXHIBITORS and "name" not in taken | ranked.keys() and "name_native" in ranked:
        # A list with one name column: whatever its script, that is the name.
        guessed[ranked["name_native"][1]] = field_named(what, "name")
    placed = {**guessed, **chosen}
    return [Column(k, heading, placed.get(k), normal(heading)[1]) for k, heading in enumerate(headings)]


def _chosen(what: What, headings: Sequence[str], mapping: Mapping[str, str], where: str) -> dict[int, Field | None]:
    chosen: dict[int, Field | None] = {}
    taken: dict[str, str] = {}
    for name, target in mapping.items():
        place = _place(headings, name)
        if place is None:
            raise Refused(
                _("There is no column '{name}'").format(name=one_line(name)),
                where,
                _("The columns are: {list}.").format(list=", ".join(headings)),
            )
        if target.strip() in ("", IGNORED):
            chosen[place] = None
            continue
        field = field_named(what, target.strip().casefold())
        if field is None:
            names = ", ".join(item.name for item in FIELDS[what])
            raise Refused(
                _(_NO_FIELD[what]).format(target=one_line(target)),
                where,
                _("The fields are: {names}.").format(names=names),
            )
        if field.name in taken:
            raise Refused(
                _("The columns '{taken}' and '{headings}' are both mapped to {field}").format(
                    taken=taken[field.name], headings=headings[place], field=field.name
                ),
                where,
                _("Map one of them."),
            )
        taken[field.name] = headings[place]
        chosen[place] = field
    return chosen


def _place(headings: Sequence[str], name: str) -> int | None:
    """Return the column that a user means: by its heading as it stands, else by its normal form."""
    wanted = one_line(name)
    if wanted in headings:
        return headings.index(wanted)
    letters = _letters(name)
    return next((k for k, heading in enumerate(headings) if letters and _letters(heading) == letters), None)


def _column_letters(index: int) -> str:
    """Return the name that spreadsheets give a column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
