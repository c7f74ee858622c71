"""The marks of a large selection, kept as a picture: a rubber band over a whole hall adds to it step by step."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap

from hallwright.desktop.painter import Place, polygon, rects
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.columns import BoothColumns

MANY = 48
"""From so many marks on, painting all of them for each step of the mouse would be felt."""


class Marks:
    """A transparent pixmap over the canvas that holds the marks painted so far."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._key: tuple[object, ...] = ()
        self._held: frozenset[str] = frozenset()

    def draw(
        self,
        painter: QPainter,
        view: Viewport,
        columns: BoothColumns,
        stamp: object,
        marked: frozenset[str],
        pen: QPen,
        brush: QBrush,
    ) -> None:
        """Paint marks over booths.

        Args:
            painter: paints on the canvas.
            view: what the canvas shows.
            columns: where the booths stand.
            stamp: another object whenever a booth has changed.
            marked: ids of the booths to mark.
            pen: the marks' line.
            brush: their fill.
        """
        device = painter.device()
        ratio = device.devicePixelRatioF()
        key = (view, stamp, columns, device.width(), device.height(), ratio, pen.color().rgba(), brush.color().rgba())
        fresh = marked - self._held if marked is not self._held else frozenset()
        if key != self._key or len(self._held) + len(fresh) != len(marked):
            self._pixmap = QPixmap(round(device.width() * ratio), round(device.height() * ratio))
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            self._key, self._held, fresh = key, frozenset(), marked
        if fresh:
            onto = QPainter(self._pixmap)
            onto.setPen(pen)
            onto.setBrush(brush)
            _paint(onto, view, columns, fresh, QRect(0, 0, device.width(), device.height()))
            onto.end()
            self._held = marked
        painter.drawPixmap(0, 0, self._pixmap)


def _paint(painter: QPainter, view: Viewport, columns: BoothColumns, ids: Iterable[str], frame: QRect) -> None:
    slots = np.array([columns.slots[key] for key in ids if key in columns.slots], dtype=int)
    left, top = view.to_mm(frame.left() - 4, frame.top() - 4)
    right, bottom = view.to_mm(frame.right() + 4, frame.bottom() + 4)
    boxes = columns.boxes[slots]
    shown = (boxes[:, 0] <= right) & (boxes[:, 1] <= bottom) & (boxes[:, 2] >= left) & (boxes[:, 3] >= top)
    slots = np.sort(slots[shown])
    slanted = [slot for slot in slots.tolist() if slot in columns.rings] if columns.rings else []
    place = Place(view.scale, -view.left * view.scale, -view.top * view.scale)
    # Upright rectangles without antialiasing, as the booths themselves are painted: that is five times as fast.
    painter.drawRects(rects(columns.boxes[np.setdiff1d(slots, slanted, assume_unique=True)], place))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for slot in slanted:
        painter.drawPolygon(polygon(columns.rings[slot], place))
