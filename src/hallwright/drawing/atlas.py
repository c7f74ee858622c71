"""An atlas: one sheet a zone, all at one scale, each with a map of the hall and the names of its neighbours."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from hallwright.drawing.composing import Composer
from hallwright.drawing.fonts import width
from hallwright.drawing.options import SheetOptions
from hallwright.drawing.pane import TRIED
from hallwright.drawing.paper import SMALLEST, Layout, choose, layout
from hallwright.drawing.primitives import Anchor, NotShown, Shapes, Text
from hallwright.drawing.symbols import shapes
from hallwright.drawing.titleblock import BAND, Side
from hallwright.drawing.viewsheet import ViewSheet
from hallwright.drawing.wholehall import WholeHall
from hallwright.drawing.wording import joined, names, word
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall, Zone
from hallwright.geometry.outline import Box, Outline, bounds, bounds_of, centre, contains
from hallwright.support.i18n import _

_SIGN = 2.1
"""Size of a neighbour's name in the band of the grid, mm."""
_LETTER = 5.0
"""mm that the grid's letters need on either side of a neighbour's name."""
_SEEN = 1000
"""mm of floor along its side that a neighbour must have to be named."""
_TRIED = 20
"""Booths of each zone that are tried at least before sheet and scale are chosen."""
_LEAST = 14.0
"""Height of the smallest map of the hall that is of use, times the sheet's unit."""


class Neighbour(NamedTuple):
    """A zone beside another: on which side, and from where to where along it, mm of floor."""

    zone: Zone
    side: Side
    start: int
    end: int


def neighbours(zone: Zone, others: Sequence[Zone]) -> list[Neighbour]:
    """Return the zones that come next on each side of a zone, those hidden behind another left out."""
    here = bounds(zone.outline)
    found: list[tuple[int, Neighbour]] = []
    for other in others:
        if other.id == zone.id:
            continue
        box = bounds(other.outline)
        gaps = {
            Side.LEFT: here.left - box.right,
            Side.RIGHT: box.left - here.right,
            Side.TOP: here.top - box.bottom,
            Side.BOTTOM: box.top - here.bottom,
        }
        # Outlines may overlap a little: the side is where most lies between them.
        side = max(gaps, key=lambda one: gaps[one])
        start, end = _shared(here, box, side)
        if start < end:
            found.append((gaps[side], Neighbour(other, side, start, end)))
    found.sort(key=lambda one: one[0])
    kept: list[Neighbour] = []
    for _gap, one in found:
        start, end = _left_over(one.start, one.end, [k for k in kept if k.side is one.side])
        if end - start >= _SEEN:
            kept.append(one._replace(start=start, end=end))
    return kept


def _left_over(start: int, end: int, before: Sequence[Neighbour]) -> tuple[int, int]:
    """Return the longest stretch of a side that nearer neighbours leave to one behind them."""
    best, at = (start, start), start
    for one in [*sorted(before, key=lambda known: known.start), None]:
        until = end if one is None else min(max(one.start, at), end)
        if until - at > best[1] - best[0]:
            best = at, until
        at = at if one is None else max(at, one.end)
    return best


def _shared(one: Box, other: Box, side: Side) -> tuple[int, int]:
    if side in (Side.LEFT, Side.RIGHT):
        return max(one.top, other.top), min(one.bottom, other.bottom)
    return max(one.left, other.left), min(one.right, other.right)


