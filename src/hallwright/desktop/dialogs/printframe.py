"""What the print dialogs share: options, preview, what is not shown, and the PDF written in the background."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, explain, form
from hallwright.desktop.dialogs.pages import Pages
from hallwright.desktop.dialogs.preflight import rows
from hallwright.desktop.dialogs.pressfields import PressFields
from hallwright.desktop.dialogs.report import Report
from hallwright.desktop.dialogs.saving import ask_where
from hallwright.desktop.dialogs.scrolled import Scrolled
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.officeprinter import layout_of, print_pages
from hallwright.desktop.pictures import PICTURES, write_pictures
from hallwright.drawing.primitives import NotShown, Page
from hallwright.printing.output import NotForPress
from hallwright.printing.preflight.finding import Finding
from hallwright.printing.printed import Finish, Printed
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.i18n import _, counted

_REST_MS = 150
"""Options that change in quick succession compose the pages once."""


@dataclass(frozen=True, slots=True)
class Composed:
    """Pages to show: how many, how to make one, and what they cannot show.

    Attributes:
        lost: as a list, or as work that finds it out where that takes the composing of all pages.
    """

    count: int
    make: Callable[[int], Page]
    lost: Sequence[NotShown] | Callable[[Token], Sequence[NotShown]] = ()


Compose = Callable[[Token], Composed]
Write = Callable[[Path, Token], Printed]
"""Writes the PDF to a path."""


class PrintDialog(Frame):
    """Options on the left, the very pages on the right; *Save PDF* writes them.

    Subclasses fill ``fields``, ``press`` last, connect their widgets to ``compose_soon`` and say how pages are made and
    written.
    """

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.desk = desk
        self._problem = ""
        self._saved: Path | None = None
        self._composed: Composed | None = None
        self._composer, self._finder, self._printer = Worker(self), Worker(self), Worker(self)
        self._finder.done.connect(self._show_lost)
        self._composer.done.connect(self._show_pages)
        self._composer.refused.connect(self._show_refusal)
        self._composer.busy_changed.connect(self._look)
        self._printer.done.connect(self._show_saved)
        self._printer.refused.connect(self._show_stopped)
        self._printer.cancelled.connect(lambda: self.message.tell(_("Stopped. No file was written.")))
        self._printer.progress.connect(self._show_progress)
        self._printer.busy_changed.connect(self._show_printing)
        self._office = Worker(self)
        self._office.done.connect(self._show_printed)
        self._office.refused.connect(self.message.refuse)
        self._office.cancelled.connect(lambda: self.message.tell(_("Stopped. Some pages may be on paper already.")))
        self._office.progress.connect(self._show_progress)
        self._office.busy_changed.connect(self._show_printing)
        self._soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._soon.timeout.connect(self.compose)
        self.fields = form()
        self.press = PressFields(self, self.message.refuse)
        self.pages = Pages(Glyphs())
        self.report = Report((_("What"), _("Why")), _("not shown - {title}").format(title=title), widest=15)
        self.body.addWidget(self._parts(), 1)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Writing the PDF"))
        self.stop = QPushButton(_("S&top"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._printer.cancel)
        self.stop.clicked.connect(self._office.cancel)
        progress = QHBoxLayout()
        progress.setSpacing(GRID)
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.stop)
        self.body.addLayout(progress)
        self.view_pdf = self.add_button(_("&Open PDF"), Role.ActionRole)
        self.view_pdf.clicked.connect(self._open_saved)
        self.view_pdf.hide()
        self.paper = self.add_button(_("Pri&nt…"), Role.ActionRole)
        self.paper.clicked.connect(self._ask_and_print)
        self.ok = self.add_button(_("&Save PDF…"), Role.AcceptRole, default=True)
        self.add_button(_("Close"), Role.RejectRole)
        self.buttons.accepted.connect(self._ask_and_save)
        desk.changed.connect(self.compose_soon)
        em = self.fontMetrics().horizontalAdvance("m")
        self.resize(em * 90, self.fontMetrics().height() * 52)
        self._show_printing(False)

    @abstractmethod
    def composing(self) -> Compose:
        """Return the work that composes the pages with the options as they are now."""

    @abstractmethod
    def writing(self) -> Write:
        """Return the work that writes the pages of the options as they are now."""

    @abstractmethod
    def suggested_name(self) -> str:
        """Return the name suggested for the file, without ending."""

    def going(self, composed: Composed, first: int, last: int) -> Composed:
        """Return the pages as they go to a file or a printer, from one number to another, counted from 1.

        Called before; ``gone`` follows if they went there. Subclasses that make something of it override both.
        """
        return composed

    def gone(self) -> None:
        """Take note that the pages are where they should be."""

    def compose_soon(self) -> None:
        """Compose once the hand rests."""
        self._soon.start()

    def compose(self) -> None:
        """Compose the pages in the background; they replace any older ones."""
        self._soon.stop()
        self._composer.run(self.composing())

    def save(self, path: Path) -> None:
        """Write the PDF in the background, over an existing file; whole or not at all, also when it is stopped."""
        composed = self._composed
        if composed is not None:
            composed = self.going(composed, 1, composed.count)
        if path.suffix.lower() in PICTURES and composed is not None:
            self._save_pictures(path, composed)
            return
        write = self.writing()

        def work(token: Token) -> tuple[Path, Printed]:
            with written_whole(path, force=True) as temporary:
                printed = write(temporary, token)
                token.check()
            return path, printed

        self.message.clear()
        self.bar.setRange(0, 0)
        self._printer.run(work)

    def _save_pictures(self, path: Path, composed: Composed) -> None:
        """Write each page as a picture under a number, in the background, all or none."""

        def work(token: Token) -> tuple[Path, Printed]:
            files = write_pictures(path, composed.count, composed.make, token.step)
            size = sum(file.stat().st_size for file in files)
            return files[0], Printed(files[0], composed.count, size, (), 0.0)

        self.message.clear()
        self.bar.setRange(0, 0)
        self._printer.run(work)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages of the preview, or the range that the printer was set to, in the background."""
        composed = self._composed
        if composed is None or not composed.count:
            return
        first, last = 1, composed.count
        if printer.printRange() is QPrinter.PrintRange.PageRange:
            first = min(max(printer.fromPage(), 1), composed.count)
            last = min(max(printer.toPage(), first), composed.count)
        going = self.going(composed, first, last)

        def work(token: Token) -> tuple[QPrinter, int]:
            pages = (going.make(index) for index in range(first - 1, last))
            return printer, print_pages(printer, pages, last - first + 1, token.step)

        self.message.clear()
        self.bar.setRange(0, 0)
        self._office.run(work)

    def done(self, result: int) -> None:
        """Stop composing and printing, whatever way the dialog ends."""
        self._stop_all()
        super().done(result)

    def _stop_all(self) -> None:
        self._soon.stop()
        self._composer.abandon()
        self._finder.abandon()
        self._printer.cancel()
        self._office.cancel()

    def _parts(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(Scrolled(self.fields))
        column.addWidget(self.report, 1)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(GRID, 0, 0, 0)
        beside.addWidget(self.pages)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        em = self.fontMetrics().horizontalAdvance("m")
        splitter.setSizes([em * 30, em * 60])
        return splitter

    def _show_pages(self, composed: Composed) -> None:
        self._composed = composed
        self._problem = "" if composed.count else _("There is nothing to print.")
        if composed.count:
            self.pages.show_pages(composed.count, composed.make)
        else:
            self.pages.clear(self._problem)
        if callable(composed.lost):
            self.report.show_rows(_("Looking for what cannot be shown…"), [])
            self._finder.run(composed.lost)
        else:
            self._finder.abandon()
            self._show_lost(composed.lost)
        self._look()

    def _show_lost(self, lost: Sequence[NotShown]) -> None:
        title = (
            counted("{number} text not shown as written", "{number} texts not shown as written", len(lost))
            if lost
            else _("Everything is shown as written.")
        )
        self.report.show_rows(title, [(item.text, item.reason) for item in lost])

    def _show_refusal(self, refusal: Refused) -> None:
        self._finder.abandon()
        self._composed = None
        self._problem = refusal.line()
        self.pages.clear(self._problem)
        self.report.show_rows("", [])
        self._look()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show_printing(self, _printing: bool) -> None:
        printing = self._printer.busy or self._office.busy
        self.bar.setVisible(printing)
        self.stop.setVisible(printing)
        self._look()

    def finish(self) -> Finish:
        """Return for which printer the file is made; it bears the date of the project's last change."""
        last = self.desk.session.last_change
        return self.press.finish(last.at if last is not None else None)

    def _show_stopped(self, refusal: Refused) -> None:
        """Say why no file was written; what the preflight found is listed, and may be overruled."""
        if not isinstance(refusal, NotForPress):
            self.message.refuse(refusal)
            return
        self._show_findings(refusal.findings)
        self.press.offer_despite(True)
        self.message.error(_("The preflight found something, so no file was saved. It is listed on the left."))

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        title = counted("{number} finding of the preflight", "{number} findings of the preflight", len(findings))
        self._finder.abandon()
        self.report.show_rows(title, rows(tuple(findings)))

    def _show_saved(self, saved: tuple[Path, Printed]) -> None:
        path, printed = saved
        count = printed.pages
        self.gone()
        self._saved = path
        self.view_pdf.show()
        if printed.findings:
            self._show_findings(printed.findings)
        self.message.tell(counted("Saved {number} page: {path}", "Saved {number} pages: {path}", count, path=path))
        self.desk.said.emit(_("Saved {path}.").format(path=path))

    def _open_saved(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    def _look(self) -> None:
        if self._printer.busy:
            reason = _("Writing the PDF…")
        elif self._office.busy:
            reason = _("Printing…")
        elif self._composer.busy:
            reason = _("Composing the pages…")
        else:
            reason = _("The pages cannot be made; see the preview.") if self._problem else ""
        self.require(self.ok, reason)
        explain(self.paper, reason)
        if not reason:
            self.paper.setToolTip(_("On a printer of this computer, at true size"))

    def _show_printed(self, printed: tuple[QPrinter, int]) -> None:
        printer, count = printed
        self.gone()
        name = printer.outputFileName() or printer.printerName()
        self.message.tell(
            counted("Sent {number} page to {printer}", "Sent {number} pages to {printer}", count, printer=name)
        )

    def _ask_and_print(self) -> None:
        composed = self._composed
        if composed is None or not composed.count:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.suggested_name())
        printer.setPageLayout(layout_of(composed.make(0)))
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
        dialog.setMinMax(1, composed.count)
        if dialog.exec():
            self.print_on(printer)
        dialog.deleteLater()

    def _ask_and_save(self) -> None:
        path = ask_where(
            self,
            _("Save PDF"),
            self.suggested_name(),
            (("PDF", "pdf"), (_("SVG, a picture for each page"), "svg"), (_("PNG, a picture for each page"), "png")),
        )
        if path is not None:
            self.save(path)


def drop_down(options: Sequence[tuple[str, object]], changed: Callable[[], object]) -> QComboBox:
    """Return a combo box of labels and values that calls ``changed`` when another is chosen."""
    combo = QComboBox()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(14)
    for label, value in options:
        combo.addItem(label, value)
    combo.currentIndexChanged.connect(changed)
    return combo
