"""The minimap: the whole hall in the corner of the canvas, and a frame around what the canvas shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from hallwright.desktop.canvas import Canvas
from hallwright.desktop.desk import Desk
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.painter import Place, QtPainter
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.north import north_arrow
from hallwright.drawing.theme import screen
from hallwright.geometry.outline import Box
from hallwright.support.i18n import _, language

LARGEST = QSize(220, 150)
PAD = 6
CORNER = 16
NORTH = 18.0
"""Pixels from the middle of the north arrow to its end."""
REST_MS = 300
"""The picture is renewed once the plan has rested this long."""


class Minimap(QWidget):
    """Keeps a small picture of the hall; drag the frame, or click where to fly."""

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setObjectName("minimap")
        self.setAccessibleName(_("Minimap"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._desk, self._canvas = desk, canvas
        self._on = True
        self._view = Viewport()
        self._picture: QPixmap | None = None
        self._hall: Box | None = None
        self._grip: QPointF | None = None
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._soon.timeout.connect(self.renew)
        desk.changed.connect(lambda _: self._soon.start())
        desk.hall_changed.connect(self.renew)
        canvas.viewed.connect(self._follow)
        canvas.installEventFilter(self)
        self.hide()

    def switch(self, on: bool) -> None:
        """Show the minimap whenever a part of the hall is out of view, or never."""
        self._on = on
        self._follow()

    def renew(self) -> None:
        """Forget the picture; a new one is made when it is next seen."""
        self._soon.stop()
        self._picture = self._hall = None
        self._follow()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the lower right corner."""
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Stand in the corner while a part of the hall is out of view."""
        if self._hall is None:
            self._hall = self._canvas.scenery.extent()
        hall = self._hall
        canvas, view = self._canvas, self._canvas.view
        if hall is None or not self._on:
            self.hide()
            return
        left, top = view.to_mm(0, 0)
        right, bottom = view.to_mm(canvas.width(), canvas.height())
        whole = left <= hall.left and top <= hall.top and right >= hall.right and bottom >= hall.bottom
        roomy = canvas.width() > 2.5 * LARGEST.width() and canvas.height() > 2.5 * LARGEST.height()
        if not whole and roomy:
            shape = QSize(max(hall.width, 1), max(hall.height, 1)).scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio)
            size = shape.expandedTo(QSize(60, 60)) + QSize(2 * PAD, 2 * PAD)
            if size != self.size():
                self.resize(size)
                self._picture = None
            self._view = Viewport.fitting(hall, size.width(), size.height(), PAD)
            self.move(canvas.width() - size.width() - CORNER, canvas.height() - size.height() - CORNER)
            self.update()
        self.setVisible(not whole and roomy)

    def frame(self) -> QRectF:
        """Return the frame around what the canvas shows, in pixels of the minimap."""
        view, canvas = self._canvas.view, self._canvas
        left, top = self._view.to_pixel(*view.to_mm(0, 0))
        right, bottom = self._view.to_pixel(*view.to_mm(canvas.width(), canvas.height()))
        return QRectF(QPointF(left, top), QPointF(right, bottom))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture and the frame."""
        super().paintEvent(event)
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatioF() != ratio:
            self._picture = self._painted(ratio)
        painter = QPainter(self)
        inner = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setClipRect(inner)
        painter.drawPixmap(0, 0, self._picture)
        frame = self.frame()
        dark = self.palette().color(QPalette.ColorRole.Window).lightness() < 128
        shade = QColor(0, 0, 0, 120 if dark else 46)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in (
            QRectF(inner.left(), inner.top(), inner.width(), frame.top() - inner.top()),
            QRectF(inner.left(), frame.bottom(), inner.width(), inner.bottom() - frame.bottom()),
            QRectF(inner.left(), frame.top(), frame.left() - inner.left(), frame.height()),
            QRectF(frame.right(), frame.top(), inner.right() - frame.right(), frame.height()),
        ):
            if part.isValid():
                painter.fillRect(part, shade)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawRect(frame)
        self._point_north(painter, dark)
        painter.end()

    def _point_north(self, painter: QPainter, dark: bool) -> None:
        """Draw the arrow of a hall that knows north, as its sheets have it."""
        hall = self._desk.show.halls.get(self._desk.hall)
        if hall is None or hall.north is None:
            return
        at = self.width() - PAD - NORTH
        arrow = north_arrow(hall.north, at, PAD + NORTH, NORTH, "zh" if language().startswith("zh") else "en")
        QtPainter(painter, screen(dark), Glyphs(step=0.25), 1.6).draw(tuple(arrow), Place(1.0, 0.0, 0.0))

    def _painted(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(picture)
        self._canvas.scenery.paint(painter, self._view, QRectF(self.rect()).adjusted(2, 2, -2, -2), texts=False)
        painter.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, or fly to the place under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        frame = self.frame()
        if frame.contains(event.position()):
            self._grip = event.position() - frame.center()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            view = self._canvas.view
            self._canvas.fly(view.panned(*self._off(event.position())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what the canvas shows along with the frame."""
        if self._grip is None:
            return
        dx, dy = self._off(event.position() - self._grip)
        if round(dx) or round(dy):
            self._canvas.pan(round(dx), round(dy))

    def _off(self, at: QPointF) -> tuple[float, float]:
        """Return by how many pixels the plan must move to bring what lies at ``at`` here into the canvas' middle."""
        x, y = self._canvas.view.to_pixel(*self._view.to_mm(at.x(), at.y()))
        return self._canvas.width() / 2 - x, self._canvas.height() / 2 - y

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the frame."""
        self._grip = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._follow()
