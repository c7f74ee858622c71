"""People who are listed twice: proposed, never joined unasked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from hallwright.editing.change import Change, amend, remove
from hallwright.editing.people import name_of
from hallwright.expo.people import Person
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.text import folded

_OWN = frozenset(("id", "revision", "code", "role", "days"))
"""What the person who is kept does not take over from another entry."""


def duplicates(show: Show) -> list[tuple[Person, ...]]:
    """Return groups of people who are probably one: the same name, and the same company or e-mail address.

    A name is the same whatever its case, accents and order; one without company and address is nobody's twin.
    """
    groups: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in show.people.values():
        names = {folded(person.native), " ".join(sorted(folded(person.latin).split()))} - {""}
        party = show.exhibitors.get(person.exhibitor or "")
        firms = [person.company, person.company_native]
        if party is not None:
            firms += [party.name, party.name_native]
        marks = {folded(mark) for mark in (person.email, *firms)} - {""}
        for name in names:
            for mark in marks:
                groups[name, mark].append(person)
    # Two entries may be alike by address, two by company: all of them are one group.
    heads = {key: key for key in show.people}

    def head(key: str) -> str:
        while heads[key] != key:
            heads[key] = heads[heads[key]]
            key = heads[key]
        return key

    for some in groups.values():
        for person in some[1:]:
            heads[head(person.id)] = head(some[0].id)
    joined: dict[str, list[Person]] = defaultdict(list)
    for key, person in show.people.items():
        joined[head(key)].append(person)
    return [tuple(some) for some in joined.values() if len(some) > 1]


def join(show: Show, ids: Sequence[str]) -> Change:
    """Make one person of several: the first is kept, and takes over what it lacks from the others in turn.

    Days are those on which any of them may come; badges that were printed become those of the one who is kept.

    Raises:
        Refused: fewer than two, or one is gone.
    """
    if len(set(ids)) < 2:
        raise Refused(_("Choose two entries of one person or more"))
    rows = []
    for key in dict.fromkeys(ids):
        if key not in show.people:
            raise Refused(_("The person no longer exists"), mend=_("Select another."))
        rows.append(show.people[key])
    kept, *others = rows
    values: dict[str, Any] = {}
    for field in fields(Person):
        if field.name not in _OWN and not getattr(kept, field.name):
            value = next((getattr(row, field.name) for row in others if getattr(row, field.name)), None)
            if value:
                values[field.name] = value
    days = [row.days for row in rows]
    values["days"] = () if not all(days) else tuple(sorted({day for some in days for day in some}))
    badges = [amend(badge, person=kept.id) for row in others for badge in show.badges.where("person", row.id)]
    edits = [amend(kept, **values), *badges, *(remove(row) for row in others)]
    return Change.of("join-people", f"Join {len(rows)} entries of {name_of(kept)}", edits)
