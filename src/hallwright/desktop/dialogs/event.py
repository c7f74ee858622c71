"""The event's own data, and adding a hall."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QLabel, QLineEdit, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, add_row, form, show_length, soft
from hallwright.desktop.dialogs.quotafields import QuotaFields
from hallwright.desktop.locales import date_format
from hallwright.editing import floor
from hallwright.exchange.measures import typed_length
from hallwright.expo.lengths import told, told_area, working
from hallwright.expo.space import Hall
from hallwright.geometry.outline import rectangle
from hallwright.geometry.units import Unit, to_mm
from hallwright.rules.profile import DEFAULT, load, names
from hallwright.support.errors import Refused
from hallwright.support.i18n import ENGLISH, N_, _, counted, language
from hallwright.support.text import folded, one_line

_BOTH = (
    ("name", N_("&Name"), N_("Event name")),
    ("theme", N_("&Theme"), N_("Theme")),
    ("venue", N_("&Venue"), N_("Venue")),
)
_WIDTH = N_("The width '{text}': {error}."), N_("The width must be {shortest} to {longest}.")
_DEPTH = N_("The depth '{text}': {error}."), N_("The depth must be {shortest} to {longest}.")
_SHORTEST, _LONGEST = 1_000, 2_000_000
"""Sides of a hall that is added by size, in mm; others are slips of the hand."""


class EventDialog(Frame):
    """Name, theme and venue in Latin and native script, and the dates."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Event"), parent)
        self._desk = desk
        event = desk.show.event
        fields = form()
        self.lines: dict[str, QLineEdit] = {}
        heading = QHBoxLayout()
        heading.setSpacing(GRID)
        heading.addWidget(soft(_("Latin script")), 1)
        heading.addWidget(soft(_("Native script")), 1)
        fields.addRow("", heading)
        for name, label, full in _BOTH:
            fields.addRow(*self._pair(name, _(label), _(full)))
        first = event.starts or date.today()  # noqa: DTZ011  # a day in the user's own calendar
        self.dated = QCheckBox(_("The &dates are fixed"))
        self.dated.setChecked(event.starts is not None and event.ends is not None)
        self.starts, self.ends = _day(first), _day(event.ends or first)
        self._days = soft(wrap=False)
        days = QHBoxLayout()
        days.setSpacing(GRID)
        for widget in (self.starts, QLabel(_("to")), self.ends, self._days):
            days.addWidget(widget)
        days.addStretch(1)
        self.starts.setAccessibleName(_("First day"))
        self.ends.setAccessibleName(_("Last day"))
        fields.addRow(_("Dates"), self.dated)
        fields.addRow("", days)
        frozen = QHBoxLayout()
        frozen.setSpacing(GRID)
        self.frozen = QCheckBox(_("&Frozen from"))
        self.frozen.setToolTip(_("From this day on a change of a booth number is asked about, naming who must be told"))
        self.frozen.setChecked(event.numbers_frozen_on is not None)
        self.frozen_on = _day(event.numbers_frozen_on or first)
        self.frozen_on.setAccessibleName(_("Numbers are frozen from"))
        self.frozen_on.setEnabled(self.frozen.isChecked())
        self.frozen.toggled.connect(self.frozen_on.setEnabled)
        frozen.addWidget(self.frozen)
        frozen.addWidget(self.frozen_on)
        frozen.addStretch(1)
        fields.addRow(_("Booth numbers"), frozen)
        self.quota = QuotaFields(event)
        fields.addRow(_("Badges"), self.quota)
        self.profile = _profiles(event.profile)
        add_row(fields, _("&Rule profile"), self.profile)
        self.body.addLayout(fields)
        self.body.addStretch(1)
        self.ok = self.add_button(_("Save"), Role.AcceptRole, default=True)
        self.add_button(_("Cancel"), Role.RejectRole)
        self.buttons.accepted.connect(self._save)
        self.lines["name"].textChanged.connect(self._look)
        self.dated.toggled.connect(self._look)
        self.starts.dateChanged.connect(self._look)
        self.ends.dateChanged.connect(self._look)
        self.quota.changed.connect(self._look)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 60)
        self._look()

    def _pair(self, name: str, label: str, full: str) -> tuple[QLabel, QHBoxLayout]:
        event = self._desk.show.event
        both = QHBoxLayout()
        both.setSpacing(GRID)
        for key, script in ((name, _("Latin script")), (f"{name}_native", _("native script"))):
            line = QLineEdit(getattr(event, key))
            line.setAccessibleName(f"{full}, {script}")
            line.setCursorPosition(0)
            self.lines[key] = line
            both.addWidget(line)
        caption = QLabel(label)
        caption.setBuddy(self.lines[name])
        return caption, both

    def _values(self) -> dict[str, Any]:
        values: dict[str, Any] = {key: one_line(line.text()) for key, line in self.lines.items()}
        dated = self.dated.isChecked()
        values["starts"] = self.starts.date().toPython() if dated else None
        values["ends"] = self.ends.date().toPython() if dated else None
        values["numbers_frozen_on"] = self.frozen_on.date().toPython() if self.frozen.isChecked() else None
        values |= self.quota.values()
        values["profile"] = self.profile.currentData()
        return values

    def _look(self) -> None:
        dated = self.dated.isChecked()
        self.starts.setEnabled(dated)
        self.ends.setEnabled(dated)
        days = self.starts.date().daysTo(self.ends.date()) + 1
        self._days.setText(counted("{number} day", "{number} days", days) if dated and days > 0 else "")
        reason = ""
        if not one_line(self.lines["name"].text()):
            reason = _("Give the event a name.")
        elif dated and days < 1:
            reason = _("The last day is before the first.")
        else:
            try:
                self.quota.values()
            except ValueError as error:
                reason = str(error)
        self.require(self.ok, reason)

    def _save(self) -> None:
        if self.commit(self._desk, lambda: floor.amend_event(self._desk.show, **self._values())):
            self.accept()


