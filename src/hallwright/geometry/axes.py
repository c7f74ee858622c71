"""Axes for rows of booths: x runs along a row, y from row to row; into them and back to those of the hall."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import shapely

Points = npt.NDArray[np.float64]
_SAME, _TOLERANCE = 1e-9, 1e-7
_WAYS = {0: (1, 0, 0, 1), 90: (0, 1, 1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, -1, 0)}
"""Rows that run right follow each other downwards; those that run down, to the right; the other two, the other way."""


@dataclass(frozen=True, slots=True)
class Axes:
    """A turn about the hall's origin, mirrored where rows run down or up; lengths stay as they are.

    Attributes:
        matrix: ``(a, b, c, d)`` with x' = a x + b y and y' = c x + d y.
    """

    matrix: tuple[float, float, float, float] = (1, 0, 0, 1)

    @classmethod
    def of(cls, way: int, slant: float = 0.0) -> "Axes":
        """Return the axes of rows that run 0 right, 90 down, 180 left or 270 up.

        Args:
            way: degrees, clockwise on screen.
            slant: degrees by which they are turned clockwise beyond that. Quarter turns are exact in whole numbers.
        """
        cosine, sine = math.cos(math.radians(slant)), math.sin(math.radians(slant))
        if abs(math.remainder(slant, 90)) < _TOLERANCE:
            cosine, sine = float(round(cosine)), float(round(sine))
        a, b, c, d = _WAYS[way]
        return cls((a * cosine - b * sine, a * sine + b * cosine, c * cosine - d * sine, c * sine + d * cosine))

    @property
    def upright(self) -> bool:
        """Whether upright boxes stay upright, so that all is exact."""
        return all(abs(part) < _SAME or abs(abs(part) - 1) < _SAME for part in self.matrix)

    @property
    def angle(self) -> float:
        """Direction of the rows in the hall, degrees clockwise on screen from the way to the right."""
        return math.degrees(math.atan2(self.matrix[1], self.matrix[0]))

    def into(self, points: Points) -> Points:
        """Return (n, 2) points of the hall in these axes."""
        a, b, c, d = self.matrix
        return np.column_stack([a * points[:, 0] + b * points[:, 1], c * points[:, 0] + d * points[:, 1]])

    def back(self, points: Points) -> Points:
        """Return (n, 2) points in these axes as points of the hall."""
        a, b, c, d = self.matrix
        return np.column_stack([a * points[:, 0] + c * points[:, 1], b * points[:, 0] + d * points[:, 1]])

    def shape(self, geometry: "shapely.Geometry") -> "shapely.Geometry":
        """Return a shape of the hall in these axes."""
        import shapely

        return geometry if self.matrix == (1, 0, 0, 1) else shapely.transform(geometry, self.into)

    def rings(self, boxes: npt.NDArray[np.float64] | npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return (n, 4, 2) corners in the hall, rounded to mm, of (n, 4) boxes left, top, right, bottom in these axes.

        They run clockwise on screen; an upright box begins at its top left corner. Boxes that share a corner here share
        it there, too.
        """
        if not len(boxes):
            return np.empty((0, 4, 2), dtype=np.int64)
        left, top, right, bottom = boxes.astype(float).T
        if self.upright:
            some = (
                np.rint(self.back(np.column_stack([left, top]))),
                np.rint(self.back(np.column_stack([right, bottom]))),
            )
            (left, top), (right, bottom) = np.minimum(*some).T, np.maximum(*some).T
        corners = np.stack([left, top, right, top, right, bottom, left, bottom], axis=1)
        if self.upright:
            return corners.reshape(-1, 4, 2).astype(np.int64)
        a, b, c, d = self.matrix
        found = np.rint(self.back(corners.reshape(-1, 2))).reshape(-1, 4, 2).astype(np.int64)
        return found if a * d - b * c > 0 else found[:, [0, 3, 2, 1]]
