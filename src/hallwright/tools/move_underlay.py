"""Select underlays and drag them where they belong."""

from hallwright.editing.underlays import move_underlay
from hallwright.expo.lengths import shift_text
from hallwright.expo.underlay import Underlay
from hallwright.geometry.outline import Outline, moved
from hallwright.support.i18n import N_
from hallwright.tools.tool import Answer, Pointer, Preview, Scene, Tool, commit, keep, revert

SLACK = 4


class MoveUnderlay(Tool):
    """Underlays are touched by this tool only, so that drawing over them never moves them."""

    name = "move-underlay"
    label = N_("Move underlay")
    icon = "move"
    shortcut = "U"
    hint = N_("Click an underlay to select it, drag it to move it; arrows nudge. A locked one stays.")
    order = 100
    shows_selection = True

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the gesture."""
        self._from: Pointer | None = None
        self._moving = False

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the corners of the selected underlay."""
        row = scene.show.underlays.get(scene.item)
        return keep(Preview(handles=row.outline if row is not None and row.hall == scene.hall else ()))

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Select what lies here; what is selected already is kept before what covers it."""
        self.reset()
        here = [row for row in reversed(scene.show.underlays.where("hall", scene.hall)) if row.covers(at.x, at.y)]
        if not here:
            return keep(Preview(), item="")
        row = next((one for one in here if one.id == scene.item), None)
        row = row or next((one for one in here if not one.locked), here[0])
        self._from = at
        return keep(Preview(handles=row.outline), item=row.id)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the outline of the underlay as it would lie."""
        row, shift = self._shift(scene, at)
        if row is None or (not self._moving and max(map(abs, shift)) < SLACK * at.pixel):
            return keep(Preview(handles=row.outline if row is not None else ()))
        if row.locked:
            return keep(Preview(handles=row.outline, caption=row.name))
        self._moving = True
        there: Outline = moved(row.outline, *shift)
        caption = shift_text(*shift, scene.unit)
        return keep(Preview({row.id: there}, handles=there, caption=caption, role="zone.moving"))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Move it."""
        row, shift = self._shift(scene, at)
        moving = self._moving or (row is not None and row.locked and max(map(abs, shift)) >= SLACK * at.pixel)
        self.reset()
        return commit(move_underlay(scene.show, row.id, *shift)) if row is not None and moving else revert()

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc gives the gesture up, or selects nothing; arrows nudge by 10 cm, with Shift by 1 m."""
        if key == "escape":
            self.reset()
            return Answer(revert().verdict, item="")
        steps = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
        row = scene.show.underlays.get(scene.item)
        if key not in steps or row is None:
            return None
        step = 1000 if shift else 100
        return commit(move_underlay(scene.show, row.id, steps[key][0] * step, steps[key][1] * step))

    def _shift(self, scene: Scene, at: Pointer) -> tuple[Underlay | None, tuple[int, int]]:
        row, start = scene.show.underlays.get(scene.item), self._from
        if row is None or start is None:
            return None, (0, 0)
        return row, (round(at.x - start.x), round(at.y - start.y))
