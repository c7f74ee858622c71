"""Select booths, by click or rubber band, and move them."""

from dataclasses import replace

from hallwright.drawing.columns import Banded
from hallwright.editing import booths
from hallwright.expo.lengths import shift_text
from hallwright.geometry.outline import Box, bounds_of, moved
from hallwright.rules.live import MARKED
from hallwright.support.i18n import N_
from hallwright.tools.carrying import Carrying
from hallwright.tools.clearances import clearances
from hallwright.tools.conflicts import conflicts
from hallwright.tools.distances import distances
from hallwright.tools.snapping import Snap, snap_box
from hallwright.tools.tool import Answer, Pointer, Preview, Scene, Tool, commit_made, keep, revert

SLACK = 4
"""Pixels the pointer may wander before a click becomes a drag."""
NUDGE = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
BIG_STEP = 1000


class Select(Tool):
    """Click selects, shift or ctrl adds, drag on a booth moves the selection, drag on the floor draws a band."""

    name = "select"
    label = N_("Select and move")
    icon = "mouse-pointer-2"
    shortcut = "V"
    hint = N_("Click a booth, or drag across several. Drag to move; Alt moves without snapping; Esc takes it back.")
    order = 10

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the gesture."""
        self._from: Pointer | None = None
        self._on: str | None = None
        self._moving = False
        self._was_selected = False
        self._band: Banded | None = None
        self._nudged: tuple[frozenset[str], int, int] | None = None
        self._carrying = Carrying()

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Take hold of a booth, or of a corner of the rubber band."""
        self.reset()
        self._from = at
        self._on = scene.columns.at(at.x, at.y)
        self._was_selected = self._on in scene.selection
        if self._on is None or self._was_selected:
            return keep()
        chosen = scene.selection | {self._on} if at.shift or at.ctrl else frozenset({self._on})
        return keep(selection=chosen)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show where the booths would stand, or what the band holds."""
        start = self._from
        if start is None:
            return revert()
        if not self._moving:
            if max(abs(at.x - start.x), abs(at.y - start.y)) < SLACK * at.pixel:
                return keep()
            self._moving = True
        if self._on is None:
            band = _band(start, at)
            return keep(Preview(band=band), self._banded(scene, band, at))
        snap = self._shift(scene, at)
        ids = self._movable(scene)
        outlines = {k: moved(scene.show.booths[k].outline, snap.dx, snap.dy) for k in ids}
        carried = self._carrying.drops(scene.show, ids).items()
        drops = {key: moved(drop.outline, snap.dx, snap.dy) for key, drop in carried}
        caption = shift_text(snap.dx, snap.dy, scene.unit)
        found = clearances(scene, outlines)
        guides = distances(scene, outlines.values(), frozenset(outlines), snap.guides, found)
        clashing = conflicts(scene, outlines) | {key for one in found if one.rule in MARKED for key in one.booths}
        hidden = frozenset(outlines) | drops.keys()
        return keep(Preview(outlines, clashing, guides, caption=caption, hidden=hidden, measured=found, drops=drops))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Move the booths, or settle the selection."""
        start, on, moving, was_selected = self._from, self._on, self._moving, self._was_selected
        if start is None:
            return revert()
        if on is None:
            chosen = self._banded(scene, _band(start, at), at) if moving else frozenset()
            if not moving and (at.shift or at.ctrl):
                chosen = scene.selection
            self.reset()
            return revert(chosen)
        if not moving:
            self.reset()
            if at.shift or at.ctrl:
                # The press added it if it was not there; a click on a selected one takes it out.
                return revert(scene.selection - {on} if was_selected else scene.selection)
            return revert(frozenset({on}))
        snap = self._shift(scene, at)
        ids = self._movable(scene)
        self.reset()
        return commit_made(lambda: booths.move(scene.show, ids, snap.dx, snap.dy), len(ids))

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Nudge the selection by the grid, or by a metre with shift; Esc selects nothing.

        How far it has come since the first of many nudges is told, and its distances until the pointer moves.
        """
        if key == "escape":
            idle = self._from is None
            self.reset()
            return revert(frozenset()) if idle else revert()
        if key not in NUDGE or not scene.selection:
            return None
        step = BIG_STEP if shift else scene.grid
        dx, dy = NUDGE[key][0] * step, NUDGE[key][1] * step
        ids = self._movable(scene)
        there = {one: moved(scene.show.booths[one].outline, dx, dy) for one in ids}
        if self._nudged is None or self._nudged[0] != there.keys():
            self._nudged = frozenset(there), 0, 0
        self._nudged = frozenset(there), self._nudged[1] + dx, self._nudged[2] + dy
        told = shift_text(*self._nudged[1:], scene.unit)
        guides = distances(scene, there.values(), frozenset(there))
        answer = commit_made(lambda: booths.nudge(scene.show, ids, dx, dy), len(ids))
        return replace(answer, preview=Preview(guides=guides), told=told)

    def _movable(self, scene: Scene) -> list[str]:
        slots = scene.columns.slots
        return sorted((key for key in scene.selection if key in slots), key=slots.__getitem__)

    def _banded(self, scene: Scene, band: Box, at: Pointer) -> frozenset[str]:
        self._band = scene.columns.banded(band, self._band)
        found = self._band.ids
        return found | scene.selection if at.shift or at.ctrl else found

    def _shift(self, scene: Scene, at: Pointer) -> Snap:
        assert self._from is not None, "a shift is measured from the press"
        dx, dy = round(at.x - self._from.x), round(at.y - self._from.y)
        if at.shift:
            dx, dy = (dx, 0) if abs(dx) >= abs(dy) else (0, dy)
        ids = frozenset(self._movable(scene))
        box = bounds_of(scene.show.booths[key].outline for key in ids)
        if box is None or at.alt:
            return Snap(dx, dy)
        wanted = Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)
        snap = snap_box(scene, wanted, at.pixel, ids)
        if at.shift:
            return Snap(dx + snap.dx, 0) if dx else Snap(0, dy + snap.dy)
        return Snap(dx + snap.dx, dy + snap.dy, snap.guides)


def _band(start: Pointer, at: Pointer) -> Box:
    return Box(
        round(min(start.x, at.x)), round(min(start.y, at.y)), round(max(start.x, at.x)), round(max(start.y, at.y))
    )
