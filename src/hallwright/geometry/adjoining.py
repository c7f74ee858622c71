"""Open sides and frontage of booths, from what adjoins them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hallwright.geometry.facing import Edges, Floats, Shadows, beyond, chosen, covered, edges_of, seen, shadows
from hallwright.geometry.outline import Outline, fault

SERVICE_GAP = 1000
"""mm between two backs, or a back and a wall, up to which the gap is for cables and no aisle."""
TOUCHING = 100
"""mm between two booths up to which they share a wall; a plan traced by hand is no finer."""
_ROUNDING = 1.0


@dataclass(frozen=True, slots=True)
class Frontage:
    """How one booth stands to the aisles.

    Attributes:
        sides: sides of which at least half lies on an aisle, 0 to 4.
        length: mm of its outline that lie on an aisle.
        perimeter: it has its back against the hall's wall or another wall.
        behind: for a booth with three open sides, the booth with which it shares the whole fourth; else None.
    """

    sides: int
    length: int
    perimeter: bool
    behind: str | None = None


def frontages(
    hall: Outline,
    booths: Mapping[str, Outline],
    walls: Sequence[Outline] = (),
    others: Sequence[Outline] = (),
    *,
    service_gap: int = SERVICE_GAP,
    only: Collection[str] | None = None,
) -> dict[str, Frontage]:
    """Return how booths stand to the aisles.

    An edge is free where nothing stands within the service gap before it: no booth, wall or other solid thing, and not
    the end of the hall. A side is open if at least half of it is free.

    Args:
        hall: outline of the hall.
        booths: outlines by id; drafts, whose outline is not sound, are left out.
        walls: outlines of walls in the hall; like all bodies, only sound ones count.
        others: outlines of whatever else nobody walks through.
        service_gap: mm up to which a gap is no aisle.
        only: ids to answer for; None for all. The others are then only looked at.
    """
    sound = {key: outline for key, outline in booths.items() if not fault(outline)}
    asked = [key for key in (sound if only is None else only) if key in sound]
    if not asked:
        return {}
    walls = [outline for outline in walls if not fault(outline)]
    others = [outline for outline in others if not fault(outline)]
    ids = list(sound)
    place = {key: index for index, key in enumerate(ids)}
    bodies = [*sound.values(), *walls, *others]
    edges = edges_of([sound[key] for key in asked])
    depth = service_gap + 1.0
    found = shadows(edges, [place[key] for key in asked], bodies, depth)
    if not fault(hall):
        found = seen(found, beyond(edges, hall, depth))
    side = edges.owner * 4 + edges.way
    count = 4 * len(asked)
    length = np.bincount(side, weights=edges.length, minlength=count).astype(np.float64).reshape(-1, 4)
    free = edges.length - covered(found, len(side))
    free_by_side = np.bincount(side, weights=free, minlength=count).reshape(-1, 4)
    open_ = (free_by_side * 2 >= length - _ROUNDING) & (length > 0)
    solid = (found.body == -1) | ((found.body >= len(ids)) & (found.body < len(ids) + len(walls)))
    walled = covered(chosen(found, solid), len(side))
    walled_by_side = np.bincount(side, weights=walled, minlength=count).reshape(-1, 4)
    back = ~open_ & (walled_by_side * 2 >= length - _ROUNDING) & (length > 0) & np.roll(open_, 2, axis=1)
    sides = open_.sum(axis=1)
    perimeter = back.any(axis=1) & (sides <= 2)
    partners = _partners(found, edges, open_, length, len(ids))
    return {
        key: Frontage(n, round(long), wall, ids[partners[index]] if index in partners else None)
        for index, (key, n, long, wall) in enumerate(
            zip(asked, sides.tolist(), free_by_side.sum(axis=1).tolist(), perimeter.tolist(), strict=True)
        )
    }


def open_edges(
    hall: Outline, key: str, booths: Mapping[str, Outline], solids: Sequence[Outline] = ()
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return the edges of one booth of which at least half lies on an aisle, as their ends in mm.

    Args:
        hall: outline of the hall.
        key: id of the booth.
        booths: outlines by id of the booth and what may stand about it.
        solids: outlines of walls and of whatever else nobody walks through.
    """
    sound = {one: outline for one, outline in booths.items() if not fault(outline)}
    if key not in sound:
        return []
    edges = edges_of([sound[key]])
    bodies = [*sound.values(), *(outline for outline in solids if not fault(outline))]
    depth = SERVICE_GAP + 1.0
    found = shadows(edges, [list(sound).index(key)], bodies, depth)
    if not fault(hall):
        found = seen(found, beyond(edges, hall, depth))
    free = edges.length - covered(found, len(edges.owner))
    kept = np.flatnonzero((free * 2 >= edges.length - _ROUNDING) & (edges.length > 0)).tolist()
    return [
        ((start[0], start[1]), (end[0], end[1]))
        for start, end in zip(edges.start[kept].tolist(), edges.end[kept].tolist(), strict=True)
    ]


def _partners(
    found: Shadows,
    edges: Edges,
    open_: "np.ndarray[tuple[int, int], np.dtype[np.bool_]]",
    length: Floats,
    booths: int,
) -> dict[int, int]:
    """Return for each booth with three open sides the one booth that closes the fourth, where there is just one."""
    owner = edges.owner[found.edge]
    way = edges.way[found.edge]
    at_back = (open_.sum(axis=1)[owner] == 3) & ~open_[owner, way]
    touching = at_back & (found.body >= 0) & (found.body < booths) & (found.near <= TOUCHING)
    shared: dict[tuple[int, int], float] = {}
    for index in np.flatnonzero(touching).tolist():
        key = int(owner[index]), int(found.body[index])
        shared[key] = shared.get(key, 0.0) + float(found.high[index] - found.low[index])
    partners = {}
    for (booth, other), long in shared.items():
        whole = float(length[booth][~open_[booth]].sum())
        if long >= whole - TOUCHING:
            partners[booth] = other
    return partners
