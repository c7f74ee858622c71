"""What differs between two versions, drawn on a plan: before dashed, after in colour, arrows, clouds, numbered tags."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from hallwright.drawing.composing import Composer
from hallwright.drawing.legend import Legend
from hallwright.drawing.options import SheetOptions
from hallwright.drawing.pane import Pane
from hallwright.drawing.paper import SMALLEST, Layout
from hallwright.drawing.primitives import Anchor, Floats, Group, Item, Lines, NotShown, Page, Shapes, Text
from hallwright.drawing.tables import Column, Row, Section, Tables
from hallwright.drawing.viewsheet import ViewSheet
from hallwright.drawing.wording import word
from hallwright.expo.show import Show
from hallwright.geometry.outline import Outline, bounds, rectangle

_SCALLOP = 2.6
"""Chord of an arc of a cloud, mm on paper."""
_TAG = 1.9
"""Height of a tag's number, mm on paper."""
_NEAR = 2.0
"""Shortest arrow that is drawn, mm on paper; a nudge is told in the table."""


_STROKES = ("before", "removed", "cross", "added", "moved", "changed", "arrow")
"""Roles of lines, the lowest first."""
Stroke = tuple[float, float, float, float]


class Kind(StrEnum):
    """How something is marked."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


class Mark(NamedTuple):
    """One thing that differs.

    Attributes:
        kind: how it is marked.
        before, after: its outlines; None where it is not there.
        tag: its number in the table of changes, or empty.
        was: the number that it bore before, or empty if it bears the same.
        id: of the row.
        also: it was moved or resized, and something else of it changed, too.
        shifted: it was moved, not only resized, and so has an arrow.
    """

    kind: Kind
    before: Outline | None
    after: Outline | None
    tag: str = ""
    was: str = ""
    id: str = ""
    also: bool = False
    shifted: bool = False


def mark_items(marks: Iterable[Mark], scale: float) -> Iterator[Item]:
    """Draw marks without their tags, in millimetres of floor.

    Args:
        marks: of one hall.
        scale: millimetres of floor that a millimetre of paper shows.
    """
    # All strokes of one role together: painters are quick with many of them, not with many pens.
    strokes: dict[str, list[Stroke]] = {f"redline.{role}": [] for role in _STROKES}
    heads: list[Floats] = []
    for mark in marks:
        here = mark.after or mark.before
        if not here:
            continue
        if mark.before and mark.kind in (Kind.MOVED, Kind.REMOVED):
            strokes["redline.before" if mark.kind is Kind.MOVED else "redline.removed"] += _edges(mark.before)
        if mark.kind is Kind.REMOVED:
            box = bounds(here)
            strokes["redline.cross"] += [
                (box.left, box.top, box.right, box.bottom),
                (box.left, box.bottom, box.right, box.top),
            ]
        elif mark.after and mark.kind in (Kind.ADDED, Kind.MOVED):
            strokes[f"redline.{mark.kind}"] += _edges(mark.after)
        if mark.shifted and mark.before and mark.after:
            arrow = _arrow(_hold(mark.before), _hold(mark.after), scale)
            if arrow is not None:
                strokes["redline.arrow"].append(arrow[0])
                heads.append(arrow[1])
        if mark.after and (mark.kind is Kind.CHANGED or mark.also):
            strokes["redline.changed"] += _cloud(mark.after, _SCALLOP * scale)
    yield from (Lines.of(role, *some) for role, some in strokes.items() if some)
    if heads:
        boxes = np.array([np.concatenate([ring.min(axis=0), ring.max(axis=0)]) for ring in heads])
        yield Shapes("redline.arrow", ("",) * len(heads), boxes, dict(enumerate(heads)))


def tag_items(marks: Iterable[Mark], scale: float, fixed: float = 0.0) -> Iterator[Item]:
    """Draw the tags of marks, which lie above all names.

    Args:
        marks: of one hall.
        scale: millimetres of floor that a millimetre of paper shows.
        fixed: size of their letters, mm of paper, as on a screen, where one that covers a booth is left out; 0 for one
            that suits the booth, as on paper, where each row of the table must be found.
    """
    for mark in marks:
        here = mark.after or mark.before
        if not here:
            continue
        box = bounds(here)
        size = fixed * scale or max(min(_TAG * scale, 0.3 * min(box.width, box.height)), SMALLEST * scale)
        if not fixed or size * 2.2 <= min(box.width, box.height):
            yield from _tag(mark, here, size)


def _hold(outline: Outline) -> tuple[float, float]:
    """Return a point within the upper left corner of an outline's box, where no name stands."""
    box = bounds(outline)
    inset = min(box.width, box.height) * 0.14
    return box.left + inset, box.top + inset


def _edges(outline: Outline) -> list[Stroke]:
    return [(*one, *other) for one, other in zip(outline, outline[1:] + outline[:1], strict=True)]


