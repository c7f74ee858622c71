"""What stands still on the canvas: hall, zones, fixtures, booths and their labels."""

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hallwright.desktop.drops import Drops, only_drops, place_of
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.layers import Layers
from hallwright.desktop.lettering import Lettering
from hallwright.desktop.painter import Place, QtPainter, polygon, rects
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.beneath import beneath_shapes, traced
from hallwright.drawing.columns import ROLES, BoothColumns
from hallwright.drawing.extents import Extent, extent_of, touches
from hallwright.drawing.plan import background
from hallwright.drawing.primitives import Drawing, Text
from hallwright.drawing.theme import Theme
from hallwright.editing.change import Change
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Booth, Fixture, Hall, Zone
from hallwright.expo.storeys import beneath
from hallwright.expo.underlay import Underlay
from hallwright.geometry.outline import Box, Outline, bounds
from hallwright.review.stages import Stages

PAPER = 96 / 25.4
"""Pixels that stand for a millimetre of line width on a screen."""
EDGE = 4.0
"""Pixels by which lines may reach beyond what they outline."""
LABEL_ROOM = 13.0
"""A booth narrower than this many pixels gets no label."""
MANY = 1500
"""A change of more booths builds everything anew."""
GRID_STEPS = (100, 500, 1000)
"""Millimetres between the lines of the grid; the finest whose lines stand far enough apart is drawn."""
GRID_ROOM = 32.0
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
        self.backdrop: Backdrop | None = None
        """Paints what lies beneath the plan, above the bare floor."""
        self._glyphs = glyphs
        self._background: Drawing | None = None
        self._drops: Drops | None = None
        self._beneath: Drawing | None = None
        self._lent: tuple[Outline, ...] | None = None
        self._reach: dict[int, Extent] = {}
        self._rects: list[QRectF] | None = None
        self._lettering = Lettering(glyphs)
        self._stages = Stages()

    @property
    def layers(self) -> Layers:
        """What is shown."""
        return self._layers

    @layers.setter
    def layers(self, layers: Layers) -> None:
        self._layers = layers
        self._lettering.forget()

    @property
    def unfinished(self) -> bool:
        """Whether labels are missing in what was painted last, so that painting it again shows more of them."""
        return self._lettering.unfinished

    @property
    def beneath(self) -> tuple[Outline, ...]:
        """The outlines of the storey beneath that can be seen, and so lend their corners."""
        if not self._layers.beneath or self.hall not in self.show.halls:
            return ()
        if self._lent is None:
            self._lent = traced(self.show, beneath(self.show, self.hall))
        return self._lent

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
        touched = {edit.row.id for edit in change if isinstance(edit.row, Booth)}
        for edit in change:
            if isinstance(edit.row, Exhibitor):
                touched |= {booth.id for booth in show.booths.where("exhibitor", edit.row.id)}
        self._lettering.forget(touched)
        drops = only_drops(change)
        floor = change.kinds() & {Aisle, Hall, Underlay, Zone, Fixture} - ({Fixture} if drops else set())
        if floor or len(change.edits) > MANY:
            self._background = self._drops = self._beneath = self._lent = None
            self._rects = None
            self.columns = BoothColumns.of(show, self.hall)
            return None
        before = self.boxes_of(touched)
        self.columns.update(show, touched)
        self._renew_rects(touched)
        boxes = before + self.boxes_of(touched)
        if drops:
            # They move with their booths at each nudge, and nothing else of the floor follows from them.
            boxes += [place_of(row) for edit in change for row in edit if isinstance(row, Fixture)]
            if self._drops is not None:
                self._drops.update(change)
        if self.layers.answered:
            # A proof goes stale wherever its booths stand, whatever it was that changed.
            return None
        if not boxes:
            return Box(0, 0, 0, 0)
        some = np.array(boxes)
        return Box(*(int(v) for v in (*some[:, :2].min(axis=0), *some[:, 2:].max(axis=0))))

    def boxes_of(self, ids: Iterable[str]) -> list[tuple[float, ...]]:
        """Return the boxes of those booths that stand in this hall, and of the symbols of drops."""
        some = tuple(ids)
        slots = [self.columns.slots[key] for key in some if key in self.columns.slots]
        drops = [self.show.fixtures[key] for key in some if key in self.show.fixtures]
        return [*map(tuple, self.columns.boxes[slots].tolist()), *map(place_of, drops)]

    def _renew_rects(self, ids: Iterable[str]) -> None:
        """Bring the rectangles of some booths up to date; a new booth has them all made anew."""
        if self._rects is None or len(self._rects) != len(self.columns.ids):
            self._rects = None
            return
        for key in ids:
            slot = self.columns.slots.get(key)
            if slot is not None:
                self._rects[slot] = rects(self.columns.boxes[slot : slot + 1], Place(1.0, 0.0, 0.0))[0]

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
            # Without one there is nothing else to tell the scale by.
            self._grid(painter, view, area, (*GRID_STEPS, 5000, 10_000))
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
        self._booths(painter, brush, place, slots)
        if self.layers.supplied:
            self._drops = self._drops or Drops(self.show, self.hall)
            brush.draw(self._drops.within(*here, view.scale, hidden), place)
        if texts and (self.layers.numbers or self.layers.names):
            self._texts(painter, place, slots)

    def _grid(self, painter: QPainter, view: Viewport, area: QRectF, steps: tuple[int, ...] = GRID_STEPS) -> None:
        step = next((step for step in steps if step * view.scale >= GRID_ROOM), None)
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

    def _roles(self, slots: Slots) -> list[tuple[str, list[int]]]:
        """Return slots by the role under which they are painted: status, or the answer of the booth's exhibitor."""
        if not self.layers.answered:
            roles = self.columns.roles[slots]
            return [(self.layers.role(role), slots[roles == k].tolist()) for k, role in enumerate(ROLES)]
        stages, ids = self._stages.by_booth(self.show), self.columns.ids
        found: dict[str, list[int]] = {}
        for slot in slots.tolist():
            stage = stages.get(ids[slot])
            role = f"answer.{stage}" if stage is not None else ROLES[self.columns.roles[slot]]
            found.setdefault(role if role != "booth.available" else "booth.free", []).append(slot)
        return sorted(found.items())

    def _booths(self, painter: QPainter, brush: QtPainter, place: Place, slots: Slots) -> None:
        if self._rects is None:
            self._rects = rects(self.columns.boxes, Place(1.0, 0.0, 0.0))
        prebuilt, rings = self._rects, self.columns.rings
        for role, some in self._roles(slots):
            if not some:
                continue
            style = self.theme.style(role)
            painter.setPen(brush.pen(style))
            painter.setBrush(brush.brush(style))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.save()
            painter.translate(place.dx, place.dy)
            painter.scale(place.scale, place.scale)
            painter.drawRects([prebuilt[slot] for slot in some if slot not in rings])
            painter.restore()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for slot in [slot for slot in some if slot in rings]:
                painter.drawPolygon(polygon(rings[slot], place), Qt.FillRule.WindingFill)

    def _texts(self, painter: QPainter, place: Place, slots: Slots) -> None:
        boxes = self.columns.boxes[slots]
        room = LABEL_ROOM / place.scale
        wide = ((boxes[:, 2] - boxes[:, 0]) >= room) & ((boxes[:, 3] - boxes[:, 1]) >= room * 0.7)
        ids = self.columns.ids
        booths = [ids[slot] for slot in slots[wide].tolist()]
        self.letter(painter, place, booths)

    def letter(self, painter: QPainter, place: Place, booths: Sequence[str]) -> None:
        """Draw the labels of booths where ``place`` puts the hall, as for booths that are being moved."""
        self._lettering.draw(painter, self.theme, place, self.show, self.layers, booths)

    def label(self, booth: Booth, scale: float) -> list[Text]:
        """Return a booth's label for a zoom; zooms within a quarter share one layout."""
        return self._lettering.texts(self.show, self.layers, booth, scale)
