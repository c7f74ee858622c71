"""What stands still on the canvas: hall, zones, fixtures, booths and their labels."""

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hallwright.desktop.drops import Drops
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.layers import Layers
from hallwright.desktop.painter import Place, QtPainter, polygon, rects
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.beneath import beneath_shapes
from hallwright.drawing.columns import ROLES, BoothColumns
from hallwright.drawing.extents import Extent, extent_of, touches
from hallwright.drawing.labels import booth_label
from hallwright.drawing.plan import background
from hallwright.drawing.primitives import Drawing, Text
from hallwright.drawing.theme import Theme
from hallwright.editing.change import Change
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Booth, Fixture, Hall, Zone
from hallwright.expo.underlay import Underlay
from hallwright.geometry.outline import Box, bounds

PAPER = 96 / 25.4
"""Pixels that stand for a millimetre of line width on a screen."""
EDGE = 4.0
"""Pixels by which lines may reach beyond what they outline."""
LABEL_ROOM = 13.0
"""A booth narrower than this many pixels gets no label."""
SMALLEST_TEXT, LEAST_TEXT, LARGEST_TEXT = 6.25, 8.5, 15.0
SMALLEST_NUMBER = 5.0
"""A number alone may be this small, so that M01 is there where F01 is: a row half numbered looks broken."""
STEP = 1.25
MANY = 1500
"""From so many booths on, the prebuilt lists are faster than fresh ones."""
GRID_STEPS = (100, 500, 1000)
"""Millimetres between the lines of the grid; the finest whose lines stand far enough apart is drawn."""
GRID_ROOM = 32.0
CROWD = 500
"""Up to so many labels are laid out in one go."""
PATIENCE = 0.005
"""Seconds that one frame may spend on laying out more: the rest follows in the next."""
_KEPT = 60_000
Slots = npt.NDArray[np.intp]
Backdrop = Callable[[QPainter, Viewport, QRectF, Theme], None]


