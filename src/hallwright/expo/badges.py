"""How badges look, and the badges that were printed."""

from dataclasses import dataclass
from datetime import datetime

from hallwright.expo.people import Role
from hallwright.expo.row import Row

UNUSED = ("",)
"""Roles of a template that makes nobody's badge yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template(Row):
    """How the badges of some roles look.

    Attributes:
        name: as staff call it.
        parent: id of the template whose parts this one takes over where it has none of its own, or None.
        roles: values of ``Role`` whose badges it makes; empty for all that no other template makes, ``UNUSED`` for
            nobody's yet.
        design: page and elements as JSON text; pictures are named by the hash under which the store keeps them.
    """

    name: str
    parent: str | None = None
    roles: tuple[str, ...] = ()
    design: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge(Row):
    """A badge that was printed: its id is what its code vouches for.

    Attributes:
        person: id of who wears it; the person may have been erased since.
        role: of the person when it was printed.
        printed: when, in UTC.
        desk: where, as that desk calls itself; empty for a print shop.
        reason: why it was printed again, or empty.
        shown: hash of what it shows, to tell which people have changed since.
        voided: when it was declared void, in UTC, or None while it is good.
        void_reason: why.
    """

    person: str
    role: Role
    printed: datetime
    desk: str = ""
    reason: str = ""
    shown: str = ""
    voided: datetime | None = None
    void_reason: str = ""
