"""Name an aisle: the free floor between booths is recognised under the pointer, or drawn."""

from hallwright.editing.aisles import add_aisle, recognise
from hallwright.expo.lengths import length_text, told
from hallwright.expo.show import Table
from hallwright.expo.space import Aisle, Booth, Fixture, Hall
from hallwright.geometry.outline import Outline, contains, spanned
from hallwright.geometry.passages import Passage
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.tools.snapping import snap_pointer
from hallwright.tools.tool import Answer, Guide, Option, Pointer, Preview, Scene, Tool, commit, keep, revert

SLACK = 4
SMALLEST = 500
"""Shortest side of an aisle that is drawn, mm."""
_Seen = tuple[Table[Booth], Table[Fixture], Hall | None]


class NameAisle(Tool):
    """Click free floor between booths to name it, or drag where the recognised aisle is not what is meant."""

    name = "name-aisle"
    label = N_("Name an aisle")
    icon = "signpost"
    shortcut = "I"
    hint = N_("Type a name and click free floor between booths, or drag an aisle. A named one is selected.")
    order = 75
    cursor = "cross"
    options = (Option("aisle", N_("Name")),)

    def __init__(self) -> None:
        self.aisle = ""
        self._seen: _Seen | None = None
        self._found: list[Passage] = []
        self.reset()

    def reset(self) -> None:
        """Forget the gesture; the name stays."""
        self._from: Pointer | None = None

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the aisle that a click would name, and its width."""
        known = _named_at(scene, at)
        if known is not None:
            return keep(Preview({"": known.outline}, caption=known.name, role="aisle.moving"))
        passage = self._passage_at(scene, at)
        if passage is None:
            return keep(Preview())
        return keep(
            Preview(
                {"": passage.outline}, caption=_size(passage.width, passage.length, scene.unit), role="aisle.moving"
            )
        )

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Begin a click or a drag."""
        self._from = at
        return self.hover(scene, at)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the aisle being drawn."""
        start = self._from
        if start is None or not _dragged(start, at):
            return self.hover(scene, at)
        outline, guides = _drawn(scene, start, at)
        width, depth = outline[1][0] - outline[0][0], outline[2][1] - outline[1][1]
        caption = _size(min(width, depth), max(width, depth), scene.unit)
        return keep(Preview({"": outline}, guides=guides, caption=caption, role="aisle.moving"))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Name what was clicked or drawn; a named aisle is selected instead."""
        start = self._from
        self.reset()
        if start is None:
            return revert()
        if _dragged(start, at):
            outline = _drawn(scene, start, at)[0]
            if min(outline[1][0] - outline[0][0], outline[2][1] - outline[1][1]) < SMALLEST:
                raise Refused(
                    _("An aisle is at least {least} wide").format(least=told(500)),
                    mend=_("Drag from corner to corner."),
                )
            return self._add(scene, outline)
        known = _named_at(scene, at)
        if known is not None:
            return Answer(revert().verdict, item=known.id)
        passage = self._passage_at(scene, at)
        if passage is None:
            raise Refused(_("No aisle is recognised here"), mend=_("Drag it from corner to corner."))
        return self._add(scene, passage.outline)

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc gives the gesture up."""
        if key != "escape" or self._from is None:
            return None
        self.reset()
        return revert()

    def _add(self, scene: Scene, outline: Outline) -> Answer:
        count = len(scene.show.aisles.where("hall", scene.hall)) + 1
        name = self.aisle.strip() or _("Aisle {number}").format(number=count)
        self.aisle = ""
        return commit(add_aisle(scene.show, scene.hall, name, outline), select_made=True)

    def _passage_at(self, scene: Scene, at: Pointer) -> Passage | None:
        """Return the recognised aisle under the pointer, at a crossing the smaller one."""
        show = scene.show
        seen = show.booths, show.fixtures, show.halls.get(scene.hall)
        if self._seen is None or any(a is not b for a, b in zip(seen, self._seen, strict=True)):
            self._found = recognise(show, scene.hall)
            self._seen = seen
        here = [one for one in self._found if contains(one.outline, at.x, at.y)]
        return min(here, key=lambda one: one.width * one.length, default=None)


def _named_at(scene: Scene, at: Pointer) -> Aisle | None:
    named = reversed(scene.show.aisles.where("hall", scene.hall))
    return next((row for row in named if contains(row.outline, at.x, at.y)), None)


def _dragged(start: Pointer, at: Pointer) -> bool:
    return max(abs(at.x - start.x), abs(at.y - start.y)) >= SLACK * at.pixel


def _drawn(scene: Scene, start: Pointer, at: Pointer) -> tuple[Outline, tuple[Guide, ...]]:
    x, y, guides = snap_pointer(scene, at)
    return spanned(snap_pointer(scene, start)[:2], (x, y)), guides


def _size(width: int, length: int, unit: Unit) -> str:
    return _("{width} wide, {length} long").format(width=length_text(width, unit), length=length_text(length, unit))
