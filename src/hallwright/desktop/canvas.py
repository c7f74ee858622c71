"""The canvas: shows one hall, hands pointer events in millimetres to the active tool, paints its answers."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from hallwright.desktop.chart import Chart
from hallwright.desktop.desk import Desk
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.hand import Hand
from hallwright.desktop.keys import CURSORS, KEYS, PAN_STEPS, typed
from hallwright.desktop.overlay import Overlay, paper_pixels
from hallwright.desktop.painter import QtPainter
from hallwright.desktop.room import Room
from hallwright.drawing.theme import Theme
from hallwright.editing.assignment import assign
from hallwright.editing.fittings import floor_item
from hallwright.geometry.outline import Box
from hallwright.geometry.units import Unit
from hallwright.geometry.wayfinding import Line
from hallwright.geometry.ways import Way
from hallwright.rules.live import MARKED
from hallwright.support.i18n import N_, _
from hallwright.tools.tool import Pointer, Scene, Tool

EXHIBITOR_MIME = "application/x-hallwright-exhibitor"
NOTCH = 1.2
"""Zoom factor of one notch of the wheel."""
EMPTY = N_("Drag a rectangle, or click the corners one by one. Type lengths as you go.")
STEPS, STEP = (100, 500), 5
"""Where nothing stands yet, the grid to draw on is the finest of these, mm, of so many pixels; else a metre."""


class Canvas(Chart):
    """Paints what moves over the chart."""

    pointed = Signal(object)
    """Millimetres under the pointer as a tuple, or None when it left."""
    tool_changed = Signal()
    unit_changed = Signal()

    def __init__(
        self, desk: Desk, glyphs: Glyphs, theme: Theme, overlay: Overlay, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, glyphs, theme, parent)
        self.setObjectName("canvas")
        self.setAccessibleName(_("Floor plan"))
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._overlay = overlay
        self._hand = Hand(desk, self.scene, self)
        self._hand.previewed.connect(self._on_preview)
        self._hand.ended.connect(self.tool_changed)
        self._pointer = QPointF()
        self._panning: QPointF | None = None
        self._space = False
        self._target: str | None = None
        self._way: tuple[float, Line] | None = None
        self.snap = True
        self.grid = 100
        self._unit = Unit.M
        self.menu: Callable[[QPoint], None] | None = None
        desk.selection_changed.connect(self._on_selection)
        desk.findings_changed.connect(self.update)

    @property
    def hand(self) -> Hand:
        """What holds the active tool."""
        return self._hand

    @property
    def unit(self) -> Unit:
        """In which lengths are told on the plan and around it: metres or feet."""
        return self._unit

    @unit.setter
    def unit(self, unit: Unit) -> None:
        self._unit = unit
        self.update()
        self.unit_changed.emit()

    def show_way(self, found: tuple[Way, Line] | None) -> None:
        """Show a way out, or none."""
        way = (found[0].to_door, found[1]) if found is not None else None
        if way != self._way:
            self._way = way
            self.update()

    def use(self, tool: Tool) -> None:
        """Make a tool the active one."""
        self._hand.use(tool)
        self.setCursor(CURSORS[tool.cursor])
        self._hand.look_at_selection(self._mm(self._pointer))

    def restyle(self, theme: Theme, overlay: Overlay) -> None:
        """Paint with other colours from now on."""
        self._overlay = overlay
        self.use_theme(theme)

    def scene(self) -> Scene:
        """Return what a tool may look at."""
        desk, columns = self._desk, self._scenery.columns
        grid, lent = self.grid, self._scenery.beneath
        if not desk.hall:
            grid = next((step for step in STEPS if step * self._view.scale >= STEP), 1000)
        return Scene(desk.show, desk.hall, columns, desk.selection, grid, self.snap, desk.item, self.unit, lent)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bring the kept picture up to date, show it, and paint what moves over it."""
        pixmap = self._picture.fresh(self.rect(), self.devicePixelRatioF(), self._still)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        show, view = self._desk.show, self._view
        if not self._desk.hall and self._hand.tool is not None and not self._hand.tool.needs_hall:
            painter.setPen(self.palette().placeholderText().color())
            where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), where, _(EMPTY))
        clashing = {
            key for f in self._desk.findings if f.rule in MARKED and f.hall == self._desk.hall for key in f.booths
        }
        if not self._scenery.layers.conflicts:
            clashing = set()
        visible = self._desk.selection - self._hidden if self._hidden else self._desk.selection
        item = floor_item(show, self._desk.item) or show.underlays.get(self._desk.item)
        columns, outline = self._scenery.columns, item.outline if item else ()
        self._overlay.marks(painter, view, show, columns, visible, clashing - self._hidden, outline)
        room = Room(QRectF(self.rect()), self._covered())
        if self._scenery.layers.conflicts:
            here = (f for f in self._desk.findings if f.line and f.hall == self._desk.hall)
            self._overlay.measured(
                painter, view, (f for f in here if self._hidden.isdisjoint(f.booths)), room, self.unit
            )
        if self._desk.selection and not self._hidden:
            # Whoever selects a finding, or its booth, sees the way that it tells of.
            told = [f for f in self._desk.findings if f.path and f.hall == self._desk.hall]
            self._overlay.ways(
                painter, view, (f for f in told if self._desk.selection == set(f.booths)), room, self.unit
            )
        if self._way is not None and not self._hidden:
            self._overlay.way(painter, view, *self._way, room, self.unit)
        if self._target is not None:
            booth = show.booths[self._target]
            self._overlay.target(painter, view, booth.outline, booth.exhibitor is None and booth.status != "blocked")
        if self._strength > 0 and self._ringed in show.booths:
            self._overlay.flash(painter, view, show.booths[self._ringed].outline, self._strength)
        preview = self._hand.preview
        if preview is not None:
            brush = QtPainter(painter, self._scenery.theme, self._glyphs, paper_pixels(view))
            self._overlay.preview(painter, brush, view, self._scenery, preview, self._pointer, room, self.unit)
        painter.end()

    def _covered(self) -> list[QRectF]:
        """Return where legend and minimap lie over the plan."""
        return [
            QRectF(child.geometry()) for child in self.children() if isinstance(child, QWidget) and child.isVisible()
        ]

    # -- gestures -----------------------------------------------------------------------------------------------

    def _mm(self, at: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Pointer:
        x, y = self._view.to_mm(at.x(), at.y())
        return Pointer(
            x,
            y,
            1 / self._view.scale,
            bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            bool(modifiers & Qt.KeyboardModifier.AltModifier),
        )

    def _on_preview(self) -> None:
        """Take out of the picture what the preview draws instead."""
        preview = self._hand.preview
        hidden = preview.hidden if preview is not None else frozenset()
        if hidden != self._hidden:
            for left, top, right, bottom in self._scenery.boxes_of(hidden ^ self._hidden):
                self._repaint_box(Box(int(left), int(top), int(right), int(bottom)))
            self._hidden = hidden
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start a gesture or a pan."""
        self._pointer = event.position()
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle or (self._space and event.button() == Qt.MouseButton.LeftButton):
            self._panning = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._hand.press(self._mm(event.position(), event.modifiers()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the tool know that the second press is the end of a double click."""
        if event.button() != Qt.MouseButton.LeftButton or self._space:
            self.mousePressEvent(event)
            return
        self._pointer = event.position()
        self._hand.double(self._mm(event.position(), event.modifiers()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or show where the pointer is."""
        self._pointer = event.position()
        if self._panning is not None:
            moved = (event.position() - self._panning).toPoint()
            self._panning += QPointF(moved)
            self.pan(moved.x(), moved.y())
            return
        at = self._mm(event.position(), event.modifiers())
        self.pointed.emit((at.x, at.y))
        self._hand.move(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        if self._panning is not None:
            self._panning = None
            self._restore_cursor()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._hand.release(self._mm(event.position(), event.modifiers()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with shift, or sideways, pan."""
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y()):
            self.pan(delta.x() or delta.y(), 0)
        else:
            self.zoom(NOTCH ** (delta.y() / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom by pinching a touchpad; what is typed while something is drawn is no shortcut, and Tab stays here."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position())
            return True
        if isinstance(event, QKeyEvent) and typed(event) and self._hand.takes(typed(event)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._hand.type(typed(event))
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give keys to the tool; arrows that it does not want pan the view."""
        if event.key() == Qt.Key.Key_Space:
            self._space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            return
        key = KEYS.get(Qt.Key(event.key()))
        if key is None:
            super().keyPressEvent(event)
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self._hand.key(key, shift=shift):
            self.pan(*PAN_STEPS.get(key, (0, 0)))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the hand."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._restore_cursor()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget a held space bar: its release goes elsewhere."""
        self._space = False
        self._restore_cursor()
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the pointer's position out of the status bar, and a hover's preview off the plan."""
        self.pointed.emit(None)
        self._hand.leave()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select what lies under the pointer and offer what can be done with it."""
        at = self._mm(QPointF(event.pos()))
        booth = self._scenery.columns.at(at.x, at.y)
        if booth is not None and booth not in self._desk.selection:
            self._desk.select([booth])
        if self.menu is not None:
            self.menu(event.globalPos())

    def _restore_cursor(self) -> None:
        self.setCursor(CURSORS[self._hand.tool.cursor if self._hand.tool else "arrow"])

    # -- dropping exhibitors ------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome exhibitors from the list."""
        if event.mimeData().hasFormat(EXHIBITOR_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the booth under the pointer."""
        at = self._mm(event.position())
        target = self._scenery.columns.at(at.x, at.y)
        if target != self._target:
            self._target = target
            self.update()
        event.setAccepted(target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark off."""
        self._target = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Assign the exhibitor to the booth."""
        at = self._mm(event.position())
        target, self._target = self._scenery.columns.at(at.x, at.y), None
        exhibitor = bytes(event.mimeData().data(EXHIBITOR_MIME).data()).decode("ascii", "replace")
        self.update()
        if target is not None and self._desk.do(lambda: assign(self._desk.show, target, exhibitor)):
            self._desk.select([target])
            event.acceptProposedAction()

    # -- the desk -----------------------------------------------------------------------------------------------

    def _on_selection(self) -> None:
        self._hand.look_at_selection(self._mm(self._pointer))
        self.update()
