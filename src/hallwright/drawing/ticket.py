"""The job ticket: what a print shop is asked to make of each file, on pages that can be read and hung up."""

from collections.abc import Sequence
from dataclasses import dataclass

from hallwright.drawing.breaking import filled
from hallwright.drawing.composing import Composer
from hallwright.drawing.fonts import width
from hallwright.drawing.primitives import Anchor, NotShown, Page
from hallwright.drawing.wording import pair, word

WIDTH, HEIGHT = 297.0, 210.0
_LEFT, _RIGHT, _TOP, _FOOT = 12.0, WIDTH - 12.0, 14.0, HEIGHT - 14.0
_SIZE, _HEAD, _STEP = 2.9, 2.35, 3.9
_PAD = 1.6
_COLUMNS = (
    ("file", 55.0, Anchor.START),
    ("quantity", 17.0, Anchor.END),
    ("trim", 24.0, Anchor.END),
    ("pages", 15.0, Anchor.END),
    ("sheets", 17.0, Anchor.END),
    ("colours", 20.0, Anchor.START),
    ("sides", 20.0, Anchor.START),
    ("stock", 36.0, Anchor.START),
    ("finishing", 36.0, Anchor.START),
    ("condition", 33.0, Anchor.START),
)
"""Word, width in mm and alignment of each column; together as wide as the page between its margins."""


@dataclass(frozen=True, slots=True)
class Line:
    """One file of a ticket, as texts: a cell of several lines has line breaks."""

    file: str
    quantity: str
    trim: str
    pages: str
    sheets: str
    colours: str
    sides: str
    stock: str
    finishing: str
    condition: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a ticket says.

    Attributes:
        event: name of the expo.
        facts: pairs of label and text for the head.
        lines: one for each file.
        notes: sentences below the table.
    """

    event: str
    facts: Sequence[tuple[str, str]]
    lines: Sequence[Line]
    notes: Sequence[str]


def ticket_pages(ticket: Ticket, lang: str) -> tuple[list[Page], list[NotShown]]:
    """Set a ticket on A4, landscape: one page, and further ones only where the files do not fit it.

    Returns:
        The pages, and what could not be shown on them.
    """
    pages: list[Composer] = []
    y = _FOOT
    page = Composer()
    for row in [_cells(line) for line in ticket.lines]:
        high = max(len(cell) for cell in row) * _STEP + 2 * _PAD
        if not pages or y + high > _FOOT:
            page = Composer()
            pages.append(page)
            y = _begin(page, ticket, lang, first=len(pages) == 1)
        _set(page, row, y)
        y += high
        page.rule(_LEFT, y, _RIGHT)
    if not pages:
        pages.append(page)
        y = _begin(page, ticket, lang, first=True)
    y += 2.2 * _STEP
    for note in ticket.notes:
        lines = filled(note, (_RIGHT - _LEFT) / _SIZE) or [note]
        if y + len(lines) * _STEP > _FOOT + _STEP:
            page = Composer()
            pages.append(page)
            y = _TOP + _STEP
        y += page.paragraph(note, _LEFT, y, _SIZE, _RIGHT - _LEFT, most=12, leading=_STEP / _SIZE) + 1.2
    title = word("ticket", "en")
    made = []
    for number, each in enumerate(pages, 1):
        if len(pages) > 1:
            each.line(f"{number} / {len(pages)}", _RIGHT, HEIGHT - 7, _HEAD, 30, role="text.soft", anchor=Anchor.END)
        made.append(Page(WIDTH, HEIGHT, tuple(each.items), title if len(pages) == 1 else f"{title} {number}"))
    return made, list(dict.fromkeys(lost for each in pages for lost in each.lost))


def _begin(page: Composer, ticket: Ticket, lang: str, *, first: bool) -> float:
    """Set title, facts and the table's head; return the top of its first row."""
    page.line(word("ticket", lang), _LEFT, _TOP + 5.2, 6.4, 110, bold=True)
    page.line(ticket.event, _RIGHT, _TOP + 5.2, 4.2, 155, anchor=Anchor.END, bold=True)
    y = _TOP + 9.4
    page.rule(_LEFT, y, _RIGHT, "frame")
    y += 2.0
    if first and ticket.facts:
        y += 3.6
        across = 3
        wide = (_RIGHT - _LEFT) / across
        rows = [ticket.facts[k : k + across] for k in range(0, len(ticket.facts), across)]
        for row in rows:
            for k, (label, text) in enumerate(row):
                x = _LEFT + k * wide
                page.line(label, x, y, _HEAD, wide - 4, role="text.soft")
                page.line(text, x, y + 4.0, 3.2, wide - 4)
            y += 10.0
        y -= 3.0
    head = 10.4 if lang == "both" else 7.0
    page.box("panel", _LEFT, y, _RIGHT, y + head)
    x = _LEFT
    for key, wide, anchor in _COLUMNS:
        labels = pair(key) if lang == "both" else (word(key, lang),)
        at = x + wide - _PAD if anchor is Anchor.END else x + _PAD
        for k, label in enumerate(labels):
            page.line(label, at, y + 4.2 + k * 3.6, _HEAD, wide - 2 * _PAD, anchor=anchor, bold=True)
        x += wide
    y += head
    page.rule(_LEFT, y, _RIGHT, "frame")
    return y


def _cells(line: Line) -> list[list[str]]:
    """Return the lines of each cell, broken to its column."""
    texts = (
        *(line.file, line.quantity, line.trim, line.pages, line.sheets),
        *(line.colours, line.sides, line.stock, line.finishing, line.condition),
    )
    return [
        [part for text in cell.split("\n") if text for part in _broken(text, wide - 2 * _PAD)]
        for cell, (_, wide, _) in zip(texts, _COLUMNS, strict=True)
    ]


def _broken(text: str, wide: float) -> list[str]:
    """Break a text into lines; what has no place to break, such as a long file name, is broken where it must be."""
    lines = filled(text, wide / _SIZE)
    if lines is not None:
        return lines
    found, part = [], ""
    for sign in text:
        if part and width(part + sign, _SIZE) > wide:
            found.append(part)
            part = ""
        part += sign
    return [*found, part]


def _set(page: Composer, row: list[list[str]], top: float) -> None:
    x = _LEFT
    for cell, (key, wide, anchor) in zip(row, _COLUMNS, strict=True):
        at = x + wide - _PAD if anchor is Anchor.END else x + _PAD
        for k, text in enumerate(cell):
            y = top + _PAD + _SIZE + k * _STEP
            bold = key in {"file", "quantity"} and k == 0
            page.line(text, at, y, _SIZE, wide - 2 * _PAD + 0.01, anchor=anchor, bold=bold)
        x += wide
