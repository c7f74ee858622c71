"""Outlines as text that people type: one corner a line, x and y in metres."""

import math
import re

from hallwright.geometry.outline import Outline, tidy
from hallwright.geometry.units import metres, to_mm

_NUMBER = re.compile(r"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)")


class NotCorners(ValueError):
    """The text does not describe corners; the message says which line."""


def corners_text(outline: Outline) -> str:
    """Return an outline as lines ``x y`` in metres."""
    return "\n".join(f"{metres(x)} {metres(y)}" for x, y in outline)


def corners_from_text(text: str) -> Outline:
    """Read corners back; a comma may be the decimal sign, a semicolon or space parts x and y.

    Raises:
        NotCorners: a line does not hold two numbers.
    """
    corners = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        found = _NUMBER.findall(line)
        rest = _NUMBER.sub("", line).strip(" \t;m")
        if len(found) != 2 or rest:
            raise NotCorners(f"Line {number} is not 'x y' in metres: {line.strip()!r}")
        x, y = (float(value.replace(",", ".")) for value in found)
        if not (math.isfinite(x) and math.isfinite(y)) or max(abs(x), abs(y)) > 100_000:
            raise NotCorners(f"Line {number} lies beyond 100 km: {line.strip()!r}")
        corners.append((to_mm(x), to_mm(y)))
    return tidy(corners)
