"""Draw a rectangular booth."""

from hallwright.editing import booths
from hallwright.editing.numbering import next_number
from hallwright.expo.lengths import area_text, size_text
from hallwright.geometry.outline import Box, Outline, rectangle, spanned
from hallwright.support.i18n import N_
from hallwright.tools.conflicts import conflicts
from hallwright.tools.distances import distances
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
    hint = N_("Drag from corner to corner, or click for 3 × 3 m. Alt draws without snapping.")
    order = 20
    cursor = "cross"

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the gesture."""
        self._corner: tuple[int, int] | None = None
        self._from: Pointer | None = None

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the module that a click would place."""
        return keep(_shown(scene, *self._module(scene, at)))

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Set the first corner."""
        self._from = at
        self._corner = snap_pointer(scene, at)[:2]
        return keep()

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the booth with its size."""
        return keep(_shown(scene, *self._outline(scene, at)))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Add the booth, with the number that follows its neighbour's."""
        if self._corner is None:
            return revert()
        outline, _ = self._outline(scene, at)
        self.reset()
        number = next_number(scene.show, scene.hall, outline)
        return commit(booths.draw(scene.show, scene.hall, outline, number=number), select_made=True)

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc gives the gesture up."""
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
        if max(abs(at.x - start.x), abs(at.y - start.y)) < SLACK * at.pixel:
            return self._module(scene, start)
        x, y, guides = snap_corner(scene, self._corner, at)
        if at.shift:
            side = max(abs(x - self._corner[0]), abs(y - self._corner[1]))
            x = self._corner[0] + (side if x >= self._corner[0] else -side)
            y = self._corner[1] + (side if y >= self._corner[1] else -side)
        return spanned(self._corner, (x, y)), guides


def _shown(scene: Scene, outline: Outline, guides: tuple[Guide, ...]) -> Preview:
    width, depth = outline[1][0] - outline[0][0], outline[2][1] - outline[1][1]
    caption = f"{size_text(width, depth, scene.unit)}   {area_text(width * depth, scene.unit)}"
    told = distances(scene, [outline], frozenset(), guides)
    return Preview({"": outline}, conflicts(scene, {"": outline}), told, caption=caption)
