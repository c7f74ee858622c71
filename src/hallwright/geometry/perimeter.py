"""Rows along the walls of a room, their backs to the wall and an aisle before them; millimetres."""

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from hallwright.geometry.axes import Axes
from hallwright.geometry.filling import Grid, centred, free_starts
from hallwright.geometry.obstacles import Boxes, Obstacles, Span, merged, stretches

if TYPE_CHECKING:
    import shapely

ROUNDED = 1.0
"""mm by which a wall at an angle may be shorter than it was meant to be, since its corners are rounded."""
_JOG = 2.0
"""mm by which corners may lie off a straight wall."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What rows along walls are laid on; all in the axes of the hall.

    Attributes:
        room: polygon or polygons along whose sides the rows stand.
        floor: what can be walked on, such as the hall; the aisle before a row lies in it.
        breaks: what ends a row, such as a door with its clearance: it begins anew behind it.
        things: what booths give way to as the grid says, such as columns.
        solid: what nobody walks through; no row faces it across less than an aisle.
    """

    room: "shapely.Geometry"
    floor: "shapely.Geometry"
    breaks: Obstacles
    things: Obstacles
    solid: Obstacles


@dataclass(frozen=True, slots=True, eq=False)
class _Wall:
    """A side of the room, which lies on the side of y in ``axes``."""

    axes: Axes
    left: float
    right: float
    at: float


def line_walls(ground: Ground, grid: Grid) -> npt.NDArray[np.int64]:
    """Return (n, 4, 2) corners of booths along the sides of a room, clockwise, wall by wall.

    The longest wall is lined first, and from corner to corner. Where two walls meet at less than a straight angle, the
    row along the second begins behind the aisle before the first, so that each booth has its front free as deep as an
    aisle and none is shut in.

    Args:
        ground: where.
        grid: sizes and habits; its counts of rows and of booths in a row do not count here.
    """
    import shapely

    grid = replace(grid, deep=1, per_row=0, rows=1, whole=False)
    walls = [wall for ring in _rings(ground.room) for wall in _walls(ring, grid.width)]
    order = sorted(range(len(walls)), key=lambda k: (round(walls[k].left - walls[k].right), k))
    made: dict[int, npt.NDArray[np.int64]] = {}
    booths, fronts = Obstacles(), Obstacles()
    for k in order:
        wall = walls[k]
        boxes = _row(ground, wall, grid, booths, fronts)
        made[k] = wall.axes.rings(boxes)
        if not len(boxes):
            continue
        booths = booths.joined(Obstacles.of_shapes(shapely.polygons(made[k].astype(float))))
        ahead = boxes.copy()
        ahead[:, 1], ahead[:, 3] = boxes[:, 3], boxes[:, 3] + grid.aisle
        # A rest of the wall too narrow to walk through would be a hole that nobody reaches: its front is kept, too.
        if ahead[0, 0] - wall.left < grid.aisle:
            ahead[0, 0] = wall.left
        if wall.right - ahead[-1, 2] < grid.aisle:
            ahead[-1, 2] = wall.right
        fronts = fronts.joined(Obstacles.of_shapes(shapely.polygons(wall.axes.rings(ahead).astype(float))))
    return np.concatenate([np.empty((0, 4, 2), dtype=np.int64), *(made[k] for k in range(len(walls)))])


def _row(ground: Ground, wall: _Wall, grid: Grid, booths: Obstacles, fronts: Obstacles) -> npt.NDArray[np.float64]:
    """Return the boxes along one wall, in its axes."""
    import shapely

    axes = wall.axes
    front = wall.at + grid.depth
    ends = _inward(wall.left, axes), -_inward(-wall.right, axes)
    slack = 0.0 if axes.upright else ROUNDED
    # A hair narrower than they are: what only touches after rounding is not in the way.
    body = (wall.left, wall.at + ROUNDED, wall.right, front - ROUNDED)
    before = (wall.left, front + ROUNDED, wall.right, front + grid.aisle - ROUNDED)
    taken = stretches(shapely.difference(shapely.box(*body), axes.shape(ground.room)), slack)
    if grid.aisle:
        taken += stretches(shapely.difference(shapely.box(*before), axes.shape(ground.floor)), slack)
    for things, strip in (
        (ground.breaks, body),
        (booths, body),
        (fronts, body),
        (ground.solid, before),
        (booths, before),
    ):
        taken += things.turned(axes).spans(strip, slack)
    row = []
    soft = merged(ground.things.turned(axes).spans(body, slack))
    for left, right in _free(ends, merged(taken)):
        row.append(free_starts(centred(left, right, grid), soft, grid))
    starts = np.concatenate([*row, np.empty(0, dtype=np.int64)]).astype(float)
    level = np.full(len(starts), wall.at)
    return np.column_stack([starts, level, starts + grid.width, level + grid.depth])


def _inward(end: float, axes: Axes) -> int:
    return math.ceil(end - (1e-6 if axes.upright else ROUNDED))


def _free(ends: Span, taken: Boxes) -> list[Span]:
    """Return what is left of a stretch."""
    found, at = [], ends[0]
    for low, high in [*taken.tolist(), (ends[1], ends[1])]:
        if min(low, ends[1]) > at:
            found.append((at, min(low, ends[1])))
        at = max(at, high)
    return found


def _rings(room: "shapely.Geometry") -> list[Any]:
    import shapely

    return [part.exterior for part in shapely.get_parts(room).tolist() if part.geom_type == "Polygon" and part.area > 0]


def _walls(ring: Any, width: int) -> list[_Wall]:
    """Return the sides of a ring that are long enough for a booth, clockwise from its corner nearest the top left."""
    import shapely

    corners = shapely.get_coordinates(ring.simplify(_JOG))[:-1]
    if not shapely.is_ccw(ring):
        corners = corners[::-1]
    corners = np.roll(corners, -int(corners.sum(axis=1).argmin()), axis=0)
    corners = np.concatenate([corners, corners[:1]])
    found = []
    for start, end in pairwise(corners):
        long = float(np.hypot(*(end - start)))
        if long + ROUNDED < width:
            continue
        axes = Axes.of(0, math.degrees(math.atan2(end[1] - start[1], end[0] - start[0])))
        (left, at), (right, _) = axes.into(np.array([start, end])).tolist()
        found.append(_Wall(axes, left, right, at))
    return found
