"""Line icons in the window's own ink: one set of SVG files, coloured when they are drawn."""

import math
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hallwright.desktop.style import Colours
from hallwright.support.paths import resources

SIZE = 20


def icon(name: str, colours: Colours, *, toggle: bool = False) -> QIcon:
    """Return an icon of ``resources/icons`` in the ink of a window.

    Its checked state is drawn for the accent behind it, or for a toggle in the accent itself.
    """
    return _icon(name, colours.ink, colours.soft, colours.accent if toggle else colours.on_accent, _ratios())


def tinted(name: str, colour: str) -> QIcon:
    """Return an icon in one colour."""
    return _icon(name, colour, colour, colour, _ratios())


def _ratios() -> tuple[int, ...]:
    """Return how many pixels of the screens there are make one of the window's; a picture is drawn for each.

    Pictures, and not an icon engine that draws what is asked for: one written in Python is deleted twice when Qt copies
    an icon.
    """
    return tuple(sorted({math.ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()})) or (1,)


@lru_cache(maxsize=256)
def _icon(name: str, ink: str, faint: str, checked: str, ratios: tuple[int, ...]) -> QIcon:
    svg = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for ratio in ratios:
        for colour, mode, state in (
            (ink, QIcon.Mode.Normal, QIcon.State.Off),
            (checked, QIcon.Mode.Normal, QIcon.State.On),
            (faint, QIcon.Mode.Disabled, QIcon.State.Off),
        ):
            made.addPixmap(_pixmap(svg, colour, ratio), mode, state)
    return made


def _pixmap(svg: str, colour: str, ratio: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    pixmap = QPixmap(QSize(SIZE, SIZE) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, SIZE * ratio, SIZE * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
