"""Draw a zone: a named, coloured part of the hall."""

from hallwright.editing.change import Change
from hallwright.editing.floor import add_zone
from hallwright.geometry.outline import Outline
from hallwright.support.i18n import N_, _
from hallwright.tools.outlining import Outlining
from hallwright.tools.tool import Answer, Option, Pointer, Scene, Tool

COLOURS = ("#8db8f0", "#97d3a4", "#f5bd8a", "#c9aeea", "#f5b1c2", "#f3df7d", "#9ad9d6", "#d4c3a3")
"""Pastels that stay apart; the first that the hall does not use yet is taken."""


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
        self._outlining = Outlining(self._made, "zone.moving", N_("A zone is at least {least} wide and deep"))

    def reset(self) -> None:
        """Forget the gesture; the name stays."""
        self._outlining.reset()

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the corner that a click would set, and the outline so far."""
        return self._outlining.hover(scene, at)

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Set the first corner, or add one."""
        return self._outlining.press(scene, at)

    def double(self, scene: Scene, at: Pointer) -> Answer:
        """Close a polygon."""
        return self._outlining.double(scene, at)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the zone with its size."""
        return self._outlining.drag(scene, at)

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Add the rectangle, or begin a polygon."""
        return self._outlining.release(scene, at)

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Enter closes a polygon, Backspace takes its last corner back, Esc gives the gesture up."""
        return self._outlining.key(scene, key)

    def takes(self, text: str) -> bool:
        """Say whether a character belongs to a length."""
        return self._outlining.takes(text)

    def type(self, scene: Scene, text: str) -> Answer | None:
        """Take a character of a length or a size."""
        return self._outlining.type(scene, text)

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
