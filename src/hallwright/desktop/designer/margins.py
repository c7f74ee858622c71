"""What is drawn over a badge for those who design it: bleed, trim, safe margin, punch; selection, handles, guides."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from hallwright.desktop.dialogs.frame import alarm_colour
from hallwright.expo.design import Face, Page
from hallwright.tools.badge_grips import Grip

_EDGE = QColor("#30363d")
_SAFE = QColor("#2f9e62")
"""Seen on paper, which is white in a dark window, too."""
_HANDLE = 7
_GRIPS = {
    Grip.NW: (0.0, 0.0), Grip.N: (0.5, 0.0), Grip.NE: (1.0, 0.0), Grip.E: (1.0, 0.5),
    Grip.SE: (1.0, 1.0), Grip.S: (0.5, 1.0), Grip.SW: (0.0, 1.0), Grip.W: (0.0, 0.5),
}  # fmt: skip
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


def handles(box: QRectF) -> dict[Grip, QRectF]:
    """Return the handles of an element's box, in pixels."""
    half = _HANDLE / 2
    return {
        grip: QRectF(box.left() + box.width() * across - half, box.top() + box.height() * down - half, _HANDLE, _HANDLE)
        for grip, (across, down) in _GRIPS.items()
    }


def paint_selection(
    painter: QPainter, palette: QPalette, boxes: Sequence[QRectF], guides: Sequence[QLineF], *, strong: bool
) -> None:
    """Draw guides, frames about what is selected, and the handles of a single one."""
    accent = palette.color(QPalette.ColorRole.Highlight)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(accent, 1))
    painter.drawLines(list(guides))
    painter.setPen(QPen(accent, 2 if strong else 1))
    for box in boxes:
        painter.drawRect(box)
    if len(boxes) == 1:
        painter.setPen(QPen(accent, 1))
        painter.setBrush(QColor("#ffffff"))
        for handle in handles(boxes[0]).values():
            painter.drawRect(handle)
