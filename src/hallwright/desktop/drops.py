"""The drops of a hall on the canvas: those in view, as symbols or from afar as dots."""

import numpy as np

from hallwright.drawing.primitives import Drawing
from hallwright.drawing.supplies import SIDE, centres, drops_of, supplies
from hallwright.expo.show import Show

READABLE = 9.0
"""A symbol smaller than this many pixels is a dot."""


class Drops:
    """Where the drops of one hall are, gathered once."""

    def __init__(self, show: Show, hall: str) -> None:
        self._rows = drops_of(show, hall)
        self._centres = centres(self._rows)

    def within(self, left: float, top: float, right: float, bottom: float, scale: float) -> Drawing:
        """Return what is to be drawn of a part of the hall (mm) at a zoom (pixels a millimetre)."""
        if not self._rows:
            return ()
        low, high = np.array([left, top]) - SIDE / 2, np.array([right, bottom]) + SIDE / 2
        some = np.flatnonzero(((self._centres >= low) & (self._centres <= high)).all(axis=1)).tolist()
        return supplies([self._rows[k] for k in some], figures=SIDE * scale >= READABLE)
