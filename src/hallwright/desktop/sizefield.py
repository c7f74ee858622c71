"""Width and depth of one rectangular booth, typed in place."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from hallwright.desktop.desk import Desk
from hallwright.editing.shaping import resize
from hallwright.exchange.measures import typed_length
from hallwright.expo.lengths import length_text
from hallwright.expo.space import Booth
from hallwright.geometry.shapes import frame_of
from hallwright.geometry.units import Unit
from hallwright.support.i18n import _
from hallwright.support.numbers import in_metres


class SizeField(QWidget):
    """Two lengths; a bare number is metres, any unit may be named. The top left corner stays where it is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Booth | None = None
        self.width_m, self.depth_m = QLineEdit(), QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.width_m, 1)
        row.addWidget(QLabel("×"))
        row.addWidget(self.depth_m, 1)
        self._metres = QLabel("m")
        row.addWidget(self._metres)
        self._unit = Unit.M
        self._name()
        for field in (self.width_m, self.depth_m):
            field.setToolTip(
                _("A length such as 3 m, 300 cm or 10 ft; without a unit, in that in which lengths are shown")
            )
            field.editingFinished.connect(self._resize)

    def use_unit(self, unit: Unit) -> None:
        """Show sizes in metres, or in feet and inches."""
        self._unit = unit
        self._name()
        if self._shown is not None:
            self.show_booths([self._shown])

    def _name(self) -> None:
        feet = self._unit is Unit.FT
        self._metres.setVisible(not feet)
        self.width_m.setAccessibleName(_("Width in feet") if feet else _("Width in metres"))
        self.depth_m.setAccessibleName(_("Depth in feet") if feet else _("Depth in metres"))

    def _text(self, side: float) -> str:
        feet = self._unit is Unit.FT
        return length_text(round(side), Unit.FT, grouped=False) if feet else in_metres(round(side), grouped=False)

    def show_booths(self, rows: list[Booth]) -> bool:
        """Show the size of one rectangular booth; False if these are something else."""
        one = rows[0] if len(rows) == 1 and not rows[0].draft else None
        frame = frame_of(one.outline) if one is not None else None
        self._shown = one if frame is not None and frame.square else None
        if self._shown is None or frame is None:
            return False
        for field, side in ((self.width_m, frame.width), (self.depth_m, frame.depth)):
            text = self._text(side)
            if field.text() != text:
                with QSignalBlocker(field):
                    field.setText(text)
        return True

    def _resize(self) -> None:
        row = self._shown
        if row is None:
            return
        frame = frame_of(row.outline)
        typed: list[int | None] = []
        for field, side in ((self.width_m, frame.width), (self.depth_m, frame.depth)):
            if field.text().strip() == self._text(side):
                typed.append(None)
                continue
            try:
                typed.append(typed_length(field.text()))
            except ValueError as error:
                self._desk.refused.emit(f"'{field.text().strip()}': {_(str(error))}.")
                self.show_booths([row])
                return
        width, depth = typed
        if not self._desk.do(lambda: resize(self._desk.show, [row.id], width, depth)):
            self.show_booths([row])
