"""What booths have around them: who stands beside them, and how wide the way before them is."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from hallwright.geometry.adjoining import SERVICE_GAP
from hallwright.geometry.facing import Edges, Shadows, beyond, chosen, covered, edges_of, seen, shadows
from hallwright.geometry.outline import Outline, fault

REACH = 8000
"""mm of floor before a booth that are looked at; a way wider than that is open floor."""
_SHARED = 200
"""mm along which two booths must lie side by side to be neighbours; at a corner they only meet."""


def beside(
    booths: Mapping[str, Outline], *, only: Collection[str] | None = None, gap: int = SERVICE_GAP
) -> dict[str, frozenset[str]]:
    """Return the booths that stand beside booths, or back to back with them across a gap for cables.

    Args:
        booths: outlines by id; those that are not sound are left out.
        only: ids to answer for; None for all.
        gap: mm up to which a gap is for cables and no aisle.
    """
    sound = {key: outline for key, outline in booths.items() if not fault(outline)}
    asked = [key for key in (sound if only is None else only) if key in sound]
    if not asked:
        return {}
    ids, edges, found = _seen(sound, asked, (), gap + 1.0)
    wide = found.high - found.low >= _SHARED
    owner = edges.owner[found.edge]
    known: dict[str, set[str]] = {key: set() for key in asked}
    for index in np.flatnonzero(wide).tolist():
        known[asked[int(owner[index])]].add(ids[int(found.body[index])])
    return {key: frozenset(others) for key, others in known.items()}


def ways_before(
    hall: Outline,
    booths: Mapping[str, Outline],
    bodies: Sequence[Outline] = (),
    *,
    only: Collection[str] | None = None,
    gap: int = SERVICE_GAP,
    reach: int = REACH,
) -> dict[str, int | None]:
    """Return how wide the narrowest way before a booth's open sides is, mm; None where there is open floor or no way.

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
    _ids, edges, found = _seen(sound, asked, [one for one in bodies if not fault(one)], reach + 1.0)
    if not fault(hall):
        found = seen(found, beyond(edges, hall, reach + 1.0))
    shut = covered(chosen(found, found.near <= gap), len(edges.owner))
    # Along an edge of which at least half is free, as an open side is told.
    open_ = shut * 2 <= edges.length + 1
    way = (found.near > gap) & (found.near <= reach) & (found.high - found.low >= _SHARED) & open_[found.edge]
    narrowest = np.full(len(asked), np.inf)
    np.minimum.at(narrowest, edges.owner[found.edge[way]], found.near[way])
    return {key: None if np.isinf(near) else round(near) for key, near in zip(asked, narrowest.tolist(), strict=True)}


def _seen(
    sound: Mapping[str, Outline], asked: Sequence[str], bodies: Sequence[Outline], depth: float
) -> tuple[list[str], Edges, Shadows]:
    ids = list(sound)
    place = {key: index for index, key in enumerate(ids)}
    edges = edges_of([sound[key] for key in asked])
    return ids, edges, shadows(edges, [place[key] for key in asked], [*sound.values(), *bodies], depth)
