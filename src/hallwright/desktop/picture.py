"""The kept picture of what stands still: only what is stale in it is painted anew."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap


class Picture:
    """A pixmap of a widget's size and the rectangles in it that are stale, in the widget's own pixels."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._stale: list[QRect] = []
        self._rect = QRect()

    def spoil(self, area: QRect | None = None) -> None:
        """Mark a part, or all, as stale."""
        part = self._rect if area is None else area.intersected(self._rect)
        if part == self._rect:
            self._stale = [part]
        elif not part.isEmpty():
            self._stale.append(part)

    def scroll(self, dx: int, dy: int) -> None:
        """Shift the content; only the strips that come into view are stale then."""
        ratio = self._pixmap.devicePixelRatioF()
        width, height = self._rect.width(), self._rect.height()
        if self._pixmap.isNull() or self._stale or ratio != int(ratio) or abs(dx) >= width or abs(dy) >= height:
            self.spoil()
            return
        self._pixmap.scroll(dx * int(ratio), dy * int(ratio), self._pixmap.rect())
        if dx:
            self.spoil(QRect(0 if dx > 0 else width + dx, 0, abs(dx), height))
        if dy:
            self.spoil(QRect(0, 0 if dy > 0 else height + dy, width, abs(dy)))

    def fresh(self, rect: QRect, ratio: float, paint: Callable[[QPainter, QRectF], None]) -> QPixmap:
        """Return the pixmap, its stale parts painted by ``paint(painter, area)``."""
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        if self._pixmap.size() != size or self._pixmap.devicePixelRatioF() != ratio:
            self._pixmap = QPixmap(size)
            self._pixmap.setDevicePixelRatio(ratio)
            self._rect = rect
            self._stale = [rect]
        if self._stale:
            painter = QPainter(self._pixmap)
            for area in self._stale:
                paint(painter, QRectF(area))
            painter.end()
            self._stale = []
        return self._pixmap
