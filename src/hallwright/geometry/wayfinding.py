"""The way out of a booth as a line to be drawn, found on the grid on which it was measured."""

import math
from collections.abc import Sequence

import numpy as np

from hallwright.geometry.outline import Outline, Point
from hallwright.geometry.walking import Floats, Ground, moves_over

Line = tuple[Point, ...]
"""Corners of a way, mm."""
_MOST = 20_000
"""Steps over cells that no way in a hall needs: the search must end whatever it is given."""
_Cell = tuple[int, int]


class Wayfinder:
    """Follows distances downhill to a door; made once for a hall, it finds a way in about a millisecond."""

    def __init__(self, ground: Ground, far: Floats, doors: Sequence[Outline]) -> None:
        """Take the floor, the distance of its cells to the nearest door as ``distance_steps`` gives it, the doors."""
        self._ground, self._far, self._doors = ground, far, list(doors)
        self._moves = moves_over(ground)

    def line(self, outline: Outline, start: Point) -> Line:
        """Return the way from a point of a booth to the nearest door, straight where the floor is free; empty if none.

        It is a little shorter than its measured length, for it cuts the corners that the grid makes.
        """
        cell = self._first(outline, start)
        if cell is None:
            return ()
        cells = self._downhill(cell)
        row, column = (np.array(part) for part in zip(*self._straightened(cells), strict=True))
        x, y = self._ground.middles(row, column)
        middle = [(round(a), round(b)) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
        return (start, *middle, self._at_door(middle[-1]))

    def _first(self, outline: Outline, start: Point) -> _Cell | None:
        """Return the cell beside a booth over which the way leaves it."""
        rows, columns = self._ground.box_of(outline)
        low, left = max(rows.start - 1, 0), max(columns.start - 1, 0)
        part = self._far[low : rows.stop + 1, left : columns.stop + 1]
        row, column = np.nonzero(np.isfinite(part))
        if not len(row):
            return None
        row, column = row + low, column + left
        x, y = self._ground.middles(row, column)
        best = int((np.hypot(x - start[0], y - start[1]) + self._far[row, column]).argmin())
        return int(row[best]), int(column[best])

    def _downhill(self, cell: _Cell) -> list[_Cell]:
        cells = [cell]
        for _ in range(_MOST):
            row, column = cells[-1]
            here = float(self._far[row, column])
            best, at = math.inf, cell
            for open_, across, down, length in self._moves:
                if open_[row, column]:
                    away = float(self._far[row + down, column + across]) + length
                    # Of equal ones the first, so that it does not waver between two directions.
                    if away < best - 0.5:
                        best, at = away, (row + down, column + across)
            if not best <= here + 1 or self._far[at] >= here:
                break
            cells.append(at)
        return cells

    def _straightened(self, cells: list[_Cell]) -> list[_Cell]:
        """Return the corners that are left when the way goes straight as far as it can."""
        corners = [0, *(k for k in range(1, len(cells) - 1) if _bends(*cells[k - 1 : k + 2])), len(cells) - 1]
        kept, at = [corners[0]], 0
        while at < len(corners) - 1:
            reach = next(k for k in range(len(corners) - 1, at, -1) if k == at + 1 or self._sees(cells, corners, at, k))
            kept.append(corners[reach])
            at = reach
        return [cells[k] for k in dict.fromkeys(kept)]

    def _sees(self, cells: list[_Cell], corners: list[int], one: int, two: int) -> bool:
        (r1, c1), (r2, c2) = cells[corners[one]], cells[corners[two]]
        count = 4 * max(abs(r2 - r1), abs(c2 - c1)) + 1
        rows = np.rint(np.linspace(r1, r2, count)).astype(int)
        columns = np.rint(np.linspace(c1, c2, count)).astype(int)
        return bool(self._ground.free[rows, columns].all())

    def _at_door(self, end: Point) -> Point:
        import shapely

        spot = shapely.Point(end)
        lines = [shapely.shortest_line(spot, shapely.Polygon(door)) for door in self._doors]
        x, y = shapely.get_coordinates(min(lines, key=shapely.length))[-1].tolist()
        return round(x), round(y)


def _bends(one: _Cell, two: _Cell, three: _Cell) -> bool:
    return (two[0] - one[0], two[1] - one[1]) != (three[0] - two[0], three[1] - two[1])
