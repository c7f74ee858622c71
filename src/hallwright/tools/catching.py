"""Catch corners and edges exactly, where a grid would be in the way: for measuring and cutting."""

import math
from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from hallwright.drawing.primitives import Floats
from hallwright.geometry.boxes import boxed
from hallwright.geometry.outline import Outline, Point
from hallwright.tools.tool import Pointer, Scene

REACH = 9
"""How near the pointer must come to a corner or an edge, in screen pixels."""


def catch(scene: Scene, at: Pointer) -> Point:
    """Return the corner within reach, else the nearest point of an edge within reach, else the pointer itself.

    Corners win over edges, since a corner lies on two. Alt, or snapping switched off, catches nothing.
    """
    here = round(at.x), round(at.y)
    if at.alt or not scene.snap:
        return here
    reach = REACH * at.pixel
    best_corner, best_edge = (reach, here), (reach, here)
    for outline in _near(scene, at, reach):
        ring = np.asarray(outline, dtype=float)
        ends = np.roll(ring, -1, axis=0)
        pointer = np.array([at.x, at.y])
        gaps = np.hypot(*(ring - pointer).T)
        k = int(gaps.argmin())
        if gaps[k] < best_corner[0]:
            best_corner = float(gaps[k]), outline[k]
        along = ends - ring
        squares = np.maximum((along**2).sum(axis=1), 1.0)
        shares = np.clip(((pointer - ring) * along).sum(axis=1) / squares, 0.0, 1.0)
        feet = ring + along * shares[:, None]
        gaps = np.hypot(*(feet - pointer).T)
        k = int(gaps.argmin())
        if gaps[k] < best_edge[0]:
            best_edge = float(gaps[k]), (round(float(feet[k, 0])), round(float(feet[k, 1])))
    if best_corner[0] < reach:
        return best_corner[1]
    return best_edge[1]


def catch_corner(scene: Scene, at: Pointer, *, beside: str = "") -> Point | None:
    """Return the nearest corner of a booth, a fixture, a zone, the hall or what lies beneath within reach, or None.

    Args:
        scene: what stands around.
        at: where the pointer is; Alt, or snapping switched off, catches nothing.
        beside: id of what is being drawn anew, whose own corners do not count.
    """
    if at.alt or not scene.snap:
        return None
    reach = REACH * at.pixel
    show = scene.show
    ids = scene.columns.touching(at.x - reach, at.y - reach, at.x + reach, at.y + reach)
    rings = [show.booths[key].outline for key in ids]
    rings += [row.outline for row in show.fixtures.where("hall", scene.hall) if row.id != beside]
    rings += [row.outline for row in show.zones.where("hall", scene.hall) if row.id != beside]
    if scene.hall in show.halls and scene.hall != beside:
        rings.append(show.halls[scene.hall].outline)
    rings += _lent(scene, at, reach)
    return nearest_corner(rings, at)


def nearest_corner(rings: Iterable[Outline], at: Pointer) -> Point | None:
    """Return the nearest corner of some outlines within reach of the pointer, or None."""
    reach = REACH * at.pixel
    corners = [corner for ring in rings for corner in ring if _within(corner, at, reach)]
    return min(corners, key=lambda corner: math.dist(corner, (at.x, at.y)), default=None)


def _within(corner: Point, at: Pointer, reach: float) -> bool:
    return abs(corner[0] - at.x) <= reach and abs(corner[1] - at.y) <= reach


def _near(scene: Scene, at: Pointer, reach: float) -> list[Outline]:
    show = scene.show
    ids = scene.columns.touching(at.x - reach, at.y - reach, at.x + reach, at.y + reach)
    found = [show.booths[key].outline for key in ids]
    found += [fixture.outline for fixture in show.fixtures.where("hall", scene.hall) if fixture.outline]
    found += _lent(scene, at, reach)
    hall = show.halls.get(scene.hall)
    return [*found, hall.outline] if hall is not None else found


def _lent(scene: Scene, at: Pointer, reach: float) -> list[Outline]:
    """Return what is seen of the storey beneath about the pointer; there may be hundreds of columns."""
    if not scene.beneath:
        return []
    boxes = _boxes(scene.beneath)
    low, high = (at.x + reach, at.y + reach), (at.x - reach, at.y - reach)
    near = (boxes[:, :2] <= low).all(axis=1) & (boxes[:, 2:] >= high).all(axis=1)
    return [scene.beneath[k] for k in np.flatnonzero(near).tolist()]


@lru_cache(maxsize=8)
def _boxes(rings: tuple[Outline, ...]) -> Floats:
    return boxed(rings).astype(float)
