"""How many staff badges an exhibitor may have: so many for each, one more for so many square metres."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from hallwright.desktop.dialogs.frame import GRID
from hallwright.exchange.measures import area
from hallwright.expo.event import Event
from hallwright.support.i18n import _
from hallwright.support.numbers import as_typed, in_square_metres

_USUAL = 9_000_000


class QuotaFields(QWidget):
    """A box that switches the quota, and its two numbers."""

    changed = Signal()

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.on = QCheckBox(_("&Quota"))
        self.on.setToolTip(_("Staff badges of an exhibitor; whoever has more is told in Issues"))
        self.on.setChecked(event.badge_area > 0)
        self.first = QLineEdit(str(event.badges_first))
        self.first.setValidator(QIntValidator(0, 999, self))
        self.area = QLineEdit(f"{in_square_metres(event.badge_area or _USUAL)} m²")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.on)
        em = self.fontMetrics().horizontalAdvance("m")
        for field, wide, name, after in (
            (self.first, 4, _("Badges for every exhibitor"), _("for each exhibitor, and one for every")),
            (self.area, 7, _("Area of a booth for each badge more"), ""),
        ):
            field.setAccessibleName(name)
            field.setFixedWidth(em * wide)
            field.setEnabled(self.on.isChecked())
            field.textChanged.connect(self.changed)
            self.on.toggled.connect(field.setEnabled)
            layout.addWidget(field)
            if after:
                layout.addWidget(QLabel(after))
        layout.addStretch(1)
        self.on.toggled.connect(self.changed)

    def values(self) -> dict[str, int]:
        """Return the fields of Event.

        Raises:
            ValueError: with a reason for people.
        """
        if not self.on.isChecked():
            return {"badges_first": 0, "badge_area": 0}
        if not self.first.hasAcceptableInput():
            raise ValueError(_("Say how many badges every exhibitor has."))
        try:
            size = area(as_typed(self.area.text()))
        except ValueError as error:
            raise ValueError(_("The area for each badge more: {error}.").format(error=error)) from None
        if size <= 0:
            raise ValueError(_("The area for each badge more must be greater than nothing."))
        return {"badges_first": int(self.first.text()), "badge_area": size}
