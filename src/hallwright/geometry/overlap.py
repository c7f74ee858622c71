"""Which outlines lie on each other, and which lie outside another; areas in mm2."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from hallwright.geometry.outline import Outline

if TYPE_CHECKING:
    import shapely


def _polygons(outlines: Sequence[Outline]) -> "list[shapely.Polygon]":
    # Late: shapely costs 0.1 s of the start, and an empty plan never needs it.
    import shapely

    return [shapely.Polygon(outline) for outline in outlines]


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
    polygons = _polygons(list(outlines.values()))
    tree = shapely.STRtree(polygons)
    asked = range(len(ids)) if only is None else [k for k, key in enumerate(ids) if key in only]
    left, right = tree.query([polygons[k] for k in asked], predicate="intersects")
    pairs = sorted({(min(asked[a], int(b)), max(asked[a], int(b))) for a, b in zip(left, right, strict=True)})
    found = []
    for a, b in pairs:
        if a == b:
            continue
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
