"""Aisles: recognised as the free floor between booths, and given names."""

from collections.abc import Iterable
from typing import Any

from hallwright.editing.change import Change, amend, create, remove
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Aisle, FixtureKind
from hallwright.geometry.adjoining import SERVICE_GAP
from hallwright.geometry.outline import Outline, bounds, fault
from hallwright.geometry.passages import Clear, Passage, clear_width, passages
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.ids import new_id
from hallwright.support.text import count_of, one_line

_OPEN = frozenset(
    (
        FixtureKind.ENTRANCE,
        FixtureKind.EXIT,
        FixtureKind.FIRE_EXIT,
        FixtureKind.HYDRANT,
        FixtureKind.EXTINGUISHER,
        FixtureKind.PANEL,
        FixtureKind.NO_BUILD,
        *DROPS,
    )
)
"""Kinds that an aisle leads over or past: doors, things on walls, supplies in the floor, floor to keep clear."""


def recognise(show: Show, hall: str, service_gap: int = SERVICE_GAP) -> list[Passage]:
    """Return the aisles of a hall as rectangles of free floor, the largest first; crossings belong to both.

    Raises:
        Refused: the hall is gone, or its outline encloses no proper floor.
    """
    room = _hall_outline(show, hall)
    bodies = [booth.outline for booth in show.booths.where("hall", hall) if not booth.draft]
    bodies += [row.outline for row in show.fixtures.where("hall", hall) if row.kind not in _OPEN]
    return passages(room, bodies, service_gap)


def measured(show: Show, aisle: Aisle) -> Clear | None:
    """Return how wide a named aisle is now where it is narrowest; None if nothing stands beside it."""
    room = show.halls[aisle.hall].outline
    if fault(aisle.outline) or fault(room):
        return None
    box = bounds(aisle.outline)
    by = max(min(box.width, box.height), SERVICE_GAP)
    near = [row.outline for row in show.booths.near([aisle.outline], by) if row.hall == aisle.hall and not row.draft]
    standing = [row.outline for row in show.fixtures.where("hall", aisle.hall) if row.kind not in _OPEN]
    wide = box.grown(by)
    near += [outline for outline in standing if bounds(outline).touches(wide) and not fault(outline)]
    return clear_width(aisle.outline, room, near)


def add_aisle(show: Show, hall: str, name: str, outline: Outline, **values: Any) -> Change:
    """Name an aisle; ``values`` are further fields of the Aisle, such as ``main``.

    Raises:
        Refused: the hall is gone, the name is empty, or the outline encloses no proper floor.
    """
    _hall_outline(show, hall)
    name = _name(name)
    aisle = Aisle(id=new_id(), hall=hall, name=name, outline=_sound(outline, name), **values)
    return Change.of("add-aisle", f"Name aisle {name}", [create(aisle)])


def amend_aisle(show: Show, aisle: str, **values: Any) -> Change:
    """Set fields of a named aisle; refused as for ``add_aisle``."""
    row = _aisle(show, aisle)
    if "name" in values:
        values["name"] = _name(values["name"])
    if "outline" in values:
        _sound(values["outline"], row.name)
    return Change.of("amend-aisle", f"Edit aisle {row.name}", [amend(row, **values)])


def delete_aisles(show: Show, aisles: Iterable[str]) -> Change:
    """Take the names off aisles; the floor stays free as it is.

    Raises:
        Refused: one is gone.
    """
    rows = [_aisle(show, key) for key in aisles]
    named = f"aisle {rows[0].name}" if len(rows) == 1 else count_of(len(rows), "aisle")
    return Change.of("delete-aisles", f"Delete {named}", [remove(row) for row in rows])


def _aisle(show: Show, key: str) -> Aisle:
    if key not in show.aisles:
        raise Refused(_("The aisle is no longer named"), mend=_("Choose another."))
    return show.aisles[key]


def _hall_outline(show: Show, hall: str) -> Outline:
    if hall not in show.halls:
        raise Refused(_("The hall no longer exists"), mend=_("Choose another hall."))
    return _sound(show.halls[hall].outline, show.halls[hall].name)


def _name(name: str) -> str:
    name = one_line(name)
    if not name:
        raise Refused(_("A named aisle needs a name"))
    return name


def _sound(outline: Outline, where: str) -> Outline:
    wrong = fault(outline)
    if wrong:
        raise Refused(_("It cannot be drawn so: {wrong}").format(wrong=_(wrong)), where, _("Draw it again."))
    return outline
