"""Prints pages on the printers of the system, at true size: the very pages of preview and PDF, by the same painter."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.painter import Place, QtPainter
from hallwright.drawing.primitives import Page
from hallwright.drawing.theme import paper
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

_MM_PER_INCH = 25.4
_LOOSE = 2.0
"""Millimetres by which a printer's name for a size may be off; drivers round to points and inches."""
Step = Callable[[int, int], None]


def print_pages(printer: QPrinter, pages: Iterable[Page], count: int, step: Step) -> int:
    """Print pages, each on paper of its own size and orientation, in the thread that calls.

    Args:
        printer: as the user set it up; its paper is set anew for each page, and nothing is fitted or enlarged.
        pages: made one after another.
        count: how many.
        step: called with the pages done and those in all; what it raises takes the whole job back where the printer
            has not begun.

    Returns:
        How many were printed.

    Raises:
        Refused: the printer has no such paper, or does not take the job.
    """
    # A raw font belongs to the thread that made it, so the window's own glyphs cannot be taken.
    glyphs = Glyphs()
    painter = QPainter()
    done = 0
    try:
        for page in pages:
            step(done, count)
            _require_paper(printer, page)
            printer.setFullPage(True)
            printer.setPageLayout(layout_of(page))
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise _untaken(printer)
            dots = printer.resolution() / _MM_PER_INCH
            QtPainter(painter, paper(), glyphs, dots).draw(page.items, Place(dots, 0.0, 0.0))
            done += 1
        step(done, count)
    except BaseException:
        if painter.isActive():
            printer.abort()
            painter.end()
        raise
    if painter.isActive() and not painter.end():
        raise _untaken(printer)
    return done


def layout_of(page: Page) -> QPageLayout:
    """Return paper of a page's size without margins; a size is named upright, and turned by its orientation."""
    wide, high = sorted((page.width, page.height))
    size = QPageSize(QSizeF(wide, high), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = page.width > page.height
    way = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter, QMarginsF(0, 0, 0, 0))


def _require_paper(printer: QPrinter, page: Page) -> None:
    """Refuse a page for which the printer has no paper: it would be fitted, or cut, without a word."""
    if printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat:
        return
    info = QPrinterInfo(printer)
    known = [size.size(QPageSize.Unit.Millimeter) for size in info.supportedPageSizes()]
    wide, high = sorted((page.width, page.height))
    if known and not info.supportsCustomPageSizes() and not any(_fits(size, wide, high) for size in known):
        name = layout_of(page).pageSize().name()
        raise Refused(
            _("The printer {name} has no paper of {size}").format(name=printer.printerName(), size=name),
            mend=_("Print the PDF elsewhere, or choose another sheet."),
        )


def _fits(size: QSizeF, wide: float, high: float) -> bool:
    sides = sorted((size.width(), size.height()))
    return abs(sides[0] - wide) <= _LOOSE and abs(sides[1] - high) <= _LOOSE


def _untaken(printer: QPrinter) -> Refused:
    return Refused(
        _("The printer {name} does not take the pages").format(name=printer.printerName() or _("for files")),
        mend=_("Check that it is switched on and has paper."),
    )
