"""What is drawn over a badge for those who design it: bleed, trim, safe margin, punch."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from hallwright.desktop.dialogs.frame import alarm_colour
from hallwright.expo.design import Face, Page

_EDGE = QColor("#30363d")
_SAFE = QColor("#2f9e62")
"""Seen on paper, which is white in a dark window, too."""
Box = Callable[[float, float, float, float], QRectF]
"""Returns the rectangle on the widget of left, top, width and height in micrometres."""


def paint_margins(painter: QPainter, palette: QPalette, page: Page, face: Face, box: Box) -> None:
    """Veil what will be cut off; draw bleed, trim and safe margin, and what is punched out."""
    wide, high = page.panel
    trim = box(0, 0, wide, high)
    bleed = box(-page.bleed, -page.bleed, wide + 2 * page.bleed, high + 2 * page.bleed)
    veil = palette.color(QPalette.ColorRole.Mid)
    veil.setAlpha(150)
    for part in (
        QRectF(bleed.topLeft(), QPointF(bleed.right(), trim.top())),
        QRectF(QPointF(bleed.left(), trim.bottom()), bleed.bottomRight()),
        QRectF(QPointF(bleed.left(), trim.top()), trim.bottomLeft()),
        QRectF(trim.topRight(), QPointF(bleed.right(), trim.bottom())),
    ):
        painter.fillRect(part, veil)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(alarm_colour(palette), 1, Qt.PenStyle.DotLine))
    painter.drawRect(bleed)
    painter.setPen(QPen(_EDGE, 1))
    painter.drawRect(trim)
    painter.setPen(QPen(_SAFE, 1, Qt.PenStyle.DashLine))
    painter.drawRect(box(page.safe, page.safe, wide - 2 * page.safe, high - 2 * page.safe))
    punch = page.hole(face)
    if punch is not None:
        hole = box(punch.x, punch.y, punch.width, punch.height)
        radius = min(hole.width(), hole.height()) / 2
        painter.setPen(QPen(_EDGE, 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(hole, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
