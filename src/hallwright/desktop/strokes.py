"""The lines of an underlay's layer as columns: found by place, handed to Qt in batches."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QTransform

from hallwright.drawing.underlay import Layer

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
_BATCH = 600
"""Corners that are handed to Qt at once: about a millisecond of painting."""
_LONGEST = 200
"""A path of more corners is kept in pieces: none of it is painted where none of it is seen."""
_MANY = 20_000
"""Of more paths those beside the part are painted as well: that takes less time than telling them apart."""
_CELLS = 64
"""Cells of the grid by which paths are found, along each side."""
_LEAST_TEXT, _MOST_TEXT = 5.0, 600.0
_MOST_TEXTS = 3_000
_TEXTS = 40
"""Texts that are written at once."""


class Strokes:
    """One layer: corners with closed paths led back to their start, a box for each path, and a grid over the boxes."""

    def __init__(self, layer: Layer) -> None:
        self.name = layer.name
        starts = np.concatenate([[0], layer.ends[:-1]]).astype(np.int64) if len(layer.ends) else np.empty(0, np.int64)
        back = layer.ends[layer.closed]
        self._corners = np.insert(layer.points, back, layer.points[starts[layer.closed]], axis=0).astype(np.float64)
        counts = layer.ends - starts + layer.closed
        self._starts, self._counts = _pieces(np.cumsum(counts) - counts, counts)
        # Pieces of one path share a corner, so their corners are looked up, not cut out.
        lows, highs = np.empty((len(self._starts), 2)), np.empty((len(self._starts), 2))
        if len(self._starts):
            index = self._index(np.arange(len(self._starts)))
            edges = np.cumsum(self._counts) - self._counts
            lows = np.minimum.reduceat(self._corners[index], edges)
            highs = np.maximum.reduceat(self._corners[index], edges)
        self._left, self._top = np.ascontiguousarray(lows.T)
        self._right, self._bottom = np.ascontiguousarray(highs.T)
        self._sides = np.maximum(self._right - self._left, self._bottom - self._top)
        self._grid = _Grid(lows, highs, self._counts)
        self._notes = layer.notes
        self._places = np.array([(note.x, note.y, note.height) for note in layer.notes], np.float64).reshape(-1, 3)

    def about(self, part: QRectF) -> int:
        """Return how many corners lie in a part: rather more than too few, and at no cost."""
        return self._grid.about(part)

    def seen(self, part: QRectF, smallest: float) -> Ints:
        """Return the paths that reach into a part and are not too small to be seen; of many, some that lie beside."""
        near = self._grid.near(part)
        some: Ints = near[self._sides[near] >= smallest]
        if len(some) > _MANY:
            return some
        mask = (self._left[some] <= part.right()) & (self._right[some] >= part.left())
        mask &= (self._top[some] <= part.bottom()) & (self._bottom[some] >= part.top())
        inside: Ints = some[mask]
        return inside

    def draw(self, painter: QPainter, paths: Ints, turn: QTransform) -> Iterator[None]:
        """Draw paths batch by batch; whoever asks for the next one says when there is time for it."""
        if not len(paths):
            return
        batch = np.cumsum(self._counts[paths]) // _BATCH
        for some in np.split(paths, np.flatnonzero(np.diff(batch)) + 1):
            counts = self._counts[some]
            painter.drawPath(_path(self._corners[self._index(some)], np.cumsum(counts) - counts, turn))
            yield

    def write(self, painter: QPainter, part: QRectF, turn: QTransform, step: float, angle: float) -> Iterator[None]:
        """Write the texts in a part that are large enough to be read, some at a time."""
        x, y, height = self._places.T
        reach = height * 20
        mask = (height * step >= _LEAST_TEXT) & (height * step <= _MOST_TEXT)
        mask &= (x + reach >= part.left()) & (x - reach <= part.right())
        mask &= (y + reach >= part.top()) & (y - reach <= part.bottom())
        for count, index in enumerate(np.flatnonzero(mask)[:_MOST_TEXTS].tolist(), 1):
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
            if count % _TEXTS == 0:
                yield

    def _index(self, paths: Ints) -> Ints:
        """Return the places of the corners of paths, one path after the other."""
        counts = self._counts[paths]
        edges = np.cumsum(counts) - counts
        found: Ints = np.repeat(self._starts[paths] - edges, counts) + np.arange(counts.sum())
        return found


def _pieces(starts: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """Return starts and counts with long paths cut to pieces, each beginning with the last corner of the one before."""
    if not len(counts) or counts.max() <= _LONGEST:
        return starts, counts
    step = _LONGEST - 1
    many = np.maximum(-(-(counts - 1) // step), 1)
    which = np.repeat(np.arange(len(counts)), many)
    place = np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
    found = starts[which] + place * step
    return found, np.minimum(starts[which] + counts[which] - found, _LONGEST)


class _Grid:
    """Finds boxes near a place: small ones by the cell of their middle, the few large ones always."""

    def __init__(self, low: Floats, high: Floats, corners: Ints) -> None:
        self._large = self._all = np.arange(len(low))
        self._total = int(corners.sum())
        self._few = self._cells = 0
        if len(low) < 4 * _CELLS:
            return
        self._cells = _CELLS
        self._left, self._top = low.min(axis=0).tolist()
        side = max(float((high.max(axis=0) - low.min(axis=0)).max()), 1.0)
        self._size = side / _CELLS
        large = (high - low).max(axis=1) > self._size
        self._large = np.flatnonzero(large)
        small = np.flatnonzero(~large)
        cells = ((low[small] + high[small]) / 2 - (self._left, self._top)) // self._size
        columns, rows = np.clip(cells.astype(np.int64), 0, _CELLS - 1).T
        keys = rows * _CELLS + columns
        order = np.argsort(keys, kind="stable")
        self._order = small[order]
        self._edges = np.searchsorted(keys[order], np.arange(_CELLS * _CELLS + 1)).tolist()
        self._few = int(corners[self._large].sum())
        self._sums: list[int] = [0, *np.cumsum(corners[self._order]).tolist()]

    def near(self, part: QRectF) -> Ints:
        """Return all boxes that may reach into a part, and some that do not."""
        runs = self._runs(part)
        if runs is None:
            return self._all
        return np.concatenate([self._large, *(self._order[first:last] for first, last in runs)])

    def about(self, part: QRectF) -> int:
        """Return how many corners the paths of ``near`` have."""
        runs = self._runs(part)
        if runs is None:
            return self._total
        return sum((self._sums[last] - self._sums[first] for first, last in runs), self._few)

    def _runs(self, part: QRectF) -> list[tuple[int, int]] | None:
        """Return the stretches of ``order`` whose cells touch a part, or None for all of it."""
        if not self._cells:
            return None
        # A small box reaches no further than half a cell beyond its middle.
        left, right = (self._cell(x, self._left) for x in (part.left() - self._size / 2, part.right() + self._size / 2))
        top, bottom = (self._cell(y, self._top) for y in (part.top() - self._size / 2, part.bottom() + self._size / 2))
        if left == top == 0 and right == bottom == _CELLS - 1:
            return None
        rows = range(top * _CELLS, bottom * _CELLS + 1, _CELLS)
        return [(self._edges[row + left], self._edges[row + right + 1]) for row in rows]

    def _cell(self, at: float, start: float) -> int:
        return int(min(max((at - start) // self._size, 0), _CELLS - 1))


def _path(corners: Floats, starts: Ints, turn: QTransform) -> QPainterPath:
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
