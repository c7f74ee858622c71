"""The import of photos: a folder, whose photo each file is, then one change."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, soft
from hallwright.desktop.dialogs.report import Report
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.editing.change import Change
from hallwright.editing.photos import set_photos
from hallwright.exchange.photos import Photos, read_photos
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted


class PhotosDialog(Frame):
    """Reads a folder in the background and says whose photos it holds before any is taken."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Import photos"), parent)
        self._desk = desk
        self._photos: Photos | None = None
        self.worker = Worker(self)
        self.worker.done.connect(self._show)
        self.worker.refused.connect(self._refused)
        self.worker.progress.connect(self._step)
        self.worker.busy_changed.connect(lambda _busy: self._look())
        self.body.addWidget(soft(_("Each file bears the badge code, the e-mail address or the name of the person.")))
        self.folder = QLabel(_("No folder yet"))
        choose = QPushButton(_("Choose a &folder…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        self.body.addLayout(row)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Reading the photos"))
        self.body.addWidget(self.bar)
        self.report = Report((_("File"), _("Why")), _("photos not taken"), widest=24)
        self.body.addWidget(self.report, 1)
        self.ok = self.add_button(_("&Import"), Role.AcceptRole, default=True)
        self.add_button(_("Cancel"), Role.RejectRole)
        self.buttons.accepted.connect(self._import)
        em = self.fontMetrics().horizontalAdvance("m")
        self.resize(em * 52, self.fontMetrics().height() * 26)
        self._look()

    def read(self, folder: Path) -> None:
        """Read a folder."""
        self.message.clear()
        self._photos = None
        self.folder.setText(str(folder))
        self.report.show_rows("", [])
        show = self._desk.show

        def work(token: Token) -> Photos:
            return read_photos(show, folder, token.step)

        self.worker.run(work)

    def done(self, result: int) -> None:
        """Stop reading, whatever way the dialog ends."""
        self.worker.abandon()
        super().done(result)

    def _ask(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Choose the folder with the photos"))
        if name:
            self.read(Path(name))

    def _step(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _refused(self, refusal: Refused) -> None:
        self.message.refuse(refusal)
        self._look()

    def _show(self, photos: Photos) -> None:
        self._photos = photos
        lost = photos.not_taken
        title = counted("{number} file is not taken", "{number} files are not taken", len(lost)) if lost else ""
        self.report.show_rows(title, [(one.file, one.reason) for one in lost])
        self._look()

    def _look(self) -> None:
        photos, busy = self._photos, self.worker.busy
        self.bar.setVisible(busy)
        if busy:
            reason = _("Reading the photos…")
        elif photos is None:
            reason = _("Choose a folder.")
        else:
            reason = "" if photos.found else _("No file is anybody's photo.")
        self.require(self.ok, reason)
        if photos is not None and photos.found:
            count = len(photos.found)
            self.hint.setText(counted("Photo of {number} person", "Photos of {number} people", count))

    def _import(self) -> None:
        photos, desk = self._photos, self._desk
        if photos is None:
            return

        def edit() -> Change:
            kept = {key: desk.session.store.put_asset(content) for key, content in photos.found.items()}
            return set_photos(desk.show, kept)

        if self.commit(desk, edit, rows=len(photos.found)):
            self.accept()
