"""The paragraphs of a text element as a small table, with the fields that may stand in them."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.designer.widgets import ColourChoice, menu_button, tool
from hallwright.desktop.dialogs.frame import GRID
from hallwright.expo.design import FIELDS, Words
from hallwright.support.i18n import N_, _

FIELD_TEXTS = {
    "name": N_("Name, in its own script if there is one"),
    "latin": N_("Name in Latin script"),
    "native": N_("Name in its own script"),
    "title": N_("Title"),
    "given": N_("Given name"),
    "family": N_("Family name"),
    "company": N_("Company"),
    "company_native": N_("Company in its own script"),
    "job": N_("Job"),
    "delegation": N_("Delegation"),
    "role": N_("Role"),
    "role_capitals": N_("Role in capitals"),
    "role_native": N_("Role in Chinese"),
    "booth": N_("Booth"),
    "booth_caption": N_("The word for booth, where there is one"),
    "days": N_("Days"),
    "days_native": N_("Days in Chinese"),
    "days_note": N_("What is said of the days"),
    "days_note_native": N_("What is said of the days, in Chinese"),
    "zones": N_("Zones that it opens"),
    "zones_native": N_("Zones that it opens, in Chinese"),
    "seat": N_("Seat"),
    "code": N_("Badge code"),
    "qr": N_("Content of the QR code"),
    "qr_second": N_("Content of a second QR code"),
    "event": N_("Event"),
    "event_native": N_("Event in Chinese"),
    "theme": N_("Theme of the event"),
    "theme_native": N_("Theme of the event, in Chinese"),
    "venue": N_("Venue"),
    "venue_native": N_("Venue in Chinese"),
}
_TEXT, _SIZE, _MOST, _BOLD = range(4)


def fields_menu(parent: QWidget) -> QMenu:
    """Return a menu of all fields; each action's data is what to insert."""
    menu = QMenu(parent)
    for name in FIELDS:
        action = menu.addAction(f"{_(FIELD_TEXTS[name])}   {{{name}}}")
        action.setData(f"{{{name}}}")
    return menu


class WordList(QWidget):
    """Edits the paragraphs of one element."""

    changed = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[Words, ...] = ()
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels([_("Text"), _("Size %"), _("Lines"), _("Bold")])
        self.table.setAccessibleName(_("Paragraphs"))
        self.table.verticalHeader().hide()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        for column in (_SIZE, _MOST, _BOLD):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setMinimumHeight(140)
        self.table.itemChanged.connect(self._typed)
        self.table.currentCellChanged.connect(lambda *_: self._look())
        menu = fields_menu(self)
        menu.triggered.connect(lambda action: self.insert_field(action.data()))
        self.insert = menu_button(_("Insert field"), menu)
        self.colour = ColourChoice(none=_("As the element"))
        self.colour.setAccessibleName(_("Colour of the paragraph"))
        self.colour.picked.connect(self._coloured)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.table)
        row = QHBoxLayout()
        row.addWidget(tool(_("Add line"), self.add, "plus"))
        row.addWidget(tool(_("Remove line"), self.remove, "minus"))
        row.addWidget(self.insert)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.colour)

    def put(self, words: tuple[Words, ...]) -> None:
        """Show paragraphs without telling."""
        row = self.table.currentRow()
        self._words = words
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(words))
            for place, one in enumerate(words):
                for column, text in ((_TEXT, one.text), (_SIZE, str(one.size)), (_MOST, str(one.most))):
                    self.table.setItem(place, column, QTableWidgetItem(text))
                bold = QTableWidgetItem()
                bold.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
                )
                bold.setCheckState(Qt.CheckState.Checked if one.bold else Qt.CheckState.Unchecked)
                self.table.setItem(place, _BOLD, bold)
            if words:
                self.table.setCurrentCell(min(max(row, 0), len(words) - 1), _TEXT)
        self._look()

    def add(self) -> None:
        """Add an empty paragraph and begin to type it."""
        self._tell((*self._words, Words("…", 80)))
        self.table.setCurrentCell(self.table.rowCount() - 1, _TEXT)
        item = self.table.currentItem()
        if item is not None:
            self.table.editItem(item)

    def remove(self) -> None:
        """Remove the current paragraph."""
        row = self.table.currentRow()
        if 0 <= row < len(self._words):
            self._tell(tuple(one for place, one in enumerate(self._words) if place != row))

    def insert_field(self, field: str) -> None:
        """Put a field behind the text of the current paragraph."""
        row = self.table.currentRow()
        if not self._words:
            self._tell((Words(field),))
        elif 0 <= row < len(self._words):
            text = f"{self._words[row].text} {field}".replace("…", "").strip()
            self._set(row, replace(self._words[row], text=text))

    def _typed(self, item: QTableWidgetItem) -> None:
        row = item.row()
        one = self._words[row]
        if item.column() == _TEXT:
            one = replace(one, text=item.text()[:500])
        elif item.column() == _BOLD:
            one = replace(one, bold=item.checkState() is Qt.CheckState.Checked)
        else:
            digits = item.text().strip().rstrip("%").strip()
            value = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 5 else 0
            if item.column() == _SIZE:
                # Once somebody says the size, it no longer depends on what stands above.
                one = replace(one, size=min(value, 1000), lead=0, alone=0) if value else one
            else:
                one = replace(one, most=min(value, 20)) if value else one
        self._set(row, one)

    def _coloured(self, colour: str) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._words):
            self._set(row, replace(self._words[row], colour=colour))

    def _set(self, row: int, one: Words) -> None:
        if one == self._words[row]:
            self.put(self._words)
            return
        self._tell(tuple(one if place == row else other for place, other in enumerate(self._words)))

    def _tell(self, words: tuple[Words, ...]) -> None:
        self.put(words)
        self.changed.emit(words)

    def _look(self) -> None:
        row = self.table.currentRow()
        there = 0 <= row < len(self._words)
        self.colour.setEnabled(there)
        self.colour.put(self._words[row].colour if there else "")
