"""How colours look: contrast as WCAG 2.2 defines it, and colours as colour-blind eyes and grey printers give them.

Colour blindness by Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency" (2009), severity 1; differences as distances in CIELAB, of which about 2 can just be seen side by side.
"""

import math
from itertools import combinations

Triple = tuple[float, float, float]

EYES: dict[str, tuple[Triple, Triple, Triple]] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
_LUMINANCE = (0.2126, 0.7152, 0.0722)


def linear(colour: str) -> Triple:
    """Return ``#rrggbb`` as linear light, each from 0 to 1."""
    red, green, blue = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG."""
    return sum(share * part for share, part in zip(_LUMINANCE, linear(colour), strict=True))


def contrast(one: str, two: str) -> float:
    """Return the contrast ratio of WCAG, 1 to 21."""
    dark, bright = sorted((luminance(one), luminance(two)))
    return (bright + 0.05) / (dark + 0.05)


def mixed(colour: str, share: float, ground: str) -> str:
    """Return a colour laid over a ground with a share from 0 to 1."""
    parts = [(int(colour[k : k + 2], 16), int(ground[k : k + 2], 16)) for k in (1, 3, 5)]
    return "#" + "".join(f"{round(top * share + below * (1 - share)):02x}" for top, below in parts)


def lightness(colour: str) -> float:
    """Return CIE L*, 0 to 100: what remains of a colour in grey."""
    return 116 * _root(luminance(colour)) - 16


def _root(value: float) -> float:
    return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116


def _lab(colour: str, eyes: str) -> Triple:
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(share * part for share, part in zip(row, light, strict=True)))) for row in EYES[eyes]
    )
    x = _root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    y = _root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = _root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, two: str, eyes: str = "all colours") -> float:
    """Return how different two colours look."""
    return math.dist(_lab(one, eyes), _lab(two, eyes))


def nearest(colours: dict[str, str], eyes: str) -> tuple[float, str, str]:
    """Return the smallest difference between two of some colours as eyes see them, and which two these are."""
    return min((difference(colours[a], colours[b], eyes), a, b) for a, b in combinations(colours, 2))
