"""The lists beside the plan: exhibitors, to be dragged onto booths, and booths."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFontMetrics, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.canvas import EXHIBITOR_MIME
from hallwright.desktop.desk import Desk
from hallwright.desktop.listing import Listing
from hallwright.desktop.rows import UNPLACED, BoothRows, ExhibitorRows
from hallwright.drawing.theme import Theme
from hallwright.editing.change import Change
from hallwright.expo.lengths import area_word
from hallwright.expo.people import Exhibitor
from hallwright.expo.space import Booth, BoothStatus, Fixture
from hallwright.expo.terms import term
from hallwright.support.i18n import _
from hallwright.support.numbers import figure, written

PLACED = "placed"


class ListTable(QTableView):
    """A table whose dragged row is a small label, so that it does not hide the booth under it."""

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803 - Qt's own name
        """Drag the current row."""
        rows = self.selectionModel().selectedRows()
        if not rows:
            return
        drag = QDrag(self)
        data = self.model().mimeData(rows[:1])
        drag.setMimeData(data)
        metrics = QFontMetrics(self.font())
        text = metrics.elidedText(data.text(), Qt.TextElideMode.ElideRight, 220)
        ratio = self.devicePixelRatioF()
        size = QSize(metrics.horizontalAdvance(text) + 20, metrics.height() + 8)
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().highlight())
        painter.drawRoundedRect(QRect(QPoint(0, 0), size), 6, 6)
        painter.setPen(self.palette().highlightedText().color())
        painter.drawText(QRect(QPoint(0, 0), size), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        drag.setPixmap(pixmap)
        drag.setHotSpot(QPoint(-12, -10))
        drag.exec(Qt.DropAction.CopyAction)


class Words(NamedTuple):
    """What a list is called: as a title, in its filter, its choice, and its count."""

    title: str
    filter: str
    which: str
    some_of: str
    all_of: str


class ListPanel(QWidget):
    """A filter over a table."""

    activated = Signal(str)
    chosen = Signal(list)

    def __init__(self, words: Words, listing: Listing, widths: tuple[int, ...], filters: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.listing = listing
        self._field = QLineEdit(placeholderText=words.filter, clearButtonEnabled=True)
        self._field.setAccessibleName(words.filter)
        self._field.textChanged.connect(self._filter)
        self._count = QLabel()
        self._count.setProperty("soft", "true")
        self._which = QComboBox()
        self._which.setAccessibleName(words.which)
        self._which.addItem(_("all"), "")
        for state in filters:
            self._which.addItem(term(state), state)
        if not filters:
            self._which.hide()
        self._which.currentIndexChanged.connect(self._narrow)
        self.table = ListTable()
        self.table.setAccessibleName(words.title)
        self.table.setModel(listing)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setDragEnabled(bool(listing.mimeTypes()))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(28)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(widths):
            if width:
                self.table.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(0 not in widths)
        self.table.activated.connect(self._activate)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.selected()))
        top = QHBoxLayout()
        top.setContentsMargins(8, 8, 8, 0)
        top.setSpacing(8)
        top.addWidget(self._field, 1)
        top.addWidget(self._which)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 8)
        foot.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        listing.layoutChanged.connect(self._tally)
        self._words = words
        self._stale = True
        self._wanted: list[str] = []

    def fill(self) -> None:
        """Take all rows anew: now, or when the list is first seen, for sorting thousands takes its time."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.listing.fill()

    def put(self, ids: Iterable[str]) -> None:
        """Bring some rows up to date."""
        if not self._stale:
            self.listing.put(ids)

    def showEvent(self, event: QShowEvent) -> None:
        """Fill a list that has waited to be seen."""
        super().showEvent(event)
        if self._stale:
            self.fill()
            self.show_selected(self._wanted)

    def selected(self) -> list[str]:
        """Return the ids of the selected rows."""
        return [self.listing.entry(index.row()).id for index in self.table.selectionModel().selectedRows()]

    def show_selected(self, ids: Iterable[str]) -> None:
        """Select and scroll to one row, without telling; more or none clear the selection."""
        some = list(ids)
        known, self._wanted = self._wanted, some
        if self._stale or (len(some) == 1 and some == known and self.selected() == some):
            return
        if len(some) != 1 and not self.table.selectionModel().hasSelection():
            return
        model = self.table.selectionModel()
        blocked = model.blockSignals(True)
        row = self.listing.row_of(some[0]) if len(some) == 1 else None
        if row is None:
            self.table.clearSelection()
        else:
            self.table.selectRow(row)
            self.table.scrollTo(self.listing.index(row, 0))
        model.blockSignals(blocked)
        self.table.viewport().update()

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self._field.setFocus()
        self._field.selectAll()

    def _activate(self, index: QModelIndex) -> None:
        self.activated.emit(self.listing.entry(index.row()).id)

    def _filter(self, text: str) -> None:
        self.listing.filter(text)

    def _narrow(self) -> None:
        which = self._which.currentData()
        if not which:
            self.listing.only(None)
        else:
            self.listing.only(lambda entry: term(which) in entry.cells or (which == PLACED and bool(entry.cells[1])))

    def _tally(self) -> None:
        shown, total = self.listing.rowCount(), self.listing.total
        many, some = self._words.all_of, self._words.some_of
        self._count.setText(
            many.format(number=figure(total, 0))
            if shown == total
            else some.format(shown=written(shown), total=written(total))
        )


