"""How several views share the paper of one sheet: in rows or in columns, each with its caption beneath it."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hallwright.drawing.culling import Edges
from hallwright.drawing.paper import SCALES

MOST = 8
"""More views on one sheet are not laid out."""


class Wanted(NamedTuple):
    """The floor that a view shows, mm, and its scale; None for the largest that fits.

    ``details`` are the places in the list of the views that show a part of it: they are to be larger.
    """

    wide: int
    high: int
    scale: int | None
    details: frozenset[int] = frozenset()


class Spot(NamedTuple):
    """Where a view goes on the sheet, mm, and at which scale; its caption stands beneath."""

    view: Edges
    scale: int


class Shared(NamedTuple):
    """The spots of all views, and how good they are: more is better."""

    spots: tuple[Spot, ...]
    worth: tuple[float, float]


class _Shelves(NamedTuple):
    """Views side by side on shelves, in their order; the shelves one below the other, or turned, beside each other."""

    counts: tuple[int, ...]
    turned: bool

    def split(self) -> list[range]:
        found, start = [], 0
        for count in self.counts:
            found.append(range(start, start + count))
            start += count
        return found


def shared(area: Edges, views: Sequence[Wanted], gap: float, caption: float) -> Shared | None:
    """Divide an area of the paper among views.

    The views whose scale is free grow in turn, the one that is smallest on the paper first, so that an overview and
    its details get much the same room; but none grows to the scale of its details. What is left over goes to all views
    in proportion: they show more surroundings.

    Args:
        area: of the paper, mm.
        views: one to ``MOST``.
        gap: between views.
        caption: height that each view's caption takes.

    Returns:
        The best division, or None if there is none at these scales.
    """
    size = area[2] - area[0], area[3] - area[1]
    best: tuple[tuple[float, float], _Shelves, list[int]] | None = None
    for shelves in _all(len(views)):
        scales = _grown(size, views, shelves, gap, caption)
        if scales is None:
            continue
        grown = sum(
            math.log(view.wide / scale * view.high / scale)
            for view, scale in zip(views, scales, strict=True)
            if view.scale is None
        )
        wide, high = _needed(_cells(views, scales, caption), shelves, gap)
        worth = round(grown, 6), min(1 - wide / size[0], 1 - high / size[1])
        if best is None or worth > best[0]:
            best = worth, shelves, scales
    if best is None:
        return None
    worth, shelves, scales = best
    return Shared(_spots(area, _cells(views, scales, caption), scales, shelves, gap, caption), worth)


def _all(count: int) -> Iterator[_Shelves]:
    for marks in range(1 << (count - 1)):
        counts, run = [], 1
        for k in range(count - 1):
            if marks >> k & 1:
                counts.append(run)
                run = 1
            else:
                run += 1
        counts.append(run)
        for turned in (False, True):
            yield _Shelves(tuple(counts), turned)


def _cells(views: Sequence[Wanted], scales: Sequence[int], caption: float) -> list[tuple[float, float]]:
    return [(view.wide / scale, view.high / scale + caption) for view, scale in zip(views, scales, strict=True)]


def _needed(cells: Sequence[tuple[float, float]], shelves: _Shelves, gap: float) -> tuple[float, float]:
    """Return the width and the height that cells take at least."""
    along, across = (1, 0) if shelves.turned else (0, 1)
    split = shelves.split()
    long = max(sum(cells[k][along] for k in shelf) + gap * (len(shelf) - 1) for shelf in split)
    deep = sum(max(cells[k][across] for k in shelf) for shelf in split) + gap * (len(split) - 1)
    return (deep, long) if shelves.turned else (long, deep)


def _grown(
    size: tuple[float, float], views: Sequence[Wanted], shelves: _Shelves, gap: float, caption: float
) -> list[int] | None:
    """Return the scales at which views fit an area on some shelves; None if they do not."""

    def fit(scales: Sequence[int]) -> bool:
        wide, high = _needed(_cells(views, scales, caption), shelves, gap)
        return wide <= size[0] + 1e-9 and high <= size[1] + 1e-9

    scales = [view.scale or SCALES[-1] for view in views]
    if not fit(scales):
        return None
    growing = [k for k, view in enumerate(views) if view.scale is None]
    while True:
        free = [k for k in growing if not _held(k, views, scales)]
        if not free:
            return scales
        least = min(free, key=lambda k: views[k].wide / scales[k] * views[k].high / scales[k])
        step = SCALES.index(scales[least]) - 1
        tried = [*scales[:least], SCALES[step], *scales[least + 1 :]]
        if step >= 0 and fit(tried):
            scales = tried
        else:
            growing.remove(least)


def _held(number: int, views: Sequence[Wanted], scales: Sequence[int]) -> bool:
    """Say whether a view would, a step larger, be as large as one of its details."""
    larger = SCALES[max(SCALES.index(scales[number]) - 1, 0)]
    return any(scales[k] >= larger for k in views[number].details)


def _spots(
    area: Edges,
    cells: Sequence[tuple[float, float]],
    scales: Sequence[int],
    shelves: _Shelves,
    gap: float,
    caption: float,
) -> tuple[Spot, ...]:
    along, across = (1, 0) if shelves.turned else (0, 1)
    split = shelves.split()
    room = area[2] - area[0], area[3] - area[1]
    depths = [max(cells[k][across] for k in shelf) for shelf in split]
    wider = (room[across] - gap * (len(split) - 1)) / sum(depths)
    found: list[Spot] = []
    at = area[across]
    for shelf, depth in zip(split, depths, strict=True):
        longer = (room[along] - gap * (len(shelf) - 1)) / sum(cells[k][along] for k in shelf)
        start = area[along]
        for k in shelf:
            end, far = start + cells[k][along] * longer, at + depth * wider
            left, top, right, bottom = (at, start, far, end) if shelves.turned else (start, at, end, far)
            found.append(Spot((left, top, right, bottom - caption), scales[k]))
            start = end + gap
        at += depth * wider + gap
    return tuple(found)
