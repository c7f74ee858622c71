"""Two versions of a hall in one view: the one of before left of a divider, the one of after right of it, and marks."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from hallwright.desktop.flight import Flight
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.keys import KEYS, PAN_STEPS
from hallwright.desktop.painter import Place, QtPainter
from hallwright.desktop.scenery import PAPER, Scenery
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.primitives import Drawing
from hallwright.drawing.redlinemarks import Mark, mark_items, tag_items
from hallwright.drawing.theme import Theme
from hallwright.expo.show import Show
from hallwright.geometry.outline import Box, bounds

NOTCH = 1.2
"""Zoom factor of one notch of the wheel."""
REST_MS = 90
"""After so long without another view, the plans are painted anew for the present one."""
GRIP = 7
"""Pixels beside the divider at which the mouse takes it."""
TAG = 2.6
"""Size of a tag's number, in the millimetres for which a screen's pixels stand: 10 of them."""
MANY = 1500
"""Marks in view above which tags are left out: they would be one blot."""


class BeforeAfter(QWidget):
    """Shows one hall of both versions; zoomed, panned and flown over like the plan."""

    divided = Signal(float)
    """Where the divider is now, as a share of the width."""

    def __init__(self, glyphs: Glyphs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyphs, self._theme = glyphs, theme
        self._sceneries: tuple[Scenery, Scenery] | None = None
        self._marks: Sequence[Mark] = ()
        self._view = Viewport()
        self._share = 0.5
        self._held: QPointF | None = None
        self._dividing = False
        self._pictures: tuple[QPixmap, QPixmap] | None = None
        self._painted_view = Viewport()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._renew)
        self._drawn: Drawing = ()
        self._ring: Box | None = None
        self._strength = 0.0
        self._fitted = False
        self.marked = True
        self.names = ("", "")
        self._flight = Flight(self)
        self._flight.moved.connect(self.look)
        self._flight.rang.connect(self._on_ring)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(QSize(320, 240))

    @property
    def view(self) -> Viewport:
        """The present view."""
        return self._view

    @property
    def share(self) -> float:
        """Where the divider is, as a share of the width."""
        return self._share

    def show_versions(self, a: Show, b: Show, hall: str, marks: Sequence[Mark], names: tuple[str, str]) -> None:
        """Show a hall of both versions and what differs; another hall is brought into view as a whole."""
        other = self._sceneries is None or self._sceneries[1].hall != hall
        self._sceneries = Scenery(a, hall, self._theme, self._glyphs), Scenery(b, hall, self._theme, self._glyphs)
        self._marks, self.names = marks, names
        if other:
            self._fitted = False
        self._renew()

    def clear(self) -> None:
        """Show nothing."""
        self._sceneries, self._marks = None, ()
        self._renew()

    def show_marks(self, on: bool) -> None:
        """Mark what differs, or show the plans alone."""
        self.marked = on
        self.update()

    def divide(self, share: float) -> None:
        """Move the divider."""
        share = min(max(share, 0.0), 1.0)
        if share != self._share:
            self._share = share
            self.update()
            self.divided.emit(share)

    def look(self, view: Viewport) -> None:
        """Show another part: what is painted already is shifted and stretched until the hand rests."""
        self._view = view
        if self._pictures is None:
            self._renew()
        else:
            self._rest.start()
            self.update()

    def fit(self) -> None:
        """Bring the whole hall into view."""
        box = self._extent()
        if box is not None:
            self._fitted = True
            self._view = Viewport.fitting(box, self.width(), self.height())
            self._renew()

    def fly_to(self, box: Box) -> None:
        """Bring a place into the middle, near enough to read it, and ring it."""
        self._ring = box
        around = box.grown(max(6000, box.width, box.height))
        self._flight.start(
            self._view, Viewport.fitting(around, self.width(), self.height()), self.width(), self.height()
        )
        if not self.isVisible():
            self.land()

    def land(self) -> None:
        """End a flight at once: for users who want no motion, and for pictures."""
        self._flight.land()
        self._renew()

    def _extent(self) -> Box | None:
        boxes = [box for scenery in self._sceneries or () if (box := scenery.extent()) is not None]
        if not boxes:
            return None
        low = min(box.left for box in boxes), min(box.top for box in boxes)
        return Box(*low, max(box.right for box in boxes), max(box.bottom for box in boxes))

    def _renew(self) -> None:
        self._rest.stop()
        self._pictures = None
        self._drawn = ()
        self.update()

    def _on_ring(self, strength: float) -> None:
        self._strength = strength
        self.update()

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both halves, the marks over them, the divider and the names."""
        if not self._fitted:
            self.fit()
        painter = QPainter(self)
        if self._sceneries is None:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
            painter.end()
            return
        at = round(self._share * self.width())
        pictures = self._pictures or self._painted(self._sceneries)
        halves = QRectF(0, 0, at, self.height()), QRectF(at, 0, self.width() - at, self.height())
        for picture, half in zip(pictures, halves, strict=True):
            painter.setClipRect(half)
            painter.fillRect(half, self.palette().color(QPalette.ColorRole.Base))
            painter.drawPixmap(self._place_of_pictures(), picture, QRectF(picture.rect()))
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.marked:
            place = Place(self._view.scale, -self._view.left * self._view.scale, -self._view.top * self._view.scale)
            brush = QtPainter(painter, self._theme, self._glyphs, PAPER)
            self._drawn = self._drawn or tuple(self._items())
            brush.draw(self._drawn, place)
        if self._ring is not None and self._strength > 0:
            self._flash(painter, self._ring)
        self._divider(painter, at)
        painter.end()

    def _place_of_pictures(self) -> QRectF:
        """Return where the pictures lie in the present view; all over it, once they were painted for it."""
        if self._view == self._painted_view:
            return QRectF(self.rect())
        old, stretch = self._painted_view, self._view.scale / self._painted_view.scale
        x, y = self._view.to_pixel(old.left, old.top)
        return QRectF(x, y, self.width() * stretch, self.height() * stretch)

    def _painted(self, sceneries: tuple[Scenery, Scenery]) -> tuple[QPixmap, QPixmap]:
        made = []
        for scenery in sceneries:
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            painter = QPainter(pixmap)
            scenery.paint(painter, self._view, QRectF(self.rect()))
            while scenery.unfinished:
                # Labels of a large hall come in portions; here nobody paints a second time.
                scenery.paint(painter, self._view, QRectF(self.rect()))
            painter.end()
            made.append(pixmap)
        self._pictures, self._painted_view = (made[0], made[1]), self._view
        return self._pictures

    def _items(self) -> Drawing:
        left, top = self._view.to_mm(0, 0)
        right, bottom = self._view.to_mm(self.width(), self.height())
        seen = Box(round(left), round(top), round(right), round(bottom))
        here = [mark for mark in self._marks if any(bounds(one).touches(seen) for one in mark[1:3] if one)]
        scale = PAPER / self._view.scale
        tags = tuple(tag_items(here, scale, TAG)) if len(here) <= MANY else ()
        return (*mark_items(here, scale), *tags)

    def _flash(self, painter: QPainter, box: Box) -> None:
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        colour.setAlphaF(self._strength)
        painter.setPen(QPen(colour, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x, y = self._view.to_pixel(box.left, box.top)
        u, v = self._view.to_pixel(box.right, box.bottom)
        painter.drawRoundedRect(QRectF(x, y, u - x, v - y).adjusted(-6, -6, 6, 6), 6, 6)

    def _divider(self, painter: QPainter, at: int) -> None:
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(accent, 2))
        painter.drawLine(at, 0, at, self.height())
        painter.setBrush(accent)
        middle = self.height() / 2
        painter.drawRoundedRect(QRectF(at - 5, middle - 16, 10, 32), 5, 5)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), 1.4))
        for dx in (-1.5, 1.5):
            painter.drawLine(QPointF(at + dx, middle - 6), QPointF(at + dx, middle + 6))
        metrics = painter.fontMetrics()
        for name, left in zip(self.names, (True, False), strict=True):
            room = (at if left else self.width() - at) - 32
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(room, 0))
            if room < metrics.horizontalAdvance("m") * 4 or not text:
                continue
            wide = metrics.horizontalAdvance(text) + 16
            box = QRectF(at - wide - 8 if left else at + 8, 8, wide, metrics.height() + 8)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
            painter.setBrush(palette.color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    # -- gestures -----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the divider, or the plan to pan it."""
        self._dividing = abs(event.position().x() - self._share * self.width()) <= GRIP
        self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the divider or the plan."""
        if self._held is None:
            near = abs(event.position().x() - self._share * self.width()) <= GRIP
            self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.OpenHandCursor)
        elif self._dividing:
            self.divide(event.position().x() / max(self.width(), 1))
        else:
            moved = event.position() - self._held
            self._held = event.position()
            self.look(self._view.panned(moved.x(), moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Bring the whole hall into view."""
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        at = event.position()
        self.look(self._view.zoomed(NOTCH ** (event.angleDelta().y() / 120), at.x(), at.y()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan with the arrows, zoom with plus and minus, F fits; comma and full stop move the divider."""
        steps = {Qt.Key.Key_Comma: -0.05, Qt.Key.Key_Period: 0.05}
        zooms = {Qt.Key.Key_Plus: NOTCH, Qt.Key.Key_Equal: NOTCH, Qt.Key.Key_Minus: 1 / NOTCH}
        key = Qt.Key(event.key())
        pan = PAN_STEPS.get(KEYS.get(key, ""))
        if key in steps:
            self.divide(self._share + steps[key])
        elif key in zooms:
            self.look(self._view.zoomed(zooms[key], self.width() / 2, self.height() / 2))
        elif key == Qt.Key.Key_F:
            self.fit()
        elif pan is not None:
            self.look(self._view.panned(*pan))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew in the new size."""
        self._renew()
        super().resizeEvent(event)
