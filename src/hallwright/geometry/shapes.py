"""Turn, mirror, resize and notch outlines; what can be exact in whole millimetres is exact."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hallwright.geometry.outline import Box, Outline, bounds, bounds_of, is_box, rectangle, tidy, turned

_SQUARE = 3.0
"""How far (mm) the sides of a turned rectangle may be from true, since its corners are rounded."""
_TRUE = 1.5
"""What a side of an upright rectangle may deviate (mm) for the same reason and still be meant upright."""


class Anchor(StrEnum):
    """What stays where it is while an outline is resized: a corner, the middle of an edge, or the centre."""

    TOP_LEFT = "top left"
    TOP = "top"
    TOP_RIGHT = "top right"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BOTTOM_LEFT = "bottom left"
    BOTTOM = "bottom"
    BOTTOM_RIGHT = "bottom right"

    @property
    def share(self) -> tuple[float, float]:
        """Where it lies in the outline's own box: 0 left or top, 1 right or bottom."""
        across = 0.0 if "left" in self.value else 1.0 if "right" in self.value else 0.5
        down = 0.0 if "top" in self.value else 1.0 if "bottom" in self.value else 0.5
        return across, down


@dataclass(frozen=True, slots=True)
class Frame:
    """The own axes of an outline: an upright box, or a rectangle that stands at an angle.

    Attributes:
        left: x of the corner that is top left in the own axes, in mm; ``top`` is its y.
        width: extent along the own x axis, that nearest to the hall's; ``depth`` along the other.
        slant: degrees by which the axes are turned clockwise on screen, above -45 and up to 45.
        square: whether the outline fills the frame, so that it is a rectangle.
    """

    left: float
    top: float
    width: float
    depth: float
    slant: float = 0.0
    square: bool = True

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return the hall's coordinates of a point given along the own axes from the top left corner."""
        if not self.slant:
            return self.left + x, self.top + y
        cosine, sine = _unit(self.slant)
        return self.left + x * cosine - y * sine, self.top + x * sine + y * cosine

    def local(self, x: float, y: float) -> tuple[float, float]:
        """Return the own coordinates of a point of the hall."""
        dx, dy = x - self.left, y - self.top
        if not self.slant:
            return dx, dy
        cosine, sine = _unit(self.slant)
        return dx * cosine + dy * sine, dy * cosine - dx * sine

    def outline(self, corners: Iterable[tuple[float, float]]) -> Outline:
        """Return an outline given in own coordinates, rounded to mm of the hall."""
        return tidy(self.place(x, y) for x, y in corners)


def frame_of(outline: Outline) -> Frame:
    """Return the own axes of an outline; those of anything but a rectangle are the hall's."""
    box = bounds(outline)
    upright = Frame(box.left, box.top, box.width, box.height, 0.0, is_box(outline))
    if upright.square or not _is_rectangle(outline):
        return upright
    sides = [(outline[k], outline[(k + 1) % 4]) for k in range(4)]
    angles = [math.degrees(math.atan2(b[1] - a[1], b[0] - a[0])) for a, b in sides]
    # The side that runs to the right lies along the width, so width is what people see as width.
    first = next((k for k in range(4) if -45 < angles[k] <= 45), None)
    if first is None:
        return upright
    ring = outline[first:] + outline[:first]
    width, depth = math.dist(ring[0], ring[1]), math.dist(ring[1], ring[2])
    start = ring[0] if _turns_right(ring) else ring[3]
    return Frame(start[0], start[1], width, depth, angles[first], True)


def turn(outlines: Sequence[Outline], degrees: float, box: Box | None = None) -> list[Outline]:
    """Return outlines turned clockwise on screen about the middle of a box, by default that around them.

    A quarter turn keeps every length exactly. Where the middle lies between two millimetres it also shifts by half a
    millimetre, to and fro in turns, so that four quarters, or one and one back, change nothing.
    """
    around = box or bounds_of(outlines)
    if around is None:
        return list(outlines)
    quarters, rest = divmod(degrees, 90)
    if math.isclose(rest, 0, abs_tol=1e-9) or math.isclose(rest, 90, abs_tol=1e-9):
        made = list(outlines)
        for _ in range(round(quarters + rest / 90) % 4):
            made, around = _quarter(made, around)
        return made
    middle = (around.left + around.right) / 2, (around.top + around.bottom) / 2
    return [_trued(tidy(turned(outline, degrees, middle))) for outline in outlines]


def _trued(outline: Outline) -> Outline:
    """Return an upright rectangle for one that misses that by rounding only, such as one turned to and fro."""
    frame = frame_of(outline)
    if is_box(outline) or not frame.square:
        return outline
    if abs(math.sin(math.radians(frame.slant))) * max(frame.width, frame.depth) > _TRUE:
        return outline
    width, depth = round(frame.width), round(frame.depth)
    x, y = frame.place(frame.width / 2, frame.depth / 2)
    return rectangle(round(x - width / 2), round(y - depth / 2), width, depth)


def _quarter(outlines: Sequence[Outline], box: Box) -> tuple[list[Outline], Box]:
    # About the doubled middle (a, b): x' = (a + b) / 2 - y, y' = (b - a) / 2 + x. When a + b is odd both are half
    # millimetres; which way they are rounded hangs on the width, whose parity changes with every such turn.
    a, b = box.left + box.right, box.top + box.bottom
    odd = (a + b) % 2
    half = 0 if not odd else 1 if box.width % 2 else -1
    sx, sy = (a + b + half) // 2, (b - a - half) // 2
    made = [tuple((sx - y, sy + x) for x, y in outline) for outline in outlines]
    return made, Box(sx - box.bottom, sy + box.left, sx - box.top, sy + box.right)


