"""Draw a zone: a named, coloured part of the hall."""

from hallwright.editing.change import Change
from hallwright.editing.floor import add_zone
from hallwright.expo.lengths import area_text, size_text, told
from hallwright.geometry.outline import Outline, spanned
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.tools.corners import Corners
from hallwright.tools.distances import distances
from hallwright.tools.snapping import snap_corner, snap_pointer
from hallwright.tools.tool import Answer, Guide, Option, Pointer, Preview, Scene, Tool, commit, keep, revert

COLOURS = ("#8db8f0", "#97d3a4", "#f5bd8a", "#c9aeea", "#f5b1c2", "#f3df7d", "#9ad9d6", "#d4c3a3")
"""Pastels that stay apart; the first that the hall does not use yet is taken."""
SMALLEST = 1000
SLACK = 4
"""A press that moves less, in pixels, is a click: the first corner of a polygon."""


class DrawZone(Tool):
    """A drag draws a rectangle, clicks draw corner by corner; the floor tool drags corners into any shape later."""

    name = "draw-zone"
    label = N_("Draw a zone")
    icon = "square-dashed"
    shortcut = "Z"
    hint = N_("Type the zone's name and drag a rectangle, or click its corners and close with Enter or on the first.")
    order = 70
    cursor = "cross"
    options = (Option("zone", N_("Name")),)

    def __init__(self) -> None:
        self.zone = ""
        self._corners = Corners(self._made)
        self._corners.role = "zone.moving"
        self.reset()

    def reset(self) -> None:
        """Forget the gesture; the name stays."""
        self._corners.reset()
        self._corner: tuple[int, int] | None = None
        self._from: Pointer | None = None

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the corner that a click would set, and the outline so far."""
        return self._corners.hover(scene, at)

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Set the first corner, or add one."""
        if self._corners.begun:
            return self._corners.press(scene, at)
        self._from, self._corner = at, snap_pointer(scene, at)[:2]
        return keep()

    def double(self, scene: Scene, at: Pointer) -> Answer:
        """Close a polygon."""
        return self._corners.double(scene, at) if self._corners.begun else self.press(scene, at)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the zone with its size."""
        if self._corners.begun or not self._dragged(at):
            return self._corners.hover(scene, at)
        outline, guides = self._outline(scene, at)
        width, depth = outline[1][0] - outline[0][0], outline[2][1] - outline[1][1]
        caption = f"{size_text(width, depth, scene.unit)}   {area_text(width * depth, scene.unit)}"
        told = distances(scene, [outline], frozenset(), guides)
        return keep(Preview({"": outline}, guides=told, caption=caption, role="zone.moving"))

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
            raise Refused(
                _("A zone is at least {least} wide and deep").format(least=told(1000)),
                mend=_("Drag from corner to corner."),
            )
        return commit(self._made(scene, outline), select_made=True)

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Enter closes a polygon, Backspace takes its last corner back, Esc gives the gesture up."""
        if self._corners.begun:
            return self._corners.key(scene, key)
        if key != "escape" or self._corner is None:
            return None
        self.reset()
        return revert()

    def _outline(self, scene: Scene, at: Pointer) -> tuple[Outline, tuple[Guide, ...]]:
        corner = self._corner or (round(at.x), round(at.y))
        x, y, guides = snap_corner(scene, corner, at)
        return spanned(corner, (x, y)), guides

    def _dragged(self, at: Pointer) -> bool:
        start = self._from
        return start is not None and max(abs(at.x - start.x), abs(at.y - start.y)) >= SLACK * at.pixel

    def _made(self, scene: Scene, outline: Outline) -> Change:
        change = new_zone(scene, outline, self.zone.strip())
        self.zone = ""
        return change


def new_zone(scene: Scene, outline: Outline, name: str) -> Change:
    """Add a zone in the first colour that the hall does not use yet; without a name it is numbered."""
    zones = scene.show.zones.where("hall", scene.hall)
    used = {zone.colour for zone in zones}
    colour = next((c for c in COLOURS if c not in used), COLOURS[len(zones) % len(COLOURS)])
    name = name or _("Zone {count}").format(count=len(zones) + 1)
    return add_zone(scene.show, scene.hall, name, colour, outline)
