"""A piece of floor drawn as one likes: a drag draws a rectangle, clicks draw corner by corner."""

from collections.abc import Callable

from hallwright.editing.change import Change
from hallwright.expo.lengths import area_text, size_text, told
from hallwright.geometry.outline import Outline, spanned
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.tools.corners import Corners
from hallwright.tools.distances import distances
from hallwright.tools.entry import TIMES, Entry
from hallwright.tools.snapping import snap_corner, snap_pointer
from hallwright.tools.tool import Answer, Guide, Pointer, Preview, Scene, commit, keep, revert

SMALLEST = 1000
SLACK = 4
"""A press that moves less, in pixels, is a click: the first corner of a polygon."""


class Outlining:
    """The gesture of a tool that draws floor; while a rectangle is dragged, its sides may be typed."""

    def __init__(self, finish: Callable[[Scene, Outline], Change], role: str, too_small: str) -> None:
        """Begin with nothing drawn.

        Args:
            finish: makes the change of a closed outline, or refuses it.
            role: how to draw it.
            too_small: marked text that refuses a rectangle of less than ``{least}``.
        """
        self._finish = finish
        self._role = role
        self._too_small = too_small
        self._corners = Corners(finish)
        self._corners.role = role
        self._entry = Entry(TIMES)
        self.reset()

    def reset(self) -> None:
        """Forget the gesture."""
        self._corners.reset()
        self._entry.clear()
        self._corner: tuple[int, int] | None = None
        self._from: Pointer | None = None
        self._at: Pointer | None = None

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the corner that a click would set, and the outline so far."""
        return self._corners.hover(scene, at)

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Set the first corner, or add one."""
        if self._corners.begun:
            return self._corners.press(scene, at)
        self._from, self._corner, self._at = at, snap_pointer(scene, at)[:2], at
        return keep()

    def double(self, scene: Scene, at: Pointer) -> Answer:
        """Close a polygon."""
        return self._corners.double(scene, at) if self._corners.begun else self.press(scene, at)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the rectangle with its size."""
        self._at = at
        if self._corners.begun or not self._dragged(at):
            return self._corners.hover(scene, at)
        outline, guides = self._outline(scene, at)
        width, depth = outline[1][0] - outline[0][0], outline[2][1] - outline[1][1]
        caption = f"{size_text(width, depth, scene.unit)}   {area_text(width * depth, scene.unit)}"
        shown = distances(scene, [outline], frozenset(), guides)
        return keep(Preview({"": outline}, guides=shown, caption=caption, role=self._role, entry=self._entry.text))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Add the rectangle, or begin a polygon."""
        start = self._from
        if self._corners.begun or start is None:
            return self._corners.release(scene, at)
        if not self._dragged(at):
            self.reset()
            return self._corners.press(scene, start)
        outline = self._outline(scene, at)[0]
        self.reset()
        if min(outline[1][0] - outline[0][0], outline[2][1] - outline[1][1]) < SMALLEST:
            raise Refused(_(self._too_small).format(least=told(SMALLEST)), mend=_("Drag from corner to corner."))
        return commit(self._finish(scene, outline), select_made=True)

    def key(self, scene: Scene, key: str) -> Answer | None:
        """Enter closes a polygon, Backspace takes its last corner back, Esc gives the gesture up."""
        if self._corners.begun:
            return self._corners.key(scene, key)
        if self._entry.text and self._at is not None:
            if key == "enter":
                shown = self.drag(scene, self._at)
                return self._entry.refused(scene.unit, shown) or self.release(scene, self._at)
            if self._entry.key(key):
                return self.drag(scene, self._at)
        if key != "escape" or self._corner is None:
            return None
        self.reset()
        return revert()

    def takes(self, text: str) -> bool:
        """Say whether a character belongs to a length."""
        return self._corners.takes(text) or (self._corner is not None and self._entry.takes(text))

    def type(self, scene: Scene, text: str) -> Answer | None:
        """Take a character of a length or a size."""
        if self._corners.begun:
            return self._corners.type(scene, text)
        if self._at is None:
            return None
        self._entry.take(text)
        return self.drag(scene, self._at)

    def _outline(self, scene: Scene, at: Pointer) -> tuple[Outline, tuple[Guide, ...]]:
        corner = self._corner or (round(at.x), round(at.y))
        x, y, guides = snap_corner(scene, corner, at)
        typed = self._entry.read(scene.unit)
        return (
            (spanned(corner, (x, y)), guides) if typed is None else (spanned(corner, typed.across(corner, (x, y))), ())
        )

    def _dragged(self, at: Pointer) -> bool:
        start = self._from
        if start is None:
            return False
        return bool(self._entry.text) or max(abs(at.x - start.x), abs(at.y - start.y)) >= SLACK * at.pixel
