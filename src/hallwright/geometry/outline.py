"""Outlines: closed rings of integer millimetre corners, the last joined to the first, not repeated."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

Point = tuple[int, int]
Outline = tuple[Point, ...]


class Box(NamedTuple):
    """An upright rectangle in millimetres: left, top, right, bottom."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Extent along x."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Extent along y."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """Middle of the box, rounded down."""
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2

    def touches(self, other: "Box") -> bool:
        """Say whether the boxes share a point."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def grown(self, by: int) -> "Box":
        """Return the box with ``by`` millimetres added on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def rectangle(left: int, top: int, width: int, height: int) -> Outline:
    """Return the outline of an upright rectangle, clockwise on screen from its top left corner."""
    return ((left, top), (left + width, top), (left + width, top + height), (left, top + height))


def spanned(one: Point, other: Point) -> Outline:
    """Return the upright rectangle between two opposite corners."""
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return rectangle(left, top, right - left, bottom - top)


def tidy(corners: Iterable[Sequence[float]]) -> Outline:
    """Round corners to millimetres; drop the repeated closing corner and corners equal to the one before."""
    ring: list[Point] = []
    for x, y in corners:
        corner = (round(x), round(y))
        if not ring or ring[-1] != corner:
            ring.append(corner)
    while len(ring) > 1 and ring[0] == ring[-1]:
        ring.pop()
    return tuple(ring)


def same_ring(one: Outline, other: Outline) -> bool:
    """Say whether two outlines are one ring, whichever corner it starts at and whichever way it runs."""
    if len(one) != len(other) or frozenset(one) != frozenset(other):
        return False
    twice, back = one + one, one[::-1] + one[::-1]
    size = len(other)
    return any(twice[k : k + size] == other or back[k : k + size] == other for k in range(max(size, 1)))


def bounds(outline: Outline) -> Box:
    """Return the smallest upright box around an outline of at least one corner."""
    if is_box(outline):
        # Most booths are, and drawing asks for the box of each again and again.
        (ax, ay), _, (cx, cy), _ = outline
        # Twice as fast as min and max.
        left, right = (ax, cx) if ax < cx else (cx, ax)
        top, bottom = (ay, cy) if ay < cy else (cy, ay)
        return Box(left, top, right, bottom)
    xs = [x for x, _ in outline]
    ys = [y for _, y in outline]
    return Box(min(xs), min(ys), max(xs), max(ys))


def bounds_of(outlines: Iterable[Outline]) -> Box | None:
    """Return the box around all outlines, or None when there are none."""
    boxes = [bounds(outline) for outline in outlines if outline]
    if not boxes:
        return None
    return Box(
        min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes)
    )


def area(outline: Outline) -> float:
    """Return the enclosed area in mm2 (shoelace formula; meaningless for an outline with a fault)."""
    if is_box(outline):
        (ax, ay), _, (cx, cy), _ = outline
        return float(abs((cx - ax) * (cy - ay)))
    total = 0
    for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1], strict=True):
        total += x1 * y2 - x2 * y1
    return abs(total) / 2


def is_box(outline: Outline) -> bool:
    """Say whether the outline is an upright rectangle."""
    if len(outline) != 4:
        return False
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = outline
    return (ay == by and bx == cx and cy == dy and dx == ax and ax != bx and by != cy) or (
        ax == bx and by == cy and cx == dx and dy == ay and ay != by and bx != cx
    )


@lru_cache(maxsize=1 << 16)
def fault(outline: Outline) -> str:
    """Return why the outline encloses no proper floor, or an empty text.

    Cached, because a rule, a drawing and a count ask for the same outline again and again.
    """
    if is_box(outline):
        return ""
    if len(outline) < 3:
        return "the outline has fewer than three corners"
    if _straight(outline):
        return "the outline encloses no area"
    if _crosses_itself(outline):
        return "the outline crosses itself"
    return ""


def _straight(outline: Outline) -> bool:
    """Say whether all corners lie on one line; a figure of eight has no area by the formula, but it is not straight."""
    start = outline[0]
    end = next((corner for corner in outline if corner != start), start)
    return all(_side(start, end, corner) == 0 for corner in outline)


def _side(a: Point, b: Point, c: Point) -> int:
    turn = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (turn > 0) - (turn < 0)


def _within(a: Point, b: Point, c: Point) -> bool:
    return min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])


def segments_meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Say whether the segments ab and cd share a point; exact, since all are integers."""
    one, two, three, four = _side(a, b, c), _side(a, b, d), _side(c, d, a), _side(c, d, b)
    if one != two and three != four:
        return True
    return (
        (one == 0 and _within(a, b, c))
        or (two == 0 and _within(a, b, d))
        or (three == 0 and _within(c, d, a))
        or (four == 0 and _within(c, d, b))
    )


