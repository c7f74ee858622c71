"""A report whose rows can be sought and sorted, and lead somewhere."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from hallwright.desktop.dialogs.report import Report, Rows
from hallwright.support.i18n import _
from hallwright.support.text import folded, natural_key

Index = QModelIndex | QPersistentModelIndex


class _Sieve(QSortFilterProxyModel):
    """Lets rows through that hold all words, sorted so that A2 comes before A10."""

    def __init__(self) -> None:
        super().__init__()
        self._words: list[str] = []

    def seek(self, text: str) -> None:
        self.beginFilterChange()
        self._words = folded(text).split()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        text = folded(" ".join(str(model.index(row, column).data() or "") for column in range(model.columnCount())))
        return all(word in text for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        return natural_key(str(left.data() or "")) < natural_key(str(right.data() or ""))


class Sifted(Report):
    """A report with a field to seek in it; a click on a heading sorts. What is copied and saved is what is listed."""

    chosen = Signal(int)
    """Place in ``rows`` of the row that was clicked, or reached by the keyboard."""

    def __init__(
        self, headings: tuple[str, ...], name: str, parent: QWidget | None = None, *, widest: int = 11
    ) -> None:
        super().__init__(headings, name, parent, widest=widest)
        self._sieve = _Sieve()
        self._sieve.setSourceModel(self._model)
        self.table.setModel(self._sieve)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.clicked.connect(self._on_current)
        self.seek = QLineEdit()
        self.seek.setPlaceholderText(_("Filter the list"))
        self.seek.setAccessibleName(_("Filter the list"))
        self.seek.setClearButtonEnabled(True)
        self.seek.textChanged.connect(self._sieve.seek)
        self._column.insertWidget(1, self.seek)

    @property
    def listed(self) -> Rows:
        """The rows that are let through, in the order in which they stand."""
        places = range(self._sieve.rowCount())
        return [self._model.rows[self._sieve.mapToSource(self._sieve.index(k, 0)).row()] for k in places]

    def show_rows(self, title: str, rows: Rows) -> None:
        """Show other rows, in their own order."""
        super().show_rows(title, rows)
        self.seek.setVisible(bool(rows))
        self._sieve.sort(-1)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        listed = self.listed
        if places:
            QGuiApplication.clipboard().setText(self._text([listed[k] for k in places]))

    def _on_current(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self._sieve.mapToSource(self._sieve.index(index.row(), 0)).row())
