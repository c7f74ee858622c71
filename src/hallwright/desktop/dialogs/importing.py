"""The import of booths, exhibitors and people: file, meaning of its columns, what will happen, then one change."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.analysis import Analysis, Request, analyse
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, soft
from hallwright.desktop.dialogs.mapping import MappingTable
from hallwright.desktop.dialogs.report import Report
from hallwright.desktop.dialogs.worker import Worker
from hallwright.exchange.importing import Lie, What
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _, counted, marked
from hallwright.support.text import one_line

_FILES = N_("Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)")
_ENCODINGS = (
    ("UTF-8", "utf-8"),
    (N_("GB18030 (GBK, simplified Chinese)"), "gb18030"),
    (N_("Big5 (traditional Chinese)"), "big5"),
    ("UTF-16", "utf-16"),
    ("Windows-1252 (Western)", "cp1252"),
)
_MAPS = N_("Tables and maps (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.geojson *.json);;All files (*)")
_LIES = (
    (N_("automatic"), Lie()),
    (N_("degrees"), Lie(degrees=True)),
    (N_("lengths, y upwards"), Lie(degrees=False)),
    (N_("lengths, y downwards"), Lie(degrees=False, down=True)),
)
_READ_AS = {"degrees": N_("automatic (degrees)"), "plane": N_("automatic (lengths)")}
_UNITS = ((N_("metres"), Unit.M), (N_("millimetres"), Unit.MM), (N_("feet"), Unit.FT))
_TITLES = {
    What.BOOTHS: N_("Import booths"),
    What.EXHIBITORS: N_("Import exhibitors"),
    What.PEOPLE: N_("Import people"),
}
_REJECTED = {
    What.BOOTHS: N_("rejected booths"),
    What.EXHIBITORS: N_("rejected exhibitors"),
    What.PEOPLE: N_("rejected people"),
}
_COUNTED = {
    What.BOOTHS: marked("Import {number} booth", "Import {number} booths"),
    What.EXHIBITORS: marked("Import {number} exhibitor", "Import {number} exhibitors"),
    What.PEOPLE: marked("Import {number} person", "Import {number} people"),
}
_REST_MS = 250
"""Typing a hall's name reads the file again once the hand rests this long."""


