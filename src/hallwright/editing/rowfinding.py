"""Which booths stand in one row, in which order, and which rows face each other across an aisle."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

import numpy as np

from hallwright.geometry.outline import Outline, bounds, is_box, turned

AISLE = 1500
"""Booths this far apart (mm) have an aisle between them; less is a service gap or a column."""


class Corner(StrEnum):
    """Where numbering starts."""

    TOP_LEFT = "top left"
    TOP_RIGHT = "top right"
    BOTTOM_LEFT = "bottom left"
    BOTTOM_RIGHT = "bottom right"


class First(StrEnum):
    """Which way numbering runs first from its corner."""

    ACROSS = "across"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Place:
    """A booth in axes whose u runs along the rows and whose v leads from row to row; mm."""

    key: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def along(self) -> float:
        """Middle along the row."""
        return (self.left + self.right) / 2

    @property
    def across(self) -> float:
        """Middle across the rows."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of booths in the order in which it is numbered."""

    places: tuple[Place, ...]

    @property
    def top(self) -> float:
        """The edge towards the row before; the usual one, since a booth may be deeper than the others."""
        return median(place.top for place in self.places)

    @property
    def bottom(self) -> float:
        """The edge towards the next row."""
        return median(place.bottom for place in self.places)

    def reversed(self) -> "Lane":
        """Return the row the other way round."""
        return Lane(self.places[::-1])

    def steps(self) -> Iterator[tuple[str, bool]]:
        """Yield each booth, and whether an aisle lies between it and the one before."""
        before: Place | None = None
        for place in self.places:
            gap = 0.0 if before is None else max(place.left - before.right, before.left - place.right)
            yield place.key, gap >= AISLE
            before = place


def lanes(outlines: Mapping[str, Outline], corner: Corner, first: First, slant: float | None = None) -> list[Lane]:
    """Return the rows of booths, the row at the corner first, each from its end at the corner.

    A hall may stand at an angle: rows run along the direction in which most booths are built, unless ``slant`` says by
    how many degrees they are turned clockwise on screen.
    """
    places = sorted(_places(outlines, corner, first, slant), key=lambda place: (place.bottom, place.left))
    across = np.array([place.across for place in places])
    waiting = np.arange(len(places))
    found: list[Lane] = []
    while len(waiting):
        # The one that ends first, so that a deep block does not swallow the two rows beside it.
        head = places[waiting[0]]
        inside = (across[waiting] >= head.top) & (across[waiting] <= head.bottom)
        row = [places[index] for index in waiting[inside].tolist()]
        found.append(Lane(tuple(sorted(row, key=lambda place: (place.along, place.across)))))
        waiting = waiting[~inside]
    return sorted(found, key=lambda lane: lane.top)


def facing(rows: Sequence[Lane]) -> list[tuple[Lane, ...]]:
    """Return the rows in pairs that face each other across an aisle; a row without a partner stands alone.

    Of two rows back to back, the first belongs to the aisle before them and the second to the aisle after them.
    """
    found: list[tuple[Lane, ...]] = []
    index = 0
    while index < len(rows):
        gap = rows[index + 1].top - rows[index].bottom if index + 1 < len(rows) else 0.0
        if gap >= AISLE:
            found.append((rows[index], rows[index + 1]))
            index += 2
        else:
            found.append((rows[index],))
            index += 1
    return found


def chain(outlines: Mapping[str, Outline]) -> Lane:
    """Return booths as one row in the order in which they are given, such as around the walls of a hall.

    Its places tell only where an aisle lies between a booth and the one before; it is not to be compared with others.
    """
    found: list[Place] = []
    at, before = 0.0, None
    for key, outline in outlines.items():
        box = bounds(outline)
        if before is not None:
            across = max(box.left - before.right, before.left - box.right, 0)
            at += math.hypot(across, max(box.top - before.bottom, before.top - box.bottom, 0))
        found.append(Place(key, at, 0.0, at, 0.0))
        before = box
    return Lane(tuple(found))


def _places(outlines: Mapping[str, Outline], corner: Corner, first: First, known: float | None) -> list[Place]:
    slant = _slant(outlines.values()) if known is None else known
    flip_x, flip_y = corner.value.endswith("right"), corner.value.startswith("bottom")
    found = []
    for key, outline in outlines.items():
        left, top, right, bottom = bounds(turned(outline, -slant, (0.0, 0.0)) if slant else outline)
        if flip_x:
            left, right = -right, -left
        if flip_y:
            top, bottom = -bottom, -top
        if first is First.DOWN:
            left, top, right, bottom = top, left, bottom, right
        found.append(Place(key, left, top, right, bottom))
    return found


def _slant(outlines: Iterable[Outline]) -> float:
    """Return by how many degrees, from -45 to 45, most booths are turned."""
    found: Counter[int] = Counter()
    exact: dict[int, list[float]] = {}
    for outline in outlines:
        angle = 0.0 if is_box(outline) else _angle(outline)
        found[round(angle)] += 1
        exact.setdefault(round(angle), []).append(angle)
    return median(exact[found.most_common(1)[0][0]]) if found else 0.0


def _angle(outline: Outline) -> float:
    """Return the direction of an outline's longest edge, as the least turn from upright."""
    pairs = zip(outline, outline[1:] + outline[:1], strict=True)
    (ax, ay), (bx, by) = max(pairs, key=lambda pair: math.dist(*pair))
    angle = math.degrees(math.atan2(by - ay, bx - ax)) % 90
    return angle - 90 if angle > 45 else angle
