"""What stands around something that is being drawn or moved, as columns: a look costs a fraction of a millisecond."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from hallwright.drawing.primitives import Floats
from hallwright.expo.space import SOLID, FixtureKind
from hallwright.geometry.boxes import Mask, boxed
from hallwright.geometry.outline import Box, Outline, Point, bounds, is_box, rectangle
from hallwright.tools.tool import Scene

NEAR = 12_000
"""Only what is this near (mm) lends its edges, or every pixel of a big hall would snap."""
_BUILT = SOLID - {FixtureKind.NO_BUILD}
_NONE: Floats = np.empty((0, 4))


@dataclass(frozen=True, slots=True, eq=False)
class Vicinity:
    """Boxes are (n, 4) left, top, right, bottom; sides (n, 4) x1, y1, x2, y2; all in mm of the hall.

    Attributes:
        boxes: of all that lends lines: booths, fixtures, zones, the hall, its walls, what is seen of the storey
            beneath, further corners.
        bodies: which of the boxes end an aisle: booths, what is built, level and upright walls.
        centred: which of the boxes lend centre lines.
        lasting: which of the boxes lend lines however far they are: the hall, its walls, further corners.
        upright: boxes of the booths and fixtures that are upright rectangles.
        walls: sides of the hall's outline.
        slants: sides that are neither level nor upright.
    """

    boxes: Floats
    bodies: Mask
    centred: Mask
    lasting: Mask
    upright: Floats
    walls: Floats
    slants: Floats

    def within(self, box: Box) -> "Vicinity":
        """Return what of it lends lines to a box."""
        left, top, right, bottom = box.grown(NEAR)
        rows = self.boxes
        near = (rows[:, 0] <= right) & (rows[:, 1] <= bottom) & (rows[:, 2] >= left) & (rows[:, 3] >= top)
        near |= self.lasting
        if near.all():
            return self
        return replace(self, boxes=rows[near], bodies=self.bodies[near], centred=self.centred[near])


def look(
    scene: Scene, box: Box, moving: frozenset[str] = frozenset(), own: Iterable[Point] = (), reach: int = 0
) -> Vicinity:
    """Return what stands around a box.

    Args:
        scene: the plan.
        box: what is being drawn or moved.
        moving: ids of booths, zones, fixtures or a hall that do not count.
        own: further corners that lend their lines, such as those of an outline of which one corner is held.
        reach: how much farther than ``NEAR`` to look, in mm.
    """
    show, columns = scene.show, scene.columns
    near = box.grown(NEAR + reach)
    rows = columns.boxes
    mask = (
        (rows[:, 0] <= near.right) & (rows[:, 1] <= near.bottom) & (rows[:, 2] >= near.left) & (rows[:, 3] >= near.top)
    )
    mask[[columns.slots[key] for key in moving if key in columns.slots]] = False
    slots = np.flatnonzero(mask)
    rings = columns.rings.keys() & set(slots.tolist()) if columns.rings else frozenset()
    booths = rows[slots]
    straight = booths if not rings else booths[~np.isin(slots, list(rings))]
    slants = [_sides(columns.rings[slot]) for slot in rings]

    floor = rectangle(near.left, near.top, near.width, near.height)
    found = show.fixtures.near([floor], 0) if show.fixtures else []
    fixtures = [row for row in found if row.hall == scene.hall and row.id not in moving]
    built = [row.outline for row in fixtures if row.kind in _BUILT]
    loose = [row.outline for row in fixtures if row.kind not in _BUILT]
    slants += [_sides(np.asarray(row.outline, dtype=float)) for row in fixtures if not is_box(row.outline)]

    zones = [row.outline for row in show.zones.where("hall", scene.hall) if row.id not in moving]
    corners = [(corner,) for corner in own]
    hall = show.halls.get(scene.hall)
    walls, thin = _walls(hall.outline) if hall is not None and hall.id not in moving else (_NONE, ())
    whole = [bounds(hall.outline)] if hall is not None and len(walls) else []
    others = _boxes([*built, *loose, *zones, *corners])
    lent, leaning = _lent(scene.beneath)
    counts = len(booths) + len(built), len(loose) + len(zones), len(corners), len(whole), len(thin), len(lent)
    return Vicinity(
        boxes=np.concatenate([booths, others, np.array([*whole, *thin], dtype=float).reshape(-1, 4), lent]),
        bodies=np.repeat([True, False, False, False, True, False], counts),
        centred=np.repeat([True, True, False, True, False, True], counts),
        lasting=np.repeat([False, False, True, True, True, False], counts),
        upright=np.concatenate([straight, _boxes([row.outline for row in fixtures if is_box(row.outline)])]),
        walls=walls,
        slants=_slanting([walls, *slants, leaning]),
    )


@lru_cache(maxsize=64)
def _walls(outline: Outline) -> tuple[Floats, tuple[tuple[float, ...], ...]]:
    """Return the sides of a hall, and those that are level or upright as boxes without thickness."""
    sides = _sides(np.asarray(outline, dtype=float))
    straight = sides[(sides[:, 0] == sides[:, 2]) | (sides[:, 1] == sides[:, 3])]
    low, high = np.minimum(straight[:, :2], straight[:, 2:]), np.maximum(straight[:, :2], straight[:, 2:])
    return sides, tuple(map(tuple, np.concatenate([low, high], axis=1).tolist()))


@lru_cache(maxsize=8)
def _lent(beneath: tuple[Outline, ...]) -> tuple[Floats, Floats]:
    """Return boxes and slanting sides of what is seen of the storey beneath; of angled outlines their sides, too."""
    angled = [ring for ring in beneath if not is_box(ring)]
    thin = np.array([side for ring in angled for side in _walls(ring)[1]], dtype=float).reshape(-1, 4)
    slants = _slanting([_sides(np.asarray(ring, dtype=float)) for ring in angled]) if angled else _NONE
    return np.concatenate([_boxes(beneath), thin]), slants


def _boxes(outlines: Sequence[Outline]) -> Floats:
    return boxed(outlines).astype(float) if outlines else _NONE


def _sides(ring: Floats) -> Floats:
    return np.concatenate([ring, np.roll(ring, -1, axis=0)], axis=1)


def _slanting(parts: list[Floats]) -> Floats:
    sides = np.concatenate(parts)
    found: Floats = sides[(sides[:, 0] != sides[:, 2]) & (sides[:, 1] != sides[:, 3])]
    return found
