"""Fill a piece of floor with upright boxes in rows, blocks and aisles, around what stands in the way; millimetres."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from hallwright.geometry.outline import Box, Outline, bounds, is_box

if TYPE_CHECKING:
    import shapely

Boxes = npt.NDArray[np.int64]
"""(n, 4) left, top, right, bottom in mm."""
_SPECK = 1.0
"""Floor shared by touching outlines after rounding, in mm2: no reason to give way."""


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


class Obstacles:
    """Things in the way, found by where they stand."""

    def __init__(self, outlines: Iterable[Outline], clearance: int = 0) -> None:
        """Take outlines with a clearance that is kept free around each; one with a fault counts as its box."""
        import shapely

        some = [outline for outline in outlines if outline]
        self.boxes = np.array([bounds(outline) for outline in some], dtype=np.int64).reshape(-1, 4)
        self.boxes += np.array([-clearance, -clearance, clearance, clearance])
        self.slanted: dict[int, Any] = {}
        for index, outline in enumerate(some):
            if not is_box(outline) and len(outline) > 2:
                polygon = shapely.Polygon(outline)
                if polygon.is_valid:
                    self.slanted[index] = polygon.buffer(clearance, join_style="mitre") if clearance else polygon

    def joined(self, other: "Obstacles") -> "Obstacles":
        """Return these and others together."""
        both = Obstacles(())
        both.boxes = np.concatenate([self.boxes, other.boxes])
        both.slanted = {**self.slanted, **{k + len(self.boxes): shape for k, shape in other.slanted.items()}}
        return both

    def within(self, box: Box) -> "Obstacles":
        """Return those whose box shares floor with a box."""
        mask = (self.boxes[:, 0] < box.right) & (self.boxes[:, 2] > box.left)
        mask &= (self.boxes[:, 1] < box.bottom) & (self.boxes[:, 3] > box.top)
        found = Obstacles(())
        places = np.flatnonzero(mask)
        found.boxes = self.boxes[places]
        found.slanted = {new: self.slanted[old] for new, old in enumerate(places.tolist()) if old in self.slanted}
        return found

    def turned(self, way: int) -> "Obstacles":
        """Return them in the axes of a way to run (see ``swap``)."""
        import shapely

        found = Obstacles(())
        found.boxes = swap_boxes(self.boxes, way)
        found.slanted = {
            index: shapely.transform(shape, lambda points: swap(points, way)) for index, shape in self.slanted.items()
        }
        return found

    def spans(self, strip: Box) -> Iterator[tuple[int, int]]:
        """Yield the stretches along x in which something stands in a strip."""
        import shapely

        boxes = self.boxes
        mask = (boxes[:, 1] < strip.bottom) & (boxes[:, 3] > strip.top)
        for index in np.flatnonzero(mask).tolist():
            shape = self.slanted.get(index)
            if shape is None:
                yield int(boxes[index, 0]), int(boxes[index, 2])
            else:
                yield from _stretches(shape.intersection(shapely.box(*strip)))


def swap(points: npt.NDArray[np.float64], way: int) -> npt.NDArray[np.float64]:
    """Return (n, 2) points in axes whose x runs the given way: 0 right, 90 down, 180 left, 270 up.

    Each of the four is its own inverse and exact for whole numbers.
    """
    turned = points[:, ::-1] if way in (90, 270) else points
    return -turned if way in (180, 270) else turned


def swap_boxes(boxes: Boxes, way: int) -> Boxes:
    """Return boxes in the axes of a way to run."""
    turned = boxes[:, [1, 0, 3, 2]] if way in (90, 270) else boxes
    return -turned[:, [2, 3, 0, 1]] if way in (180, 270) else turned


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
    plain = abs(frame.width * frame.height - room.area) < _SPECK
    near = obstacles.within(frame)
    tops = list(_tops(frame, grid))
    stretches = list(_segments(frame, grid))
    if grid.centred and tops and stretches:
        frame = _centred(frame, grid, tops[-1], stretches[-1])
        tops, stretches = list(_tops(frame, grid)), list(_segments(frame, grid))
    made = []
    for above in tops:
        strip = Box(frame.left, above, frame.right, above + grid.depth)
        taken = list(near.spans(strip))
        if not plain:
            taken += _stretches(shapely.box(*strip).difference(room))
        starts = _starts(stretches, _merged(taken), grid)
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


def _segments(frame: Box, grid: Grid) -> Iterator[tuple[int, int]]:
    """Yield from where to where boxes stand side by side without an aisle."""
    at, left = frame.left, grid.per_row or (frame.width // grid.width + 1)
    while left > 0:
        room = (frame.right - at) // grid.width
        count = min(room, left, grid.along or room)
        if count < 1 or (grid.whole and grid.along and count < grid.along):
            return
        # Where boxes give way along the row, the last stretch may use all the room there is.
        last = grid.shift and not grid.along and not grid.per_row
        yield at, frame.right if last else at + count * grid.width
        if not grid.along:
            return
        at += count * grid.width + grid.cross
        left -= count


def _centred(frame: Box, grid: Grid, last: int, stretch: tuple[int, int]) -> Box:
    used = stretch[1] - (stretch[1] - stretch[0]) % grid.width
    across, down = (frame.right - used) // 2, (frame.bottom - last - grid.depth) // 2
    return Box(frame.left + across, frame.top + down, frame.right, frame.bottom)


def _starts(stretches: list[tuple[int, int]], taken: Boxes, grid: Grid) -> npt.NDArray[np.int64]:
    """Return the left edges of a row's boxes."""
    width = grid.width
    if not grid.shift:
        runs = [np.arange(a, b - width + 1, width, dtype=np.int64) for a, b in stretches]
        starts = np.concatenate([*runs, np.empty(0, dtype=np.int64)])
        next_ = np.searchsorted(taken[:, 1], starts, side="right")
        ends = np.append(taken[:, 0], np.iinfo(np.int64).max)
        return starts[ends[next_] >= starts + width]
    found: list[int] = []
    for start, end in stretches:
        at = start
        for low, high in [*taken.tolist(), (end, end)]:
            free = max((min(low, end) - at) // width, 0)
            found += range(at, at + free * width, width)
            at = max(at + free * width, high)
    return np.array(found[: grid.per_row or None], dtype=np.int64)


def _stretches(geometry: Any) -> list[tuple[int, int]]:
    """Return the extents along x of a geometry's parts, rounded outwards."""
    parts = [part for part in getattr(geometry, "geoms", [geometry]) if part.area > _SPECK]
    return [(math.floor(part.bounds[0]), math.ceil(part.bounds[2])) for part in parts]


def _merged(spans: list[tuple[int, int]]) -> Boxes:
    """Return (n, 2) stretches in order, those that meet joined."""
    merged: list[list[int]] = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], high)
        else:
            merged.append([low, high])
    return np.array(merged, dtype=np.int64).reshape(-1, 2)
