"""Underlays: the venue's own drawing, laid beneath a hall to draw over."""

import math
from dataclasses import dataclass
from enum import StrEnum

from hallwright.expo.row import Row
from hallwright.geometry.outline import Outline, tidy


class Media(StrEnum):
    """What an underlay consists of."""

    VECTOR = "vector"
    RASTER = "raster"


@dataclass(frozen=True, slots=True, kw_only=True)
class Underlay(Row):
    """A drawing or picture beneath the plan; seen on the screen, never printed.

    Its own coordinates are *steps* of a fine grid for lines and pixels for pictures, from its upper left corner on.

    Attributes:
        asset: SHA-256 of the content, under which the store keeps it.
        width, height: extent in steps or pixels.
        scale: millimetres of floor that one step or pixel covers.
        x, y: where its upper left corner lies in the hall, mm.
        angle: degrees by which it is turned about that corner, clockwise on screen.
        dim: how far it is faded, in percent; 100 cannot be seen.
        locked: it cannot be moved by accident.
        hidden: names of the layers that are off.
    """

    hall: str
    name: str
    asset: str
    media: Media
    width: int
    height: int
    scale: float
    x: int = 0
    y: int = 0
    angle: float = 0.0
    dim: int = 50
    locked: bool = False
    hidden: tuple[str, ...] = ()

    @property
    def outline(self) -> Outline:
        """Its four corners in the hall, from the upper left one on clockwise."""
        corners = ((0, 0), (self.width, 0), (self.width, self.height), (0, self.height))
        return tidy(self.to_hall(x, y) for x, y in corners)

    def to_hall(self, x: float, y: float) -> tuple[float, float]:
        """Return the millimetre over a point of the underlay."""
        cosine, sine = self._turn()
        return self.x + (x * cosine - y * sine) * self.scale, self.y + (x * sine + y * cosine) * self.scale

    def to_own(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the underlay under a millimetre."""
        cosine, sine = self._turn()
        dx, dy = (x - self.x) / self.scale, (y - self.y) / self.scale
        return dx * cosine + dy * sine, dy * cosine - dx * sine

    def covers(self, x: float, y: float) -> bool:
        """Say whether a millimetre lies on it."""
        own = self.to_own(x, y)
        return 0 <= own[0] <= self.width and 0 <= own[1] <= self.height

    def _turn(self) -> tuple[float, float]:
        angle = math.radians(self.angle)
        return math.cos(angle), math.sin(angle)
