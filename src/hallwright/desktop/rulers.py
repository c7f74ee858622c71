"""Rulers along the top and left edges of the canvas, in metres or feet."""

from __future__ import annotations

import math

from PySide6.QtCore import QLine, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPixmap, QPolygonF
from PySide6.QtWidgets import QGridLayout, QWidget

from hallwright.desktop.canvas import Canvas
from hallwright.geometry.units import Unit
from hallwright.support.i18n import _

THICK = 22
LABEL_ROOM = 64.0
"""Pixels from one figure to the next, at least."""
TICK_ROOM = 5.0


def ruler_step(scale: float) -> int:
    """Return the millimetres between two figures: 1, 2 or 5 times a power of ten, not below a centimetre."""
    least = max(LABEL_ROOM / scale, 10.0)
    power: float = 10.0 ** math.floor(math.log10(least))
    return round(next(power * times for times in (1, 2, 5, 10) if power * times >= least * (1 - 1e-9)))


def tick_step(step: int, scale: float) -> int:
    """Return the millimetres between two ticks: a tenth, a fifth or a half of a step, as there is room."""
    first = int(str(step)[0])
    parts = (10, 5, 2) if first != 2 else (10, 4, 2)
    return next((step // part for part in parts if step % part == 0 and step / part * scale >= TICK_ROOM), step)


def figure(mm: int, step: int) -> str:
    """Return a length as metres, with as many decimals as the step needs."""
    decimals = 0 if step >= 1000 else 1 if step >= 100 else 2
    return f"{mm / 1000:.{decimals}f}"


class Ruler(QWidget):
    """One ruler; it follows the canvas and marks where the pointer is."""

    def __init__(self, canvas: Canvas, *, upright: bool) -> None:
        super().__init__()
        self._canvas = canvas
        self._upright = upright
        self._pointer: float | None = None
        self._picture = QPixmap()
        self._key: tuple[object, ...] = ()
        if upright:
            self.setFixedWidth(THICK)
        else:
            self.setFixedHeight(THICK)
        canvas.viewed.connect(self.update)
        canvas.unit_changed.connect(self._name)
        self._name()
        canvas.pointed.connect(self._point)

    def _name(self) -> None:
        if self._canvas.unit is Unit.FT:
            self.setAccessibleName(_("Left ruler, feet") if self._upright else _("Top ruler, feet"))
        else:
            self.setAccessibleName(_("Left ruler, metres") if self._upright else _("Top ruler, metres"))
        self.update()

    def _point(self, at: tuple[float, float] | None) -> None:
        before, self._pointer = self._pointer, at[self._upright] if at is not None else None
        if before != self._pointer:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show ticks and figures, painted only when the view has changed, and the pointer's mark."""
        palette = self.palette()
        key = self._canvas.view, self._canvas.unit, self.size(), self.devicePixelRatioF(), palette.cacheKey()
        if key != self._key:
            self._picture, self._key = self._painted(), key
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if self._pointer is not None:
            self._turn(painter)
            at = self._along(self._pointer, self._length)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            tip = QPointF(at, THICK - 1)
            painter.drawPolygon(QPolygonF([tip, tip + QPointF(-5, -7), tip + QPointF(5, -7)]))
        painter.end()

    @property
    def _length(self) -> int:
        return self.height() if self._upright else self.width()

    def _turn(self, painter: QPainter) -> None:
        """Let an upright ruler's text run upwards, as on a drawing."""
        if self._upright:
            painter.translate(0, self._length)
            painter.rotate(-90)

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        palette, length = self.palette(), self._length
        pixmap.fill(palette.color(QPalette.ColorRole.Window))
        painter = QPainter(pixmap)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        if self._upright:
            painter.drawLine(THICK - 1, 0, THICK - 1, length)
        else:
            painter.drawLine(0, THICK - 1, length, THICK - 1)
        self._turn(painter)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.82)
        painter.setFont(font)
        self._ticks(painter, length)
        painter.end()
        return pixmap

    def _along(self, mm: float, length: int) -> float:
        """Return the pixel along the ruler over a millimetre; an upright ruler is painted from its lower end."""
        view = self._canvas.view
        if self._upright:
            return length - (mm - view.top) * view.scale
        return (mm - view.left) * view.scale

    def _ticks(self, painter: QPainter, length: int) -> None:
        view, palette = self._canvas.view, self.palette()
        # A foot is divided as a metre is: as if the plan were drawn with a millimetre of another length.
        long = self._canvas.unit.millimetres / 1000
        scale = view.scale * long
        step = ruler_step(scale)
        tick = tick_step(step, scale)
        first = (view.top if self._upright else view.left) / long
        ticks: list[QLine] = []
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        for k in range(math.floor(first / tick), math.ceil((first + length / scale) / tick) + 1):
            mm = k * tick
            at = round(self._along(mm * long, length))
            if mm % step:
                ticks.append(QLine(at, THICK - 5, at, THICK - 2))
                continue
            painter.drawLine(at, THICK - 9, at, THICK - 2)
            text = QRectF(at + 3, 0, LABEL_ROOM, THICK - 6)
            painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, figure(mm, step))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLines(ticks)


class RuledCanvas(QWidget):
    """The canvas with its rulers, which can be put away."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self.top, self.left = Ruler(canvas, upright=False), Ruler(canvas, upright=True)
        self._corner = QWidget()
        self._corner.setFixedSize(THICK, THICK)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._corner, 0, 0)
        grid.addWidget(self.top, 0, 1)
        grid.addWidget(self.left, 1, 0)
        grid.addWidget(canvas, 1, 1)
        self.setFocusProxy(canvas)

    def show_rulers(self, shown: bool) -> None:
        """Show or put away the rulers."""
        for part in (self.top, self.left, self._corner):
            part.setVisible(shown)
