"""The redline of two versions: a sheet for each hall with marks of what differs, and the tables."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from hallwright.drawing.composing import Composer
from hallwright.drawing.legend import Legend
from hallwright.drawing.options import SheetOptions
from hallwright.drawing.pane import Pane
from hallwright.drawing.paper import Layout
from hallwright.drawing.primitives import Group, Item, NotShown, Page, Shapes
from hallwright.drawing.redlinemarks import Kind, Mark, mark_items, tag, tag_items
from hallwright.drawing.tables import Column, Row, Section, Tables
from hallwright.drawing.viewsheet import ViewSheet
from hallwright.drawing.wording import word
from hallwright.expo.show import Show
from hallwright.geometry.outline import Outline, rectangle


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
        self._draw(tag(Mark(Kind.CHANGED, None, None, "7"), _tenths(left, up, right, down), 20.0 * self._unit))
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
