"""Make the folder that a print shop gets: what is asked for of each file, and what the preflight found."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, add_row, form
from hallwright.desktop.dialogs.plan import LANGS, VIEWS
from hallwright.desktop.dialogs.pressfields import PressFields
from hallwright.desktop.dialogs.printframe import drop_down
from hallwright.desktop.dialogs.report import Report
from hallwright.desktop.dialogs.saving import file_name
from hallwright.desktop.dialogs.unlocking import key_of, may_sign
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.drawing.codes import Content, codes
from hallwright.drawing.plan import View
from hallwright.drawing.wording import Lang
from hallwright.editing.badges import record
from hallwright.expo.printed import now
from hallwright.printing import jobs
from hallwright.printing.jobs import KINDS, MOST, SIDES, STANDARD, Job, Order
from hallwright.printing.output import NotForPress
from hallwright.printing.package import Package, is_package, print_package
from hallwright.printing.preflight.finding import Finding
from hallwright.printing.profiles import names
from hallwright.signing.signer import batch
from hallwright.support.errors import Refused
from hallwright.support.i18n import ENGLISH, N_, _, counted, language

_PRESS = "pdfx4"
_STANDARD = N_("Standard")
_KINDS: Mapping[str, str] = {"plan": N_("Plan of each hall"), "badges": N_("Badges")}
_SIDES: Mapping[str, str] = {"simplex": N_("One side"), "duplex": N_("Both sides")}


class OrderFields:
    """What is asked for of one kind of file: fields for a row of a grid, filled from an order."""

    def __init__(self, kind: str, order: Order) -> None:
        title = _(_KINDS[kind])
        self.title = QLabel(title)
        self.quantity = QLineEdit()
        self.quantity.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.quantity.setMaxLength(len(str(MOST)))
        self.quantity.setMaximumWidth(self.quantity.fontMetrics().horizontalAdvance("0" * 12))
        self.stock, self.finishing = QLineEdit(), QLineEdit()
        self.sides = QComboBox()
        for side in SIDES:
            self.sides.addItem(_(_SIDES[side]), side)
        for field, what in zip(self.fields, headings(), strict=True):
            field.setAccessibleName(_("{what}: {name}").format(what=title, name=what))
        for line in (self.stock, self.finishing):
            line.setMaxLength(200)
        self.fill(order)

    def fill(self, order: Order) -> None:
        """Show an order."""
        self._order = order
        self._shown = _shown(order.stock, order.stock_native), _shown(order.finishing, order.finishing_native)
        self.quantity.setText(str(order.quantity))
        self.sides.setCurrentIndex(self.sides.findData(order.sides))
        for line, text in zip((self.stock, self.finishing), self._shown, strict=True):
            line.setText(text)
            # What is longer than the field is shown from its beginning.
            line.setCursorPosition(0)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Quantity, stock, finishing and sides."""
        return self.quantity, self.stock, self.finishing, self.sides

    def order(self) -> Order:
        """Return what is asked for; a text that was not touched keeps its other language."""
        order = self._order.answered("quantity", self.quantity.text())
        order = order.answered("sides", str(self.sides.currentData()))
        for answer, field, shown in zip(("stock", "finishing"), (self.stock, self.finishing), self._shown, strict=True):
            if field.text() != shown:
                order = order.answered(answer, field.text())
        return order


def headings() -> tuple[str, ...]:
    """Return the headings of an order's fields."""
    return _("Quantity"), _("Stock"), _("Finishing"), _("Sides")


def _shown(text: str, native: str) -> str:
    return text if language() == ENGLISH else native or text


