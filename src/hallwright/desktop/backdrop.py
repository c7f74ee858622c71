"""Underlays on the canvas: their lines and pictures, loaded beside the window and painted where they are seen."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageReader, QPainter, QPainterPath, QPen, QTransform

from hallwright.desktop.viewport import Viewport
from hallwright.drawing.underlay import Layer, Linework
from hallwright.expo.underlay import Media, Underlay

Floats = npt.NDArray[np.float64]
_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
_SMALLEST = 0.4
"""Paths shorter than this many pixels are not seen."""
_SMOOTH = 20_000
"""Up to so many corners lines are painted smooth; more are painted quick."""
_CROWD, _CROWDED = 100_000, 2.5
"""With more corners than this in view, paths must be so many pixels long: a frame has no time for specks."""
_BATCH = 4_096
"""Paths that are handed to Qt at once; much longer lists take more than their share of time."""
_LEAST_TEXT, _MOST_TEXT = 5.0, 600.0
_MOST_TEXTS = 3_000
_HALVES = 4
_MOST_MEGABYTES = 512


class LinePicture:
    """The lines of a drawing, ready to be painted at any zoom."""

    def __init__(self, linework: Linework) -> None:
        self._sheets = [_Sheet(layer) for layer in linework.layers]
        self.names = tuple(layer.name for layer in linework.layers)

    def paint(self, painter: QPainter, row: Underlay, view: Viewport, area: QRectF, ink: QColor) -> None:
        """Paint what lies in an area of the view (pixels)."""
        turn = _to_pixels(row, view)
        part = turn.inverted()[0].mapRect(area.adjusted(-2, -2, 2, 2))
        shown = [sheet for sheet in self._sheets if sheet.name not in row.hidden]
        step = row.scale * view.scale
        lines = [points for sheet in shown for points in sheet.seen(part, _SMALLEST / step)]
        count = sum(len(corners) for corners, _starts in lines)
        if count > _CROWD:
            lines = [points for sheet in shown for points in sheet.seen(part, _CROWDED / step)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, count <= _SMOOTH)
        pen = QPen(ink, 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for corners, starts in lines:
            edges = [*starts[::_BATCH].tolist(), len(corners)]
            for k, (first, last) in enumerate(pairwise(edges)):
                some = starts[k * _BATCH : (k + 1) * _BATCH] - first
                painter.drawPath(_path(corners[first:last], some, turn))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sheet in shown:
            sheet.write(painter, part, turn, step, row.angle)


class RasterPicture:
    """A picture and smaller copies of it, so that it stays clear and quick from afar."""

    def __init__(self, image: QImage) -> None:
        self._images = [image]
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

    def paint(self, painter: QPainter, row: Underlay, view: Viewport, area: QRectF, *, paper: bool) -> None:
        """Paint what lies in an area; on light ``paper`` its white lets the floor show through."""
        turn = _to_pixels(row, view)
        step = row.scale * view.scale
        level = 0
        while level + 1 < len(self._images) and step * 2 ** (level + 1) <= 1.0:
            level += 1
        image = self._images[level]
        part = turn.inverted()[0].mapRect(area.adjusted(-2, -2, 2, 2)).intersected(QRectF(0, 0, row.width, row.height))
        if part.isEmpty():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if paper:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setTransform(turn, True)
        across, down = image.width() / row.width, image.height() / row.height
        source = QRectF(part.x() * across, part.y() * down, part.width() * across, part.height() * down)
        painter.drawImage(part, image, source)
        painter.restore()


Shown = LinePicture | RasterPicture


def prepared(media: Media, content: bytes) -> Shown:
    """Return what is painted of an asset; may be called in any thread.

    Raises:
        ValueError: the content is damaged.
    """
    if media is Media.VECTOR:
        return LinePicture(Linework.decoded(content))
    return RasterPicture(decoded(content))


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


def _to_pixels(row: Underlay, view: Viewport) -> QTransform:
    """Return the transform from an underlay's own points to pixels."""
    made = QTransform()
    made.translate(*view.to_pixel(row.x, row.y))
    made.rotate(row.angle)
    made.scale(row.scale * view.scale, row.scale * view.scale)
    return made


