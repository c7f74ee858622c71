"""The kept picture of what stands still: only what is stale in it is painted anew."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion


class Picture:
    """A pixmap of a widget's size with a stale region, both in the widget's own pixels."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._stale = QRegion()
        self._rect = QRect()

    def spoil(self, area: QRect | None = None) -> None:
        """Mark a part, or all, as stale."""
        self._stale += self._rect if area is None else area.intersected(self._rect)

    def scroll(self, dx: int, dy: int) -> None:
        """Shift the content; only the strips that come into view are stale then."""
        ratio = self._pixmap.devicePixelRatioF()
        if self._pixmap.isNull() or not self._stale.isEmpty() or ratio != int(ratio):
            self.spoil()
            return
        self._pixmap.scroll(dx * int(ratio), dy * int(ratio), self._pixmap.rect())
        self._stale = QRegion(self._rect) - QRegion(self._rect.translated(dx, dy))

    def fresh(self, rect: QRect, ratio: float, paint: Callable[[QPainter, QRectF], None]) -> QPixmap:
        """Return the pixmap, its stale parts painted by ``paint(painter, area)``."""
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        if self._pixmap.size() != size or self._pixmap.devicePixelRatioF() != ratio:
            self._pixmap = QPixmap(size)
            self._pixmap.setDevicePixelRatio(ratio)
            self._rect = rect
            self._stale = QRegion(rect)
        if not self._stale.isEmpty():
            painter = QPainter(self._pixmap)
            for area in self._stale:
                paint(painter, QRectF(area))
            painter.end()
            self._stale = QRegion()
        return self._pixmap
