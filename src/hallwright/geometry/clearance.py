"""Free distances: before doors, about points, between outlines."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from hallwright.geometry.outline import Outline, Point, bounds, contains

if TYPE_CHECKING:
    import shapely

ROUNDED = 3.0
"""mm by which distances at an angle may fall short, since all corners are rounded to millimetres."""
_ROOMY = 10_000.0
"""mm2 that a booth may lie in a place to keep clear: 0.01 m2, as for an overlap."""


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
