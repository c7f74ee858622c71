"""Naming aisles: those recognised on the plan, and those that have a name already."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import Frame, Role, add_row, form, soft
from hallwright.editing import aisles
from hallwright.editing.change import Change
from hallwright.expo.lengths import told
from hallwright.expo.space import Aisle
from hallwright.geometry.outline import Box, bounds
from hallwright.geometry.passages import Passage
from hallwright.support.i18n import _
from hallwright.support.text import one_line


class AislesDialog(Frame):
    """The aisles of the hall on the canvas: named ones first, then the free floor that has no name yet."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Aisles"), parent)
        self._desk = desk
        self._found: list[Aisle | Passage] = []
        self.list = QListWidget()
        self.list.setAccessibleName(_("Aisles"))
        self.list.setMinimumHeight(self.fontMetrics().height() * 14)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.name, self.native = QLineEdit(), QLineEdit()
        self.native.setPlaceholderText(_("optional"))
        self.name.textChanged.connect(self._look)
        self.main = QCheckBox(_("&Main aisle"))
        self.main.setToolTip(_("A main aisle is checked against a width of its own in the rule profile"))
        fields = form()
        add_row(fields, _("&Name"), self.name)
        add_row(fields, _("Name in n&ative script"), self.native)
        fields.addRow("", self.main)
        self.body.addWidget(soft(_("Free floor between booths, the largest first. A name is shown on the plan.")))
        self.body.addWidget(self.list, 1)
        self.body.addLayout(fields)
        self.ok = self.add_button(_("Save name"), Role.ApplyRole, default=True)
        self.delete = self.add_button(_("Delete name"), Role.ApplyRole)
        self.add_button(_("Close"), Role.RejectRole)
        self.ok.clicked.connect(self._save)
        self.delete.clicked.connect(self._delete)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 48)
        self._fill()

    def _fill(self) -> None:
        """List named and recognised aisles; a named one is not listed twice."""
        show, hall = self._desk.show, self._desk.hall
        named = show.aisles.where("hall", hall)
        taken = [bounds(row.outline) for row in named]
        self.list.clear()
        found: list[Aisle | Passage] = [*named]
        found += [one for one in aisles.recognise(show, hall) if not _known(bounds(one.outline), taken)]
        self._found = found
        self.list.addItems([_words(one) for one in found])
        self.list.setCurrentRow(0)
        self._show()

    def _chosen(self) -> Aisle | Passage | None:
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show(self) -> None:
        one = self._chosen()
        row = one if isinstance(one, Aisle) else None
        self.name.setText(row.name if row else "")
        self.native.setText(row.name_native if row else "")
        self.main.setChecked(row is not None and row.main)
        self.delete.setEnabled(row is not None)
        self._look()

    def _look(self) -> None:
        reason = _("There is no free floor between the booths.") if self._chosen() is None else ""
        if not reason and not one_line(self.name.text()):
            reason = _("Give the aisle a name.")
        self.require(self.ok, reason)

    def _edit(self, one: Aisle | Passage) -> Change:
        show = self._desk.show
        name, native, main = self.name.text(), one_line(self.native.text()), self.main.isChecked()
        if isinstance(one, Aisle):
            return aisles.amend_aisle(show, one.id, name=name, name_native=native, main=main)
        return aisles.add_aisle(show, self._desk.hall, name, one.outline, name_native=native, main=main)

    def _save(self) -> None:
        one = self._chosen()
        if one is not None and self.commit(self._desk, lambda: self._edit(one)):
            self._fill()

    def _delete(self) -> None:
        one = self._chosen()
        if isinstance(one, Aisle) and self.commit(self._desk, lambda: aisles.delete_aisles(self._desk.show, [one.id])):
            self._fill()


def _known(box: Box, taken: list[Box]) -> bool:
    """Say whether a named aisle takes most of a box."""
    for other in taken:
        wide = min(box.right, other.right) - max(box.left, other.left)
        deep = min(box.bottom, other.bottom) - max(box.top, other.top)
        if wide > 0 and deep > 0 and wide * deep > 0.6 * box.width * box.height:
            return True
    return False


def _words(one: Aisle | Passage) -> str:
    box = bounds(one.outline)
    size = _("{width} wide, {length} long, from {x}, {y}").format(
        width=told(min(box.width, box.height)),
        length=told(max(box.width, box.height)),
        x=told(box.left),
        y=told(box.top),
    )
    if isinstance(one, Passage):
        return size
    name = f"{one.name}  {one.name_native}".strip() + (_(" (main)") if one.main else "")
    return _("{name}: {size}").format(name=name, size=size)
