"""Snapping: to edges and centre lines of what stands around, to aisle widths, to slanting walls, else to the grid.

What is nearer wins; at the same distance edges come before centres, and centres before distances. The grid serves
where nothing is within reach.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from hallwright.drawing.primitives import Floats
from hallwright.geometry.outline import Box, Point
from hallwright.tools.spacing import Spacing, aisles
from hallwright.tools.tool import Guide, Pointer, Scene, Sign
from hallwright.tools.vicinity import Vicinity, look

REACH = 8
"""How near something must come to snap, in screen pixels."""
ALL = "ltrb"
_ROUNDS = 4
"""A shift may bring other things near; after so many shifts without rest, the box stays where it is."""
_SIDES = (("l", "r"), ("t", "b"))


@dataclass(frozen=True, slots=True)
class Snap:
    """How far to shift, in mm, and the guides that say why."""

    dx: int
    dy: int
    guides: tuple[Guide, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ask:
    """What does not change from round to round."""

    scene: Scene
    edges: str
    reach: float
    widths: tuple[int, ...]


def snap_box(
    scene: Scene,
    box: Box,
    pixel: float,
    moving: frozenset[str] = frozenset(),
    *,
    edges: str = ALL,
    own: Iterable[Point] = (),
) -> Snap:
    """Return the shift that brings a box to what stands around, or else to the grid.

    No side moves farther than the reach and half a grid's width, and what has snapped stays where it is if asked
    again.

    Args:
        scene: what stands around.
        box: the box as the pointer would have it.
        pixel: millimetres a screen pixel covers.
        moving: ids that do not count as neighbours.
        edges: which edges of the box may move, of l, t, r and b.
        own: corners of its own outline that lend their lines.
    """
    if not scene.snap:
        return Snap(0, 0)
    ask = _Ask(scene, edges, REACH * pixel, aisles(scene))
    dx = dy = 0
    most = ask.reach + scene.grid / 2
    seen = look(scene, box, moving, own, math.ceil(most))
    for _ in range(_ROUNDS):
        there = _shifted(box, dx, dy, edges)
        around = seen.within(there)
        x, y = _step(ask, around, there)
        if not x and not y:
            return Snap(dx, dy, _guides(ask, around, there))
        dx, dy = dx + x, dy + y
        if max(abs(dx), abs(dy)) > most:
            break
    return Snap(0, 0)


def snap_point(
    scene: Scene,
    x: float,
    y: float,
    pixel: float,
    moving: frozenset[str] = frozenset(),
    *,
    own: Iterable[Point] = (),
) -> tuple[int, int, tuple[Guide, ...]]:
    """Return a point brought to what stands around or to the grid, and the guides."""
    px, py = round(x), round(y)
    snap = snap_box(scene, Box(px, py, px, py), pixel, moving, own=own)
    return px + snap.dx, py + snap.dy, snap.guides


def snap_pointer(scene: Scene, at: Pointer) -> tuple[int, int, tuple[Guide, ...]]:
    """Return the pointer's point as ``snap_point`` does, or just as it is while Alt is held."""
    if at.alt:
        return round(at.x), round(at.y), ()
    return snap_point(scene, at.x, at.y, at.pixel)


def snap_corner(
    scene: Scene, fixed: Point, at: Pointer, moving: frozenset[str] = frozenset()
) -> tuple[int, int, tuple[Guide, ...]]:
    """Return the corner of a rectangle that is drawn from a fixed corner to the pointer, and the guides.

    Unlike a mere point, its sides are brought to aisle widths on the side to which they move.
    """
    x, y = round(at.x), round(at.y)
    if at.alt:
        return x, y, ()
    box = Box(min(fixed[0], x), min(fixed[1], y), max(fixed[0], x), max(fixed[1], y))
    edges = ("r" if x >= fixed[0] else "l") + ("b" if y >= fixed[1] else "t")
    snap = snap_box(scene, box, at.pixel, moving, edges=edges)
    return x + snap.dx, y + snap.dy, snap.guides


def _shifted(box: Box, dx: int, dy: int, edges: str) -> Box:
    return Box(
        box.left + dx * ("l" in edges),
        box.top + dy * ("t" in edges),
        box.right + dx * ("r" in edges),
        box.bottom + dy * ("b" in edges),
    )


def _features(box: Box, axis: int, edges: str) -> list[int]:
    low, high = _SIDES[axis]
    return [value for side, value in ((low, box[axis]), (high, box[axis + 2])) if side in edges]


def _middle(box: Box, axis: int, edges: str) -> float | None:
    """Return the middle of a box along an axis if all of it moves, else None."""
    return (box[axis] + box[axis + 2]) / 2 if all(side in edges for side in _SIDES[axis]) else None


def _step(ask: _Ask, around: Vicinity, box: Box) -> tuple[int, int]:
    """Return one shift towards what is nearest on each axis."""
    x, y = (_along(ask, around, box, axis) for axis in (0, 1))
    to_x, to_y = (_to_grid(_features(box, axis, ask.edges), ask.scene.grid) for axis in (0, 1))
    if (x is None or y is None) and len(around.slants):
        x, y = _onto_slant(ask, around.slants, box, (x, to_x), (y, to_y))
    return to_x if x is None else x, to_y if y is None else y


