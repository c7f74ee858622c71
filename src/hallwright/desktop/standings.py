"""What follows from how a booth stands: its type by geometry, frontage, height limit, price class, and its supplies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.rows import drops_text
from hallwright.editing.typing_booths import standing
from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.expo.supplies import supplied
from hallwright.rules.profile import profile_of
from hallwright.support.i18n import _
from hallwright.support.numbers import written


class Standings(QWidget):
    """Shown under a booth's type; offers the type by geometry again where it was set by hand."""

    released = Signal()
    """The open sides shall follow the plan again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._text = QLabel(wordWrap=True)
        self._text.setProperty("soft", "true")
        self._release = QPushButton(_("Type by geometry"))
        self._release.setToolTip(_("Let the open sides follow what adjoins the booth, not what was set by hand"))
        self._release.clicked.connect(self.released)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        layout.addWidget(self._release)

    def show_booths(self, rows: list[Booth]) -> None:
        """Show what the plan says of one booth, or how many of several were typed by hand."""
        fixed = [row for row in rows if row.sides_fixed]
        text = self._of_one(rows[0]) if len(rows) == 1 else ""
        if len(rows) > 1 and fixed:
            text = _("Set by hand: {count} of {all}").format(count=len(fixed), all=len(rows))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._release.setVisible(bool(fixed))
        self.setVisible(bool(text or fixed))

    def _of_one(self, row: Booth) -> str:
        show = self._desk.show
        found = standing(show, row.id)
        if found is None:
            return ""
        profile = profile_of(show)
        kind = _(found.kind.replace("-", " ").capitalize())
        lines = [_("{kind} (set by hand)").format(kind=kind) if row.sides_fixed else kind]
        lines[0] += _(", ") + _("{length} frontage").format(length=told(found.frontage))
        height, price = profile.heights.get(found.kind), profile.prices.get(found.kind)
        if height is not None:
            lines.append(_("Up to {height} high").format(height=told(height.value)))
        if price is not None:
            lines.append(
                _("Price class {name}, {surcharge:+g} %").format(name=price.name, surcharge=written(price.surcharge))
                if price.surcharge
                else _("Price class {name}").format(name=price.name)
            )
        return "\n".join(lines)


def supplies_text(show: Show, booth: Booth) -> str:
    """Return the drops in a booth as ``Supplies: 2 × power, water``, or an empty text."""
    text = drops_text(supplied(show, [booth]).get(booth.id, ()))
    return _("Supplies: {list}").format(list=text) if text else ""
