"""The redline of two versions as a PDF: sheets with marks, the table of changes, and who must be told."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from hallwright.drawing.options import SheetOptions
from hallwright.drawing.primitives import NotShown, Page
from hallwright.drawing.redline import Redline, redline_pages
from hallwright.drawing.redlinemarks import Kind, Mark
from hallwright.drawing.wording import Lang, joined, word
from hallwright.expo.row import Row
from hallwright.expo.space import Aisle, Booth, Fixture, Hall, Zone
from hallwright.geometry.outline import Outline
from hallwright.printing.output import write_pdf
from hallwright.printing.painter import PdfPainter
from hallwright.printing.printed import OFFICE, Finish, Printed
from hallwright.review.comparing import Comparison
from hallwright.review.differences import Difference, What
from hallwright.review.informing import exhibitor_text
from hallwright.review.sentences import line
from hallwright.support.collecting import uncollected
from hallwright.support.text import natural_key

_DRAWN = (Booth, Fixture, Zone, Aisle, Hall)
_PLACED = frozenset((What.MOVED, What.RESIZED, What.TURNED))
_QUIET = frozenset((What.REDRAWN, What.DETAILS))
"""What is told in the table but not drawn: nothing of it is seen on the plan."""


def marks_of(found: Comparison) -> tuple[dict[str, list[Mark]], dict[str, str]]:
    """Return the marks of a comparison by id of hall, and the tags of the rows that have one by their ids.

    Tags count through the table of changes; all that differs of one row has one tag.
    """
    by_row: dict[str, list[Difference]] = {}
    for one in found.found:
        by_row.setdefault(one.row.id, []).append(one)
    tags: dict[str, str] = {}
    marks: dict[str, list[Mark]] = {}
    for number, (key, some) in enumerate(by_row.items(), 1):
        tags[key] = str(number)
        row = some[0].row
        whats = {one.what for one in some} - _QUIET
        if not isinstance(row, _DRAWN) or not whats:
            continue
        before, after = some[0].before, some[0].after
        was = row_number(before) if What.RENUMBERED in whats else ""
        for hall, mark in _marks(before, after, whats, str(number), was):
            marks.setdefault(hall, []).append(mark)
    return marks, tags


def row_number(row: Row | None) -> str:
    """Return a booth's number."""
    return row.number if isinstance(row, Booth) else ""


def _marks(before: Row | None, after: Row | None, whats: set[What], tag: str, was: str) -> Sequence[tuple[str, Mark]]:
    old, new = _place(before), _place(after)
    if old is not None and new is not None and old[0] != new[0]:
        # From hall to hall: it is gone here and come there.
        return [(old[0], Mark(Kind.REMOVED, old[1], None, tag)), (new[0], Mark(Kind.ADDED, None, new[1], tag, was))]
    place = new or old
    if place is None:
        return []
    if old is None or new is None:
        kind = Kind.ADDED if old is None else Kind.REMOVED
    else:
        kind = Kind.MOVED if whats & _PLACED else Kind.CHANGED
    row = after if after is not None else before
    assert row is not None, "what is placed has a row"
    also = kind is Kind.MOVED and bool(whats - _PLACED)
    one, other = old and old[1], new and new[1]
    return [(place[0], Mark(kind, one, other, tag, was, row.id, also, What.MOVED in whats))]


def _place(row: Row | None) -> tuple[str, Outline] | None:
    if row is None:
        return None
    outline: Outline = getattr(row, "outline", ())
    return (row.id if isinstance(row, Hall) else str(getattr(row, "hall", "")), outline) if outline else None


def redline_of(found: Comparison, hall: str | None = None) -> Redline:
    """Return what a redline of a comparison says: all of it, or the sheets of one hall."""
    marks, tags = marks_of(found)
    if hall is not None:
        marks = {hall: marks.get(hall, [])}
    rows = []
    for each in found.found:
        said = line(found.a, found.b, each)
        rows.append((tags[each.row.id], f"{said.kind} {said.subject}", said.what, said.text))
    followed = [line(found.a, found.b, one) for one in found.followed]
    told = []
    for one in found.told:
        booths = ", ".join(sorted((booth.number for booth in one.booths), key=natural_key))
        for first, reason in enumerate(one.reasons):
            told.append(("", "", reason.text) if first else (exhibitor_text(one), booths, reason.text))
    return Redline(
        found.before.printed,
        found.after.printed,
        marks,
        rows,
        [(f"{said.kind} {said.subject}", said.what, said.text) for said in followed],
        told,
    )


def composed(
    found: Comparison, options: SheetOptions, hall: str | None = None, still: Callable[[], None] = lambda: None
) -> tuple[list[Page], list[NotShown]]:
    """Return the pages of the redline, and what they cannot show."""
    return redline_pages(found.a, found.b, redline_of(found, hall), options, still)


def write_redline(
    found: Comparison,
    path: Path,
    options: SheetOptions,
    *,
    hall: str | None = None,
    finish: Finish = OFFICE,
    force: bool = False,
    still: Callable[[], None] = lambda: None,
) -> Printed:
    """Write the redline of two versions as one PDF; the same versions and options give the same bytes.

    Args:
        found: the comparison.
        path: the file to make.
        options: sheet, scale and language.
        hall: id of the hall to draw, or None for all with changes.
        finish: for an office printer or for the press.
        force: replace the file if it exists.
        still: called again and again; what it raises ends the run, and no file is made.

    Raises:
        NotForPress: a file for the press has findings.
        Refused: a hall does not fit the sheet, or the file cannot be written.
    """
    start = time.perf_counter()
    with uncollected():
        pages, lost = composed(found, options, hall, still)

        def paint(painter: PdfPainter) -> None:
            for page in pages:
                still()
                painter.page(page)

        event = found.b.event
        name = joined(event.name, event.name_native, options.lang)
        title = " – ".join(filter(None, (name, word("redline", options.lang))))
        lang = "zh" if options.lang is Lang.ZH else "en"
        report = write_pdf(path, paint, finish, title=title, author=event.name, lang=lang, force=force, still=still)
    return Printed(path, len(pages), path.stat().st_size, tuple(lost), time.perf_counter() - start, report)
