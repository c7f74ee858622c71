"""Move a hall with all that is in it, to lay the storeys of a venue on each other."""

from dataclasses import replace

from hallwright.drawing.beneath import traced
from hallwright.editing.halls import concerned, move_hall
from hallwright.exchange.measures import length
from hallwright.expo.lengths import shift_text
from hallwright.expo.space import FixtureKind
from hallwright.expo.storeys import matching
from hallwright.geometry.outline import Outline, Point, moved
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.support.numbers import as_typed
from hallwright.tools.catching import catch_corner, nearest_corner
from hallwright.tools.entry import ANGLE, Entry
from hallwright.tools.tool import Answer, Guide, Option, Pointer, Preview, Scene, Sign, Tool, commit_made, keep, revert

SLACK = 4
WITH, WITHOUT = "move along", "stay"
_SEEN = frozenset((FixtureKind.COLUMN, FixtureKind.WALL))


class MoveHall(Tool):
    """Drag the hall by a corner, or click a corner in it and then the one of the storey beneath where it belongs.

    A distance can be typed on the way, and so many metres to the right and down in the fields of the tool.
    """

    name = "move-hall"
    label = N_("Move a hall")
    icon = "map"
    shortcut = "O"
    hint = N_("Click a corner, then where it belongs on the storey beneath; or drag the hall.")
    order = 62
    cursor = "cross"
    shows_selection = True
    options = (
        Option("right", N_("Right")),
        Option("down", N_("Down")),
        Option("underlays", N_("Underlays"), ((WITH, N_("move along")), (WITHOUT, N_("stay")))),
    )

    def __init__(self) -> None:
        self.right = self.down = ""
        self.underlays = WITH
        self._entry = Entry(ANGLE)
        self.reset()

    def reset(self) -> None:
        """Forget the gesture; whether underlays move along stays."""
        self._entry.clear()
        self._base: Point | None = None
        self._hall = ""
        self._from: Pointer | None = None
        self._at: Pointer | None = None

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the corner that a click would take, or the hall where the next would lay it."""
        self._at = at
        if self._base is None or self._hall != scene.hall:
            self._base = None
            caught = catch_corner(_alone(scene), at)
            return keep(Preview(guides=_traced(scene), handles=(caught,) if caught is not None else ()))
        return keep(self._shown(scene, at))

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Take the hall by a point, or lay it down."""
        self._at = at
        if self._base is not None and self._hall == scene.hall:
            return self._laid(scene, at)
        self._from, self._hall = at, scene.hall
        self._base = catch_corner(_alone(scene), at) or (round(at.x), round(at.y))
        return keep(Preview(guides=_traced(scene), handles=(self._base,)))

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the hall as it would lie."""
        return self.hover(scene, at)

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Lay the hall down if it was dragged; a click waits for the second one."""
        start, self._from = self._from, None
        if self._base is None or start is None:
            return revert()
        if max(abs(at.x - start.x), abs(at.y - start.y)) < SLACK * at.pixel and not self._entry.text:
            return keep(self._shown(scene, at))
        return self._laid(scene, at)

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Enter lays the hall where it was typed, Esc lets go of it; arrows nudge."""
        if self._entry.text and self._at is not None:
            shown = keep(self._shown(scene, self._at))
            if key == "enter":
                return self._entry.refused(scene.unit, shown) or self._laid(scene, self._at)
            if self._entry.key(key):
                return keep(self._shown(scene, self._at))
        if key in ("escape", "backspace") and self._base is not None:
            self.reset()
            return revert()
        if key == "enter" and (self.right.strip() or self.down.strip()):
            way = _typed(self.right, scene.unit), _typed(self.down, scene.unit)
            self.right = self.down = ""
            return self._moved(scene, way)
        steps = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
        if key not in steps or self._base is not None:
            return None
        step = 1000 if shift else scene.grid
        return self._moved(scene, (steps[key][0] * step, steps[key][1] * step))

    def takes(self, text: str) -> bool:
        """Say whether a character belongs to a distance."""
        return self._base is not None and self._entry.takes(text)

    def type(self, scene: Scene, text: str) -> Answer | None:
        """Take a character of a distance."""
        if self._at is None:
            return None
        self._entry.take(text, sized=False)
        return keep(self._shown(scene, self._at))

    def _laid(self, scene: Scene, at: Pointer) -> Answer:
        return self._moved(scene, self._way(scene, at))

    def _moved(self, scene: Scene, way: tuple[int, int]) -> Answer:
        show, hall, along = scene.show, scene.hall, self.underlays == WITH
        self.reset()
        if way == (0, 0):
            return revert()
        return commit_made(lambda: move_hall(show, hall, *way, underlays=along), concerned(show, hall))

    def _way(self, scene: Scene, at: Pointer) -> tuple[int, int]:
        """Return how far the hall is shifted: corner onto corner, else by steps of the grid."""
        assert self._base is not None, "the hall is held"
        x, y = self._base
        dx, dy = at.x - x, at.y - y
        typed = self._entry.read(scene.unit)
        if scene.snap and not at.alt:
            caught = nearest_corner(traced(scene.show, matching(scene.show, scene.hall)), at)
            if caught is not None:
                dx, dy = caught[0] - x, caught[1] - y
            else:
                dx, dy = round(dx / scene.grid) * scene.grid, round(dy / scene.grid) * scene.grid
        if at.shift:
            dx, dy = (dx, 0) if abs(dx) >= abs(dy) else (0, dy)
        if typed is not None:
            to = typed.onwards(self._base, (x + dx, y + dy))
            return to[0] - x, to[1] - y
        return round(dx), round(dy)

    def _shown(self, scene: Scene, at: Pointer) -> Preview:
        assert self._base is not None, "the hall is held"
        dx, dy = self._way(scene, at)
        hall = scene.show.halls[scene.hall]
        built = [row for row in scene.show.fixtures.where("hall", hall.id) if row.kind in _SEEN]
        outlines: dict[str, Outline] = {row.id: moved(row.outline, dx, dy) for row in built}
        outlines[hall.id] = moved(hall.outline, dx, dy)
        x, y = self._base
        way = (Guide(x, y, x + dx, y + dy, sign=Sign.DRAWN),) if dx or dy else ()
        handles = ((x, y), (x + dx, y + dy)) if dx or dy else ((x, y),)
        caption = shift_text(dx, dy, scene.unit)
        guides = (*_traced(scene), *way)
        return Preview(
            outlines, guides=guides, handles=handles, caption=caption, role="hall.moving", entry=self._entry.text
        )


def _alone(scene: Scene) -> Scene:
    """Return the scene without what lies beneath: a hall is taken by what is its own."""
    return replace(scene, beneath=())


def _traced(scene: Scene) -> tuple[Guide, ...]:
    """Return the lines of the storey beneath, unless they are shown already."""
    if scene.beneath:
        return ()
    rings = traced(scene.show, matching(scene.show, scene.hall))
    return tuple(Guide(*a, *b) for ring in rings for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))


def _typed(text: str, unit: Unit) -> int:
    """Return a way in mm as it was typed; an empty field is none.

    Raises:
        Refused: it is no length.
    """
    if not text.strip():
        return 0
    try:
        return length(as_typed(text), "ft" if unit is Unit.FT else "m")
    except ValueError as error:
        raise Refused(
            _("'{text}': {reason}").format(text=text.strip()[:20], reason=_(str(error))),
            mend=_("Type how far the hall is to move, such as 12.5 or -3."),
        ) from None