class Atlas:
    """The sheets of one hall, one a zone; a hall without zones is one sheet."""

    def __init__(self, show: Show, hall: Hall, options: SheetOptions) -> None:
        self.show, self.hall, self.options = show, hall, options
        self.zones = show.zones.where("hall", hall.id)
        self._whole = WholeHall(show, hall.id)
        self.sheets = self._sheets() if self.zones else [ViewSheet(show, hall, options, whole=self._whole)]
        self._where = {booth.id: k for k, sheet in reversed(list(enumerate(self.sheets))) for booth in sheet.booths}

    def _sheets(self) -> list[ViewSheet]:
        choices = [replace(self.options, zone=zone.id, box=None) for zone in self.zones]
        first = layout("A3", 100, True)
        probes = [ViewSheet(self.show, self.hall, each, first, self._whole) for each in choices]
        few = max(TRIED // len(probes), _TRIED)
        wide, high = max(p.box.width for p in probes), max(p.box.height for p in probes)

        def lost(place: Layout) -> float:
            return sum(p.lost_share(place, few) * len(p.booths) for p in probes) / max(
                sum(len(p.booths) for p in probes), 1
            )

        asked = self.options
        name = joined(self.hall.name, self.hall.name_native, "both")
        place = choose(Box(0, 0, wide, high), asked.sheet, asked.scale, asked.landscape, lost, name)
        return [ViewSheet(self.show, self.hall, each, place, self._whole) for each in choices]

    def compose(self, still: Callable[[], None] = lambda: None) -> list[NotShown]:
        """Set all sheets; return the booths that none shows. ``still`` is called before each, and may end it."""
        for number, (sheet, zone) in enumerate(zip(self.sheets, self.zones, strict=False), 1):
            still()
            signs = _Signs(sheet, self.options.lang)
            for one in neighbours(zone, self.zones):
                signs.set(one, self.zones.index(one.zone) + 1)
            sheet.compose(number=f"{number} / {len(self.sheets)}", without=frozenset(signs.taken))
            sheet.page.items += signs.page.items
            sheet.page.lost += signs.page.lost
            self._map(sheet, zone)
        if not self.zones:
            self.sheets[0].compose()
        reason = _("it lies in no zone, so no sheet of the atlas shows it")
        booths = self.show.booths.where("hall", self.hall.id)
        return [NotShown(b.id, b.number, reason) for b in booths if b.outline and b.id not in self._where]

    def reference(self, booth: Booth) -> str:
        """Return sheet and field of a booth, such as ``2/C4``; a dash if no sheet shows it."""
        number = self._where.get(booth.id)
        if number is None:
            return "–"
        field = self.sheets[number].reference(booth)
        return f"{number + 1}/{field}" if len(self.sheets) > 1 else field

    def field(self, outline: Outline) -> str:
        """Return sheet and field of anything else: on the sheet of its zone, or on the first that shows it."""
        x, y = centre(outline)
        inside = [k for k, zone in enumerate(self.zones) if contains(zone.outline, x, y)]
        for number in [*inside, *range(len(self.sheets))]:
            field = self.sheets[number].field(outline)
            if field != "–":
                return f"{number + 1}/{field}" if len(self.sheets) > 1 else field
        return "–"

    def _map(self, sheet: ViewSheet, here: Zone) -> None:
        """Set the hall small into the panel, this zone dark, each zone with the number of its sheet."""
        page, place, lang = sheet.page, sheet.place, self.options.lang
        unit, (top, foot) = place.unit, sheet.free
        left, right = place.panel[0] + 4 * unit, place.panel[2]
        # A zone may reach beyond the hall.
        floor = bounds_of([self.hall.outline, *(zone.outline for zone in self.zones)]) or bounds(self.hall.outline)
        start = top + 6.4 * unit
        room = foot - 3.0 * unit - start
        if room < _LEAST * unit:
            page.lost.append(NotShown(here.id, word("key-map", lang), _("there is no room beside the plan")))
            return
        page.line(word("key-map", lang), left, top + 3.4 * unit, 2.6 * unit, right - left, bold=True)
        page.rule(left, top + 4.6 * unit, right)
        factor = min((right - left) / floor.width, room / floor.height)

        def put(role: str, outline: Outline) -> Shapes:
            ring = (np.asarray(outline, dtype=float) - (floor.left, floor.top)) * factor + (left, start)
            return shapes(role, [ring])

        page.items.append(put("key.hall", self.hall.outline))
        for zone in sorted(self.zones, key=lambda one: one.id == here.id):
            page.items.append(put("key.here" if zone.id == here.id else "key.zone", zone.outline))
        for number, zone in enumerate(self.zones, 1):
            x, y = centre(zone.outline)
            size = min(2.6 * unit, bounds(zone.outline).height * factor * 0.8)
            role = "text.inverse" if zone.id == here.id else "text"
            x, y = left + (x - floor.left) * factor, start + (y - floor.top) * factor
            wide = bounds(zone.outline).width * factor * 0.9
            page.line(str(number), x, y + size * 0.36, size, wide, role=role, bold=True, anchor=Anchor.MIDDLE)
        sheet.free = start + floor.height * factor + 3.0 * unit, foot


class _Signs:
    """Sets the names of neighbours into the band of the grid, each where two fields meet."""

    def __init__(self, sheet: ViewSheet, lang: str) -> None:
        self._sheet, self._lang = sheet, lang
        self.page = Composer()
        self.taken: set[tuple[Side, int]] = set()

    def set(self, one: Neighbour, number: int) -> None:
        """Set the name of one neighbour and the number of its sheet."""
        fields, (left, top, right, bottom) = self._sheet.fields, self._sheet.place.view
        level = one.side in (Side.TOP, Side.BOTTOM)
        origin, size, count = (left, fields.wide, fields.columns) if level else (top, fields.high, fields.rows)
        x, y = self._sheet.on_paper((one.start + one.end) / 2, (one.start + one.end) / 2)
        wanted = ((x if level else y) - origin) / size * count
        free = [k for k in range(1, count) if (one.side, k) not in self.taken]
        text = self._text(one.zone, number, size / count - 2 * _LETTER)
        if not free or not text:
            name = joined(one.zone.name, one.zone.name_native, self._lang)
            self.page.lost.append(NotShown(one.zone.id, name, _("the name of the neighbour does not fit the edge")))
            return
        spot = min(free, key=lambda k: abs(k - wanted))
        self.taken.add((one.side, spot))
        along = origin + size * spot / count
        across = {
            Side.TOP: top - BAND / 2,
            Side.BOTTOM: bottom + BAND / 2,
            Side.LEFT: left - BAND / 2,
            Side.RIGHT: right + BAND / 2,
        }[one.side]
        turn = {Side.TOP: 0.0, Side.BOTTOM: 0.0, Side.LEFT: -90.0, Side.RIGHT: 90.0}[one.side]
        x, y = (along, across + _SIGN * 0.36) if level else (across + _SIGN * 0.36 * (-1 if turn > 0 else 1), along)
        self.page.items.append(Text("text", text, x, y, _SIGN, Anchor.MIDDLE, True, turn, one.zone.id))
        wide = width(text, _SIGN, True) / 2 + 2.4
        for end in (along - wide, along + wide):
            self.page.items.append(_arrow(one.side, end, across))

    def _text(self, zone: Zone, number: int, room: float) -> str:
        """Return name and sheet as they fit: in all scripts, in one, or the sheet alone."""
        latin, native = names(zone.name, zone.name_native, self._lang)
        sheet = f"{word('sheet-number', self._lang)} {number}"
        for name in (joined(zone.name, zone.name_native, self._lang), native, latin):
            text = f"{name} · {number}" if name else ""
            if text and width(text, _SIGN, True) <= room - 4.8:
                return text
        return sheet if width(sheet, _SIGN, True) <= room - 4.8 and _SIGN >= SMALLEST else ""


def _arrow(side: Side, along: float, across: float) -> Shapes:
    """Return a small triangle that points outwards."""
    ring = np.array([[0.0, -0.9], [0.8, 0.6], [-0.8, 0.6]])
    quarter = {Side.TOP: 0, Side.RIGHT: 1, Side.BOTTOM: 2, Side.LEFT: 3}[side]
    for _turn in range(quarter):
        ring = np.column_stack([-ring[:, 1], ring[:, 0]])
    at = (along, across) if side in (Side.TOP, Side.BOTTOM) else (across, along)
    return shapes("key.arrow", [ring + at])