class ImportDialog(Frame):
    """Reads a file in the background, shows what it would do, and commits that as one change."""

    def __init__(self, desk: Desk, what: What, path: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_(_TITLES[what]), parent)
        self._desk = desk
        self._what = what
        self._path: Path | None = None
        self._analysis: Analysis | None = None
        self._mapping: dict[str, str] = {}
        self._worker = Worker(self)
        self._worker.done.connect(self._show_analysis)
        self._worker.refused.connect(self._show_refusal)
        self._worker.cancelled.connect(self._look)
        self._worker.busy_changed.connect(self._show_busy)
        self._soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._soon.timeout.connect(self.analyse)
        self.setAcceptDrops(True)
        self.body.addLayout(self._file_row())
        self.body.addWidget(self._options())
        self.table = MappingTable(what)
        self.table.mapped.connect(self._remap)
        self.report = Report((_("Row"), _("Column"), _("Value"), _("Reason")), _(_REJECTED[what]))
        self.body.addWidget(self._middle(), 1)
        self.ok = self.add_button(_("Import"), Role.AcceptRole, default=True)
        self.add_button(_("Cancel"), Role.RejectRole)
        self.buttons.accepted.connect(self._import)
        desk.changed.connect(self._on_changed)
        em = self.fontMetrics().horizontalAdvance("m")
        self.resize(em * 64, self.fontMetrics().height() * 40)
        self._show_busy(False)
        self.browse.setFocus()
        if path is not None:
            self.choose(path)
        else:
            self._look()

    @property
    def analysis(self) -> Analysis | None:
        """What the import would do, or None while that is not known."""
        return self._analysis

    def choose(self, path: Path) -> None:
        """Take a file and read it."""
        self._path = path
        self._mapping = {}
        self.file.setText(str(path))
        for combo in (self.sheet, self.encoding, self.lie):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(0)
        with QSignalBlocker(self.sheet):
            self.sheet.clear()
        self._forget()
        self.analyse()

    def analyse(self) -> None:
        """Read the file and find out what an import would do, in the background; the outcome replaces any older."""
        self._soon.stop()
        if self._path is None:
            return
        request = Request(
            self._path,
            self._what,
            dict(self._mapping),
            self.sheet.currentData() if self.sheet.count() else None,
            self.encoding.currentData(),
            Unit(self.unit.currentData()) if self._what is What.BOOTHS else None,
            one_line(self.hall.currentText()) if self._what is What.BOOTHS else "",
            self.lie.currentData() or Lie(),
        )
        show = self._desk.show
        self._analysis = None
        self._worker.run(lambda token: analyse(show, request, token))
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
        self._soon.stop()
        self._worker.abandon()
        super().done(result)

    def _file_row(self) -> QHBoxLayout:
        self.file = QLineEdit()
        self.file.setReadOnly(True)
        self.file.setAccessibleName(_("File"))
        self.file.setPlaceholderText(
            _("Drop a CSV, TSV, XLSX, XLS, ODS or GeoJSON file here, or choose one")
            if self._what is What.BOOTHS
            else _("Drop a CSV, TSV, XLSX, XLS or ODS file here, or choose one")
        )
        self.browse = QPushButton(_("&Browse…"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(QLabel(_("File")))
        row.addWidget(self.file, 1)
        row.addWidget(self.browse)
        return row

    def _options(self) -> QWidget:
        self.sheet, self.encoding, self.lie, self.unit, self.hall = (QComboBox() for _ in range(5))
        self.encoding.addItem(_("Automatic"), None)
        for label, value in _ENCODINGS:
            self.encoding.addItem(_(label), value)
        for label, lie in _LIES:
            self.lie.addItem(_(label), lie)
        for label, unit in _UNITS:
            self.unit.addItem(_(label), unit)
        self.hall.setEditable(True)
        self.hall.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for hall in self._desk.show.halls.values():
            self.hall.addItem(hall.name)
        here = self._desk.show.halls.get(self._desk.hall)
        self.hall.setCurrentText(here.name if here else "")
        line = self.hall.lineEdit()
        assert line is not None, "an editable combo box has a line"
        line.setPlaceholderText(_("name of the hall"))
        self.hall.setToolTip(_("Hall of the rows that name none; a new name makes a hall around its booths"))
        self.unit.setToolTip(_("Unit of lengths where neither cell nor heading names one"))
        self._panel = QWidget()
        row = QHBoxLayout(self._panel)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self._pairs: dict[QComboBox, QWidget] = {}
        for label, combo in (
            (_("&Sheet"), self.sheet),
            (_("&Encoding"), self.encoding),
            (_("&Coordinates"), self.lie),
            (_("&Unit"), self.unit),
            (_("&Hall"), self.hall),
        ):
            caption = QLabel(label)
            caption.setBuddy(combo)
            combo.setAccessibleName(label.replace("&", ""))
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.setMinimumContentsLength(8)
            self._pairs[combo] = QWidget()
            pair = QHBoxLayout(self._pairs[combo])
            pair.setContentsMargins(0, 0, GRID, 0)
            pair.setSpacing(GRID)
            pair.addWidget(caption)
            pair.addWidget(combo)
            row.addWidget(self._pairs[combo])
        row.addStretch(1)
        self.sheet.currentIndexChanged.connect(self._reopen)
        self.encoding.currentIndexChanged.connect(self._reopen)
        self.lie.currentIndexChanged.connect(self.analyse)
        self.unit.currentIndexChanged.connect(self.analyse)
        self.hall.currentTextChanged.connect(self._hall_typed)
        self._show_option(self.sheet, False)
        self._show_option(self.encoding, False)
        self._show_option(self.lie, False)
        for combo in (self.unit, self.hall):
            self._show_option(combo, self._what is What.BOOTHS)
        return self._panel

    def _show_option(self, combo: QComboBox, shown: bool) -> None:
        self._pairs[combo].setVisible(shown)
        self._panel.setVisible(any(not pair.isHidden() for pair in self._pairs.values()))

    def _middle(self) -> QWidget:
        self.summary = QLabel()
        font = self.summary.font()
        font.setBold(True)
        self.summary.setFont(font)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Reading the file"))
        self.stop = QPushButton(_("S&top"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._worker.abandon)
        status = QHBoxLayout()
        status.setSpacing(GRID)
        status.addWidget(self.summary, 1)
        status.addWidget(self.bar, 1)
        status.addWidget(self.stop)
        upper, lower = QWidget(), QWidget()
        top, bottom = QVBoxLayout(upper), QVBoxLayout(lower)
        for layout in (top, bottom):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(GRID)
        bottom.setContentsMargins(0, GRID, 0, 0)
        top.addWidget(soft(_("The first rows. Choose above each column what it means.")))
        top.addWidget(self.table, 1)
        bottom.addLayout(status)
        bottom.addWidget(self.report, 1)
        splitter = QSplitter()
        splitter.setOrientation(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(upper)
        splitter.addWidget(lower)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        return splitter

    def _browse(self) -> None:
        start = str(self._path.parent) if self._path else ""
        files = _(_MAPS if self._what is What.BOOTHS else _FILES)
        name, _pattern = QFileDialog.getOpenFileName(self, self.windowTitle(), start, files)
        if name:
            self.choose(Path(name))

    def _hall_typed(self) -> None:
        self._soon.start()

    def _reopen(self) -> None:
        """Read as another sheet or encoding: its headings are others, too."""
        self._mapping = {}
        self.analyse()

    def _remap(self) -> None:
        self._mapping = self.table.mapping()
        self.analyse()

    def _on_changed(self) -> None:
        self.analyse()

    def _forget(self) -> None:
        self._analysis = None
        self.table.empty()
        self.summary.clear()
        self.report.show_rows("", [])
        self.message.clear()

    def _show_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.summary.setVisible(not busy)
        self._look()

    def _show_refusal(self, refusal: Refused) -> None:
        self._forget()
        self.message.refuse(refusal)
        self._look()

    def _show_analysis(self, analysis: Analysis) -> None:
        self._analysis = analysis
        with QSignalBlocker(self.sheet):
            self.sheet.clear()
            for name in analysis.sheets:
                self.sheet.addItem(name, name)
            self.sheet.setCurrentText(analysis.sheet)
        self._show_option(self.sheet, len(analysis.sheets) > 1)
        self._show_option(self.encoding, bool(analysis.encoding))
        if self._what is What.BOOTHS:
            self._show_option(self.lie, bool(analysis.coordinates))
            self._show_option(self.unit, analysis.coordinates != "degrees")
        if self.lie.currentIndex() == 0:
            self.lie.setItemText(0, _(_READ_AS.get(analysis.coordinates, _LIES[0][0])))
        automatic = self.encoding.currentIndex() == 0
        self.encoding.setItemText(
            0, _("Automatic ({encoding})").format(encoding=analysis.encoding) if automatic else _("Automatic")
        )
        self.table.show_columns(analysis.headings, analysis.mapping, analysis.sample)
        self.summary.setText(analysis.summary)
        rows = analysis.report()
        self.report.show_rows(
            counted("{number} remark on rows of the file", "{number} remarks on rows of the file", len(rows))
            if rows
            else "",
            rows,
        )
        if analysis.problem is not None:
            self.message.refuse(analysis.problem)
        elif analysis.notes:
            self.message.tell("\n".join(analysis.notes))
        else:
            self.message.clear()
        self._look()

    def _count(self) -> int:
        merge = self._analysis.merge if self._analysis else None
        return merge.added + merge.updated if merge else 0

    def _look(self) -> None:
        count = self._count()
        self.ok.setText(counted(*_COUNTED[self._what], count) if count else _("Import"))
        if self._path is None:
            reason = _("Choose a file first.")
        elif self._worker.busy:
            reason = _("Reading the file…")
        elif self._analysis is None:
            reason = _("Nothing was read.") if not self.message.text else _("This file cannot be imported.")
        elif self._analysis.merge is None:
            reason = _("Choose what the columns mean.")
        else:
            reason = "" if count else _("The file holds nothing new.")
        self.require(self.ok, reason)

    def _import(self) -> None:
        analysis = self._analysis
        if analysis is None or analysis.merge is None:
            return
        if analysis.show is not self._desk.show:
            self.analyse()
            return
        change = analysis.merge.change
        # The import itself changes the show; that is no reason to read the file again.
        self._desk.changed.disconnect(self._on_changed)
        if self.commit(self._desk, lambda: change):
            self.accept()
            return
        self._desk.changed.connect(self._on_changed)
