"""A page as it will be printed: scrolled, zoomed, painted with the same primitives as the PDF."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.painter import Place, QtPainter
from hallwright.drawing.primitives import Page
from hallwright.drawing.theme import paper
from hallwright.support.i18n import _

MARGIN = 16
SMALLEST, LARGEST = 0.05, 16.0
STEP = 1.25
_MM_PER_INCH = 25.4


class Preview(QAbstractScrollArea):
    """Shows one page; 100 % is its true size on the screen's nominal resolution.

    Ctrl and wheel zoom at the pointer, dragging moves the page, Page Up and Page Down ask for another page.
    """

    zoom_changed = Signal(float)
    stepped = Signal(int)

    def __init__(self, glyphs: Glyphs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyphs = glyphs
        self._page: Page | None = None
        self._note = ""
        self._zoom = 0.0
        self._fitting = True
        self._held: QPoint | None = None
        self._wheel = 0
        self._cache: tuple[object, QPixmap] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Print preview"))
        self.setMinimumSize(320, 280)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(24)
            bar.valueChanged.connect(self.viewport().update)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    @property
    def zoom(self) -> float:
        """Size on screen in parts of the true size."""
        return self._zoom

    @property
    def fitting(self) -> bool:
        """Whether the page is kept as large as the window allows."""
        return self._fitting

    def sizeHint(self) -> QSize:
        """Ask for room enough to read a page."""
        return QSize(640, 640)

    def show_page(self, page: Page | None, note: str = "") -> None:
        """Show a page, or a note in its place."""
        self._page, self._note, self._cache = page, note, None
        self.setAccessibleDescription(page.name if page else note)
        if self._fitting:
            self.fit()
        else:
            self._arrange()

    def fit(self) -> None:
        """Show the whole page and keep doing so when the window changes."""
        self._fitting = True
        if self._page is not None:
            # maximumViewportSize: what scroll bars take away now must not decide whether they are needed.
            room = self.maximumViewportSize()
            unit = self._unit()
            zoom = min(
                (room.width() - 2 * MARGIN) / (self._page.width * unit),
                (room.height() - 2 * MARGIN) / (self._page.height * unit),
            )
            self._set_zoom(zoom)
        self._arrange()

    def zoom_to(self, zoom: float, at: QPoint | None = None) -> None:
        """Zoom so that what lies under a point of the view (its middle by default) stays there."""
        self._fitting = False
        centre = at if at is not None else self.viewport().rect().center()
        before = self._place()
        x, y = (centre.x() - before.dx) / before.scale, (centre.y() - before.dy) / before.scale
        self._set_zoom(zoom)
        self._arrange()
        after = self._place()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(after.dx + x * after.scale - centre.x()))
        down.setValue(down.value() + round(after.dy + y * after.scale - centre.y()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet on the desk, from the picture kept of the last time if nothing moved."""
        view = self.viewport()
        painter = QPainter(view)
        palette = self.palette()
        painter.fillRect(view.rect(), palette.color(QPalette.ColorRole.Mid))
        if self._page is None:
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            room = view.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._note)
            return
        ratio = self.devicePixelRatioF()
        key = (self._place(), view.size(), ratio, palette.cacheKey())
        if self._cache is None or self._cache[0] != key:
            pixmap = QPixmap(view.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(palette.color(QPalette.ColorRole.Mid))
            self._paint_page(pixmap, self._page)
            self._cache = (key, pixmap)
        painter.drawPixmap(0, 0, self._cache[1])

    def _paint_page(self, pixmap: QPixmap, page: Page) -> None:
        place = self._place()
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(place.dx, place.dy, page.width * place.scale, page.height * place.scale)
        shadow = self.palette().color(QPalette.ColorRole.Shadow)
        for spread, strength in ((4, 14), (2.5, 22), (1, 40)):
            shadow.setAlpha(strength)
            painter.fillRect(sheet.adjusted(-spread, -spread + 1, spread, spread + 1), shadow)
        # Paper is white whatever the window's colours are: that is how it will be printed.
        painter.fillRect(sheet, QColor("#ffffff"))
        painter.setClipRect(sheet)
        QtPainter(painter, paper(), self._glyphs, place.scale).draw(page.items, place)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page fitted, or the bars in range."""
        super().resizeEvent(event)
        if self._fitting:
            self.fit()
        else:
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the palette changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._cache = None
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll, and turn the page at its end."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self._zoom * STEP ** (event.angleDelta().y() / 120), event.position().toPoint())
            event.accept()
            return
        bar, turn = self.verticalScrollBar(), event.angleDelta().y()
        at_end = bar.value() == (bar.maximum() if turn < 0 else bar.minimum())
        if not turn or not at_end:
            self._wheel = 0
            super().wheelEvent(event)
            return
        # Touch pads send many small turns; only a whole notch turns the page.
        self._wheel += turn
        if abs(self._wheel) >= 120:
            self._wheel = 0
            self.stepped.emit(1 if turn < 0 else -1)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages; Home and End go to the first and the last; plus, minus, 0 and 1 zoom."""
        steps = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Home: -(1 << 30),
            Qt.Key.Key_End: 1 << 30,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_to(self._zoom * STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_to(self._zoom / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.zoom_to(1.0)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the page."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the page with the hand."""
        if self._held is not None:
            now = event.position().toPoint()
            across, down = self.horizontalScrollBar(), self.verticalScrollBar()
            across.setValue(across.value() - now.x() + self._held.x())
            down.setValue(down.value() - now.y() + self._held.y())
            self._held = now

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the page."""
        self._held = None
        self.viewport().unsetCursor()

    def _unit(self) -> float:
        """Pixels of a millimetre at 100 %."""
        return self.logicalDpiX() / _MM_PER_INCH

    def _set_zoom(self, zoom: float) -> None:
        zoom = min(max(zoom, SMALLEST), LARGEST)
        if zoom != self._zoom:
            self._zoom = zoom
            self.zoom_changed.emit(zoom)

    def _size(self) -> tuple[int, int]:
        """Pixels of the page with its margins."""
        if self._page is None:
            return 0, 0
        scale = self._zoom * self._unit()
        return round(self._page.width * scale) + 2 * MARGIN, round(self._page.height * scale) + 2 * MARGIN

    def _place(self) -> Place:
        width, height = self._size()
        view = self.viewport()
        dx = max((view.width() - width) // 2, 0) - self.horizontalScrollBar().value() + MARGIN
        dy = max((view.height() - height) // 2, 0) - self.verticalScrollBar().value() + MARGIN
        return Place(max(self._zoom, SMALLEST) * self._unit(), dx, dy)

    def _arrange(self) -> None:
        width, height = self._size()
        room = self.maximumViewportSize()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        # Each bar takes room from the other direction, so one that is needed may bring about the other.
        wide = width > room.width()
        tall = height > room.height() - wide * across.sizeHint().height()
        wide = width > room.width() - tall * down.sizeHint().width()
        view_width = room.width() - tall * down.sizeHint().width()
        view_height = room.height() - wide * across.sizeHint().height()
        for bar, whole, view in ((across, width, view_width), (down, height, view_height)):
            bar.setPageStep(view)
            bar.setRange(0, max(whole - view, 0))
        self.viewport().update()
