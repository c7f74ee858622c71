"""Edit what lies under the booths: halls, zones, aisles and fixtures."""

from hallwright.editing.aisles import measured
from hallwright.editing.fittings import Item, floor_item, item_at, move_item, reshape_item
from hallwright.expo.lengths import area_text, length_text, size_text
from hallwright.expo.space import Aisle, Fixture, Hall
from hallwright.geometry.outline import Outline, area, bounds, fault, is_box, moved, spanned
from hallwright.support.i18n import N_, _
from hallwright.tools.catching import catch_corner
from hallwright.tools.distances import distances
from hallwright.tools.snapping import snap_box, snap_corner, snap_point
from hallwright.tools.tool import Answer, Guide, Note, Pointer, Preview, Scene, Sign, Tool, commit, keep, revert

GRIP = 9
SLACK = 4
REACH = 300
"""mm about the middle of a small fixture that its symbol covers."""
SMALLEST = 50
"""Shortest side of a fixture in mm: a drop or a hydrant is small."""


class EditFloor(Tool):
    """Booths are not touched by it, and what lies under them only by it, so that no column moves by accident."""

    name = "edit-floor"
    label = N_("Edit hall, zones and fixtures")
    icon = "layers"
    shortcut = "H"
    hint = N_(
        "Click a fixture, aisle, zone or the hall; drag it or its corners. Ctrl adds a corner to an edge, Alt drops it."
    )
    order = 60
    shows_selection = True

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the gesture."""
        self._from: Pointer | None = None
        self._outline: Outline = ()
        self._corner: int | None = None
        self._moving = False

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the corners of the selected item."""
        item = floor_item(scene.show, scene.item)
        if item is None or (not isinstance(item, Hall) and item.hall != scene.hall):
            return keep(Preview())
        return keep(_at_rest(scene, item))

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Take hold of a corner, add or take out one, or select what lies here."""
        self.reset()
        item = floor_item(scene.show, scene.item)
        if item is not None:
            near = min(range(len(item.outline)), key=lambda k: _distance(item.outline[k], at))
            if _distance(item.outline[near], at) <= GRIP * at.pixel:
                if at.alt and len(item.outline) > 3:
                    shorter = item.outline[:near] + item.outline[near + 1 :]
                    return commit(reshape_item(scene.show, item.id, shorter))
                self._from, self._outline, self._corner = at, item.outline, near
                return keep(Preview(handles=item.outline))
            if at.ctrl:
                edge = _edge_at(item.outline, at)
                if edge is not None:
                    corner = (round(at.x), round(at.y))
                    self._outline = (*item.outline[: edge + 1], corner, *item.outline[edge + 1 :])
                    self._from, self._corner = at, edge + 1
                    return keep(Preview(handles=self._outline))
        found = item_at(scene.show, scene.hall, at.x, at.y, max(REACH, GRIP * at.pixel))
        if found is None:
            return keep(Preview(), item="")
        self._from, self._outline = at, found.outline
        return keep(_at_rest(scene, found), item=found.id)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the item as it would be."""
        item = floor_item(scene.show, scene.item)
        start = self._from
        if item is None or start is None:
            return keep(Preview())
        if not self._moving and max(abs(at.x - start.x), abs(at.y - start.y)) < SLACK * at.pixel:
            return keep(Preview(handles=self._outline))
        self._moving = True
        if isinstance(item, Hall) and self._corner is None:
            return keep(Preview(handles=item.outline))
        outline, guides = self._shaped(scene, item, at)
        return keep(_shown(scene, item, outline, guides))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Give the item its new place or outline."""
        item, moving, corner = floor_item(scene.show, scene.item), self._moving, self._corner
        added = item is not None and len(self._outline) > len(item.outline)
        if item is None or not (moving or added) or (isinstance(item, Hall) and corner is None):
            self.reset()
            return revert()
        outline, _ = self._shaped(scene, item, at)
        self.reset()
        if corner is None:
            dx, dy = outline[0][0] - item.outline[0][0], outline[0][1] - item.outline[0][1]
            return commit(move_item(scene.show, item.id, dx, dy))
        return commit(reshape_item(scene.show, item.id, outline))

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc gives the gesture up, or selects nothing; arrows nudge."""
        if key == "escape":
            self.reset()
            return Answer(revert().verdict, item="")
        steps = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
        item = floor_item(scene.show, scene.item)
        if key not in steps or item is None or isinstance(item, Hall):
            return None
        step = 1000 if shift else scene.grid
        return commit(move_item(scene.show, item.id, steps[key][0] * step, steps[key][1] * step))

    def _shaped(self, scene: Scene, item: Item, at: Pointer) -> tuple[Outline, tuple[Guide, ...]]:
        assert self._from is not None, "something is held"
        held = frozenset({item.id})
        if self._corner is None:
            dx, dy = round(at.x - self._from.x), round(at.y - self._from.y)
            there = moved(self._outline, dx, dy)
            if at.alt:
                return there, ()
            snap = snap_box(scene, bounds(there), at.pixel, held)
            return moved(there, snap.dx, snap.dy), snap.guides
        caught = catch_corner(scene, at, beside=item.id)
        if is_box(self._outline) and not at.alt:
            fixed = self._outline[(self._corner + 2) % 4]
            x, y, guides = snap_corner(scene, fixed, at, held) if caught is None else (*caught, ())
            if min(abs(x - fixed[0]), abs(y - fixed[1])) < SMALLEST:
                return self._outline, ()
            return spanned(fixed, (x, y)), guides
        x, y, guides = round(at.x), round(at.y), ()
        if caught is not None:
            x, y = caught
        elif not at.alt:
            others = self._outline[: self._corner] + self._outline[self._corner + 1 :]
            x, y, guides = snap_point(scene, at.x, at.y, at.pixel, held, own=others)
        corners = list(self._outline)
        corners[self._corner] = (x, y)
        return tuple(corners), guides


