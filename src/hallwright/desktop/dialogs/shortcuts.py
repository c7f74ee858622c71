"""Shortcuts: every action in a table, and a field that takes the keys as they are pressed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from hallwright.desktop.actions import Actions, menu_titles, plain
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, explain, soft
from hallwright.desktop.shortcuts import Shortcuts, native, portable
from hallwright.support.i18n import _
from hallwright.support.text import folded


class ShortcutsDialog(Frame):
    """Shows and changes shortcuts; each change holds at once."""

    def __init__(self, actions: Actions, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(_("Shortcuts"), parent)
        self._actions = actions
        self._shortcuts = shortcuts
        self.filter = QLineEdit(placeholderText=_("Filter actions"), clearButtonEnabled=True)
        self.filter.setAccessibleName(_("Filter actions"))
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(_("Actions and their shortcuts"))
        self.table.setHorizontalHeaderLabels([_("Action"), _("Menu"), _("Shortcut")])
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        em = self.fontMetrics().horizontalAdvance("m")
        self.table.setColumnWidth(1, 10 * em)
        self.table.setColumnWidth(2, 14 * em)
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setClearButtonEnabled(True)
        self.keys.setAccessibleName(_("New shortcut"))
        field = self.keys.findChild(QLineEdit)
        if field is not None:
            field.setAccessibleName(_("New shortcut"))
            field.setPlaceholderText(_("Press the new keys"))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(soft(_("New shortcut"), wrap=False))
        row.addWidget(self.keys, 1)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.reset = self.add_button(_("&Reset"), Role.ActionRole)
        self.reset_all = self.add_button(_("Reset &all"), Role.ActionRole)
        self.set = self.add_button(_("&Set"), Role.ActionRole)
        self.add_button(_("Close"), Role.RejectRole)
        self.filter.textChanged.connect(self._narrow)
        self.table.itemSelectionChanged.connect(self._on_row)
        self.keys.keySequenceChanged.connect(self._look)
        self.set.clicked.connect(self._set)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)
        self.resize(em * 52, self.fontMetrics().height() * 34)
        self._build()
        self.table.selectRow(0)

    @property
    def chosen(self) -> str:
        """Name of the action in the selected row, or an empty text."""
        items = self.table.selectedItems()
        return str(items[0].data(Qt.ItemDataRole.UserRole)) if items else ""

    def choose(self, name: str) -> None:
        """Select the row of an action."""
        self.table.selectRow(self._names.index(name))

    def label(self, name: str) -> str:
        """Return what an action is called in the menus."""
        return plain(self._actions[name].text()).rstrip("…")

    def _build(self) -> None:
        specs = self._actions.specs
        self._names = [spec.name for spec in specs]
        self.table.setRowCount(len(specs))
        for row, spec in enumerate(specs):
            menu = " › ".join(menu_titles(spec.menu))
            for column, text in enumerate((self.label(spec.name), menu, "")):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, spec.name)
                self.table.setItem(row, column, item)
        self._fill()

    def _fill(self) -> None:
        for row, name in enumerate(self._names):
            item = self.table.item(row, 2)
            assert item is not None, "made for every row"
            item.setText(",  ".join(native(keys) for keys in self._shortcuts.of(name)))
            font = item.font()
            font.setBold(self._shortcuts.changed(name))
            item.setFont(font)
            item.setToolTip(_("Changed by you") if font.bold() else "")
            menu = self.table.item(row, 1)
            assert menu is not None, "made for every row"
            menu.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        self._look()

    def _narrow(self, text: str) -> None:
        words = folded(text).split()
        for row in range(self.table.rowCount()):
            items = (self.table.item(row, column) for column in range(3))
            whole = folded(" ".join(item.text() for item in items if item is not None))
            self.table.setRowHidden(row, not all(word in whole for word in words))

    def _on_row(self) -> None:
        self.keys.clear()
        self._look()

    def _look(self) -> None:
        name, keys = self.chosen, portable(self.keys.keySequence())
        owner = self._shortcuts.owner(keys, besides=name) if name and keys else None
        self.set.setText(_("&Take over") if owner else _("&Set"))
        if owner:
            self.message.error(
                _("{keys} belongs to '{owner}'. Take over gives it to this action.").format(
                    keys=native(keys), owner=self.label(owner)
                )
            )
        else:
            self.message.clear()
        explain(self.set, "" if name and keys else _("Choose an action and press the new keys."))
        explain(self.reset, "" if name and self._shortcuts.changed(name) else _("This action has its first shortcut."))
        some = any(self._shortcuts.changed(other) for other in self._names)
        explain(self.reset_all, "" if some else _("No shortcut was changed."))

    def _set(self) -> None:
        name, keys = self.chosen, portable(self.keys.keySequence())
        if name and keys:
            self._shortcuts.set(name, keys)
            self.keys.setKeySequence(QKeySequence())
            self._fill()

    def _reset(self) -> None:
        if self.chosen:
            self._shortcuts.reset(self.chosen)
            self._fill()

    def _reset_all(self) -> None:
        self._shortcuts.reset_all()
        self._fill()
