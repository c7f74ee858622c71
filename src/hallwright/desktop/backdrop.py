"""Underlays on the canvas: their lines and pictures, loaded beside the window and painted where they are seen."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPen, QTransform

from hallwright.desktop.strokes import Strokes
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.underlay import Linework
from hallwright.expo.underlay import Media, Underlay

_SMALLEST = 0.4
"""Paths shorter than this many pixels are not seen."""
_HALVES = 4
_STRIP = 128
"""Rows of a picture that are turned round at once."""
_MOST_MEGABYTES = 512


class LinePicture:
    """The lines of a drawing, ready to be painted at any zoom."""

    def __init__(self, linework: Linework) -> None:
        self._strokes = [Strokes(layer) for layer in linework.layers]
        self.names = tuple(layer.name for layer in linework.layers)
        self.written = any(layer.notes for layer in linework.layers)
        """Whether there are texts."""

    def about(self, row: Underlay, view: Viewport, area: QRectF) -> int:
        """Return about how many corners there are in an area of the view (pixels)."""
        part = _part(row, view, area)
        return sum(strokes.about(part) for strokes in self._shown(row))

    def paint(self, painter: QPainter, row: Underlay, view: Viewport, area: QRectF, ink: QColor) -> None:
        """Paint all that lies in an area of the view (pixels), however long that takes."""
        for _batch in self.painting(painter, row, view, area, ink):
            pass

    def painting(self, painter: QPainter, row: Underlay, view: Viewport, area: QRectF, ink: QColor) -> Iterator[None]:
        """Paint batch by batch what lies in an area of the view; each takes about a millisecond."""
        turn, part = to_pixels(row, view), _part(row, view, area)
        step = row.scale * view.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(ink, 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for strokes in self._shown(row):
            yield from strokes.draw(painter, strokes.seen(part, _SMALLEST / step), turn)
        for strokes in self._shown(row):
            yield from strokes.write(painter, part, turn, step, row.angle)

    def _shown(self, row: Underlay) -> list[Strokes]:
        return [strokes for strokes in self._strokes if strokes.name not in row.hidden]


class RasterPicture:
    """A picture and smaller copies of it, so that it stays clear and quick from afar; its paper lets the floor through.

    For a dark window light and dark have changed places: paper is dark, lines are light, and colours keep their hue.
    """

    def __init__(self, image: QImage, *, dark: bool = False) -> None:
        modes = QPainter.CompositionMode
        self._mode = modes.CompositionMode_Screen if dark else modes.CompositionMode_Multiply
        self._images = [inverted(image) if dark else image]
        while len(self._images) < _HALVES and min(self._images[-1].width(), self._images[-1].height()) > 512:
            last = self._images[-1]
            self._images.append(
                last.scaled(
                    last.width() // 2,
                    last.height() // 2,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )

    def paint(self, painter: QPainter, row: Underlay, view: Viewport, area: QRectF) -> None:
        """Paint what lies in an area of the view (pixels)."""
        turn = to_pixels(row, view)
        step = row.scale * view.scale
        level = 0
        while level + 1 < len(self._images) and step * 2 ** (level + 1) <= 1.0:
            level += 1
        image = self._images[level]
        part = _part(row, view, area).intersected(QRectF(0, 0, row.width, row.height))
        if part.isEmpty():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setCompositionMode(self._mode)
        painter.setTransform(turn, True)
        across, down = image.width() / row.width, image.height() / row.height
        source = QRectF(part.x() * across, part.y() * down, part.width() * across, part.height() * down)
        painter.drawImage(part, image, source)
        painter.restore()


Shown = LinePicture | RasterPicture


def prepared(media: Media, content: bytes, *, dark: bool = False) -> Shown:
    """Return what is painted of an asset; may be called in any thread.

    Args:
        media: what it consists of.
        content: the asset.
        dark: for a dark window.

    Raises:
        ValueError: the content is damaged.
    """
    if media is Media.VECTOR:
        return LinePicture(Linework.decoded(content))
    return RasterPicture(decoded(content), dark=dark)


def decoded(content: bytes) -> QImage:
    """Return the picture of an asset.

    Raises:
        ValueError: it is none.
    """
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    image = QImage.fromData(content)
    if image.isNull():
        raise ValueError("the picture of an underlay is damaged")
    return image.convertToFormat(QImage.Format.Format_RGB32)


def inverted(image: QImage) -> QImage:
    """Return a picture of 32 bits with lightness turned round: white is black, and red stays red."""
    found = image.copy()
    rows = np.frombuffer(found.bits(), np.uint8).reshape(found.height(), -1, 4)[:, : found.width(), :3]
    for top in range(0, len(rows), _STRIP):
        strip = rows[top : top + _STRIP].astype(np.int16)
        # Adding one number to all three channels keeps hue and chroma; this one maps the lightest to the darkest.
        strip += 255 - (strip.max(axis=2, keepdims=True) + strip.min(axis=2, keepdims=True))
        rows[top : top + _STRIP] = strip
    return found


def to_pixels(row: Underlay, view: Viewport) -> QTransform:
    """Return the transform from an underlay's own points to pixels."""
    made = QTransform()
    made.translate(*view.to_pixel(row.x, row.y))
    made.rotate(row.angle)
    made.scale(row.scale * view.scale, row.scale * view.scale)
    return made


def _part(row: Underlay, view: Viewport, area: QRectF) -> QRectF:
    """Return the part of an underlay, in its own points, that an area of the view shows."""
    return to_pixels(row, view).inverted()[0].mapRect(area.adjusted(-2, -2, 2, 2))
