"""A table of what went wrong, to be read, copied and handed on."""

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.dialogs.frame import GRID
from hallwright.desktop.dialogs.saving import ask_where
from hallwright.exchange.guard import guarded
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.i18n import _
from hallwright.support.text import one_line

Index = QModelIndex | QPersistentModelIndex
Rows = Sequence[tuple[str, ...]]


class _Model(QAbstractTableModel):
    def __init__(self, headings: tuple[str, ...]) -> None:
        super().__init__()
        self.headings = headings
        self.rows: Rows = ()
        self._figures: frozenset[int] = frozenset()

    def set_rows(self, rows: Rows) -> None:
        self.beginResetModel()
        self.rows = rows
        # Columns of figures are set flush right; the last is as wide as the window, so its figures would be far away.
        last = len(self.headings) - 1
        self._figures = frozenset(k for k in range(last) if rows and all(row[k].isdecimal() for row in rows))
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and way is Qt.Orientation.Horizontal:
            return self.headings[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self._figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class Report(QWidget):
    """A titled table with *Copy* and *Save*; its last column takes the room that is left.

    Args:
        headings: of the columns.
        name: for screen readers, and as the name of a saved file.
        parent: the dialog it lies in.
        widest: of the other columns, in letters.
    """

    def __init__(
        self, headings: tuple[str, ...], name: str, parent: QWidget | None = None, *, widest: int = 11
    ) -> None:
        super().__init__(parent)
        self._widest = widest
        self._name = name
        self._model = _Model(headings)
        self._title = QLabel()
        self._title.setWordWrap(True)
        self.table = QTableView()
        self.table.setModel(self._model)
        self.table.setAccessibleName(name)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._copy = QPushButton(_("&Copy"))
        self._copy.setToolTip(_("Copy the list as text for a spreadsheet or an e-mail"))
        self._save = QPushButton(_("&Save list…"))
        self._save.setToolTip(_("Save the list as a CSV file"))
        for button in (self._copy, self._save):
            button.setAutoDefault(False)
        self._copy.clicked.connect(self.copy)
        self._save.clicked.connect(self._ask_and_save)
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Copy),
            self.table,
            self.copy_selected,
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._title, 1)
        top.addWidget(self._copy)
        top.addWidget(self._save)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addWidget(self.table, 1000)
        # Keeps the title at the top while there is no table below it.
        layout.addStretch(1)

    @property
    def rows(self) -> Rows:
        """The rows that are shown."""
        return self._model.rows

    @property
    def listed(self) -> Rows:
        """The rows that are copied and saved."""
        return self._model.rows

    def show_rows(self, title: str, rows: Rows) -> None:
        """Show a title and rows of as many texts as there are headings."""
        self._title.setText(title)
        self._model.set_rows([tuple(one_line(text) for text in row) for row in rows])
        self.table.setVisible(bool(rows))
        self._copy.setVisible(bool(rows))
        self._save.setVisible(bool(rows))
        widest = self.fontMetrics().horizontalAdvance("m") * self._widest
        for column in range(len(self._model.headings) - 1):
            self.table.resizeColumnToContents(column)
            self.table.setColumnWidth(column, min(self.table.columnWidth(column) + GRID, widest))

    def copy(self) -> None:
        """Put the whole list on the clipboard."""
        QGuiApplication.clipboard().setText(self._text(self.listed))

    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard."""
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        if chosen:
            QGuiApplication.clipboard().setText(self._text([self._model.rows[k] for k in chosen]))

    def save(self, path: Path) -> None:
        """Write the list as CSV that spreadsheets open in the right encoding.

        Raises:
            Refused: the file cannot be written.
        """
        with written_whole(path, force=True) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(self._model.headings)
            writer.writerows([[guarded(text) for text in row] for row in self.listed])

    def _text(self, rows: Rows) -> str:
        stream = StringIO()
        writer = csv.writer(stream, dialect="excel-tab")
        writer.writerow(self._model.headings)
        writer.writerows([[guarded(text) for text in row] for row in rows])
        return stream.getvalue()

    def _ask_and_save(self) -> None:
        path = ask_where(self, _("Save list"), self._name, ((_("CSV table"), "csv"),))
        if path is None:
            return
        try:
            self.save(path)
        except Refused as refusal:
            self._title.setText(refusal.line())
