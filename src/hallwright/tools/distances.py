"""How far what is being drawn or moved is from its surroundings: at most one distance on each of its four sides."""

import math
from collections.abc import Collection, Iterator

import numpy as np

from hallwright.drawing.primitives import Floats
from hallwright.geometry.boxes import boxed
from hallwright.geometry.outline import Box, Outline
from hallwright.rules.finding import Finding
from hallwright.tools.spacing import Gap, dimension
from hallwright.tools.tool import Guide, Scene, Sign
from hallwright.tools.vicinity import NEAR, look

_MOST = 40_000
"""Pairs of a moving and a standing box that are compared at each move of the mouse; of more, all count as one."""


def distances(
    scene: Scene,
    outlines: Collection[Outline],
    moving: frozenset[str],
    guides: tuple[Guide, ...] = (),
    measured: Collection[Finding] = (),
) -> tuple[Guide, ...]:
    """Return guides, and with them the distance to the nearest neighbour or wall on each side, none above 12 m.

    Args:
        scene: what stands around.
        outlines: what is drawn or moved, as it would be.
        moving: ids that do not count as neighbours.
        guides: what snapping told; a distance that is among them is not told again.
        measured: what rules measured; it is drawn in their colour, and not told here.
    """
    if not outlines:
        return guides
    parts = boxed(list(outlines)).astype(float)
    (left, top), (right, bottom) = parts[:, :2].min(axis=0), parts[:, 2:].max(axis=0)
    box = Box(int(left), int(top), int(right), int(bottom))
    around = look(scene, box, moving)
    if len(parts) * len(around.upright) > _MOST:
        parts = np.array([box], dtype=float)
    sides = np.concatenate([around.walls, around.slants])
    alarming = {_stretch(*one, *other) for one, other in (f.line for f in measured if f.line is not None)}
    guides = tuple(g for g in guides if not (g.text and _stretch(g.x1, g.y1, g.x2, g.y2) in alarming))
    told = alarming | {_stretch(g.x1, g.y1, g.x2, g.y2) for g in guides if g.text}
    found = [
        dimension(gap, scene.unit, axis, Sign.DISTANCE)
        for axis in (0, 1)
        for gap in _nearest(parts, around.upright, sides, box, axis)
        if (axis, gap.start, gap.end) not in told
    ]
    return (*guides, *found)


def _stretch(x1: float, y1: float, x2: float, y2: float) -> tuple[int, float, float]:
    """Return along which axis a dimension line runs, from where to where; wherever it lies across."""
    return (1, min(y1, y2), max(y1, y2)) if x1 == x2 else (0, min(x1, x2), max(x1, x2))


def _nearest(parts: Floats, standing: Floats, sides: Floats, box: Box, axis: int) -> Iterator[Gap]:
    """Yield the narrowest gap on both sides along an axis, unless something adjoins or nothing is near."""
    across = 1 - axis
    middle = (box[across] + box[across + 2]) / 2
    low = np.maximum(parts[:, across, None], standing[None, :, across])
    high = np.minimum(parts[:, across + 2, None], standing[None, :, across + 2])
    facing = high > low
    for forward in (False, True):
        if forward:
            widths = standing[None, :, axis] - parts[:, axis + 2, None]
        else:
            widths = parts[:, axis, None] - standing[None, :, axis + 2]
        edge = parts[:, axis + 2 if forward else axis, None]
        if (facing & (standing[None, :, axis] < edge) & (standing[None, :, axis + 2] > edge)).any():
            # Something reaches into it from outside: on this side there is no free floor.
            continue
        widths = np.where(facing & (widths >= 0), widths, np.inf)
        least = float(widths.min(initial=np.inf))
        gap = _to_side(parts, sides, box, axis, forward)
        if math.isfinite(least) and (gap is None or least <= gap.width):
            part, other = np.nonzero(widths == least)
            mids = (low[part, other] + high[part, other]) / 2
            # Of a row of neighbours at the same distance, the one in the middle.
            k = int(np.abs(mids - middle).argmin())
            start = parts[part[k], axis + 2] if forward else standing[other[k], axis + 2]
            gap = Gap(float(start), float(start) + least, float(mids[k]))
        if gap is not None and 0.5 < gap.width <= NEAR:
            yield gap


def _to_side(parts: Floats, sides: Floats, box: Box, axis: int, forward: bool) -> Gap | None:
    """Return the gap to the nearest side of an outline, straight ahead from the middle of what is moved."""
    across = 1 - axis
    middle = (box[across] + box[across + 2]) / 2
    here = parts[(parts[:, across] <= middle) & (parts[:, across + 2] >= middle)]
    if not len(here):
        return None
    start = float(here[:, axis + 2].max()) if forward else float(here[:, axis].min())
    one, two = sides[:, across], sides[:, across + 2]
    met = sides[(np.minimum(one, two) <= middle) & (np.maximum(one, two) >= middle) & (one != two)]
    if not len(met):
        return None
    share = (middle - met[:, across]) / (met[:, across + 2] - met[:, across])
    at = met[:, axis] + share * (met[:, axis + 2] - met[:, axis])
    ahead = at[at >= start] if forward else at[at <= start]
    if not len(ahead):
        return None
    end = float(ahead.min()) if forward else float(ahead.max())
    return Gap(start, end, middle) if forward else Gap(end, start, middle)
