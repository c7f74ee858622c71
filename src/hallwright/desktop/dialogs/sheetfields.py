"""The fields of the badge dialog that put several badges on a sheet."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from hallwright.desktop.dialogs.frame import GRID, add_row, set_in
from hallwright.desktop.dialogs.printframe import drop_down
from hallwright.drawing.badge import HEIGHT, WIDTH
from hallwright.drawing.badgesheets import SINGLE, STOCKS
from hallwright.drawing.imposing import Printing, Turn
from hallwright.printing.badges import Imposition, Order
from hallwright.support.errors import Refused
from hallwright.support.i18n import ENGLISH, N_, _, language

_FAR = 50.0
_ORDERS = (
    (Order.HANDED_OUT, N_("As handed out: role, group, company")),
    (Order.NAME, N_("Name")),
    (Order.COMPANY, N_("Company")),
    (Order.ZONE, N_("Zone of the booth")),
)
_SIDES = (
    ("", N_("Fronts only")),
    (Turn.LONG, N_("Both sides, turned about the long edge")),
    (Turn.SHORT, N_("Both sides, turned about the short edge")),
)


class SheetFields:
    """Order of the badges, sheet, first free place, backs, and how far the printer is off.

    Args:
        changed: called when another answer is given.

    Attributes:
        size: width and height of the badges, mm.
    """

    def __init__(self, changed: Callable[[], object]) -> None:
        self._changed = changed
        self.size = WIDTH, HEIGHT
        self.order = drop_down([(_(text), str(order)) for order, text in _ORDERS], changed)
        self.sheet = drop_down([(_("One badge a page"), SINGLE), *_titles()], self._choose)
        self.sheet.setToolTip(_("Several badges on a sheet to be cut, or on label stock"))
        self.start = QSpinBox(minimum=1)
        set_in(self.start)
        self.start.setToolTip(_("Where a sheet is partly used up, the first place that is free, row by row"))
        self.sides = drop_down([(_(text), str(turn)) for turn, text in _SIDES], self._choose)
        self.stack = QCheckBox(_("In order once the sheets are cut in a pile"))
        self.stack.setToolTip(_("The pile of the first place bears the first badges, that of the second the next ones"))
        self.offset, self._front = _pair(_("Offset of fronts"), changed)
        self.back_offset, self._back = _pair(_("Offset of backs"), changed)
        self.start.valueChanged.connect(changed)
        self.stack.toggled.connect(changed)
        self._look()

    def add_to(self, fields: QFormLayout) -> None:
        """Add the rows to a form."""
        add_row(fields, _("&Order"), self.order)
        add_row(fields, _("S&heet"), self.sheet)
        add_row(fields, _("&First place"), self.start)
        add_row(fields, _("Si&des"), self.sides)
        add_row(fields, _("Off&set, mm"), self.offset)
        add_row(fields, _("&Backs' offset"), self.back_offset)
        fields.addRow("", self.stack)

    def chosen_order(self) -> Order:
        """Return the order of the badges."""
        return Order(str(self.order.currentData()))

    def imposition(self) -> Imposition | None:
        """Return how badges lie on sheets, or None for one a page."""
        name = str(self.sheet.currentData())
        if name == SINGLE:
            return None
        turn = str(self.sides.currentData())
        front, back = (tuple(box.value() for box in boxes) for boxes in (self._front, self._back))
        printing = Printing(
            self.start.value() - 1, Turn(turn) if turn else None, (front[0], front[1]), (back[0], back[1])
        )
        return Imposition(name, printing, self.stack.isChecked())

    def use_size(self, wide: float, high: float) -> None:
        """Take the size of the badges, mm."""
        if (wide, high) != self.size:
            self.size = wide, high
            self._look()

    def _choose(self) -> None:
        self._look()
        self._changed()

    def _look(self) -> None:
        """Offer what the sheet has."""
        on_sheet = self.sheet.currentData() != SINGLE
        for field in (self.start, self.sides, self.stack, self.offset):
            field.setEnabled(on_sheet)
        self.back_offset.setEnabled(on_sheet and bool(self.sides.currentData()))
        if on_sheet:
            try:
                places = len(STOCKS.load(str(self.sheet.currentData())).sheet(*self.size).cells)
            except Refused:
                # Composing the pages says why.
                return
            self.start.setMaximum(places)


def _titles() -> list[tuple[str, object]]:
    """Return the sheets by title; one that is not sound is listed by its file's name and says why."""
    found: list[tuple[str, object]] = []
    for name in STOCKS.names():
        try:
            stock = STOCKS.load(name)
            title = stock.title if language() == ENGLISH else stock.title_native
        except Refused as refusal:
            title = f"{name}: {refusal.what}"
        found.append((title, name))
    return found


def _pair(name: str, changed: Callable[[], object]) -> tuple[QWidget, tuple[QDoubleSpinBox, QDoubleSpinBox]]:
    """Return two numbers of mm beside each other: to the right, and down."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    boxes = QDoubleSpinBox(), QDoubleSpinBox()
    for box, sign, way in zip(boxes, ("→", "↓"), (_("to the right"), _("down")), strict=True):
        box.setRange(-_FAR, _FAR)
        box.setDecimals(1)
        set_in(box)
        box.setSingleStep(0.1)
        box.setAccessibleName(_("{name}, {way}").format(name=name, way=way))
        box.setToolTip(_("mm by which the printer prints too far; the alignment test shows it"))
        box.valueChanged.connect(changed)
        label = QLabel(sign)
        label.setBuddy(box)
        row.addWidget(label)
        row.addWidget(box, 1)
    holder.setFocusProxy(boxes[0])
    return holder, boxes
