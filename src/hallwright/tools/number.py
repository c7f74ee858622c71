"""Number booths by clicking or sweeping over them in turn."""

from hallwright.editing import booths
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_
from hallwright.tools.tool import Answer, Option, Pointer, Preview, Scene, Tool, commit, keep, revert


class Number(Tool):
    """Each booth that is clicked gets the next number; a sweep numbers all it crosses, as one change."""

    name = "number"
    label = N_("Number booths")
    icon = "hash"
    shortcut = "N"
    hint = N_("Type the next number, then click booths in turn or sweep across a row.")
    order = 40
    cursor = "cross"
    options = (Option("next", N_("Next number")),)

    def __init__(self) -> None:
        self.next = "A01"
        self.reset()

    def reset(self) -> None:
        """Forget the sweep; the next number stays."""
        self._swept: list[str] = []

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Start a sweep."""
        self.reset()
        return self.drag(scene, at)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Add the booth under the pointer to the sweep and show the numbers they would get."""
        booth = scene.columns.at(at.x, at.y)
        if booth is not None and booth not in self._swept:
            self._swept.append(booth)
        return keep(self._preview(scene))

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the number that a click would give."""
        booth = scene.columns.at(at.x, at.y)
        if booth is None:
            return keep(Preview(caption=self.next))
        return keep(Preview(caption=f"{scene.show.booths[booth].number or '—'} → {self.next}"))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Number what was swept."""
        swept = self._swept
        self.reset()
        if not swept:
            return revert()
        change = booths.number_run(scene.show, swept, self.next)
        self.next = booths.numbers_from(self.next, len(swept) + 1)[-1]
        return commit(change, frozenset(swept))

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc gives the sweep up."""
        if key != "escape" or not self._swept:
            return None
        self.reset()
        return revert()

    def _preview(self, scene: Scene) -> Preview:
        try:
            numbers = booths.numbers_from(self.next, len(self._swept))
        except Refused as refusal:
            return Preview(caption=refusal.what)
        outlines = {key: scene.show.booths[key].outline for key in self._swept}
        return Preview(outlines, numbers=dict(zip(self._swept, numbers, strict=True)), hidden=frozenset(outlines))
