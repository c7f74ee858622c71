"""Draw a hall, the first of a project or a further one, or draw the outline of this one anew."""

from hallwright.editing.change import Change
from hallwright.editing.fittings import reshape_item
from hallwright.editing.floor import add_hall, free_name
from hallwright.geometry.outline import Outline
from hallwright.support.i18n import N_
from hallwright.tools.outlining import Outlining
from hallwright.tools.tool import Answer, Option, Pointer, Scene, Tool

NEW, OUTLINE = "new", "outline"


class DrawHall(Tool):
    """A drag draws a rectangle, clicks draw corner by corner; lengths may be typed on the way."""

    name = "draw-hall"
    label = N_("Draw a hall")
    icon = "building-2"
    shortcut = "W"
    hint = N_("Drag a rectangle, or click the corners; type lengths on the way, such as 60x40. Enter closes.")
    order = 58
    cursor = "cross"
    needs_hall = False
    options = (
        Option("what", N_("What"), ((NEW, N_("new hall")), (OUTLINE, N_("outline of this hall")))),
        Option("called", N_("Name"), only=("what", frozenset({NEW}))),
    )

    def __init__(self) -> None:
        self.what = NEW
        self.called = ""
        self._outlining = Outlining(self._made, "hall.moving", N_("A hall is at least {least} wide and deep"))

    def reset(self) -> None:
        """Forget the gesture; what is drawn, and its name, stay."""
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
        """Show the rectangle with its size."""
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
        if self.what == OUTLINE and scene.hall:
            return reshape_item(scene.show, scene.hall, outline)
        change = new_hall(scene, outline, self.called.strip())
        # Only now: what was refused keeps its name, to be drawn again.
        self.called = ""
        return change


def new_hall(scene: Scene, outline: Outline, name: str) -> Change:
    """Add a hall on the storey of the present one; without a name it is numbered."""
    here = scene.show.halls.get(scene.hall)
    storey = here.storey if here is not None else ""
    return add_hall(scene.show, name or free_name(scene.show), outline, storey=storey)
