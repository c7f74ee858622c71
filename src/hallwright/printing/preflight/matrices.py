"""Matrices and boxes of PDF coordinates, as plain tuples."""

import math
from collections.abc import Iterable

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FAR = 1e9
_THIN = 0.01
"""Points that count as no extent."""
NOWHERE: Box = (-4e18, -4e18, -4e18, -4e18)
"""A box that shares no point with anything on a page."""


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does one after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def scale(matrix: Matrix) -> float:
    """Return how much larger lines come out, as the mean of all directions."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


def thinning(matrix: Matrix, boxes: Iterable[Box]) -> float:
    """Return how wide a line of 1 comes out where it is thinnest.

    Args:
        matrix: of the line's width.
        boxes: where its parts lie already moved; one without height runs level, one without width upright.
    """
    a, b, c, d, _, _ = matrix
    turned = a == 0 == d
    if not turned and not b == 0 == c:
        return scale(matrix)
    across, up = (abs(c), abs(b)) if turned else (abs(a), abs(d))
    if across == up:
        return across
    boxes = list(boxes)
    # A level line is as thick as the matrix is high, an upright one as it is wide.
    ways = [up] if any(box[2] - box[0] > _THIN for box in boxes) else []
    ways += [across] if any(box[3] - box[1] > _THIN for box in boxes) else []
    return min(ways, default=scale(matrix))


def box_of(matrix: Matrix, box: Box) -> Box:
    """Return the upright box about a box that a matrix moved."""
    left, bottom, right, top = box
    corners = [moved(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    return about(corners)


def about(points: Iterable[tuple[float, float]]) -> Box:
    """Return the upright box about points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def clipped(clip: Box, by: Box | None) -> Box:
    """Return what a clip leaves of another; ``NOWHERE`` if that has no area, or there is no path to clip by."""
    found = common(clip, by) if by is not None else None
    return found if found is not None and found[2] > found[0] and found[3] > found[1] else NOWHERE


def common(one: Box, two: Box) -> Box | None:
    """Return the part that two boxes share; None if they share none."""
    left, bottom = max(one[0], two[0]), max(one[1], two[1])
    right, top = min(one[2], two[2]), min(one[3], two[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def finite(values: Iterable[object]) -> list[float]:
    """Return numbers as floats that can be reckoned with; anything else as 0."""
    values = list(values)
    try:
        found = [float(value) for value in values]  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        found = [_number(value) for value in values]
    # Written so that what is no number becomes 0, too.
    return found if sum(map(abs, found)) < _FAR else [_near(number) for number in found]


def _near(number: float) -> float:
    return number if -_FAR < number < _FAR else 0.0


def _number(value: object) -> float:
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return 0.0