def mirror(outlines: Sequence[Outline], *, left_right: bool, box: Box | None = None) -> list[Outline]:
    """Return outlines mirrored at the middle of a box, by default that around them.

    The corners run the same way round as before.
    """
    around = box or bounds_of(outlines)
    if around is None:
        return list(outlines)
    across, down = around.left + around.right, around.top + around.bottom
    made = []
    for outline in outlines:
        if is_box(outline):
            # The same corners first, so that a lone rectangle does not change at all.
            own = bounds(outline)
            dx, dy = (across - own.left - own.right, 0) if left_right else (0, down - own.top - own.bottom)
            made.append(tuple((x + dx, y + dy) for x, y in outline))
        elif left_right:
            made.append(tuple((across - x, y) for x, y in reversed(outline)))
        else:
            made.append(tuple((x, down - y) for x, y in reversed(outline)))
    return made


def resized(outline: Outline, width: int, depth: int, anchor: Anchor = Anchor.TOP_LEFT) -> Outline:
    """Return the outline at another size along its own axes: a rectangle stays one, any other outline is scaled."""
    across, down = anchor.share
    frame = frame_of(outline)
    if is_box(outline):
        box = bounds(outline)
        left = box.left + math.floor((box.width - width) * across)
        top = box.top + math.floor((box.height - depth) * down)
        return rectangle(left, top, width, depth)
    left_shift, top_shift = (frame.width - width) * across, (frame.depth - depth) * down
    if frame.square:
        # Built anew, not scaled: scaling would multiply what rounding left of its angle.
        right, bottom = left_shift + width, top_shift + depth
        return frame.outline(((left_shift, top_shift), (right, top_shift), (right, bottom), (left_shift, bottom)))
    fx, fy = width / frame.width, depth / frame.depth
    local = (frame.local(x, y) for x, y in outline)
    return frame.outline((left_shift + x * fx, top_shift + y * fy) for x, y in local)


class Side(StrEnum):
    """A side of a rectangle in its own axes."""

    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"
    LEFT = "left"


def l_shape(outline: Outline, notch_width: int, notch_depth: int, corner: Anchor) -> Outline:
    """Return a rectangle with a notch cut out of a corner.

    Raises:
        ValueError: the outline is no rectangle, the anchor no corner, or the notch leaves nothing beside it.
    """
    frame = _notchable(outline)
    across, down = corner.share
    if 0.5 in (across, down):
        raise ValueError("an L-shape has its notch in a corner")
    width, depth = frame.width, frame.depth
    if not (0 < notch_width < width and 0 < notch_depth < depth):
        raise ValueError("the notch must be smaller than the booth")
    # Drawn with the notch at the top right, then laid over the corner that is meant.
    w, d = notch_width, notch_depth
    ring = [(0.0, 0.0), (width - w, 0.0), (width - w, float(d)), (width, float(d)), (width, depth), (0.0, depth)]
    return frame.outline(_laid(ring, width, depth, flip_x=across == 0.0, flip_y=down == 1.0))


def u_shape(outline: Outline, notch_width: int, notch_depth: int, side: Side, offset: int | None = None) -> Outline:
    """Return a rectangle with a notch cut into a side.

    Args:
        outline: a rectangle, upright or at an angle.
        notch_width: length of the notch along the side, in mm.
        notch_depth: how far it reaches in.
        side: the side that is open.
        offset: from the left or upper end of the side to the notch; None puts it in the middle.

    Raises:
        ValueError: the outline is no rectangle, or the notch leaves no arm on one of its sides.
    """
    frame = _notchable(outline)
    along, inward = (frame.width, frame.depth) if side in (Side.TOP, Side.BOTTOM) else (frame.depth, frame.width)
    start = (along - notch_width) / 2 if offset is None else float(offset)
    end = start + notch_width
    if not (notch_width > 0 and start > 0 and end < along and 0 < notch_depth < inward):
        raise ValueError("the notch must leave an arm on both of its sides and a back")
    d = float(notch_depth)
    ring = [(0.0, 0.0), (start, 0.0), (start, d), (end, d), (end, 0.0), (along, 0.0), (along, inward), (0.0, inward)]
    if side in (Side.LEFT, Side.RIGHT):
        # Swapping the axes mirrors the ring; reversed, it runs the same way round as before.
        ring = [(y, x) for x, y in reversed(ring)]
    laid = _laid(ring, frame.width, frame.depth, flip_x=side is Side.RIGHT, flip_y=side is Side.BOTTOM)
    return frame.outline(laid)


def _laid(
    ring: list[tuple[float, float]], width: float, depth: float, *, flip_x: bool, flip_y: bool
) -> list[tuple[float, float]]:
    made = [(width - x if flip_x else x, depth - y if flip_y else y) for x, y in ring]
    return made[::-1] if flip_x != flip_y else made


def _notchable(outline: Outline) -> Frame:
    frame = frame_of(outline)
    if not frame.square:
        raise ValueError("only a rectangle takes a notch")
    return frame


def _unit(degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return math.cos(angle), math.sin(angle)


def _is_rectangle(outline: Outline) -> bool:
    if len(outline) != 4:
        return False
    a, b, c, d = outline
    # Diagonals that halve each other and are equal make a rectangle.
    if abs(a[0] + c[0] - b[0] - d[0]) > _SQUARE or abs(a[1] + c[1] - b[1] - d[1]) > _SQUARE:
        return False
    return abs(math.dist(a, c) - math.dist(b, d)) <= _SQUARE and math.dist(a, b) > 0 and math.dist(b, c) > 0


def _turns_right(ring: Outline) -> bool:
    (ax, ay), (bx, by), (cx, cy) = ring[:3]
    return (bx - ax) * (cy - by) - (by - ay) * (cx - bx) > 0
