"""Pictograms as vectors: a coloured tile and white figures, the same on screen and in print."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from hallwright.drawing.primitives import Floats, Shapes
from hallwright.expo.space import DROPS, FixtureKind

Ring = Sequence[tuple[float, float]]


def disc(x: float, y: float, radius: float, corners: int = 20) -> list[tuple[float, float]]:
    """Return a circle as a ring."""
    step = math.tau / corners
    return [(x + radius * math.cos(k * step), y + radius * math.sin(k * step)) for k in range(corners)]


def bar(x1: float, y1: float, x2: float, y2: float, thick: float) -> list[tuple[float, float]]:
    """Return a stroke from point to point as a ring."""
    length = math.hypot(x2 - x1, y2 - y1)
    dx, dy = (y2 - y1) / length * thick / 2, (x1 - x2) / length * thick / 2
    return [(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)]


def box(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    """Return an upright rectangle as a ring."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def arc(x: float, y: float, radius: float, start: float, end: float, thick: float) -> list[tuple[float, float]]:
    """Return a stroke along part of a circle as a ring; angles in degrees, clockwise from the right."""
    turns = np.radians(np.linspace(start, end, 13)).tolist()
    outer = [(x + (radius + thick / 2) * math.cos(t), y + (radius + thick / 2) * math.sin(t)) for t in turns]
    inner = [(x + (radius - thick / 2) * math.cos(t), y + (radius - thick / 2) * math.sin(t)) for t in turns]
    return outer + inner[::-1]


_ARROW: Ring = [(0.0, 0.34), (0.3, 0.02), (0.11, 0.02), (0.11, -0.34), (-0.11, -0.34), (-0.11, 0.02), (-0.3, 0.02)]

_RUNNER: Sequence[Ring] = [
    disc(0.1, -0.31, 0.085),
    bar(0.06, -0.2, -0.04, 0.08, 0.15),
    bar(0.05, -0.17, 0.2, -0.04, 0.075),
    bar(0.2, -0.04, 0.31, -0.1, 0.07),
    bar(0.03, -0.18, -0.14, -0.15, 0.075),
    bar(-0.14, -0.15, -0.21, -0.02, 0.07),
    bar(-0.02, 0.05, 0.15, 0.15, 0.09),
    bar(0.15, 0.13, 0.1, 0.37, 0.085),
    bar(-0.05, 0.04, -0.12, 0.22, 0.09),
    bar(-0.11, 0.21, -0.32, 0.25, 0.085),
]

