"""What of a page lies in a part of it: the items that touch it, and whether they leave any ink there."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import shapely
from shapely.affinity import rotate

from hallwright.drawing.fonts import width
from hallwright.drawing.primitives import Anchor, Bitmap, Drawing, Floats, Group, Item, Lines, Picture, Shapes, Text
from hallwright.drawing.theme import WHITE, paper

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_DEPTH = 0.3
"""Part of a text's size that hangs below its baseline."""


def within(items: Iterable[Item], part: Edges) -> list[Item]:
    """Return the items that may touch a part of a page, in their order; batches are cut down to what does."""
    found: list[Item] = []
    for item in items:
        if isinstance(item, Group):
            inner = inner_part(item, part)
            kept = within(item.items, inner) if inner else []
            if kept:
                # Without its name: what is cut down differs from part to part.
                found.append(Group(tuple(kept), item.scale, item.dx, item.dy, item.clip))
        elif isinstance(item, Shapes):
            found += _shapes(item, part)
        elif isinstance(item, Lines):
            low = np.minimum(item.points[:, :2], item.points[:, 2:])
            high = np.maximum(item.points[:, :2], item.points[:, 2:])
            kept_lines = item.points[_touch(np.hstack([low, high]), part)]
            if len(kept_lines):
                found.append(Lines(item.role, kept_lines))
        elif isinstance(item, Bitmap | Picture):
            found += [item] if _meets(item.box, part) else []
        elif _meets(reach(item), part):
            found.append(item)
    return found


def inner_part(group: Group, part: Edges) -> Edges | None:
    """Return a part of a page in a group's own millimetres, cut to its clip; None if nothing is left."""
    left, top, right, bottom = (
        (value - shift) / group.scale for value, shift in zip(part, (group.dx, group.dy) * 2, strict=True)
    )
    if group.clip is not None:
        left, top = max(left, group.clip[0]), max(top, group.clip[1])
        right, bottom = min(right, group.clip[2]), min(bottom, group.clip[3])
    return (left, top, right, bottom) if left < right and top < bottom else None


def reach(text: Text) -> Edges:
    """Return a box that a line of text surely lies in, turned or not."""
    left, top, right, bottom = level(text)
    if text.angle:
        far = max(text.x - left, right - text.x) + text.size
        return text.x - far, text.y - far, text.x + far, text.y + far
    return left, top, right, bottom


def level(text: Text) -> Edges:
    """Return the box of a line of text before it is turned."""
    wide = width(text.text, text.size, text.bold)
    left = text.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
    return left, text.y - text.size, left + wide, text.y + _DEPTH * text.size


def _meets(box: Edges, part: Edges) -> bool:
    return box[0] <= part[2] and box[2] >= part[0] and box[1] <= part[3] and box[3] >= part[1]


def _touch(boxes: Floats, part: Edges) -> npt.NDArray[np.bool_]:
    left, top, right, bottom = part
    kept: npt.NDArray[np.bool_] = (
        (boxes[:, 0] <= right) & (boxes[:, 2] >= left) & (boxes[:, 1] <= bottom) & (boxes[:, 3] >= top)
    )
    return kept


def _shapes(item: Shapes, part: Edges) -> list[Item]:
    kept = np.flatnonzero(_touch(item.boxes, part)).tolist()
    if len(kept) == len(item.ids):
        return [item]
    if not kept:
        return []
    rings = {new: item.rings[old] for new, old in enumerate(kept) if old in item.rings}
    return [Shapes(item.role, tuple(item.ids[k] for k in kept), item.boxes[kept], rings, item.tint)]


class _Layer(NamedTuple):
    """Outlines on the page, and the part of it in which they show."""

    clip: Edges
    tree: shapely.STRtree


class Ink:
    """Where a page is not blank: lines, texts, and what is filled with any colour but the paper's."""

    def __init__(self, page: Drawing, whole: Edges) -> None:
        found: dict[Edges, list[object]] = {}
        _collect(page, 1.0, 0.0, 0.0, whole, found)
        self._layers = [_Layer(clip, shapely.STRtree(shapes)) for clip, shapes in found.items()]

    def on(self, part: Edges) -> bool:
        """Say whether any ink shows in a part of the page."""
        for layer in self._layers:
            clip = layer.clip
            left, top = max(part[0], clip[0]), max(part[1], clip[1])
            right, bottom = min(part[2], clip[2]), min(part[3], clip[3])
            if left < right and top < bottom:
                box = shapely.box(left, top, right, bottom)
                if len(layer.tree.query(box, predicate="intersects")):
                    return True
        return False


def _collect(
    items: Sequence[Item], scale: float, dx: float, dy: float, clip: Edges, found: dict[Edges, list[object]]
) -> None:
    """Gather the shapes of items placed at ``(dx, dy) + scale * inner``."""
    here = found.setdefault(clip, [])
    for item in items:
        if isinstance(item, Group):
            inner = scale * item.scale, dx + scale * item.dx, dy + scale * item.dy
            shown = clip
            if item.clip is not None:
                a, b, c, d = (shift + inner[0] * value for value, shift in zip(item.clip, inner[1:] * 2, strict=True))
                shown = max(clip[0], a), max(clip[1], b), min(clip[2], c), min(clip[3], d)
            _collect(item.items, *inner, shown, found)
            continue
        if isinstance(item, Text | Bitmap | Picture):
            outline = shapely.box(*(level(item) if isinstance(item, Text) else item.box))
            if isinstance(item, Text) and item.angle:
                outline = rotate(outline, item.angle, origin=(item.x, item.y))
            here.append(shapely.transform(outline, lambda points: points * scale + np.array([dx, dy])))
            continue
        if isinstance(item, Lines):
            points = item.points.reshape(-1, 2, 2) * scale + np.array([dx, dy])
            here += list(shapely.linestrings(points))
            continue
        style = paper().style(item.role)
        plain = [k for k in range(len(item.ids)) if k not in item.rings]
        boxes = item.boxes[plain] * scale + np.array([dx, dy, dx, dy])
        outlines = [*shapely.box(*boxes.T), *(_ring(r * scale + (dx, dy)) for r in item.rings.values())]
        if item.tint or (style.fill is not None and style.fill != WHITE):
            here += outlines
        elif style.stroke is not None:
            here += [shapely.boundary(outline) for outline in outlines]


def _ring(corners: Floats) -> shapely.Geometry:
    """Return an outline; a draft may have fewer corners than a polygon needs."""
    if len(corners) > 2:
        return shapely.Polygon(corners)
    return shapely.LineString(corners) if len(corners) == 2 else shapely.Point(corners[0])
