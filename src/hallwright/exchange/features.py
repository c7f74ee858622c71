"""Booths written as GeoJSON: in metres as they lie in their hall, or in degrees where the hall stands on the globe."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hallwright.exchange.coordinates import OWN
from hallwright.exchange.earth import Earth
from hallwright.exchange.listing import Cell, booth_row
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.geometry.outline import Outline, Point

_NAMES = ("number", "hall", "zone", "open_sides", "construction", "status", "exhibitor", "area_m2")


def write_features(show: Show, booths: Sequence[Booth], path: Path, earth: Earth | None = None) -> int:
    """Write booths as a FeatureCollection, one to a line, and return their number.

    Args:
        show: the expo.
        booths: the booths.
        path: the file.
        earth: where the origin of the hall's coordinates, its upper left corner as a rule, stands on the globe: then
            the file holds degrees as RFC 7946 has them, turned as north lies. Without it, metres with y upwards; a
            member ``hallwright`` says which, so that the program reads its own files as they were.
    """
    lie: Mapping[str, Any] = (
        {"coordinates": "metres", "y": "up"}
        if earth is None
        else {"coordinates": "degrees", "origin": [earth.longitude, earth.latitude], "up": earth.north / 10}
    )
    head = {"type": "FeatureCollection", "name": show.event.name, OWN: lie}
    text = json.dumps(head, ensure_ascii=False)[:-1] + ', "features": ['
    lines = [json.dumps(_feature(show, booth, earth), ensure_ascii=False) for booth in booths]
    path.write_text(text + "\n" + ",\n".join(lines) + "\n]}\n", encoding="utf-8", newline="\n")
    return len(booths)


def _feature(show: Show, booth: Booth, earth: Earth | None) -> dict[str, Any]:
    row = booth_row(show, booth)
    named: dict[str, Cell] = dict(zip(_NAMES, row, strict=False))
    named["note"] = row[-1]
    return {
        "type": "Feature",
        "id": booth.id,
        "properties": {name: None if value == "" else value for name, value in named.items()},
        "geometry": _geometry(booth.outline, earth),
    }


def _geometry(outline: Outline, earth: Earth | None) -> dict[str, Any] | None:
    if len(outline) < 3:
        return None
    ring = [_position(corner, earth) for corner in (*outline, outline[0])]
    # RFC 7946 asks for counter-clockwise rings.
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(outline, outline[1:] + outline[:1], strict=True))
    return {"type": "Polygon", "coordinates": [ring[::-1] if twice > 0 else ring]}


def _position(corner: Point, earth: Earth | None) -> list[float]:
    x, y = corner
    if earth is None:
        return [x / 1000, -y / 1000 + 0.0]
    # Ten decimals of a degree are a hundredth of a millimetre.
    return [round(value, 10) for value in earth.to_globe(x / 1000, -y / 1000)]
