"""The chart: one hall in view, as a kept picture of what stands still."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.flight import Flight
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.layers import Layers
from hallwright.desktop.picture import Picture
from hallwright.desktop.scenery import Backdrop, Scenery
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.theme import Theme
from hallwright.editing.change import Change
from hallwright.geometry.outline import Box, bounds

BLANK = Box(0, 0, 100_000, 60_000)
"""What is in view while there is no hall: floor for most."""


class Chart(QWidget):
    """Keeps the picture in step with the desk's show and hall; zooms, pans and flies."""

    viewed = Signal()
    """Another part of the plan is in view, or at another scale."""
    zoomed = Signal(float)
    """Pixels a millimetre covers."""

    def __init__(self, desk: Desk, glyphs: Glyphs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._glyphs = glyphs
        self._scenery = Scenery(desk.show, desk.hall, theme, glyphs)
        self._view = Viewport()
        self._fitted = False
        self._picture = Picture()
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self.repaint_all)
        self._hidden: frozenset[str] = frozenset()
        self._ringed = ""
        self._strength = 0.0
        self.foot: Callable[[], float] = lambda: 0.0
        """Tells how many pixels at the lower edge something covers, such as a legend."""
        self._flight = Flight(self)
        self._flight.moved.connect(self.look)
        self._flight.rang.connect(self._ring)
        desk.changed.connect(self._on_change)
        desk.hall_changed.connect(self._on_hall)

    @property
    def view(self) -> Viewport:
        """The present view."""
        return self._view

    @property
    def scenery(self) -> Scenery:
        """What stands still."""
        return self._scenery

    @property
    def backdrop(self) -> Backdrop | None:
        """What paints the underlays."""
        return self._scenery.backdrop

    @backdrop.setter
    def backdrop(self, paint: Backdrop | None) -> None:
        self._scenery.backdrop = paint
        self.repaint_all()

    def use_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._scenery.theme = theme
        self.repaint_all()

    def show_layers(self, layers: Layers) -> None:
        """Show other layers, or the plan as others see it."""
        self._scenery.layers = layers
        self.repaint_all()

    def sizeHint(self) -> QSize:
        """Prefer a good part of the screen."""
        return QSize(1000, 700)

    def fit(self) -> None:
        """Show the whole hall."""
        extent = self._scenery.extent() if self._desk.hall else BLANK
        if extent is not None:
            self.look(Viewport.fitting(extent, self.width(), self.height(), foot=self.foot()))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a pixel, or about the middle of the window."""
        where = at if at is not None else QPointF(self.width() / 2, self.height() / 2)
        self.look(self._view.zoomed(factor, where.x(), where.y()))

    def fly_to(self, booth: str) -> None:
        """Bring a booth into the middle at a readable size, select it and ring it."""
        if booth not in self._desk.show.booths:
            return
        self._desk.open_hall(self._desk.show.booths[booth].hall)
        self._desk.select([booth])
        self.fly_to_box(bounds(self._desk.show.booths[booth].outline), booth)

    def fly_to_box(self, box: Box, booth: str = "") -> None:
        """Bring a part of the hall into the middle, with room around it."""
        around = box.grown(min(max(6000, box.width, box.height), 15_000))
        self._ringed = booth
        self.fly(Viewport.fitting(around, self.width(), self.height()))

    def fly(self, end: Viewport) -> None:
        """Lead the view to another."""
        self._flight.start(self._view, end, self.width(), self.height())
        if not self.isVisible():
            self._flight.land()

    def _ring(self, strength: float) -> None:
        self._strength = strength
        self.update()

    def look(self, view: Viewport) -> None:
        """Show a part of the plan."""
        self._view = view
        self._fitted = True
        self.repaint_all()
        self.zoomed.emit(view.scale)
        self.viewed.emit()

    def repaint_all(self) -> None:
        """Forget the kept picture."""
        self._picture.spoil()
        self.update()

    def repaint_part(self, area: QRectF) -> None:
        """Forget a part of the kept picture, in pixels of the view."""
        self._picture.spoil(area.intersected(QRectF(self.rect())).toAlignedRect())
        self.update()

    def _repaint_box(self, box: Box | None) -> None:
        if box is None:
            self.repaint_all()
            return
        left, top = self._view.to_pixel(box.left, box.top)
        right, bottom = self._view.to_pixel(box.right, box.bottom)
        area = QRectF(left - 4, top - 4, right - left + 8, bottom - top + 8).toAlignedRect()
        self._picture.spoil(area)
        self.update()

    def land(self) -> None:
        """End a flight where it leads."""
        self._flight.land()

    def pan(self, dx: int, dy: int) -> None:
        """Shift the plan by some pixels."""
        self._view = self._view.panned(dx, dy)
        self._picture.scroll(dx, dy)
        self.update()
        self.viewed.emit()

    def _still(self, painter: QPainter, area: QRectF) -> None:
        self._scenery.paint(painter, self._view, area, self._hidden)
        if self._scenery.unfinished:
            self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the hall at first; keep the view's top left corner later."""
        if not self._fitted or not event.oldSize().isValid():
            self.fit()
        self.repaint_all()

    def _on_change(self, change: Change) -> None:
        if self._scenery.hall != self._desk.hall:
            return
        self._repaint_box(self._scenery.update(self._desk.show, change))

    def _on_hall(self) -> None:
        layers, backdrop = self._scenery.layers, self._scenery.backdrop
        self._scenery = Scenery(self._desk.show, self._desk.hall, self._scenery.theme, self._glyphs)
        self._scenery.layers, self._scenery.backdrop = layers, backdrop
        self._hidden = frozenset()
        self.fit()
