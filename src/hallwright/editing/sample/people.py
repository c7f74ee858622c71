"""The people of the sample who wear a badge."""

import unicodedata
from collections.abc import Sequence
from datetime import date

from hallwright.editing.sample import data
from hallwright.editing.sample.exhibitors import SQUARE_METRE, Application
from hallwright.editing.sample.keys import pick, share, stable_id
from hallwright.editing.sample.names import SCRIPTS, Name, Names
from hallwright.expo.people import Exhibitor, Person, Role

_STAFF = ((100, 10), (60, 6), (36, 4), (27, 3), (18, 2))
"""Badges of an exhibitor by the net area in m2 that it asked for; the smaller ones have one or two."""
_CODE_LENGTH = 10
_PART_TIME = 0.25
_JOBS = (
    "General manager",
    "Sales director",
    "Sales manager",
    "Product manager",
    "Solution architect",
    "Security engineer",
    "Marketing manager",
    "Technical support",
    "Researcher",
)


def rows(applications: Sequence[Application], days: Sequence[date]) -> list[Person]:
    """Return all people: the staff of exhibitors with a booth, then the groups of all other roles.

    Args:
        applications: all exhibitors.
        days: the days of the event.
    """
    names = Names()
    # Groups come first: those whose names matter most, the delegations, shall find them all free.
    groups = [
        _member(row, f"{row['company']}:{row['jobs']}:{number}", number, names)
        for row in data.table("groups")
        for number in range(int(row["count"]))
    ]
    hosts = {one.exhibitor.id for one in applications if one.placed}
    people: list[Person] = []
    for application in applications:
        party = application.exhibitor
        if application.placed or party.host in hosts:
            people += [_staff(party, number, names, days) for number in range(_badges(party))]
    return people + groups


def _badges(party: Exhibitor) -> int:
    wanted = (party.size_wanted or 0) / SQUARE_METRE
    few = 1 + (share(f"badges:{party.name}") < 0.08)
    return next((count for limit, count in _STAFF if wanted >= limit), few)


def _staff(party: Exhibitor, number: int, names: Names, days: Sequence[date]) -> Person:
    key = f"staff:{party.name}:{number}"
    name = names.take(SCRIPTS[party.country])
    half = share(f"half:{key}")
    valid: tuple[date, ...] = ()
    if half < _PART_TIME:
        middle = len(days) // 2
        valid = tuple(days[:middle] if half < _PART_TIME / 2 else days[middle:])
    return Person(
        id=stable_id(f"person:{key}"),
        role=Role.EXHIBITOR,
        given=name.given,
        family=name.family,
        native=name.native,
        exhibitor=party.id,
        job=pick(f"job:{key}", _JOBS),
        email=f"{_address(name)}@{party.website.removeprefix('https://')}",
        days=valid,
        code=_code(key),
    )


def _member(row: dict[str, str], key: str, number: int, names: Names) -> Person:
    key = f"{row['role']}:{key}"
    name = names.take(row["script"])
    job = (row["lead"] if number == 0 else "") or pick(f"job:{key}", row["jobs"].split("|"))
    return Person(
        id=stable_id(f"person:{key}"),
        role=Role(row["role"]),
        title=pick(f"title:{key}", row["titles"].split("|")),
        given=name.given,
        family=name.family,
        native=name.native,
        company=row["company"],
        company_native=row["company_native"],
        job=job,
        email=f"{_address(name)}@{row['role']}.example.com",
        delegation=row["delegation"],
        days=tuple(data.day(day) for day in row["days"].split()),
        code=_code(key),
    )


def _address(name: Name) -> str:
    """Return the local part of an address: Latin letters and one dot."""
    parts = [unicodedata.normalize("NFKD", part.replace("ß", "ss")) for part in (name.given, name.family) if part]
    plain = ("".join(c for c in part.lower() if c.isascii() and c.isalnum()) for part in parts)
    return ".".join(part for part in plain if part)


def _code(key: str) -> str:
    return f"CSW24-{stable_id(f'code:{key}')[:_CODE_LENGTH].upper()}"
