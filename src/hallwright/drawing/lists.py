"""Lists that go with a plan: the booths, and what is written on their fascia boards."""

from collections.abc import Callable, Sequence

from hallwright.drawing.plan import View, booth_names, let
from hallwright.drawing.primitives import Anchor
from hallwright.drawing.tables import Column, Row, Section
from hallwright.drawing.wording import Lang, joined, word
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Construction
from hallwright.geometry.outline import bounds, is_box
from hallwright.geometry.units import square_metres
from hallwright.support.text import natural_key

Reference = Callable[[Booth], str]
"""Gives a booth's field on the sheet."""


def booth_list(show: Show, booths: Sequence[Booth], view: View, lang: Lang, reference: Reference) -> Section:
    """List booths by number: for the public with exhibitors, for others with size, area, type and open sides."""
    rows = []
    for booth in _ordered(booths):
        latin, native = booth_names(show, booth, view, lang)
        cells = [booth.number, reference(booth)]
        if view is not View.PUBLIC:
            cells += [_size(booth), f"{square_metres(booth.area):,.1f}", word(booth.type, lang)]
            cells += [str(booth.open_sides), word(booth.construction, lang)]
        if view is View.STAFF:
            cells.append(word("draft" if booth.draft else booth.status, lang))
        if view is not View.PERMIT:
            cells.append("  ".join(part for part in (native, latin) if part))
        rows.append(Row(tuple(cells), booth.id))
    columns = [Column(word("booth", lang), 14, bold=True), Column(word("field", lang), 10)]
    if view is not View.PUBLIC:
        columns += [
            Column(word("size", lang), 15, Anchor.END),
            Column(word("area", lang), 12, Anchor.END),
            Column(word("type", lang), 20),
            Column(word("open-sides", lang), 11, Anchor.END),
            Column(word("construction", lang), 25),
        ]
    if view is View.STAFF:
        columns.append(Column(word("status", lang), 21))
    if view is not View.PERMIT:
        columns.append(Column(word("exhibitor", lang), 50))
    return Section("", tuple(columns), rows, _sum(booths, lang) if view is not View.PUBLIC else "")


def fascia_list(show: Show, booths: Sequence[Booth], view: View, lang: Lang) -> Section:
    """List what is written over booths that come with walls: number, text and open sides, one board a side.

    The public sees no more names than on the plan.
    """
    rows, without = [], 0
    for booth in _ordered(booths):
        exhibitor = show.exhibitors.get(booth.exhibitor or "")
        if booth.construction is not Construction.SHELL:
            continue
        if exhibitor is None or (view is View.PUBLIC and not let(booth)):
            without += 1
            continue
        text = exhibitor.fascia or joined(exhibitor.name, exhibitor.name_native, lang)
        rows.append(Row((booth.number, text, str(booth.open_sides)), booth.id))
    columns = (
        Column(word("booth", lang), 16, bold=True),
        Column(word("fascia", lang), 62),
        Column(word("open-sides", lang), 14, Anchor.END),
    )
    boards = sum(int(row.cells[2]) for row in rows)
    note = word("fascia-sum", lang).replace("{booths}", f"{len(rows):,}").replace("{boards}", f"{boards:,}")
    return Section("", columns, rows, note.replace("{without}", f"{without:,}"))


def _ordered(booths: Sequence[Booth]) -> list[Booth]:
    return sorted(booths, key=lambda booth: (natural_key(booth.number), booth.id))


def _size(booth: Booth) -> str:
    box = bounds(booth.outline)
    text = f"{box.width / 1000:g} × {box.height / 1000:g}"
    return text if is_box(booth.outline) else f"({text})"


def _sum(booths: Sequence[Booth], lang: Lang) -> str:
    text = word("booths-sum", lang).replace("{booths}", f"{len(booths):,}")
    return text.replace("{area}", f"{square_metres(sum(booth.area for booth in booths)):,.1f}")