def _at_rest(scene: Scene, item: Item) -> Preview:
    """Return the corners of an item, and of an aisle the place where it is narrowest with its width."""
    clear = measured(scene.show, item) if isinstance(item, Aisle) else None
    if clear is None:
        return Preview(handles=item.outline)
    (x1, y1), (x2, y2) = clear.line
    note = Note((x1 + x2) / 2, (y1 + y2) / 2, length_text(round(clear.width), scene.unit))
    return Preview(handles=item.outline, guides=(Guide(x1, y1, x2, y2, sign=Sign.DRAWN),), notes=(note,))


def _shown(scene: Scene, item: Item, outline: Outline, guides: tuple[Guide, ...]) -> Preview:
    role = f"fixture.{item.kind}" if isinstance(item, Fixture) else f"{type(item).__name__.lower()}.moving"
    box = bounds(outline)
    state = _(fault(outline)) or area_text(area(outline), scene.unit)
    caption = f"{size_text(box.width, box.height, scene.unit)}   {state}"
    guides = distances(scene, [outline], frozenset({item.id}), guides)
    return Preview({item.id: outline}, guides=guides, handles=outline, caption=caption, role=role)


def _distance(corner: tuple[int, int], at: Pointer) -> float:
    return max(abs(corner[0] - at.x), abs(corner[1] - at.y))


def _edge_at(outline: Outline, at: Pointer) -> int | None:
    """Return the index of the edge under the pointer."""
    for k, ((ax, ay), (bx, by)) in enumerate(zip(outline, outline[1:] + outline[:1], strict=True)):
        dx, dy = bx - ax, by - ay
        square = dx * dx + dy * dy
        share = min(1.0, max(0.0, ((at.x - ax) * dx + (at.y - ay) * dy) / square)) if square else 0.0
        if max(abs(ax + share * dx - at.x), abs(ay + share * dy - at.y)) <= GRIP * at.pixel:
            return k
    return None
