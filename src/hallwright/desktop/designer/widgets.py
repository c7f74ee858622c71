"""The small fields of the designer: lengths in mm, sizes in pt, colours, choices, roles."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QColorDialog,
    QComboBox,
    QDoubleSpinBox,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from hallwright.desktop.dialogs.frame import set_in
from hallwright.desktop.icons import icon as drawn
from hallwright.desktop.style import colours
from hallwright.drawing.theme import ROLE_FILLS, Theme, paper
from hallwright.expo.design import MICRONS
from hallwright.expo.people import Role
from hallwright.expo.terms import term
from hallwright.support.i18n import N_, _

COLOURS = (
    ("ink", N_("Black")),
    ("soft", N_("Grey")),
    ("pale", N_("Light grey")),
    ("white", N_("White")),
    ("role", N_("Colour of the role")),
    ("role.deep", N_("Colour of the role, deeper")),
)
_OTHER = "?"
_SWATCH = 14
_LEFT = "text-align: left;"


def role_text(role: Role) -> str:
    """Return a role as it is listed."""
    return "VIP" if role is Role.VIP else term(role).capitalize()


class Length(QDoubleSpinBox):
    """A length in millimetres, kept in whole micrometres; tells when another was typed."""

    changed = Signal(int)

    def __init__(self, least: float = -500.0, most: float = 500.0) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setDecimals(2)
        set_in(self)
        self.setSingleStep(0.5)
        self.setSuffix(" mm")
        self.setKeyboardTracking(False)
        self.setMinimumWidth(80)
        self.valueChanged.connect(lambda value: self.changed.emit(round(value * MICRONS)))

    def put(self, microns: int) -> None:
        """Show a length without telling."""
        with QSignalBlocker(self):
            self.setValue(microns / MICRONS)


class Points(QDoubleSpinBox):
    """A size of type in points."""

    changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setRange(4.0, 200.0)
        self.setDecimals(1)
        set_in(self)
        self.setSingleStep(0.5)
        self.setSuffix(" pt")
        self.setKeyboardTracking(False)
        self.valueChanged.connect(lambda value: self.changed.emit(round(value, 1)))

    def put(self, size: float) -> None:
        """Show a size without telling."""
        with QSignalBlocker(self):
            self.setValue(size)


class Choice(QComboBox):
    """One of some values; tells when another was chosen by hand."""

    picked = Signal(object)

    def __init__(self, options: Sequence[tuple[str, object]] = ()) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.offer(options)
        self.activated.connect(lambda _row: self.picked.emit(self.currentData()))

    def offer(self, options: Sequence[tuple[str, object]]) -> None:
        """Offer other values."""
        with QSignalBlocker(self):
            self.clear()
            for text, value in options:
                self.addItem(text, value)

    def put(self, value: object) -> None:
        """Show a value without telling."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(value))


class ColourChoice(QComboBox):
    """A colour of the design: by name, of the role, or any other."""

    picked = Signal(str)

    def __init__(self, *, none: str = "") -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self._none = none
        self._colour = ""
        self.put("")
        self.activated.connect(self._choose)

    def put(self, colour: str) -> None:
        """Show a colour without telling."""
        self._colour = colour
        with QSignalBlocker(self):
            self.clear()
            if self._none:
                self.addItem(self._none, "")
            for name, text in COLOURS:
                self.addItem(_swatch(name), _(text), name)
            if colour.startswith("#"):
                self.addItem(_swatch(colour), colour, colour)
            self.addItem(_("Another…"), _OTHER)
            self.setCurrentIndex(max(self.findData(colour), 0))

    def _choose(self, _row: int) -> None:
        colour = str(self.currentData() or "")
        if colour == _OTHER:
            before = QColor(_rgb(self._colour))
            chosen = QColorDialog.getColor(before, self, _("Colour"))
            if not chosen.isValid():
                self.put(self._colour)
                return
            colour = chosen.name()
        if colour != self._colour:
            self.put(colour)
            self.picked.emit(colour)


class RolesButton(QPushButton):
    """Some of the roles; none is all."""

    picked = Signal(tuple)

    def __init__(self, all_text: str) -> None:
        super().__init__()
        self._all = all_text
        self._roles: tuple[str, ...] = ()
        self.setAutoDefault(False)
        self.setStyleSheet(_LEFT)
        menu = QMenu(self)
        self._actions = {}
        for role in Role:
            action = menu.addAction(_swatch("role", role), role_text(role))
            action.setCheckable(True)
            action.triggered.connect(self._choose)
            self._actions[str(role)] = action
        self.setMenu(menu)
        self.put(())

    def put(self, roles: Sequence[str]) -> None:
        """Show roles without telling."""
        self._roles = tuple(roles)
        for role, action in self._actions.items():
            action.setChecked(role in roles)
        names = [role_text(role) for role in Role if role in roles]
        self.setText(", ".join(names) if names else self._all)

    def _choose(self) -> None:
        roles = tuple(role for role, action in self._actions.items() if action.isChecked())
        self.put(roles)
        self.picked.emit(roles)


def tool(text: str, run: Callable[[], object] | None, icon: str = "") -> QAbstractButton:
    """Return a button that says its text to screen readers, too; with an icon it shows that alone."""
    button: QAbstractButton
    if icon:
        button = QToolButton()
        dark = button.palette().color(QPalette.ColorRole.Window).lightness() < 128
        button.setIcon(drawn(icon, colours(dark)))
    else:
        pushed = QPushButton(text)
        pushed.setAutoDefault(False)
        button = pushed
    button.setAccessibleName(text)
    button.setToolTip(text)
    if run is not None:
        # Not the signal's own argument: what is run takes none.
        button.clicked.connect(lambda _checked=False: run())
    return button


def menu_button(text: str, menu: QMenu, *, wide: bool = False) -> QPushButton:
    """Return a button that opens a menu; a wide one shows a value and fills its place."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setAccessibleName(text)
    button.setMenu(menu)
    if wide:
        button.setStyleSheet(_LEFT)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return button


def _rgb(colour: str, role: Role = Role.EXHIBITOR, theme: Theme | None = None) -> str:
    if colour.startswith("#"):
        return colour
    if colour == "role":
        return ROLE_FILLS[role].rgb
    names = {"ink": "text", "soft": "text.soft", "pale": "badge.pale", "white": "text.inverse"}
    style = (theme or paper()).style(names.get(colour, f"badge.{role}.deep"))
    return style.fill.rgb if style.fill else "#000000"


def _swatch(colour: str, role: Role = Role.EXHIBITOR) -> QIcon:
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(QColor("#8a919c"))
    inner = QPixmap(_SWATCH - 2, _SWATCH - 2)
    inner.fill(QColor(_rgb(colour, role)))
    painter = QPainter(pixmap)
    painter.drawPixmap(1, 1, inner)
    painter.end()
    return QIcon(pixmap)
