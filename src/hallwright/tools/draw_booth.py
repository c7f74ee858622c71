"""Draw a rectangular booth."""

from hallwright.editing import booths
from hallwright.editing.numbering import next_number
from hallwright.expo.lengths import area_text, size_text
from hallwright.geometry.outline import Box, Outline, rectangle, spanned
from hallwright.support.i18n import N_
from hallwright.tools.conflicts import conflicts
from hallwright.tools.distances import distances
from hallwright.tools.entry import TIMES, Entry
from hallwright.tools.snapping import snap_box, snap_corner, snap_pointer
from hallwright.tools.tool import Answer, Guide, Pointer, Preview, Scene, Tool, commit, keep, revert

MODULE = 3000
"""A click without a drag gives the usual module of 3 x 3 m."""
SLACK = 4


class DrawBooth(Tool):
    """Drag from corner to corner; a mere click places a booth of 3 x 3 m."""

    name = "draw-booth"
    label = N_("Draw a booth")
    icon = "square-plus"
    shortcut = "B"
    hint = N_(
        "Drag from corner to corner, or click for 3 × 3 m; type a size, such as 6x3, on the way. Alt: no snapping."
    )
    order = 20
    cursor = "cross"

    def __init__(self) -> None:
        self._entry = Entry(TIMES)
        self.reset()

    def reset(self) -> None:
        """Forget the gesture."""
        self._corner: tuple[int, int] | None = None
        self._from: Pointer | None = None
        self._at: Pointer | None = None
        self._entry.clear()

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the module that a click would place."""
        return keep(_shown(scene, *self._module(scene, at)))

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Set the first corner."""
        self._from = self._at = at
        self._corner = snap_pointer(scene, at)[:2]
        return keep()

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the booth with its size."""
        self._at = at
        return keep(_shown(scene, *self._outline(scene, at), self._entry.text))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Add the booth, with the number that follows its neighbour's."""
        if self._corner is None:
            return revert()
        outline, _ = self._outline(scene, at)
        self.reset()
        number = next_number(scene.show, scene.hall, outline)
        return commit(booths.draw(scene.show, scene.hall, outline, number=number), select_made=True)

    def takes(self, text: str) -> bool:
        """Say whether a character belongs to the size of what is being dragged."""
        return self._from is not None and self._entry.takes(text)

    def type(self, scene: Scene, text: str) -> Answer | None:
        """Take a character of the size."""
        if self._at is None:
            return None
        self._entry.take(text)
        return self.drag(scene, self._at)

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc gives the gesture up; what is typed comes first."""
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

    def _module(self, scene: Scene, at: Pointer) -> tuple[Outline, tuple[Guide, ...]]:
        left, top = round(at.x) - MODULE // 2, round(at.y) - MODULE // 2
        if at.alt:
            return rectangle(left, top, MODULE, MODULE), ()
        snap = snap_box(scene, Box(left, top, left + MODULE, top + MODULE), at.pixel)
        return rectangle(left + snap.dx, top + snap.dy, MODULE, MODULE), snap.guides

    def _outline(self, scene: Scene, at: Pointer) -> tuple[Outline, tuple[Guide, ...]]:
        start = self._from
        if self._corner is None or start is None:
            return self._module(scene, at)
        if not self._entry.text and max(abs(at.x - start.x), abs(at.y - start.y)) < SLACK * at.pixel:
            return self._module(scene, start)
        x, y, guides = snap_corner(scene, self._corner, at)
        typed = self._entry.read(scene.unit)
        if typed is not None:
            return spanned(self._corner, typed.across(self._corner, (x, y))), ()
        if at.shift:
            side = max(abs(x - self._corner[0]), abs(y - self._corner[1]))
            x = self._corner[0] + (side if x >= self._corner[0] else -side)
            y = self._corner[1] + (side if y >= self._corner[1] else -side)
        return spanned(self._corner, (x, y)), guides


def _shown(scene: Scene, outline: Outline, guides: tuple[Guide, ...], entry: str = "") -> Preview:
    width, depth = outline[1][0] - outline[0][0], outline[2][1] - outline[1][1]
    caption = f"{size_text(width, depth, scene.unit)}   {area_text(width * depth, scene.unit)}"
    told = distances(scene, [outline], frozenset(), guides)
    return Preview({"": outline}, conflicts(scene, {"": outline}), told, caption=caption, entry=entry)