def _along(ask: _Ask, around: Vicinity, box: Box, axis: int) -> int | None:
    """Return the shift along an axis to the nearest line or width within reach, or None."""
    features, middle = _features(box, axis, ask.edges), _middle(box, axis, ask.edges)
    if not features:
        return None
    rows = around.boxes
    spacing = Spacing(rows[around.bodies], box, axis)
    beside, between = spacing.shifts(np.concatenate([ask.widths, spacing.widths()]), ask.edges)
    lines = rows[:, axis::2].ravel()
    offers = [np.concatenate([lines - feature for feature in features])]
    if middle is not None:
        some = rows[around.centred]
        offers.append(np.concatenate([(some[:, axis] + some[:, axis + 2]) / 2 - middle, between]))
    else:
        offers.append(np.empty(0))
    offers.append(beside)
    best: tuple[int, int, int] | None = None
    for rank, gaps in enumerate(offers):
        if not len(gaps):
            continue
        gap = float(gaps[int(np.abs(gaps).argmin())])
        found = (abs(round(gap)), rank, round(gap))
        if abs(gap) <= ask.reach and (best is None or found < best):
            best = found
    return None if best is None else best[2]


def _to_grid(features: list[int], grid: int) -> int:
    return round(features[0] / grid) * grid - features[0] if features else 0


def _onto_slant(
    ask: _Ask, slants: Floats, box: Box, x: tuple[int | None, int], y: tuple[int | None, int]
) -> tuple[int | None, int | None]:
    """Bring the foremost corner onto the nearest slanting side: along x if that is steep, or if y is taken.

    Args:
        ask: what is asked.
        slants: the sides.
        box: as it is.
        x: by how much it would shift along x to something within reach, or None, and to the grid.
        y: the same along y.
    """
    corners = _corners(box, ask.edges)
    run = slants[:, 2:] - slants[:, :2]
    normals = np.stack([-run[:, 1], run[:, 0]], axis=1) / np.hypot(run[:, 0], run[:, 1])[:, None]
    steep = np.abs(normals[:, 0]) >= np.abs(normals[:, 1])
    shift = [near if near is not None else grid for near, grid in (x, y)]
    best: tuple[float, int, int] | None = None
    for k, (x1, y1, x2, y2) in enumerate(slants.tolist()):
        # One axis leads, the other follows onto the side: the corner then lies on both.
        axis = 1 if x[0] is not None else 0 if y[0] is not None else 0 if steep[k] else 1
        led = corners + np.array([0, shift[1]] if axis == 0 else [shift[0], 0])
        heights = (led - slants[k, :2]) @ normals[k]
        for corner in {int(heights.argmax()), int(heights.argmin())}:
            way = -float(heights[corner] / normals[k, axis])
            foot = led[corner].tolist()
            foot[axis] += way
            on = min(x1, x2) - 1 <= foot[0] <= max(x1, x2) + 1 and min(y1, y2) - 1 <= foot[1] <= max(y1, y2) + 1
            if on and abs(way) <= ask.reach and (best is None or abs(way) < best[0]):
                best = abs(way), axis, round(way)
    if best is None:
        return x[0], y[0]
    return (best[2], y[0]) if best[1] == 0 else (x[0], best[2])


def _corners(box: Box, edges: str) -> Floats:
    """Return the corners of a box of which both sides may move, (n, 2)."""
    return np.array([(x, y) for x in _features(box, 0, edges) for y in _features(box, 1, edges)], dtype=float)


def _guides(ask: _Ask, around: Vicinity, box: Box) -> tuple[Guide, ...]:
    """Return what a box is aligned with, now that it has come to rest."""
    guides: list[Guide] = []
    rows = around.boxes
    for axis in (0, 1):
        found = []
        for value in dict.fromkeys(_features(box, axis, ask.edges)):
            on = (rows[:, axis] == value) | (rows[:, axis + 2] == value)
            if on.any():
                found.append(_line(axis, value, rows[on], box, Sign.EDGE))
        middle = _middle(box, axis, ask.edges)
        if not found and middle is not None:
            on = around.centred & (np.abs((rows[:, axis] + rows[:, axis + 2]) / 2 - middle) <= 0.5)
            if on.any():
                found = [_line(axis, middle, rows[on], box, Sign.CENTRE)]
        if not found:
            found = list(Spacing(rows[around.bodies], box, axis).guides(ask.widths, ask.edges, ask.scene.unit))
        guides += found
    if len(around.slants):
        guides += _slant_guides(around.slants, _corners(box, ask.edges))
    return tuple(dict.fromkeys(guides))


def _slant_guides(slants: Floats, corners: Floats) -> list[Guide]:
    """Return the slanting sides on which a corner lies."""
    run = slants[:, 2:] - slants[:, :2]
    long = np.hypot(run[:, 0], run[:, 1])
    found = []
    for corner in corners:
        to = corner - slants[:, :2]
        away = np.abs(run[:, 0] * to[:, 1] - run[:, 1] * to[:, 0]) / long
        along = (to * run).sum(axis=1) / long
        on = (away < 0.75) & (along > -1) & (along < long + 1)
        found += [Guide(*slants[k].tolist()) for k in np.flatnonzero(on).tolist()]
    return found


def _line(axis: int, value: float, on: Floats, box: Box, sign: Sign) -> Guide:
    """Return the line across an axis from the box to all that lies on it."""
    across = 1 - axis
    low, high = min(float(on[:, across].min()), box[across]), max(float(on[:, across + 2].max()), box[across + 2])
    return Guide(low, value, high, value, sign) if axis else Guide(value, low, value, high, sign)
