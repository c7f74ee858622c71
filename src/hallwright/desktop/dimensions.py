"""Paints dimension lines and guides over the plan, so that no text lies on another."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from hallwright.desktop.room import Room
from hallwright.desktop.viewport import Viewport
from hallwright.expo.lengths import length_text
from hallwright.geometry.outline import Point
from hallwright.geometry.units import Unit
from hallwright.rules.finding import Finding
from hallwright.tools.tool import Guide, Sign

TICK = 5.0
BESIDE = 14.0
"""Pixels that a line is long at least to bear its length beside it."""
_DASHES = {Sign.EDGE: (6.0, 4.0), Sign.CENTRE: (12.0, 3.0, 2.0, 3.0)}


class Dimensions:
    """Draws lengths where there is room for them; what snapped comes before mere distances.

    Attributes:
        accent, alarm, soft, paper: colours of what snapped, of what is too narrow, of mere distances, and behind texts.
    """

    def __init__(self, accent: QColor, alarm: QColor, soft: QColor, paper: QColor, room: Room) -> None:
        self.accent, self.alarm, self.soft, self.paper = accent, alarm, soft, paper
        self._room = room

    def guides(self, painter: QPainter, view: Viewport, guides: Iterable[Guide]) -> None:
        """Draw lines that something snapped to, drawn lines and dimension lines; those that snapped come first."""
        dimensions: list[Guide] = []
        for guide in guides:
            if guide.text:
                dimensions.append(guide)
                continue
            line = QLineF(QPointF(*view.to_pixel(guide.x1, guide.y1)), QPointF(*view.to_pixel(guide.x2, guide.y2)))
            pen = QPen(self.accent, 2.0 if guide.sign is Sign.DRAWN else 1.0)
            if guide.sign in _DASHES:
                pen.setDashPattern(_DASHES[guide.sign])
                if line.dx() == 0 or line.dy() == 0:
                    # A hairline through the middle of pixels is one crisp pixel wide.
                    line = line.translated(_crisp(line.x1()), _crisp(line.y1()))
            painter.setPen(pen)
            painter.drawLine(line)
        for guide in sorted(dimensions, key=lambda guide: guide.sign is not Sign.SPACING):
            colour = self.accent if guide.sign is Sign.SPACING else self.soft
            self._line(painter, view, ((guide.x1, guide.y1), (guide.x2, guide.y2)), guide.text, colour, quiet=True)

    def measured(self, painter: QPainter, view: Viewport, findings: Iterable[Finding], unit: Unit) -> None:
        """Draw what rules measured; a line too short for its length bears none, the issues list has it."""
        for finding in findings:
            if finding.line is not None and finding.value is not None:
                text = length_text(round(finding.value * 1000), unit)
                self._line(painter, view, finding.line, text, self.alarm, quiet=False)

    def ways(self, painter: QPainter, view: Viewport, findings: Iterable[Finding], unit: Unit) -> None:
        """Draw the ways that were measured, from a ring at the start to the door, with their length amid them."""
        for finding in findings:
            if finding.value is not None:
                self.way(painter, view, finding.path, finding.value * 1000, unit)

    def way(self, painter: QPainter, view: Viewport, line: Sequence[Point], length: float, unit: Unit) -> None:
        """Draw one way, whose corners are in mm of the hall, with its measured length in mm."""
        points = [QPointF(*view.to_pixel(x, y)) for x, y in line]
        if len(points) < 2:
            return
        # A light edge beneath lets it be seen on booths of any colour.
        for colour, width, dashes in ((self.paper, 5.0, ()), (self.alarm, 2.5, (3.0, 2.0))):
            pen = QPen(colour, width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if dashes:
                pen.setDashPattern(dashes)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(self.alarm, 2.5))
        painter.setBrush(self.paper)
        painter.drawEllipse(points[0], TICK, TICK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.alarm)
        painter.drawPolygon(_arrow(points[-2], points[-1]))
        self._length(painter, points, length_text(round(length / 100) * 100, unit))

    def _length(self, painter: QPainter, points: list[QPointF], text: str) -> None:
        """Write a length amid a way, or on its longest stretch that has room."""
        lines = sorted((QLineF(*ends) for ends in pairwise(points)), key=QLineF.length, reverse=True)
        box = next(filter(None, (self._place(painter, line, text) for line in lines if line.length() > TICK)), None)
        if box is not None:
            self._tell(painter, box, text, self.alarm)

    def _line(
        self,
        painter: QPainter,
        view: Viewport,
        ends: tuple[tuple[float, float], tuple[float, float]],
        text: str,
        colour: QColor,
        *,
        quiet: bool,
    ) -> None:
        """Draw a line with ticks at both ends and its length in the middle, or beside it where it is short.

        Args:
            painter: in pixels.
            view: tells where the millimetres lie.
            ends: in mm of the hall.
            text: the length.
            colour: of all of it.
            quiet: draw nothing where the text has no room, and thinner.
        """
        (x1, y1), (x2, y2) = (view.to_pixel(x, y) for x, y in ends)
        line = QLineF(x1, y1, x2, y2)
        if line.dx() == 0 or line.dy() == 0:
            line = line.translated(_crisp(x1) if line.dx() == 0 else 0.0, _crisp(y1) if line.dy() == 0 else 0.0)
        long = line.length()
        if long < TICK or (quiet and long < BESIDE):
            return
        box = self._place(painter, line, text)
        if box is None and quiet:
            return
        across = QPointF(-line.dy(), line.dx()) / long * TICK
        painter.setPen(QPen(colour, 1.0 if quiet else 1.5))
        painter.drawLine(line)
        for end in (line.p1(), line.p2()):
            painter.drawLine(QLineF(end - across, end + across))
        if box is not None:
            self._tell(painter, box, text, colour)

    def _tell(self, painter: QPainter, box: QRectF, text: str, colour: QColor) -> None:
        self._room.take(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.paper)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _place(self, painter: QPainter, line: QLineF, text: str) -> QRectF | None:
        """Return where a text stands on a line or beside it, clear of all others and inside the window; or None."""
        metrics = QFontMetricsF(painter.font())
        box = QRectF(0, 0, math.ceil(metrics.horizontalAdvance(text)) + 8, math.ceil(metrics.height()) + 2)
        long = line.length()
        along = QPointF(line.dx(), line.dy()) / long
        # How much of the line the text's box takes, whatever way the line runs.
        room = abs(along.x()) * box.width() + abs(along.y()) * box.height()
        aside = (
            QPointF(0, -box.height() / 2 - 4) if abs(along.x()) > abs(along.y()) else QPointF(box.width() / 2 + 6, 0)
        )
        if long >= room + 2 * TICK:
            spots = [line.pointAt(share) for share in (0.5, 0.25, 0.75) if long * min(share, 1 - share) * 2 >= room]
        else:
            spots = [line.pointAt(0.5) + aside, line.pointAt(0.5) - aside]
        for spot in spots:
            box.moveCenter(spot)
            if self._room.is_free(box):
                return QRectF(box)
        return None


def _arrow(before: QPointF, end: QPointF) -> QPolygonF:
    """Return the head of an arrow that ends at a point."""
    line = QLineF(before, end)
    long = line.length() or 1.0
    along, across = QPointF(line.dx(), line.dy()) / long, QPointF(-line.dy(), line.dx()) / long
    return QPolygonF([end, end - along * 10 + across * 4.5, end - along * 10 - across * 4.5])


def _crisp(pixel: float) -> float:
    """Return by how much to shift a coordinate to the middle of its pixel."""
    return math.floor(pixel) + 0.5 - pixel
