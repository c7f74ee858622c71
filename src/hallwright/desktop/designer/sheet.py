"""The badge under the hand: one face at true scale, with bleed, safe margin and punch, handles and guides."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from hallwright.desktop.designer.margins import handles, paint_margins, paint_selection
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.painter import Place, QtPainter
from hallwright.drawing.primitives import Drawing
from hallwright.drawing.theme import paper
from hallwright.editing.designing import put
from hallwright.expo.design import MICRONS, Design, Element, Face
from hallwright.support.i18n import _
from hallwright.tools.badge_grips import Grip, Guide, at, dragged

MARGIN = 40
SMALLEST, LARGEST = 0.25, 16.0
STEP = 1.25
_MM_PER_INCH = 25.4
_CATCH = 6
"""Pixels within which lines and handles catch."""
_CURSORS = {
    Grip.N: Qt.CursorShape.SizeVerCursor, Grip.S: Qt.CursorShape.SizeVerCursor,
    Grip.E: Qt.CursorShape.SizeHorCursor, Grip.W: Qt.CursorShape.SizeHorCursor,
    Grip.NW: Qt.CursorShape.SizeFDiagCursor, Grip.SE: Qt.CursorShape.SizeFDiagCursor,
    Grip.NE: Qt.CursorShape.SizeBDiagCursor, Grip.SW: Qt.CursorShape.SizeBDiagCursor,
}  # fmt: skip
Paint = Callable[[Design, Face], Drawing]
"""Makes what is on a face of a design, for the person in the preview."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP, Qt.Key.Key_0: 0.0}


