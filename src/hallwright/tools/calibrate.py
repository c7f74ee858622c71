"""Bring an underlay to true scale: by a known distance, or by two points of the hall."""

import math

from hallwright.editing.underlays import fit_underlay, measure_underlay
from hallwright.exchange.measures import typed_length
from hallwright.expo.lengths import told
from hallwright.expo.underlay import Underlay
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.tools.catching import catch
from hallwright.tools.tool import Answer, Guide, Option, Pointer, Preview, Scene, Tool, commit, keep, revert

_FARTHEST = 100_000_000


class Calibrate(Tool):
    """Two clicks on the underlay, then the true distance and Enter; or two more clicks where the points belong."""

    name = "calibrate"
    label = N_("Calibrate underlay")
    icon = "ruler"
    shortcut = "C"
    hint = N_(
        "Click two points of the underlay, then type their true distance and press Enter, "
        "or click where the two belong in the hall."
    )
    order = 110
    cursor = "cross"
    shows_selection = True
    options = (Option("distance", N_("True distance")),)

    def __init__(self) -> None:
        self.distance = ""
        self.reset()

    def reset(self) -> None:
        """Forget the points; a distance that was typed is for them alone."""
        self._spots: list[tuple[float, float]] = []

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the points so far and the distance to the next."""
        return keep(self._drawn(self._next(scene, at)) if self._spots else Preview())

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Take a point: the underlay's as they are, the hall's caught at corners and edges."""
        row = chosen(scene)
        self._spots.append(self._next(scene, at))
        if len(self._spots) == 2 and self.distance.strip():
            return self._measured(scene, row)
        if len(self._spots) == 4:
            one, two, *true = self._spots
            change = fit_underlay(scene.show, row.id, one, two, true[0], true[1])
            self.reset()
            return commit(change)
        return keep(self._drawn(None), item=row.id)

    def double(self, scene: Scene, at: Pointer) -> Answer:
        """Take no second point where the first lies."""
        return keep(self._drawn(None))

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the points."""
        return self.hover(scene, at)

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Wait for the next point."""
        return keep(self._drawn(None) if self._spots else Preview())

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Enter takes the distance that was typed; Esc and Backspace forget points."""
        if key == "enter" and len(self._spots) >= 2:
            return self._measured(scene, chosen(scene))
        if key == "backspace" and self._spots:
            self._spots.pop()
            return keep(self._drawn(None))
        if key == "escape" and self._spots:
            self.reset()
            return revert()
        return None

    def _next(self, scene: Scene, at: Pointer) -> tuple[float, float]:
        if len(self._spots) < 2:
            return at.x, at.y
        x, y = catch(scene, at)
        return float(x), float(y)

    def _measured(self, scene: Scene, row: Underlay) -> Answer:
        try:
            distance = typed_length(self.distance)
        except ValueError:
            distance = 0
        if not 0 < distance < _FARTHEST:
            self._spots = self._spots[:2]
            raise Refused(
                _("'{text}' is no distance").format(text=self.distance.strip()[:20]),
                mend=_("Type the true distance of the two points, such as 12.5 m or 41 ft."),
            )
        one, two = self._spots[:2]
        self.reset()
        change = measure_underlay(scene.show, row.id, one, two, distance)
        self.distance = ""
        return commit(change)

    def _drawn(self, pointer: tuple[float, float] | None) -> Preview:
        spots = [*self._spots, pointer] if pointer is not None and len(self._spots) % 2 else list(self._spots)
        guides = tuple(Guide(*spots[k], *spots[k + 1]) for k in (0, 2) if k + 1 < len(spots))
        caption = ""
        if pointer is not None and guides:
            last = guides[-1]
            caption = told(math.hypot(last.x2 - last.x1, last.y2 - last.y1))
        return Preview(guides=guides, handles=tuple(spots), caption=caption)


def chosen(scene: Scene) -> Underlay:
    """Return the selected underlay, or the only one of the hall.

    Raises:
        Refused: there is none, or more than one, or it is locked.
    """
    rows = scene.show.underlays.where("hall", scene.hall)
    row = next((one for one in rows if one.id == scene.item), rows[0] if len(rows) == 1 else None)
    if row is None:
        if rows:
            raise Refused(_("There are several underlays"), mend=_("Choose one in the list of underlays."))
        raise Refused(_("There is no underlay"), mend=_("Import one first."))
    if row.locked:
        raise Refused(_("The underlay is locked"), row.name, _("Unlock it first."))
    return row
