"""Draw anything with an outline of its own, corner by corner: booth, zone, hall, area to keep clear, room."""

from hallwright.editing import booths
from hallwright.editing.change import Change
from hallwright.editing.fittings import reshape_item
from hallwright.editing.floor import add_fixture
from hallwright.editing.numbering import next_number
from hallwright.expo.space import DROPS, FixtureKind
from hallwright.geometry.outline import Outline
from hallwright.support.i18n import N_
from hallwright.tools.corners import Corners
from hallwright.tools.draw_hall import new_hall
from hallwright.tools.draw_zone import new_zone
from hallwright.tools.tool import Answer, Option, Pointer, Scene, Tool

BOOTH, ZONE, HALL, NEW_HALL = "booth", "zone", "hall-outline", "new-hall"
POINTS = DROPS | {FixtureKind.HYDRANT, FixtureKind.EXTINGUISHER, FixtureKind.PANEL, FixtureKind.COLUMN}
DOORS = frozenset((FixtureKind.ENTRANCE, FixtureKind.EXIT, FixtureKind.FIRE_EXIT))
AREAS = (FixtureKind.NO_BUILD, *(kind for kind in FixtureKind if kind not in POINTS | DOORS | {FixtureKind.NO_BUILD}))
"""Kinds of fixtures with an outline worth drawing; points and doors are placed."""
_ROLES = {BOOTH: "", ZONE: "zone.moving", HALL: "hall.moving", NEW_HALL: "hall.moving"}


class DrawPolygon(Tool):
    """Click corners; Enter, a double click or a click on the first corner closes; Backspace takes one back."""

    name = "draw-polygon"
    label = N_("Draw a polygon")
    icon = "pentagon"
    shortcut = "P"
    hint = N_(
        "Click the corners, or type a length and Enter; Enter or the first corner closes. Shift: 45°, Backspace: back."
    )
    order = 25
    cursor = "cross"
    options = (
        Option(
            "what",
            N_("What"),
            (
                (BOOTH, N_("booth")),
                (ZONE, N_("zone")),
                (HALL, N_("hall outline")),
                (NEW_HALL, N_("new hall")),
                *((str(kind), kind.replace("-", " ")) for kind in AREAS),
            ),
        ),
        Option("called", N_("Name"), only=("what", frozenset((ZONE, NEW_HALL, *map(str, AREAS))))),
    )

    def __init__(self) -> None:
        self.what = BOOTH
        self.called = ""
        self._corners = Corners(self._made)

    def reset(self) -> None:
        """Forget the corners; what is drawn, and its name, stay."""
        self._corners.reset()

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the outline with the corner that a click would add."""
        return self._drawn().hover(scene, at)

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Add a corner, or close the outline on its first."""
        return self._drawn().press(scene, at)

    def double(self, scene: Scene, at: Pointer) -> Answer:
        """Close the outline: its last corner came with the first click."""
        return self._drawn().double(scene, at)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Treat a move with the button held as any other: corners come by clicks."""
        return self._drawn().hover(scene, at)

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Go on; the corner came with the press."""
        return self._drawn().release(scene, at)

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Enter closes, Backspace takes the last corner back, Esc gives up."""
        return self._drawn().key(scene, key)

    def takes(self, text: str) -> bool:
        """Say whether a character belongs to a length."""
        return self._corners.takes(text)

    def type(self, scene: Scene, text: str) -> Answer | None:
        """Take a character of the length to the next corner."""
        return self._drawn().type(scene, text)

    def _drawn(self) -> Corners:
        self._corners.role = _ROLES.get(self.what, f"fixture.{self.what}")
        return self._corners

    def _made(self, scene: Scene, outline: Outline) -> Change:
        change = self._change(scene, outline, self.called.strip())
        # Only now: what was refused keeps its name, to be drawn again.
        self.called = ""
        return change

    def _change(self, scene: Scene, outline: Outline, name: str) -> Change:
        show, hall = scene.show, scene.hall
        if self.what == BOOTH:
            return booths.draw(show, hall, outline, number=next_number(show, hall, outline))
        if self.what == HALL:
            return reshape_item(show, hall, outline)
        if self.what == ZONE:
            return new_zone(scene, outline, name)
        if self.what == NEW_HALL:
            return new_hall(scene, outline, name)
        return add_fixture(show, hall, FixtureKind(self.what), outline, name=name)
