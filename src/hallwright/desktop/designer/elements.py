"""The elements of a face as a list, the topmost first, and what is done with those selected."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.designer.properties import KINDS
from hallwright.desktop.designer.widgets import menu_button, tool
from hallwright.desktop.dialogs.frame import GRID
from hallwright.editing.designing import Edge, aligned, distributed, duplicated, put, raised, removed
from hallwright.expo.design import Design, Face, Kind
from hallwright.support.i18n import N_, _

EDGES = {
    Edge.LEFT: N_("Align left"),
    Edge.CENTRE: N_("Align centres across"),
    Edge.RIGHT: N_("Align right"),
    Edge.TOP: N_("Align top"),
    Edge.MIDDLE: N_("Align centres down"),
    Edge.BOTTOM: N_("Align bottom"),
}


class Elements(QWidget):
    """Lists elements; asks for edits of the design."""

    selected = Signal(tuple)
    edited = Signal(object)
    wanted = Signal(object)
    """A Kind to add; None for artwork behind everything."""

    def __init__(self) -> None:
        super().__init__()
        self._design: Design | None = None
        self._face = Face.FRONT
        self._base: Design | None = None
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(_("Elements"))
        self.list.itemSelectionChanged.connect(self._chosen)
        menu = QMenu(self)
        for kind, text in KINDS.items():
            menu.addAction(_(text), partial(self._want, kind))
        menu.addSeparator()
        menu.addAction(_("Background artwork…"), lambda: self.wanted.emit(None))
        self.add = menu_button(_("Add"), menu)
        self.add.setAccessibleName(_("Add an element"))
        self.arrange = menu_button(_("Arrange"), self._arranging())
        self.remove = tool(_("Delete"), self.delete_selected, "trash-2")
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID // 2)
        for button in (self.add, self.arrange, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(buttons)
        layout.addWidget(self.list, 1)

    def _arranging(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(_("Duplicate"), self.duplicate_selected)
        menu.addAction(_("Bring forward"), lambda: self._edit(lambda design: raised(design, self.names, 1)))
        menu.addAction(_("Send backward"), lambda: self._edit(lambda design: raised(design, self.names, -1)))
        self.reset = menu.addAction(_("As the parent has it"), self._reset)
        menu.addSeparator()
        for edge, text in EDGES.items():
            menu.addAction(_(text), partial(self._align, edge))
        menu.addSeparator()
        for across, text in ((True, _("Equal gaps across")), (False, _("Equal gaps down"))):
            menu.addAction(text, partial(self._distribute, across))
        return menu

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the selected elements."""
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems())

    def show_design(self, design: Design, face: Face, amiss: Sequence[str], base: Design | None = None) -> None:
        """List the elements of a face; those with something amiss are marked, those as in ``base`` are in italics."""
        self._design, self._face, self._base = design, face, base
        names = self.names
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in reversed(design.elements):
                if one.face is face:
                    mark = "  ⚠" if one.name in amiss else ""
                    item = QListWidgetItem(f"{one.name}{mark}")
                    taken_over = base is not None and base.named(one.name) == one
                    font = item.font()
                    font.setItalic(taken_over)
                    item.setFont(font)
                    kind = _(KINDS[one.kind])
                    item.setToolTip(_("{kind}, inherited").format(kind=kind) if taken_over else kind)
                    item.setData(Qt.ItemDataRole.UserRole, one.name)
                    self.list.addItem(item)
        self.select(names)

    def select(self, names: Sequence[str]) -> None:
        """Select elements without telling."""
        with QSignalBlocker(self.list):
            self.list.clearSelection()
            for row in range(self.list.count()):
                item = self.list.item(row)
                if item.data(Qt.ItemDataRole.UserRole) in names:
                    item.setSelected(True)
                    self.list.setCurrentItem(item, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._look()

    def delete_selected(self) -> None:
        """Ask for a design without the selected elements."""
        self._edit(lambda design: removed(design, self.names))

    def duplicate_selected(self) -> None:
        """Ask for copies of the selected elements, and select them."""
        if self._design is not None and self.names:
            design, made = duplicated(self._design, self.names)
            self.edited.emit(design)
            self.selected.emit(made)

    def _reset(self) -> None:
        base = self._base
        if base is not None:
            self._edit(lambda design: put(design, [one for one in base.elements if one.name in self.names]))

    def _want(self, kind: Kind) -> None:
        self.wanted.emit(kind)

    def _align(self, edge: Edge) -> None:
        self._edit(lambda design: aligned(design, self.names, edge))

    def _distribute(self, across: bool) -> None:
        self._edit(lambda design: distributed(design, self.names, across=across))

    def _look(self) -> None:
        names, base = self.names, self._base
        for button in (self.arrange, self.remove):
            button.setEnabled(bool(names))
        own = (
            base is not None
            and self._design is not None
            and any(base.named(name) not in (None, self._design.named(name)) for name in names)
        )
        self.reset.setEnabled(own)

    def _edit(self, edit: Callable[[Design], Design]) -> None:
        if self._design is not None and self.names:
            self.edited.emit(edit(self._design))

    def _chosen(self) -> None:
        self._look()
        self.selected.emit(self.names)
