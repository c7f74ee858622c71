"""Finding free floor for a name among booths and fixtures."""

from typing import TypeAlias

import numpy as np

from hallwright.drawing.primitives import Floats
from hallwright.geometry.outline import Outline, bounds, is_box

_CELL = 200.0
_AIR = 80.0
"""Millimetres that stay clear about everything that stands there: a finger's breadth."""


class FreeFloor:
    """The floor inside an outline that nothing takes, as a grid of cells; asked for room of several sizes."""

    def __init__(self, outline: Outline, taken: Floats) -> None:
        """Take in the floor to search and the (n, 4) boxes that are occupied, in mm."""
        self._box = bounds(outline)
        self._columns, self._rows = int(self._box.width // _CELL), int(self._box.height // _CELL)
        full = _covered(taken, self._box.left, self._box.top, self._columns, self._rows)
        if not is_box(outline):
            full |= ~_inside(outline, self._box.left, self._box.top, self._columns, self._rows)
        # Sums from the top left corner: the cells taken in any rectangle are four of them.
        self._sums = np.zeros((self._rows + 1, self._columns + 1), dtype=np.int32)
        np.cumsum(np.cumsum(full, axis=0, dtype=np.int32), axis=1, out=self._sums[1:, 1:])

    def find(self, wide: float, high: float) -> tuple[float, float] | None:
        """Find an upright rectangle of free floor, as near to the top left corner as may be.

        Args:
            wide: width of the rectangle wanted, in mm.
            high: its height.

        Returns:
            Its left and top, or None.
        """
        across, down = int(np.ceil(wide / _CELL)), int(np.ceil(high / _CELL))
        if across > self._columns or down > self._rows or not self._columns or not self._rows:
            return None
        sums = self._sums
        window = sums[down:, across:] - sums[:-down, across:] - sums[down:, :-across] + sums[:-down, :-across]
        free = np.argwhere(window == 0)
        if not len(free):
            return None
        # Nearness to the top counts for more than nearness to the left: names then stand in a line along the zones.
        row, column = free[np.argmin(free[:, 0] * 1.5 + free[:, 1])].tolist()
        return self._box.left + column * _CELL, self._box.top + row * _CELL


Cells: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.bool_]]"


def _covered(taken: Floats, left: int, top: int, columns: int, rows: int) -> Cells:
    """Return which cells lie under a box, boxes grown by a little air."""
    steps = np.zeros((rows + 1, columns + 1), dtype=np.int32)
    spans = (taken - np.array([left + _AIR, top + _AIR, left - _AIR, top - _AIR])) / _CELL
    first = np.clip(np.floor(spans[:, :2]), 0, (columns, rows)).astype(np.intp)
    last = np.clip(np.ceil(spans[:, 2:]), 0, (columns, rows)).astype(np.intp)
    met = (last > first).all(axis=1)
    (west, north), (east, south) = first[met].T, last[met].T
    # Each box begins and ends at four corners; summed up twice they give how many boxes lie over each cell.
    for ys, xs, step in ((north, west, 1), (north, east, -1), (south, west, -1), (south, east, 1)):
        np.add.at(steps, (ys, xs), step)
    return np.asarray(steps.cumsum(axis=0).cumsum(axis=1)[:rows, :columns] > 0)


def _inside(outline: Outline, left: int, top: int, columns: int, rows: int) -> Cells:
    """Return which cells have their middle inside an outline (even-odd rule)."""
    x = left + (np.arange(columns) + 0.5) * _CELL
    y = top + (np.arange(rows) + 0.5) * _CELL
    inside = np.zeros((rows, columns), dtype=bool)
    ax, ay = outline[-1]
    for bx, by in outline:
        crossed = (ay > y) != (by > y)
        if by != ay:
            edge = (bx - ax) * (y - ay) / (by - ay) + ax
            inside ^= crossed[:, None] & (x[None, :] < edge[:, None])
        ax, ay = bx, by
    return inside