# Figures on a tile of side 1 about (0, 0), y downwards: white ones, then parts cut out of them again.
_FIGURES: Mapping[FixtureKind, tuple[Sequence[Ring], Sequence[Ring]]] = {
    FixtureKind.ENTRANCE: ([_ARROW], []),
    FixtureKind.EXIT: ([_ARROW], []),
    FixtureKind.FIRE_EXIT: (_RUNNER, []),
    FixtureKind.HYDRANT: (
        [disc(-0.04, -0.06, 0.29, 28), bar(0.2, -0.02, 0.2, 0.36, 0.09), bar(0.14, 0.33, 0.3, 0.33, 0.08)],
        [disc(-0.04, -0.06, 0.19, 28)],
    ),
    FixtureKind.EXTINGUISHER: (
        [
            box(-0.13, -0.12, 0.15, 0.38),
            [(-0.13, -0.12), (-0.05, -0.22), (0.07, -0.22), (0.15, -0.12)],
            box(-0.03, -0.3, 0.05, -0.2),
            bar(-0.08, -0.32, 0.2, -0.38, 0.07),
            bar(0.0, -0.28, -0.22, -0.2, 0.055),
            bar(-0.22, -0.22, -0.26, 0.08, 0.055),
        ],
        [],
    ),
    FixtureKind.PANEL: (
        [[(0.1, -0.38), (-0.22, 0.06), (-0.02, 0.06), (-0.1, 0.38), (0.22, -0.08), (0.02, -0.08)]],
        [],
    ),
    FixtureKind.POWER: (
        [
            box(-0.17, -0.36, -0.08, -0.12),
            box(0.08, -0.36, 0.17, -0.12),
            box(-0.26, -0.13, 0.26, 0.0),
            [(0.26 * math.cos(math.pi * k / 12), 0.26 * math.sin(math.pi * k / 12)) for k in range(13)],
            box(-0.05, 0.2, 0.05, 0.4),
        ],
        [],
    ),
    FixtureKind.WATER: (
        [
            # From the tip down both sides of the drop to where they touch its round end.
            [(0.0, -0.4), (0.22, 0.01), (-0.22, 0.01)],
            disc(0.0, 0.12, 0.247, 28),
        ],
        [arc(0.0, 0.12, 0.13, 20, 95, 0.05)],
    ),
    FixtureKind.DATA: (
        [
            box(-0.12, -0.36, 0.12, -0.14),
            box(-0.03, -0.15, 0.03, 0.04),
            box(-0.22, -0.02, 0.22, 0.04),
            box(-0.22, 0.0, -0.16, 0.12),
            box(0.16, 0.0, 0.22, 0.12),
            box(-0.31, 0.1, -0.07, 0.32),
            box(0.07, 0.1, 0.31, 0.32),
        ],
        [],
    ),
    FixtureKind.AIR: (
        [
            bar(-0.36, -0.08, 0.1, -0.08, 0.085),
            arc(0.1, -0.2, 0.12, 90, -150, 0.085),
            bar(-0.3, 0.08, 0.22, 0.08, 0.085),
            arc(0.22, -0.02, 0.1, 90, -120, 0.085),
            bar(-0.24, 0.24, 0.04, 0.24, 0.085),
            arc(0.04, 0.16, 0.0801, 90, 88, 0.085),
        ],
        [],
    ),
    FixtureKind.OFFICE: (
        [box(-0.36, -0.3, 0.36, 0.14), box(-0.05, 0.13, 0.05, 0.27), box(-0.2, 0.26, 0.2, 0.34)],
        [box(-0.28, -0.22, 0.28, 0.06)],
    ),
    FixtureKind.STORAGE: (
        [box(-0.37, -0.32, 0.37, -0.16), box(-0.32, -0.12, 0.32, 0.34)],
        [box(-0.12, -0.03, 0.12, 0.05)],
    ),
    FixtureKind.INFORMATION: (
        [
            disc(0.0, -0.28, 0.085),
            box(-0.13, -0.12, 0.07, -0.03),
            box(-0.07, -0.12, 0.07, 0.28),
            box(-0.15, 0.25, 0.15, 0.34),
        ],
        [],
    ),
    FixtureKind.FIRST_AID: ([box(-0.1, -0.34, 0.1, 0.34), box(-0.34, -0.1, 0.34, 0.1)], []),
    FixtureKind.TOILET: (
        [
            disc(-0.2, -0.29, 0.08),
            box(-0.29, -0.18, -0.11, 0.1),
            box(-0.27, 0.1, -0.21, 0.37),
            box(-0.19, 0.1, -0.13, 0.37),
            bar(0.0, -0.36, 0.0, 0.37, 0.03),
            disc(0.2, -0.29, 0.08),
            [(0.14, -0.18), (0.26, -0.18), (0.34, 0.14), (0.06, 0.14)],
            box(0.13, 0.14, 0.19, 0.37),
            box(0.21, 0.14, 0.27, 0.37),
        ],
        [],
    ),
    FixtureKind.CLOAKROOM: (
        [
            bar(0.0, -0.14, -0.36, 0.16, 0.07),
            bar(0.0, -0.14, 0.36, 0.16, 0.07),
            bar(-0.37, 0.16, 0.37, 0.16, 0.08),
            bar(0.0, -0.12, 0.0, -0.24, 0.07),
            bar(0.0, -0.22, 0.08, -0.31, 0.07),
        ],
        [],
    ),
    FixtureKind.CATERING: (
        [
            [(-0.28, -0.12), (0.18, -0.12), (0.13, 0.2), (-0.23, 0.2)],
            disc(0.2, 0.0, 0.13),
            box(-0.34, 0.25, 0.26, 0.32),
            bar(-0.14, -0.2, -0.1, -0.36, 0.05),
            bar(0.02, -0.2, 0.06, -0.36, 0.05),
        ],
        [disc(0.215, 0.0, 0.065)],
    ),
    FixtureKind.REGISTRATION: (
        [
            disc(0.0, -0.24, 0.1),
            [(-0.17, 0.06), (-0.12, -0.1), (0.12, -0.1), (0.17, 0.06)],
            box(-0.36, 0.1, 0.36, 0.32),
        ],
        [],
    ),
}

TILED = frozenset(_FIGURES)
"""Kinds that have a pictogram."""


def shapes(role: str, rings: Sequence[Floats]) -> Shapes:
    """Return rings of any form as one batch without ids."""
    boxes = np.array([[*ring.min(axis=0), *ring.max(axis=0)] for ring in rings]).reshape(-1, 4)
    return Shapes(role, ("",) * len(rings), boxes, dict(enumerate(rings)))


def placed(ring: Ring, x: float, y: float, side: float, turn: tuple[float, float] = (0.0, 1.0)) -> Floats:
    """Return a ring of the unit tile at a place and size; ``turn`` is where the tile's downward axis points."""
    points = np.asarray(ring, dtype=float)
    dx, dy = turn
    across = np.array([[dy, -dx], [dx, dy]])
    found: Floats = points @ across * side + np.array([x, y])
    return found


def pictogram(
    kind: FixtureKind, x: float, y: float, side: float, turn: tuple[float, float] = (0.0, 1.0)
) -> list[Shapes]:
    """Return a pictogram's tile and figures; the tile of a drop is round, so that it is told from what is to be seen
    by everybody.

    Args:
        kind: one of ``TILED``.
        x: middle of the tile.
        y: middle of the tile.
        side: side of the tile.
        turn: direction in which an arrow points; other figures stay upright.
    """
    role = f"fixture.{kind}"
    figures, holes = _FIGURES[kind]
    turned = turn if figures[0] is _ARROW else (0.0, 1.0)
    half = side / 2
    if kind in DROPS:
        found = [shapes(f"{role}.tile", [placed(disc(0.0, 0.0, 0.5, 28), x, y, side)])]
    else:
        found = [Shapes.box(f"{role}.tile", x - half, y - half, x + half, y + half)]
    found.append(shapes("fixture.symbol", [placed(ring, x, y, side, turned) for ring in figures]))
    if holes:
        found.append(shapes(f"{role}.tile", [placed(ring, x, y, side, turned) for ring in holes]))
    return found
