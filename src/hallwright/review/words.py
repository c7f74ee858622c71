"""How rows, shifts, sizes and fields are called where differences are told."""

import math
from collections.abc import Iterable, Mapping

from hallwright.expo.event import Event, ThemeDay
from hallwright.expo.lengths import told, told_area, told_size
from hallwright.expo.people import Exhibitor
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Booth, Fixture, Hall, Zone
from hallwright.expo.terms import called
from hallwright.expo.underlay import Underlay
from hallwright.geometry.outline import Outline, area, bounds, fault
from hallwright.support.i18n import N_, _

_KINDS: Mapping[type[Row], str] = {
    Event: N_("Event"),
    ThemeDay: N_("Theme day"),
    Hall: N_("Hall"),
    Zone: N_("Zone"),
    Fixture: N_("Fixture"),
    Aisle: N_("Aisle"),
    Underlay: N_("Underlay"),
    Booth: N_("Booth"),
    Exhibitor: N_("Exhibitor"),
}
_WAYS = (
    N_("up"),
    N_("up and to the right"),
    N_("to the right"),
    N_("down and to the right"),
    N_("down"),
    N_("down and to the left"),
    N_("to the left"),
    N_("up and to the left"),
)
_WINDS = (
    *(N_("north"), N_("north-east"), N_("east"), N_("south-east")),
    *(N_("south"), N_("south-west"), N_("west"), N_("north-west")),
)
_DETAILS: Mapping[str, str] = {
    "name": N_("name"),
    "name_native": N_("name"),
    "theme": N_("theme"),
    "theme_native": N_("theme"),
    "venue": N_("venue"),
    "venue_native": N_("venue"),
    "day": N_("dates"),
    "note": N_("note"),
    "sort_name": N_("sort name"),
    "category": N_("category"),
    "country": N_("country"),
    "address": N_("address"),
    "contact": N_("contact"),
    "phone": N_("phone"),
    "email": N_("e-mail"),
    "website": N_("website"),
    "description": N_("description"),
    "contract": N_("contract"),
    "size_wanted": N_("size wanted"),
    "zone_wanted": N_("zone wanted"),
    "priority": N_("priority"),
    "storey": N_("storey"),
    "north": N_("north arrow"),
    "gross": N_("counts to the gross area"),
    "former_numbers": N_("former numbers"),
    "sides_fixed": N_("open sides set by hand"),
    "profile": N_("rule profile"),
    "starts": N_("dates"),
    "ends": N_("dates"),
    "numbers_frozen_on": N_("freeze of numbers"),
}


def kind_of(row: Row) -> str:
    """Return what a row is: a booth, a zone."""
    return _(_KINDS[type(row)])


def subject(row: Row) -> str:
    """Return what a row is called."""
    if isinstance(row, Booth):
        return row.number or _("unnumbered")
    if isinstance(row, Hall | Zone | Fixture | Aisle | Exhibitor | Event):
        return called(row)
    return str(getattr(row, "name", ""))


def party(show: Show, key: str | None) -> str:
    """Return the name of an exhibitor, or that there is none."""
    row = show.exhibitors.get(key or "")
    return called(row) if row is not None else _("nobody")


def shift_text(dx: int, dy: int, north: int | None = None) -> str:
    """Return how far and which way something was moved: ``3.2 m to the right``, with the wind where north is known."""
    turn = math.degrees(math.atan2(dx, -dy))
    way = _(_WAYS[round(turn / 45) % 8])
    # To the centimetre: a slanted way has no round millimetres.
    far = told(round(math.hypot(dx, dy), -1) if dx and dy else abs(dx or dy))
    if north is None:
        return _("{distance} {way} on the plan").format(distance=far, way=way)
    wind = _(_WINDS[round((turn + north / 10) / 45) % 8])
    return _("{distance} {way} on the plan, to the {wind}").format(distance=far, way=way, wind=wind)


def size(outline: Outline) -> str:
    """Return the size of an outline, such as ``3 × 3 m, 9 m²``."""
    if not outline:
        return "–"
    box = bounds(outline)
    ground = told_area(area(outline)) if not fault(outline) else _("draft")
    return _("{size}, {area}").format(size=told_size(box.width, box.height), area=ground)


def change(was: str, now: str) -> str:
    """Return what it was and what it is."""
    return _("{was} → {now}").format(was=was or "–", now=now or "–")


def details(fields: Iterable[str]) -> str:
    """Name fields."""
    known = [_(_DETAILS[name]) for name in fields if name in _DETAILS]
    return ", ".join(dict.fromkeys(known)) or _("other details")
