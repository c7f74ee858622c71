"""The fields of one person, and what is typed into them."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.dialogs.frame import GRID, Frame, add_row, form
from hallwright.desktop.dialogs.frame import Role as Button
from hallwright.desktop.locales import date_format, dated, weekday
from hallwright.expo.people import Person, Role
from hallwright.expo.show import Show
from hallwright.expo.terms import called, term
from hallwright.support.i18n import N_, _, counted
from hallwright.support.text import folded, natural_key, one_line

_LINES = (
    ("title", N_("Title")),
    ("given", N_("Given name")),
    ("family", N_("Family name")),
    ("native", N_("Name (native script)")),
    ("company", N_("Company")),
    ("company_native", N_("Company (native script)")),
    ("job", N_("Job title")),
    ("email", N_("E-mail")),
    ("phone", N_("Phone")),
    ("delegation", N_("Delegation")),
    ("seat", N_("Seat")),
    ("code", N_("Badge code")),
)


class DayField(QWidget):
    """A day that may be left out."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.given = QCheckBox(_("on"))
        self.given.setAccessibleName(name)
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(date_format())
        self.day.setAccessibleName(name)
        self.given.toggled.connect(self.day.setEnabled)
        self.given.toggled.connect(self.changed)
        self.day.dateChanged.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.given)
        layout.addWidget(self.day, 1)

    def show_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self.given.setChecked(day is not None)
        self.day.setDate(QDate(day.year, day.month, day.day) if day is not None else QDate.currentDate())
        self.day.setEnabled(day is not None)

    def value(self) -> date | None:
        """Return the day that is set."""
        day = self.day.date()
        return date(day.year(), day.month(), day.day()) if self.given.isChecked() else None


class LastDayDialog(Frame):
    """Asks until when the data of some people may be kept."""

    def __init__(self, count: int, known: date | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Keep until"), parent)
        self.day = DayField(_("Keep until"))
        self.day.show_day(known)
        self.day.given.setChecked(True)
        fields = form()
        fields.addRow(counted("{number} person, until", "{number} people, until", count), self.day)
        self.body.addLayout(fields)
        self.add_button(_("Save"), Button.AcceptRole, default=True)
        self.add_button(_("Cancel"), Button.RejectRole)
        self.buttons.accepted.connect(self.accept)


class PersonForm(QWidget):
    """Every field of a person; ``values`` are as the edits of people take them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(term(role), role)
        self.role.currentIndexChanged.connect(self.changed)
        self.party = QComboBox()
        self.party.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.party.setMinimumContentsLength(16)
        self.party.currentIndexChanged.connect(self.changed)
        self.lines: dict[str, QLineEdit] = {}
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.fontMetrics().height() * 3 + GRID)
        self.note.textChanged.connect(self.changed)
        self.days, self.access = _checks(self.changed), _checks(self.changed)
        self.consented, self.keep_until = DayField(_("Consent given on")), DayField(_("Keep until"))
        left, right = form(), form()
        add_row(left, _("Role"), self.role)
        add_row(left, _("Exhibitor"), self.party)
        for name, label in _LINES:
            self.lines[name] = QLineEdit()
            self.lines[name].textEdited.connect(lambda _text: self.changed.emit())
            add_row(left if name not in ("delegation", "seat", "code") else right, _(label), self.lines[name])
        self.days.setToolTip(_("None ticked: every day of the event"))
        self.days.setAccessibleDescription(self.days.toolTip())
        add_row(right, _("Valid on days"), self.days)
        add_row(right, _("Access to zones"), self.access)
        for label, field in ((_("Consent given on"), self.consented), (_("Keep until"), self.keep_until)):
            right.addRow(label, field)
            field.changed.connect(self.changed)
        add_row(right, _("Note"), self.note)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(3 * GRID)
        both.addLayout(left, 1)
        column = QVBoxLayout()
        column.addLayout(right)
        column.addStretch(1)
        both.addLayout(column, 1)

    def show_person(self, show: Show, person: Person | None) -> None:
        """Show a person's fields, empty ones for nobody; nothing is told as changed by it."""
        self.blockSignals(True)
        self.setEnabled(person is not None)
        shown = person if person is not None else Person(id="")
        self.role.setCurrentIndex(self.role.findData(shown.role))
        self.party.clear()
        self.party.addItem(_("none"), None)
        for party in sorted(show.exhibitors.values(), key=lambda row: natural_key(folded(row.sort_name or row.name))):
            self.party.addItem("  ".join(filter(None, (party.name, party.name_native))), party.id)
        self.party.setCurrentIndex(max(self.party.findData(shown.exhibitor), 0))
        for name, line in self.lines.items():
            line.setText(getattr(shown, name))
            line.setCursorPosition(0)
        self.note.setPlainText(shown.note)
        event_days = sorted({*show.event.days, *shown.days})
        _fill(self.days, [(f"{weekday(day)} {dated(day)}", day) for day in event_days], shown.days)
        _fill(self.access, [(called(zone), zone.id) for zone in show.zones.values()], shown.access)
        self.consented.show_day(shown.consented)
        self.keep_until.show_day(shown.keep_until)
        self.blockSignals(False)

    def values(self) -> dict[str, Any]:
        """Return the fields as they are typed; no day ticked means all."""
        return {
            "role": Role(self.role.currentData()),
            "exhibitor": self.party.currentData(),
            **{name: one_line(line.text()) for name, line in self.lines.items()},
            "days": tuple(_ticked(self.days)),
            "access": tuple(_ticked(self.access)),
            "consented": self.consented.value(),
            "keep_until": self.keep_until.value(),
            "note": self.note.toPlainText().strip(),
        }


def _checks(changed: Any) -> QListWidget:
    made = QListWidget()
    made.setMaximumHeight((made.fontMetrics().height() + GRID) * 5)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.itemChanged.connect(lambda _item: changed.emit())
    return made


def _fill(widget: QListWidget, options: list[tuple[str, Any]], ticked: tuple[Any, ...]) -> None:
    widget.blockSignals(True)
    widget.clear()
    for label, value in options:
        item = QListWidgetItem(label)
        item.setData(Qt.ItemDataRole.UserRole, value)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setSizeHint(QSize(0, widget.fontMetrics().height() + GRID))
        item.setToolTip(label)
        item.setCheckState(Qt.CheckState.Checked if value in ticked else Qt.CheckState.Unchecked)
        widget.addItem(item)
    widget.blockSignals(False)


def _ticked(widget: QListWidget) -> list[Any]:
    items = (widget.item(row) for row in range(widget.count()))
    return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]
