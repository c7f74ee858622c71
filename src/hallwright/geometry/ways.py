"""Ways from inside booths: how far the farthest point of each is from free floor, and from the nearest door."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hallwright.geometry.boxes import boxed, upright
from hallwright.geometry.outline import Outline, Point
from hallwright.geometry.steps import Steps
from hallwright.geometry.walking import Floats, Ground

Ints = npt.NDArray[np.int64]
_LATTICE = 750
"""mm between the points of a booth that are looked at; the farthest may be half as much farther."""
_POINTS = 41
"""Points along one side at most; always an odd number, for the middle of an island is the farthest."""
_AT_ONCE = 300_000
"""Distances reckoned in one step."""


@dataclass(frozen=True, slots=True)
class Way:
    """The way out of one booth.

    Attributes:
        to_door: mm from its farthest point to the nearest door; infinite where no way leads.
        to_floor: mm from the point farthest from free floor to it; infinite where there is none beside the booth.
        start: the point farthest from a door, or from free floor where no way leads.
    """

    to_door: float
    to_floor: float
    start: Point


def way_steps(ground: Ground, far: Floats, booths: Mapping[str, Outline]) -> Steps[dict[str, Way]]:
    """Return, in steps, the way out of each booth by id.

    Inside a booth people walk straight, over all sides that have free floor before them; the point is the farthest, for
    somebody may stand there. In a booth that is not convex they walk straight only where the line stays inside.

    Args:
        ground: the floor.
        far: distance of its cells to the nearest door, as ``distance_steps`` gives them.
        booths: sound outlines by id.
    """
    ids, outlines = list(booths), list(booths.values())
    found: dict[str, Way] = {}
    if not ids:
        return found
    plain = upright(outlines)
    boxes = boxed(outlines)
    extents = ground.extents(boxes)
    first = extents[:, :2]
    sides = boxes[:, 2:] - boxes[:, :2]
    counts = np.minimum((np.ceil(sides / _LATTICE).astype(np.int64) + 1) | 1, _POINTS)
    sizes = np.concatenate([extents[:, 2:] - first, counts], axis=1)
    yield
    alike: dict[tuple[int, ...], list[int]] = {}
    for index in np.flatnonzero(plain).tolist():
        alike.setdefault(tuple(sizes[index].tolist()), []).append(index)
    for size, some in alike.items():
        for part in _parts(some, 2 * (size[0] + size[1] + 2) * size[2] * size[3]):
            yield
            members = np.array(part)
            for index, way in zip(part, _of_boxes(ground, far, boxes[members], first[members], size), strict=True):
                found[ids[index]] = way
    for count, index in enumerate(np.flatnonzero(~plain).tolist()):
        if not count % 16:
            yield
        found[ids[index]] = _of_outline(ground, far, outlines[index])
    return found


def _count(side: float) -> int:
    return min((math.ceil(side / _LATTICE) + 1) | 1, _POINTS)


def _parts(some: list[int], each: int) -> Iterator[list[int]]:
    most = max(_AT_ONCE // each, 1)
    return (some[start : start + most] for start in range(0, len(some), most))


def _of_boxes(ground: Ground, far: Floats, boxes: Ints, first: Ints, size: tuple[int, ...]) -> Iterator[Way]:
    """Return the ways out of upright boxes that take equally many cells, first row and column given."""
    rows, columns, across, down = size
    ring = [(row, column) for row in range(-1, rows + 1) for column in (-1, columns)]
    ring += [(row, column) for column in range(columns) for row in (-1, rows)]
    at = first[:, None, :] + np.array(ring)
    at = np.clip(at, 0, np.array(ground.free.shape) - 1)
    row, column = at[:, :, 0], at[:, :, 1]
    free = ground.free[row, column]
    x, y = ground.middles(row, column)
    shares = np.stack(np.meshgrid(np.linspace(0, 1, across), np.linspace(0, 1, down)), axis=-1).reshape(-1, 2)
    points = boxes[:, None, :2] + shares * (boxes[:, None, 2:] - boxes[:, None, :2])
    starts: Floats = points.astype(np.float32)
    away = np.hypot(starts[:, :, None, 0] - x[:, None, :], starts[:, :, None, 1] - y[:, None, :])
    away[~np.broadcast_to(free[:, None, :], away.shape)] = np.inf
    to_floor = away.min(axis=2)
    to_door = (away + far[row, column][:, None, :]).min(axis=2)
    return _farthest(ground, starts, to_floor, to_door)


def _farthest(ground: Ground, points: Floats, to_floor: Floats, to_door: Floats) -> Iterator[Way]:
    reached = np.isfinite(to_door).all(axis=1)
    farthest = np.where(reached, to_door.argmax(axis=1), to_floor.argmax(axis=1))
    starts = points[np.arange(len(points)), farthest]
    # The middle of the cell beside the booth lies half a cell off its side.
    floor = np.maximum(to_floor.max(axis=1) - ground.cell / 2, 0)
    for door, off, (x, y) in zip(to_door.max(axis=1).tolist(), floor.tolist(), starts.tolist(), strict=True):
        yield Way(door, off, (round(x), round(y)))


def _of_outline(ground: Ground, far: Floats, outline: Outline) -> Way:
    """Return the way out of a booth of any shape."""
    import shapely

    rows, columns = ground.box_of(outline)
    low, left = max(rows.start - 1, 0), max(columns.start - 1, 0)
    down, across = slice(low, min(rows.stop + 1, far.shape[0])), slice(left, min(columns.stop + 1, far.shape[1]))
    inside = ground.within(outline, down, across)
    grown = inside.copy()
    grown[1:] |= inside[:-1]
    grown[:-1] |= inside[1:]
    across_too = grown.copy()
    across_too[:, 1:] |= grown[:, :-1]
    across_too[:, :-1] |= grown[:, 1:]
    row, column = np.nonzero(across_too & ~inside & ground.free[down, across])
    row, column = row + low, column + left
    x, y = ground.middles(row, column)
    shape = shapely.Polygon(outline)
    box = boxed([outline])[0]
    lattice = np.stack(
        np.meshgrid(
            np.linspace(box[0], box[2], _count(box[2] - box[0])), np.linspace(box[1], box[3], _count(box[3] - box[1]))
        ),
        axis=-1,
    ).reshape(-1, 2)
    lattice = lattice[shapely.contains_xy(shape, lattice)]
    points = np.concatenate([np.array(outline, dtype=np.float32), lattice.astype(np.float32)])
    if not len(row):
        return Way(math.inf, math.inf, (round(float(points[0, 0])), round(float(points[0, 1]))))
    away = np.hypot(points[:, None, 0] - x[None], points[:, None, 1] - y[None])
    if shape.convex_hull.area > shape.area * 1.001:
        # Half a cell and a bit more lies between the outline and the middle of the cell beside it.
        room = shape.buffer(1.5 * ground.cell)
        shapely.prepare(room)
        ends = np.stack(np.broadcast_arrays(points[:, None], np.stack([x, y], axis=-1)[None]), axis=2)
        away[~shapely.covers(room, shapely.linestrings(ends.reshape(-1, 2, 2))).reshape(away.shape)] = np.inf
    to_floor, to_door = away.min(axis=1), (away + far[row, column][None]).min(axis=1)
    return next(_farthest(ground, points[None], to_floor[None], to_door[None]))
