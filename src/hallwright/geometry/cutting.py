"""Cut an outline in parts and join outlines to one; parts share their corners, so no floor is lost between them."""

import math
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from hallwright.geometry.outline import Outline, Point, area, bounds, contains, fault, tidy
from hallwright.geometry.shapes import Frame, frame_of

if TYPE_CHECKING:
    import shapely

GAP = 1.0
"""Gaps up to this many mm between neighbours come from rounding and are closed when they are joined."""
SHARED = 100
"""Length in mm that two outlines must share to count as neighbours: touching at a corner is not enough."""


class NotJoined(ValueError):
    """Outlines cannot become one; the message says why.

    Attributes:
        apart: indices of the outlines that touch none of the others, if that is why.
    """

    def __init__(self, reason: str, apart: Sequence[int] = ()) -> None:
        self.apart = tuple(apart)
        super().__init__(reason)


Line = tuple[tuple[float, float], tuple[float, float]]


def cut(outline: Outline, start: tuple[float, float], end: tuple[float, float]) -> list[Outline]:
    """Cut a sound outline along a line.

    The line is prolonged to the sides it would meet, but cuts only where it was drawn: a line across one arm of a
    U-shape leaves the other arm whole.

    Returns:
        the parts, or the outline alone if the line does not cut it. Corners that the cut makes are rounded to mm and
        belong to both parts.
    """
    return _cut(outline, [(start, end)])


def _cut(outline: Outline, lines: Sequence[Line]) -> list[Outline]:
    """Cut along several lines that do not cross; each meets the sides as they are, and not those of a rounded part.

    Cut one after the other, forty parts of a booth at an angle would lead away from its side by centimetres.
    """
    lines = [line for line in lines if math.dist(*line) >= GAP]
    ring: list[Point] = []
    marks: list[dict[Point, float]] = [{} for _ in lines]
    for corner, following in zip(outline, outline[1:] + outline[:1], strict=True):
        ring.append(corner)
        met: list[tuple[float, Point]] = []
        for line, known in zip(lines, marks, strict=True):
            off, other = _off(line, corner), _off(line, following)
            if abs(off) < 1e-6:
                known[corner] = _along(line, corner)
            elif off * other < 0 and abs(other) >= 1e-6:
                share = off / (off - other)
                (ax, ay), (bx, by) = corner, following
                point = round(ax + (bx - ax) * share), round(ay + (by - ay) * share)
                known[point] = _along(line, point)
                met.append((share, point))
        ring += [point for _share, point in sorted(met) if point not in (corner, following)]
    parts: list[Outline] = [tuple(dict.fromkeys(ring))]
    for line, known in zip(lines, marks, strict=True):
        length = math.dist(*line)
        for a, b in pairwise(sorted(known, key=lambda point, known=known: known[point])):  # type: ignore[misc]
            if min(known[b], length) - max(known[a], 0.0) < GAP:
                continue
            middle = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
            if contains(outline, *middle):
                parts = _opened(parts, a, b, middle)
    made = {point for known in marks for point in known}
    return [outline] if len(parts) == 1 else [tidy(_unmarked(part, made, outline)) for part in parts]


def _off(line: Line, point: Point) -> float:
    """Return how far a point lies to one side of a line."""
    (x, y), (u, v) = line
    return ((point[0] - x) * (v - y) - (point[1] - y) * (u - x)) / math.dist(*line)


def _along(line: Line, point: Point) -> float:
    """Return how far a point lies from the start of a line, along it."""
    (x, y), (u, v) = line
    return ((point[0] - x) * (u - x) + (point[1] - y) * (v - y)) / math.dist(*line)


def _opened(parts: list[Outline], a: Point, b: Point, middle: tuple[float, float]) -> list[Outline]:
    """Cut the part in which a chord lies along that chord."""
    for k, part in enumerate(parts):
        if a in part and b in part and contains(part, *middle):
            i, j = sorted((part.index(a), part.index(b)))
            first, second = part[i : j + 1], part[j:] + part[: i + 1]
            if len(first) > 2 and len(second) > 2 and area(first) > 0 and area(second) > 0:
                return [*parts[:k], first, second, *parts[k + 1 :]]
    return parts


def _unmarked(part: Outline, marks: Collection[Point], outline: Outline) -> list[Point]:
    """Drop the corners of crossings at which nothing was cut after all."""
    original = set(outline)
    kept = []
    for k, point in enumerate(part):
        before, after = part[k - 1], part[(k + 1) % len(part)]
        added = point in marks and point not in original
        if not added or _distance(point, before, after) > GAP:
            kept.append(point)
    return kept


