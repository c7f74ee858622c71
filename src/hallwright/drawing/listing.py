"""Pages of lists that follow a plan: a head, and columns that run over as many pages as they need."""

from collections.abc import Sequence

from hallwright.drawing.composing import Composer
from hallwright.drawing.index import Entry, IndexSetter
from hallwright.drawing.paper import Layout
from hallwright.drawing.primitives import Anchor, NotShown, Page
from hallwright.drawing.wording import joined, word
from hallwright.expo.event import Event

HEAD = 16.0
"""Height of the head, times the sheet's unit."""


def head(page: Composer, place: Layout, event: Event, title: str, note: str, lang: str) -> float:
    """Set the head of a page of a list; return where the list may start."""
    left, top, right, _ = place.frame
    unit, half = place.unit, (right - left) * 0.48
    size = 5.0 * unit
    page.line(title, left, top + size * 0.8, size, half, bold=True)
    name = joined(event.name, event.name_native, lang)
    page.line(name, right, top + size * 0.42, 2.6 * unit, half, anchor=Anchor.END, bold=True)
    page.line(note, right, top + size * 1.2, 2.4 * unit, half, role="text.soft", anchor=Anchor.END)
    page.rule(left, top + size * 1.7, right, "frame")
    return top + (HEAD - 5.0) * unit


def index_pages(
    event: Event, place: Layout, name: str, listed: Sequence[Entry], lang: str
) -> tuple[list[Page], list[NotShown]]:
    """Set the index of exhibitors on pages of its own.

    Args:
        event: named in the head.
        place: the paper.
        name: of the plan that the index belongs to.
        listed: the entries; without any there is no page.
        lang: of the head.
    """
    if not listed:
        return [], []
    left, top, right, bottom = place.frame
    gap = 6.0 * place.unit
    count = max(2, int((right - left + gap) // (62.0 * min(place.unit, 1.25) + gap)))
    wide = (right - left - (count - 1) * gap) / count
    probe = IndexSetter(Composer(), wide, place.unit)
    columns = probe.columns(probe.rows(listed), bottom - top - (HEAD + 6.0) * place.unit)
    sheets = [columns[start : start + count] for start in range(0, len(columns), count)]
    sheets[-1] = probe.evened([row for column in sheets[-1] for row in column], count)
    pages: list[Page] = []
    lost: list[NotShown] = []
    for number, part in enumerate(sheets, 1):
        page = Composer()
        start = head(page, place, event, word("index", lang), f"{name}   {number} / {len(sheets)}", lang)
        setter = IndexSetter(page, wide, place.unit)
        for k, column in enumerate(part):
            setter.place(column, left + k * (wide + gap), start)
        suffix = f" {number}" if len(sheets) > 1 else ""
        pages.append(Page(place.width, place.height, tuple(page.items), f"{name}: {word('index', 'en')}{suffix}"))
        lost += page.lost
    return pages, lost
