"""Turn the selection about its middle."""

import math

from hallwright.editing.shaping import rotate, rotated
from hallwright.geometry.outline import bounds_of
from hallwright.geometry.shapes import frame_of, turn
from hallwright.support.i18n import N_, _
from hallwright.tools.carrying import Carrying
from hallwright.tools.conflicts import conflicts
from hallwright.tools.tool import Answer, Guide, Pointer, Preview, Scene, Sign, Tool, commit_made, keep, revert
from hallwright.tools.vicinity import NEAR as VICINITY

SLACK = 4
STEP = 15
NEAR = 4.0
"""Degrees within which a neighbour's angle is taken rather than a multiple of 15."""
LABELS = 200
"""Up to so many booths their numbers turn along; of more, the outlines say enough."""


class Rotate(Tool):
    """Drag around the middle of the selection; it goes in steps of 15° and to the angles of neighbours."""

    name = "rotate"
    label = N_("Rotate booths")
    icon = "rotate-cw"
    shortcut = "T"
    hint = N_(
        "Select booths and drag around their middle, in steps of 15° or to a neighbour's angle. Alt turns freely."
    )
    order = 32
    cursor = "cross"
    shows_selection = True

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the gesture."""
        self._from: Pointer | None = None
        self._turning = False
        self._carrying = Carrying()

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the middle of the selection."""
        pivot = _pivot(scene, _chosen(scene))
        return keep(Preview(handles=(pivot,) if pivot else ()))

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Take hold; a booth that is not selected is selected first."""
        self.reset()
        self._from = at
        booth = scene.columns.at(at.x, at.y)
        if booth is None or booth in scene.selection:
            pivot = _pivot(scene, _chosen(scene))
            return keep(Preview(handles=(pivot,) if pivot else ()))
        return keep(selection=scene.selection | {booth} if at.shift or at.ctrl else frozenset({booth}))

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the booths turned, and the angle."""
        start, ids = self._from, _chosen(scene)
        pivot = _pivot(scene, ids)
        if start is None or pivot is None:
            return keep()
        if not self._turning:
            if max(abs(at.x - start.x), abs(at.y - start.y)) < SLACK * at.pixel:
                return keep(Preview(handles=(pivot,)))
            self._turning = True
        degrees, angle = self._degrees(scene, ids, pivot, at)
        outlines = dict(zip(ids, rotated([scene.show.booths[key].outline for key in ids], degrees), strict=True))
        caption = f"{degrees:+.4g}°" + (
            _("   at {angle:.4g}°").format(angle=angle) if abs(angle - degrees) > 0.05 else ""
        )
        guides = (Guide(*pivot, start.x, start.y), Guide(*pivot, at.x, at.y, sign=Sign.DRAWN))
        numbers = {key: scene.show.booths[key].number for key in ids} if len(ids) <= LABELS else {}
        clash = conflicts(scene, outlines)
        carried = self._carrying.drops(scene.show, ids)
        around = bounds_of(scene.show.booths[key].outline for key in ids)
        turned = turn([drop.outline for drop in carried.values()], degrees, around)
        drops = dict(zip(carried, turned, strict=True))
        hidden = frozenset(ids) | drops.keys()
        return keep(Preview(outlines, clash, guides, None, (pivot,), caption, hidden, numbers, drops=drops))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Turn the booths; a mere click on the floor selects nothing."""
        turning, ids = self._turning, _chosen(scene)
        pivot = _pivot(scene, ids)
        if not turning or pivot is None:
            self.reset()
            return revert()
        degrees, _ = self._degrees(scene, ids, pivot, at)
        self.reset()
        return commit_made(lambda: rotate(scene.show, ids, degrees), len(ids))

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc gives the gesture up."""
        if key != "escape" or self._from is None:
            return None
        self.reset()
        return revert()

    def _degrees(self, scene: Scene, ids: list[str], pivot: tuple[float, float], at: Pointer) -> tuple[float, float]:
        """Return by how much to turn, and the angle at which the first booth then stands."""
        start = self._from
        assert start is not None, "turning starts with a press"
        was = math.atan2(start.y - pivot[1], start.x - pivot[0])
        now = math.atan2(at.y - pivot[1], at.x - pivot[0])
        degrees = math.degrees(now - was)
        slant = frame_of(scene.show.booths[ids[0]].outline).slant
        angle = slant + degrees
        if at.alt or not scene.snap:
            angle = round(angle, 1)
        else:
            steps = [round(angle / STEP) * float(STEP)]
            for other in _slants(scene, ids):
                near = other + round((angle - other) / 90) * 90
                if abs(near - angle) <= NEAR:
                    steps.insert(0, near)
            angle = min(steps[:-1] or steps, key=lambda step: abs(step - angle))
        return _half_turn(angle - slant), _half_turn(angle)


def _chosen(scene: Scene) -> list[str]:
    slots = scene.columns.slots
    return sorted((key for key in scene.selection if key in slots), key=slots.__getitem__)


def _pivot(scene: Scene, ids: list[str]) -> tuple[float, float] | None:
    around = bounds_of(scene.show.booths[key].outline for key in ids)
    return None if around is None else ((around.left + around.right) / 2, (around.top + around.bottom) / 2)


def _slants(scene: Scene, ids: list[str]) -> list[float]:
    """Return the angles at which neighbours stand, other than upright."""
    around = bounds_of(scene.show.booths[key].outline for key in ids)
    if around is None:
        return []
    columns = scene.columns
    # Upright boxes have no ring of their own, so only the few at an angle are looked at.
    near = [key for key in columns.touching(*around.grown(VICINITY)) if columns.slots[key] in columns.rings]
    slants = [frame_of(scene.show.booths[key].outline).slant for key in near if key not in set(ids)]
    return [slant for slant in slants if slant]


def _half_turn(degrees: float) -> float:
    rest = math.remainder(degrees, 360)
    return 180.0 if rest == -180 else rest
