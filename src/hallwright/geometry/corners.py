"""Outlines as text that people type: one corner a line, x and y in metres."""

import math
import re

from hallwright.geometry.outline import Outline, tidy
from hallwright.geometry.units import metres, to_mm

_NUMBER = re.compile(r"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)")


UNREADABLE = "Line {number} is not 'x y' in metres: {line}"
TOO_FAR = "Line {number} lies beyond 100 km: {line}"


class NotCorners(ValueError):
    """The text does not describe corners; the message says which line.

    Attributes:
        message: the sentence with ``{number}`` and ``{line}`` in their places, for a translation.
        number: the line's number from 1.
        line: its text as Python writes it.
    """

    def __init__(self, message: str, number: int, line: str) -> None:
        self.message, self.number, self.line = message, number, repr(line.strip())
        super().__init__(message.format(number=number, line=self.line))


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
            raise NotCorners(UNREADABLE, number, line)
        x, y = (float(value.replace(",", ".")) for value in found)
        if not (math.isfinite(x) and math.isfinite(y)) or max(abs(x), abs(y)) > 100_000:
            raise NotCorners(TOO_FAR, number, line)
        corners.append((to_mm(x), to_mm(y)))
    return tidy(corners)
