"""Fitted text: as large as it may be inside a rectangle, broken into lines, never cut off."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hallwright.drawing.breaking import Measured, balanced, measured, solid
from hallwright.drawing.fonts import CAP_HEIGHT, width
from hallwright.drawing.primitives import Anchor, Floats, Text
from hallwright.geometry.outline import Outline, bounds, is_box, moved

_STEP = 0.94
_STEPS = 64  # 0.94 ** 64 is a fiftieth
_LEADING = 1.18
# A block reaches from the top of its first capitals to just under its last baseline.
_TAIL = _LEADING - CAP_HEIGHT - 0.16


class Line(NamedTuple):
    """One text of a block.

    Attributes:
        ratio: its size in parts of the block's.
        wraps: whether it may be broken into several lines.
        gap: extra space above it, in parts of the block's size.
        lines: at most so many.
    """

    text: str
    role: str = "text"
    bold: bool = False
    ratio: float = 1.0
    wraps: bool = True
    gap: float = 0.0
    lines: int = 9


class Fitted(NamedTuple):
    """A block that fits: its size, and its lines about the middle of the rectangle (0, 0)."""

    size: float
    texts: tuple[Text, ...]

    def at(self, x: float, y: float, key: str = "") -> list[Text]:
        """Return the lines with the middle of the block at a point."""
        return [Text(t.role, t.text, t.x + x, t.y + y, t.size, t.anchor, t.bold, t.angle, key) for t in self.texts]


class _Tried(NamedTuple):
    """A line as it is tried at many sizes: measured once."""

    ratio: float
    gap: float
    most: int
    text: Measured


def _tried(line: Line) -> _Tried:
    # What may not wrap counts as one piece.
    text = measured(line.text, line.bold) if line.wraps else solid(line.text, line.bold)
    return _Tried(line.ratio, line.gap, line.lines, text)


def _fits(lines: Sequence[_Tried], wide: float, high: float, size: float) -> bool:
    height = 0.0
    last = 1.0
    for last, gap, most, text in lines:
        count = text.lines(wide / (size * last))
        if not 0 < count <= most:
            return False
        height += count * last * _LEADING + (gap if height else 0.0)
    return (height - _TAIL * last) * size <= high


@lru_cache(maxsize=1 << 16)
def _largest(lines: tuple[Line, ...], wide: float, high: float) -> float:
    """Return the largest size at which a block fits a rectangle, or 0; of all steps the best is found by halving."""
    tried = [_tried(line) for line in lines]
    top = min(high / CAP_HEIGHT, wide)
    low, found = 0, _STEPS
    while low < found:
        step = (low + found) // 2
        if _fits(tried, wide, high, top * _STEP**step):
            found = step
        else:
            low = step + 1
    return top * _STEP**found if found < _STEPS else 0.0


@lru_cache(maxsize=1 << 16)
def fit(
    width_mm: float, height_mm: float, lines: tuple[Line, ...], *, smallest: float, largest: float
) -> Fitted | None:
    """Fit texts, centred and stacked, into a rectangle.

    Args:
        width_mm: width of the rectangle; all lengths share one unit.
        height_mm: its height.
        lines: what to set, from top to bottom; texts that are empty are left out.
        smallest: least size of the smallest line.
        largest: greatest size of a line with ratio 1.

    Returns:
        The block, or None when it does not fit at the smallest size. Nothing is ever shortened.
    """
    lines = tuple(line for line in lines if line.text)
    if not lines or width_mm <= 0 or height_mm <= 0:
        return None
    # Most texts fit at the greatest size allowed; only for the others is the search worth its time.
    tried = [_tried(line) for line in lines]
    size = largest if _fits(tried, width_mm, height_mm, largest) else _largest(lines, width_mm, height_mm)
    size = min(size, largest)
    if size <= 0 or size * min(line.ratio for line in lines) < smallest:
        return None
    texts: list[tuple[Line, str, float, float]] = []
    y = 0.0
    own = size
    for line in lines:
        own = size * line.ratio
        y += line.gap * size if texts else 0.0
        parts = balanced(line.text, width_mm / own, line.bold) if line.wraps else None
        for part in parts or (line.text,):
            texts.append((line, part, y + CAP_HEIGHT * own, own))
            y += own * _LEADING
    up = (y - _TAIL * own) / 2
    return Fitted(
        size, tuple(Text(line.role, part, 0.0, y - up, own, Anchor.MIDDLE, line.bold) for line, part, y, own in texts)
    )


class Room(NamedTuple):
    """An upright rectangle inside an outline, in mm."""

    left: float
    top: float
    wide: float
    high: float


@lru_cache(maxsize=1 << 14)
def _rooms(outline: Outline) -> tuple[Room, ...]:
    """Return the best upright rectangles for text inside an outline that is no box: one roomy, one wide.

    The outline is laid on a grid of its own corners and an even division; the rectangles consist of cells that lie
    wholly inside.
    """
    box = bounds(outline)
    ring = np.asarray(outline, dtype=float)
    xs = np.unique(np.concatenate([ring[:, 0], np.linspace(box.left, box.right, 17)]))
    ys = np.unique(np.concatenate([ring[:, 1], np.linspace(box.top, box.bottom, 17)]))
    inside = _cells_inside(ring, xs, ys)
    roomy, wide = 0.0, 0.0
    best = [Room(box.left, box.top, 0.0, 0.0)] * 2
    for top in range(len(ys) - 1):
        free = np.ones(len(xs) - 1, dtype=bool)
        for foot in range(top, len(ys) - 1):
            free &= inside[foot]
            if not free.any():
                break
            high = float(ys[foot + 1] - ys[top])
            for first, last in _stretches(free):
                across = float(xs[last] - xs[first])
                room = Room(float(xs[first]), float(ys[top]), across, high)
                if across * min(high, across) > roomy:
                    roomy, best[0] = across * min(high, across), room
                if min(across, 4.5 * high) > wide:
                    wide, best[1] = min(across, 4.5 * high), room
    return tuple(dict.fromkeys(best))


def _cells_inside(ring: Floats, xs: Floats, ys: Floats) -> npt.NDArray[np.bool_]:
    """Say which cells of a grid lie inside a ring: those whose middle and drawn-in corners all do."""
    inside = np.ones((len(ys) - 1, len(xs) - 1), dtype=bool)
    for fx, fy in ((0.5, 0.5), (0.02, 0.02), (0.98, 0.02), (0.98, 0.98), (0.02, 0.98)):
        px = (xs[:-1] + np.diff(xs) * fx)[None, :]
        py = (ys[:-1] + np.diff(ys) * fy)[:, None]
        odd = np.zeros_like(inside)
        for (ax, ay), (bx, by) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
            if ay != by:
                odd ^= ((ay > py) != (by > py)) & (px < (bx - ax) * (py - ay) / (by - ay) + ax)
        inside &= odd
    return inside


def _stretches(free: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the runs of True as ``(first, after last)``."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], free, [False]]).astype(np.int8)))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2).tolist()]


def inner_rooms(outline: Outline) -> tuple[Room, ...]:
    """Return the upright rectangles inside an outline that may take its label, the roomiest first."""
    left, top, right, bottom = bounds(outline)
    if is_box(outline):
        return (Room(left, top, right - left, bottom - top),)
    # By shape, not by place: a booth that is moved keeps its rooms.
    rooms = _rooms(moved(outline, -left, -top))
    return tuple(Room(room.left + left, room.top + top, room.wide, room.high) for room in rooms)


def booth_label(
    outline: Outline, number: str, name: str, name_native: str, *, smallest: float, largest: float, key: str = ""
) -> tuple[list[Text], bool]:
    """Set a booth's number and its exhibitor's name inside its outline, in world millimetres.

    Args:
        outline: the booth's outline; a label stays upright in a turned booth.
        number: set bold, on top, on one line.
        name: in Latin script, or empty.
        name_native: in the exhibitor's own script, or empty; it stands above ``name``.
        smallest: least size of any text.
        largest: greatest size of the name in an ordinary booth; the number is a little larger.
        key: id that the texts bear.

    Returns:
        The texts, and whether all is shown. What does not fit is left out from its end: first the Latin name (when
        there are two), then both, then the number.
    """
    latin = Line(name, "booth.name", gap=0.12)
    native = Line(name_native, "booth.name", gap=0.12, ratio=1.1 if name else 1.0)
    head = Line(number, "booth.number", bold=True, ratio=1.15, wraps=False)
    choices: list[tuple[Line, ...]] = [(head, native, latin)]
    if name and name_native:
        choices.append((head, native))
    if name or name_native:
        choices.append((head,))
    rooms = inner_rooms(outline)
    for lines in choices:
        found = [placed for room in rooms if (placed := _in_room(room, lines, smallest, largest))]
        if found:
            fitted, x, y = max(found, key=lambda placed: placed[0].size)
            return fitted.at(x, y, key), lines is choices[0]
    return [], False


def _in_room(
    room: Room, lines: tuple[Line, ...], smallest: float, largest: float
) -> tuple[Fitted, float, float] | None:
    """Return a label fitted to a room, and the room's middle."""
    pad = 0.07 * min(room.wide, room.high)
    wide, high = room.wide - 2 * pad, room.high - 2.4 * pad
    # A larger booth bears a larger name, up to twice the size, so that anchor exhibitors are found at once.
    largest = min(max(largest, 0.1 * min(wide, high)), 2 * largest)
    fitted = fit(wide, high, lines, smallest=smallest, largest=largest)
    return (fitted, room.left + room.wide / 2, room.top + room.high / 2) if fitted else None


def extent(text: Text) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a level line of text, from its capitals to its baseline."""
    wide = width(text.text, text.size, text.bold)
    left = text.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
    return left, text.y - CAP_HEIGHT * text.size, left + wide, text.y
