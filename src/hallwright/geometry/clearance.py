"""Free distances: between outlines that face each other, before doors, about points; and unbroken blocks."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from hallwright.geometry.boxes import upright
from hallwright.geometry.facing import Edges, Shadows, edges_of, shadows
from hallwright.geometry.outline import Outline, Point, bounds, contains

if TYPE_CHECKING:
    import shapely

FACING = 300
"""mm that two outlines must face each other before the floor between them is an aisle."""
ROUNDED = 3.0
"""mm by which distances at an angle may fall short, since all corners are rounded to millimetres."""
_LEVEL = 10.0
"""mm by which two edges in one line may differ."""
_ROOMY = 10_000.0
"""mm2 that a booth may lie in a place to keep clear: 0.01 m2, as for an overlap."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Free floor between outlines, narrower than it should be.

    Attributes:
        ids: those on the one side, then those on the other, each once.
        width: narrowest distance in mm.
        line: where it was measured, from and to.
    """

    ids: tuple[str, ...]
    width: int
    line: tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Block:
    """Booths with no aisle between them: ids, greatest extent and the extent across it in mm, and its middle."""

    ids: tuple[str, ...]
    length: int
    depth: int
    middle: Point


@dataclass(frozen=True, slots=True)
class _Pair:
    """A stretch of an edge and the body that it faces there."""

    edge: int
    body: int
    low: float
    high: float
    at: float
    near: float


def gaps(
    booths: Mapping[str, Outline],
    bodies: Sequence[Outline],
    *,
    above: int,
    below: int,
    only: Collection[str] | None = None,
) -> list[Gap]:
    """Return where booths face each other across less floor than they should.

    Neighbouring booths of one row that face the same aisle are one finding, with all their ids.

    Args:
        booths: sound outlines by id.
        bodies: outlines of what else stands in the hall; a gap does not reach through it.
        above: mm; a gap no wider than this is a service gap and not meant for people.
        below: mm that an aisle should have.
        only: if given, just the gaps at these booths.
    """
    asked = [key for key in (booths if only is None else only) if key in booths]
    if not asked or len(booths) < 2:
        return []
    ids = list(booths)
    place = {key: index for index, key in enumerate(ids)}
    edges = edges_of([booths[key] for key in asked])
    owners = np.array([place[key] for key in asked], dtype=np.intp)
    every = [*booths.values(), *bodies]
    found = shadows(edges, owners.tolist(), every, float(below))
    slack = np.where(edges.upright[found.edge] & upright(every)[found.body], 0.0, ROUNDED)
    pairs = _visible(found, edges, len(ids), (found.near > above + slack) & (found.near < below - slack))
    level = edges.upright
    best: dict[tuple[int, int], _Pair] = {}
    for pair in pairs:
        one, two = int(owners[edges.owner[pair.edge]]), pair.body
        key = min(one, two), max(one, two)
        if key not in best or pair.near < best[key].near - 0.5:
            best[key] = pair
    groups: dict[tuple[object, ...], list[_Pair]] = {}
    for key, pair in best.items():
        groups.setdefault(_level(edges, pair) if level[pair.edge] else key, []).append(pair)
    names = [ids[owner] for owner in owners[edges.owner].tolist()]
    return [_gap(edges, run, names, ids) for some in groups.values() for run in _runs(edges, some)]


def _visible(found: Shadows, edges: Edges, booths: int, narrow: "np.ndarray[Any, Any]") -> list[_Pair]:
    """Return the pairs with nothing between them, each with the longest stretch in which they see each other.

    ``narrow`` tells which of the shadows are as near as no aisle should be.
    """
    nearest = np.full(len(edges.owner), np.inf)
    np.minimum.at(nearest, found.edge, found.near)
    wanted = (found.body >= 0) & (found.body < booths) & narrow & (found.high - found.low >= FACING)
    order = np.argsort(found.edge, kind="stable")
    starts = np.searchsorted(found.edge[order], np.arange(len(edges.owner) + 1))
    pairs = []
    for index in np.flatnonzero(wanted).tolist():
        edge, near = int(found.edge[index]), float(found.near[index])
        low, high = float(found.low[index]), float(found.high[index])
        if nearest[edge] < near - 1:
            others = order[starts[edge] : starts[edge + 1]]
            closer = others[found.near[others] < near - 1]
            low, high = _longest_rest(low, high, sorted(zip(found.low[closer], found.high[closer], strict=True)))
        if high - low >= FACING:
            at = min(max(float(found.at[index]), low), high) if not edges.upright[edge] else (low + high) / 2
            pairs.append(_Pair(edge, int(found.body[index]), low, high, at, near))
    return pairs


def _longest_rest(low: float, high: float, taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the longest part of a stretch that none of some others takes."""
    best, at = (low, low), low
    for start, end in [*taken, (high, high)]:
        if min(start, high) - at > best[1] - best[0]:
            best = at, min(start, high)
        at = max(at, float(end))
    return best


def _level(edges: Edges, pair: _Pair) -> tuple[object, ...]:
    """Return what the pairs along one aisle have in common: direction, the line they stand on, and the width."""
    out = edges.out[pair.edge]
    across = bool(out[0] != 0)
    at = edges.start[pair.edge][0 if across else 1]
    # Both sides of an aisle look at each other; the line in its middle is the same for both.
    middle = at + (out[0] if across else out[1]) * pair.near / 2
    return across, round(middle / _LEVEL), round(pair.near / _LEVEL)


