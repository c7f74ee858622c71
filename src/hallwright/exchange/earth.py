"""Degrees on the globe and metres on a hall's floor: a plane that touches the WGS 84 ellipsoid at one place.

No map projection: lengths along the parallel and the meridian of that place are true, and over the few hundred metres
of a venue nothing strays by more than some millimetres (250 m away at 45° north, 1 cm).
"""

import math
from typing import NamedTuple

_EQUATOR = 6_378_137.0
"""Half the longer axis of WGS 84, m."""
_FLATTENING = 1 / 298.257223563
_SQUARED = _FLATTENING * (2 - _FLATTENING)
"""Square of the ellipsoid's eccentricity."""

_POLE = 20.0
"""Beyond so many radii a point of EPSG:3857 is the pole; the map ends at π."""


class Earth(NamedTuple):
    """The plane that touches the globe at a longitude and a latitude, in degrees."""

    longitude: float
    latitude: float

    def to_floor(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return metres east and north of the place where the plane touches."""
        east, north = self._metres()
        return (longitude - self.longitude) * east, (latitude - self.latitude) * north

    def to_globe(self, east: float, north: float) -> tuple[float, float]:
        """Return longitude and latitude of a point so many metres away."""
        across, up = self._metres()
        return self.longitude + east / across, self.latitude + north / up

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
