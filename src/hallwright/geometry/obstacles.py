"""Things in the way of rows, found by where they stand; millimetres."""

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from hallwright.geometry.axes import Axes
from hallwright.geometry.outline import Box, Outline, bounds, is_box

Boxes = npt.NDArray[np.int64]
"""(n, 4) left, top, right, bottom in mm."""
SPECK = 1.0
"""Floor shared by touching outlines after rounding, in mm2: no reason to give way."""
Span = tuple[int, int]
"""From where to where along a row."""


class Obstacles:
    """Boxes, and the true shape of those that are none.

    Attributes:
        boxes: the box around each.
        shapes: its polygon, or None where the box is all of it.
    """

    def __init__(self, outlines: Iterable[Outline] = (), clearance: int = 0) -> None:
        """Take outlines with a clearance that is kept free around each; one with a fault counts as its box."""
        import shapely

        some = [outline for outline in outlines if outline]
        self.boxes: Boxes = np.array([bounds(outline) for outline in some], dtype=np.int64).reshape(-1, 4)
        self.boxes += np.array([-clearance, -clearance, clearance, clearance])
        self.shapes: npt.NDArray[Any] = np.full(len(some), None, dtype=object)
        for index, outline in enumerate(some):
            if not is_box(outline) and len(outline) > 2:
                polygon = shapely.Polygon(outline)
                if polygon.is_valid:
                    self.shapes[index] = polygon.buffer(clearance, join_style="mitre") if clearance else polygon

    @classmethod
    def _of(cls, boxes: Boxes, shapes: npt.NDArray[Any]) -> "Obstacles":
        found = cls()
        found.boxes, found.shapes = boxes, shapes
        return found

    @classmethod
    def of_shapes(cls, shapes: npt.NDArray[Any]) -> "Obstacles":
        """Take shapes; those that fill their box count as boxes."""
        import shapely

        around = shapely.bounds(shapes).reshape(-1, 4)
        boxes = np.concatenate([np.floor(around[:, :2]), np.ceil(around[:, 2:])], axis=1).astype(np.int64)
        size = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
        kept = np.array(shapes, dtype=object)
        kept[size - shapely.area(shapes) < SPECK] = None
        return cls._of(boxes, kept)

    @property
    def slanted(self) -> bool:
        """Whether any is more than its box tells."""
        return any(shape is not None for shape in self.shapes)

    def joined(self, *others: "Obstacles") -> "Obstacles":
        """Return these and others together."""
        every = (self, *others)
        return Obstacles._of(
            np.concatenate([one.boxes for one in every]), np.concatenate([one.shapes for one in every])
        )

    def within(self, box: Box) -> "Obstacles":
        """Return those whose box shares floor with a box."""
        mask = (self.boxes[:, 0] < box.right) & (self.boxes[:, 2] > box.left)
        mask &= (self.boxes[:, 1] < box.bottom) & (self.boxes[:, 3] > box.top)
        return Obstacles._of(self.boxes[mask], self.shapes[mask])

    def turned(self, axes: Axes) -> "Obstacles":
        """Return them in other axes."""
        import shapely

        if axes.upright:
            corners = axes.into(self.boxes[:, :2].astype(float)), axes.into(self.boxes[:, 2:].astype(float))
            boxes = np.rint(np.concatenate([np.minimum(*corners), np.maximum(*corners)], axis=1)).astype(np.int64)
            shapes = self.shapes.copy()
            slanted = np.array([shape is not None for shape in shapes], dtype=bool)
            if slanted.any():
                shapes[slanted] = shapely.transform(shapes[slanted], axes.into)
            return Obstacles._of(boxes, shapes)
        return Obstacles.of_shapes(shapely.transform(self.polygons(), axes.into))

    def polygons(self) -> npt.NDArray[Any]:
        """Return the shape of each."""
        import shapely

        plain = np.array([shape is None for shape in self.shapes], dtype=bool)
        found = self.shapes.copy()
        if plain.any():
            found[plain] = shapely.box(*self.boxes[plain].astype(float).T)
        return found

    def spans(self, strip: tuple[float, float, float, float], slack: float = 0.0) -> list[Span]:
        """Return the stretches along x in which something stands in a strip (left, top, right, bottom).

        Slanted things, whose corners are rounded, may reach ``slack`` mm farther than they are told to at both ends.
        """
        import shapely

        mask = (self.boxes[:, 1] < strip[3]) & (self.boxes[:, 3] > strip[1])
        places = np.flatnonzero(mask)
        slanted = np.array([self.shapes[k] is not None for k in places.tolist()], dtype=bool)
        found = [(low, high) for low, high in self.boxes[places[~slanted]][:, [0, 2]].tolist()]
        if slanted.any():
            found += stretches(shapely.intersection(self.shapes[places[slanted]], shapely.box(*strip)), slack)
        return found


def stretches(shapes: Any, slack: float = 0.0) -> list[Span]:
    """Return the extents along x of the parts of shapes, a slack less at both ends, rounded outwards; no specks."""
    import shapely

    parts = shapely.get_parts(np.atleast_1d(shapes))
    parts = parts[shapely.area(parts) > SPECK]
    ends = shapely.bounds(parts).reshape(-1, 4)[:, [0, 2]].tolist()
    found = ((math.floor(low + slack), math.ceil(high - slack)) for low, high in ends)
    return [(low, high) for low, high in found if low < high]


def merged(spans: Iterable[Span]) -> Boxes:
    """Return (n, 2) stretches in order, those that meet joined."""
    found: list[list[int]] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1]:
            found[-1][1] = max(found[-1][1], high)
        else:
            found.append([low, high])
    return np.array(found, dtype=np.int64).reshape(-1, 2)
