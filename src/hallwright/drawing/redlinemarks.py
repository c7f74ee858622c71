"""Marks of what differs on a plan: before dashed, after in colour, arrows, clouds, numbered tags; mm of floor."""

import math
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from hallwright.drawing.paper import SMALLEST
from hallwright.drawing.primitives import Anchor, Floats, Item, Lines, Shapes, Text
from hallwright.geometry.outline import Outline, bounds

_SCALLOP = 2.6
"""Chord of an arc of a cloud, mm on paper."""
_TAG = 1.9
"""Height of a tag's number, mm on paper."""
_NEAR = 2.0
"""Shortest arrow that is drawn, mm on paper; a nudge is told in the table."""


_STROKES = ("before", "removed", "cross", "added", "moved", "changed", "arrow")
"""Roles of lines, the lowest first."""
Stroke = tuple[float, float, float, float]


class Kind(StrEnum):
    """How something is marked."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


class Mark(NamedTuple):
    """One thing that differs.

    Attributes:
        kind: how it is marked.
        before, after: its outlines; None where it is not there.
        tag: its number in the table of changes, or empty.
        was: the number that it bore before, or empty if it bears the same.
        id: of the row.
        also: it was moved or resized, and something else of it changed, too.
        shifted: it was moved, not only resized, and so has an arrow.
    """

    kind: Kind
    before: Outline | None
    after: Outline | None
    tag: str = ""
    was: str = ""
    id: str = ""
    also: bool = False
    shifted: bool = False


def mark_items(marks: Iterable[Mark], scale: float) -> Iterator[Item]:
    """Draw marks without their tags, in millimetres of floor.

    Args:
        marks: of one hall.
        scale: millimetres of floor that a millimetre of paper shows.
    """
    # All strokes of one role together: painters are quick with many of them, not with many pens.
    strokes: dict[str, list[Stroke]] = {f"redline.{role}": [] for role in _STROKES}
    heads: list[Floats] = []
    for mark in marks:
        here = mark.after or mark.before
        if not here:
            continue
        if mark.before and mark.kind in (Kind.MOVED, Kind.REMOVED):
            strokes["redline.before" if mark.kind is Kind.MOVED else "redline.removed"] += _edges(mark.before)
        if mark.kind is Kind.REMOVED:
            box = bounds(here)
            strokes["redline.cross"] += [
                (box.left, box.top, box.right, box.bottom),
                (box.left, box.bottom, box.right, box.top),
            ]
        elif mark.after and mark.kind in (Kind.ADDED, Kind.MOVED):
            strokes[f"redline.{mark.kind}"] += _edges(mark.after)
        if mark.shifted and mark.before and mark.after:
            arrow = _arrow(_hold(mark.before), _hold(mark.after), scale)
            if arrow is not None:
                strokes["redline.arrow"].append(arrow[0])
                heads.append(arrow[1])
        if mark.after and (mark.kind is Kind.CHANGED or mark.also):
            strokes["redline.changed"] += _cloud(mark.after, _SCALLOP * scale)
    yield from (Lines.of(role, *some) for role, some in strokes.items() if some)
    if heads:
        boxes = np.array([np.concatenate([ring.min(axis=0), ring.max(axis=0)]) for ring in heads])
        yield Shapes("redline.arrow", ("",) * len(heads), boxes, dict(enumerate(heads)))


def tag_items(marks: Iterable[Mark], scale: float, fixed: float = 0.0) -> Iterator[Item]:
    """Draw the tags of marks, which lie above all names.

    Args:
        marks: of one hall.
        scale: millimetres of floor that a millimetre of paper shows.
        fixed: size of their letters, mm of paper, as on a screen, where one that covers a booth is left out; 0 for one
            that suits the booth, as on paper, where each row of the table must be found.
    """
    for mark in marks:
        here = mark.after or mark.before
        if not here:
            continue
        box = bounds(here)
        size = fixed * scale or max(min(_TAG * scale, 0.3 * min(box.width, box.height)), SMALLEST * scale)
        if not fixed or size * 3 <= min(box.width, box.height):
            yield from tag(mark, here, size)


def _hold(outline: Outline) -> tuple[float, float]:
    """Return a point within the upper left corner of an outline's box, where no name stands."""
    box = bounds(outline)
    inset = min(box.width, box.height) * 0.14
    return box.left + inset, box.top + inset


def _edges(outline: Outline) -> list[Stroke]:
    return [(*one, *other) for one, other in zip(outline, outline[1:] + outline[:1], strict=True)]


def _cloud(outline: Outline, chord: float) -> Iterator[Stroke]:
    """Yield the strokes of arcs that swell inwards along an outline, so that a neighbour's are not crossed."""
    clockwise = sum(x1 * y2 - x2 * y1 for x1, y1, x2, y2 in _edges(outline)) > 0
    for x1, y1, x2, y2 in _edges(outline):
        long = math.hypot(x2 - x1, y2 - y1)
        if not long:
            continue
        # On a small booth arcs are smaller, or they would cross each other.
        count = max(3, round(long / chord))
        dx, dy = (x2 - x1) / long, (y2 - y1) / long
        inward = (-dy, dx) if clockwise else (dy, -dx)
        radius = long / count / 2
        points = []
        for k in range(count):
            for part in range(6):
                turn = math.pi * part / 6
                along, rise = (2 * k + 1 - math.cos(turn)) * radius, 0.7 * radius * math.sin(turn)
                points.append((x1 + dx * along + inward[0] * rise, y1 + dy * along + inward[1] * rise))
        points.append((x2, y2))
        yield from ((*one, *other) for one, other in pairwise(points))


def _arrow(start: tuple[float, float], end: tuple[float, float], scale: float) -> tuple[Stroke, Floats] | None:
    """Return an arrow's shaft, and the corners of its head; None for one too short to be seen."""
    long = math.dist(start, end)
    if long < _NEAR * scale:
        return None
    dx, dy = (end[0] - start[0]) / long, (end[1] - start[1]) / long
    head = min(2.4 * scale, long * 0.6)
    back = end[0] - dx * head, end[1] - dy * head
    half = head * 0.32
    ring = np.array([end, (back[0] - dy * half, back[1] + dx * half), (back[0] + dy * half, back[1] - dx * half)])
    return (*start, *back), ring


def tag(mark: Mark, here: Outline, size: float) -> list[Item]:
    """Return a number in the upper right corner of what is marked, and in the lower left the number it bore before."""
    box = bounds(here)
    items: list[Item] = []
    if mark.tag:
        wide, high = size * (0.62 * len(mark.tag) + 0.5), size * 1.25
        left, top = box.right - wide, float(box.top)
        if wide > 0.8 * box.width:
            # Beside what is too small for it, such as a hydrant: it would hide what it tells of.
            left, top = box.right, box.top - high
        items.append(Shapes.box("redline.tag", left, top, left + wide, top + high))
        middle = left + wide / 2
        items.append(Text("redline.text", mark.tag, middle, top + size * 0.98, size, Anchor.MIDDLE, True, id=mark.id))
    if mark.was:
        inset = size * 0.8
        x, y = box.left + inset, box.bottom - inset
        wide = size * 0.6 * len(mark.was)
        items.append(Text("redline.was", mark.was, x, y, size, id=mark.id))
        items.append(Lines.of("redline.cross", (x, y - size * 0.35, x + wide, y - size * 0.35)))
    return items
