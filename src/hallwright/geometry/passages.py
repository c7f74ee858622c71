"""Passages: the long rectangles of free floor between things that stand in a hall, and how wide they are in truth."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from hallwright.geometry.boxes import boxed
from hallwright.geometry.outline import Outline, bounds, contains, is_box, rectangle

Mask = npt.NDArray[np.bool_]
_UPRIGHT = 1e-9
_NEW = 0.6
"""Part of a passage that no larger one may have taken already: crossings belong to both, doubles to none."""
_SLENDER = 1.5
"""A passage is at least so many times as long as wide; a square of free floor leads nowhere."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A rectangle of free floor: its outline, its width and its length in mm."""

    outline: Outline
    width: int
    length: int


def passages(hall: Outline, bodies: Sequence[Outline], wider_than: int) -> list[Passage]:
    """Return the passages of a hall, the largest first.

    What is slanted counts as the upright box around it, so that a passage is never wider than it is in truth.

    Args:
        hall: outline of the hall.
        bodies: outlines of what nobody walks through.
        wider_than: mm; narrower gaps are for cables.
    """
    room = bounds(hall)
    boxes = boxed(bodies) if bodies else np.empty((0, 4), dtype=np.int64)
    xs = np.unique(np.clip(np.concatenate([boxes[:, 0], boxes[:, 2], _ends(hall, 0)]), room.left, room.right))
    ys = np.unique(np.clip(np.concatenate([boxes[:, 1], boxes[:, 3], _ends(hall, 1)]), room.top, room.bottom))
    free = _inside(hall, xs, ys)
    for left, top, right, bottom in boxes.tolist():
        columns = slice(*np.searchsorted(xs, (left, right)).tolist())
        free[slice(*np.searchsorted(ys, (top, bottom)).tolist()), columns] = False
    found = []
    for top, bottom, left, right in _largest(free, ys):
        wide, deep = int(xs[right] - xs[left]), int(ys[bottom] - ys[top])
        if min(wide, deep) > wider_than and max(wide, deep) >= _SLENDER * min(wide, deep):
            found.append((wide * deep, (top, bottom, left, right)))
    found.sort(key=lambda item: (-item[0], item[1]))
    floor = np.outer(np.diff(ys), np.diff(xs)).astype(float)
    chosen = []
    for size, (top, bottom, left, right) in found:
        part = floor[top:bottom, left:right]
        if part.sum() < _NEW * size:
            continue
        part[:] = 0.0
        x, y = int(xs[left]), int(ys[top])
        wide, deep = int(xs[right]) - x, int(ys[bottom]) - y
        chosen.append(Passage(rectangle(x, y, wide, deep), min(wide, deep), max(wide, deep)))
    return chosen


@dataclass(frozen=True, slots=True)
class Clear:
    """How wide an aisle is where it is narrowest, mm, and where: the ends of the line across it."""

    width: int
    line: tuple[tuple[float, float], tuple[float, float]]


def direction(outline: Outline) -> tuple[float, float]:
    """Return the unit vector along an outline's longest side, to the right or, if it is upright, downwards."""
    sides = zip(outline, outline[1:] + outline[:1], strict=True)
    (ax, ay), (bx, by) = max(sides, key=lambda side: math.dist(*side))
    length = math.dist((ax, ay), (bx, by)) or 1.0
    dx, dy = (bx - ax) / length, (by - ay) / length
    back = dx < -_UPRIGHT or (dx <= _UPRIGHT and dy < 0)
    return (-dx, -dy) if back else (dx, dy)


