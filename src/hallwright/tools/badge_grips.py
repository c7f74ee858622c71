"""Moving and resizing elements of a badge by hand: what catches what, without any window. Micrometres."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from hallwright.expo.design import Design, Element, Face, Kind

SMALLEST = 500
"""No element is drawn smaller than this by hand."""


class Grip(StrEnum):
    """Where an element is taken hold of: by itself, or by a side or corner named like the winds."""

    MOVE = "move"
    N = "n"
    NE = "ne"
    E = "e"
    SE = "se"
    S = "s"
    SW = "sw"
    W = "w"
    NW = "nw"


class Guide(NamedTuple):
    """A line that caught an edge: upright at an x, or level at a y."""

    upright: bool
    at: int


class Dragged(NamedTuple):
    """Elements as they are while the hand moves, and the lines that caught them."""

    elements: tuple[Element, ...]
    guides: tuple[Guide, ...]


def lines(design: Design, face: Face, without: Sequence[str] = ()) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the xs and ys that catch edges: page, middle, safe margin, bleed, and the other elements of the face."""
    wide, high = design.page.panel
    safe, bleed = design.page.safe, design.page.bleed
    xs = [0, wide // 2, wide, safe, wide - safe, -bleed, wide + bleed]
    ys = [0, high // 2, high, safe, high - safe, -bleed, high + bleed]
    for one in design.elements:
        if one.face is face and one.name not in without:
            xs += [one.x, one.x + one.width // 2, one.right]
            ys += [one.y, one.y + one.height // 2, one.bottom]
    return tuple(dict.fromkeys(xs)), tuple(dict.fromkeys(ys))


def dragged(
    design: Design, elements: Sequence[Element], grip: Grip, by: tuple[int, int], reach: int, *, even: bool = False
) -> Dragged:
    """Return elements moved or resized by a hand.

    Args:
        design: as it was when the hand took hold.
        elements: those taken hold of, as they were.
        grip: where.
        by: how far the hand is from there.
        reach: distance over which lines catch; 0 for not at all.
        even: keep the proportions of a resized element.
    """
    if not elements:
        return Dragged((), ())
    xs, ys = lines(design, elements[0].face, [one.name for one in elements])
    if grip is Grip.MOVE:
        left, right = min(one.x for one in elements), max(one.right for one in elements)
        top, bottom = min(one.y for one in elements), max(one.bottom for one in elements)
        dx, upright = _caught((left, (left + right) // 2, right), by[0], xs, reach)
        dy, level = _caught((top, (top + bottom) // 2, bottom), by[1], ys, reach)
        moved = tuple(replace(one, x=one.x + dx, y=one.y + dy) for one in elements)
        return Dragged(moved, _guides(upright, level))
    one = elements[0]
    left, top, right, bottom = one.x, one.y, one.right, one.bottom
    upright, level = None, None
    if "e" in grip:
        dx, upright = _caught((right,), by[0], xs, reach)
        right = max(right + dx, left + SMALLEST)
    if "w" in grip:
        dx, upright = _caught((left,), by[0], xs, reach)
        left = min(left + dx, right - SMALLEST)
    if "s" in grip:
        dy, level = _caught((bottom,), by[1], ys, reach)
        bottom = max(bottom + dy, top + SMALLEST)
    if "n" in grip:
        dy, level = _caught((top,), by[1], ys, reach)
        top = min(top + dy, bottom - SMALLEST)
    if (even or one.kind is Kind.QR) and len(grip) == 2 and one.width and one.height:
        # The width leads, and the corner across stays.
        high = max(round((right - left) * one.height / one.width), SMALLEST)
        top, bottom = (bottom - high, bottom) if "n" in grip else (top, top + high)
        level = None
    resized = replace(one, x=left, y=top, width=right - left, height=bottom - top)
    return Dragged((resized,), _guides(upright, level))


def at(design: Design, face: Face, x: int, y: int) -> str:
    """Return the name of the topmost element at a point, or an empty text."""
    for one in reversed(design.elements):
        if one.face is face and one.x <= x <= one.right and one.y <= y <= one.bottom:
            return one.name
    return ""


def _caught(edges: Sequence[int], by: int, lines_: Sequence[int], reach: int) -> tuple[int, int | None]:
    """Return how far edges go, moved by a distance, and the line that caught one of them."""
    if reach <= 0:
        return by, None
    best: tuple[int, int, int] | None = None
    for edge in edges:
        for line in lines_:
            off = line - (edge + by)
            if abs(off) <= reach and (best is None or abs(off) < best[0]):
                best = abs(off), by + off, line
    return (best[1], best[2]) if best is not None else (round(by / 100) * 100, None)


def _guides(upright: int | None, level: int | None) -> tuple[Guide, ...]:
    found = []
    if upright is not None:
        found.append(Guide(True, upright))
    if level is not None:
        found.append(Guide(False, level))
    return tuple(found)
