"""The first rows of a file, and over each column a choice of what it means."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from hallwright.desktop.dialogs.frame import GRID
from hallwright.exchange.fields import FIELDS, IGNORED, What
from hallwright.support.i18n import _
from hallwright.support.text import one_line

_SHOWN = 6
"""Sample rows for which the table asks for room."""


class _Choice(QComboBox):
    """A combo box that the wheel does not change by accident while the table is scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the table."""
        event.ignore()


class MappingTable(QTableWidget):
    """Shows sample rows under the file's own headings; the first row holds the choices.

    A field belongs to one column: choosing it for another takes it from the first.
    """

    mapped = Signal()

    def __init__(self, what: What, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = what
        self._headings: tuple[str, ...] = ()
        self._choices: list[_Choice] = []
        self.setAccessibleName(_("First rows of the file and the meaning of each column"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._line = self.fontMetrics().height() + GRID
        self.setMinimumHeight((_SHOWN + 4) * self._line)

    @property
    def choices(self) -> Sequence[QComboBox]:
        """The combo boxes from left to right."""
        return self._choices

    def mapping(self) -> dict[str, str]:
        """Return heading to field name, ``IGNORED`` for columns that are not read."""
        return {
            heading: str(choice.currentData()) for heading, choice in zip(self._headings, self._choices, strict=True)
        }

    def empty(self) -> None:
        """Show nothing."""
        self._headings, self._choices = (), []
        self.clear()
        self.setRowCount(0)
        self.setColumnCount(0)

    def show_columns(
        self, headings: tuple[str, ...], mapping: Mapping[str, str], sample: Sequence[Sequence[str]]
    ) -> None:
        """Show the headings with their fields and the first rows; keeps the choices if the headings are the same."""
        if headings != self._headings or not self._choices:
            self._build(headings)
        for heading, choice in zip(headings, self._choices, strict=True):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(choice.findData(mapping.get(heading, IGNORED)), 0))
        self.setRowCount(len(sample) + 1)
        for row, cells in enumerate(sample, 1):
            self.setRowHeight(row, self._line)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(one_line(text))
                item.setToolTip(text)
                self.setItem(row, column, item)
        self._dim()
        self._widen()

    def _widen(self) -> None:
        """Give each column room for its cells and for what is chosen for it, within limits."""
        for column, choice in enumerate(self._choices):
            self.resizeColumnToContents(column)
            chosen = self.fontMetrics().horizontalAdvance(choice.currentText()) + 7 * GRID
            cells = min(self.columnWidth(column) + GRID, 32 * GRID)
            self.setColumnWidth(column, max(cells, chosen, 14 * GRID))

    def _build(self, headings: tuple[str, ...]) -> None:
        self.empty()
        self._headings = headings
        self.setColumnCount(len(headings))
        self.setRowCount(1)
        for column, heading in enumerate(headings):
            title = QTableWidgetItem(one_line(heading))
            title.setToolTip(heading)
            self.setHorizontalHeaderItem(column, title)
            choice = _Choice()
            choice.setAccessibleName(_("Meaning of column {heading}").format(heading=heading))
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(10)
            choice.addItem(_("– ignore –"), IGNORED)
            for item in FIELDS[self._what]:
                choice.addItem(_(item.label), item.name)
            choice.view().setMinimumWidth(choice.view().sizeHintForColumn(0) + 4 * GRID)
            choice.currentIndexChanged.connect(lambda _, chosen=choice: self._choose(chosen))
            self.setCellWidget(0, column, choice)
            self._choices.append(choice)
        if self._choices:
            self.setRowHeight(0, self._choices[0].sizeHint().height() + GRID // 2)

    def _choose(self, chosen: QComboBox) -> None:
        if chosen.currentData() != IGNORED:
            for other in self._choices:
                if other is not chosen and other.currentData() == chosen.currentData():
                    with QSignalBlocker(other):
                        other.setCurrentIndex(0)
        self._dim()
        self._widen()
        self.mapped.emit()

    def _dim(self) -> None:
        """Show the cells of columns that are not read in the softer ink."""
        palette = self.palette()
        for column, choice in enumerate(self._choices):
            read = choice.currentData() != IGNORED
            ink = palette.brush(QPalette.ColorRole.Text if read else QPalette.ColorRole.PlaceholderText)
            for row in range(1, self.rowCount()):
                item = self.item(row, column)
                if item is not None:
                    item.setForeground(ink)
