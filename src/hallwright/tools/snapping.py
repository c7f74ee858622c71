"""Snapping to the edges of neighbours, to the hall and to the grid."""

from dataclasses import dataclass

import numpy as np

from hallwright.drawing.primitives import Floats
from hallwright.geometry.outline import Box, bounds
from hallwright.tools.tool import Guide, Pointer, Scene

REACH = 8
"""How near an edge must come to snap, in screen pixels."""
VICINITY = 12_000
"""Only booths this near (mm) lend their edges, or every pixel of a big hall would snap."""


@dataclass(frozen=True, slots=True)
class Snap:
    """How far to shift, in mm, and the guides that say why."""

    dx: int
    dy: int
    guides: tuple[Guide, ...] = ()


def _neighbours(scene: Scene, box: Box, moving: frozenset[str]) -> Floats:
    near = box.grown(VICINITY)
    ids = [key for key in scene.columns.touching(*near) if key not in moving]
    boxes = scene.columns.boxes[[scene.columns.slots[key] for key in ids]]
    hall = np.array([bounds(scene.show.halls[scene.hall].outline)], dtype=float)
    return np.concatenate([boxes, hall])


def _nearest(edges: tuple[int, ...], lines: Floats, reach: float) -> tuple[int, int] | None:
    """Return (shift, line) for the edge that lies nearest to a line, or None if none is within reach."""
    if not len(lines):
        return None
    gaps = lines[None, :] - np.asarray(edges, dtype=float)[:, None]
    index = int(np.abs(gaps).argmin())
    gap = float(gaps.flat[index])
    if abs(gap) > reach:
        return None
    return round(gap), round(float(lines[index % len(lines)]))


def _to_grid(value: int, grid: int) -> int:
    return round(value / grid) * grid - value


def snap_box(
    scene: Scene, box: Box, pixel: float, moving: frozenset[str] = frozenset(), *, edges: str = "ltrb"
) -> Snap:
    """Return the shift that brings a box to its neighbours' edges, or else to the grid.

    Args:
        scene: what stands around.
        box: the box as the pointer would have it.
        pixel: millimetres a screen pixel covers.
        moving: ids that do not count as neighbours.
        edges: which edges of the box may snap, of l, t, r and b.
    """
    if not scene.snap:
        return Snap(0, 0)
    boxes = _neighbours(scene, box, moving)
    reach = REACH * pixel
    upright = tuple(v for e, v in (("l", box.left), ("r", box.right)) if e in edges)
    level = tuple(v for e, v in (("t", box.top), ("b", box.bottom)) if e in edges)
    across = _nearest(upright, np.concatenate([boxes[:, 0], boxes[:, 2]]), reach) if upright else None
    down = _nearest(level, np.concatenate([boxes[:, 1], boxes[:, 3]]), reach) if level else None
    dx = across[0] if across else (_to_grid(upright[0], scene.grid) if upright else 0)
    dy = down[0] if down else (_to_grid(level[0], scene.grid) if level else 0)
    guides = []
    shifted = Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)
    if across:
        line = across[1]
        on = boxes[(boxes[:, 0] == line) | (boxes[:, 2] == line)]
        top = min([shifted.top, *on[:, 1].tolist()])
        bottom = max([shifted.bottom, *on[:, 3].tolist()])
        guides.append(Guide(line, top, line, bottom))
    if down:
        line = down[1]
        on = boxes[(boxes[:, 1] == line) | (boxes[:, 3] == line)]
        left = min([shifted.left, *on[:, 0].tolist()])
        right = max([shifted.right, *on[:, 2].tolist()])
        guides.append(Guide(left, line, right, line))
    return Snap(dx, dy, tuple(guides))


def snap_point(
    scene: Scene, x: float, y: float, pixel: float, moving: frozenset[str] = frozenset()
) -> tuple[int, int, tuple[Guide, ...]]:
    """Return a point brought to a neighbour's edge or the grid, and the guides."""
    px, py = round(x), round(y)
    snap = snap_box(scene, Box(px, py, px, py), pixel, moving, edges="lt")
    return px + snap.dx, py + snap.dy, snap.guides


def snap_pointer(scene: Scene, at: Pointer) -> tuple[int, int, tuple[Guide, ...]]:
    """Return the pointer's point as ``snap_point`` does, or just as it is while Alt is held."""
    if at.alt:
        return round(at.x), round(at.y), ()
    return snap_point(scene, at.x, at.y, at.pixel)