def _span(edges: Edges, pair: _Pair) -> tuple[float, float]:
    """Return from where to where a pair reaches along the x or y axis."""
    (x, y), (u, v) = edges.start[pair.edge].tolist(), edges.end[pair.edge].tolist()
    long = math.hypot(u - x, v - y)
    start, along = (x, (u - x) / long) if abs(u - x) >= abs(v - y) else (y, (v - y) / long)
    ends = start + along * pair.low, start + along * pair.high
    return min(ends), max(ends)


def _runs(edges: Edges, pairs: list[_Pair]) -> list[list[_Pair]]:
    """Return pairs along one line as runs without a break."""
    runs: list[list[_Pair]] = []
    reach = -np.inf
    for (low, high), pair in sorted(((_span(edges, pair), pair) for pair in pairs), key=lambda item: item[0]):
        if not runs or low > reach + FACING:
            runs.append([])
            reach = -np.inf
        runs[-1].append(pair)
        reach = max(reach, high)
    return runs


def _gap(edges: Edges, run: list[_Pair], names: list[str], ids: list[str]) -> Gap:
    narrowest = min(round(pair.near) for pair in run)
    some = [pair for pair in run if round(pair.near) == narrowest]
    middle = some[len(some) // 2]
    start, end = edges.start[middle.edge], edges.end[middle.edge]
    along = (end - start) / np.hypot(*(end - start))
    x, y = start + along * middle.at
    u, v = (x, y) + edges.out[middle.edge] * middle.near
    sides = [names[pair.edge] for pair in run] + [ids[pair.body] for pair in run]
    return Gap(
        tuple(dict.fromkeys(sides)), round(middle.near), ((round(float(x)), round(float(y))), (round(u), round(v)))
    )


def before_door(door: Outline, hall: Outline, depth: int) -> list[Outline]:
    """Return the floor to keep clear before a door: as wide as the door, on the side of the hall.

    A door inside the hall, farther than its own size from the hall's sides, has such floor on both sides.
    """
    box = bounds(door)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    away, nx, ny = _nearest_side(hall, x, y)
    inner = away > max(box.width, box.height, 2000)
    if inner:
        # Through the longer side of its own outline.
        nx, ny = (1.0, 0.0) if box.height > box.width else (0.0, 1.0)
    corners = np.array(door, dtype=float)
    along = np.array([-ny, nx])
    out = np.array([nx, ny])
    run, off = corners @ along, corners @ out
    places = []
    for start, end in [(off.max(), off.max() + depth)] + ([(off.min() - depth, off.min())] if inner else []):
        ring = [(run.min(), start), (run.max(), start), (run.max(), end), (run.min(), end)]
        places.append(tuple((round(a * along[0] + b * nx), round(a * along[1] + b * ny)) for a, b in ring))
    return places


def _nearest_side(outline: Outline, x: float, y: float) -> tuple[float, float, float]:
    """Return how far the nearest side of an outline is, and the unit normal of that side into the outline."""
    best = (np.inf, 0.0, 1.0)
    for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
        dx, dy = bx - ax, by - ay
        long = float(np.hypot(dx, dy))
        if not long:
            continue
        share = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / long**2))
        px, py = ax + share * dx, ay + share * dy
        away = float(np.hypot(x - px, y - py))
        if away < best[0]:
            nx, ny = -dy / long, dx / long
            inside = contains(outline, px + nx * 10, py + ny * 10)
            best = (away, nx, ny) if inside else (away, -nx, -ny)
    return best


def shared_floor(booths: Mapping[str, Outline], place: Outline) -> list[tuple[str, float]]:
    """Return ``(id, mm2)`` of the booths that lie in a place by more than 0.01 m2."""
    import shapely

    ground = shapely.Polygon(place)
    found = []
    for key, outline in booths.items():
        shared = float(ground.intersection(shapely.Polygon(outline)).area)
        if shared > _ROOMY:
            found.append((key, shared))
    return found


def distance(one: Outline, two: Outline) -> tuple[int, tuple[Point, Point]]:
    """Return the shortest distance between two outlines in mm, and the line along which it was measured."""
    import shapely

    return _shortest(shapely.Polygon(one), shapely.Polygon(two))


def distance_to_ring(outline: Outline, ring: Outline) -> tuple[int, tuple[Point, Point]]:
    """Return the shortest distance from an outline to the line of another, such as a hall's walls from inside."""
    import shapely

    return _shortest(shapely.Polygon(outline), shapely.LinearRing(ring))


def _shortest(one: "shapely.Geometry", two: "shapely.Geometry") -> tuple[int, tuple[Point, Point]]:
    import shapely

    (x1, y1), (x2, y2) = shapely.get_coordinates(shapely.shortest_line(one, two)).tolist()
    return round(float(np.hypot(x2 - x1, y2 - y1))), ((round(x1), round(y1)), (round(x2), round(y2)))


def blocks(booths: Mapping[str, Outline], within: int) -> list[Block]:
    """Return the booths in unbroken blocks: those not farther apart than ``within`` mm belong together."""
    if not booths:
        return []
    import shapely

    ids = list(booths)
    shapes = shapely.polygons([shapely.linearrings(outline) for outline in booths.values()])
    left, right = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=within)
    leader = list(range(len(ids)))

    def first(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        if a < b:
            leader[max(first(a), first(b))] = min(first(a), first(b))
    members: dict[int, list[int]] = {}
    for index in range(len(ids)):
        members.setdefault(first(index), []).append(index)
    found = []
    for some in members.values():
        hull = shapely.oriented_envelope(shapely.multipolygons(shapes[some]))
        corners = shapely.get_coordinates(hull)
        sides = np.hypot(*np.diff(corners[:3], axis=0).T)
        middle = hull.centroid
        found.append(
            Block(
                tuple(ids[k] for k in some),
                round(float(sides.max())),
                round(float(sides.min())),
                (round(middle.x), round(middle.y)),
            )
        )
    return found
