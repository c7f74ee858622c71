"""Which outlines lie on each other, which lie outside another, and which floor two do not share; areas in mm2."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from hallwright.geometry.boxes import boxed, upright
from hallwright.geometry.outline import Outline, area, fault, rectangle


def _polygons(outlines: Sequence[Outline]) -> "npt.NDArray[Any]":
    # Late: shapely costs 0.1 s of the start, and an empty plan never needs it.
    import shapely

    # All in one call: a thousand polygons made one by one take longer than their tree, query and areas together.
    corners = np.array([corner for outline in outlines for corner in outline], dtype=float)
    rings = np.repeat(np.arange(len(outlines)), [len(outline) for outline in outlines])
    return shapely.polygons(shapely.linearrings(corners, indices=rings))  # type: ignore[no-any-return]


def overlaps(
    outlines: Mapping[str, Outline], more_than: float, only: frozenset[str] | None = None
) -> list[tuple[str, str, float, tuple[float, float]]]:
    """Return the pairs of outlines that share more floor than a limit.

    Args:
        outlines: sound outlines (without a fault) by id.
        more_than: area in mm2 that two outlines may share without being reported.
        only: if given, report only pairs of which at least one is named here.

    Returns:
        ``(id, id, area in mm2, a point inside the shared floor)`` in the order of ``outlines``.
    """
    if len(outlines) < 2 or (only is not None and only.isdisjoint(outlines)):
        return []
    import shapely

    ids = list(outlines)
    some = list(outlines.values())
    boxes, plain = boxed(some).astype(float), upright(some)
    polygons: npt.NDArray[Any] = shapely.box(*boxes.T)
    slanted = np.flatnonzero(~plain)
    if len(slanted):
        polygons[slanted] = _polygons([some[index] for index in slanted.tolist()])
    tree = shapely.STRtree(polygons)
    asked = (
        np.arange(len(ids)) if only is None else np.array([k for k, key in enumerate(ids) if key in only], dtype=int)
    )
    left, right = tree.query(polygons[asked])
    one, two = np.minimum(asked[left], right), np.maximum(asked[left], right)
    # Most booths only touch their neighbours, which their boxes tell.
    wide = np.minimum(boxes[one, 2], boxes[two, 2]) - np.maximum(boxes[one, 0], boxes[two, 0])
    high = np.minimum(boxes[one, 3], boxes[two, 3]) - np.maximum(boxes[one, 1], boxes[two, 1])
    near = (one < two) & (wide > 0) & (high > 0) & (wide * high > more_than)
    found = []
    for a, b in sorted(set(zip(one[near].tolist(), two[near].tolist(), strict=True))):
        shared = polygons[a].intersection(polygons[b])
        if shared.area > more_than:
            point = shared.representative_point()
            found.append((ids[a], ids[b], float(shared.area), (point.x, point.y)))
    return found


def outside(outlines: Mapping[str, Outline], boundary: Outline) -> list[tuple[str, float]]:
    """Return ``(id, area in mm2)`` of the outlines that reach beyond a boundary, with the area that does."""
    if not outlines:
        return []
    import shapely

    room = shapely.Polygon(boundary)
    shapely.prepare(room)
    found = []
    for key, polygon in zip(outlines, _polygons(list(outlines.values())), strict=True):
        if not room.covers(polygon):
            beyond = polygon.difference(room).area
            if beyond > 0:
                found.append((key, float(beyond)))
    return found


def changed_floor(before: Outline, after: Outline) -> list[Outline]:
    """Return upright rectangles that cover the floor which belongs to one of two outlines but not to both.

    The floor is cut where it has corners, so that a hall with one wall moved gives a strip and not all of the hall. An
    outline with a fault has no floor to compare: then both come back whole.
    """
    if before == after:
        return []
    if fault(before) or fault(after):
        return [outline for outline in (before, after) if outline]
    import shapely

    floor = shapely.symmetric_difference(*_polygons([before, after]))
    cuts = np.unique(shapely.get_coordinates(floor)[:, 0]).tolist()
    _, low, _, high = shapely.bounds(floor).tolist() if cuts else (0, 0, 0, 0)
    found = []
    for left, right in pairwise(cuts):
        slab = shapely.intersection(floor, shapely.box(left, low, right, high))
        for part in shapely.get_parts(slab):
            if part.area > 0:
                a, b, c, d = part.bounds
                found.append(rectangle(math.floor(a), math.floor(b), math.ceil(c - a), math.ceil(d - b)))
    return found


def area_without(outline: Outline, others: Sequence[Outline]) -> float:
    """Return the area of a sound outline without what other sound outlines take of it."""
    if not others:
        return area(outline)
    import shapely

    floor, *rest = _polygons([outline, *others])
    return float(shapely.difference(floor, shapely.union_all(rest)).area)


def area_within(outline: Outline, parts: Sequence[Outline], others: Sequence[Outline]) -> float:
    """Return the area of a sound outline that lies in any of some parts, without what others take of it."""
    if outline in parts:
        return area_without(outline, others)
    if not parts:
        return 0.0
    import shapely

    floor = shapely.intersection(_polygons([outline])[0], shapely.union_all(_polygons(list(parts))))
    return (
        float(shapely.difference(floor, shapely.union_all(_polygons(list(others)))).area)
        if others
        else float(floor.area)
    )
