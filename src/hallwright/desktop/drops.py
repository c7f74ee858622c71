"""The drops of a hall on the canvas: those in view, as symbols or from afar as dots."""

from collections.abc import Iterable

import numpy as np

from hallwright.drawing.primitives import Drawing, Floats
from hallwright.drawing.supplies import SIDE, centres, drops_of, supplies
from hallwright.editing.change import Edit
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Fixture
from hallwright.geometry.outline import bounds

READABLE = 9.0
"""A symbol smaller than this many pixels is a dot."""


def readable(scale: float) -> bool:
    """Say whether symbols are more than dots at a zoom (pixels a millimetre)."""
    return SIDE * scale >= READABLE


def only_drops(edits: Iterable[Edit]) -> bool:
    """Say whether all fixtures among the rows of a change are drops, which no part of the floor is drawn from."""
    rows = [row for edit in edits for row in edit if isinstance(row, Fixture)]
    return bool(rows) and all(row.kind in DROPS for row in rows)


def place_of(drop: Fixture) -> tuple[float, float, float, float]:
    """Return the box that the symbol of a drop takes, mm."""
    x, y = bounds(drop.outline).centre
    return x - SIDE / 2, y - SIDE / 2, x + SIDE / 2, y + SIDE / 2


class Drops:
    """Where the drops of one hall are, gathered once; a moved one renews its own place only."""

    def __init__(self, show: Show, hall: str) -> None:
        self._hall = hall
        self._rows: list[Fixture | None] = [*drops_of(show, hall)]
        self._slots = {row.id: slot for slot, row in enumerate(self._rows) if row is not None}
        self._centres: Floats = centres(row for row in self._rows if row is not None)

    def update(self, edits: Iterable[Edit]) -> None:
        """Take in the drops of a change."""
        fresh: list[Fixture] = []
        for edit in edits:
            if not isinstance(edit.row, Fixture):
                continue
            now, slot = edit.after, self._slots.get(edit.row.id)
            here = isinstance(now, Fixture) and now.hall == self._hall and now.kind in DROPS
            if slot is not None:
                self._rows[slot] = now if isinstance(now, Fixture) and here else None
                self._centres[slot] = bounds(now.outline).centre if isinstance(now, Fixture) and here else np.nan
                if not here:
                    del self._slots[edit.row.id]
            elif isinstance(now, Fixture) and here:
                fresh.append(now)
        if fresh:
            self._slots |= {row.id: slot for slot, row in enumerate(fresh, len(self._rows))}
            self._rows += fresh
            self._centres = np.vstack([self._centres, centres(fresh)])

    def within(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        scale: float,
        hidden: frozenset[str] = frozenset(),
    ) -> Drawing:
        """Return what is to be drawn of a part of the hall (mm) at a zoom (pixels a millimetre), without some ids."""
        if not self._slots:
            return ()
        low, high = np.array([left, top]) - SIDE / 2, np.array([right, bottom]) + SIDE / 2
        some = np.flatnonzero(((self._centres >= low) & (self._centres <= high)).all(axis=1)).tolist()
        rows = [row for row in (self._rows[k] for k in some) if row is not None and row.id not in hidden]
        return supplies(rows, figures=readable(scale))
