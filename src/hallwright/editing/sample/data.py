"""The sample's data files: CSV with a heading row, UTF-8, lengths in metres."""

import csv
from datetime import date

from hallwright.geometry.outline import Outline, rectangle, tidy
from hallwright.geometry.units import to_mm
from hallwright.support.paths import resources


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of ``resources/sample/<name>.csv`` by heading."""
    with (resources() / "sample" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def outline(text: str) -> Outline:
    """Return the outline that a cell describes as ``x y, x y, ...`` in metres."""
    corners = (corner.split() for corner in text.split(","))
    return tidy((to_mm(float(x)), to_mm(float(y))) for x, y in corners)


def box(row: dict[str, str]) -> Outline:
    """Return the rectangle of a row with the columns x_m, y_m, width_m and depth_m."""
    left, top, width, depth = (to_mm(float(row[name])) for name in ("x_m", "y_m", "width_m", "depth_m"))
    return rectangle(left, top, width, depth)


def day(text: str) -> date:
    """Return the date of a cell in ISO form."""
    return date.fromisoformat(text)
