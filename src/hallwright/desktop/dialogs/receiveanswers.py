"""Take in answers: files, folders, and codes pasted from mails."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QProgressBar, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import Frame, Role, explain, soft
from hallwright.desktop.dialogs.report import Report
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.desktop.reviewpanel import SAID
from hallwright.editing.reviewing import receive_answers
from hallwright.review.answerfiles import claims_in, claims_of_text
from hallwright.review.receiving import Claim, Turned, take
from hallwright.review.reports import name_of
from hallwright.support.i18n import N_, _, counted
from hallwright.support.text import one_line

_FILES = N_("Answers (*.pdf *.json *.csv *.txt *.eml);;All files (*)")


class ReceiveDialog(Frame):
    """Reads answers in the background and lists what became of each."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Receive answers"), parent)
        self._desk = desk
        self._worker = Worker(self)
        self._worker.done.connect(self._read)
        self._worker.refused.connect(self.message.refuse)
        self._worker.busy_changed.connect(self._busy)
        label = QLabel(_("&Codes from mails"))
        self.codes = QPlainTextEdit()
        self.codes.setAccessibleName(_("Codes from mails"))
        self.codes.setPlaceholderText(_("Paste whole mails here; the codes in them are found."))
        # By the style sheet, whose height for fields would win over a fixed one.
        self.codes.setStyleSheet(f"min-height: {self.fontMetrics().height() * 5}px")
        self.codes.textChanged.connect(self._look)
        label.setBuddy(self.codes)
        self.body.addWidget(label)
        self.body.addWidget(self.codes)
        self.body.addWidget(
            soft(_("Files: filled proofs, answer files, saved mails, or lists as CSV, matched by token."))
        )
        self.report = Report((_("From"), _("What became of it")), _("answers"), widest=24)
        self.report.show_rows("", [])
        self.body.addWidget(self.report, 1)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(_("Reading answers"))
        self.bar.hide()
        self.body.addWidget(self.bar)
        self.take_codes = self.add_button(_("&Take in codes"), Role.ActionRole)
        self.take_codes.clicked.connect(self._take_codes)
        self.files = self.add_button(_("&Files…"), Role.ActionRole, default=True)
        self.files.clicked.connect(self._ask_files)
        self.folder = self.add_button(_("F&older…"), Role.ActionRole)
        self.folder.clicked.connect(self._ask_folder)
        self.add_button(_("Close"), Role.RejectRole)
        em = self.fontMetrics().horizontalAdvance("m")
        self.resize(em * 60, self.fontMetrics().height() * 30)
        self._look()

    def read(self, paths: list[Path]) -> None:
        """Take in files and folders."""
        self.message.clear()

        def work(token: Token) -> tuple[list[Claim], list[Turned]]:
            return claims_in(paths, token.check)

        self._worker.run(work)

    def done(self, result: int) -> None:
        """Stop reading, whatever way the dialog ends."""
        self._worker.cancel()
        super().done(result)

    def _take_codes(self) -> None:
        claims = claims_of_text(self.codes.toPlainText(), _("mail"))
        if not claims:
            self.message.error(_("There is no code of an answer in this text."))
            return
        self._read((claims, []))
        self.codes.clear()

    def _read(self, found: tuple[list[Claim], list[Turned]]) -> None:
        claims, turned = found
        now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        good, bad = take(self._desk.show, claims, now)
        if good and not self.commit(self._desk, lambda: receive_answers(self._desk.show, good), rows=len(good)):
            return
        show = self._desk.show
        rows = []
        for reply in good:
            exhibitor = show.exhibitors.get(show.packets[reply.packet].exhibitor)
            name = name_of(exhibitor) if exhibitor is not None else "?"
            said = _("{name}: {answer}").format(name=name, answer=_(SAID[reply.answer]))
            if reply.stale:
                said = _("{answer} (stale: the plan had changed)").format(answer=said)
            rows.append((reply.source, " – ".join(filter(None, (said, one_line(reply.comment))))))
        rows += [(one.source, _("refused: {reason}").format(reason=one.reason)) for one in (*turned, *bad)]
        refused = len(turned) + len(bad)
        title = counted("{number} answer received", "{number} answers received", len(good))
        if refused:
            title += _(", ") + counted("{number} refused", "{number} refused", refused)
        self.report.show_rows(title, rows)

    def _ask_files(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(self, self.windowTitle(), "", _(_FILES))
        if names:
            self.read([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.windowTitle())
        if name:
            self.read([Path(name)])

    def _look(self) -> None:
        explain(self.take_codes, "" if self.codes.toPlainText().strip() else _("Paste a code first."))

    def _busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.files.setEnabled(not busy)
        self.folder.setEnabled(not busy)