class Lists:
    """Keeps both lists in step with the show, rewriting only the rows a change concerns."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        self._desk = desk
        self._parties, self._places = ExhibitorRows(desk, theme), BoothRows(desk, theme)
        self.exhibitors = ListPanel(
            Words(
                _("Exhibitors"),
                _("Filter exhibitors"),
                _("Which exhibitors"),
                _("{shown:,} of {total:,} exhibitors"),
                _("{number} exhibitors"),
            ),
            Listing((_("Exhibitor"), _("Booth"), _("State")), self._parties, EXHIBITOR_MIME),
            (0, 72, 88),
            (UNPLACED, "waitlisted", PLACED, *(str(s) for s in BoothStatus if s not in ("available", "blocked"))),
        )
        self.booths = ListPanel(
            Words(
                _("Booths"),
                _("Filter booths"),
                _("Which booths"),
                _("{shown:,} of {total:,} booths"),
                _("{number} booths"),
            ),
            Listing(
                (_("Booth"), area_word(), _("State"), _("Exhibitor"), _("Supplies")), self._places, right=frozenset({1})
            ),
            (80, 60, 84, 126, 112),
            (*map(str, BoothStatus), "draft"),
        )
        desk.changed.connect(self._on_change)
        self.fill()

    def restyle(self, theme: Theme) -> None:
        """Take the swatches of another theme."""
        self._parties.theme = self._places.theme = theme
        self.fill()

    def use_unit(self) -> None:
        """Tell areas in another unit."""
        self.booths.listing.rename(1, area_word())
        self.fill()

    def fill(self) -> None:
        """Take all rows anew."""
        self._places.forget()
        self.exhibitors.fill()
        self.booths.fill()

    def _on_change(self, change: Change) -> None:
        if len(change.edits) > 200:
            self.fill()
            return
        show = self._desk.show
        booths = {edit.row.id for edit in change if isinstance(edit.row, Booth)}
        parties = {edit.row.id for edit in change if isinstance(edit.row, Exhibitor)}
        for edit in change:
            parties |= {row.exhibitor for row in edit if isinstance(row, Booth) and row.exhibitor}
        parties |= {guest.id for party in tuple(parties) for guest in show.exhibitors.where("host", party)}
        booths |= {booth.id for party in parties for booth in show.booths.where("exhibitor", party)}
        # A drop that moves, or a booth that comes over one, changes what its neighbours have, too.
        bodies = [row.outline for edit in change for row in edit if isinstance(row, Booth | Fixture) and row.outline]
        booths |= {booth.id for booth in show.booths.near(bodies, 0)} if bodies else set()
        self._places.renew(booths)
        self.booths.put(booths)
        self.exhibitors.put(parties)
