"""The hall in figures, shown while nothing is selected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from hallwright.desktop.desk import Desk
from hallwright.expo.figures import Figures, figures
from hallwright.expo.lengths import told_area, told_size
from hallwright.expo.show import Table
from hallwright.expo.space import Booth, Fixture, Hall
from hallwright.geometry.outline import bounds
from hallwright.support.i18n import _
from hallwright.support.numbers import written


class Overview(QWidget):
    """Event, hall, gross and net area, utilisation and what is sold."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._counted: tuple[Table[Booth], Table[Fixture], Hall, Figures] | None = None
        self._event = QLabel(wordWrap=True)
        self._event.setProperty("heading", "true")
        self._native = QLabel(wordWrap=True)
        self._native.setProperty("soft", "true")
        self._hall = QLabel(wordWrap=True)
        self._figures = QWidget()
        self._grid = QGridLayout(self._figures)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        rule = QFrame()
        rule.setProperty("rule", "true")
        self._hint = QLabel(_("Select a booth to see and change it."), wordWrap=True)
        self._hint.setProperty("soft", "true")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._event)
        layout.addWidget(self._native)
        layout.addSpacing(8)
        layout.addWidget(rule)
        layout.addSpacing(8)
        layout.addWidget(self._hall)
        layout.addWidget(self._figures)
        layout.addStretch(1)
        layout.addWidget(self._hint)
        self._values: dict[str, QLabel] = {}

    def refresh(self) -> None:
        """Count again."""
        show = self._desk.show
        event = show.event
        self._event.setText(event.name or _("Unnamed event"))
        self._native.setText(event.name_native)
        self._native.setVisible(bool(event.name_native))
        hall = show.halls.get(self._desk.hall)
        self._figures.setVisible(hall is not None)
        self._hint.setVisible(hall is not None)
        if hall is None:
            self._hall.setText(_("There is no hall yet: draw one with Tools > Draw a hall, or import booths."))
            return
        box = bounds(hall.outline)
        names = "  ".join(name for name in (hall.name, hall.name_native) if name)
        self._hall.setText(f"{names}\n{told_size(box.width, box.height)}")
        seen = show.booths, show.fixtures, hall
        if self._counted is None or any(a is not b for a, b in zip(seen, self._counted[:3], strict=True)):
            self._counted = *seen, figures(show, hall.id)
        count = self._counted[3]
        self._set(_("Gross area"), told_area(count.gross, 0))
        self._set(_("Net area"), told_area(count.net, 0))
        self._set(_("Utilisation (net / gross)"), f"{count.utilisation:.1%}")
        self._set(_("Let"), told_area(count.sold, 0))
        self._set(_("Booths"), f"{written(count.booths):,}")
        self._set(_("Drafts"), f"{written(count.drafts):,}")

    def _set(self, name: str, value: str) -> None:
        if name not in self._values:
            label, field = QLabel(name), QLabel()
            label.setProperty("soft", "true")
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            row = len(self._values)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)
            self._values[name] = field
        self._values[name].setText(value)
