"""Closed outlines of an underlay, and the numbers written in them."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import shapely

from hallwright.drawing.underlay import Linework, Note
from hallwright.editing.converting import Shape
from hallwright.expo.underlay import Underlay
from hallwright.geometry.outline import tidy
from hallwright.support.text import one_line

BOOTHS, NUMBERS = "Booths", "Booth numbers"
"""Layers of the drawings that the program writes itself: of a drawing that has both, nothing else is taken."""
MOST_LOOSE = 60_000
"""Up to so many loose lines are joined to outlines; more would take minutes."""
_STRAY = 3.0
"""A corner that strays from the straight line between its neighbours by less than this, mm, is none."""
_ALIKE = 25.0
"""Outlines whose boxes and areas differ by less than this, mm all round, are one drawn twice."""
_NUMBER = re.compile(
    # A01, E-12, 2B15 (the letter is no cross: 3x3 is a size), A 12; then -3, /14, a.
    r"(?:[^\W\d_]{0,4}[-–.]?|\d{1,2}(?![xX×])[^\W\d_]{1,2}[-–.]?|[^\W\d_]{1,2} )"
    r"\d{1,5}(?:[-–./+]\w{1,5}){0,3}[A-Za-z]{0,2}"
)
_MEASURE = re.compile(r"\d+(?:[.,]\d+)?\s*(?:m|qm|sqm|m2|mm|cm|ft|kw|kva|°|%)", re.IGNORECASE)
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tracing:
    """What is looked for.

    Attributes:
        layers: names of the layers whose outlines are taken.
        texts: names of the layers whose texts may be numbers.
        smallest, largest: bounds of an outline's area, mm2.
        gap: outlines and lines whose ends lie nearer than this, mm, are closed.
        join: whether loose lines are joined to outlines as well.
    """

    layers: frozenset[str]
    texts: frozenset[str]
    smallest: float = 1e6
    largest: float = 2e9
    gap: float = 20.0
    join: bool = True


@dataclass(frozen=True, slots=True)
class Traced:
    """What was found.

    Attributes:
        shapes: outlines in mm of the hall, with their numbers.
        twice: outlines left out because they were drawn twice.
        frames: left out because they hold two or more others, as the line around a hall does.
        sized: left out because they are too small or too large.
        unjoined: loose lines that were too many to be joined.
    """

    shapes: tuple[Shape, ...]
    twice: int = 0
    frames: int = 0
    sized: int = 0
    unjoined: int = 0


class _Ring(NamedTuple):
    polygon: shapely.Polygon
    layer: str


@dataclass(slots=True)
class _Lines:
    rings: list[tuple[Floats, str]] = field(default_factory=list)
    loose: list[Floats] = field(default_factory=list)
    loose_layer: str = ""


def likely(linework: Linework, shown: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the layers whose outlines, and of those whose texts are taken if nobody says which.

    Args:
        linework: the drawing.
        shown: names of the layers that are to be seen.
    """
    on = frozenset(shown)
    own = {BOOTHS, NUMBERS} <= on and {BOOTHS, NUMBERS} <= {layer.name for layer in linework.layers}
    return (frozenset((BOOTHS,)), frozenset((NUMBERS,))) if own else (on, on)


def trace(linework: Linework, place: Underlay, wanted: Tracing) -> Traced:
    """Find closed outlines and their numbers.

    Args:
        linework: the drawing.
        place: where it lies in its hall.
        wanted: what is looked for.
    """
    lines = _sorted(linework, place, wanted)
    unjoined = len(lines.loose) if len(lines.loose) > MOST_LOOSE else 0
    rings = [_Ring(polygon, layer) for points, layer in lines.rings if (polygon := _polygon(points)) is not None]
    if wanted.join and lines.loose and not unjoined:
        rings += [_Ring(face, lines.loose_layer) for face in _joined(lines.loose, wanted.gap)]
    sound = [ring for ring in rings if wanted.smallest <= _size(ring.polygon) <= wanted.largest]
    once = _once(sound)
    shaped = _without_frames(once)
    notes = [
        (number, note)
        for layer in linework.layers
        if layer.name in wanted.texts
        for note in layer.notes
        # What the program wrote as a number is one, whatever it looks like.
        if (number := one_line(note.text) if layer.name == NUMBERS else number_in(note.text))
    ]
    numbers = _numbers([ring.polygon for ring in shaped], notes, place)
    shapes = tuple(
        Shape(tidy(shapely.get_coordinates(ring.polygon)[:-1].tolist()), number, ring.layer)
        for ring, number in zip(shaped, numbers, strict=True)
    )
    return Traced(shapes, len(sound) - len(once), len(once) - len(shaped), len(rings) - len(sound), unjoined)


def _size(polygon: shapely.Polygon) -> float:
    """Return the area; of an outline that crosses itself that of its parts, which by the formula cancel each other."""
    return float(polygon.area if polygon.is_valid else shapely.make_valid(polygon).area)


def _to_hall(points: npt.NDArray[np.generic], place: Underlay) -> Floats:
    angle = math.radians(place.angle)
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    shift = np.array([place.x, place.y], np.float64)
    turned: Floats = np.asarray(points, np.float64) @ turn * place.scale + shift
    return turned


