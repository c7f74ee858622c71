"""The import of an underlay: file, page, true size, layers, a look at it, then one change."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.backdrop import Shown, prepared
from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, add_row, form, read_length, show_length, soft
from hallwright.desktop.dialogs.underlayview import UnderlayView
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.editing.change import Change
from hallwright.editing.floor import free_name
from hallwright.editing.underlays import Content, add_underlay, add_underlay_first
from hallwright.exchange.underlays.reading import Found, read_underlay
from hallwright.exchange.underlays.units import UNITS, size_text
from hallwright.expo.underlay import Underlay
from hallwright.geometry.outline import bounds
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _, counted
from hallwright.support.numbers import written

_FILES = N_("Drawings and pictures (*.dxf *.svg *.pdf *.png *.jpg *.jpeg *.dwg);;All files (*)")
_PRINTED = "200"
"""The usual scale of a hall on paper."""


class Read(NamedTuple):
    """A file as it was read, and what can be painted of it."""

    found: Found
    shown: Shown


class UnderlayDialog(Frame):
    """Reads a file in the background, asks for what it does not say, and lays it beneath the hall."""

    def __init__(self, desk: Desk, path: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_("Import underlay"), parent)
        self._desk = desk
        self._path: Path | None = None
        self._read: Read | None = None
        self.made = ""
        """Id of the underlay that was made, or an empty text."""
        self.worker = Worker(self)
        self.worker.done.connect(self._show)
        self.worker.refused.connect(self._refuse)
        self.worker.cancelled.connect(self._look)
        self.worker.busy_changed.connect(lambda _busy: self._look())
        self.setAcceptDrops(True)
        self.body.addLayout(self._file_row())
        self.body.addLayout(self._middle(), 1)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(_("Reading"))
        self.body.addWidget(self._busy)
        self.ok = self.add_button(_("Lay under the hall"), Role.AcceptRole, default=True)
        self.add_button(_("Cancel"), Role.RejectRole)
        self.buttons.accepted.connect(self._import)
        self.resize(self.fontMetrics().horizontalAdvance("m") * 62, self.fontMetrics().height() * 36)
        self._look()
        self.browse.setFocus()
        if path is not None:
            self.choose(path)

    def choose(self, path: Path, page: int = 1) -> None:
        """Take a file, or another page of it, and read it."""
        self._path, self._read = path, None
        self.file.setText(str(path))
        self.message.clear()
        self.view.put(None)

        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128

        def work(token: Token) -> Read:
            found = read_underlay(path, page=page, pulse=token.check)
            token.check()
            try:
                return Read(found, prepared(found.media, found.content, dark=dark))
            except ValueError as error:
                raise Refused(_("The file cannot be shown"), path.name, str(error)) from None

        self.worker.run(work)
        self._look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        event.acceptProposedAction()
        self.choose(Path(event.mimeData().urls()[0].toLocalFile()))

    def done(self, result: int) -> None:
        """Stop reading, whatever way the dialog ends."""
        self.worker.abandon()
        super().done(result)

    # -- parts --------------------------------------------------------------------------------------------------

    def _file_row(self) -> QHBoxLayout:
        self.file = QLineEdit(readOnly=True)
        self.file.setAccessibleName(_("File"))
        self.file.setPlaceholderText(_("Drop a DXF, SVG, PDF, PNG or JPEG here, or choose one"))
        self.browse = QPushButton(_("&Browse…"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(QLabel(_("File")))
        row.addWidget(self.file, 1)
        row.addWidget(self.browse)
        return row

    def _middle(self) -> QHBoxLayout:
        self.unit = QComboBox()
        self.unit.setPlaceholderText(_("Choose…"))
        self.unit.currentIndexChanged.connect(lambda _index: self._look())
        self.page, self.printed, self.across = QLineEdit("1"), QLineEdit(_PRINTED), QLineEdit()
        self.page.editingFinished.connect(self._turn)
        for field in (self.printed, self.across):
            field.textChanged.connect(lambda _text: self._look())
        self.layers = QListWidget()
        self.layers.setAccessibleName(_("Layers"))
        self.layers.itemChanged.connect(lambda _item: self._show_layers())
        self._size, self._notes, self._pages = soft(wrap=False), soft(), soft(wrap=False)
        self.form = form()
        add_row(self.form, _("&Page"), self.page)
        self.form.addRow("", self._pages)
        add_row(self.form, _("&Unit"), self.unit)
        add_row(self.form, _("Printed at &1 :"), self.printed)
        add_row(self.form, _("&Width"), self.across)
        self.form.addRow(_("Size"), self._size)
        self._layers_title = QLabel(_("Layers"))
        side = QVBoxLayout()
        side.setSpacing(GRID)
        side.addLayout(self.form)
        side.addWidget(self._layers_title)
        side.addWidget(self.layers, 1)
        side.addWidget(self._notes)
        side.addWidget(soft(_("Shown on the screen only, never printed. Calibrate it by two points afterwards.")))
        side.addStretch(1)
        self.view = UnderlayView()
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addLayout(side, 2)
        row.addWidget(self.view, 3)
        return row

    # -- what happens -------------------------------------------------------------------------------------------

    def _browse(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Import underlay"), "", _(_FILES))
        if name:
            self.choose(Path(name))

    def _turn(self) -> None:
        found = self._read.found if self._read is not None else None
        text = self.page.text().strip()
        if self._path is None or found is None or text == str(found.page):
            return
        if text.isdecimal() and 1 <= int(text[:9]) <= found.pages:
            self.choose(self._path, int(text))
        else:
            self.message.error(
                _("There is no page {page}; it has {pages:,}.").format(page=text[:20], pages=written(found.pages))
            )

    def _refuse(self, refusal: Refused) -> None:
        self.message.refuse(refusal)
        self._look()

    def _show(self, read: Read) -> None:
        self._read = read
        found = read.found
        with QSignalBlocker(self.unit), QSignalBlocker(self.across), QSignalBlocker(self.page):
            self.unit.clear()
            for unit in UNITS:
                size = size_text(found, unit.millimetres)
                self.unit.addItem(f"{_(unit.label)}  –  {size}", unit.millimetres)
            self.unit.setCurrentIndex(next((k for k, u in enumerate(UNITS) if u.millimetres == found.unit), -1))
            if found.unit is not None and self.unit.currentIndex() < 0:
                self.unit.addItem(
                    _("As the file says  –  {size}").format(size=size_text(found, found.unit)), found.unit
                )
                self.unit.setCurrentIndex(self.unit.count() - 1)
            hall = self._desk.show.halls.get(self._desk.hall)
            if hall is not None:
                show_length(self.across, bounds(hall.outline).width)
            else:
                self.across.clear()
            self.page.setText(str(found.page))
        self._pages.setText(counted("of {number} page", "of {number} pages", found.pages))
        self._notes.setText("\n".join(found.notes))
        with QSignalBlocker(self.layers):
            self.layers.clear()
            for layer in found.linework.layers if found.linework is not None else ():
                item = QListWidgetItem(f"{layer.name}   {written(len(layer.ends) + len(layer.notes)):,}")
                item.setData(Qt.ItemDataRole.UserRole, layer.name)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if layer.on else Qt.CheckState.Unchecked)
                self.layers.addItem(item)
        self._show_layers()
        self._look()

    def hidden(self) -> tuple[str, ...]:
        """Return the names of the layers that are off."""
        items = [self.layers.item(k) for k in range(self.layers.count())]
        off = [one for one in items if one.checkState() is Qt.CheckState.Unchecked]
        return tuple(sorted(one.data(Qt.ItemDataRole.UserRole) for one in off))

    def _show_layers(self) -> None:
        if self._read is not None:
            found = self._read.found
            self.view.put(self._read.shown, found.width, found.height, self.hidden())

    def scale(self) -> float | None:
        """Return the millimetres of a step or pixel as far as they are known."""
        found = self._read.found if self._read is not None else None
        if found is None:
            return None
        if found.linework is not None:
            unit = self.unit.currentData()
            return found.scale(float(unit)) if unit is not None else None
        if found.paper is not None:
            printed = _positive(self.printed.text())
            return found.paper * printed if printed else None
        try:
            across = read_length(self.across)
        except ValueError:
            across = 0
        return across / found.width if across > 0 else None

    def _look(self) -> None:
        found, busy, scale = (self._read.found if self._read else None), self.worker.busy, self.scale()
        lines = found is not None and found.linework is not None
        paper = found is not None and found.paper is not None
        self._busy.setVisible(busy)
        self.form.setRowVisible(self.unit, lines)
        self.form.setRowVisible(self.page, paper)
        self.form.setRowVisible(self._pages, paper)
        self.form.setRowVisible(self.printed, paper)
        self.form.setRowVisible(self.across, found is not None and not lines and not paper)
        self.form.setRowVisible(self._size, found is not None)
        for widget in (self.layers, self._layers_title):
            widget.setVisible(lines)
        self._notes.setVisible(bool(found and found.notes))
        self._size.setText(size_text(found, scale * found.steps) if found is not None and scale else "–")
        if busy:
            reason = _("Reading the file…")
        elif found is None:
            reason = "" if self.message.text else _("Choose a file.")
        elif scale is None:
            reason = _("Choose the unit: the file does not say it.") if lines else _("Type its true size.")
        else:
            reason = ""
        self.require(self.ok, reason)
        self.ok.setEnabled(not reason and found is not None)

    def _import(self) -> None:
        scale = self.scale()
        if self._read is None or scale is None:
            return
        found, hidden, desk = self._read.found, self.hidden(), self._desk
        origin = found.linework.origin if found.linework is not None else None

        def edit() -> Change:
            asset = desk.session.store.put_asset(found.content)
            content = Content(found.name, asset, found.media, found.width, found.height, origin, hidden)
            change = (
                add_underlay(desk.show, desk.hall, content, scale)
                if desk.hall
                else add_underlay_first(desk.show, free_name(desk.show), content, scale)
            )
            self.made = next(edit.row.id for edit in change if isinstance(edit.row, Underlay))
            return change

        if self.commit(desk, edit):
            self.accept()
        else:
            self.made = ""


def _positive(text: str) -> float:
    """Return what was typed as a number above 0, or 0."""
    try:
        number = float(text.strip().removesuffix("m").replace(",", "."))
    except ValueError:
        return 0.0
    return number if 0 < number < 1e7 else 0.0
