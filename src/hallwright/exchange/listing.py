"""The lists that are exported: headings and rows as an importer, ours or another's, reads them again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hallwright.exchange.fields import FIELDS, What
from hallwright.exchange.wkt import outline_text
from hallwright.expo.people import Exhibitor, Person
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.geometry.outline import bounds
from hallwright.geometry.units import square_metres
from hallwright.support.text import folded, natural_key

Cell = str | int | float


class Export(StrEnum):
    """What can be exported as a list."""

    BOOTHS = "booths"
    EXHIBITORS = "exhibitors"
    PEOPLE = "people"
    ASSIGNMENTS = "assignments"


class Listing(NamedTuple):
    """A list: its name, its headings, its rows; an empty text is an empty cell."""

    name: str
    headings: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


_BOOTHS = (
    "Booth number",
    "Hall",
    "Zone",
    "Type (open sides)",
    "Construction",
    "Status",
    "Exhibitor",
    "Area m2",
    "Outline WKT (m)",
    "X (m)",
    "Y (m)",
    "Width (m)",
    "Depth (m)",
    "Note",
)
_ASSIGNMENTS = (
    "Exhibitor",
    "Native name",
    "Contract number",
    "Hall",
    "Booth number",
    "Status",
    "Held until",
    "Area m2",
)


def listing(show: Show, what: Export) -> Listing:
    """Return a list of the show in an order that is the same for the same show."""
    return _MAKERS[what](show)


def _booths(show: Show) -> Listing:
    return Listing("Booths", _BOOTHS, (booth_row(show, booth) for booth in in_order(show)))


def in_order(show: Show) -> list[Booth]:
    """Return all booths by hall and number."""
    halls = {key: place for place, key in enumerate(show.halls)}
    return sorted(
        show.booths.values(), key=lambda booth: (halls.get(booth.hall, -1), natural_key(booth.number), booth.id)
    )


def booth_row(show: Show, booth: Booth) -> tuple[Cell, ...]:
    """Return what a list of booths says of one."""
    zone = show.zone_of(booth)
    box = bounds(booth.outline) if booth.outline else None
    return (
        booth.number,
        _hall(show, booth),
        zone.name if zone else "",
        booth.type,
        booth.construction.value,
        booth.status.value,
        _named(show, booth.exhibitor),
        "" if booth.draft else square_metres(booth.area),
        outline_text(booth.outline),
        *((side / 1000 for side in (box.left, box.top, box.width, box.height)) if box else ("",) * 4),
        booth.note,
    )


def _exhibitors(show: Show) -> Listing:
    fields = FIELDS[What.EXHIBITORS]
    order = sorted(show.exhibitors.values(), key=lambda row: (natural_key(folded(row.sort_name or row.name)), row.id))
    return Listing(
        "Exhibitors",
        tuple("Size wanted (m2)" if field.name == "size_wanted" else field.label for field in fields),
        (tuple(_exhibitor_cell(show, row, field.name) for field in fields) for row in order),
    )


def _exhibitor_cell(show: Show, row: Exhibitor, name: str) -> Cell:
    if name == "host":
        return _named(show, row.host)
    if name == "size_wanted":
        return "" if row.size_wanted is None else row.size_wanted / 1_000_000
    if name == "waitlisted":
        return "yes" if row.waitlisted else "no"
    value: Cell = getattr(row, name)
    return value


def _people(show: Show) -> Listing:
    fields = [field for field in FIELDS[What.PEOPLE] if field.name != "name"]
    order = sorted(show.people.values(), key=lambda row: (folded(row.family), folded(row.given), row.native, row.code))
    return Listing(
        "People",
        tuple(field.label for field in fields),
        (tuple(_person_cell(show, row, field.name) for field in fields) for row in order),
    )


def _person_cell(show: Show, row: Person, name: str) -> Cell:
    if name == "exhibitor":
        return _named(show, row.exhibitor)
    if name == "days":
        return "; ".join(day.isoformat() for day in row.days) or "every day"
    if name == "access":
        zones = (show.zones[key] for key in row.access if key in show.zones)
        return "; ".join(dict.fromkeys(zone.name or zone.name_native for zone in zones))
    if name in ("consented", "keep_until"):
        on: date | None = getattr(row, name)
        return on.isoformat() if on is not None else ""
    if name == "role":
        return row.role.value
    value: Cell = getattr(row, name)
    return value


def _assignments(show: Show) -> Listing:
    return Listing("Assignments", _ASSIGNMENTS, _assignment_rows(show))


def _assignment_rows(show: Show) -> Iterator[tuple[Cell, ...]]:
    for booth in in_order(show):
        party = show.exhibitors.get(booth.exhibitor) if booth.exhibitor else None
        if party is not None:
            yield (
                party.name,
                party.name_native,
                party.contract,
                _hall(show, booth),
                booth.number,
                booth.status.value,
                booth.held_until.isoformat(" ", "minutes") if booth.held_until else "",
                "" if booth.draft else square_metres(booth.area),
            )


def _hall(show: Show, booth: Booth) -> str:
    return show.halls[booth.hall].name if booth.hall in show.halls else ""


def _named(show: Show, exhibitor: str | None) -> str:
    return show.exhibitors[exhibitor].name if exhibitor and exhibitor in show.exhibitors else ""


_MAKERS: Mapping[Export, Callable[[Show], Listing]] = {
    Export.BOOTHS: _booths,
    Export.EXHIBITORS: _exhibitors,
    Export.PEOPLE: _people,
    Export.ASSIGNMENTS: _assignments,
}
