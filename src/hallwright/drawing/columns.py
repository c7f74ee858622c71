"""The booths of one hall as columns, so that 20,000 of them are picked and painted by the handful."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hallwright.drawing.primitives import Floats, Shapes
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus
from hallwright.geometry.outline import contains, is_box

ROLES = (*(f"booth.{status}" for status in BoothStatus), "booth.draft")

_STATUS_ROLE = {status: ROLES.index(f"booth.{status}") for status in BoothStatus}


def role_of(booth: Booth) -> str:
    """Return the role under which a booth is painted."""
    return "booth.draft" if booth.draft else f"booth.{booth.status}"


Mask = npt.NDArray[np.bool_]


class Banded(NamedTuple):
    """The booths in a rubber band, and by which slots they were found."""

    columns: "BoothColumns"
    mask: Mask
    ids: frozenset[str]


@dataclass(eq=False)
class BoothColumns:
    """Columns over the booths of a hall; a moved booth rewrites its own slot only.

    Attributes:
        ids: id in each slot; an empty text marks a slot whose booth is gone.
        boxes: (n, 4) left, top, right, bottom in mm; NaN in an empty slot, so that no comparison meets it.
        roles: index into ``ROLES``.
        rings: corners of booths that are not upright rectangles, by slot.
    """

    hall: str
    ids: list[str]
    boxes: Floats
    roles: "np.ndarray[tuple[int], np.dtype[np.int8]]"
    rings: dict[int, Floats] = field(default_factory=dict)
    slots: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, show: Show, hall: str) -> "BoothColumns":
        """Build the columns of one hall."""
        booths = [booth for booth in show.booths.where("hall", hall) if booth.outline]
        columns = cls(hall, [], np.empty((len(booths), 4)), np.zeros(len(booths), dtype=np.int8))
        columns.ids = [booth.id for booth in booths]
        columns.slots = {booth.id: slot for slot, booth in enumerate(booths)}
        # Most booths are upright rectangles, told by opposite corners: taken in together, the others one by one.
        plain = [slot for slot, booth in enumerate(booths) if is_box(booth.outline)]
        if plain:
            corners = np.array([booths[slot].outline[::2] for slot in plain], dtype=float)
            columns.boxes[plain, :2], columns.boxes[plain, 2:] = corners.min(axis=1), corners.max(axis=1)
            columns.roles[plain] = [_STATUS_ROLE[booths[slot].status] for slot in plain]
        for slot in sorted(set(range(len(booths))).difference(plain)):
            columns._set(slot, booths[slot])
        return columns

    def update(self, show: Show, ids: Iterable[str]) -> None:
        """Bring the slots of some booths up to date with a show; ids of other halls are taken out."""
        fresh: list[Booth] = []
        for key in ids:
            booth = show.booths.get(key)
            here = booth is not None and booth.hall == self.hall and bool(booth.outline)
            if booth is not None and here and key in self.slots:
                self._set(self.slots[key], booth)
            elif booth is not None and here:
                fresh.append(booth)
            elif key in self.slots:
                slot = self.slots.pop(key)
                self.ids[slot] = ""
                self.boxes[slot] = np.nan
                self.rings.pop(slot, None)
        if fresh:
            start = len(self.ids)
            self.boxes = np.concatenate([self.boxes, np.empty((len(fresh), 4))])
            self.roles = np.concatenate([self.roles, np.zeros(len(fresh), dtype=np.int8)])
            for slot, booth in enumerate(fresh, start):
                self.ids.append(booth.id)
                self.slots[booth.id] = slot
                self._set(slot, booth)

    def _set(self, slot: int, booth: Booth) -> None:
        outline = booth.outline
        xs = [x for x, _ in outline]
        ys = [y for _, y in outline]
        self.boxes[slot] = min(xs), min(ys), max(xs), max(ys)
        self.roles[slot] = ROLES.index(role_of(booth))
        if is_box(outline):
            self.rings.pop(slot, None)
        else:
            self.rings[slot] = np.asarray(outline, dtype=float)

    def shapes(self, without: frozenset[str] = frozenset()) -> list[Shapes]:
        """Return the booths grouped by role, leaving out some ids (those that are being dragged)."""
        keep = ~np.isnan(self.boxes[:, 0])
        for key in without:
            if key in self.slots:
                keep[self.slots[key]] = False
        found = []
        for index, role in enumerate(ROLES):
            slots = np.flatnonzero(keep & (self.roles == index))
            if len(slots):
                rings = {k: self.rings[s] for k, s in enumerate(slots.tolist()) if s in self.rings}
                found.append(Shapes(role, tuple(self.ids[s] for s in slots.tolist()), self.boxes[slots], rings))
        return found

    def within(self, left: float, top: float, right: float, bottom: float) -> list[str]:
        """Return the booths that lie wholly inside a rectangle."""
        box = self.boxes
        mask = (box[:, 0] >= left) & (box[:, 1] >= top) & (box[:, 2] <= right) & (box[:, 3] <= bottom)
        return [self.ids[slot] for slot in np.flatnonzero(mask).tolist()]

    def touching(self, left: float, top: float, right: float, bottom: float) -> list[str]:
        """Return the booths whose box shares a point with a rectangle."""
        mask = self._touching(left, top, right, bottom)
        # A few are looked up, a crowd is sieved.
        if np.count_nonzero(mask) * 8 < len(mask):
            return [self.ids[slot] for slot in np.flatnonzero(mask).tolist()]
        return list(compress(self.ids, mask.tolist()))

    def _touching(self, left: float, top: float, right: float, bottom: float) -> Mask:
        box = self.boxes
        return (box[:, 0] <= right) & (box[:, 1] <= bottom) & (box[:, 2] >= left) & (box[:, 3] >= top)

    def banded(self, band: tuple[float, float, float, float], before: "Banded | None" = None) -> "Banded":
        """Return the booths that a rectangle touches, found from those it touched a moment ago.

        A band over 20,000 booths grows by a few at each step: most of what it holds is handed on, not gathered anew.
        """
        mask = self._touching(*band)
        if before is None or before.columns is not self or len(before.mask) != len(mask):
            return Banded(self, mask, frozenset(compress(self.ids, mask.tolist())))
        changed = np.flatnonzero(mask != before.mask).tolist()
        if not changed:
            return before
        came = [self.ids[slot] for slot in changed if mask[slot]]
        left = [self.ids[slot] for slot in changed if not mask[slot]]
        ids = before.ids.union(came) if came else before.ids
        return Banded(self, mask, ids.difference(left) if left else ids)

    def at(self, x: float, y: float) -> str | None:
        """Return the topmost booth at a point; a draft is found by its box, since its inside is undefined."""
        box = self.boxes
        mask = (box[:, 0] <= x) & (box[:, 1] <= y) & (box[:, 2] >= x) & (box[:, 3] >= y)
        draft = ROLES.index("booth.draft")
        # Painted by role, so the topmost is the last of the highest role.
        slots = sorted(np.flatnonzero(mask).tolist(), key=lambda slot: (self.roles[slot], slot), reverse=True)
        for slot in slots:
            ring = self.rings.get(slot)
            if ring is None or self.roles[slot] == draft or contains(tuple(map(tuple, ring.tolist())), x, y):
                return self.ids[slot]
        return None
