"""What booths have around them: who stands beside them, and how wide the way before them is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hallwright.geometry.adjoining import SERVICE_GAP
from hallwright.geometry.facing import Edges, Shadows, beyond, chosen, covered, edges_of, seen, shadows
from hallwright.geometry.outline import Outline, fault

REACH = 8000
"""mm of floor before a booth that are looked at; a way wider than that is open floor."""
_SHARED = 200
"""mm along which two booths must lie side by side to be neighbours; at a corner they only meet."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What one booth has around it.

    Attributes:
        beside: booths that stand beside it, or back to back with it across a gap for cables.
        way: mm that the narrowest way before its open sides is wide; None where there is open floor, or no open side.
    """

    beside: frozenset[str]
    way: int | None


def surroundings(
    hall: Outline,
    booths: Mapping[str, Outline],
    bodies: Sequence[Outline] = (),
    *,
    only: Collection[str] | None = None,
    gap: int = SERVICE_GAP,
    reach: int = REACH,
) -> dict[str, Surroundings]:
    """Return what booths have around them, by id.

    Args:
        hall: outline of the hall, whose walls end a way.
        booths: outlines by id; those that are not sound are left out.
        bodies: whatever else ends a way.
        only: ids to answer for; None for all.
        gap: mm up to which a gap is for cables and no way.
        reach: mm up to which is looked.
    """
    sound = {key: outline for key, outline in booths.items() if not fault(outline)}
    asked = [key for key in (sound if only is None else only) if key in sound]
    if not asked:
        return {}
    ids = list(sound)
    place = {key: index for index, key in enumerate(ids)}
    edges = edges_of([sound[key] for key in asked])
    things = [*sound.values(), *(one for one in bodies if not fault(one))]
    found = shadows(edges, [place[key] for key in asked], things, reach + 1.0)
    close = (found.near <= gap) & (found.high - found.low >= _SHARED) & (found.body < len(ids))
    beside: list[set[str]] = [set() for _ in asked]
    for owner, body in zip(edges.owner[found.edge[close]].tolist(), found.body[close].tolist(), strict=True):
        beside[owner].add(ids[body])
    ways = _ways(hall, edges, found, len(asked), gap, reach)
    return {key: Surroundings(frozenset(others), way) for key, others, way in zip(asked, beside, ways, strict=True)}


def _ways(hall: Outline, edges: Edges, found: Shadows, count: int, gap: int, reach: int) -> list[int | None]:
    if not fault(hall):
        found = seen(found, beyond(edges, hall, reach + 1.0))
    shut = covered(chosen(found, found.near <= gap), len(edges.owner))
    # Along an edge of which at least half is free, as an open side is told.
    open_ = shut * 2 <= edges.length + 1
    way = (found.near > gap) & (found.near <= reach) & (found.high - found.low >= _SHARED) & open_[found.edge]
    narrowest = np.full(count, np.inf)
    np.minimum.at(narrowest, edges.owner[found.edge[way]], found.near[way])
    return [None if np.isinf(near) else round(near) for near in narrowest.tolist()]
