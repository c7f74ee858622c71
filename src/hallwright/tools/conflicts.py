"""Which booths a gesture would make overlap, fast enough for every mouse move."""

import numpy as np

from hallwright.geometry.outline import Box, Outline, bounds, bounds_of, fault, is_box
from hallwright.geometry.overlap import overlaps
from hallwright.rules.overlap import LIMIT
from hallwright.tools.tool import Scene


def conflicts(scene: Scene, outlines: dict[str, Outline]) -> frozenset[str]:
    """Return the ids, moving and standing, that would share more floor than the overlap rule allows.

    Args:
        scene: the booths that stand; those named in ``outlines`` count as moved.
        outlines: outlines as they would be, by id.
    """
    clashing: set[str] = set()
    whole = bounds_of(outlines.values())
    if whole is None:
        return frozenset()
    # One look at all booths for the whole group; each of the group then looks at the few that stand there.
    near = [key for key in scene.columns.touching(*whole) if key not in outlines]
    boxes = scene.columns.boxes[[scene.columns.slots[key] for key in near]]
    for key, outline in outlines.items():
        if fault(outline):
            continue
        box = bounds(outline)
        upright = is_box(outline)
        shared = (
            (boxes[:, 0] < box.right) & (boxes[:, 1] < box.bottom) & (boxes[:, 2] > box.left) & (boxes[:, 3] > box.top)
        )
        for place in np.flatnonzero(shared).tolist():
            other = near[place]
            standing = scene.show.booths[other]
            if standing.draft:
                continue
            if upright and is_box(standing.outline):
                clash = _shared(box, bounds(standing.outline)) > LIMIT
            else:
                clash = bool(overlaps({key: outline, other: standing.outline}, LIMIT))
            if clash:
                clashing |= {key, other}
    return frozenset(clashing)


def _shared(one: Box, two: Box) -> int:
    width = min(one.right, two.right) - max(one.left, two.left)
    height = min(one.bottom, two.bottom) - max(one.top, two.top)
    return width * height if width > 0 and height > 0 else 0
