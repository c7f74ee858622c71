"""What every view of one hall goes by, worked out once: an atlas of twenty sheets asks for it twenty times."""

from functools import cached_property

import numpy as np

from hallwright.drawing.columns import BoothColumns
from hallwright.drawing.primitives import Floats, Shapes
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Zone
from hallwright.geometry.outline import Box, bounds, centre, contains


class WholeHall:
    """The booths of a hall and where they lie.

    Attributes:
        booths: those with an outline, in the table's order.
        columns: the same as columns; their slots are the places in ``booths``.
    """

    def __init__(self, show: Show, hall: str) -> None:
        self._show, self._hall = show, hall
        self.columns = BoothColumns.of(show, hall)
        self.booths = [show.booths[key] for key in self.columns.ids]

    @cached_property
    def _middles(self) -> Floats:
        boxes = self.columns.boxes
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        for slot in self.columns.rings:
            middles[slot] = centre(self.booths[slot].outline)
        return middles

    @cached_property
    def taken(self) -> Floats:
        """Boxes of all that stands on the floor, (n, 4) mm: where no zone's name can be."""
        fixtures = self._show.fixtures.where("hall", self._hall)
        boxes = np.array([bounds(row.outline) for row in fixtures], dtype=float).reshape(-1, 4)
        return np.concatenate([self.columns.boxes, boxes])

    @cached_property
    def shapes(self) -> list[Shapes]:
        """The booths by role, as staff see them."""
        return self.columns.shapes()

    def within(self, box: Box) -> list[Booth]:
        """Return the booths whose middle lies in a rectangle, its edge included."""
        x, y = self._middles.T
        inside = (x >= box.left) & (x <= box.right) & (y >= box.top) & (y <= box.bottom)
        return [self.booths[slot] for slot in np.flatnonzero(inside).tolist()]

    def in_zone(self, zone: Zone) -> list[Booth]:
        """Return the booths whose middle lies in a zone."""
        return [b for b in self.within(bounds(zone.outline)) if contains(zone.outline, *centre(b.outline))]
