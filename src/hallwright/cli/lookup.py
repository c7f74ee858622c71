"""From what people type to the rows they mean: numbers of booths, names of exhibitors, halls and zones."""

from collections.abc import Callable, Collection, Iterable
from difflib import get_close_matches
from typing import TypeVar

from hallwright.expo.badges import Template
from hallwright.expo.people import Exhibitor, Person
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall, Zone
from hallwright.support.errors import Refused
from hallwright.support.text import folded

R = TypeVar("R")


def booth_named(show: Show, text: str) -> Booth:
    """Return the booth that bears a number; ``Hall:Number`` where several halls have it.

    Raises:
        Refused: there is none, or more than one.
    """
    found = [row for row in show.booths.values() if row.number and folded(row.number) == folded(text)]
    if not found and ":" in text:
        place, _, number = text.rpartition(":")
        found = [
            row
            for row in show.booths.values()
            if row.number
            and folded(row.number) == folded(number)
            and folded(place) in _names(show.halls[row.hall].name, show.halls[row.hall].name_native)
        ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise _unknown("booth", text, (row.number for row in show.booths.values()))
    places = {show.halls[row.hall].name for row in found}
    if len(places) == len(found):
        known = " or ".join(f"'{place}:{found[0].number}'" for place in sorted(places))
        raise Refused(f"Number {text} is borne in {len(found)} halls", mend=f"Say {known}.")
    raise Refused(f"Number {text} is borne by {len(found)} booths", mend="Renumber all but one.")


def exhibitor_named(show: Show, text: str) -> Exhibitor:
    """Return the exhibitor with a contract number or a name, in either script.

    Raises:
        Refused: there is none, or more than one.
    """
    rows = show.exhibitors.values()
    wanted = folded(text)
    found = [row for row in rows if wanted and folded(row.contract) == wanted]
    found = found or [row for row in rows if wanted in _names(row.name, row.name_native)]
    if len(found) > 1:
        contracts = [row.contract for row in found if row.contract]
        mend = f"Give the contract number: {', '.join(contracts)}." if contracts else "Rename all but one."
        raise Refused(f"{len(found)} exhibitors are called {text}", mend=mend)
    if not found:
        raise _unknown("exhibitor", text, (name for row in rows for name in (row.name, row.name_native)))
    return found[0]


def person_named(show: Show, text: str) -> Person:
    """Return the person with a badge code or a name, in either script.

    Raises:
        Refused: there is nobody, or more than one.
    """
    found = [row for row in show.people.values() if row.code == text]
    wanted = folded(text)
    found = found or [row for row in show.people.values() if wanted in _names(row.latin, row.native)]
    if len(found) > 1:
        codes = ", ".join(row.code for row in found[:8])
        raise Refused(f"{len(found)} people are called {text}", mend=f"Give the badge code: {codes}.")
    if not found:
        raise _unknown("person", text, (name for row in show.people.values() for name in (row.latin, row.native)))
    return found[0]


def hall_named(show: Show, text: str) -> Hall:
    """Return the hall with a name, in either script.

    Raises:
        Refused: there is none, or more than one.
    """
    return _place("hall", text, show.halls.values(), lambda row: (row.name, row.name_native))


def zone_named(show: Show, text: str, hall: str | None = None) -> Zone:
    """Return the zone with a name, in either script, of one hall if it is given by id.

    Raises:
        Refused: there is none, or more than one.
    """
    rows = [row for row in show.zones.values() if hall in (None, row.hall)]
    return _place("zone", text, rows, lambda row: (row.name, row.name_native))


def template_named(show: Show, text: str) -> Template:
    """Return the badge template with a name.

    Raises:
        Refused: there is none, or more than one.
    """
    return _place("badge template", text, show.templates.values(), lambda row: (row.name, ""))


def _place(kind: str, text: str, rows: Collection[R], names: Callable[[R], tuple[str, str]]) -> R:
    found = [row for row in rows if folded(text) in _names(*names(row))]
    if len(found) > 1:
        raise Refused(f"{len(found)} {kind}s are called {text}", mend="Rename all but one.")
    if not found:
        raise _unknown(kind, text, (name for row in rows for name in names(row)))
    return found[0]


def _names(*names: str) -> set[str]:
    return {folded(name) for name in names if name}


def _unknown(kind: str, text: str, known: Iterable[str]) -> Refused:
    by_key = {folded(name): name for name in known if name}
    wanted = folded(text)
    begun = [key for key in by_key if wanted and key.startswith(wanted)]
    near = [by_key[key] for key in (begun or get_close_matches(wanted, by_key, n=3, cutoff=0.6))[:3]]
    if near:
        mend = f"Did you mean {' or '.join(near)}?"
    elif by_key:
        mend = f"There are {len(by_key):,} others." if len(by_key) > 8 else f"There is: {', '.join(by_key.values())}."
    else:
        mend = f"There is no {kind} yet."
    return Refused(f"There is no {kind} '{text}'", mend=mend)
