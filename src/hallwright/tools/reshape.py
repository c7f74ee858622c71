"""Resize a booth by its handles, and mend an outline corner by corner."""

from hallwright.editing import booths
from hallwright.expo.lengths import area_text, size_text
from hallwright.geometry.outline import Outline, area, bounds, fault, is_box, spanned
from hallwright.support.i18n import N_, _
from hallwright.tools.conflicts import conflicts
from hallwright.tools.distances import distances
from hallwright.tools.snapping import snap_corner, snap_point
from hallwright.tools.tool import Answer, Guide, Pointer, Preview, Scene, Tool, commit, keep, revert

GRIP = 9
"""How near the pointer must come to a corner to take hold of it, in pixels."""


class Reshape(Tool):
    """Drag a corner: an upright rectangle stays one (Alt frees the corner), any other outline follows the corner."""

    name = "reshape"
    label = N_("Reshape a booth")
    icon = "spline"
    shortcut = "R"
    hint = N_("Click a booth, then drag its corners. A rectangle stays one unless Alt is held.")
    order = 30
    cursor = "cross"
    shows_selection = True

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the gesture."""
        self._booth: str | None = None
        self._corner: int | None = None

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the handles of the selected booth."""
        return keep(Preview(handles=_handles(scene)))

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Take hold of a corner, or select another booth."""
        self.reset()
        for key in _selected(scene):
            outline = scene.show.booths[key].outline
            near = min(range(len(outline)), key=lambda k: _distance(outline[k], at))
            if _distance(outline[near], at) <= GRIP * at.pixel:
                self._booth, self._corner = key, near
                return keep(Preview(handles=_handles(scene)))
        booth = scene.columns.at(at.x, at.y)
        chosen = frozenset() if booth is None else frozenset({booth})
        handles = scene.show.booths[booth].outline if booth is not None else ()
        return keep(Preview(handles=handles), chosen)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the outline as it would be."""
        if self._booth is None:
            return keep(Preview(handles=_handles(scene)))
        outline, guides = self._outline(scene, at)
        box = bounds(outline)
        state = _(fault(outline)) or area_text(area(outline), scene.unit)
        caption = f"{size_text(box.width, box.height, scene.unit)}   {state}"
        shown = {self._booth: outline}
        guides = distances(scene, [outline], frozenset(shown), guides)
        return keep(Preview(shown, conflicts(scene, shown), guides, None, outline, caption, frozenset(shown)))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Give the booth its new outline."""
        booth = self._booth
        if booth is None:
            return revert()
        outline, _ = self._outline(scene, at)
        self.reset()
        return commit(booths.reshape(scene.show, booth, outline))

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc gives the gesture up."""
        if key != "escape" or self._booth is None:
            return None
        self.reset()
        return revert()

    def _outline(self, scene: Scene, at: Pointer) -> tuple[Outline, tuple[Guide, ...]]:
        assert self._booth is not None, "a corner is held"
        assert self._corner is not None, "a corner is held"
        outline = scene.show.booths[self._booth].outline
        held = frozenset({self._booth})
        if is_box(outline) and not at.alt:
            fixed = outline[(self._corner + 2) % 4]
            x, y, guides = snap_corner(scene, fixed, at, held)
            if min(abs(x - fixed[0]), abs(y - fixed[1])) < booths.SMALLEST:
                return outline, ()
            return spanned(fixed, (x, y)), guides
        others = outline[: self._corner] + outline[self._corner + 1 :]
        x, y, guides = snap_point(scene, at.x, at.y, at.pixel, held, own=others)
        corners = list(outline)
        corners[self._corner] = (x, y)
        return tuple(corners), guides


def _selected(scene: Scene) -> list[str]:
    return [key for key in scene.selection if key in scene.columns.slots]


def _handles(scene: Scene) -> tuple[tuple[float, float], ...]:
    chosen = _selected(scene)
    return scene.show.booths[chosen[0]].outline if len(chosen) == 1 else ()


def _distance(corner: tuple[int, int], at: Pointer) -> float:
    return max(abs(corner[0] - at.x), abs(corner[1] - at.y))