class PackageDialog(Frame):
    """All that a print shop gets, in one folder: whole or not at all."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Print package"), parent)
        self.desk = desk
        self._made: Path | None = None
        self._badges: Mapping[str, str] = {}
        self.worker = Worker(self)
        self.worker.done.connect(self._show_made)
        self.worker.refused.connect(self._show_stopped)
        self.worker.cancelled.connect(lambda: self.message.tell(_("Stopped. No folder was made.")))
        self.worker.progress.connect(self._show_progress)
        self.worker.busy_changed.connect(self._look)
        self.fields = form()
        self.name = QLineEdit(_suggested(desk))
        self.view = drop_down([(_(label), view) for label, view in VIEWS], lambda: None)
        self.lang = drop_down([(_(label), lang) for label, lang in LANGS], lambda: None)
        self.press = PressFields(self, self.message.refuse)
        add_row(self.fields, _("&Folder name"), self.name)
        add_row(self.fields, _("&View"), self.view)
        add_row(self.fields, _("&Language"), self.lang)
        # The standard one stands first; a user's own are called by their files.
        self.job = drop_down([(_(_STANDARD) if name == STANDARD else name, name) for name in jobs.names()], self._fill)
        self.job.setToolTip(_("What is asked of the print shop; files in the folder print-jobs are further ones"))
        add_row(self.fields, _("Print &job"), self.job)
        self.press.add_to(self.fields)
        if _PRESS in names():
            self.press.profile.setCurrentIndex(self.press.profile.findData(_PRESS))
        self.body.addLayout(self.fields)
        self.orders: dict[str, OrderFields] = {}
        self.body.addLayout(self._grid())
        self.report = Report(
            (_("File"), _("Where"), _("What")), _("findings - {title}").format(title=_("Print package")), widest=18
        )
        self.body.addWidget(self.report, 1)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Making the package"))
        self.stop = QPushButton(_("S&top"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.worker.cancel)
        progress = QHBoxLayout()
        progress.setSpacing(GRID)
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.stop)
        self.body.addLayout(progress)
        self.show_folder = self.add_button(_("&Open folder"), Role.ActionRole)
        self.show_folder.clicked.connect(self._open_made)
        self.show_folder.hide()
        self.ok = self.add_button(_("&Make package…"), Role.AcceptRole, default=True)
        self.add_button(_("Close"), Role.RejectRole)
        self.buttons.accepted.connect(self._ask_and_make)
        self.name.textChanged.connect(lambda _text: self._look(self.worker.busy))
        self.report.show_rows("", [])
        em = self.fontMetrics().horizontalAdvance("m")
        self.resize(em * 72, self.fontMetrics().height() * 36)
        self._look(False)

    def make(self, folder: Path) -> None:
        """Make the package in the background, over an older one; whole or not at all, also when it is stopped."""
        show, session = self.desk.show, self.desk.session
        last = session.last_change
        finish = self.press.finish(last.at if last is not None else None)
        try:
            job: Job = {kind: fields.order() for kind, fields in self.orders.items()}
            if show.people and not may_sign(self.desk, self):
                return
            badges = batch(show, show.people.values(), key_of(self.desk), anew=False)
        except Refused as refusal:
            self.message.refuse(refusal)
            return
        version = session.version_name()
        said = codes(show, [Content.BADGE], badges.codes)
        self._badges = badges.badges
        view, lang = View(self.view.currentData()), Lang(self.lang.currentData())

        def work(token: Token) -> Package:
            return print_package(
                show,
                folder,
                finish=finish,
                job=job,
                lang=lang,
                view=view,
                version=version,
                codes=said,
                force=True,
                pictures=session.store.asset,
                progress=token.step,
                still=token.check,
            )

        self.message.clear()
        self.report.show_rows("", [])
        self.bar.setRange(0, 0)
        self.worker.run(work)

    def done(self, result: int) -> None:
        """Stop, whatever way the dialog ends."""
        self.worker.cancel()
        super().done(result)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        for column, heading in enumerate(headings(), 1):
            grid.addWidget(QLabel(heading), 0, column)
        job = self._chosen()
        for row, kind in enumerate(KINDS, 1):
            fields = OrderFields(kind, job[kind])
            self.orders[kind] = fields
            grid.addWidget(fields.title, row, 0)
            for column, field in enumerate(fields.fields, 1):
                grid.addWidget(field, row, column)
        for column in (2, 3):
            grid.setColumnStretch(column, 1)
        return grid

    def _fill(self) -> None:
        """Fill the fields anew from the print job that was chosen."""
        self.message.clear()
        job = self._chosen()
        for kind, fields in self.orders.items():
            fields.fill(job[kind])

    def _chosen(self) -> Job:
        """Return the chosen job; a file of one that is not sound is told, and everything is left to be filled in."""
        try:
            return jobs.load(str(self.job.currentData()))
        except Refused as refusal:
            self.message.refuse(refusal)
            return {kind: Order(1, "", "", SIDES[0]) for kind in KINDS}

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show_made(self, made: Package) -> None:
        badges = self._badges
        self.commit(self.desk, lambda: record(self.desk.show, badges, now()), rows=len(badges))
        self._made = made.folder
        self.show_folder.show()
        self._show_findings(made.findings)
        self.message.tell(
            counted(
                "Made {path} with {number} file", "Made {path} with {number} files", len(made.names), path=made.folder
            )
        )
        self.desk.said.emit(_("Saved {path}.").format(path=made.folder))

    def _show_stopped(self, refusal: Refused) -> None:
        """Say why no folder was made; what the preflight found is listed, and may be overruled."""
        if not isinstance(refusal, NotForPress):
            self.message.refuse(refusal)
            return
        self._show_findings(list(zip(refusal.files, refusal.findings, strict=True)))
        self.press.offer_despite(True)
        self.message.error(_("The preflight found something, so no folder was made. It is listed above."))

    def _show_findings(self, findings: Sequence[tuple[str, Finding]]) -> None:
        title = (
            counted("{number} finding of the preflight", "{number} findings of the preflight", len(findings))
            if findings
            else _("The preflight found nothing.")
        )
        self.report.show_rows(
            title, [(file, finding.place or _("whole file"), finding.message) for file, finding in findings]
        )

    def _open_made(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def _look(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        if busy:
            reason = _("Making the package…")
        elif not self.desk.show.halls:
            reason = _("There is no hall to print.")
        else:
            reason = "" if self.name.text().strip() else _("Name the folder first.")
        self.require(self.ok, reason)

    def _ask_and_make(self) -> None:
        around = QFileDialog.getExistingDirectory(self, _("Where to make the folder"))
        if around:
            self.make_in(Path(around), self._replaces)

    def make_in(self, around: Path, may_replace: Callable[[Path], bool]) -> None:
        """Make the package in a folder; one that is there already is replaced only if it is a package and may be."""
        folder = around / file_name(self.name.text())
        if folder.exists() and not is_package(folder):
            self.message.error(_("{path} exists and is no print package. Choose another name.").format(path=folder))
        elif not folder.exists() or may_replace(folder):
            self.make(folder)

    def _replaces(self, folder: Path) -> bool:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.windowTitle(),
            _("There is a print package {name} already. Replace it?").format(name=folder.name),
            parent=self,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        replaces = box.addButton(_("&Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is replaces


def _suggested(desk: Desk) -> str:
    """Return event and what is made."""
    return file_name(" - ".join(filter(None, (desk.show.event.name, _("print package")))))
