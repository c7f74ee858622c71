"""Degrees on the globe and metres on a hall's floor: a plane that touches the WGS 84 ellipsoid at one place.

No map projection: lengths along the parallel and the meridian of that place are true, and over the few hundred metres
of a venue nothing strays by more than some millimetres (250 m away at 45° north, 1 cm).
"""

import math
from typing import NamedTuple

from hallwright.expo.bearings import turned

_EQUATOR = 6_378_137.0
"""Half the longer axis of WGS 84, m."""
_FLATTENING = 1 / 298.257223563
_SQUARED = _FLATTENING * (2 - _FLATTENING)
"""Square of the ellipsoid's eccentricity."""

_POLE = 20.0
"""Beyond so many radii a point of EPSG:3857 is the pole; the map ends at π."""


class Earth(NamedTuple):
    """The plane that touches the globe at a longitude and a latitude, in degrees.

    ``north`` is the bearing of the plan's upwards direction, tenths of a degree, as halls have it.
    """

    longitude: float
    latitude: float
    north: int = 0

    def to_floor(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return metres to the right and upwards on the plan from the place where the plane touches."""
        across, along = self._metres()
        return turned(-self.north, (longitude - self.longitude) * across, (latitude - self.latitude) * along)

    def to_globe(self, x: float, up: float) -> tuple[float, float]:
        """Return longitude and latitude of a point so many metres to the right and upwards on the plan."""
        across, along = self._metres()
        east, north = turned(self.north, x, up)
        return self.longitude + east / across, self.latitude + north / along

    def _metres(self) -> tuple[float, float]:
        """Return the metres of a degree along the parallel and along the meridian."""
        latitude = math.radians(self.latitude)
        bulge = 1 - _SQUARED * math.sin(latitude) ** 2
        across = _EQUATOR / math.sqrt(bulge)
        along = across * (1 - _SQUARED) / bulge
        return math.radians(across * math.cos(latitude)), math.radians(along)


def from_web_mercator(x: float, y: float) -> tuple[float, float]:
    """Return longitude and latitude of a point of EPSG:3857, whose metres are none away from the equator."""
    up = max(min(y / _EQUATOR, _POLE), -_POLE)
    return math.degrees(x / _EQUATOR), math.degrees(2 * math.atan(math.exp(up)) - math.pi / 2)