def _cloud(outline: Outline, chord: float) -> Iterator[Stroke]:
    """Yield the strokes of arcs that swell inwards along an outline, so that a neighbour's are not crossed."""
    clockwise = sum(x1 * y2 - x2 * y1 for x1, y1, x2, y2 in _edges(outline)) > 0
    for x1, y1, x2, y2 in _edges(outline):
        long = math.hypot(x2 - x1, y2 - y1)
        if not long:
            continue
        # On a small booth arcs are smaller, or they would cross each other.
        count = max(3, round(long / chord))
        dx, dy = (x2 - x1) / long, (y2 - y1) / long
        inward = (-dy, dx) if clockwise else (dy, -dx)
        radius = long / count / 2
        points = []
        for k in range(count):
            for part in range(6):
                turn = math.pi * part / 6
                along, rise = (2 * k + 1 - math.cos(turn)) * radius, 0.7 * radius * math.sin(turn)
                points.append((x1 + dx * along + inward[0] * rise, y1 + dy * along + inward[1] * rise))
        points.append((x2, y2))
        yield from ((*one, *other) for one, other in pairwise(points))


def _arrow(start: tuple[float, float], end: tuple[float, float], scale: float) -> tuple[Stroke, Floats] | None:
    """Return an arrow's shaft, and the corners of its head; None for one too short to be seen."""
    long = math.dist(start, end)
    if long < _NEAR * scale:
        return None
    dx, dy = (end[0] - start[0]) / long, (end[1] - start[1]) / long
    head = min(2.4 * scale, long * 0.6)
    back = end[0] - dx * head, end[1] - dy * head
    half = head * 0.32
    ring = np.array([end, (back[0] - dy * half, back[1] + dx * half), (back[0] + dy * half, back[1] - dx * half)])
    return (*start, *back), ring


def _tag(mark: Mark, here: Outline, size: float) -> list[Item]:
    """Return a number in the upper right corner of what is marked, and in the lower left the number it bore before."""
    box = bounds(here)
    items: list[Item] = []
    if mark.tag:
        wide, high = size * (0.62 * len(mark.tag) + 0.5), size * 1.25
        left, top = box.right - wide, float(box.top)
        if wide > 0.8 * box.width:
            # Beside what is too small for it, such as a hydrant: it would hide what it tells of.
            left, top = box.right, box.top - high
        items.append(Shapes.box("redline.tag", left, top, left + wide, top + high))
        middle = left + wide / 2
        items.append(Text("redline.text", mark.tag, middle, top + size * 0.98, size, Anchor.MIDDLE, True, id=mark.id))
    if mark.was:
        inset = size * 0.8
        x, y = box.left + inset, box.bottom - inset
        wide = size * 0.6 * len(mark.was)
        items.append(Text("redline.was", mark.was, x, y, size, id=mark.id))
        items.append(Lines.of("redline.cross", (x, y - size * 0.35, x + wide, y - size * 0.35)))
    return items


class Redline(NamedTuple):
    """What a redline says.

    Attributes:
        before, after: names of the versions.
        marks: by id of hall.
        rows: of the table of changes: tag, subject, what, text.
        followed: of the table of what that means for booths: subject, what, text.
        told: of the table of who must be told: exhibitor, booths, why; a reason a row, the first with the exhibitor.
    """

    before: str
    after: str
    marks: dict[str, list[Mark]]
    rows: Sequence[tuple[str, str, str, str]]
    followed: Sequence[tuple[str, str, str]]
    told: Sequence[tuple[str, str, str]]


class _Pale(Pane):
    """A view without the colours of booths and zones, so that colours speak of what changed only."""

    marks: Sequence[Mark] = ()

    def _floor(self) -> Iterable[Item]:
        return [
            replace(item, tint="") if isinstance(item, Shapes) and item.role == "zone" else item
            for item in super()._floor()
        ]

    def _beneath_names(self) -> Iterable[Item]:
        return mark_items(self.marks, self.place.scale)

    def _seen(self) -> list[Shapes]:
        return [Shapes("booth.let", one.ids, one.boxes, one.rings, one.tint) for one in self._hall.shapes]


class RedlineSheet(ViewSheet):
    """The sheet of one hall with its marks."""

    pane_type = _Pale

    def __init__(self, show: Show, hall: str, options: SheetOptions, redline: Redline) -> None:
        super().__init__(show, show.halls[hall], options)
        self._redline = redline

    def _headline(self) -> tuple[str, str]:
        latin, native = super()._headline()
        title = word("redline", self.lang)
        return (f"{latin} – {title}", native) if latin else ("", f"{native} – {title}")

    def _views(self, page: Composer) -> None:
        for pane in self.panes:
            if isinstance(pane, _Pale):
                pane.marks = self._redline.marks.get(pane.hall.id, ())
        super()._views(page)
        for pane in self.panes:
            left, top, right, bottom = pane.place.view
            x, y = pane.on_paper(0, 0)
            scale = pane.place.scale
            clip = (left - x) * scale, (top - y) * scale, (right - x) * scale, (bottom - y) * scale
            items = tuple(tag_items(self._redline.marks.get(pane.hall.id, ()), scale))
            page.items.append(Group(items, 1 / scale, x, y, clip))

    def _legend(self, page: Composer, top: float) -> float:
        place = self.place
        legend = _Marks(page, place.panel[0] + 4 * place.unit, place.panel[2], place.unit, self.lang)
        marks = [mark for pane in self.panes for mark in self._redline.marks.get(pane.hall.id, ())]
        return legend.marks(marks, top)

    def _facts(self, number: str) -> Sequence[tuple[str, str]]:
        own = [
            (word("redline-from", self.lang), self._redline.before),
            (word("redline-to", self.lang), self._redline.after),
        ]
        return [*own, *super()._facts(number)]