class _Sheet:
    """One layer: corners with closed paths led back to their start, and a box for each path."""

    def __init__(self, layer: Layer) -> None:
        self.name = layer.name
        starts = np.concatenate([[0], layer.ends[:-1]]) if len(layer.ends) else np.empty(0, np.int64)
        back = np.where(layer.closed, layer.ends, -1)
        self._corners = np.insert(layer.points, back[layer.closed], layer.points[starts[layer.closed]], axis=0).astype(
            np.float64
        )
        self._counts = layer.ends - starts + layer.closed
        self._starts = np.cumsum(self._counts) - self._counts
        if len(starts):
            self._low = np.minimum.reduceat(layer.points, starts)
            self._high = np.maximum.reduceat(layer.points, starts)
        else:
            self._low = self._high = np.empty((0, 2), np.int64)
        self._notes = layer.notes
        self._places = np.array([(note.x, note.y, note.height) for note in layer.notes], np.float64).reshape(-1, 3)

    def seen(self, part: QRectF, smallest: float) -> list[tuple[Floats, npt.NDArray[np.int64]]]:
        """Return the corners and the starts of the paths that reach into a part and are not too small to be seen."""
        low, high = self._low, self._high
        mask = (low[:, 0] <= part.right()) & (high[:, 0] >= part.left())
        mask &= (low[:, 1] <= part.bottom()) & (high[:, 1] >= part.top())
        mask &= (high - low).max(axis=1, initial=0) >= smallest
        some = np.flatnonzero(mask)
        if not len(some):
            return []
        counts = self._counts[some]
        starts = np.cumsum(counts) - counts
        index = np.repeat(self._starts[some] - starts, counts) + np.arange(counts.sum())
        return [(self._corners[index], starts)]

    def write(self, painter: QPainter, part: QRectF, turn: QTransform, step: float, angle: float) -> None:
        """Write the texts in a part that are large enough to be read."""
        x, y, height = self._places.T
        reach = height * 20
        mask = (height * step >= _LEAST_TEXT) & (height * step <= _MOST_TEXT)
        mask &= (x + reach >= part.left()) & (x - reach <= part.right())
        mask &= (y + reach >= part.top()) & (y - reach <= part.bottom())
        for index in np.flatnonzero(mask)[:_MOST_TEXTS].tolist():
            note = self._notes[index]
            font = QFont(painter.font())
            # Height in drawings is that of capitals, which fill some seven tenths of a font's size.
            font.setPixelSize(max(round(note.height * step / 0.72), 1))
            painter.save()
            painter.translate(turn.map(QPointF(note.x, note.y)))
            painter.rotate(angle + note.angle)
            painter.setFont(font)
            painter.drawText(QRectF(-5000, -5000, 10_000, 10_000), Qt.AlignmentFlag.AlignCenter, note.text)
            painter.restore()


def _path(corners: Floats, starts: npt.NDArray[np.int64], turn: QTransform) -> QPainterPath:
    """Return paths as one of Qt's, handed over in its stream form: built corner by corner it would take seconds."""
    matrix = np.array([[turn.m11(), turn.m12()], [turn.m21(), turn.m22()]])
    pixels = corners @ matrix + (turn.dx(), turn.dy())
    elements = np.empty(len(corners), _ELEMENT)
    elements["kind"] = 1
    elements["kind"][starts] = 0
    elements["x"], elements["y"] = pixels[:, 0], pixels[:, 1]
    head, tail = np.array([len(corners)], ">i4"), np.array([int(starts[-1]), 0], ">i4")
    packed = QByteArray(head.tobytes() + elements.tobytes() + tail.tobytes())
    stream = QDataStream(packed, QIODevice.OpenModeFlag.ReadOnly)
    path = QPainterPath()
    stream >> path
    return path
