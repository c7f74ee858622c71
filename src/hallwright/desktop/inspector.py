"""The inspector: what is selected, and its values to be changed in place."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.floorform import FloorForm
from hallwright.desktop.overview import Overview
from hallwright.desktop.sizefield import SizeField
from hallwright.desktop.standings import Standings, supplies_text
from hallwright.desktop.underlayform import UnderlayForm
from hallwright.editing import assignment, booths
from hallwright.editing.fittings import floor_item
from hallwright.editing.mending import mend
from hallwright.editing.typing_booths import type_by_geometry
from hallwright.expo.lengths import told_area, told_size
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import BOOTH_TYPES, Booth, BoothStatus, Construction
from hallwright.expo.terms import called, term
from hallwright.geometry.outline import bounds, is_box
from hallwright.support.i18n import N_, _, counted
from hallwright.support.text import folded

MIXED = N_("mixed")


class Inspector(QStackedWidget):
    """Shows the hall when nothing is selected, else the selected booths."""

    fly = Signal(str)
    number_many = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self._desk = desk
        self._overview = Overview(desk)
        self.form = BoothForm(desk)
        self.form.number_many.connect(self.number_many)
        self.floor = FloorForm(desk)
        self.underlay = UnderlayForm(desk)
        self.addWidget(self._overview)
        self.addWidget(self.underlay)
        self.addWidget(self.floor)
        self.addWidget(self.form)
        desk.selection_settled.connect(self.refresh)
        desk.hall_changed.connect(self.refresh)
        desk.changed.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show what is selected now."""
        selected = self._desk.selected()
        item = floor_item(self._desk.show, self._desk.item)
        lying = self._desk.show.underlays.get(self._desk.item)
        page = self.floor if item is not None else self.underlay if lying is not None else self._overview
        self.setCurrentWidget(self.form if selected else page)
        if selected:
            self.form.show_booths(selected)
        elif item is not None:
            self.floor.show_item(item)
        elif lying is not None:
            self.underlay.show_underlay(lying)
        else:
            self._overview.refresh()