def clear_width(aisle: Outline, hall: Outline, bodies: Sequence[Outline]) -> Clear | None:
    """Measure an aisle across its longest side, from what stands on one side of it to what stands on the other.

    It is measured up to its own width beyond it; crossings, where nothing stands on either side, do not count.

    Args:
        aisle: outline of the aisle, sound.
        hall: outline of its hall, sound.
        bodies: outlines of what nobody walks through, sound; those far from the aisle cost time only.

    Returns:
        The narrowest place; None if nothing bounds the aisle, or if it has no floor in the hall.
    """
    import shapely

    dx, dy = direction(aisle)
    turn = np.array([[dx, -dy], [dy, dx]])
    ring = np.array(aisle, dtype=float) @ turn
    (left, top), (right, bottom) = ring.min(axis=0).tolist(), ring.max(axis=0).tolist()
    reach = bottom - top
    scope = shapely.box(left, top - reach, right, bottom + reach)

    def turned(outline: Outline) -> shapely.Polygon:
        return shapely.Polygon(np.array(outline, dtype=float) @ turn)

    free = shapely.intersection(scope, turned(hall))
    free = shapely.difference(free, shapely.union_all([turned(body) for body in bodies])) if bodies else free
    cuts = [x for x in np.unique(np.round(shapely.get_coordinates(free)[:, 0])).tolist() if left <= x <= right]
    narrowest: tuple[float, float, float, float] | None = None
    for a, b in pairwise(cuts):
        for x in (a + 1.0, b - 1.0) if b - a > 2.0 else ():
            across = shapely.intersection(free, shapely.LineString([(x, top - reach - 1), (x, bottom + reach + 1)]))
            lines = [line.bounds for line in shapely.get_parts(across) if line.length > 0]
            # What leads on is the gap with the most of the aisle in it; the others are behind something.
            best = max(lines, key=lambda one: min(one[3], bottom) - max(one[1], top), default=None)
            if best is None or min(best[3], bottom) - max(best[1], top) <= 0:
                continue
            low, high = best[1], best[3]
            if low <= top - reach + 1 and high >= bottom + reach - 1:
                continue
            if narrowest is None or high - low < narrowest[0] - 0.5:
                narrowest = high - low, (a + b) / 2, low, high
    if narrowest is None:
        return None
    width, x, low, high = narrowest
    ends = np.array([[x, low], [x, high]]) @ turn.T
    (x1, y1), (x2, y2) = ends.tolist()
    return Clear(round(width), ((x1, y1), (x2, y2)))


def _ends(hall: Outline, axis: int) -> npt.NDArray[np.int64]:
    return np.array([corner[axis] for corner in hall], dtype=np.int64)


def _inside(hall: Outline, xs: npt.NDArray[np.int64], ys: npt.NDArray[np.int64]) -> Mask:
    """Return which cells of a grid lie in the hall, by their middles."""
    free = np.ones((len(ys) - 1, len(xs) - 1), dtype=bool)
    if not is_box(hall):
        middles_x, middles_y = (xs[:-1] + xs[1:]) / 2, (ys[:-1] + ys[1:]) / 2
        for row, y in enumerate(middles_y.tolist()):
            free[row] = [contains(hall, x, y) for x in middles_x.tolist()]
    return free


def _largest(free: Mask, ys: npt.NDArray[np.int64]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the free rectangles of cells that no side can be moved out of: top, bottom, left, right, ends excluded.

    Row by row, a stack holds the columns' free heights while they rise (the largest rectangle under a histogram).
    """
    rows, columns = free.shape
    tops = np.zeros(columns, dtype=np.intp)
    for row in range(rows):
        tops[~free[row]] = row + 1
        below = free[row + 1] if row + 1 < rows else np.zeros(columns, dtype=bool)
        blocked = np.concatenate([[0], np.cumsum(~below)]).tolist()
        stack: list[tuple[int, int]] = []
        for column, top in enumerate([*tops.tolist(), row + 1]):
            left = column
            while stack and stack[-1][1] < top:
                left, high = stack.pop()
                # A rectangle that could grow downwards is yielded in a later row.
                if high <= row and blocked[column] > blocked[left]:
                    yield high, row + 1, left, column
            if not stack or stack[-1][1] > top:
                stack.append((left, top))
