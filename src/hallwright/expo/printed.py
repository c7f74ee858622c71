"""What was printed for whom: who has a badge, and who needs another."""

import hashlib
import json
from datetime import UTC, datetime
from enum import StrEnum

from hallwright.expo.badges import Badge
from hallwright.expo.people import Person
from hallwright.expo.show import Show
from hallwright.support.text import natural_key


class Only(StrEnum):
    """Whose badges a batch holds."""

    ALL = "all"
    NEW = "new"
    """Who has no badge that is good."""
    CHANGED = "changed"
    """Whose badge shows other than what is known now."""


def good_badges(show: Show, person: str) -> tuple[Badge, ...]:
    """Return the badges of a person that are not void, the newest last."""
    good = [badge for badge in show.badges.where("person", person) if badge.voided is None]
    return tuple(sorted(good, key=lambda badge: badge.printed))


def wanted(show: Show, person: Person, only: Only) -> bool:
    """Say whether a batch holds a person's badge."""
    if only is Only.ALL:
        return True
    good = good_badges(show, person.id)
    if only is Only.NEW:
        return not good
    return bool(good) and good[-1].shown != shown(show, person)


def shown(show: Show, person: Person) -> str:
    """Return the hash of what a person's badge tells: 16 signs.

    Of the data, not of the drawing: a new design makes no badge at a gate wrong, a new booth or name does.
    """
    party = show.exhibitors.get(person.exhibitor or "")
    booths = sorted((booth.number for booth in show.booths_of(party)), key=natural_key) if party else []
    firm = (person.company, person.company_native)
    if party is not None and not any(firm):
        firm = (party.name, party.name_native)
    zones = [show.zones[key].name for key in person.access if key in show.zones]
    told = [
        *(person.role, person.title, person.given, person.family, person.native, *firm, person.job),
        *(person.delegation, [day.isoformat() for day in person.days], booths, zones, person.seat, person.photo),
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def now() -> datetime:
    """Return the time as badges keep it: UTC to the second, without saying so."""
    return datetime.now(UTC).replace(microsecond=0, tzinfo=None)
