"""What moves over the plan: selection, the preview of a gesture, guides, conflicts, a flash on what was found."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from hallwright.desktop.dimensions import Dimensions
from hallwright.desktop.drops import readable
from hallwright.desktop.marks import MANY, Marks
from hallwright.desktop.painter import Place, QtPainter, polygon, rects
from hallwright.desktop.room import Room
from hallwright.desktop.scenery import PAPER, Scenery
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.columns import BoothColumns, role_of
from hallwright.drawing.labels import booth_label
from hallwright.drawing.primitives import Shapes
from hallwright.drawing.supplies import supplies
from hallwright.expo.show import Show
from hallwright.geometry.outline import Outline, is_box
from hallwright.geometry.units import Unit
from hallwright.geometry.wayfinding import Line
from hallwright.rules.finding import Finding
from hallwright.tools.tool import Preview

HANDLE = 9.0
CARET = "\u2009"
"""Room for the cursor behind what is being typed."""


class Overlay:
    """Paints over the plan; knows the accent colour and nothing of events."""

    def __init__(self, accent: QColor, alarm: QColor, paper: QColor, ink: QColor, soft: QColor) -> None:
        self.accent, self.alarm, self.paper, self.ink, self.soft = accent, alarm, paper, ink, soft
        self._marks = Marks()

    def marks(
        self,
        painter: QPainter,
        view: Viewport,
        show: Show,
        columns: BoothColumns,
        selected: frozenset[str],
        clashing: Iterable[str],
        item: Outline = (),
    ) -> None:
        """Mark the selected booths or the selected floor item, and the booths that share floor."""
        self._hatch(painter, view, [show.booths[key].outline for key in clashing if key in show.booths])
        fill = QColor(self.accent)
        fill.setAlpha(38)
        if item:
            painter.setPen(_pen(self.accent, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(_shape(view, item))
        if len(selected) > MANY:
            self._marks.draw(painter, view, columns, show.booths, selected, _pen(self.accent, 2.0), QBrush(fill))
            return
        for key in selected:
            if key in show.booths:
                painter.setPen(_pen(self.accent, 2.0))
                painter.setBrush(fill)
                painter.drawPolygon(_shape(view, show.booths[key].outline))

    def measured(
        self, painter: QPainter, view: Viewport, findings: Iterable[Finding], room: Room, unit: Unit = Unit.M
    ) -> None:
        """Draw what rules measured as dimension lines."""
        Dimensions(self.accent, self.alarm, self.soft, self.paper, room).measured(painter, view, findings, unit)

    def ways(
        self, painter: QPainter, view: Viewport, findings: Iterable[Finding], room: Room, unit: Unit = Unit.M
    ) -> None:
        """Draw the ways out that rules measured."""
        Dimensions(self.accent, self.alarm, self.soft, self.paper, room).ways(painter, view, findings, unit)

    def way(
        self, painter: QPainter, view: Viewport, length: float, line: Line, room: Room, unit: Unit = Unit.M
    ) -> None:
        """Draw a way out of which nothing is to be said but its length."""
        Dimensions(self.accent, self.accent, self.soft, self.paper, room).way(painter, view, line, length, unit)

    def preview(
        self,
        painter: QPainter,
        brush: QtPainter,
        view: Viewport,
        scenery: Scenery,
        preview: Preview,
        at: QPointF,
        room: Room,
        unit: Unit = Unit.M,
    ) -> None:
        """Paint a gesture as it stands."""
        place = Place(view.scale, -view.left * view.scale, -view.top * view.scale)
        if len(preview.outlines) > MANY and preview.outlines.keys().isdisjoint(scenery.show.booths.keys()):
            self._many(painter, brush, place, preview)
            self._notes(painter, view, preview, at, room, unit)
            return
        by_role: dict[str, dict[str, Outline]] = {}
        for key, outline in preview.outlines.items():
            booth = scenery.show.booths.get(key)
            role = scenery.layers.role(role_of(booth)) if booth is not None else preview.role or "booth.available"
            by_role.setdefault(role, {})[key] = outline
        brush.draw(tuple(Shapes.of(role, outlines) for role, outlines in by_role.items()), place)
        if preview.drops and scenery.layers.supplied:
            known = scenery.show.fixtures
            drops = [replace(known[key], outline=outline) for key, outline in preview.drops.items() if key in known]
            brush.draw(supplies(drops, figures=readable(view.scale)), place)
        self._labels(painter, brush, view, scenery, place, preview)
        standing = (preview.conflicts - preview.outlines.keys()) & scenery.show.booths.keys()
        clashing = [outline for key, outline in preview.outlines.items() if key in preview.conflicts]
        self._hatch(painter, view, [*clashing, *(scenery.show.booths[key].outline for key in standing)])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, some in (
            (self.accent, [one for key, one in preview.outlines.items() if key not in preview.conflicts]),
            (self.alarm, clashing),
        ):
            painter.setPen(_pen(colour, 2.0))
            _outline(painter, view, some)
        self._notes(painter, view, preview, at, room, unit)

    def _notes(self, painter: QPainter, view: Viewport, preview: Preview, at: QPointF, room: Room, unit: Unit) -> None:
        """Paint what a gesture shows beside outlines."""
        self._band(painter, view, preview)
        # Captions find their places first, and dimensions keep clear of them.
        captions = [(note.text, QPointF(*view.to_pixel(note.x, note.y))) for note in preview.notes]
        entry = self._caption_box(painter, preview.entry + CARET, at, room) if preview.entry else None
        # What is typed stands at the pointer, what comes of it below.
        below = QPointF(0.0, entry.height() + 4) if entry is not None else QPointF()
        captions += [(preview.caption, at + below)] if preview.caption else []
        boxes = [self._caption_box(painter, text, place, room) for text, place in captions]
        dimensions = Dimensions(self.accent, self.alarm, self.soft, self.paper, room)
        dimensions.measured(painter, view, preview.measured, unit)
        dimensions.guides(painter, view, preview.guides)
        for x, y in preview.handles:
            px, py = view.to_pixel(x, y)
            painter.setPen(_pen(self.accent, 1.5))
            painter.setBrush(self.paper)
            painter.drawRect(QRectF(px - HANDLE / 2, py - HANDLE / 2, HANDLE, HANDLE))
        for (text, _), box in zip(captions, boxes, strict=True):
            self._caption(painter, text, box)
        if entry is not None:
            self._field(painter, preview.entry, entry)

    def _many(self, painter: QPainter, brush: QtPainter, place: Place, preview: Preview) -> None:
        """Paint so many new outlines that one at a time would lag behind the pointer."""
        shapes = Shapes.of(preview.role or "booth.available", preview.outlines)
        brush.draw((shapes,), place)
        painter.setPen(_pen(self.accent, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        upright = [slot for slot in range(len(shapes.ids)) if slot not in shapes.rings]
        painter.drawRects(rects(shapes.boxes[upright], place))
        for ring in shapes.rings.values():
            painter.drawPolygon(polygon(ring, place))

    def flash(self, painter: QPainter, view: Viewport, outline: Outline, strength: float) -> None:
        """Ring a booth that a search flew to; strength falls from 1 to 0."""
        colour = QColor(self.accent)
        colour.setAlphaF(strength)
        painter.setPen(_pen(colour, 2.0 + 6.0 * strength))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_shape(view, outline))

    def target(self, painter: QPainter, view: Viewport, outline: Outline, welcome: bool) -> None:
        """Mark the booth onto which an exhibitor would be dropped."""
        colour = QColor(self.accent if welcome else self.alarm)
        painter.setPen(_pen(colour, 3.0))
        colour.setAlpha(70)
        painter.setBrush(colour)
        painter.drawPolygon(_shape(view, outline))

    def _caption_box(self, painter: QPainter, text: str, at: QPointF, room: Room) -> QRectF:
        metrics = QFontMetricsF(painter.font())
        box = room.beside(at, QSizeF(metrics.horizontalAdvance(text) + 16, metrics.height() + 8))
        room.take(box)
        return box

    def _caption(self, painter: QPainter, text: str, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ink)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self.paper)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _field(self, painter: QPainter, text: str, box: QRectF) -> None:
        """Paint what is being typed as a field with a cursor, to be told from what is shown only."""
        painter.setPen(_pen(self.accent, 2.0))
        painter.setBrush(self.paper)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self.ink)
        painter.drawText(box.adjusted(8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        end = box.left() + 9 + QFontMetricsF(painter.font()).horizontalAdvance(text)
        painter.setPen(_pen(self.accent, 1.5))
        painter.drawLine(QPointF(end, box.top() + 5), QPointF(end, box.bottom() - 5))

    def _band(self, painter: QPainter, view: Viewport, preview: Preview) -> None:
        if preview.band is not None:
            fill = QColor(self.accent)
            fill.setAlpha(30)
            painter.setPen(_pen(self.accent, 1.0))
            painter.setBrush(fill)
            left, top = view.to_pixel(preview.band.left, preview.band.top)
            right, bottom = view.to_pixel(preview.band.right, preview.band.bottom)
            painter.drawRect(QRectF(left, top, right - left, bottom - top))

    def _labels(
        self, painter: QPainter, brush: QtPainter, view: Viewport, scenery: Scenery, place: Place, preview: Preview
    ) -> None:
        """Letter the outlines of a preview: with new numbers, or as their booths are, moved along."""
        moved: dict[tuple[int, int], list[str]] = {}
        for key, outline in preview.outlines.items():
            number, booth = preview.numbers.get(key), scenery.show.booths.get(key)
            if number is not None:
                smallest, largest = 7.5 / view.scale, 17.0 / view.scale
                texts, _ = booth_label(outline, number, "", "", smallest=smallest, largest=largest)
                brush.draw(tuple(texts), place)
            elif booth is not None and len(outline) == len(booth.outline):
                # The label was fitted where the booth stands; while it moves, the layout moves along.
                shift = outline[0][0] - booth.outline[0][0], outline[0][1] - booth.outline[0][1]
                moved.setdefault(shift, []).append(key)
        for (dx, dy), keys in moved.items():
            scenery.letter(painter, Place(place.scale, place.dx + dx * place.scale, place.dy + dy * place.scale), keys)

    def _hatch(self, painter: QPainter, view: Viewport, outlines: Sequence[Outline]) -> None:
        if not outlines:
            return
        # Faint enough that the numbers under it can be read.
        faint = QColor(self.alarm)
        faint.setAlpha(105)
        painter.setPen(_pen(self.alarm, 1.5))
        painter.setBrush(QBrush(faint, Qt.BrushStyle.BDiagPattern))
        _outline(painter, view, outlines)


def _outline(painter: QPainter, view: Viewport, outlines: Sequence[Outline]) -> None:
    """Paint outlines with the present pen and brush; upright ones together and sharp, as the booths themselves are."""
    upright = [outline for outline in outlines if is_box(outline)]
    if upright:
        corners = np.array([outline[::2] for outline in upright], dtype=float)
        boxes = np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawRects(rects(boxes, Place(view.scale, -view.left * view.scale, -view.top * view.scale)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for outline in outlines:
        if not is_box(outline):
            painter.drawPolygon(_shape(view, outline))


def paper_pixels(view: Viewport) -> float:
    """Return the pixels of a millimetre of line width at a zoom, as the scenery has them."""
    return PAPER * min(1.0, max(0.35, view.scale * 30))


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _shape(view: Viewport, outline: Outline) -> QPolygonF:
    return polygon(np.asarray(outline, dtype=float), Place(view.scale, -view.left * view.scale, -view.top * view.scale))
