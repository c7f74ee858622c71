"""Which sides of a booth lie on an aisle, seen from the plan itself."""

import math
from collections.abc import Iterable, Mapping, Sequence

from hallwright.geometry.outline import Box, Outline, Point, bounds, contains

_PROBES = (400, 1200, 2000)
"""Distances in mm at which we look out of a side: a service gap of 1 m between two backs is no aisle."""
_ALONG = (0.15, 0.38, 0.62, 0.85)
_CELL = 5000


class Plan:
    """The solid things of a hall, sorted into squares so that a look around costs little."""

    def __init__(self, hall: Outline, solids: Iterable[Outline]) -> None:
        self._hall = hall
        self._squares: dict[Point, list[tuple[Box, Outline]]] = {}
        for solid in solids:
            box = bounds(solid)
            for column in range(box.left // _CELL, box.right // _CELL + 1):
                for line in range(box.top // _CELL, box.bottom // _CELL + 1):
                    self._squares.setdefault((column, line), []).append((box, solid))

    def walkable(self, x: float, y: float) -> bool:
        """Say whether a point lies in the hall and on nothing solid."""
        if not contains(self._hall, x, y):
            return False
        return not any(
            box.left <= x <= box.right and box.top <= y <= box.bottom and contains(solid, x, y)
            for box, solid in self._squares.get((int(x) // _CELL, int(y) // _CELL), ())
        )


def open_sides(outline: Outline, plan: Plan) -> int:
    """Count the sides of a booth, 0 to 4, of which at least half faces an aisle.

    A side is all that looks the same way of four, so that an octagon or a free L has four sides, too.
    """
    open_length: dict[int, float] = {}
    length: dict[int, float] = {}
    for start, end, (nx, ny) in _edges(outline):
        # Diagonal sides belong to the direction they are turned to, the corners of the compass clockwise.
        way = round(math.degrees(math.atan2(ny, nx)) / 90 - 0.01) % 4
        long = math.dist(start, end)
        free = sum(_faces_aisle(start, end, (nx, ny), part, plan) for part in _ALONG) / len(_ALONG)
        length[way] = length.get(way, 0.0) + long
        open_length[way] = open_length.get(way, 0.0) + long * free
    return sum(open_length[way] * 2 >= length[way] for way in length)


def _faces_aisle(start: Point, end: Point, normal: tuple[float, float], part: float, plan: Plan) -> bool:
    x, y = start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
    return all(plan.walkable(x + normal[0] * far, y + normal[1] * far) for far in _PROBES)


def _edges(outline: Outline) -> list[tuple[Point, Point, tuple[float, float]]]:
    """Return each edge with its unit normal pointing out of the outline."""
    pairs: Sequence[tuple[Point, Point]] = list(zip(outline, outline[1:] + outline[:1], strict=True))
    clockwise = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) > 0
    found = []
    for (x1, y1), (x2, y2) in pairs:
        long = math.hypot(x2 - x1, y2 - y1)
        nx, ny = (y2 - y1) / long, (x1 - x2) / long
        found.append(((x1, y1), (x2, y2), (nx, ny) if clockwise else (-nx, -ny)))
    return found


def counted(hall: Outline, booths: Mapping[str, Outline], walls: Iterable[Outline]) -> dict[str, int]:
    """Return the open sides of every booth by its key.

    Args:
        hall: the hall's outline.
        booths: all booths of the hall.
        walls: outlines of rooms in the hall that nobody can walk through.
    """
    plan = Plan(hall, [*booths.values(), *walls])
    return {key: open_sides(outline, plan) for key, outline in booths.items()}
