"""A table of many rows that filters and sorts at once; what the rows say is asked only of those that are looked at."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from hallwright.support.text import folded

Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """One row.

    Attributes:
        id: id of the entity.
        cells: text of each column.
        swatch: colour beside the first cell, or empty.
        tip: the whole, for a tool tip.
    """

    id: str
    cells: tuple[str, ...]
    swatch: str = ""
    tip: str = ""


class Source(Protocol):
    """Where the rows come from. Each part is asked for by itself: at 20,000 rows one sorts by one column only."""

    def ids(self) -> Iterable[str]:
        """Return the ids of all rows."""
        ...

    def has(self, key: str) -> bool:
        """Say whether there is such a row now."""
        ...

    def entry(self, key: str) -> Entry:
        """Return what a row says."""
        ...

    def sort_key(self, key: str, column: int) -> Any:
        """Return what a row sorts by in a column."""
        ...

    def search(self, key: str) -> str:
        """Return the folded text in which a filter looks."""
        ...


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

    def __init__(
        self, headings: tuple[str, ...], source: Source, mime: str = "", right: frozenset[int] = frozenset()
    ) -> None:
        """Make a listing that ``fill`` fills; the columns in ``right`` hold figures and are set flush right."""
        super().__init__()
        self._headings = headings
        self._source = source
        self._mime = mime
        self._right = right
        self._ids: dict[str, None] = {}
        self._shown: list[str] = []
        self._entries: dict[str, Entry] = {}
        self._keys: dict[str, Any] = {}
        self._texts: dict[str, str] = {}
        self._words: tuple[str, ...] = ()
        self._extra: Callable[[Entry], bool] | None = None
        self._column, self._descending = 0, False

    def rename(self, column: int, heading: str) -> None:
        """Give a column another heading."""
        self._headings = (*self._headings[:column], heading, *self._headings[column + 1 :])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def fill(self) -> None:
        """Take all rows anew."""
        self._ids = dict.fromkeys(self._source.ids())
        for kept in (self._entries, self._keys, self._texts):
            kept.clear()
        self._arrange()

    def put(self, ids: Iterable[str]) -> None:
        """Bring rows up to date: new, changed or gone. The order is made anew only if it is another now."""
        moved = False
        for key in ids:
            known, there = key in self._ids, self._source.has(key)
            before = self._keys.pop(key, None)
            self._entries.pop(key, None)
            self._texts.pop(key, None)
            if not there:
                self._ids.pop(key, None)
                moved |= known
            elif not known:
                self._ids[key] = None
                moved = True
            else:
                moved |= not self._stays(key, before)
        if moved:
            self._arrange()

    def _stays(self, key: str, before: Any) -> bool:
        """Tell the views of a row that changed in its place; False if its place is another."""
        row = self.row_of(key)
        if (row is not None) != self._passes(key):
            return False
        if row is not None:
            if self._key(key) != before:
                return False
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._headings) - 1))
        return True

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
        if max(column, 0) != self._column:
            self._keys.clear()
        self._column, self._descending = max(column, 0), order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def _arrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        ids = [self._shown[index.row()] if index.row() < len(self._shown) else "" for index in old]
        narrowed = bool(self._words) or self._extra is not None
        shown = [key for key in self._ids if self._passes(key)] if narrowed else list(self._ids)
        shown.sort(key=self._key, reverse=self._descending)
        self._shown = shown
        rows = {key: row for row, key in enumerate(shown)} if old else {}
        for index, key in zip(old, ids, strict=True):
            row = rows.get(key)
            self.changePersistentIndex(index, self.index(row, index.column()) if row is not None else QModelIndex())
        self.layoutChanged.emit()

    def _passes(self, key: str) -> bool:
        if self._words:
            text = self._texts.get(key)
            if text is None:
                text = self._texts[key] = self._source.search(key)
            if not all(word in text for word in self._words):
                return False
        return self._extra is None or self._extra(self._entry(key))

    def _key(self, key: str) -> Any:
        known = self._keys.get(key)
        if known is None:
            known = self._keys[key] = self._source.sort_key(key, self._column)
        return known

    def _entry(self, key: str) -> Entry:
        known = self._entries.get(key)
        if known is None:
            known = self._entries[key] = self._source.entry(key)
        return known

    def entry(self, row: int) -> Entry:
        """Return the entry shown in a row."""
        return self._entry(self._shown[row])

    def row_of(self, key: str) -> int | None:
        """Return the row in which an id is shown, or None."""
        try:
            return self._shown.index(key)
        except ValueError:
            return None

    @property
    def total(self) -> int:
        """Number of rows, shown or not."""
        return len(self._ids)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a heading, set as its column is."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = index.column() in self._right
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter if right else None
        entry = self.entry(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.tip or None
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and entry.swatch:
            return swatch(entry.swatch)
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
            entry = self.entry(indexes[0].row())
            data.setData(self._mime, entry.id.encode("ascii"))
            data.setText(entry.cells[0])
        return data
