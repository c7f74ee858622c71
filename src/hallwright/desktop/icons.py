"""Line icons in the window's own ink: one set of SVG files, coloured when they are drawn."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hallwright.desktop.style import Colours
from hallwright.support.paths import resources

SIZE = 20


class _Inks(NamedTuple):
    """Colours of one icon: as a rule, where its action is off limits, and where it is on."""

    ink: str
    faint: str
    checked: str


class _LineIcon(QIconEngine):
    """Draws one SVG file at the size it is asked for, when it is asked: most icons stand in menus never opened."""

    def __init__(self, name: str, inks: _Inks) -> None:
        super().__init__()
        self._name = name
        self._inks = inks

    def clone(self) -> QIconEngine:
        """Return another that draws the same."""
        return _LineIcon(self._name, self._inks)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into a rectangle of a painter."""
        colour = self._inks.ink
        if mode == QIcon.Mode.Disabled:
            colour = self._inks.faint
        elif state == QIcon.State.On:
            colour = self._inks.checked
        _renderer(self._name, colour).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return a picture of a size in the device's pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


def icon(name: str, colours: Colours, *, toggle: bool = False) -> QIcon:
    """Return an icon of ``resources/icons`` in the ink of a window.

    Its checked state is drawn for the accent behind it, or for a toggle in the accent itself.
    """
    return QIcon(_LineIcon(name, _Inks(colours.ink, colours.soft, colours.accent if toggle else colours.on_accent)))


def tinted(name: str, colour: str) -> QIcon:
    """Return an icon in one colour."""
    return QIcon(_LineIcon(name, _Inks(colour, colour, colour)))


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
