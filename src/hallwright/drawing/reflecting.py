"""Drawings turned upside down, for backs that are turned about a sheet's short edge."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from hallwright.drawing.primitives import Bitmap, Drawing, Group, Item, Lines, Shapes, Text

_TURNED = "turned"


def upside_down(items: Iterable[Item], wide: float, high: float) -> Drawing:
    """Return items turned by 180 degrees within a rectangle from (0, 0)."""
    return (Group(tuple(_turned(item) for item in items), 1.0, wide, high),)


def _turned(item: Item) -> Item:
    """Return an item turned by 180 degrees about (0, 0)."""
    if isinstance(item, Text):
        return replace(item, x=-item.x, y=-item.y, angle=item.angle + 180.0)
    if isinstance(item, Lines):
        return Lines(item.role, -item.points)
    if isinstance(item, Shapes):
        rings = {index: -ring for index, ring in item.rings.items()}
        return Shapes(item.role, item.ids, -item.boxes[:, [2, 3, 0, 1]], rings, item.tint)
    if isinstance(item, Bitmap):
        left, top, right, bottom = item.box
        return Bitmap(item.role, (-right, -bottom, -left, -top), np.ascontiguousarray(item.ink[::-1, ::-1]), item.id)
    clip = item.clip
    if clip is not None:
        clip = -clip[2], -clip[3], -clip[0], -clip[1]
    name = f"{item.name}-{_TURNED}" if item.name else ""
    return Group(tuple(_turned(inner) for inner in item.items), item.scale, -item.dx, -item.dy, clip, name)