class HallDialog(Frame):
    """Add a rectangular hall by name and size."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Add hall"), parent)
        self._desk = desk
        fields = form()
        self.name, self.native = QLineEdit(floor.free_name(desk.show)), QLineEdit()
        self.storey = QLineEdit()
        for line in (self.native, self.storey):
            line.setPlaceholderText(_("optional"))
        self.storey.setToolTip(_("What people call its floor: G, 1, B1. Halls are listed by storey."))
        self.width_m, self.depth_m = QLineEdit(), QLineEdit()
        usual = (to_mm(300, Unit.FT), to_mm(200, Unit.FT)) if working() is Unit.FT else (100_000, 60_000)
        for line, side in zip((self.width_m, self.depth_m), usual, strict=True):
            show_length(line, side)
        for line in (self.width_m, self.depth_m):
            line.setToolTip(_("A length such as 100 m or 330 ft; without a unit, in that in which lengths are shown"))
        self._area = soft(wrap=False)
        add_row(fields, _("&Name"), self.name)
        add_row(fields, _("Name in n&ative script"), self.native)
        add_row(fields, _("&Storey"), self.storey)
        add_row(fields, _("&Width"), self.width_m)
        add_row(fields, _("&Depth"), self.depth_m)
        fields.addRow(_("Gross area"), self._area)
        self.body.addLayout(fields)
        self.body.addStretch(1)
        self.ok = self.add_button(_("Add hall"), Role.AcceptRole, default=True)
        self.add_button(_("Cancel"), Role.RejectRole)
        self.buttons.accepted.connect(self._add)
        self.name.textChanged.connect(self._look)
        self.width_m.textChanged.connect(self._look)
        self.depth_m.textChanged.connect(self._look)
        self.name.selectAll()
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 30)
        self._look()

    def _size(self) -> tuple[int, int]:
        """Return width and depth in mm.

        Raises:
            ValueError: with a reason for people.
        """
        return _side(_WIDTH, self.width_m.text()), _side(_DEPTH, self.depth_m.text())

    def _look(self) -> None:
        name = one_line(self.name.text())
        taken = any(folded(name) == folded(hall.name) for hall in self._desk.show.halls.values())
        reason = (
            _("Give the hall a name.")
            if not name
            else _("There is a hall {name} already.").format(name=name)
            if taken
            else ""
        )
        try:
            width, depth = self._size()
        except ValueError as error:
            self._area.setText("–")
            reason = reason or str(error)
        else:
            self._area.setText(told_area(width * depth))
        self.require(self.ok, reason)

    def _add(self) -> None:
        name, native = one_line(self.name.text()), one_line(self.native.text())
        before = self._desk.show.halls.keys()
        outline, storey = rectangle(0, 0, *self._size()), one_line(self.storey.text())
        values = {"name_native": native, "storey": storey}
        if self.commit(self._desk, lambda: floor.add_hall(self._desk.show, name, outline, **values)):
            made: list[Hall] = [hall for key, hall in self._desk.show.halls.items() if key not in before]
            if made:
                self._desk.open_hall(made[0].id)
            self.accept()


def _profiles(chosen: str) -> QComboBox:
    """Return the choice of rule profiles; one that is missing or not sound is listed by its file's name."""
    box = QComboBox()
    box.setToolTip(_("Limits that the plan is checked against. None of it is law: the local authority decides."))
    for name in names():
        try:
            profile = load(name)
            title = profile.title if language() == ENGLISH else profile.title_native or profile.title
        except Refused as refusal:
            title = f"{name}: {refusal.what}"
        box.addItem(title, "" if name == DEFAULT else name)
    if box.findData(chosen) < 0 and chosen != DEFAULT:
        box.addItem(_("{chosen} (missing)").format(chosen=chosen), chosen)
    box.setCurrentIndex(max(box.findData("" if chosen == DEFAULT else chosen), 0))
    return box


def _day(value: date) -> QDateEdit:
    field = QDateEdit(QDate(value.year, value.month, value.day))
    field.setCalendarPopup(True)
    field.setDisplayFormat(date_format())
    return field


def _side(refusals: tuple[str, str], text: str) -> int:
    """Return a side of a hall in mm.

    Raises:
        ValueError: with a reason for people.
    """
    try:
        side = typed_length(text)
    except ValueError as error:
        raise ValueError(_(refusals[0]).format(text=one_line(text), error=error)) from None
    if not _SHORTEST <= side <= _LONGEST:
        raise ValueError(_(refusals[1]).format(shortest=told(_SHORTEST), longest=told(_LONGEST)))
    return side
