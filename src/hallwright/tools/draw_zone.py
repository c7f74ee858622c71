"""Draw a zone: a named, coloured part of the hall."""

from hallwright.editing.floor import add_zone
from hallwright.geometry.outline import Outline, spanned
from hallwright.geometry.units import area_text, size_text
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.tools.distances import distances
from hallwright.tools.snapping import snap_corner, snap_pointer
from hallwright.tools.tool import Answer, Guide, Option, Pointer, Preview, Scene, Tool, commit, keep, revert

COLOURS = ("#8db8f0", "#97d3a4", "#f5bd8a", "#c9aeea", "#f5b1c2", "#f3df7d", "#9ad9d6", "#d4c3a3")
"""Pastels that stay apart; the first that the hall does not use yet is taken."""
SMALLEST = 1000


class DrawZone(Tool):
    """Drag from corner to corner; the corners are then dragged with the floor tool into any shape."""

    name = "draw-zone"
    label = N_("Draw a zone")
    icon = "square-dashed"
    shortcut = "Z"
    hint = N_("Type the zone's name and drag from corner to corner. Alt draws without snapping.")
    order = 70
    cursor = "cross"
    options = (Option("zone", N_("Name")),)

    def __init__(self) -> None:
        self.zone = ""
        self.reset()

    def reset(self) -> None:
        """Forget the gesture; the name stays."""
        self._corner: tuple[int, int] | None = None

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Set the first corner."""
        self._corner = snap_pointer(scene, at)[:2]
        return keep()

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the zone with its size."""
        outline, guides = self._outline(scene, at)
        width, depth = outline[1][0] - outline[0][0], outline[2][1] - outline[1][1]
        caption = f"{size_text(width, depth, scene.unit)}   {area_text(width * depth, scene.unit)}"
        told = distances(scene, [outline], frozenset(), guides)
        return keep(Preview({"": outline}, guides=told, caption=caption, role="zone.moving"))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Add the zone."""
        if self._corner is None:
            return revert()
        outline = self._outline(scene, at)[0]
        self.reset()
        if min(outline[1][0] - outline[0][0], outline[2][1] - outline[1][1]) < SMALLEST:
            raise Refused(_("A zone is at least 1 m wide and deep"), mend=_("Drag from corner to corner."))
        zones = scene.show.zones.where("hall", scene.hall)
        used = {zone.colour for zone in zones}
        colour = next((c for c in COLOURS if c not in used), COLOURS[len(zones) % len(COLOURS)])
        name = self.zone.strip() or _("Zone {count}").format(count=len(zones) + 1)
        self.zone = ""
        return commit(add_zone(scene.show, scene.hall, name, colour, outline), select_made=True)

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc gives the gesture up."""
        if key != "escape" or self._corner is None:
            return None
        self.reset()
        return revert()

    def _outline(self, scene: Scene, at: Pointer) -> tuple[Outline, tuple[Guide, ...]]:
        corner = self._corner or (round(at.x), round(at.y))
        x, y, guides = snap_corner(scene, corner, at)
        return spanned(corner, (x, y)), guides