class _Marks(Legend):
    """The legend of the marks that a sheet shows."""

    def marks(self, marks: Sequence[Mark], top: float) -> float:
        """Set it; return where the next section starts."""
        shown = {mark.kind for mark in marks} | {Kind.CHANGED for mark in marks if mark.also}
        y = self._heading("redline-marks", top)
        if not shown:
            return self._entry(word("redline-none", self._lang), "", y) + 2.2 * self._unit
        for kind in Kind:
            if kind not in shown:
                continue
            left, up, right, down = self._place(y)
            before = after = _tenths(left, up, right, down)
            if kind is Kind.MOVED:
                third = (right - left) / 3
                before, after = _tenths(left, up, right - third, down), _tenths(left + third, up, right, down)
            self._draw(
                mark_items(
                    [Mark(kind, before, None if kind is Kind.REMOVED else after, shifted=kind is Kind.MOVED)], 10.0
                )
            )
            y = self._entry(word(f"redline-{kind}", self._lang), "", y)
        left, up, right, down = self._place(y)
        self._draw(_tag(Mark(Kind.CHANGED, None, None, "7"), _tenths(left, up, right, down), 20.0 * self._unit))
        return self._entry(word("redline-tag", self._lang), "", y) + 2.2 * self._unit

    def _draw(self, items: Iterable[Item]) -> None:
        self._page.items.append(Group(tuple(items), 0.1))


def _tenths(left: float, top: float, right: float, bottom: float) -> Outline:
    """Return a rectangle of the paper in tenths of a millimetre: outlines have whole numbers."""
    a, b, c, d = (round(one * 10) for one in (left, top, right, bottom))
    return rectangle(a, b, c - a, d - b)


def redline_pages(
    a: Show, b: Show, redline: Redline, options: SheetOptions, still: Callable[[], None] = lambda: None
) -> tuple[list[Page], list[NotShown]]:
    """Make a sheet for each hall with marks, and the tables of changes and of who must be told.

    Args:
        a: the earlier version; only for halls that are gone in the later.
        b: the later version, on which the marks are drawn.
        redline: what is said.
        options: sheet, scale and language; without zone, parts and lists.
        still: called between sheets; what it raises ends the making.

    Returns:
        The pages, and what could not be shown on them.
    """
    pages: list[Page] = []
    lost: list[NotShown] = []
    place: Layout | None = None
    name = ""
    halls = [key for key in redline.marks if key in b.halls or key in a.halls] or [*b.halls, *a.halls][:1]
    for hall in halls:
        still()
        sheet = RedlineSheet(b if hall in b.halls else a, hall, options, redline)
        sheet.compose()
        lost += sheet.page.lost
        pages.append(sheet.made())
        place, name = place or sheet.place, name or sheet.name
    if place is None:
        return pages, lost
    event = b.event
    title = word("redline-table", options.lang)
    called = f"{redline.before} → {redline.after}" if len(halls) > 1 else name
    made, more = Tables(event, place, title, called, options.lang, 150.0).pages(_sections(redline, options.lang))
    return pages + made, list(dict.fromkeys(lost + more))


def _sections(redline: Redline, lang: str) -> list[Section]:
    versions = f"{redline.before} → {redline.after}"
    heads = [word(f"redline-{key}", lang) for key in ("number", "subject", "what", "text")]
    parts = (9, 44, 24, 73)
    sections = []
    rows = [Row(cells) for cells in redline.rows]
    columns = tuple(Column(head, part, bold=k == 1) for k, (head, part) in enumerate(zip(heads, parts, strict=True)))
    note = "" if rows else word("redline-none", lang)
    sections.append(Section(f"{word('redline-rows', lang)}: {versions}", columns, rows, note))
    if redline.followed:
        columns = tuple(
            Column(head, part, bold=not k) for k, (head, part) in enumerate(zip(heads[1:], (30, 28, 92), strict=True))
        )
        sections.append(Section(word("redline-for", lang), columns, [Row(cells) for cells in redline.followed]))
    if redline.told:
        columns = (
            Column(word("exhibitor", lang), 46, bold=True),
            Column(word("booth", lang), 20),
            Column(word("redline-why", lang), 84),
        )
        sections.append(Section(word("redline-told", lang), columns, [Row(cells) for cells in redline.told]))
    return sections
