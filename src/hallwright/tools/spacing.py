"""Distances that a box may be brought to: the aisles of the rule profile, and gaps that its neighbours have."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hallwright.drawing.primitives import Floats
from hallwright.expo.lengths import length_text
from hallwright.geometry.outline import Box
from hallwright.geometry.units import Unit
from hallwright.rules.profile import profile_named
from hallwright.tools.tool import Guide, Scene, Sign
from hallwright.tools.vicinity import NEAR

_LEAST = 50
"""Booths nearer to each other (mm) stand wall to wall; that is no gap to repeat."""
_SIDES = (("l", "r"), ("t", "b"))


@dataclass(frozen=True, slots=True)
class Gap:
    """Free floor along an axis: from where to where, and in the middle of what both sides share; mm."""

    start: float
    end: float
    at: float

    @property
    def width(self) -> float:
        """Its length."""
        return self.end - self.start


def aisles(scene: Scene) -> tuple[int, ...]:
    """Return the widths of aisle and main aisle that the rule profile asks for, in mm."""
    # A profile is a file that may be edited: looked for once a second, not at each move of the mouse.
    return _aisles(scene.show.event.profile, int(time.monotonic()))


@lru_cache(maxsize=4)
def _aisles(name: str, _second: int) -> tuple[int, ...]:
    profile = profile_named(name)
    return tuple(width for width in (profile.mm("aisle_mm"), profile.mm("main_aisle_mm")) if width)


class Spacing:
    """The bodies that face a box along one axis, the free floor on both its sides and between them."""

    def __init__(self, bodies: Floats, box: Box, axis: int) -> None:
        across = 1 - axis
        self._axis = axis
        self._low, self._high = box[axis], box[axis + 2]
        self._span = box[across], box[across + 2]
        facing = bodies[(bodies[:, across] < self._span[1]) & (bodies[:, across + 2] > self._span[0])]
        # Along the axis, and then what each takes of the other.
        self._facing = facing[:, [axis, axis + 2, across, across + 2]]
        starts, ends = self._facing[:, 0], self._facing[:, 1]
        before, after = ends <= self._low, starts >= self._high
        # Where a body reaches into the box from outside, there is no free floor on that side.
        into_low = (starts < self._low) & (ends > self._low)
        into_high = (starts < self._high) & (ends > self._high)
        self._before = float(ends[before].max()) if before.any() and not into_low.any() else None
        self._after = float(starts[after].min()) if after.any() and not into_high.any() else None

    def widths(self) -> Floats:
        """Return the widths of the gaps between neighbours in line with the box, but for that in which it is itself."""
        starts, ends = self._gaps()
        widths: Floats = ends - starts
        return widths

    def shifts(self, widths: Floats, edges: str) -> tuple[Floats, Floats]:
        """Return by how much to shift so that a width lies beside the box, and so that it stands in the middle.

        Args:
            widths: distances that are sought.
            edges: which edges of the box may move, of l, t, r and b.
        """
        low, high = self._moving(edges)
        beside = []
        middle = np.empty(0)
        if low and self._before is not None:
            beside.append(self._before + widths - self._low)
        if high and self._after is not None:
            beside.append(self._after - widths - self._high)
        if low and high and self._before is not None and self._after is not None and self._high > self._low:
            middle = np.array([(self._before + self._after - self._low - self._high) / 2])
        return np.concatenate(beside) if beside else np.empty(0), middle

    def guides(self, widths: tuple[int, ...], edges: str, unit: Unit) -> tuple[Guide, ...]:
        """Return dimension lines for the gaps beside the box that are one of some widths, or that there are more of.

        Args:
            widths: those that the rule profile asks for.
            edges: which edges of the box may move; the gaps at the others are as they were.
            unit: in which lengths are told.
        """
        beside = list(self._beside(edges))
        alike = len(beside) == 2 and abs(beside[0].width - beside[1].width) <= 1 and beside[0].width > _LEAST
        starts, ends = self._gaps()
        shown: list[Gap] = []
        for gap in beside:
            same = np.flatnonzero(np.abs(ends - starts - gap.width) < 1)
            if gap.width > _LEAST and (len(same) or alike or round(gap.width) in widths):
                shown.append(gap)
                if len(same):
                    shown.append(self._gap(float(starts[same[0]]), float(ends[same[0]])))
        return tuple(dimension(gap, unit, self._axis, Sign.SPACING) for gap in dict.fromkeys(shown))

    def _gaps(self) -> tuple[Floats, Floats]:
        if len(self._facing) < 2:
            return np.empty(0), np.empty(0)
        rows = self._facing[np.argsort(self._facing[:, 0], kind="stable")]
        starts, ends = np.maximum.accumulate(rows[:-1, 1]), rows[1:, 0]
        widths = ends - starts
        some = (widths > _LEAST) & (widths <= NEAR) & ((starts > self._low) | (ends < self._high))
        return starts[some], ends[some]

    def _moving(self, edges: str) -> tuple[bool, bool]:
        low, high = _SIDES[self._axis]
        return low in edges, high in edges

    def _beside(self, edges: str) -> Iterator[Gap]:
        low, high = self._moving(edges)
        if low and self._before is not None:
            yield self._gap(self._before, self._low)
        if high and self._after is not None:
            yield self._gap(self._high, self._after)

    def _gap(self, start: float, end: float) -> Gap:
        """Return a gap with its place: where box and neighbours have a common stretch, near the box."""
        low, high = float(self._span[0]), float(self._span[1])
        for mask in (self._facing[:, 1] == start, self._facing[:, 0] == end):
            low, high = _shared(self._facing[mask], low, high)
        return Gap(start, end, (low + high) / 2)


def _shared(rows: Floats, low: float, high: float) -> tuple[float, float]:
    """Return what the longest common stretch of rows and a span is; the span itself if there is none."""
    if not len(rows):
        return low, high
    lows, highs = np.maximum(rows[:, 2], low), np.minimum(rows[:, 3], high)
    k = int((highs - lows).argmax())
    return (float(lows[k]), float(highs[k])) if highs[k] >= lows[k] else (low, high)


def dimension(gap: Gap, unit: Unit, axis: int, sign: Sign) -> Guide:
    """Return the dimension line of a gap along an axis."""
    text = length_text(round(gap.width), unit)
    if axis:
        return Guide(gap.at, gap.start, gap.at, gap.end, sign, text)
    return Guide(gap.start, gap.at, gap.end, gap.at, sign, text)