def _crosses_itself(outline: Outline) -> bool:
    count = len(outline)
    edges = [(outline[k], outline[(k + 1) % count]) for k in range(count)]
    for i in range(count):
        a, b = edges[i]
        for j in range(i + 1, count):
            c, d = edges[j]
            if j == i + 1 or (i == 0 and j == count - 1):
                # Neighbours share a corner; they cross only by folding back onto each other.
                shared, far, other = (b, a, d) if j == i + 1 else (a, b, c)
                if _side(far, shared, other) == 0 and _within(far, shared, other):
                    return True
                if _side(far, shared, other) == 0 and _within(other, shared, far):
                    return True
            elif segments_meet(a, b, c, d):
                return True
    return False


def moved(outline: Outline, dx: int, dy: int) -> Outline:
    """Return the outline shifted by ``dx`` and ``dy`` millimetres."""
    return tuple((x + dx, y + dy) for x, y in outline)


def turned(outline: Outline, degrees: float, about: tuple[float, float]) -> Outline:
    """Return the outline turned clockwise on screen about a point, corners rounded to millimetres."""
    angle = math.radians(degrees)
    cosine, sine = math.cos(angle), math.sin(angle)
    cx, cy = about
    return tuple(
        (round(cx + (x - cx) * cosine - (y - cy) * sine), round(cy + (x - cx) * sine + (y - cy) * cosine))
        for x, y in outline
    )


def contains(outline: Outline, x: float, y: float) -> bool:
    """Say whether a point lies inside the outline (even-odd rule; the edge itself may fall either way)."""
    inside = False
    ax, ay = outline[-1]
    for bx, by in outline:
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
        ax, ay = bx, by
    return inside


def centre(outline: Outline) -> tuple[float, float]:
    """Return a point that stands for the outline: its centroid, or the middle of its box if that lies outside."""
    if is_box(outline):
        (ax, ay), _, (cx, cy), _ = outline
        return (ax + cx) / 2, (ay + cy) / 2
    twice = sx = sy = 0
    for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        twice += cross
        sx += (x1 + x2) * cross
        sy += (y1 + y2) * cross
    if twice:
        point = sx / (3 * twice), sy / (3 * twice)
        if contains(outline, *point):
            return point
    middle = bounds(outline).centre
    return float(middle[0]), float(middle[1])


def nearest_edge(outlines: Iterable[Outline], x: float, y: float, reach: float) -> tuple[Point, Point] | None:
    """Return the edge of some outlines that a point is nearest to, or None if none is within ``reach`` mm."""
    best: tuple[float, tuple[Point, Point]] | None = None
    for outline in outlines:
        for a, b in zip(outline, outline[1:] + outline[:1], strict=True):
            dx, dy = b[0] - a[0], b[1] - a[1]
            square = dx * dx + dy * dy
            if not square:
                continue
            share = min(1.0, max(0.0, ((x - a[0]) * dx + (y - a[1]) * dy) / square))
            away = math.hypot(x - a[0] - share * dx, y - a[1] - share * dy)
            if away <= reach and (best is None or away < best[0]):
                best = away, (a, b)
    return None if best is None else best[1]
