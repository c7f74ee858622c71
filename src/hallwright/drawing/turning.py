"""A drawing turned upside down, for the back of a badge that is folded over its upper edge."""

from dataclasses import replace

from hallwright.drawing.primitives import Bitmap, Drawing, Group, Item, Lines, Picture, Shapes, Text


def turned(items: Drawing, width: float, height: float) -> Drawing:
    """Return items turned by 180 degrees about the middle of a sheet of a width and a height in their own unit."""
    return tuple(_turned(item, width, height) for item in items)


def _turned(item: Item, width: float, height: float) -> Item:
    if isinstance(item, Shapes):
        boxes = item.boxes[:, [2, 3, 0, 1]] * -1.0 + (width, height, width, height)
        rings = {k: ring * -1.0 + (width, height) for k, ring in item.rings.items()}
        return replace(item, boxes=boxes, rings=rings)
    if isinstance(item, Lines):
        return replace(item, points=item.points * -1.0 + (width, height, width, height))
    if isinstance(item, Text):
        return replace(item, x=width - item.x, y=height - item.y, angle=(item.angle + 180.0) % 360.0)
    if isinstance(item, Bitmap):
        return replace(item, box=_box(item.box, width, height), ink=item.ink[::-1, ::-1])
    if isinstance(item, Picture):
        return replace(item, box=_box(item.box, width, height), turned=not item.turned)
    # Its own coordinates turn about their own corner, which comes to lie across.
    clip = None if item.clip is None else _box(item.clip, 0.0, 0.0)
    return Group(
        turned(item.items, 0.0, 0.0),
        item.scale,
        width - item.dx,
        height - item.dy,
        clip,
        f"{item.name}-turned" if item.name else "",
    )


def _box(box: tuple[float, float, float, float], width: float, height: float) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    return width - right, height - bottom, width - left, height - top
