"""The north arrow: a ring with a slender needle, half of it dark, and a letter at its point."""

import math

import numpy as np

from hallwright.drawing.primitives import Anchor, Item, Text
from hallwright.drawing.symbols import disc, shapes
from hallwright.drawing.wording import pair

_RING = 0.62
"""Radius of the ring as a part of the whole arrow's reach."""
_LETTER = 0.36
"""Size of the letter, likewise; it stands upright wherever north is."""
_HALF = math.radians(17)


def north_arrow(north: int, x: float, y: float, reach: float, lang: str) -> list[Item]:
    """Return the arrow.

    Args:
        north: bearing of the plan's upwards direction, tenths of a degree: north lies as much to the left of up.
        x: middle of the ring, mm on the page.
        y: middle of the ring.
        reach: how far letter and ring go from there.
        lang: of the letter.
    """
    angle = math.radians(-north / 10)
    radius = _RING * reach

    def at(turn: float, far: float) -> tuple[float, float]:
        return x + far * math.sin(angle + turn), y - far * math.cos(angle + turn)

    tip, notch = at(0.0, radius), at(math.pi, 0.62 * radius)
    left, right = at(math.pi + _HALF, radius), at(math.pi - _HALF, radius)
    size = _LETTER * reach
    letter = at(0.0, reach - size / 2)
    return [
        shapes("north", [np.asarray(disc(x, y, radius, 48))]),
        shapes("north.light", [np.array([tip, right, notch])]),
        shapes("north.dark", [np.array([tip, notch, left])]),
        Text("text", pair("north")[lang == "zh"], letter[0], letter[1] + 0.36 * size, size, Anchor.MIDDLE, True),
    ]
