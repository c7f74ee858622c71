"""Large sheets cut into pages of an office printer, true to scale, to be cut out and glued together.

A page shows a window of the sheet. Windows overlap: the right and the lower edge of one are a strip on which its
neighbours, cut along their left or upper edge, are glued.
"""

import math
from typing import NamedTuple

from hallwright.drawing.composing import Composer
from hallwright.drawing.culling import Edges, Ink, within
from hallwright.drawing.paper import SHEETS
from hallwright.drawing.primitives import Anchor, Group, Item, Lines, NotShown, Page, Text
from hallwright.drawing.wording import word
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

TILES = ("A4", "A3")
"""Sheets of office printers."""
OVERLAP = 10.0
"""mm that neighbours have in common."""
_SIDE, _TOP, _FOOT = 10.0, 10.0, 24.0
"""mm about the window; office printers leave 5 mm blank, and the foot holds key and name."""
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_TEXT = 2.6
_STROKE = 1.0
"""mm that a line may be away from a window and yet show in it, by half of its width."""
_MARK = 3.0
"""Length of the marks beside the window, mm."""


class Cut(NamedTuple):
    """How a sheet is cut: the paper, the size of a window, and how many windows across and down."""

    wide: float
    high: float
    window: tuple[float, float]
    columns: int
    rows: int

    def part(self, row: int, column: int) -> Edges:
        """Return the part of the sheet that a tile shows."""
        left, top = column * (self.window[0] - OVERLAP), row * (self.window[1] - OVERLAP)
        return left, top, left + self.window[0], top + self.window[1]

    def core(self, row: int, column: int) -> Edges:
        """Return the part that no tile before it shows: what is blank there needs no page."""
        left, top, right, bottom = self.part(row, column)
        return left + (OVERLAP if column else 0), top + (OVERLAP if row else 0), right, bottom


def tile_name(row: int, column: int) -> str:
    """Return the name of a tile: letters down, numbers across, such as ``B3``."""
    rounds, letter = divmod(row, len(_LETTERS))
    return f"{_LETTERS[letter] * (rounds + 1)}{column + 1}"


def cutting(wide: float, high: float, paper: str) -> Cut:
    """Return the cutting of a sheet with the fewest tiles.

    Args:
        wide: of the sheet, mm.
        high: of the sheet.
        paper: ``A4`` or ``A3``.

    Raises:
        Refused: no such paper for tiles.
    """
    if paper not in TILES:
        raise Refused(
            _("There are no tiles of {sheet}").format(sheet=paper),
            mend=_("Use one of {list}.").format(list=", ".join(TILES)),
        )
    long, short = SHEETS[paper]
    found = []
    for across, down in ((short, long), (long, short)):
        window = across - 2 * _SIDE, down - _TOP - _FOOT
        columns, rows = (
            max(1, math.ceil((size - OVERLAP) / (part - OVERLAP) - 1e-9))
            for size, part in zip((wide, high), window, strict=True)
        )
        found.append(Cut(across, down, window, columns, rows))
    return min(found, key=lambda cut: cut.columns * cut.rows)


def tiled(page: Page, note: str, paper: str, lang: str) -> tuple[list[Page], list[NotShown]]:
    """Cut a page into tiles; a page no larger than the paper stays as it is.

    Args:
        page: the sheet.
        note: of its scale and paper, for the foot of each tile.
        paper: ``A4`` or ``A3``.
        lang: of the words about the tiles.

    Returns:
        The tiles that are not blank, row by row, and what could not be said on them.
    """
    cut = cutting(page.width, page.height, paper)
    if SHEETS[paper][0] >= max(page.width, page.height):
        return [page], []
    ink = Ink(page.items, (0.0, 0.0, page.width, page.height))
    printed = {
        (row, column) for row in range(cut.rows) for column in range(cut.columns) if ink.on(cut.core(row, column))
    }
    pages: list[Page] = []
    lost: list[NotShown] = []
    for row in range(cut.rows):
        _, top, _, bottom = cut.part(row, 0)
        strip = within(page.items, (0.0, top - _STROKE, page.width, bottom + _STROKE))
        for column in range(cut.columns):
            if (row, column) in printed:
                tile = _Tile(cut, printed, row, column, page, note, lang)
                pages.append(tile.made(strip))
                lost += tile.page.lost
    return pages, lost


