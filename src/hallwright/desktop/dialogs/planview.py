"""A small plan of a hall inside a dialog: the floor, what stands there, and on it what the dialog would make."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallwright.desktop.dialogs.frame import alarm_colour
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.painter import Place, QtPainter, mixed, polygon
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.floor import floor_shapes
from hallwright.drawing.labels import booth_label
from hallwright.drawing.primitives import Drawing, Shapes, Text
from hallwright.drawing.theme import screen
from hallwright.expo.show import Show
from hallwright.geometry.boxes import boxed
from hallwright.geometry.outline import Box, Outline, bounds, is_box
from hallwright.support.i18n import _

MARGIN = 12.0
STEP = 1.25
LINE = 1.6
"""Pixels that stand for a millimetre of line width."""
READABLE, LARGEST = 7.0, 13.0
"""Sizes of a number in pixels."""
SMALLEST = 5.0
SLACK = 4
"""Pixels that the pointer may wander in a click."""
ROOM = 14.0
"""A booth narrower than this many pixels gets no number."""


class PlanView(QWidget):
    """Paints part of a hall in pale colours and the dialog's own outlines in strong ones.

    The wheel zooms at the pointer, dragging moves the plan, a double click shows all of the part again.
    """

    clicked = Signal(float, float, float)
    """A place of the hall was clicked, in mm, and how many mm a pixel covers there."""

    def __init__(self, show: Show, hall: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Preview"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(360, 280)
        self._glyphs = Glyphs(step=0.25)
        self._floor: Drawing = ()
        self._hall: Outline = ()
        self._standing: dict[str, Outline] = {}
        self._made: Mapping[str, Outline] = {}
        self._numbers: Mapping[str, str] = {}
        self._alarmed: frozenset[str] = frozenset()
        self._box: Box | None = None
        self._view: Viewport | None = None
        self._held: QPointF | None = None
        self._pressed: QPointF | None = None
        self._picture: QPixmap | None = None
        self.setToolTip(_("Wheel to zoom, drag to move, double click to see all"))
        self.show_hall(show, hall)

    def sizeHint(self) -> QSize:
        """Ask for room enough to see rows."""
        return QSize(640, 480)

    def show_hall(self, show: Show, hall: str) -> None:
        """Show the floor of a hall and what stands there."""
        self._floor = floor_shapes(show, hall)
        self._hall = show.halls[hall].outline
        self._standing = {row.id: row.outline for row in show.booths.where("hall", hall) if row.outline}
        self._renew()

    def show_made(
        self,
        outlines: Mapping[str, Outline],
        numbers: Mapping[str, str] | None = None,
        *,
        box: Box | None = None,
        alarmed: frozenset[str] = frozenset(),
    ) -> None:
        """Show outlines over the floor.

        Args:
            outlines: by id; booths of these ids are not shown as standing.
            numbers: to be written into them, or to booths that stand, by id.
            box: the part of the hall to show, or None for all of it.
            alarmed: ids, of these or of booths that stand, to be marked as in the way.
        """
        if box != self._box:
            self._view = None
        self._made, self._numbers, self._box, self._alarmed = outlines, numbers or {}, box, alarmed
        self._renew()

    def _renew(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the plan anew."""
        self._view = None
        self._renew()
        super().resizeEvent(event)

    @property
    def viewport(self) -> Viewport:
        """Which part of the hall is seen."""
        if self._view is None:
            self._view = Viewport.fitting(self._box or bounds(self._hall), self.width(), self.height(), MARGIN)
        return self._view

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        at = event.position()
        self._view = self.viewport.zoomed(STEP ** (event.angleDelta().y() / 120), at.x(), at.y())
        self._renew()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the plan."""
        self._held = self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the plan along."""
        pressed = self._pressed
        if pressed is not None and (event.position() - pressed).manhattanLength() < SLACK:
            # The hand shakes a little in a click.
            return
        self._pressed = None
        if self._held is not None:
            by = event.position() - self._held
            self._held = event.position()
            self._view = self.viewport.panned(by.x(), by.y())
            self._renew()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the plan, or tell where it was clicked."""
        if self._pressed is not None:
            x, y = self.viewport.to_mm(event.position().x(), event.position().y())
            self.clicked.emit(x, y, 1 / self.viewport.scale)
        self._held = self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all of the part again."""
        self._view = None
        self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the kept picture."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(self.palette().color(QPalette.ColorRole.Base))
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter)
            painter.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        view = self.viewport
        place = Place(view.scale, -view.left * view.scale, -view.top * view.scale)
        base = self.palette().color(QPalette.ColorRole.Base)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        theme = screen(base.lightness() < 128)
        brush = QtPainter(painter, theme, self._glyphs, LINE)
        brush.draw(self._floor, place)
        # What stands already steps back behind what the dialog makes.
        painter.fillRect(QRectF(self.rect()), QColor(base.red(), base.green(), base.blue(), 110))
        standing = {key: outline for key, outline in self._standing.items() if key not in self._made}
        grey = mixed(self.palette().color(QPalette.ColorRole.PlaceholderText), base, 0.25)
        self._outlines(painter, place, standing, grey, mixed(grey, base, 0.9))
        self._outlines(painter, place, self._made, accent, mixed(accent, base, 0.16))
        alarm = alarm_colour(self.palette())
        known = {**standing, **self._made}
        in_the_way = {key: known[key] for key in self._alarmed if key in known}
        self._outlines(painter, place, in_the_way, alarm, mixed(alarm, base, 0.3))
        brush.draw(tuple(self._texts(known, view.scale)), place)

    def _outlines(
        self, painter: QPainter, place: Place, outlines: Mapping[str, Outline], edge: QColor, fill: QColor
    ) -> None:
        if not outlines:
            return
        painter.setPen(edge)
        painter.setBrush(fill)
        shapes = Shapes.of("", dict(outlines))
        upright = [k for k in range(len(shapes.ids)) if k not in shapes.rings]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        boxes = np.rint(shapes.boxes[upright] * place.scale + np.array([place.dx, place.dy] * 2))
        painter.drawRects([QRectF(a, b, c - a, d - b) for a, b, c, d in boxes.tolist()])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ring in shapes.rings.values():
            painter.drawPolygon(polygon(ring, place), Qt.FillRule.WindingFill)

    def _texts(self, known: Mapping[str, Outline], scale: float) -> list[Text]:
        level: list[Text] = []
        slanted: list[list[Text]] = []
        # From afar no number can be read: then none is looked for, one by one among thousands.
        sizes = boxed([outline for outline in known.values() if outline])
        if not len(sizes) or (sizes[:, 2:] - sizes[:, :2]).min(axis=1).max() * scale < ROOM:
            return []
        for key, number in self._numbers.items():
            outline = known.get(key)
            if not number or outline is None:
                continue
            box = bounds(outline)
            if min(box.width, box.height) * scale < ROOM:
                continue
            label, _lost = booth_label(outline, number, "", "", smallest=READABLE / scale, largest=LARGEST / scale)
            if is_box(outline):
                level += label
                continue
            if not label:
                label, _lost = booth_label(outline, number, "", "", smallest=SMALLEST / scale, largest=READABLE / scale)
            slanted.append(label)
        # At an angle there is room for A01 where there is none for M01: a row half numbered looks broken.
        return level + [text for label in slanted for text in label] if all(slanted) else level
