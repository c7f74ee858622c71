"""Prints floor plans."""

import time
from collections.abc import Callable
from pathlib import Path

from hallwright.drawing.primitives import NotShown, Page
from hallwright.drawing.sheet import SheetOptions, plan_pages
from hallwright.drawing.wording import Lang, joined, word
from hallwright.expo.show import Show
from hallwright.printing.output import write_pdf
from hallwright.printing.painter import PdfPainter
from hallwright.printing.printed import OFFICE, Finish, Printed
from hallwright.support.collecting import uncollected
from hallwright.support.errors import Refused
from hallwright.support.i18n import _


def print_plan(
    show: Show,
    path: Path,
    *,
    hall: str | None = None,
    options: SheetOptions | None = None,
    finish: Finish = OFFICE,
    force: bool = False,
    still: Callable[[], None] = lambda: None,
) -> Printed:
    """Print the plan of one hall, or of all, into one PDF; the same show and options give the same bytes.

    Args:
        show: the expo.
        path: the file to make.
        hall: id of the hall, or None for all (for the hall of ``options.zone`` when a zone is asked for); the views of
            ``options.parts`` name theirs.
        options: sheet, scale, view and language.
        finish: for an office printer or for the press.
        force: replace the file if it exists.
        still: called again and again; what it raises ends the run, and no file is made.

    Raises:
        NotForPress: a file for the press has findings.
        Refused: there is no hall, the plan does not fit the sheet, or the file cannot be written.
    """
    with uncollected():
        return _print_plan(show, path, hall, options or SheetOptions(), finish, force, still)


def _print_plan(
    show: Show,
    path: Path,
    hall: str | None,
    options: SheetOptions,
    finish: Finish,
    force: bool,
    still: Callable[[], None],
) -> Printed:
    start = time.perf_counter()
    # All pages are made before the file is opened, so that a plan that does not fit leaves nothing behind.
    pages, lost = composed(show, hall, options, still)
    event = show.event
    names = [name for name in (joined(event.name, event.name_native, options.lang), word("plan", options.lang)) if name]
    lang = "zh" if options.lang is Lang.ZH else "en"

    def paint(painter: PdfPainter) -> None:
        for page in pages:
            still()
            painter.page(page)

    title = " – ".join(names)
    report = write_pdf(path, paint, finish, title=title, author=event.name, lang=lang, force=force, still=still)
    size = path.stat().st_size
    return Printed(path, len(pages), size, tuple(lost), time.perf_counter() - start, report)


def composed(
    show: Show, hall: str | None, options: SheetOptions, still: Callable[[], None] = lambda: None
) -> tuple[list[Page], list[NotShown]]:
    """Return the pages of one hall's plan, or of all, and what they cannot show; as ``print_plan`` prints them."""
    zone = show.zones.get(options.zone or "")
    if options.parts:
        hall = options.parts[0].hall
    elif hall is None and zone is not None:
        hall = zone.hall
    halls = list(show.halls) if hall is None else [hall]
    if not halls:
        raise Refused(_("There is no hall to print"), mend=_("Draw a hall first."))
    lost: list[NotShown] = []
    pages: list[Page] = []
    for each in halls:
        still()
        made, missing = plan_pages(show, each, options, still)
        pages += made
        lost += missing
    return pages, lost
