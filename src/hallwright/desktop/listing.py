"""A table of many rows that filters and sorts at once; what the rows say is handed in."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from hallwright.support.text import folded

Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """One row.

    Attributes:
        id: id of the entity.
        cells: text of each column.
        keys: what each column sorts by.
        search: folded text in which a filter looks.
        swatch: colour beside the first cell, or empty.
        tip: the whole, for a tool tip.
    """

    id: str
    cells: tuple[str, ...]
    keys: tuple[Any, ...]
    search: str
    swatch: str = ""
    tip: str = ""


@lru_cache(maxsize=64)
def swatch(colour: str) -> QPixmap:
    """Return a small square of a colour with an edge, so that white shows on white."""
    pixmap = QPixmap(28, 28)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(QColor("#808894"))
    painter = QPainter(pixmap)
    painter.fillRect(QRectF(1, 1, 12, 12), QColor(colour))
    painter.end()
    return pixmap


class Listing(QAbstractTableModel):
    """Rows by id; only those that pass the filter are shown."""

    def __init__(self, headings: tuple[str, ...], mime: str = "") -> None:
        super().__init__()
        self._headings = headings
        self._mime = mime
        self._entries: dict[str, Entry] = {}
        self._shown: list[Entry] = []
        self._words: tuple[str, ...] = ()
        self._extra: Callable[[Entry], bool] | None = None
        self._column, self._descending = 0, False

    def fill(self, entries: Iterable[Entry]) -> None:
        """Take all rows anew."""
        self._entries = {entry.id: entry for entry in entries}
        self._arrange()

    def put(self, changed: Iterable[tuple[str, Entry | None]]) -> None:
        """Replace single rows; None takes a row out."""
        for key, entry in changed:
            if entry is None:
                self._entries.pop(key, None)
            else:
                self._entries[key] = entry
        self._arrange()

    def filter(self, text: str) -> None:
        """Show only rows that hold every word of a text."""
        self._words = tuple(folded(text).split())
        self._arrange()

    def only(self, test: Callable[[Entry], bool] | None) -> None:
        """Show only rows that pass a further test."""
        self._extra = test
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._column, self._descending = max(column, 0), order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def _arrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        ids = [self._shown[index.row()].id if index.row() < len(self._shown) else "" for index in old]
        entries = [e for e in self._entries.values() if all(word in e.search for word in self._words)]
        if self._extra is not None:
            entries = [entry for entry in entries if self._extra(entry)]
        column = self._column
        entries.sort(key=lambda entry: entry.keys[column], reverse=self._descending)
        self._shown = entries
        rows = {entry.id: row for row, entry in enumerate(entries)} if old else {}
        for index, key in zip(old, ids, strict=True):
            row = rows.get(key)
            self.changePersistentIndex(index, self.index(row, index.column()) if row is not None else QModelIndex())
        self.layoutChanged.emit()

    def entry(self, row: int) -> Entry:
        """Return the entry shown in a row."""
        return self._shown[row]

    def row_of(self, key: str) -> int | None:
        """Return the row in which an id is shown, or None."""
        return next((row for row, entry in enumerate(self._shown) if entry.id == key), None)

    @property
    def total(self) -> int:
        """Number of rows, shown or not."""
        return len(self._entries)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return a heading."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        entry = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.tip or None
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and entry.swatch:
            return swatch(entry.swatch)
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(entry.keys[index.column()], float):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.UserRole:
            return entry.id
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged when they have something to give."""
        base = super().flags(index)
        return base | Qt.ItemFlag.ItemIsDragEnabled if self._mime and index.isValid() else base

    def mimeTypes(self) -> list[str]:
        """Return what a dragged row carries."""
        return [self._mime] if self._mime else []

    def mimeData(self, indexes: Any) -> QMimeData:
        """Pack the id of the dragged row."""
        data = QMimeData()
        if indexes:
            entry = self._shown[indexes[0].row()]
            data.setData(self._mime, entry.id.encode("ascii"))
            data.setText(entry.cells[0])
        return data
