"""Blocks: booths without an aisle between them; and rows of blocks that stand in one line."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from hallwright.geometry.boxes import boxed, upright
from hallwright.geometry.outline import Outline, Point
from hallwright.geometry.steps import Steps, finished

Ints = npt.NDArray[np.intp]
_ASKEW = math.sin(math.radians(2))
"""Sine of the angle by which blocks of one row may differ: a plan traced by hand is no finer."""
_AT_ONCE = 3000


@dataclass(frozen=True, slots=True)
class Block:
    """Booths with no aisle between them.

    Attributes:
        ids: of the booths.
        length, depth: greatest extent and the extent across it, in mm.
        middle: of the rectangle around them.
        along: unit vector of the length.
    """

    ids: tuple[str, ...]
    length: int
    depth: int
    middle: Point
    along: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """Blocks in one line with only narrow breaks between them.

    Attributes:
        blocks: from one end to the other.
        length: from end to end in mm.
        widest: mm of the widest break; ``line`` is where it is, ``after`` the place of the block before it.
    """

    blocks: tuple[Block, ...]
    length: int
    widest: int
    line: tuple[Point, Point]
    after: int

    @property
    def ids(self) -> tuple[str, ...]:
        """Of all booths, block by block."""
        return tuple(key for block in self.blocks for key in block.ids)


def blocks(booths: Mapping[str, Outline], within: int) -> list[Block]:
    """Return the booths in unbroken blocks: those not farther apart than ``within`` mm belong together."""
    return finished(block_steps(booths, within))


def block_steps(booths: Mapping[str, Outline], within: int) -> Steps[list[Block]]:
    """Do the same in steps."""
    if not booths:
        return []
    import shapely

    ids, outlines = list(booths), list(booths.values())
    boxes = boxed(outlines).astype(float)
    plain = upright(outlines)
    # The few that are slanted are measured as they are; for upright boxes subtraction is enough.
    shapes: npt.NDArray[Any] = shapely.box(*boxes.T)
    for index in np.flatnonzero(~plain).tolist():
        shapes[index] = shapely.Polygon(outlines[index])
    tree = shapely.STRtree(shapes)
    grown = boxes + np.array([-within, -within, within, within], dtype=float)
    pairs: list[tuple[Ints, Ints]] = []
    for first in range(0, len(ids), _AT_ONCE):
        yield
        one, two = tree.query(shapely.box(*grown[first : first + _AT_ONCE].T))
        one = one + first
        later = one < two
        one, two = one[later], two[later]
        apart = np.hypot(*_between(boxes[one], boxes[two]))
        slanted = np.flatnonzero(~(plain[one] & plain[two]))
        apart[slanted] = shapely.distance(shapes[one[slanted]], shapes[two[slanted]])
        pairs.append((one[apart <= within], two[apart <= within]))
    yield
    leader = _leaders(len(ids), *(np.concatenate(some) for some in zip(*pairs, strict=True)))
    order = np.argsort(leader, kind="stable")
    starts = np.flatnonzero(np.diff(leader[order], prepend=-1))
    low = np.minimum.reduceat(boxes[order, :2], starts)
    high = np.maximum.reduceat(boxes[order, 2:], starts)
    square = np.logical_and.reduceat(plain[order], starts)
    found = []
    for k, some in enumerate(np.split(order, starts[1:])):
        names = tuple(ids[index] for index in some.tolist())
        if square[k]:
            (left, top), (right, bottom) = low[k].tolist(), high[k].tolist()
            found.append(_upright(names, left, top, right, bottom))
        else:
            found.append(_slanted(names, shapely.oriented_envelope(shapely.multipolygons(shapes[some]))))
        if not k % _AT_ONCE:
            yield
    return found


def _between(one: npt.NDArray[np.float64], two: npt.NDArray[np.float64]) -> tuple[Any, Any]:
    """Return how far boxes are apart along x and along y, 0 where they overlap."""
    gaps = [np.maximum(one[:, k] - two[:, k + 2], two[:, k] - one[:, k + 2]) for k in (0, 1)]
    return np.maximum(gaps[0], 0.0), np.maximum(gaps[1], 0.0)


def _leaders(count: int, one: Ints, two: Ints) -> Ints:
    """Return for each of ``count`` things the first of those that it is joined with, directly or through others."""
    leader = np.arange(count)
    while True:
        a, b = leader[one], leader[two]
        if (a == b).all():
            return leader
        least = np.minimum(a, b)
        np.minimum.at(leader, a, least)
        np.minimum.at(leader, b, least)
        while (leader != leader[leader]).any():
            leader = leader[leader]


def _upright(ids: tuple[str, ...], left: float, top: float, right: float, bottom: float) -> Block:
    wide, high = round(right - left), round(bottom - top)
    middle = round((left + right) / 2), round((top + bottom) / 2)
    along = (1.0, 0.0) if wide >= high else (0.0, 1.0)
    return Block(ids, max(wide, high), min(wide, high), middle, along)


def _slanted(ids: tuple[str, ...], hull: Any) -> Block:
    import shapely

    corners = shapely.get_coordinates(hull)
    steps = np.diff(corners[:3], axis=0)
    sides = np.hypot(*steps.T)
    x, y = (steps[int(sides.argmax())] / sides.max()).tolist()
    along = (x, y) if (x, y) > (0, 0) else (-x, -y)
    return Block(ids, round(float(sides.max())), round(float(sides.min())), _rounded(*hull.centroid.coords[0]), along)


def lines(pieces: Sequence[Block], narrower_than: int) -> list[Line]:
    """Return blocks in one line, end before end, with breaks narrower than some mm between them.

    A block is a piece of such a row if it is longer than deep, or one booth: islands have aisles on all sides.
    """
    rows = [block for block in pieces if block.length > block.depth or len(block.ids) == 1]
    if len(rows) < 2:
        return []
    import shapely

    middles = np.array([block.middle for block in rows], dtype=float)
    along = np.array([block.along for block in rows])
    half = np.array([(block.length, block.depth) for block in rows]) / 2
    reach = half.sum(axis=1) + narrower_than
    ends = np.stack([middles - reach[:, None], middles + reach[:, None]], axis=1).reshape(-1, 4)
    one, two = shapely.STRtree(shapely.box(*ends.T)).query(shapely.box(*ends.T))
    later = one < two
    one, two = one[later], two[later]
    # A single square booth lies as its neighbour does.
    longer = np.where(half[one, 0] - half[one, 1] >= half[two, 0] - half[two, 1], one, two)
    way = along[longer]
    step = middles[two] - middles[one]
    run, off = (step * way).sum(axis=1), step[:, 0] * way[:, 1] - step[:, 1] * way[:, 0]
    turned = np.abs(along[one, 0] * along[two, 1] - along[one, 1] * along[two, 0])
    single = (half[one, 0] == half[one, 1]) | (half[two, 0] == half[two, 1])
    parallel = (turned <= _ASKEW) | (single & (turned >= 1 - _ASKEW))
    gap = np.abs(run) - half[one, 0] - half[two, 0]
    beside = half[one, 1] + half[two, 1] - np.abs(off) >= np.minimum(half[one, 1], half[two, 1])
    kept = parallel & beside & (gap > 0) & (gap < narrower_than)
    one, two, longer = one[kept], two[kept], longer[kept]
    leader = _leaders(len(rows), one, two)
    members: dict[int, list[int]] = {}
    for index, first in enumerate(leader.tolist()):
        members.setdefault(first, []).append(index)
    lead = {int(leader[a]): along[b] for a, b in zip(one.tolist(), longer.tolist(), strict=True)}
    return [_line([rows[k] for k in some], lead[first]) for first, some in members.items() if len(some) > 1]


def _line(some: list[Block], way: npt.NDArray[np.float64]) -> Line:
    at = [float(np.dot(block.middle, way)) for block in some]
    order = sorted(range(len(some)), key=lambda k: at[k])
    row = [some[k] for k in order]
    middle = [at[k] for k in order]
    breaks = [middle[k + 1] - middle[k] - (row[k].length + row[k + 1].length) / 2 for k in range(len(row) - 1)]
    widest = max(range(len(breaks)), key=lambda k: breaks[k])
    x, y = np.array(row[widest].middle) + way * row[widest].length / 2
    far = (x, y) + way * breaks[widest]
    length = middle[-1] - middle[0] + (row[0].length + row[-1].length) / 2
    return Line(tuple(row), round(length), round(breaks[widest]), (_rounded(x, y), _rounded(*far)), widest)


def _rounded(x: float, y: float) -> Point:
    return round(float(x)), round(float(y))
