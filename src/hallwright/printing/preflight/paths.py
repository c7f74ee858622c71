"""Paths as the boxes of their parts: all that a check needs of them."""

from hallwright.printing.preflight.matrices import Box, Matrix, about, common, moved
from hallwright.printing.preflight.state import Shape

_LEVEL = 0.01
"""Points by which a level line may rise."""
Point = tuple[float, float]


class PathBuilder:
    """A path under construction, in points of the page."""

    def __init__(self) -> None:
        self.clips = False
        self._done: list[Shape] = []
        self._points: list[Point] = []
        self._upright = True

    def move(self, point: Point) -> None:
        """Begin a part."""
        self._end()
        self._points = [point]

    def line(self, point: Point) -> None:
        """Go on in a straight line."""
        if self._points:
            self._level(self._points[-1], point)
        self._points.append(point)

    def bend(self, point: Point) -> None:
        """Go on in a curve; its control points bound it."""
        self._upright = False
        self._points.append(point)

    def close(self) -> None:
        """Close the part."""
        if len(self._points) > 1:
            self._level(self._points[-1], self._points[0])

    def rectangle(self, matrix: Matrix, x: float, y: float, wide: float, high: float) -> None:
        """Add a rectangle of a moved coordinate system."""
        self._end()
        a, b, c, d, _, _ = matrix
        if (b == 0 == c) or (a == 0 == d):
            one, two = moved(matrix, x, y), moved(matrix, x + wide, y + high)
            box = (min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1]))
            self._done.append(Shape(box, True))
        else:
            corners = ((x, y), (x + wide, y), (x, y + high), (x + wide, y + high))
            self._done.append(Shape(about([moved(matrix, *corner) for corner in corners]), False))

    def shapes(self, clip: Box) -> list[Shape]:
        """Return the parts as far as they show."""
        self._end()
        left, bottom, right, top = clip
        found = []
        for shape in self._done:
            box = shape.box
            if box[0] >= left and box[1] >= bottom and box[2] <= right and box[3] <= top:
                found.append(shape)
            elif (shown := common(box, clip)) is not None:
                found.append(Shape(shown, shape.upright))
        return found

    def box(self) -> Box | None:
        """Return the box about the path; None if it is empty."""
        self._end()
        if not self._done:
            return None
        return about([point for shape in self._done for point in (shape.box[:2], shape.box[2:])])

    def clear(self) -> None:
        """Begin anew."""
        self.clips = False
        self._done = []
        self._points = []
        self._upright = True

    def _level(self, one: Point, two: Point) -> None:
        if abs(one[0] - two[0]) > _LEVEL and abs(one[1] - two[1]) > _LEVEL:
            self._upright = False

    def _end(self) -> None:
        if len(self._points) > 1:
            self._done.append(Shape(about(self._points), self._upright))
        self._points = []
        self._upright = True
