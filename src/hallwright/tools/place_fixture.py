"""Place a fixture: column, door, hydrant, stage ..."""

import math
from collections.abc import Mapping

from hallwright.editing.floor import add_fixture
from hallwright.expo.lengths import size_text
from hallwright.expo.space import DROPS, FixtureKind
from hallwright.geometry.outline import Box, Outline, rectangle, spanned
from hallwright.support.i18n import N_
from hallwright.tools.distances import distances
from hallwright.tools.entry import TIMES, Entry
from hallwright.tools.snapping import snap_box, snap_corner, snap_point
from hallwright.tools.tool import Answer, Guide, Option, Pointer, Preview, Scene, Tool, commit, keep, revert

SIZES: Mapping[FixtureKind, tuple[int, int]] = {
    FixtureKind.COLUMN: (800, 800),
    FixtureKind.WALL: (6000, 100),
    FixtureKind.ENTRANCE: (4000, 400),
    FixtureKind.EXIT: (3000, 400),
    FixtureKind.FIRE_EXIT: (2000, 400),
    FixtureKind.HYDRANT: (700, 300),
    FixtureKind.EXTINGUISHER: (400, 300),
    FixtureKind.PANEL: (800, 400),
    **dict.fromkeys(DROPS, (400, 400)),
    FixtureKind.STAGE: (9000, 6000),
    FixtureKind.SEATING: (10_000, 8000),
}
"""Width and depth in mm of what a click places; other kinds take ``ROOM``."""
ROOM = (6000, 4000)
ON_WALL = frozenset({FixtureKind.ENTRANCE, FixtureKind.EXIT, FixtureKind.FIRE_EXIT})
SLACK = 4


class PlaceFixture(Tool):
    """A click places the usual size, doors on the nearest wall; a drag draws the size."""

    name = "place-fixture"
    label = N_("Place a fixture")
    icon = "map-pin"
    shortcut = "X"
    hint = N_(
        "Choose the kind, then click, or drag from corner to corner and type a size. Doors go to the nearest wall."
    )
    order = 80
    cursor = "cross"
    options = (Option("kind", N_("Kind"), tuple((str(kind), kind.replace("-", " ")) for kind in FixtureKind)),)

    def __init__(self) -> None:
        self._entry = Entry(TIMES)
        self.kind = str(FixtureKind.COLUMN)
        self.reset()

    def reset(self) -> None:
        """Forget the gesture; the kind stays."""
        self._from: Pointer | None = None
        self._at: Pointer | None = None
        self._entry.clear()

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show what a click would place."""
        outline, guides = self._usual(scene, at)
        guides = distances(scene, [outline], frozenset(), guides)
        return keep(Preview({"": outline}, guides=guides, role=f"fixture.{self.kind}"))

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Set the first corner."""
        self._from = self._at = at
        return self.hover(scene, at)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the fixture with its size."""
        self._at = at
        outline, guides = self._outline(scene, at)
        width, depth = outline[1][0] - outline[0][0], outline[2][1] - outline[1][1]
        caption = size_text(width, depth, scene.unit)
        guides = distances(scene, [outline], frozenset(), guides)
        return keep(
            Preview({"": outline}, guides=guides, caption=caption, role=f"fixture.{self.kind}", entry=self._entry.text)
        )

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Add the fixture."""
        if self._from is None:
            return revert()
        outline, _ = self._outline(scene, at)
        self.reset()
        return commit(add_fixture(scene.show, scene.hall, FixtureKind(self.kind), outline), select_made=True)

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
        if key != "escape" or self._from is None:
            return None
        self.reset()
        return revert()

    def _outline(self, scene: Scene, at: Pointer) -> tuple[Outline, tuple[Guide, ...]]:
        start = self._from
        still = start is None or max(abs(at.x - start.x), abs(at.y - start.y)) < SLACK * at.pixel
        if start is None or (still and not self._entry.text):
            return self._usual(scene, start or at)
        ax, ay, _ = snap_point(scene, start.x, start.y, start.pixel)
        bx, by, guides = snap_corner(scene, (ax, ay), at)
        typed = self._entry.read(scene.unit)
        if typed is not None:
            return spanned((ax, ay), typed.across((ax, ay), (bx, by))), ()
        left, right = sorted((ax, bx))
        top, bottom = sorted((ay, by))
        return rectangle(left, top, max(right - left, scene.grid), max(bottom - top, scene.grid)), guides

    def _usual(self, scene: Scene, at: Pointer) -> tuple[Outline, tuple[Guide, ...]]:
        kind = FixtureKind(self.kind)
        width, depth = SIZES.get(kind, ROOM)
        if kind in ON_WALL:
            return on_wall(scene.show.halls[scene.hall].outline, at.x, at.y, width, depth), ()
        left, top = round(at.x - width / 2), round(at.y - depth / 2)
        if at.alt:
            return rectangle(left, top, width, depth), ()
        snap = snap_box(scene, Box(left, top, left + width, top + depth), at.pixel)
        return rectangle(left + snap.dx, top + snap.dy, width, depth), snap.guides


def on_wall(hall: Outline, x: float, y: float, width: int, depth: int) -> Outline:
    """Return the outline of a door centred on the hall's wall at the place nearest to a point."""
    best: tuple[float, Outline] | None = None
    for (ax, ay), (bx, by) in zip(hall, hall[1:] + hall[:1], strict=True):
        length = math.hypot(bx - ax, by - ay)
        if not length:
            continue
        ux, uy = (bx - ax) / length, (by - ay) / length
        # The door keeps clear of the corners if the wall is long enough.
        low = min(width / 2, length / 2)
        along = min(max((x - ax) * ux + (y - ay) * uy, low), length - low)
        px, py = ax + along * ux, ay + along * uy
        distance = math.hypot(x - px, y - py)
        if best is None or distance < best[0]:
            half_x, half_y = ux * width / 2, uy * width / 2
            off_x, off_y = -uy * depth / 2, ux * depth / 2
            corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
            best = (
                distance,
                tuple((round(px + s * half_x + t * off_x), round(py + s * half_y + t * off_y)) for s, t in corners),
            )
    assert best is not None, "a hall has a wall"
    return best[1]