def strips(outline: Outline, offsets: Sequence[float], *, across_width: bool) -> list[Outline]:
    """Cut an outline at distances from its own left (or top) edge; parts in that order."""
    frame = frame_of(outline)
    parts = _cut(outline, [_line(frame, offset, across_width=across_width) for offset in offsets])
    return sorted(parts, key=lambda part: _middle(frame, part, across_width=across_width))


def equal_offsets(outline: Outline, count: int, *, across_width: bool) -> list[int]:
    """Return where to cut an outline into parts of equal area, as distances in whole mm from its left or top edge."""
    frame = frame_of(outline)
    whole = frame.width if across_width else frame.depth
    if frame.square:
        return [round(whole * k / count) for k in range(1, count)]
    total = area(outline)
    found = []
    for k in range(1, count):
        low, high = 0, math.floor(whole)
        while high - low > 1:
            middle = (low + high) // 2
            line = _line(frame, middle, across_width=across_width)
            pieces = cut(outline, *line)
            before = sum(area(p) for p in pieces if _middle(frame, p, across_width=across_width) < middle)
            low, high = (middle, high) if before < total * k / count else (low, middle)
        found.append(high)
    return found


def joined(outlines: Sequence[Outline]) -> Outline:
    """Return the outline around outlines that share an edge or overlap, without corners that lie in a straight side.

    Raises:
        NotJoined: one does not touch the others, or they would enclose a hole.
    """
    import shapely

    polygons = [shapely.Polygon(outline) for outline in outlines]
    apart = _apart(polygons)
    if apart:
        raise NotJoined("they do not all share an edge or overlap", apart)
    whole = shapely.union_all(polygons)
    if whole.geom_type != "Polygon" or whole.interiors:
        # Neighbours at an angle stand a rounded millimetre apart; closed, or refused if it is more than that.
        grown = shapely.union_all([p.buffer(GAP, join_style="mitre") for p in polygons])
        whole = grown.buffer(-GAP, join_style="mitre")
    if whole.geom_type != "Polygon" or any(shapely.Polygon(ring).area > SHARED**2 for ring in whole.interiors):
        raise NotJoined("they would enclose floor that belongs to none of them")
    made = straightened(tidy(list(whole.exterior.coords)))
    if fault(made):
        raise NotJoined(fault(made))
    return made


def straightened(outline: Outline) -> Outline:
    """Return the outline without corners that lie within a rounded millimetre of the straight side they stand in."""
    ring = list(range(len(outline)))
    while len(ring) > 3:
        nearest, least = -1, GAP
        for at, k in enumerate(ring):
            before, after = ring[at - 1], ring[(at + 1) % len(ring)]
            between = (outline[(before + step) % len(outline)] for step in range(1, (after - before) % len(outline)))
            # Of all that a side would pass over, or many small steps would add up to a large one.
            off = max(_distance(point, outline[before], outline[after]) for point in between)
            if off <= least and _between(outline[k], outline[before], outline[after]):
                nearest, least = at, off
        if nearest < 0:
            break
        del ring[nearest]
    return tuple(outline[k] for k in ring)


def _between(p: Point, a: Point, b: Point) -> bool:
    return (p[0] - a[0]) * (p[0] - b[0]) + (p[1] - a[1]) * (p[1] - b[1]) <= 0


def _apart(polygons: "Sequence[shapely.Polygon]") -> list[int]:
    """Return the indices of the polygons that no chain of neighbours joins to the first; or the first alone."""
    grown = [polygon.buffer(GAP, join_style="mitre") for polygon in polygons]
    reached, waiting = {0}, [0]
    while waiting:
        one = waiting.pop()
        for other in range(len(grown)):
            if other not in reached and grown[one].intersection(grown[other]).area > 2 * GAP * SHARED:
                reached.add(other)
                waiting.append(other)
    if len(reached) == 1 and len(polygons) > 2:
        return [0]
    return [k for k in range(len(polygons)) if k not in reached]


def _line(frame: Frame, offset: float, *, across_width: bool) -> Line:
    if across_width:
        return frame.place(offset, -SHARED), frame.place(offset, frame.depth + SHARED)
    return frame.place(-SHARED, offset), frame.place(frame.width + SHARED, offset)


def _middle(frame: Frame, part: Outline, *, across_width: bool) -> float:
    box = bounds(part)
    x, y = frame.local((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    return x if across_width else y


def _distance(p: Point, a: Point, b: Point) -> float:
    length = math.dist(a, b)
    if not length:
        return math.dist(p, a)
    return abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length
