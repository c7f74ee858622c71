"""Hatching: slanting lines that fill an outline."""

from hallwright.drawing.primitives import Lines
from hallwright.geometry.outline import Outline


def hatch(role: str, outline: Outline, pitch: float) -> Lines:
    """Return lines rising to the right inside an outline (even-odd rule), ``pitch`` apart along x.

    Lines lie at multiples of the pitch in the world, so that the hatching of neighbours runs through.
    """
    corners = [(x, x + y) for x, y in outline]
    sums = [total for _, total in corners]
    lines: list[tuple[float, float, float, float]] = []
    level = (min(sums) // pitch + 1) * pitch
    while level < max(sums):
        crossings = sorted(
            ax + (bx - ax) * (level - low) / (high - low)
            for (ax, low), (bx, high) in zip(corners, corners[1:] + corners[:1], strict=True)
            if (low > level) != (high > level)
        )
        for first, last in zip(crossings[::2], crossings[1::2], strict=True):
            lines.append((first, level - first, last, level - last))
        level += pitch
    return Lines.of(role, *lines)