def _sorted(linework: Linework, place: Underlay, wanted: Tracing) -> _Lines:
    """Tell paths that enclose something from loose ones."""
    found = _Lines()
    for layer in linework.layers:
        if layer.name not in wanted.layers:
            continue
        points = _to_hall(layer.points, place)
        for path, closed in zip(
            np.split(points, layer.ends[:-1]) if len(layer.ends) else (), layer.closed, strict=True
        ):
            near = len(path) > 3 and math.dist(path[0], path[-1]) <= wanted.gap
            if closed or near:
                found.rings.append((path, layer.name))
            else:
                found.loose.append(path)
                found.loose_layer = found.loose_layer or layer.name
    return found


def _polygon(points: Floats) -> shapely.Polygon | None:
    """Return a path as a polygon without corners on straight lines; one that crosses itself stays as it is."""
    if len(points) < 3:
        return None
    polygon = shapely.Polygon(points)
    plain = shapely.simplify(polygon, _STRAY)
    # A path may start amid a side, where simplifying always leaves a corner: once more from another start.
    ring = shapely.get_coordinates(plain)[:-1]
    if len(ring) > 3:
        plain = shapely.simplify(shapely.Polygon(np.roll(ring, 1, axis=0)), _STRAY)
    return plain if not plain.is_empty and _size(plain) > 0 else None


def _joined(loose: Sequence[Floats], gap: float) -> list[shapely.Polygon]:
    """Return the faces that loose lines enclose, their ends drawn together where they nearly meet."""
    known: dict[tuple[int, int], Floats] = {}

    def drawn(point: Floats) -> Floats:
        column, row = math.floor(point[0] / gap), math.floor(point[1] / gap)
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                other = known.get((column + dx, row + dy))
                if other is not None and math.dist(other, point) <= gap:
                    return other
        known[column, row] = point
        return point

    lines = []
    for path in loose:
        ends = path.copy()
        ends[0], ends[-1] = drawn(path[0]), drawn(path[-1])
        if len(ends) > 2 or (ends[0] != ends[1]).any():
            lines.append(shapely.LineString(ends))
    faces = shapely.polygonize(list(shapely.get_parts(shapely.unary_union(lines)))) if lines else None
    found = [_polygon(shapely.get_coordinates(face.exterior)[:-1]) for face in faces.geoms] if faces is not None else []
    return [face for face in found if face is not None]


def _once(rings: list[_Ring]) -> list[_Ring]:
    """Return the outlines without those that were drawn twice."""
    if not rings:
        return []
    polygons = np.array([ring.polygon for ring in rings], dtype=object)
    boxes, areas = shapely.bounds(polygons), shapely.area(polygons)
    one, two = shapely.STRtree(polygons).query(polygons)
    later = two > one
    one, two = one[later], two[later]
    alike = (np.abs(boxes[one] - boxes[two]) <= _ALIKE).all(axis=1)
    alike &= np.abs(areas[one] - areas[two]) <= _ALIKE * shapely.length(polygons[one])
    dropped = set(two[alike].tolist())
    return [ring for k, ring in enumerate(rings) if k not in dropped]


def _without_frames(rings: list[_Ring]) -> list[_Ring]:
    """Return the outlines without those in which two or more others lie."""
    if not rings:
        return []
    polygons = np.array([ring.polygon for ring in rings], dtype=object)
    middles = shapely.point_on_surface(shapely.make_valid(polygons))
    holder, held = shapely.STRtree(middles).query(polygons, predicate="intersects")
    smaller = shapely.area(polygons)[held] < 0.98 * shapely.area(polygons)[holder]
    counts = np.bincount(holder[smaller], minlength=len(rings))
    return [ring for k, ring in enumerate(rings) if counts[k] < 2]


def _numbers(polygons: Sequence[shapely.Polygon], candidates: Sequence[tuple[str, Note]], place: Underlay) -> list[str]:
    """Return the number of each outline: the text in it, the smallest outline first, else the one just beside it."""
    numbers = [""] * len(polygons)
    if not candidates or not polygons:
        return numbers
    places = _to_hall(np.array([(note.x, note.y) for _number, note in candidates]), place)
    points = shapely.points(places)
    tree = shapely.STRtree(list(polygons))
    inside, holders = tree.query(points, predicate="intersects")
    areas, centres = shapely.area(list(polygons)), shapely.get_coordinates(shapely.centroid(list(polygons)))
    home: dict[int, int] = {}
    for text, holder in zip(inside.tolist(), holders.tolist(), strict=True):
        if text not in home or areas[holder] < areas[home[text]]:
            home[text] = holder
    # What is in letters and figures, tall and near the middle is the number; the rest are sizes and sockets.
    for text, holder in sorted(
        home.items(), key=lambda item: _rank(candidates[item[0]], places[item[0]], centres[item[1]])
    ):
        numbers[holder] = numbers[holder] or candidates[text][0]
    for text in sorted(set(range(len(candidates))) - home.keys()):
        reach = candidates[text][1].height * place.scale * 1.5
        near = tree.query_nearest(points[text], max_distance=max(reach, 1.0), all_matches=False)
        if len(near) and not numbers[int(near[0])]:
            numbers[int(near[0])] = candidates[text][0]
    return numbers


def _rank(candidate: tuple[str, Note], at: Floats, centre: Floats) -> tuple[bool, int, float]:
    number, note = candidate
    return not any(sign.isalpha() for sign in number), -note.height, math.dist(at, centre)


def number_in(text: str) -> str:
    """Return the first line of a text that looks like a booth number, or an empty text."""
    for line in text.split("\n"):
        plain = one_line(line)
        if _NUMBER.fullmatch(plain) and not _MEASURE.fullmatch(plain):
            return plain
    return ""
