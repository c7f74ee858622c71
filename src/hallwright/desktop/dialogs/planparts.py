"""What a plan's sheet shows: a hall, a zone or a free part of it and its scale; one view, or several on one sheet."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, add_row, explain
from hallwright.desktop.dialogs.printframe import drop_down
from hallwright.desktop.dialogs.sizing import LENGTH_TIP, typed_length
from hallwright.drawing.floor import hall_bounds
from hallwright.drawing.options import Part
from hallwright.drawing.paper import SCALES
from hallwright.drawing.sharing import MOST
from hallwright.expo.show import Show
from hallwright.expo.terms import called
from hallwright.geometry.outline import Box
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.support.numbers import in_metres
from hallwright.support.text import one_line

ATLAS, FREE = "*", "#"
"""Stand for all zones, one after another, and for a free part of the hall, where a zone is chosen; no id has them."""
_LEAST = 1000
_SIDES = (N_("Left"), N_("Top"), N_("Width"), N_("Height"))


class BoxField(QWidget):
    """A free part of a hall: typed, or what the window shows."""

    def __init__(self, desk: Desk, seen: Box | None, changed: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._seen = desk, seen
        self._changed = changed
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        self.lines: list[QLineEdit] = []
        for k, name in enumerate(_SIDES):
            line = QLineEdit()
            line.setToolTip(_(LENGTH_TIP))
            line.setAccessibleName(_(name))
            line.textChanged.connect(changed)
            label = QLabel(_(name))
            label.setForegroundRole(line.foregroundRole())
            grid.addWidget(label, k // 2, 2 * (k % 2))
            grid.addWidget(line, k // 2, 2 * (k % 2) + 1)
            self.lines.append(line)
        self.as_seen = QPushButton(_("What the window shows"))
        self.as_seen.setAutoDefault(False)
        self.as_seen.clicked.connect(self._take_seen)
        explain(self.as_seen, "" if seen is not None else _("The window shows no part of a hall."))
        grid.addWidget(self.as_seen, 2, 0, 1, 4)

    def show_box(self, box: Box) -> None:
        """Show a part."""
        for line, value in zip(self.lines, (box.left, box.top, box.width, box.height), strict=True):
            with QSignalBlocker(line):
                line.setText(f"{in_metres(value, grouped=False)} m")

    def box(self) -> Box:
        """Return the part that is typed.

        Raises:
            Refused: a field holds no length, or it is less than a metre across or down.
        """
        try:
            left, top, wide, high = (typed_length(line, _(name)) for line, name in zip(self.lines, _SIDES, strict=True))
        except ValueError as error:
            raise Refused(str(error).rstrip("."), mend=_("Write metres such as 12.5.")) from None
        if min(wide, high) < _LEAST:
            raise Refused(_("The part of the hall is too small"), mend=_("Give at least 1 m across and down."))
        return Box(left, top, left + wide, top + high)

    def start(self, show: Show, hall: str) -> None:
        """Show what the window shows of its hall, else all of the hall."""
        self.show_box(self._seen if self._seen is not None and hall == self._desk.hall else hall_bounds(show, hall))

    def _take_seen(self) -> None:
        if self._seen is not None:
            self.show_box(self._seen)
            self._changed()


class PartsField:
    """The views of a sheet: a list, and fields for the one that is chosen in it.

    Attributes:
        hall, zone, box, scale, title: the fields.
        views: the list; hidden while there is one view.
    """

    def __init__(self, desk: Desk, seen: Box | None, changed: Callable[[], object]) -> None:
        self._desk, self._changed = desk, changed
        self._loading = False
        show = desk.show
        self.hall = drop_down([(called(hall), hall.id) for hall in show.halls.values()], self._hall_chosen)
        self.zone = drop_down([], self._zone_chosen)
        self.box = BoxField(desk, seen, self._edited)
        self.scale = drop_down([(_("Automatic"), None), *((f"1:{scale}", scale) for scale in SCALES)], self._edited)
        self.title = QLineEdit()
        self.title.setPlaceholderText(_("names of hall and zone"))
        self.title.textChanged.connect(self._edited)
        self.views = QListWidget()
        self.views.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.views.currentRowChanged.connect(self._view_chosen)
        self.add = QPushButton(_("Add &view"))
        self.remove = QPushButton(_("&Remove view"))
        for button, does in ((self.add, self._add), (self.remove, self._remove)):
            button.setAutoDefault(False)
            button.clicked.connect(does)
        self._rows: QFormLayout | None = None
        with QSignalBlocker(self.hall):
            self.hall.setCurrentIndex(max(self.hall.findData(desk.hall), 0))
        self._parts: list[Part] = []
        self._faults: dict[int, Refused] = {}
        self._fill_zones()
        self._parts.append(self._typed())

    def add_to(self, fields: QFormLayout) -> None:
        """Put the fields into a form."""
        self._rows = fields
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.views)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.views.setAccessibleName(_("Views on the sheet"))
        add_row(fields, _("Views on the sheet"), self._list)
        add_row(fields, _("&Hall"), self.hall)
        add_row(fields, _("&Zone"), self.zone)
        add_row(fields, _("Part"), self.box)
        add_row(fields, _("S&cale"), self.scale)
        add_row(fields, _("Caption"), self.title)
        self._look()

    @property
    def several(self) -> bool:
        """Whether there are several views."""
        return len(self._parts) > 1

    @property
    def atlas(self) -> bool:
        """Whether one sheet a zone is wanted."""
        return not self.several and self.zone.currentData() == ATLAS

    def parts(self) -> tuple[Part, ...]:
        """Return the views.

        Raises:
            Refused: the free part of one is not sound.
        """
        for fault in self._faults.values():
            raise fault
        return tuple(self._parts)

    def name(self) -> str:
        """Return hall and zone of the first view for the name of a file."""
        return self._told(self._parts[0])

    # -- the fields ---------------------------------------------------------------------------------------------

    def _fill_zones(self) -> None:
        with QSignalBlocker(self.zone):
            self.zone.clear()
            self.zone.addItem(_("Whole hall"), None)
            if not self.several:
                self.zone.addItem(_("Atlas: one sheet a zone"), ATLAS)
            self.zone.addItem(_("Part of the hall"), FREE)
            for zone in self._desk.show.zones.where("hall", self.hall.currentData()):
                self.zone.addItem(called(zone), zone.id)

    def _hall_chosen(self) -> None:
        self._fill_zones()
        self._edited()

    def _zone_chosen(self) -> None:
        if self.zone.currentData() == FREE:
            self.box.start(self._desk.show, str(self.hall.currentData()))
        self._edited()

    def _typed(self) -> Part:
        """Return the view of the fields; the free part is that before if what is typed is none."""
        zone = self.zone.currentData()
        part = Part(
            str(self.hall.currentData() or ""), scale=self.scale.currentData(), title=one_line(self.title.text())
        )
        if zone == FREE:
            return replace(part, box=self.box.box())
        return part if zone in (None, ATLAS) else replace(part, zone=zone)

    def _edited(self) -> None:
        if self._loading:
            return
        at = max(self.views.currentRow(), 0)
        try:
            self._parts[at] = self._typed()
            self._faults.pop(at, None)
        except Refused as refusal:
            self._faults[at] = refusal
        self._look()
        self._changed()

    # -- the list -----------------------------------------------------------------------------------------------

    def _add(self) -> None:
        """Add a view of the first zone of the hall that has none yet, and choose it."""
        hall = str(self.hall.currentData() or "")
        seen = {part.zone for part in self._parts}
        zones = [zone.id for zone in self._desk.show.zones.where("hall", hall) if zone.id not in seen]
        self._parts.append(Part(hall, zone=zones[0] if zones else None))
        self._look(len(self._parts) - 1)
        self._load()
        self._changed()

    def _remove(self) -> None:
        at = self.views.currentRow()
        del self._parts[at]
        self._faults = {(k if k < at else k - 1): fault for k, fault in self._faults.items() if k != at}
        self._look(max(at - 1, 0))
        self._load()
        self._changed()

    def _view_chosen(self, row: int) -> None:
        faulty = row in self._faults
        self._load()
        self._look()
        if faulty:
            self._changed()

    def _load(self) -> None:
        """Show the chosen view in the fields."""
        at = max(self.views.currentRow(), 0)
        part = self._parts[at]
        self._loading = True
        self.hall.setCurrentIndex(max(self.hall.findData(part.hall), 0))
        self._fill_zones()
        zone = FREE if part.box is not None else part.zone
        self.zone.setCurrentIndex(max(self.zone.findData(zone), 0) if zone is not None else 0)
        if part.box is not None:
            self.box.show_box(part.box)
            # What was typed and is none gives way to what was sound before.
            self._faults.pop(at, None)
        self.scale.setCurrentIndex(max(self.scale.findData(part.scale), 0))
        self.title.setText(part.title)
        self._loading = False

    def _look(self, row: int | None = None) -> None:
        """Show the list as it is now, and only the fields that count."""
        at = max(self.views.currentRow(), 0) if row is None else row
        with QSignalBlocker(self.views):
            texts = [f"{number}   {self._told(part)}" for number, part in enumerate(self._parts, 1)]
            if self.views.count() != len(texts):
                self.views.clear()
                self.views.addItems(texts)
            for k, text in enumerate(texts):
                self.views.item(k).setText(text)
            self.views.setCurrentRow(at)
        height = self.views.sizeHintForRow(0) if texts else 0
        self.views.setFixedHeight(height * min(max(len(texts), 2), 5) + GRID)
        self.views.setVisible(self.several)
        self.remove.setVisible(self.several)
        full = _("There is room for {most} views.").format(most=MOST) if len(self._parts) >= MOST else ""
        explain(self.add, full or (_("An atlas has one view a sheet.") if self.atlas else ""))
        if not self.add.toolTip():
            self.add.setToolTip(_("Another view beside it: a zone, a part or another hall, with its own scale"))
        if self._rows is not None:
            self._rows.setRowVisible(self.box, self.zone.currentData() == FREE)
            self._rows.setRowVisible(self.title, self.several)

    def _told(self, part: Part) -> str:
        show = self._desk.show
        hall = show.halls.get(part.hall)
        zone = show.zones.get(part.zone or "")
        what = called(zone) if zone is not None else _("Part of the hall") if part.box is not None else ""
        names = " – ".join(filter(None, (called(hall) if hall is not None else "", what)))
        return part.title or names
