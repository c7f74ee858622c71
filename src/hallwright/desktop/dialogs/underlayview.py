"""A small picture of an underlay inside a dialog."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallwright.desktop.backdrop import LinePicture, RasterPicture, Shown
from hallwright.desktop.tiles import Tiles
from hallwright.desktop.viewport import Viewport
from hallwright.expo.underlay import Media, Underlay
from hallwright.geometry.outline import Box
from hallwright.support.i18n import _

_MARGIN = 12.0


class UnderlayView(QWidget):
    """Shows the whole of a drawing or picture, without the layers that are off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Preview"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self._shown: Shown | None = None
        self._tiles: Tiles | None = None
        self._row: Underlay | None = None

    def sizeHint(self) -> QSize:
        """Ask for enough room to tell a hall."""
        return QSize(480, 360)

    def put(self, shown: Shown | None, width: int = 1, height: int = 1, hidden: Iterable[str] = ()) -> None:
        """Show a content of a width and height in steps or pixels, or nothing."""
        if shown is not self._shown:
            self._shown, self._tiles = shown, None
            if isinstance(shown, LinePicture):
                self._tiles = Tiles(shown, self)
                self._tiles.renewed.connect(lambda _part: self.update())
        media = Media.VECTOR if isinstance(shown, LinePicture) else Media.RASTER
        names = tuple(hidden)
        self._row = Underlay(
            id="", hall="", name="", asset="", media=media, width=width, height=height, scale=1.0, hidden=names
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it on plain ground."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        painter.fillRect(area, self.palette().color(QPalette.ColorRole.Base))
        row, shown = self._row, self._shown
        if row is not None and shown is not None:
            view = _whole(row, area)
            if self._tiles is not None:
                self._tiles.paint(painter, row, view, area, self.palette().color(QPalette.ColorRole.Text))
            elif isinstance(shown, RasterPicture):
                shown.paint(painter, row, view, area)
        painter.end()


def _whole(row: Underlay, area: QRectF) -> Viewport:
    """Return the view that shows all of it; steps are finer than any zoom of the canvas, so it has its own bounds."""
    box = Box(0, 0, row.width, row.height)
    room_x, room_y = max(area.width() - 2 * _MARGIN, 10.0), max(area.height() - 2 * _MARGIN, 10.0)
    scale = min(room_x / box.width, room_y / box.height)
    return Viewport(scale, (box.width - area.width() / scale) / 2, (box.height - area.height() / scale) / 2)