class Sheet(QWidget):
    """Shows a face and lets elements be selected, moved and resized; asks for edits, makes none itself.

    Keys: Tab goes from element to element, arrows move (Shift: 5 mm, else 0.5 mm), Alt and arrows resize; plus, minus
    and 0 zoom.
    """

    selected = Signal(tuple)
    """Names of the elements that are selected now."""
    edited = Signal(object)
    """A Design that shall take the place of the present one."""
    zoomed = Signal(float)
    zoom_asked = Signal(float)
    """By which factor the hand wants it larger; 0 to fit."""

    def __init__(self, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._glyphs = Glyphs()
        self._design: Design | None = None
        self._face = Face.FRONT
        self._names: tuple[str, ...] = ()
        self._zoom = 1.0
        self.snap = True
        self._held: tuple[QPointF, Grip, tuple[Element, ...]] | None = None
        self._shown: Design | None = None
        self._guides: tuple[Guide, ...] = ()
        self._items: Drawing | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Badge"))

    # -- what is shown ------------------------------------------------------------------------------------------

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the selected elements."""
        return self._names

    @property
    def zoom(self) -> float:
        """Size on the screen in parts of the true size."""
        return self._zoom

    @property
    def scale(self) -> float:
        """Pixels of a millimetre."""
        return self._zoom * self.logicalDpiX() / _MM_PER_INCH

    def show_design(self, design: Design, face: Face) -> None:
        """Show a face of a design."""
        self._design, self._face, self._shown, self._items, self._held = design, face, None, None, None
        self._guides = ()
        self.select([name for name in self._names if (one := design.named(name)) is not None and one.face is face])
        self._resize()

    def renew(self) -> None:
        """Paint anew: another person is looked at."""
        self._items = None
        self.update()

    def select(self, names: Sequence[str]) -> None:
        """Select elements by name."""
        new = tuple(dict.fromkeys(names))
        self.update()
        if new != self._names:
            self._names = new
            self.setAccessibleDescription(self._told())
            self.selected.emit(new)

    def set_zoom(self, zoom: float) -> None:
        """Show the badge at a part of its true size."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        if zoom != self._zoom:
            self._zoom = zoom
            self._resize()
            self.zoomed.emit(zoom)

    def fit(self, room: QSize) -> None:
        """Zoom so that the face fits a room in pixels."""
        if self._design is None:
            return
        wide, high = (side / MICRONS for side in self._design.page.panel)
        unit = self.logicalDpiX() / _MM_PER_INCH
        across, down = (room.width() - 2 * MARGIN) / (wide * unit), (room.height() - 2 * MARGIN) / (high * unit)
        self.set_zoom(min(across, down))

    def sizeHint(self) -> QSize:
        """Ask for the face and a margin about it."""
        if self._design is None:
            return QSize(320, 320)
        wide, high = self._design.page.panel
        return QSize(round(wide / MICRONS * self.scale) + 2 * MARGIN, round(high / MICRONS * self.scale) + 2 * MARGIN)

    def _resize(self) -> None:
        self.resize(self.sizeHint())
        self.setMinimumSize(self.sizeHint())
        self.update()

    def pixel(self, x: float, y: float) -> QPointF:
        """Return where a point of the face, in micrometres, lies on the widget."""
        left, top = self._corner()
        return QPointF(left + x / MICRONS * self.scale, top + y / MICRONS * self.scale)

    def point(self, at_: QPointF) -> tuple[int, int]:
        """Return the micrometres of the face under a pixel."""
        left, top = self._corner()
        return round((at_.x() - left) / self.scale * MICRONS), round((at_.y() - top) / self.scale * MICRONS)

    def _corner(self) -> tuple[float, float]:
        hint = self.sizeHint()
        return max((self.width() - hint.width()) / 2, 0) + MARGIN, max((self.height() - hint.height()) / 2, 0) + MARGIN

    def _box(self, x: float, y: float, width: float, height: float) -> QRectF:
        return QRectF(self.pixel(x, y), self.pixel(x + width, y + height))

    def _told(self) -> str:
        one = self._design.named(self._names[0]) if self._design is not None and len(self._names) == 1 else None
        if one is None:
            return ""
        return _("{name}: {x:.1f} mm from the left, {y:.1f} mm from the top, {width:.1f} × {height:.1f} mm").format(
            name=one.name,
            x=one.x / MICRONS,
            y=one.y / MICRONS,
            width=one.width / MICRONS,
            height=one.height / MICRONS,
        )

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face, what is cut off faintly, then margins, selection and guides."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.fillRect(event.rect(), palette.color(QPalette.ColorRole.Mid))
        design = self._shown or self._design
        if design is None:
            return
        page = design.page
        wide, high = page.panel
        trim = self._box(0, 0, wide, high)
        bleed = self._box(-page.bleed, -page.bleed, wide + 2 * page.bleed, high + 2 * page.bleed)
        painter.fillRect(bleed, QColor("#ffffff"))
        if self._items is None or self._shown is not None:
            self._items = self._paint(design, self._face)
        painter.save()
        painter.setClipRect(bleed)
        corner = trim.topLeft()
        QtPainter(painter, paper(), self._glyphs, self.scale).draw(
            self._items, Place(self.scale, corner.x(), corner.y())
        )
        painter.restore()
        if self._shown is not None:
            self._items = None
        paint_margins(painter, palette, page, self._face, self._box)
        self._paint_selection(painter, design)

    def _paint_selection(self, painter: QPainter, design: Design) -> None:
        some = [one for one in design.elements if one.name in self._names and one.face is self._face]
        boxes = [self._box(one.x, one.y, one.width, one.height) for one in some]
        lines = []
        for guide in self._guides:
            at_ = self.pixel(guide.at, guide.at)
            upright = QLineF(at_.x(), 0, at_.x(), self.height())
            lines.append(upright if guide.upright else QLineF(0, at_.y(), self.width(), at_.y()))
        paint_selection(painter, self.palette(), boxes, lines, strong=self.hasFocus())

    # -- the hand -----------------------------------------------------------------------------------------------

    def _grip(self, at_: QPointF) -> Grip | None:
        design = self._design
        one = design.named(self._names[0]) if design is not None and len(self._names) == 1 else None
        if one is None:
            return None
        for grip, box in handles(self._box(one.x, one.y, one.width, one.height)).items():
            if box.adjusted(-2, -2, 2, 2).contains(at_):
                return grip
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a handle or an element, or select it."""
        design = self._design
        if design is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        where = event.position()
        grip = self._grip(where)
        if grip is None:
            name = at(design, self._face, *self.point(where))
            several = bool(
                event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
            )
            if several and name:
                left = [one for one in self._names if one != name]
                self.select(left if name in self._names else [*self._names, name])
            elif name not in self._names:
                self.select([name] if name else [])
            if not name:
                return
            grip = Grip.MOVE
        some = tuple(one for one in design.elements if one.name in self._names)
        self._held = (where, grip, some)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what the hand would do."""
        if self._held is None or self._design is None:
            grip = self._grip(event.position())
            self.setCursor(_CURSORS[grip] if grip is not None else Qt.CursorShape.ArrowCursor)
            return
        start, grip, some = self._held
        away = event.position() - start
        if self._shown is None and away.manhattanLength() < 4:
            return
        by = round(away.x() / self.scale * MICRONS), round(away.y() / self.scale * MICRONS)
        free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) or not self.snap
        reach = 0 if free else round(_CATCH / self.scale * MICRONS)
        even = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        moved = dragged(self._design, some, grip, by, reach, even=even)
        self._shown, self._guides = put(self._design, moved.elements), moved.guides
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what the hand did."""
        self._held, self._guides = None, ()
        self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; scrolling is for the area around."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from element to element, and on to the next widget after the last."""
        names = [one.name for one in self._design.elements if one.face is self._face] if self._design else []
        place = names.index(self._names[-1]) if self._names and self._names[-1] in names else None
        if place is None:
            place = -1 if forward else len(names)
        place += 1 if forward else -1
        if 0 <= place < len(names):
            self.select([names[place]])
            return True
        return super().focusNextPrevChild(forward)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Ask for what the arrows did."""
        if event.key() in _ARROWS and not event.isAutoRepeat() and self._held is None:
            self._settle()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Ask for what the arrows did, also when the hand goes elsewhere before it lets go."""
        if self._held is None:
            self._settle()
        super().focusOutEvent(event)

    def _settle(self) -> None:
        shown, self._shown = self._shown, None
        self.update()
        if shown is not None and shown != self._design:
            self.edited.emit(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and resize by arrows; Escape gives up what the hand holds, then the selection."""
        key = Qt.Key(event.key())
        if key in _ARROWS and self._names and self._design is not None:
            step = 5000 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 500
            dx, dy = (way * step for way in _ARROWS[key])
            now = self._shown or self._design
            some = [one for one in now.elements if one.name in self._names]
            grip = Grip.SE if event.modifiers() & Qt.KeyboardModifier.AltModifier else Grip.MOVE
            moved = [part for one in some for part in dragged(now, [one], grip, (dx, dy), 0).elements]
            # Shown while the key is held, and asked for as one edit when it is let go.
            self._shown = put(now, moved)
            self.update()
        elif key in _ZOOMS:
            self.zoom_asked.emit(_ZOOMS[key])
        elif key == Qt.Key.Key_Escape and (self._held is not None or self._names):
            if self._held is not None:
                self._held, self._shown, self._guides = None, None, ()
                self.update()
            else:
                self.select([])
        else:
            super().keyPressEvent(event)
