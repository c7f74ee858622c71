"""Fill a piece of floor with upright boxes in rows, blocks and aisles, around what stands in the way; millimetres."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from hallwright.geometry.obstacles import SPECK, Boxes, Obstacles, Span, merged, stretches
from hallwright.geometry.outline import Box

if TYPE_CHECKING:
    import shapely


@dataclass(frozen=True, slots=True)
class Grid:
    """A pattern of boxes whose rows run along x; all lengths in mm.

    Attributes:
        width: extent of a box along the row; ``depth`` across it.
        deep: rows in a block, back to back; the aisle comes after that many.
        along: boxes between two cross aisles, 0 for no cross aisle.
        cross: width of a cross aisle.
        per_row: most boxes in a row, 0 for as many as fit; ``rows`` likewise.
        whole: drop blocks that do not fit as a whole.
        shift: move boxes along the row past what stands in the way, in place of leaving their place empty.
        centred: share out what is left over to both ends, in place of starting at the edge.
    """

    width: int
    depth: int
    aisle: int
    deep: int = 1
    along: int = 0
    cross: int = 0
    per_row: int = 0
    rows: int = 0
    whole: bool = False
    shift: bool = False
    centred: bool = False


def fill(room: "shapely.Geometry", grid: Grid, obstacles: Obstacles) -> Boxes:
    """Return the boxes of a pattern that lie wholly in a room and on nothing that stands in the way.

    Args:
        room: polygon or polygons in mm, rows running along x.
        grid: the pattern, laid from the left and the top of the room.
        obstacles: what stands in the way, in the same axes.
    """
    import shapely

    if room.is_empty:
        return np.empty((0, 4), dtype=np.int64)
    left, top, right, bottom = room.bounds
    frame = Box(math.ceil(left), math.ceil(top), math.floor(right), math.floor(bottom))
    plain = abs(frame.width * frame.height - room.area) < SPECK
    near = obstacles.within(frame)
    tops = list(_tops(frame, grid))
    parts = list(segments(frame.left, frame.right, grid))
    if grid.centred and tops and parts:
        down = (frame.bottom - tops[-1] - grid.depth) // 2
        frame = Box(frame.left + _left_over(frame.left, frame.right, parts, grid) // 2, frame.top + down, *frame[2:])
        tops, parts = list(_tops(frame, grid)), list(segments(frame.left, frame.right, grid))
    made = []
    for above in tops:
        strip = Box(frame.left, above, frame.right, above + grid.depth)
        taken = near.spans(strip)
        if not plain:
            taken += stretches(shapely.box(*strip).difference(room))
        starts = free_starts(parts, merged(taken), grid)
        row = np.empty((len(starts), 4), dtype=np.int64)
        row[:, 0], row[:, 1], row[:, 2], row[:, 3] = starts, above, starts + grid.width, above + grid.depth
        made.append(row)
    return np.concatenate(made) if made else np.empty((0, 4), dtype=np.int64)


def _tops(frame: Box, grid: Grid) -> Iterator[int]:
    """Yield the upper edge of each row."""
    at, made = frame.top, 0
    while at + grid.depth * (grid.deep if grid.whole else 1) <= frame.bottom:
        for _ in range(grid.deep):
            if at + grid.depth > frame.bottom or (grid.rows and made >= grid.rows):
                return
            yield at
            at += grid.depth
            made += 1
        at += grid.aisle


def segments(left: int, right: int, grid: Grid) -> Iterator[Span]:
    """Yield from where to where boxes stand side by side without an aisle."""
    at, to_come = left, grid.per_row or ((right - left) // grid.width + 1)
    while to_come > 0:
        room = (right - at) // grid.width
        count = min(room, to_come, grid.along or room)
        if count < 1 or (grid.whole and grid.along and count < grid.along):
            return
        # Where boxes give way along the row, the last stretch may use all the room there is.
        last = grid.shift and not grid.along and not grid.per_row
        yield at, right if last else at + count * grid.width
        if not grid.along:
            return
        at += count * grid.width + grid.cross
        to_come -= count


def centred(left: int, right: int, grid: Grid) -> list[Span]:
    """Return the segments with what is left over shared out to both ends, if the grid asks for it."""
    parts = list(segments(left, right, grid))
    if not grid.centred or not parts:
        return parts
    return list(segments(left + _left_over(left, right, parts, grid) // 2, right, grid))


def _left_over(left: int, right: int, parts: list[Span], grid: Grid) -> int:
    start, end = parts[-1]
    return right - left - (end - (end - start) % grid.width - left)


def free_starts(parts: list[Span], taken: Boxes, grid: Grid) -> npt.NDArray[np.int64]:
    """Return the left edges of a row's boxes, given its segments and the stretches taken, in order and apart."""
    width = grid.width
    if not grid.shift:
        runs = [np.arange(a, b - width + 1, width, dtype=np.int64) for a, b in parts]
        starts = np.concatenate([*runs, np.empty(0, dtype=np.int64)])
        next_ = np.searchsorted(taken[:, 1], starts, side="right")
        ends = np.append(taken[:, 0], np.iinfo(np.int64).max)
        return starts[ends[next_] >= starts + width]
    found: list[int] = []
    for start, end in parts:
        at = start
        for low, high in [*taken.tolist(), (end, end)]:
            free = max((min(low, end) - at) // width, 0)
            found += range(at, at + free * width, width)
            at = max(at + free * width, high)
    return np.array(found[: grid.per_row or None], dtype=np.int64)
