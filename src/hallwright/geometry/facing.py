"""What stands before the edges of outlines: each edge looks straight out, as far as a depth."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from hallwright.geometry.boxes import boxed, upright
from hallwright.geometry.outline import Outline, is_box

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
_SPECK = 1.0
"""mm2 that are rounding and not floor."""


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """Edges of outlines as columns.

    Attributes:
        owner: index of the outline that each edge belongs to.
        start, end: (n, 2) ends.
        out: (n, 2) unit normal that points out of the outline.
        way: 0 to 3, to which of the outline's four sides the edge counts; 0 and 2 are opposite, as are 1 and 3.
        upright: whether the edge runs along x or y.
    """

    owner: Ints
    start: Floats
    end: Floats
    out: Floats
    way: Ints
    upright: npt.NDArray[np.bool_]

    @property
    def length(self) -> Floats:
        """Length of each edge."""
        along: Floats = np.hypot(*(self.end - self.start).T)
        return along


@dataclass(frozen=True, slots=True, eq=False)
class Shadows:
    """What edges see, as columns: an edge, what it sees, from where to where along the edge, and how far off.

    Attributes:
        edge: index of the edge.
        body: index of the body seen; -1 for what lies beyond the hall.
        low, high: mm along the edge from its start.
        near: mm from the edge to the nearest point of the body in that stretch.
        at: mm along the edge where that point lies; the middle, if many do.
    """

    edge: Ints
    body: Ints
    low: Floats
    high: Floats
    near: Floats
    at: Floats


def edges_of(outlines: Sequence[Outline]) -> Edges:
    """Return the edges of sound outlines.

    All edges that look the same way of four count as one side, so that an octagon or an L has four sides too; the ways
    are taken from the longest edge, so that an outline has the same sides however it is turned.
    """
    plain = upright(outlines)
    boxes = boxed([outline for outline, is_plain in zip(outlines, plain, strict=True) if is_plain]).astype(float)
    left, top, right, bottom = boxes.T
    owners = np.flatnonzero(plain)
    # East, south, west, north; each runs clockwise on screen.
    starts = [(right, top), (right, bottom), (left, bottom), (left, top)]
    owner = [np.tile(owners, 4)]
    start = [np.concatenate([np.column_stack(pair) for pair in starts])]
    end = [np.concatenate([np.column_stack(pair) for pair in starts[1:] + starts[:1]])]
    out = [np.repeat(np.array([(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)]), len(owners), axis=0)]
    way = [np.repeat(np.arange(4), len(owners))]
    for index in np.flatnonzero(~plain).tolist():
        a, b, normal, ways = _slanted(outlines[index])
        owner.append(np.full(len(a), index))
        start.append(a)
        end.append(b)
        out.append(normal)
        way.append(ways)
    normals = np.concatenate(out)
    return Edges(
        np.concatenate(owner),
        np.concatenate(start),
        np.concatenate(end),
        normals,
        np.concatenate(way),
        (normals == 0).any(axis=1),
    )


def part_of(edges: Edges, some: slice) -> Edges:
    """Return some of the edges; their owners stay."""
    return Edges(*(getattr(edges, name)[some] for name in Edges.__slots__))


def _slanted(outline: Outline) -> tuple[Floats, Floats, Floats, Ints]:
    a = np.array(outline, dtype=float)
    b = np.roll(a, -1, axis=0)
    step = b - a
    length = np.hypot(*step.T)
    kept = length > 0
    a, b, step, length = a[kept], b[kept], step[kept], length[kept]
    clockwise = (a[:, 0] * b[:, 1] - b[:, 0] * a[:, 1]).sum() > 0
    normal = np.column_stack([step[:, 1], -step[:, 0]]) / length[:, None]
    if not clockwise:
        # Every edge of an outline runs clockwise here, so that what they see can be compared.
        a, b, normal = b, a, -normal
    angle = np.degrees(np.arctan2(normal[:, 1], normal[:, 0]))
    base = angle[int(np.argmax(length))] % 90
    ways = np.round((angle - base) / 90 - 0.01).astype(np.intp) % 4
    return a, b, normal + 0.0, ways


def strips_of(edges: Edges, depth: float) -> Floats:
    """Return (n, 4, 2) corners of the floor before each edge, ``depth`` deep."""
    far = edges.out * depth
    corners: Floats = np.stack([edges.start, edges.end, edges.end + far, edges.start + far], axis=1)
    return corners


class Bodies:
    """Sound outlines that stand in the way, made ready for many looks."""

    def __init__(self, outlines: Sequence[Outline]) -> None:
        import shapely

        self._outlines = outlines
        self._boxes = boxed(outlines).astype(float)
        self._plain = upright(outlines)
        self._tree = shapely.STRtree(shapely.box(*self._boxes.T))

    def before(self, edges: Edges, owners: Sequence[int], depth: float) -> Shadows:
        """Return what stands before edges, nearer than a depth.

        Args:
            edges: the edges that look out.
            owners: for each outline of the edges its place among these bodies, where it is not seen; -1 if it is none.
            depth: how far to look, in mm; what stands exactly so far off is not seen.
        """
        import shapely

        strips = strips_of(edges, depth)
        low, high = strips.min(axis=1), strips.max(axis=1)
        edge, body = self._tree.query(shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1]))
        kept = np.asarray(owners, dtype=np.intp)[edges.owner[edge]] != body
        edge, body = edge[kept], body[kept]
        fast = edges.upright[edge] & self._plain[body]
        quick = _of_boxes(edges, edge[fast], body[fast], self._boxes, depth)
        slow = np.flatnonzero(~fast)
        if not len(slow):
            return quick
        edge, body = edge[slow], body[slow]
        asked = np.unique(body)
        polygons = np.empty(len(self._outlines), dtype=object)
        polygons[asked] = [shapely.Polygon(self._outlines[index]) for index in asked.tolist()]
        parts = shapely.intersection(shapely.polygons(strips[edge]), polygons[body])
        return _joined(quick, _of_parts(edges, edge, body, parts))


def shadows(edges: Edges, owners: Sequence[int], bodies: Sequence[Outline], depth: float) -> Shadows:
    """Return what stands before edges; for a single look, as ``Bodies.before``."""
    return Bodies(bodies).before(edges, owners, depth)


def beyond(edges: Edges, room: Outline, depth: float) -> Shadows:
    """Return where edges see beyond the outline of a room."""
    import shapely

    strips = strips_of(edges, depth)
    low, high = strips.min(axis=1), strips.max(axis=1)
    if is_box(room):
        left, top, right, bottom = boxed([room])[0].tolist()
        inside = (low[:, 0] >= left) & (low[:, 1] >= top) & (high[:, 0] <= right) & (high[:, 1] <= bottom)
        edge = np.flatnonzero(~inside)
        hall = shapely.Polygon(room)
    else:
        hall = shapely.Polygon(room)
        shapely.prepare(hall)
        edge = np.flatnonzero(~shapely.covers(hall, shapely.polygons(strips)))
    parts = shapely.difference(shapely.polygons(strips[edge]), hall)
    return _of_parts(edges, edge, np.full(len(edge), -1), parts)


def seen(first: Shadows, second: Shadows) -> Shadows:
    """Return both together."""
    return _joined(first, second)


def covered(shades: Shadows, count: int) -> Floats:
    """Return for each of ``count`` edges the length that anything covers, things one before the other counted once."""
    if not len(shades.edge):
        return np.zeros(count)
    order = np.lexsort((shades.low, shades.edge))
    edge, low, high = shades.edge[order], shades.low[order], shades.high[order]
    # Each edge in a stretch of its own, so that one running maximum serves all of them.
    apart = edge * (float(high.max()) + 1.0)
    reach = np.maximum.accumulate(high + apart)
    before = np.concatenate([[-1.0], reach[:-1]])
    fresh = np.maximum(high + apart - np.maximum(low + apart, before), 0.0)
    return np.bincount(edge, weights=fresh, minlength=count).astype(np.float64)


def chosen(shades: Shadows, mask: "npt.NDArray[np.bool_]") -> Shadows:
    """Return some of them."""
    return Shadows(*(getattr(shades, name)[mask] for name in Shadows.__slots__))


def _of_boxes(edges: Edges, edge: Ints, body: Ints, boxes: Floats, depth: float) -> Shadows:
    """Return what upright edges see of upright boxes, by plain comparison."""
    start, end, out = edges.start[edge], edges.end[edge], edges.out[edge]
    seen_boxes = boxes[body]
    across = out[:, 0] != 0
    sign = np.where(across, out[:, 0], out[:, 1])
    at = np.where(across, start[:, 0], start[:, 1])
    first = np.where(across, seen_boxes[:, 0], seen_boxes[:, 1])
    last = np.where(across, seen_boxes[:, 2], seen_boxes[:, 3])
    near = np.where(sign > 0, first - at, at - last)
    far = np.where(sign > 0, last - at, at - first)
    a, b = np.where(across, start[:, 1], start[:, 0]), np.where(across, end[:, 1], end[:, 0])
    lower = np.where(across, seen_boxes[:, 1], seen_boxes[:, 0])
    upper = np.where(across, seen_boxes[:, 3], seen_boxes[:, 2])
    one = np.maximum(np.minimum(a, b), lower)
    two = np.minimum(np.maximum(a, b), upper)
    kept = (two > one) & (near < depth) & (far > 0)
    edge, body, a, one, two = edge[kept], body[kept], a[kept], one[kept], two[kept]
    rising = b[kept] > a
    low = np.where(rising, one - a, a - two)
    high = np.where(rising, two - a, a - one)
    return Shadows(edge, body, low, high, np.maximum(near[kept], 0.0), (low + high) / 2)


def _of_parts(edges: Edges, edge: Ints, body: Ints, shapes: "npt.NDArray[Any]") -> Shadows:
    """Return what edges see, given the floor before each edge that something takes."""
    import shapely

    parts, source = shapely.get_parts(shapes, return_index=True)
    kept = shapely.area(parts) > _SPECK
    parts, source = parts[kept], source[kept]
    if not len(parts):
        nothing = np.empty(0)
        return Shadows(np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp), nothing, nothing, nothing, nothing)
    corners, part = shapely.get_coordinates(parts, return_index=True)
    of = edge[source]
    start, along = edges.start[of], (edges.end - edges.start)[of] / edges.length[of][:, None]
    away = corners - start[part]
    run = (away * along[part]).sum(axis=1)
    off = (away * edges.out[of][part]).sum(axis=1)
    first = np.flatnonzero(np.diff(part, prepend=-1))
    low, high = np.minimum.reduceat(run, first), np.maximum.reduceat(run, first)
    nearest = np.minimum.reduceat(off, first)
    close = off <= nearest[part] + 0.5
    at = np.add.reduceat(run * close, first) / np.add.reduceat(close.astype(float), first)
    low, high = np.maximum(low, 0.0), np.minimum(high, edges.length[of])
    return Shadows(of, body[source], low, high, np.maximum(nearest, 0.0), at)


def _joined(one: Shadows, two: Shadows) -> Shadows:
    return Shadows(*(np.concatenate([getattr(one, name), getattr(two, name)]) for name in Shadows.__slots__))
