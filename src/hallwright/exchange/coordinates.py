"""How the coordinates of a map lie: degrees of the globe or lengths on a plane, brought to metres of the floor."""

from collections.abc import Callable
from typing import Any, NamedTuple

from hallwright.exchange.earth import Earth, from_web_mercator
from hallwright.exchange.measures import FARTHEST
from hallwright.support.i18n import _

OWN = "hallwright"
"""Member of a collection in which the program tells itself how the coordinates lie."""
_SPAN = 0.2
"""Outlines that lie within so many units are degrees: 22 km, but no more than a hand's breadth as metres."""
_DEGREES = ("4326", "4490", "4258", "4269", "4979", "CRS84", "CRS84H")
_MERCATOR = ("3857", "900913", "102100")
Corner = Callable[[float, float], tuple[float, float]]


class Lie(NamedTuple):
    """How coordinates are to be read.

    Attributes:
        degrees: they are longitude and latitude, or lengths on a plane; None to see by themselves.
        down: y grows downwards, as on screens; of lengths only.
    """

    degrees: bool | None = None
    down: bool = False


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15


def corner_of(corner: Any) -> tuple[float, float] | None:
    """Return the first two numbers of a position, or None if it has none."""
    if isinstance(corner, list) and len(corner) >= 2 and _number(corner[0]) and _number(corner[1]):
        return float(corner[0]), float(corner[1])
    return None


class _Box(NamedTuple):
    left: float
    low: float
    right: float
    high: float

    @property
    def span(self) -> float:
        return max(self.right - self.left, self.high - self.low)

    @property
    def farthest(self) -> float:
        return max(map(abs, self))


def _box(rings: list[list[Any]], place: Corner) -> _Box:
    corners = [place(*known) for ring in rings for corner in ring if (known := corner_of(corner)) is not None]
    if not corners:
        return _Box(0.0, 0.0, 0.0, 0.0)
    xs, ys = zip(*corners, strict=True)
    return _Box(min(xs), min(ys), max(xs), max(ys))


def placed(
    document: dict[str, Any], rings: list[list[Any]], lie: Lie, millimetres: float
) -> tuple[Corner, str, list[str]]:
    """Return what brings a corner to metres of the floor, how corners were read, and what to say about it."""
    own = document.get(OWN)
    if lie == Lie() and isinstance(own, dict) and (known := _own(own)) is not None:
        return known
    code = _system(document)
    mercator = code in _MERCATOR and lie.degrees is None
    box = _box(rings, from_web_mercator if mercator else lambda x, y: (x, y))
    degrees = lie.degrees
    if degrees is None and code:
        degrees = mercator or code in _DEGREES
    if degrees is None:
        degrees = box.span <= _SPAN and abs(box.left) <= 180 and abs(box.high) <= 90 and box.span > 0
    if degrees:
        middle = Earth((box.left + box.right) / 2, max(min((box.low + box.high) / 2, 89.0), -89.0))
        left, top = middle.to_floor(box.left, box.high)

        def from_globe(x: float, y: float) -> tuple[float, float]:
            east, north = middle.to_floor(*(from_web_mercator(x, y) if mercator else (x, y)))
            return east - left, top - north

        note = _(
            "The coordinates are degrees: laid on a plane that touches the globe at {latitude:.5f}°, {longitude:.5f}°. "
            "North is up, and the upper left corner of all outlines lies at 0, 0."
        ).format(latitude=middle.latitude, longitude=middle.longitude)
        return from_globe, "degrees", [note]
    unit = millimetres / 1000
    # Map coordinates count from a place far away; those of a plan may count from the hall's own corner.
    stays = lie.down and box.farthest * unit * 1000 < FARTHEST
    left, top = (0.0, 0.0) if stays else (box.left, box.low if lie.down else box.high)
    sign = 1 if lie.down else -1

    def from_plane(x: float, y: float) -> tuple[float, float]:
        return (x - left) * unit, sign * (y - top) * unit

    way = _("y grows downwards") if lie.down else _("y grows upwards")
    note = _("The coordinates are lengths on a plane, not degrees; {way}.").format(way=way)
    if not stays:
        note += " " + _("The upper left corner of all outlines lies at 0, 0.")
    return from_plane, "plane", [note]


def _own(own: dict[str, Any]) -> tuple[Corner, str, list[str]] | None:
    """Return how a file of this program is read: its outlines lie where they lay."""
    if own.get("coordinates") == "metres" and own.get("y") == "up":
        return (lambda x, y: (x, -y)), "plane", []
    origin = corner_of(own.get("origin"))
    if own.get("coordinates") == "degrees" and origin is not None and abs(origin[1]) <= 89:
        up = own.get("up", 0)
        earth = Earth(*origin, round(up * 10) if _number(up) else 0)

        def from_globe(x: float, y: float) -> tuple[float, float]:
            east, north = earth.to_floor(x, y)
            return east, -north

        return from_globe, "degrees", []
    return None


def _system(document: dict[str, Any]) -> str:
    """Return the code of the coordinate system that older GeoJSON names, or an empty text."""
    crs = document.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return name.rpartition(":")[2].strip().upper() if isinstance(name, str) else ""