class BoothForm(QWidget):
    """The values of one booth, or of many at once."""

    number_many = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: list[Booth] = []
        self._title = QLabel()
        self._title.setProperty("heading", "true")
        self._size = QLabel()
        self._size.setProperty("soft", "true")
        self._warning = QLabel(wordWrap=True)
        self._warning.setProperty("alarm", "true")
        self._mend = QPushButton(_("Mend outline"))
        self._mend.setToolTip(_("Untangle the corners so that the outline no longer crosses itself"))
        self._mend.clicked.connect(lambda: self._do(lambda: mend(desk.show, self._shown[0].id)))
        self.number = QLineEdit()
        self.number.editingFinished.connect(self._renumber)
        self._number_many = QPushButton(_("Number in order…"))
        self._number_many.clicked.connect(self.number_many)
        self.sizes = SizeField(desk)
        self._sides = _combo(
            [
                (_("{type} ({sides} open)").format(type=term(name), sides=sides), sides)
                for sides, name in BOOTH_TYPES.items()
            ],
            self._set_sides,
        )
        self._standing = Standings(desk)
        self._standing.released.connect(self._type)
        self._construction = _combo([(term(c), c) for c in Construction], self._set_construction)
        self._status = _combo([(term(s), s) for s in BoothStatus], self._set_status)
        self.exhibitor = ExhibitorField(desk)
        self.exhibitor.picked.connect(self._assign)
        self._release = QPushButton(_("Release"))
        self._release.clicked.connect(lambda: self._do(lambda: assignment.release(desk.show, *self._let())))
        self._party = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self._party.setProperty("soft", "true")
        self._note = QLineEdit(placeholderText=_("For the staff only"))
        self._note.editingFinished.connect(self._annotate)
        self._build()

    def _build(self) -> None:
        numbers = QHBoxLayout()
        numbers.setContentsMargins(0, 0, 0, 0)
        numbers.addWidget(self.number, 1)
        numbers.addWidget(self._number_many, 1)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in (
            (_("Number"), numbers),
            (_("Size"), self.sizes),
            (_("Type"), self._sides),
            (_("Construction"), self._construction),
            (_("Status"), self._status),
        ):
            form.addRow(label, field)
        self._form = form
        for name, widget in (
            (_("Number"), self.number),
            (_("Type"), self._sides),
            (_("Construction"), self._construction),
            (_("Status"), self._status),
            (_("Note"), self._note),
        ):
            widget.setAccessibleName(name)
        rule = QFrame()
        rule.setProperty("rule", "true")
        tenant = QHBoxLayout()
        tenant.setSpacing(8)
        tenant.addWidget(self.exhibitor, 1)
        tenant.addWidget(self._release)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._size)
        layout.addWidget(self._warning)
        layout.addWidget(self._mend)
        layout.addSpacing(8)
        layout.addLayout(form)
        layout.addWidget(self._standing)
        layout.addSpacing(8)
        layout.addWidget(rule)
        layout.addSpacing(8)
        layout.addWidget(_soft(_("Exhibitor")))
        layout.addLayout(tenant)
        layout.addWidget(self._party)
        layout.addSpacing(8)
        layout.addWidget(_soft(_("Note")))
        layout.addWidget(self._note)
        layout.addStretch(1)

    def show_booths(self, rows: list[Booth]) -> None:
        """Show the values that the booths share, and *mixed* where they differ."""
        self._shown = rows
        one = rows[0] if len(rows) == 1 else None
        show = self._desk.show
        self._title.setText(
            (_("Booth {number}").format(number=one.number) if one.number else _("Booth"))
            if one
            else counted("{number} booth", "{number} booths", len(rows))
        )
        self._size.setText(_size(rows, show))
        self._warning.setText(_("Draft: {fault}.").format(fault=one.fault) if one and one.draft else "")
        self._warning.setVisible(bool(one and one.draft))
        self._mend.setVisible(bool(one and one.draft))
        self.number.setVisible(one is not None)
        self._number_many.setVisible(one is None)
        if one is not None:
            _put(self.number, one.number)
        self._form.setRowVisible(self.sizes, self.sizes.show_booths(rows))
        _choose(self._sides, {row.open_sides for row in rows})
        self._standing.show_booths(rows)
        _choose(self._construction, {row.construction for row in rows})
        _choose(self._status, {row.status for row in rows})
        party = show.exhibitors.get(one.exhibitor) if one and one.exhibitor else None
        self.exhibitor.setVisible(one is not None)
        self.exhibitor.show_party(party)
        self._release.setEnabled(bool(self._let()))
        self._release.setText(_("Release") if one else _("Release {count}").format(count=len(self._let())))
        self._party.setText(_about(show, party) if one else "")
        self._party.setVisible(bool(self._party.text()))
        self._note.setEnabled(one is not None)
        _put(self._note, one.note if one else "")

    def _let(self) -> list[str]:
        return [row.id for row in self._shown if row.status in assignment.LET]

    def _ids(self) -> list[str]:
        return [row.id for row in self._shown]

    def _do(self, edit: Callable[[], Any]) -> None:
        if not self._desk.do(edit, rows=len(self._shown)):
            # Refused or nothing to do: the fields show the plan as it is.
            rows = self._desk.selected()
            if rows:
                self.show_booths(rows)

    def _renumber(self) -> None:
        if len(self._shown) == 1 and self.number.text().strip() != self._shown[0].number:
            self._do(lambda: booths.renumber(self._desk.show, self._shown[0].id, self.number.text()))

    def _annotate(self) -> None:
        if len(self._shown) == 1 and self._note.text().strip() != self._shown[0].note:
            self._do(lambda: booths.annotate(self._desk.show, self._shown[0].id, self._note.text()))

    def _set_sides(self, sides: int) -> None:
        self._do(lambda: booths.retype(self._desk.show, self._ids(), open_sides=sides))

    def _type(self) -> None:
        self._do(lambda: type_by_geometry(self._desk.show, self._ids(), release=True))

    def _set_construction(self, construction: Construction) -> None:
        self._do(lambda: booths.retype(self._desk.show, self._ids(), construction=Construction(construction)))

    def _set_status(self, status: str) -> None:
        self._do(lambda: assignment.set_status(self._desk.show, self._ids(), BoothStatus(status)))

    def _assign(self, exhibitor: str) -> None:
        self._do(lambda: assignment.assign(self._desk.show, self._shown[0].id, exhibitor))


