"""Walking distances over free floor, on a grid: how far it is from anywhere to the nearest door, around what stands.

The floor is cut into square cells; one is free if its middle is, and if a circle as wide as the narrowest passage fits
there (through a thin wall, a gap a little narrower is a doorway and lets people pass). From the doors a wave runs
outwards cell by cell, each step to one of 16 neighbours (sides, corners and knight's moves), nearest first (Dijkstra;
Dial's buckets of one cell width, so that each bucket is one step of array arithmetic).

A way over the grid is at most ``STRETCH`` longer than the shortest way of the same turns (it keeps to 16 directions),
and at each corner it keeps half a cell away. It is never shorter than the shortest way by more than one cell.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from hallwright.geometry.outline import Outline, bounds, is_box
from hallwright.geometry.steps import Steps

Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

STRETCH = 1 / math.cos(math.atan(0.5) / 2)
"""1.0275: a way in the direction between two of the 16, over the straight one."""
FINE, COARSE = 250, 500
"""mm of a cell in halls up to ``_LARGE`` fine cells, and beyond."""
_LARGE = 1_000_000
_EDGE = 3
"""Blocked cells around the grid, so that no step leaves it and none has to be asked."""
_AT_DOOR = 500
"""mm from a door within which free floor is before it, even if the door is drawn into the wall."""
_AT_ONCE = 2000
_STEPS: tuple[tuple[int, int], ...] = (
    *((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)),
    *((2, 1), (2, -1), (-2, 1), (-2, -1), (1, 2), (1, -2), (-1, 2), (-1, -2)),
)


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The floor of a room as cells.

    Attributes:
        left, top: of the grid in mm; ``cell`` is the side of a cell.
        free: (rows, columns) where people walk.
    """

    left: int
    top: int
    cell: int
    free: Mask

    def middles(self, rows: npt.NDArray[Any], columns: npt.NDArray[Any]) -> tuple[Floats, Floats]:
        """Return x and y of the middles of cells."""
        x = (self.left + (columns + 0.5) * self.cell).astype(np.float32)
        y = (self.top + (rows + 0.5) * self.cell).astype(np.float32)
        return x, y

    def cells(self, low: float, high: float, start: int, count: int) -> slice:
        """Return the cells whose middle lies between two places of an axis; at least the one in which they are."""
        first = math.ceil((low - start) / self.cell - 0.5)
        last = math.ceil((high - start) / self.cell - 0.5)
        if last <= first:
            # A thin wall is a wall: it must not slip between the middles of cells.
            first = math.floor(((low + high) / 2 - start) / self.cell)
            last = first + 1
        return slice(min(max(first, 0), count), min(max(last, 0), count))

    def box_of(self, outline: Outline) -> tuple[slice, slice]:
        """Return rows and columns of the box around an outline."""
        box, (rows, columns) = bounds(outline), self.free.shape
        return self.cells(box.top, box.bottom, self.top, rows), self.cells(box.left, box.right, self.left, columns)

    def extents(self, boxes: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return (n, 4) first row, first column, row and column after the last, of boxes as ``box_of`` has them."""
        start = np.array([self.left, self.top])
        low, high = (boxes[:, :2] - start) / self.cell, (boxes[:, 2:] - start) / self.cell
        first, last = np.ceil(low - 0.5), np.ceil(high - 0.5)
        thin = last <= first
        first = np.where(thin, np.floor((low + high) / 2), first)
        last = np.where(thin, first + 1, last)
        most = np.array(self.free.shape[::-1])
        found = np.concatenate([np.clip(first, 0, most)[:, ::-1], np.clip(last, 0, most)[:, ::-1]], axis=1)
        return found.astype(np.int64)

    def mark(self, outline: Outline, value: bool) -> None:
        """Make the cells in an outline free or not."""
        rows, columns = self.box_of(outline)
        if is_box(outline):
            self.free[rows, columns] = value
        else:
            part = self.free[rows, columns]
            part[self.within(outline, rows, columns)] = value

    def within(self, outline: Outline, rows: slice, columns: slice) -> Mask:
        """Return which cells of a part have their middle in an outline (even-odd), or a side through them."""
        x, y = self.middles(np.arange(rows.start, rows.stop)[:, None], np.arange(columns.start, columns.stop)[None, :])
        inside = np.zeros((rows.stop - rows.start, columns.stop - columns.start), dtype=bool)
        for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
            if ay != by:
                spans = (ay > y) != (by > y)
                inside ^= spans & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
        for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
            count = math.ceil(2 * math.hypot(bx - ax, by - ay) / self.cell) + 1
            share = np.linspace(0, 1, count)
            row = np.floor((ay + (by - ay) * share - self.top) / self.cell).astype(int) - rows.start
            column = np.floor((ax + (bx - ax) * share - self.left) / self.cell).astype(int) - columns.start
            kept = (row >= 0) & (row < inside.shape[0]) & (column >= 0) & (column < inside.shape[1])
            # Sides are marked only where the outline is thinner than a cell; else they would narrow the aisles.
            if _thin(outline, self.cell):
                inside[row[kept], column[kept]] = True
        return inside


def _thin(outline: Outline, cell: int) -> bool:
    """Say whether an outline is nowhere as thick as two cells, by its area over half its circumference."""
    twice = around = 0.0
    for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
        twice += ax * by - bx * ay
        around += math.hypot(bx - ax, by - ay)
    return abs(twice) / around < 2 * cell


def ground_steps(
    room: Outline, bodies: Sequence[Outline], doors: Iterable[Outline], booths: Sequence[Outline], narrowest: int
) -> Steps[Ground]:
    """Return, in steps, the free floor of a room.

    Args:
        room: its sound outline.
        bodies: sound outlines of what nobody walks through.
        doors: outlines through which people walk even where they lie in a body.
        booths: sound outlines of booths.
        narrowest: mm; passages no wider than this are not walked. One up to a cell wider may count as closed, too.
    """
    box = bounds(room)
    cell = FINE if box.width * box.height <= _LARGE * FINE**2 else COARSE
    rows, columns = (math.ceil(side / cell) + 2 * _EDGE for side in (box.height, box.width))
    ground = Ground(box.left - _EDGE * cell, box.top - _EDGE * cell, cell, np.zeros((rows, columns), dtype=bool))
    ground.mark(room, True)
    inside = ground.free.copy()
    yield
    for body in bodies:
        ground.mark(body, False)
    for door in doors:
        # Where a door reaches beyond the room there is no floor.
        part = ground.box_of(door)
        ground.free[part] |= inside[part]
    for first in range(0, len(booths), _AT_ONCE):
        yield
        for booth in booths[first : first + _AT_ONCE]:
            ground.mark(booth, False)
    ground.free[:_EDGE], ground.free[-_EDGE:] = False, False
    ground.free[:, :_EDGE], ground.free[:, -_EDGE:] = False, False
    yield
    return Ground(ground.left, ground.top, cell, _roomy(ground.free, narrowest // cell + 1))


def _roomy(free: Mask, wide: int) -> Mask:
    """Return where a circle ``wide`` cells across fits on free cells: an opening of the picture."""
    centre = (wide - 1) / 2
    disc = [
        (row, column)
        for row in range(wide)
        for column in range(wide)
        if math.hypot(row - centre, column - centre) <= wide / 2
    ]
    rows, columns = free.shape
    fits = np.ones((rows - wide, columns - wide), dtype=bool)
    for row, column in disc:
        fits &= free[row : row + rows - wide, column : column + columns - wide]
    roomy = np.zeros_like(free)
    for row, column in disc:
        roomy[row : row + rows - wide, column : column + columns - wide] |= fits
    return roomy


def distance_steps(ground: Ground, doors: Sequence[Outline]) -> Steps[Floats]:
    """Return, in steps, (rows, columns) mm from each free cell to the nearest door; infinite where no way leads."""
    rows, columns = ground.free.shape
    cell = ground.cell
    far = np.full(rows * columns, np.inf, dtype=np.float32)
    buckets: dict[int, list[Ints]] = {}
    for door in doors:
        _seed(ground, door, far, buckets)
    moves = []
    for across, down in _STEPS:
        length = np.float32(cell * math.hypot(across, down))
        moves.append((_open(ground.free, across, down).ravel(), down * columns + across, length))
        yield
    done = np.zeros(rows * columns, dtype=bool)
    place = np.zeros(rows * columns, dtype=np.int64)
    bucket = 0
    while buckets:
        # Nothing nearer than a cell's width comes of a step, so all of a bucket is settled at once.
        found = buckets.pop(bucket, None)
        bucket += 1
        if found is None:
            continue
        some = np.concatenate(found)
        some = some[~done[some]]
        place[some] = np.arange(len(some))
        some = some[place[some] == np.arange(len(some))]
        done[some] = True
        reached = [_relaxed(far, some, *move) for move in moves]
        wave = np.concatenate(reached)
        level = (far[wave] / np.float32(cell)).astype(np.int64)
        if len(level):
            for value in range(int(level.min()), int(level.max()) + 1):
                buckets.setdefault(max(value, bucket), []).append(wave[level == value])
        if not bucket % 8:
            yield
    return far.reshape(rows, columns)


def moves_over(ground: Ground) -> list[tuple[Mask, int, int, float]]:
    """Return the steps between cells: from where each leads over free floor, across and down in cells, length in mm."""
    return [
        (_open(ground.free, across, down), across, down, ground.cell * math.hypot(across, down))
        for across, down in _STEPS
    ]


def _seed(ground: Ground, door: Outline, far: Floats, buckets: dict[int, list[Ints]]) -> None:
    """Let the wave begin on the floor in and before a door."""
    import shapely

    reach = max(_AT_DOOR, 2 * ground.cell)
    box, (rows, columns) = bounds(door).grown(reach), ground.free.shape
    down = ground.cells(box.top, box.bottom, ground.top, rows)
    across = ground.cells(box.left, box.right, ground.left, columns)
    row, column = np.nonzero(ground.free[down, across])
    row, column = row + down.start, column + across.start
    x, y = ground.middles(row, column)
    away = shapely.distance(shapely.Polygon(door), shapely.points(x, y)).astype(np.float32)
    kept = away <= reach
    cells = (row * columns + column)[kept]
    away = away[kept]
    nearer = away < far[cells]
    cells, away = cells[nearer], away[nearer]
    far[cells] = away
    level = (away / ground.cell).astype(np.int64)
    for value in np.unique(level).tolist():
        buckets.setdefault(int(value), []).append(cells[level == value])


def _open(free: Mask, across: int, down: int) -> Mask:
    """Return from which cells a step leads over free cells only; none leads from the edge."""
    if abs(across) == abs(down) == 1:
        passed = [(across, down), (across, 0), (0, down)]
    elif abs(across) == 2:
        passed = [(across, down), (across // 2, 0), (across // 2, down)]
    elif abs(down) == 2:
        passed = [(across, down), (0, down // 2), (across, down // 2)]
    else:
        passed = [(across, down)]
    open_ = free.copy()
    rows, columns = free.shape
    inner = open_[2:-2, 2:-2]
    for x, y in passed:
        inner &= free[2 + y : rows - 2 + y, 2 + x : columns - 2 + x]
    return open_


def _relaxed(far: Floats, some: Ints, open_: Mask, offset: int, length: np.float32) -> Ints:
    """Carry the wave one step in one direction; return the cells that are nearer than was known."""
    start = some[open_[some]]
    target = start + offset
    away = far[start] + length
    nearer = away < far[target]
    target = target[nearer]
    far[target] = away[nearer]
    return target
