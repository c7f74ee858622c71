"""Passages: the long rectangles of free floor between things that stand in a hall."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hallwright.geometry.boxes import boxed
from hallwright.geometry.outline import Outline, bounds, contains, is_box, rectangle

Mask = npt.NDArray[np.bool_]
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