class ExhibitorField(QLineEdit):
    """Type a part of a name in either script, choose, and the booth is assigned."""

    picked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(placeholderText=_("Type a name to assign…"))
        self.setAccessibleName(_("Exhibitor"))
        self._desk = desk
        self._names: dict[str, str] = {}
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._pick)
        self.setCompleter(completer)
        self.textEdited.connect(self._suggest)
        self.returnPressed.connect(lambda: self._pick(self.text()))

    def show_party(self, party: Exhibitor | None) -> None:
        """Show who has the booth."""
        _put(self, _name(party) if party else "")
        self.setReadOnly(party is not None)
        self.setCursorPosition(0)

    def _suggest(self, text: str) -> None:
        words = folded(text).split()
        show = self._desk.show
        found = [row for row in show.exhibitors.values() if not row.host and _matches(row, words)] if words else []
        # Those still without a booth come first: they are the ones to be placed.
        found.sort(key=lambda row: (bool(show.booths.where("exhibitor", row.id)), folded(row.name)))
        self._names = {_name(row): row.id for row in found[:12]}
        self._model.setStringList(list(self._names))

    def _pick(self, text: str) -> None:
        key = self._names.get(text) or (next(iter(self._names.values())) if len(self._names) == 1 else None)
        if key is not None:
            self._names = {}
            self.picked.emit(key)


def _matches(row: Exhibitor, words: Iterable[str]) -> bool:
    text = folded(f"{row.name} {row.name_native} {row.sort_name}")
    return all(word in text for word in words)


def _name(row: Exhibitor) -> str:
    native = row.name_native if row.name_native != row.name else ""
    return f"{row.name}  {native}".strip()


def _about(show: Show, party: Exhibitor | None) -> str:
    if party is None:
        return ""
    wanted = _("wants {area}").format(area=told_area(party.size_wanted)) if party.size_wanted else ""
    parts = [party.category, party.country, wanted, party.contact, party.phone, party.email]
    guests = [guest.name for guest in show.exhibitors.where("host", party.id)]
    if guests:
        parts.append(_("with {names}").format(names=_(", ").join(guests)))
    return "\n".join(part for part in parts if part)


def _size(rows: list[Booth], show: Show) -> str:
    total = told_area(sum(row.area for row in rows))
    if len(rows) > 1:
        return _("{total} net together").format(total=total)
    row = rows[0]
    box = bounds(row.outline)
    zone = show.zone_of(row)
    words = _("{size}, {total} net") if is_box(row.outline) else _("{size}, {total} net, not a rectangle")
    size = words.format(size=told_size(box.width, box.height), total=total)
    lines = (size, called(zone) if zone else "", supplies_text(show, row))
    return "\n".join(line for line in lines if line)


def _soft(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("soft", "true")
    return label


def _combo(items: list[tuple[str, Any]], chosen: Callable[[Any], None]) -> QComboBox:
    combo = QComboBox()
    for text, value in items:
        combo.addItem(text, value)
    combo.setPlaceholderText(_(MIXED))
    combo.activated.connect(lambda _: chosen(combo.currentData()))
    return combo


def _choose(combo: QComboBox, values: set[Any]) -> None:
    combo.setCurrentIndex(combo.findData(next(iter(values))) if len(values) == 1 else -1)


def _put(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        with QSignalBlocker(field):
            field.setText(text)
