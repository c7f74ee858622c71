"""Exhibitors, and the people who wear a badge."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hallwright.expo.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibitor(Row):
    """A company or body that exhibits.

    Attributes:
        name: in Latin script as a rule; ``name_native`` in its own.
        sort_name: overrides the order in lists and indexes.
        fascia: text for the fascia board; empty means the name.
        size_wanted: net area wanted in mm2, or None.
        host: id of the exhibitor whose booths this co-exhibitor shares, or None.
        waitlisted: wants a booth, and there is none for now.
        badges_extra: badges granted beyond the quota of the event; fewer if negative.
    """

    name: str
    name_native: str = ""
    sort_name: str = ""
    fascia: str = ""
    category: str = ""
    country: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    description: str = ""
    contract: str = ""
    size_wanted: int | None = None
    zone_wanted: str = ""
    priority: int = 0
    host: str | None = None
    waitlisted: bool = False
    note: str = ""
    badges_extra: int = 0


class Role(StrEnum):
    """What a person does at the event; it colours the badge."""

    EXHIBITOR = "exhibitor"
    VISITOR = "visitor"
    SPEAKER = "speaker"
    PRESS = "press"
    ORGANISER = "organiser"
    STAFF = "staff"
    CONTRACTOR = "contractor"
    VIP = "vip"
    DELEGATION = "delegation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Row):
    """Someone who wears a badge.

    Attributes:
        given, family: name in Latin script; ``native`` the whole name in the person's own script.
        exhibitor: id of the exhibitor the person works for, or None.
        company: as printed; empty means the exhibitor's name.
        delegation: the group the person travels with, or empty.
        days: days on which the badge is valid; empty means every day of the event.
        code: what the QR carries; unique in the project.
        access: ids of the zones that the badge opens; empty for those that are open to all.
        seat: as printed.
        photo: SHA-256 of the cropped photo, under which the store keeps it, or empty.
        consented: day on which the person agreed to the use of the data, or None.
        keep_until: day after which the person is to be erased, or None.
        note: for the staff, never printed.
    """

    role: Role = Role.VISITOR
    title: str = ""
    given: str = ""
    family: str = ""
    native: str = ""
    exhibitor: str | None = None
    company: str = ""
    company_native: str = ""
    job: str = ""
    email: str = ""
    phone: str = ""
    delegation: str = ""
    days: tuple[date, ...] = ()
    code: str = ""
    access: tuple[str, ...] = ()
    seat: str = ""
    photo: str = ""
    consented: date | None = None
    keep_until: date | None = None
    note: str = ""

    @property
    def latin(self) -> str:
        """Given name and family name in Latin script."""
        return f"{self.given} {self.family}".strip()