class _Tile:
    """One page of a cut sheet."""

    def __init__(
        self, cut: Cut, printed: set[tuple[int, int]], row: int, column: int, sheet: Page, note: str, lang: str
    ) -> None:
        self.cut, self.printed, self.row, self.column = cut, printed, row, column
        self.sheet, self.note, self.lang = sheet, note, lang
        self.name = tile_name(row, column)
        self.page = Composer()

    def made(self, strip: list[Item]) -> Page:
        """Return the page; ``strip`` are the sheet's items in this row."""
        cut, part = self.cut, self.cut.part(self.row, self.column)
        shown = min(part[2], self.sheet.width), min(part[3], self.sheet.height)
        clip = part[0], part[1], *shown
        near = part[0] - _STROKE, part[1] - _STROKE, shown[0] + _STROKE, shown[1] + _STROKE
        items = tuple(within(strip, near))
        self.page.items.append(Group(items, 1.0, _SIDE - part[0], _TOP - part[1], clip))
        self._joints()
        self._foot()
        name = f"{self.sheet.name} {self.name}"
        return Page(cut.wide, cut.high, tuple(self.page.items), name)

    def _joints(self) -> None:
        """Mark where to cut and where to glue, with the neighbours' names."""
        left, top = _SIDE, _TOP
        right, bottom = left + self.cut.window[0], top + self.cut.window[1]
        middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
        cuts, glue = [], []
        if self._beside(0, -1):
            cuts += [(left, top - _MARK, left, bottom + _MARK)]
            self._say("tile-cut", 0, -1, left - 4.0, middle_y, -90.0, bottom - top)
        if self._beside(-1, 0):
            cuts += [(left - _MARK, top, right + _MARK, top)]
            self._say("tile-cut", -1, 0, middle_x, top - 4.0, 0.0, right - left)
        if self._beside(0, 1):
            x = right - OVERLAP
            glue += [(x, top - _MARK, x, top), (x, bottom, x, bottom + _MARK), (right, top - _MARK, right, top)]
            glue += [(right, bottom, right, bottom + _MARK)]
            self.page.box("scale.dark", x, top - 1.6, right, top - 0.8)
            self.page.box("scale.dark", x, bottom + 0.8, right, bottom + 1.6)
            self._say("tile-glue", 0, 1, right + 4.0, middle_y, 90.0, bottom - top)
        if self._beside(1, 0):
            y = bottom - OVERLAP
            glue += [(left - _MARK, y, left, y), (right, y, right + _MARK, y), (left - _MARK, bottom, left, bottom)]
            glue += [(right, bottom, right + _MARK, bottom)]
            self.page.box("scale.dark", left - 1.6, y, left - 0.8, bottom)
            self.page.box("scale.dark", right + 0.8, y, right + 1.6, bottom)
            self._say("tile-glue", 1, 0, middle_x, bottom + 4.6, 0.0, right - left)
        if cuts:
            self.page.items.append(Lines.of("tile.cut", *cuts))
        if glue:
            self.page.items.append(Lines.of("frame", *glue))

    def _beside(self, down: int, across: int) -> bool:
        return (self.row + down, self.column + across) in self.printed

    def _say(self, key: str, down: int, across: int, x: float, y: float, angle: float, room: float) -> None:
        text = word(key, self.lang).replace("{tile}", tile_name(self.row + down, self.column + across))
        role = "text.soft"
        if angle:
            self.page.items.append(Text(role, text, x, y, _TEXT, Anchor.MIDDLE, False, angle))
        else:
            self.page.line(text, x, y, _TEXT, room, role=role, anchor=Anchor.MIDDLE)

    def _foot(self) -> None:
        """Set the tile's name, what it belongs to, a bar of 50 mm and the key of all tiles."""
        cut, page = self.cut, self.page
        left, right = _SIDE, cut.wide - _SIDE
        top = cut.high - _FOOT + 8.0
        key_wide = self._key(right, top)
        page.line(self.name, left, top + 8.0, 9.0, 20.0, bold=True)
        bar = right - key_wide - 6.0 - 50.0
        start = left + 22.0
        room = bar - 5.0 - start
        number = sorted(self.printed).index((self.row, self.column)) + 1
        page.line(self.sheet.name, start, top + 2.4, 3.0, room, bold=True)
        facts = f"{number} / {len(self.printed)}   {self.note}"
        page.line(facts, start, top + 5.8, _TEXT, room)
        page.line(word("tile-true", self.lang), start, top + 9.2, _TEXT, room, role="text.soft")
        lines = [(bar, top + 4.0, bar + 50.0, top + 4.0)]
        lines += [(bar + 10 * k, top + (4.0 if k % 5 else 2.8), bar + 10 * k, top + 5.2) for k in range(6)]
        page.items.append(Lines.of("frame", *lines))
        page.line("50 mm", bar + 25.0, top + 8.4, _TEXT, 50.0, role="text.soft", anchor=Anchor.MIDDLE)

    def _key(self, right: float, top: float) -> float:
        """Draw all tiles small, this one dark; return the width."""
        cut, high = self.cut, 10.0
        step = min(high / cut.rows, 44.0 / cut.columns * cut.window[1] / cut.window[0])
        side = step * cut.window[0] / cut.window[1]
        left = right - side * cut.columns
        for row, column in sorted(self.printed, key=lambda tile: tile == (self.row, self.column)):
            x, y = left + column * side, top + row * step
            here = (row, column) == (self.row, self.column)
            self.page.box("scale.dark" if here else "scale.light", x, y, x + side, y + step)
        return side * cut.columns
