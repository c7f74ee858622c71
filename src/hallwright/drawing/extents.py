"""How far each item of a drawing reaches, so that a painter can pass over what lies elsewhere."""

import math

from hallwright.drawing.fonts import ASCENT, DESCENT, width
from hallwright.drawing.primitives import Anchor, Bitmap, Group, Item, Lines, Picture, Shapes, Text

Extent = tuple[float, float, float, float]
"""Left, top, right, bottom in the drawing's millimetres; of nothing, a box that touches none."""
NOTHING: Extent = (math.inf, math.inf, -math.inf, -math.inf)
_BEFORE = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def extent_of(item: Item) -> Extent:
    """Return the box of an item, without the width of its lines."""
    if isinstance(item, Shapes):
        if not len(item.boxes):
            return NOTHING
        low, high = item.boxes[:, :2].min(axis=0).tolist(), item.boxes[:, 2:].max(axis=0).tolist()
        return low[0], low[1], high[0], high[1]
    if isinstance(item, Lines):
        if not len(item.points):
            return NOTHING
        ends = item.points.reshape(-1, 2)
        low, high = ends.min(axis=0).tolist(), ends.max(axis=0).tolist()
        return low[0], low[1], high[0], high[1]
    if isinstance(item, Text):
        return _of_text(item)
    if isinstance(item, Bitmap | Picture):
        return item.box
    return _of_group(item)


def _of_text(item: Text) -> Extent:
    long = width(item.text, item.size, item.bold)
    before, above, below = _BEFORE[item.anchor] * long, ASCENT * item.size, DESCENT * item.size
    if not item.angle:
        return item.x - before, item.y - above, item.x - before + long, item.y + below
    reach = math.hypot(max(before, long - before), max(above, below))
    return item.x - reach, item.y - reach, item.x + reach, item.y + reach


def _of_group(item: Group) -> Extent:
    inner = [extent_of(part) for part in item.items]
    left = min((box[0] for box in inner), default=math.inf)
    top = min((box[1] for box in inner), default=math.inf)
    right = max((box[2] for box in inner), default=-math.inf)
    bottom = max((box[3] for box in inner), default=-math.inf)
    if left > right:
        return NOTHING
    if item.clip is not None:
        left, top = max(left, item.clip[0]), max(top, item.clip[1])
        right, bottom = min(right, item.clip[2]), min(bottom, item.clip[3])
    scale = item.scale
    return item.dx + scale * left, item.dy + scale * top, item.dx + scale * right, item.dy + scale * bottom


def touches(one: Extent, other: Extent) -> bool:
    """Say whether two boxes share a point."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
