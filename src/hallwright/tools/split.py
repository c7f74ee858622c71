"""Split a booth by a line drawn across it."""

import numpy as np

from hallwright.editing.splitting import Heir, Naming, Parts, part_numbers, parts_by_line, split_by_line
from hallwright.expo.lengths import area_text
from hallwright.expo.space import Booth
from hallwright.geometry.cutting import cut
from hallwright.geometry.outline import Point, area, bounds, is_box
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.tools.catching import catch
from hallwright.tools.tool import Answer, Guide, Option, Pointer, Preview, Scene, Sign, Tool, commit, keep, revert

SLACK = 4


class Split(Tool):
    """Drag a line from one side of a booth to the other; both parts and their areas show while it is drawn."""

    name = "split"
    label = N_("Split a booth")
    icon = "slice"
    shortcut = "K"
    hint = N_("Drag a line across a booth. Shift draws level or upright, Alt without snapping.")
    order = 34
    cursor = "cross"
    options = (
        Option("naming", N_("Numbers"), ((Naming.SUFFIX, "A12a, A12b"), (Naming.NEW, N_("new numbers")))),
        Option("heir", N_("Exhibitor stays with"), ((Heir.LARGEST, N_("the largest")), (Heir.FIRST, N_("the first")))),
    )

    def __init__(self) -> None:
        self.naming: str = Naming.SUFFIX
        self.heir: str = Heir.LARGEST
        self.reset()

    def reset(self) -> None:
        """Forget the line; the options stay."""
        self._start: Point | None = None
        self._numbers: dict[tuple[str, int, int], list[str]] = {}

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show the point that a press would catch."""
        return keep(Preview(handles=(self._point(scene, at),)))

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Start the line."""
        self.reset()
        self._start = self._point(scene, at)
        return keep(Preview(handles=(self._start,)))

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the line, the parts it makes and what becomes of the numbers."""
        start = self._start
        if start is None:
            return keep()
        end = self._point(scene, at)
        line = (Guide(*start, *end, sign=Sign.DRAWN),)
        booth = _crossed(scene, start, end)
        if booth is None:
            return keep(Preview(guides=line, handles=(start, end), caption=_("Draw across a booth")))
        try:
            parts = parts_by_line(booth, start, end, Heir(self.heir))
        except Refused as refusal:
            shown = {booth.id: booth.outline}
            caption = refusal.what
            return keep(Preview(shown, frozenset(shown), line, None, (start, end), caption, frozenset(shown)))
        keys = [booth.id if k == parts.main else f"part {k}" for k in range(len(parts.outlines))]
        outlines = dict(zip(keys, parts.outlines, strict=True))
        numbers = dict(zip(keys, self._numbers_of(scene, booth, parts), strict=True))
        caption = " + ".join(area_text(area(part), scene.unit) for part in parts.outlines)
        party = scene.show.exhibitors.get(booth.exhibitor) if booth.exhibitor else None
        if party is not None:
            caption += "   " + _("{party} keeps {number}").format(
                party=party.name, number=numbers[booth.id] or _("its part")
            )
        hidden = frozenset({booth.id})
        return keep(Preview(outlines, frozenset(), line, None, (start, end), caption, hidden, numbers))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Split the booth that the line crosses most."""
        start = self._start
        self.reset()
        if start is None:
            return revert()
        end = self._point(scene, at, start)
        if max(abs(end[0] - start[0]), abs(end[1] - start[1])) < SLACK * at.pixel:
            return revert()
        booth = _crossed(scene, start, end)
        if booth is None:
            raise Refused(_("The line crosses no booth"), mend=_("Draw it from one side of a booth to the other."))
        change = split_by_line(scene.show, booth.id, start, end, Naming(self.naming), Heir(self.heir))
        parts = (e.row for e in change if isinstance(e.row, Booth))
        return commit(change, frozenset(p.id for p in parts if p.id == booth.id or p.id not in scene.show.booths))

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc gives the line up."""
        if key != "escape" or self._start is None:
            return None
        self.reset()
        return revert()

    def _numbers_of(self, scene: Scene, booth: Booth, parts: Parts) -> list[str]:
        """Return the parts' numbers; looked up among thousands once, not for each step of the mouse."""
        key = booth.id, len(parts.outlines), parts.main
        if key not in self._numbers:
            self._numbers[key] = part_numbers(scene.show, booth, key[1], parts.main, Naming(self.naming))
        return self._numbers[key]

    def _point(self, scene: Scene, at: Pointer, start: Point | None = None) -> Point:
        """Catch a corner or an edge, lay the point on the grid along an edge, and keep the line straight with Shift."""
        x, y = catch(scene, at)
        if scene.snap and not at.alt:
            # Lengths along a side are what is wanted in round numbers, counted from the booth's own corner.
            booth = scene.columns.at(x, y) or scene.columns.at(at.x, at.y)
            if booth is not None and is_box(scene.show.booths[booth].outline):
                box = bounds(scene.show.booths[booth].outline)
                x = _on_grid(x, box.left, box.right, scene.grid)
                y = _on_grid(y, box.top, box.bottom, scene.grid)
        start = start or self._start
        if start is not None and at.shift:
            x, y = (x, start[1]) if abs(x - start[0]) >= abs(y - start[1]) else (start[0], y)
        return x, y


def _on_grid(value: int, low: int, high: int, grid: int) -> int:
    if value in (low, high) or not low < value < high:
        return value
    return min(low + round((value - low) / grid) * grid, high)


def _crossed(scene: Scene, start: Point, end: Point) -> Booth | None:
    """Return the booth that the line cuts; of several the selected one, else the one of which it cuts off most."""
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    best: tuple[bool, float] | None = None
    found = None
    for key in _along(scene, scene.columns.touching(left, top, right, bottom), start, end):
        booth = scene.show.booths[key]
        if booth.draft:
            continue
        parts = cut(booth.outline, start, end)
        if len(parts) > 1:
            rank = key in scene.selection, min(area(part) for part in parts)
            if best is None or rank > best:
                best, found = rank, booth
    return found


def _along(scene: Scene, ids: list[str], start: Point, end: Point) -> list[str]:
    """Return the booths whose box the line goes through; a long line has thousands about it and few on it."""
    left, top, right, bottom = scene.columns.boxes[[scene.columns.slots[key] for key in ids]].T
    dx, dy = end[0] - start[0], end[1] - start[1]
    sides = np.stack([(x - start[0]) * dy - (y - start[1]) * dx for x in (left, right) for y in (top, bottom)])
    crossed = (sides.min(axis=0) < 0) & (sides.max(axis=0) > 0)
    return [ids[k] for k in np.flatnonzero(crossed).tolist()]
