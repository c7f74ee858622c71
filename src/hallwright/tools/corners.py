"""An outline drawn corner by corner, whatever becomes of it: booth, zone, hall, area to keep clear."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from hallwright.editing.change import Change
from hallwright.expo.lengths import area_text, length_text, size_text
from hallwright.geometry.cutting import straightened
from hallwright.geometry.outline import Outline, Point, area, fault, segments_meet, spanned, tidy
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.tools.catching import catch_corner
from hallwright.tools.conflicts import conflicts
from hallwright.tools.distances import distances
from hallwright.tools.entry import ANGLE, Entry, Typed
from hallwright.tools.snapping import REACH, snap_point
from hallwright.tools.tool import Answer, Guide, Pointer, Preview, Scene, Sign, commit, keep, revert

GRIP = 9
"""How near the pointer must come to the first corner to close the outline, in pixels."""
STRAIGHT = math.tan(math.radians(3))
"""A side whose length is typed runs along an axis if the pointer is no farther off than this."""
CROSSES = N_("the outline would cross itself")


class Corners:
    """Click corners; Enter, a double click or a click on the first corner closes; Backspace takes one back.

    Once there is a corner, a length may be typed: Enter, or a click, then sets the next corner so far from the last, in
    the direction of the pointer or at the angle typed after it. Width and depth make a rectangle of the first corner.

    Attributes:
        role: how to draw the outline; empty for a booth, whose conflicts are shown.
    """

    def __init__(self, finish: Callable[[Scene, Outline], Change]) -> None:
        """Begin with no corner; ``finish`` makes the change of a closed outline, or refuses it."""
        self._finish = finish
        self._entry = Entry(ANGLE)
        self.role = ""
        self.reset()

    @property
    def begun(self) -> bool:
        """Whether there is a corner."""
        return bool(self._corners)

    def reset(self) -> None:
        """Forget the corners."""
        self._corners: list[Point] = []
        self._entry.clear()
        self._at: Pointer | None = None

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the outline with the corner that a click would add."""
        self._at = at
        return keep(self._preview(scene, at))

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Add a corner, or close the outline on its first."""
        self._at = at
        if self._closes(at):
            return self._close(scene)
        return self._add(scene, at)

    def double(self, scene: Scene, at: Pointer) -> Answer:
        """Close the outline: its last corner came with the first click."""
        return self._close(scene) if len(self._corners) > 1 else keep(self._preview(scene, at))

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Treat a move with the button held as any other: corners come by clicks."""
        return self.hover(scene, at)

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Go on; the corner came with the press."""
        return self.hover(scene, at) if self._corners else revert()

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Enter closes, Backspace takes the last corner back, Esc gives up; what is typed comes first."""
        if not self._corners:
            return None
        if self._entry.text and self._at is not None:
            if key == "enter":
                shown = keep(self._preview(scene, self._at))
                return self._entry.refused(scene.unit, shown) or self._add(scene, self._at)
            if self._entry.key(key):
                return keep(self._preview(scene, self._at))
        if key == "enter":
            return self._close(scene)
        if key == "backspace":
            self._corners.pop()
            if self._corners and self._at is not None:
                return keep(self._preview(scene, self._at))
        elif key != "escape":
            return None
        self.reset()
        return revert()

    def takes(self, text: str) -> bool:
        """Say whether a character belongs to a length."""
        return bool(self._corners) and self._at is not None and self._entry.takes(text)

    def type(self, scene: Scene, text: str) -> Answer | None:
        """Take a character of a length, or of an angle after ``<`` or Tab."""
        if self._at is None:
            return None
        self._entry.take(text, sized=len(self._corners) == 1)
        return keep(self._preview(scene, self._at))

    def _add(self, scene: Scene, at: Pointer) -> Answer:
        """Add the corner that is shown, or close the rectangle that was typed."""
        typed = self._typed(scene)
        if typed is not None and typed.depth is not None:
            return self._close(scene, _rectangle(self._corners[0], typed, at))
        point, _ = self._point(scene, at)
        if not self._corners or (point != self._corners[-1] and not self._crossing(point)):
            self._corners.append(point)
            self._entry.clear()
        return keep(self._preview(scene, at))

    def _typed(self, scene: Scene) -> Typed | None:
        return self._entry.read(scene.unit) if self._corners else None

    def _close(self, scene: Scene, corners: Sequence[Point] = ()) -> Answer:
        ring = corners or self._corners
        outline = straightened(tidy(ring)) if len(ring) > 2 else tuple(ring)
        reason = _(fault(outline))
        if not reason:
            try:
                change = self._finish(scene, outline)
            except Refused as refusal:
                # The corners stay, to be corrected: a refusal that reached the hand would throw them away.
                reason = refusal.what
            else:
                self.reset()
                return commit(change, select_made=True)
        shown = {"": outline} if len(outline) > 2 else {}
        handles = tuple(self._corners)
        caption = reason[0].upper() + reason[1:]
        return keep(Preview(shown, frozenset(shown), handles=handles, caption=caption, role=self.role))

    def _closes(self, at: Pointer) -> bool:
        if len(self._corners) < 3 or self._entry.text:
            return False
        first = self._corners[0]
        return max(abs(first[0] - at.x), abs(first[1] - at.y)) <= GRIP * at.pixel

    def _crossing(self, point: Point) -> bool:
        """Say whether the side to a new corner would meet an earlier side."""
        corners = self._corners
        if point in corners:
            return True
        last = corners[-1]
        if len(corners) > 1 and fault((corners[-2], last, point)):
            # On one line with the side before: fine onwards, not back over it.
            back = corners[-2][0] - last[0], corners[-2][1] - last[1]
            if (point[0] - last[0]) * back[0] + (point[1] - last[1]) * back[1] > 0:
                return True
        return any(segments_meet(corners[k], corners[k + 1], last, point) for k in range(len(corners) - 2))

    def _preview(self, scene: Scene, at: Pointer) -> Preview:
        return replace(self._drawn(scene, at), entry=self._entry.text)

    def _drawn(self, scene: Scene, at: Pointer) -> Preview:
        typed = self._typed(scene)
        if typed is not None and typed.depth is not None:
            ring = _rectangle(self._corners[0], typed, at)
            caption = f"{size_text(typed.length, typed.depth, scene.unit)}   {area_text(area(ring), scene.unit)}"
            clash = self._conflicts(scene, {"": ring})
            return Preview({"": ring}, clash, handles=tuple(self._corners), caption=caption, role=self.role)
        if self._closes(at):
            whole = tuple(self._corners)
            reason = _(fault(whole))
            caption = (
                reason[0].upper() + reason[1:]
                if reason
                else _("Close   {area}").format(area=area_text(area(whole), scene.unit))
            )
            clash = frozenset({""}) if reason else self._conflicts(scene, {"": whole})
            return Preview({"": whole}, clash, handles=whole, caption=caption, role=self.role)
        point, guides = self._point(scene, at)
        if not self._corners:
            return Preview(guides=guides, handles=(point,))
        corners = tuple(self._corners)
        side = length_text(round(math.dist(corners[-1], point)), scene.unit)
        sides = tuple(Guide(*a, *b, sign=Sign.DRAWN) for a, b in zip(corners, (*corners[1:], point), strict=True))
        if self._crossing(point) and point != corners[-1]:
            crosses = _(CROSSES)
            caption = crosses[0].upper() + crosses[1:]
            shown = {"": (*corners, point)} if len(corners) > 1 else {}
            return Preview(shown, frozenset(shown), guides + sides, handles=corners, caption=caption, role=self.role)
        ring = tidy((*corners, point))
        if len(ring) < 3 or fault(ring):
            return Preview(guides=guides + sides, handles=corners, caption=side)
        shown = {"": ring}
        caption = f"{side}   {area_text(area(ring), scene.unit)}"
        clash = self._conflicts(scene, shown)
        told = distances(scene, [ring], frozenset(), guides)
        return Preview(shown, clash, told + sides, handles=corners, caption=caption, role=self.role)

    def _conflicts(self, scene: Scene, shown: dict[str, Outline]) -> frozenset[str]:
        return conflicts(scene, shown) if not self.role else frozenset()

    def _point(self, scene: Scene, at: Pointer) -> tuple[Point, tuple[Guide, ...]]:
        """Return the corner that a click would set: where the pointer is, or as far from the last as was typed."""
        point, guides = self._pointed(scene, at)
        typed = self._typed(scene)
        if typed is None:
            return point, guides
        last = self._corners[-1]
        if typed.angle is None and not (at.shift or at.alt or point == catch_corner(scene, at) or _slanting(guides)):
            point = _nearly_straight(last, point)
        return typed.onwards(last, point), ()

    def _pointed(self, scene: Scene, at: Pointer) -> tuple[Point, tuple[Guide, ...]]:
        guides: tuple[Guide, ...] = ()
        x, y = round(at.x), round(at.y)
        if not at.alt:
            x, y, guides = snap_point(scene, at.x, at.y, at.pixel)
        caught = catch_corner(scene, at)
        if not self._corners:
            return (caught, ()) if caught is not None else ((x, y), guides)
        last = self._corners[-1]
        if at.shift:
            return _in_steps(last, (x, y)), ()
        if caught is not None:
            return caught, ()
        if scene.snap and not at.alt:
            # In line with an own corner is wanted more often than on the grid.
            reach = REACH * at.pixel
            own_x = min(self._corners, key=lambda c: abs(c[0] - at.x))
            own_y = min(self._corners, key=lambda c: abs(c[1] - at.y))
            if abs(own_x[0] - at.x) < reach:
                x = own_x[0]
                guides += (Guide(x, own_x[1], x, y),)
            if abs(own_y[1] - at.y) < reach:
                y = own_y[1]
                guides += (Guide(own_y[0], y, x, y),)
        return (x, y), guides


def _rectangle(corner: Point, typed: Typed, at: Pointer) -> Outline:
    return spanned(corner, typed.across(corner, (round(at.x), round(at.y))))


def _slanting(guides: tuple[Guide, ...]) -> bool:
    return any(guide.x1 != guide.x2 and guide.y1 != guide.y2 for guide in guides)


def _nearly_straight(start: Point, end: Point) -> Point:
    """Return the end on an axis through the start if it is nearly there: so are most sides whose length is known."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    if abs(dy) <= STRAIGHT * abs(dx):
        return end[0], start[1]
    return (start[0], end[1]) if abs(dx) <= STRAIGHT * abs(dy) else end


def _in_steps(start: Point, end: Point) -> Point:
    """Return the point at one of eight directions from the start that is nearest to another."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    step = round(math.degrees(math.atan2(dy, dx)) / 45) % 8
    if step % 2:
        length = (abs(dx) + abs(dy)) // 2
        return start[0] + int(math.copysign(length, dx)), start[1] + int(math.copysign(length, dy))
    return (end[0], start[1]) if step % 4 == 0 else (start[0], end[1])
