"""Check a PDF, whoever made it, as a print shop would."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressBar, QWidget

from hallwright.desktop.dialogs.frame import Frame, Role, add_row, form
from hallwright.desktop.dialogs.pressfields import profile_choice, title_of
from hallwright.desktop.dialogs.report import Report, Rows
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.printing.preflight import report
from hallwright.printing.preflight.apart import check_apart
from hallwright.printing.preflight.finding import Finding
from hallwright.support.i18n import N_, _, counted

_FILES = N_("PDF files (*.pdf);;All files (*)")


def rows(findings: "tuple[Finding, ...]") -> Rows:
    """Return findings as rows of where and what."""
    return [(finding.place or _("whole file"), finding.message) for finding in findings]


class PreflightDialog(Frame):
    """A file, what it is to be, and what is wrong with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Check a PDF for print"), parent)
        self._path: Path | None = None
        self._worker = Worker(self)
        self._worker.done.connect(self._show)
        self._worker.refused.connect(self.message.refuse)
        self._worker.busy_changed.connect(self._look)
        self.file = QLabel(_("none"))
        self.file.setWordWrap(True)
        self.profile = profile_choice()
        with QSignalBlocker(self.profile):
            self.profile.insertItem(0, _("What the file says it is"), "")
            self.profile.setCurrentIndex(0)
        self.profile.currentIndexChanged.connect(self._check)
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        fields = form()
        add_row(fields, _("File"), self.file)
        add_row(fields, _("Check &as"), self.profile)
        add_row(fields, _("It is"), self.facts)
        self.body.addLayout(fields)
        self.report = Report((_("Where"), _("What")), _("findings"), widest=18)
        self.body.addWidget(self.report, 1)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(_("Reading the PDF"))
        self.body.addWidget(self.bar)
        self.browse = self.add_button(_("&Choose PDF…"), Role.ActionRole, default=True)
        self.browse.clicked.connect(self._ask)
        self.add_button(_("Close"), Role.RejectRole)
        self.report.show_rows("", [])
        em = self.fontMetrics().horizontalAdvance("m")
        self.resize(em * 64, self.fontMetrics().height() * 30)
        self._look(False)

    def choose(self, path: Path) -> None:
        """Check a file."""
        self._path = path
        self.file.setText(str(path))
        self._check()

    def done(self, result: int) -> None:
        """Stop reading, whatever way the dialog ends."""
        self._worker.cancel()
        super().done(result)

    def _check(self) -> None:
        path, profile = self._path, str(self.profile.currentData())
        if path is None:
            return
        self.message.clear()
        self.facts.setText("")
        self.report.show_rows("", [])

        def work(token: Token) -> report.Report:
            return check_apart(path, profile, pulse=token.check)

        self._worker.run(work)

    def _show(self, found: report.Report) -> None:
        pages = counted("{number} page", "{number} pages", found.pages)
        self.facts.setText(", ".join(filter(None, (found.standard or _("no PDF/X"), pages, *found.sizes[:3]))))
        wanted = title_of(found.profile)
        title = (
            counted(
                "{number} finding ({profile})", "{number} findings ({profile})", len(found.findings), profile=wanted
            )
            if found.findings
            else _("No findings ({profile})").format(profile=wanted)
        )
        self.report.show_rows(title, rows(found.findings))

    def _ask(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, self.windowTitle(), "", _(_FILES))
        if name:
            self.choose(Path(name))

    def _look(self, busy: bool) -> None:
        self.bar.setVisible(busy)