class Scenery:
    """Paints any part of one hall at any zoom."""

    def __init__(self, show: Show, hall: str, theme: Theme, glyphs: Glyphs) -> None:
        self.show = show
        self.hall = hall
        self.theme = theme
        self.columns = BoothColumns.of(show, hall)
        self._layers = Layers()
        self.unfinished = False
        """Whether labels are missing in what was painted last, so that painting it again shows more of them."""
        self.backdrop: Backdrop | None = None
        """Paints what lies beneath the plan, above the bare floor."""
        self._glyphs = glyphs
        self._background: Drawing | None = None
        self._drops: Drops | None = None
        self._beneath: Drawing | None = None
        self._reach: dict[int, Extent] = {}
        self._whole: dict[int, list[QRectF]] = {}
        self._labels: dict[int, dict[str, _Label]] = {}

    @property
    def layers(self) -> Layers:
        """What is shown."""
        return self._layers

    @layers.setter
    def layers(self, layers: Layers) -> None:
        self._layers = layers
        self._labels.clear()

    def extent(self) -> Box | None:
        """Return the box of everything in the hall, or None without a hall."""
        if self.hall not in self.show.halls:
            return None
        frame = bounds(self.show.halls[self.hall].outline)
        if not len(self.columns.boxes) or np.isnan(self.columns.boxes).all():
            return frame
        low, high = np.nanmin(self.columns.boxes, axis=0), np.nanmax(self.columns.boxes, axis=0)
        left, top = min(frame.left, int(low[0])), min(frame.top, int(low[1]))
        return Box(left, top, max(frame.right, int(high[2])), max(frame.bottom, int(high[3])))

    def update(self, show: Show, change: Change) -> Box | None:
        """Take in a change; returns the part of the hall to paint anew, or None for all of it."""
        self.show = show
        if change.kinds() & {Aisle, Hall, Underlay, Zone, Fixture} or len(change.edits) > MANY:
            self._background = self._drops = self._beneath = None
            self._whole.clear()
            self.columns = BoothColumns.of(show, self.hall)
            return None
        touched = {edit.row.id for edit in change if isinstance(edit.row, Booth)}
        for edit in change:
            if isinstance(edit.row, Exhibitor):
                touched |= {booth.id for booth in show.booths.where("exhibitor", edit.row.id)}
        before = self.boxes_of(touched)
        self._drop_whole(touched)
        self.columns.update(show, touched)
        self._drop_whole(touched)
        boxes = before + self.boxes_of(touched)
        if not boxes:
            return Box(0, 0, 0, 0)
        some = np.array(boxes)
        return Box(*(int(v) for v in (*some[:, :2].min(axis=0), *some[:, 2:].max(axis=0))))

    def boxes_of(self, ids: Iterable[str]) -> list[tuple[float, ...]]:
        """Return the boxes of those booths that stand in this hall."""
        slots = [self.columns.slots[key] for key in ids if key in self.columns.slots]
        return [tuple(row) for row in self.columns.boxes[slots].tolist()]

    def _drop_whole(self, ids: Iterable[str]) -> None:
        for key in ids:
            slot = self.columns.slots.get(key)
            if slot is not None:
                self._whole.pop(int(self.columns.roles[slot]), None)

    def paint(
        self,
        painter: QPainter,
        view: Viewport,
        area: QRectF,
        hidden: frozenset[str] = frozenset(),
        *,
        texts: bool = True,
    ) -> None:
        """Paint the part of the view in ``area`` (pixels), leaving out some booths, or all texts."""
        painter.setClipRect(area)
        around = self.theme.style("panel").fill
        if around is not None:
            painter.fillRect(area, QColor(around.rgb))
        if self.hall not in self.show.halls:
            return
        if self._background is None:
            self._background = background(self.show, self.hall, "both")
            self._reach = {id(item): extent_of(item) for item in self._background}
        place = Place(view.scale, -view.left * view.scale, -view.top * view.scale)
        # Lines thin out as the hall shrinks, or a small view would be nothing but outlines.
        brush = QtPainter(painter, self.theme, self._glyphs, PAPER * min(1.0, max(0.35, view.scale * 30)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top = view.to_mm(area.left() - EDGE, area.top() - EDGE)
        right, bottom = view.to_mm(area.right() + EDGE, area.bottom() + EDGE)
        here = left, top, right, bottom
        shown = self.layers.shown(self._background, texts=texts)
        # The hall itself stays first, for the backdrop is painted between it and the rest.
        floor = tuple(item for k, item in enumerate(shown) if k == 0 or touches(self._reach[id(item)], here))
        if self.backdrop is not None and self.layers.underlays and self.show.underlays.where("hall", self.hall):
            brush.draw(floor[:1], place)
            self.backdrop(painter, view, area, self.theme)
            for item in floor[1:]:
                # A zone's colour would cover what is to be drawn after.
                painter.setOpacity(0.5 if getattr(item, "role", "") == "zone" else 1.0)
                brush.draw((item,), place)
            painter.setOpacity(1.0)
        else:
            brush.draw(floor, place)
        if self.layers.beneath:
            self._beneath = beneath_shapes(self.show, self.hall) if self._beneath is None else self._beneath
            brush.draw(self._beneath, place)
        if self.layers.grid:
            self._grid(painter, view, area)
        boxes = self.columns.boxes
        mask = (boxes[:, 0] <= right) & (boxes[:, 1] <= bottom) & (boxes[:, 2] >= left) & (boxes[:, 3] >= top)
        for key in hidden:
            if key in self.columns.slots:
                mask[self.columns.slots[key]] = False
        slots = np.flatnonzero(mask)
        self._booths(painter, brush, place, slots, whole=not hidden and len(slots) > MANY)
        if self.layers.supplied:
            self._drops = self._drops or Drops(self.show, self.hall)
            brush.draw(self._drops.within(*here, view.scale), place)
        if texts and (self.layers.numbers or self.layers.names):
            self._texts(brush, place, slots, view)

    def _grid(self, painter: QPainter, view: Viewport, area: QRectF) -> None:
        step = next((step for step in GRID_STEPS if step * view.scale >= GRID_ROOM), None)
        rule = self.theme.style("rule").stroke
        if step is None or rule is None:
            return
        left, top = view.to_mm(area.left(), area.top())
        right, bottom = view.to_mm(area.right(), area.bottom())
        lines = []
        for mm in range(math.ceil(left / step) * step, math.floor(right) + 1, step):
            x = view.to_pixel(mm, 0)[0]
            lines.append(QLineF(x, area.top(), x, area.bottom()))
        for mm in range(math.ceil(top / step) * step, math.floor(bottom) + 1, step):
            y = view.to_pixel(0, mm)[1]
            lines.append(QLineF(area.left(), y, area.right(), y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(rule.rgb), 1))
        painter.drawLines(lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _booths(
        self,
        painter: QPainter,
        brush: QtPainter,
        place: Place,
        slots: Slots,
        *,
        whole: bool,
    ) -> None:
        roles = self.columns.roles[slots]
        for index, role in enumerate(ROLES):
            some = slots[roles == index]
            if not len(some):
                continue
            style = self.theme.style(self.layers.role(role))
            painter.setPen(brush.pen(style))
            painter.setBrush(brush.brush(style))
            rings = [slot for slot in self.columns.rings if self.columns.roles[slot] == index]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            if whole:
                painter.save()
                painter.translate(place.dx, place.dy)
                painter.scale(place.scale, place.scale)
                painter.drawRects(self._prebuilt(index, rings))
                painter.restore()
            else:
                upright = np.setdiff1d(some, rings, assume_unique=True) if rings else some
                if len(upright):
                    painter.drawRects(rects(self.columns.boxes[upright], place))
            shown = set(some.tolist()) if rings else set()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for slot in rings:
                if slot in shown:
                    painter.drawPolygon(polygon(self.columns.rings[slot], place), Qt.FillRule.WindingFill)

    def _prebuilt(self, role: int, rings: list[int]) -> list[QRectF]:
        if role not in self._whole:
            mask = (self.columns.roles == role) & ~np.isnan(self.columns.boxes[:, 0])
            mask[rings] = False
            self._whole[role] = rects(self.columns.boxes[mask], Place(1.0, 0.0, 0.0))
        return self._whole[role]

    def _texts(self, brush: QtPainter, place: Place, slots: Slots, view: Viewport) -> None:
        boxes = self.columns.boxes[slots]
        room = LABEL_ROOM / view.scale
        wide = ((boxes[:, 2] - boxes[:, 0]) >= room) & ((boxes[:, 3] - boxes[:, 1]) >= room * 0.7)
        some, ids, booths, step = slots[wide].tolist(), self.columns.ids, self.show.booths, _step(view.scale)
        end = time.perf_counter() + PATIENCE if len(some) > CROWD else math.inf
        self.unfinished = False
        texts: list[Text] = []
        for slot in some:
            booth = booths[ids[slot]]
            known = self._known(booth, step)
            if known is None and time.perf_counter() < end:
                known = self._lay_out(booth, step)
            elif known is None:
                # Till its turn comes, the label of a zoom near this one stands in, if there is one.
                self.unfinished = True
                known = self._known(booth, step - 1) or self._known(booth, step + 1) or []
            texts += known
        brush.draw(tuple(texts), place)

    def label(self, booth: Booth, scale: float) -> list[Text]:
        """Return a booth's label for a zoom; zooms within a quarter share one layout."""
        step = _step(scale)
        known = self._known(booth, step)
        return self._lay_out(booth, step) if known is None else known

    def _party(self, booth: Booth) -> Exhibitor | None:
        if booth.exhibitor is None or not self.layers.named(booth):
            return None
        return self.show.exhibitors.get(booth.exhibitor)

    def _known(self, booth: Booth, step: int) -> list[Text] | None:
        """Return a booth's label as it was laid out for a zoom, unless booth or exhibitor have changed since."""
        kept = self._labels.get(step)
        label = kept.get(booth.id) if kept is not None else None
        if label is None or label.booth is not booth or label.party is not self._party(booth):
            return None
        return label.texts

    def _lay_out(self, booth: Booth, step: int) -> list[Text]:
        party = self._party(booth)
        number = booth.number if self.layers.numbers else ""
        near = STEP**step
        names = (party.fascia or party.name, party.name_native) if party else ("", "")
        if names[0] == names[1]:
            names = ("", names[1])
        # Small booths bear small figures, islands large ones, so that a whole hall reads as a plan.
        box = bounds(booth.outline)
        side = min(box.width, box.height) * near
        smallest, largest = SMALLEST_TEXT / near, min(max(side / 4, LEAST_TEXT), LARGEST_TEXT) / near
        texts, _ = booth_label(booth.outline, number, *names, smallest=smallest, largest=largest)
        if not texts and number:
            texts, _ = booth_label(booth.outline, number, "", "", smallest=SMALLEST_NUMBER / near, largest=largest)
        if booth.status == "blocked" and self.layers.role("booth.blocked") == "booth.blocked":
            texts = [_as(text, "booth.number.blocked") for text in texts]
        kept = self._labels.setdefault(step, {})
        kept[booth.id] = _Label(booth, party, texts)
        if sum(map(len, self._labels.values())) > _KEPT:
            # The zoom farthest from this one is the last to be needed again.
            del self._labels[max(self._labels, key=lambda other: abs(other - step))]
        return texts


class _Label(NamedTuple):
    """A label, and the rows from which it was made."""

    booth: Booth
    party: Exhibitor | None
    texts: list[Text]


def _step(scale: float) -> int:
    return math.floor(math.log(scale, STEP))


def _as(text: Text, role: str) -> Text:
    return replace(text, role=role)
