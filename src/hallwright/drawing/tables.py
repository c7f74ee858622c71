"""Tables on pages of lists: sections with heads of their own, in columns that run over as many pages as they need."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from hallwright.drawing.composing import Composer
from hallwright.drawing.listing import HEAD, head
from hallwright.drawing.paper import SMALLEST, Layout
from hallwright.drawing.primitives import Anchor, NotShown, Page, Text
from hallwright.drawing.symbols import TILED, pictogram
from hallwright.expo.event import Event
from hallwright.expo.space import FixtureKind

_GAP = 6.0
"""Between two tables side by side, times the sheet's unit."""
_TALL = 1.25
_MOST = 4
"""Lines of one cell; a longer text is set smaller."""


class Column(NamedTuple):
    """A column of a table: its title, its part of the width, and where its cells stand."""

    title: str
    part: float
    anchor: Anchor = Anchor.START
    bold: bool = False


class Row(NamedTuple):
    """A row: its cells, the id it stands for, and a pictogram before its first cell."""

    cells: tuple[str, ...]
    id: str = ""
    symbol: FixtureKind | None = None


class Section(NamedTuple):
    """A table with a title; ``note`` stands below it."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    note: str = ""


class _Set(NamedTuple):
    """A row that is set at (0, 0): its height and texts."""

    high: float
    texts: tuple[Text, ...]
    symbol: FixtureKind | None = None


class Tables:
    """Sets sections one under another in the columns of pages."""

    def __init__(self, event: Event, place: Layout, title: str, name: str, lang: str, least: float = 120.0) -> None:
        """Prepare pages.

        Args:
            event: named in the head.
            place: the paper.
            title: of the list.
            name: of the plan it belongs to.
            lang: of the head.
            least: mm that a table needs in width; as many as fit stand side by side.
        """
        self._event, self._place, self._title, self._name, self._lang = event, place, title, name, lang
        left, top, right, bottom = place.frame
        unit = place.unit
        gap = _GAP * unit
        count = max(1, int((right - left + gap) // (least * min(unit, _TALL) + gap)))
        self._wide = (right - left - (count - 1) * gap) / count
        self._lefts = [left + k * (self._wide + gap) for k in range(count)]
        self._size = max(2.35 * min(unit, _TALL), SMALLEST)
        self._top, self._bottom = top + HEAD * unit - 4.0 * unit, bottom - 2.0 * unit
        self._pages: list[Composer] = []
        self._column, self._y = count, self._top
        self._lost: list[NotShown] = []

    def pages(self, sections: Sequence[Section]) -> tuple[list[Page], list[NotShown]]:
        """Return the pages of all sections, and what could not be set on them."""
        for section in sections:
            self._section(section)
        made = []
        for number, page in enumerate(self._pages, 1):
            note = f"{self._name}   {number} / {len(self._pages)}"
            head(page, self._place, self._event, self._title, note, self._lang)
            self._lost += page.lost
            suffix = f" {number}" if len(self._pages) > 1 else ""
            place = self._place
            made.append(Page(place.width, place.height, tuple(page.items), f"{self._name}: {self._title}{suffix}"))
        return made, list(dict.fromkeys(self._lost))

    def _section(self, section: Section) -> None:
        size = self._size
        rows = [self._set(section.columns, row.cells, row.id, row.symbol) for row in section.rows]
        titles = self._set(section.columns, tuple(column.title for column in section.columns), "", None, head=True)
        title = size * 2.6 if section.title else 0.0
        first = rows[0].high if rows else 0.0
        if self._y + title + titles.high + first > self._bottom or self._column >= len(self._lefts):
            self._next()
        if section.title:
            self._page.line(section.title, self._left, self._y + size * 1.5, size * 1.15, self._wide, bold=True)
            self._y += title
        self._heads(titles)
        for k, row in enumerate(rows, 1):
            # The last row keeps the note with it: a page with nothing but a note looks like a mistake.
            if self._y + row.high + (4 * size if section.note and k == len(rows) else 0.0) > self._bottom:
                self._next()
                self._heads(titles)
            self._put(row)
            self._page.rule(self._left, self._y, self._left + self._wide)
        if section.note:
            if self._y + 4 * size > self._bottom:
                self._next()
            taken = self._page.paragraph(
                section.note, self._left, self._y + size * 1.4, size * 0.92, self._wide, role="text.soft", most=6
            )
            self._y += taken + size * 0.6
        self._y += size * 1.8

    def _heads(self, titles: _Set) -> None:
        self._put(titles)
        self._page.rule(self._left, self._y, self._left + self._wide, "frame")

    @property
    def _page(self) -> Composer:
        return self._pages[-1]

    @property
    def _left(self) -> float:
        return self._lefts[self._column]

    def _next(self) -> None:
        """Go on in the next column, on a new page after the last."""
        self._column += 1
        if self._column >= len(self._lefts):
            self._pages.append(Composer())
            self._column = 0
        self._y = self._top

    def _put(self, row: _Set) -> None:
        left, y = self._left, self._y
        if row.symbol is not None and row.symbol in TILED:
            side = self._size * 1.5
            self._page.items += pictogram(row.symbol, left + side / 2, y + self._size * 0.95, side)
        self._page.items += [replace(text, x=left + text.x, y=y + text.y) for text in row.texts]
        self._y += row.high

    def _set(
        self,
        columns: Sequence[Column],
        cells: Sequence[str],
        key: str,
        symbol: FixtureKind | None,
        *,
        head: bool = False,
    ) -> _Set:
        size = self._size * (0.9 if head else 1.0)
        whole = sum(column.part for column in columns)
        scratch = Composer()
        x, most = 0.0, size * _TALL
        pad = self._size * 1.2
        for k, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            wide = self._wide * column.part / whole
            indent = self._size * 2.2 if symbol is not None and k == 0 else 0.0
            room = wide - indent - (pad if k + 1 < len(columns) else 0.0)
            bold, role = column.bold and not head, "text.soft" if head else "text"
            start = len(scratch.items)
            taken = scratch.paragraph(
                cell, x + indent, size * 1.3, max(size, SMALLEST), room, role=role, bold=bold, most=_MOST, key=key
            )
            if column.anchor is Anchor.END:
                end = x + indent + room
                scratch.items[start:] = [
                    replace(text, x=end, anchor=Anchor.END) for text in scratch.items[start:] if isinstance(text, Text)
                ]
            most = max(most, taken)
            x += wide
        self._lost += scratch.lost
        texts = tuple(item for item in scratch.items if isinstance(item, Text))
        return _Set(most + self._size * 0.75, texts, symbol)
