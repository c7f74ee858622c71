"""Finding free floor for a name among booths and fixtures."""

from typing import TypeAlias

import numpy as np

from hallwright.drawing.primitives import Floats
from hallwright.geometry.outline import Box, Outline, bounds, is_box

_CELL = 200.0
"""Millimetres of a cell's side, as long as the floor is no larger than some thousand square metres."""
_CELLS = 250_000
"""About how many cells a large floor has: a name in a zone of 50,000 m2 is not set to the finger's breadth."""
_AIR = 80.0
"""Millimetres that stay clear about everything that stands there: a finger's breadth."""


class FreeFloor:
    """The floor inside an outline that nothing takes, as a grid of cells; asked for room of several sizes."""

    def __init__(self, outline: Outline, taken: Floats) -> None:
        """Take in the floor to search and the (n, 4) boxes that are occupied, in mm."""
        self._box = box = bounds(outline)
        self._cell = cell = max(_CELL, (box.width * box.height / _CELLS) ** 0.5)
        self._columns, self._rows = int(box.width // cell), int(box.height // cell)
        full = _covered(taken, box, cell, self._columns, self._rows)
        if not is_box(outline):
            full |= ~_inside(outline, box, cell, self._columns, self._rows)
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
        across, down = int(np.ceil(wide / self._cell)), int(np.ceil(high / self._cell))
        if across > self._columns or down > self._rows or not self._columns or not self._rows:
            return None
        sums = self._sums
        window = sums[down:, across:] - sums[:-down, across:] - sums[down:, :-across] + sums[:-down, :-across]
        free = np.argwhere(window == 0)
        if not len(free):
            return None
        # Nearness to the top counts for more than nearness to the left: names then stand in a line along the zones.
        row, column = free[np.argmin(free[:, 0] * 1.5 + free[:, 1])].tolist()
        return self._box.left + column * self._cell, self._box.top + row * self._cell


Cells: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.bool_]]"


def _covered(taken: Floats, box: Box, cell: float, columns: int, rows: int) -> Cells:
    """Return which cells lie under a box, boxes grown by a little air."""
    steps = np.zeros((rows + 1, columns + 1), dtype=np.int32)
    spans = (taken - np.array([box.left + _AIR, box.top + _AIR, box.left - _AIR, box.top - _AIR])) / cell
    first = np.clip(np.floor(spans[:, :2]), 0, (columns, rows)).astype(np.intp)
    last = np.clip(np.ceil(spans[:, 2:]), 0, (columns, rows)).astype(np.intp)
    met = (last > first).all(axis=1)
    (west, north), (east, south) = first[met].T, last[met].T
    # Each box begins and ends at four corners; summed up twice they give how many boxes lie over each cell.
    for ys, xs, step in ((north, west, 1), (north, east, -1), (south, west, -1), (south, east, 1)):
        np.add.at(steps, (ys, xs), step)
    np.cumsum(steps, axis=0, out=steps)
    np.cumsum(steps, axis=1, out=steps)
    return np.asarray(steps[:rows, :columns] > 0)


def _inside(outline: Outline, box: Box, cell: float, columns: int, rows: int) -> Cells:
    """Return which cells have their middle inside an outline (even-odd rule)."""
    x = box.left + (np.arange(columns) + 0.5) * cell
    y = box.top + (np.arange(rows) + 0.5) * cell
    inside = np.zeros((rows, columns), dtype=bool)
    ax, ay = outline[-1]
    for bx, by in outline:
        crossed = (ay > y) != (by > y)
        if by != ay:
            edge = (bx - ax) * (y - ay) / (by - ay) + ax
            inside ^= crossed[:, None] & (x[None, :] < edge[:, None])
        ax, ay = bx, by
    return inside
