"""The history: every change of the project, newest first."""

from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QKeySequence, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, explain
from hallwright.editing.journal import Entry, Kind
from hallwright.editing.session import Session
from hallwright.support.text import count_of

Index = QModelIndex | QPersistentModelIndex
_HEADINGS = ("Time", "Change", "Rows", "State", "Version")


def moment(at: datetime) -> str:
    """Return a time as people read it in a list: local, to the minute."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


class _Journal(QAbstractTableModel):
    """The journal as a table, newest entry first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.reload()

    def reload(self) -> None:
        """Read the journal again."""
        self.beginResetModel()
        self._entries = list(reversed(self._session.log()))
        self._undone: dict[int, bool] = {}
        for entry in reversed(self._entries):
            if entry.target is not None:
                self._undone[entry.target] = entry.kind is Kind.UNDO
        self._versions: dict[int, list[str]] = {}
        for version in self._session.versions():
            self._versions.setdefault(version.seq, []).append(version.name)
        self.endResetModel()

    def undone(self, row: int) -> bool:
        """Say whether the change of a row is taken back at present."""
        return self._undone.get(self._entries[row].seq, False)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADINGS)

    def _text(self, entry: Entry, row: int, column: int) -> str:
        return (
            moment(entry.at),
            f"{entry.kind.prefix}{entry.summary}",
            f"{entry.rows:,}",
            "undone" if self.undone(row) else "",
            ", ".join(self._versions.get(entry.seq, ())),
        )[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        entry = self._entries[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._text(entry, row, 1)}\n{entry.at.astimezone():%Y-%m-%d %H:%M:%S}, number {entry.seq}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column == 2:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and self.undone(row):
            return QApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        if role == Qt.ItemDataRole.FontRole and self.undone(row) and column == 1:
            font = QFont(QApplication.font())
            font.setStrikeOut(True)
            return font
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and way is Qt.Orientation.Horizontal:
            return _HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == 2 else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class HistoryDialog(Frame):
    """Shows the journal; undo and redo work from here, too."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("History", parent)
        self._desk = desk
        self.model = _Journal(desk.session)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName("Changes of the project, newest first")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        em = self.fontMetrics().horizontalAdvance("m")
        for column, wide in ((0, 11), (2, 5), (3, 6), (4, 12)):
            self.table.setColumnWidth(column, wide * em)
        self.body.addWidget(self.table, 1)
        self.undo = self.add_button("&Undo", Role.ActionRole)
        self.redo = self.add_button("&Redo", Role.ActionRole)
        self.add_button("Close", Role.RejectRole, default=True)
        self.undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.redo.setShortcut(QKeySequence(QKeySequence.StandardKey.Redo))
        self.undo.clicked.connect(desk.undo)
        self.redo.clicked.connect(desk.redo)
        desk.changed.connect(self._fill)
        desk.refused.connect(self.message.error)
        self.resize(em * 62, self.fontMetrics().height() * 30)
        self._fill()

    def _fill(self) -> None:
        session = self._desk.session
        self.message.clear()
        self.model.reload()
        undo, redo = session.undo_summary, session.redo_summary
        explain(self.undo, "" if undo else "There is nothing to undo.")
        explain(self.redo, "" if redo else "There is nothing to redo.")
        if undo:
            self.undo.setToolTip(f"Undo: {undo}")
        if redo:
            self.redo.setToolTip(f"Redo: {redo}")
        self.hint.setText(count_of(self.model.rowCount(), "change"))
