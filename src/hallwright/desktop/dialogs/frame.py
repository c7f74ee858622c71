"""What all dialogs have in common: margins, the message line, buttons that say why they are off, committing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.painter import mixed
from hallwright.editing.change import Change
from hallwright.exchange.measures import typed_length
from hallwright.expo.lengths import told
from hallwright.support.errors import Refused
from hallwright.support.text import one_line

GRID = 8
"""Distances in dialogs are multiples of this many pixels."""
Standard = QDialogButtonBox.StandardButton
Role = QDialogButtonBox.ButtonRole


class Message(QFrame):
    """A line that says what happened or what is wrong; invisible while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alarm = False
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.addWidget(self._label)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return self._label.text()

    def error(self, line: str) -> None:
        """Say what is wrong."""
        self._say(line, alarm=True)

    def refuse(self, refusal: Refused) -> None:
        """Say what was refused; a mend that speaks of the command line's options is left out."""
        self.error((Refused(refusal.what, refusal.where) if "--" in refusal.mend else refusal).line())

    def tell(self, line: str) -> None:
        """Say what happened."""
        self._say(line, alarm=False)

    def clear(self) -> None:
        """Say nothing."""
        self._say("", alarm=False)

    def _say(self, line: str, *, alarm: bool) -> None:
        self._alarm = alarm
        self._label.setText(line)
        self._label.setAccessibleName(line)
        self.setVisible(bool(line))
        self.update()
        if line:
            QAccessible.updateAccessibility(QAccessibleEvent(self._label, QAccessible.Event.Alert))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a tinted panel with a bar at its left, in colours of the palette."""
        palette = self.palette()
        mark = alarm_colour(palette) if self._alarm else palette.color(QPalette.ColorRole.Highlight)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(mark, palette.color(QPalette.ColorRole.Window), 0.14))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setBrush(mark)
        painter.drawRoundedRect(0, 0, 4, self.height(), 2, 2)
        painter.end()


def alarm_colour(palette: QPalette) -> QColor:
    """Return the palette's colour for alarms: its bright text if that is a colour, else plain text."""
    bright = palette.color(QPalette.ColorRole.BrightText)
    return bright if bright.saturation() > 90 else palette.color(QPalette.ColorRole.WindowText)


def soft(text: str = "", *, wrap: bool = True) -> QLabel:
    """Return a label in the palette's softer text colour."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def form() -> QFormLayout:
    """Return a form layout on the grid, labels before their fields."""
    layout = QFormLayout()
    layout.setHorizontalSpacing(2 * GRID)
    layout.setVerticalSpacing(GRID)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    return layout


def set_in(field: QAbstractSpinBox) -> None:
    """Set a number in from its edge, as texts are: the field bears no buttons, arrows and wheel step all the same."""
    field.lineEdit().setTextMargins(6, 0, 0, 0)


def show_length(field: QLineEdit, length: float) -> None:
    """Write a length in mm into a field, in the unit in which the user works."""
    text = told(length, grouped=False)
    field.setText(text)
    field.setProperty("shown", text)
    field.setProperty("mm", round(length))


def read_length(field: QLineEdit) -> int:
    """Return the length in a field in mm; one that nobody edited is exact, though feet are shown to a tenth of an inch.

    Raises:
        ValueError: with a reason for people.
    """
    text = one_line(field.text())
    if text and text == field.property("shown"):
        return int(field.property("mm"))
    return typed_length(text)


def add_row(layout: QFormLayout, label: str, field: QWidget, *, name: str = "") -> None:
    """Add a labelled field; screen readers get the label, or a fuller ``name``, without the mnemonic's mark."""
    layout.addRow(label, field)
    field.setAccessibleName(name or label.replace("&", "").rstrip(":"))


def explain(button: QAbstractButton, reason: str) -> None:
    """Switch a button off with the reason as its tool tip, or on when there is none."""
    button.setEnabled(not reason)
    button.setToolTip(reason)
    button.setAccessibleDescription(reason)


class Frame(QDialog):
    """A dialog with a body, a message line and buttons; Escape closes it.

    Attributes:
        body: layout that takes the dialog's own widgets.
        message: the line for errors and outcomes.
        hint: short text left of the buttons; says why the main button is off.
        buttons: the button box.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        # Each opening makes a new dialog; an old one must not go on listening to the desk.
        self.finished.connect(self.deleteLater)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        outer.setSpacing(2 * GRID)
        self.body = QVBoxLayout()
        self.body.setSpacing(2 * GRID)
        self.message = Message(self)
        self.hint = soft()
        self.buttons = QDialogButtonBox(self)
        self.buttons.rejected.connect(self.reject)
        footer = QHBoxLayout()
        footer.setSpacing(2 * GRID)
        footer.addWidget(self.hint, 1)
        footer.addWidget(self.buttons)
        outer.addLayout(self.body, 1)
        outer.addWidget(self.message)
        outer.addLayout(footer)

    def add_button(self, text: str, role: Role, *, default: bool = False) -> QAbstractButton:
        """Add a button to the box; only the default one answers Enter."""
        button = self.buttons.addButton(text, role)
        button.setAutoDefault(default)
        button.setDefault(default)
        return button

    def require(self, button: QAbstractButton, reason: str) -> None:
        """Switch the main button off with a reason that is shown beside it, too; on when there is none."""
        explain(button, reason)
        self.hint.setText(reason)

    def commit(self, desk: Desk, edit: Callable[[], Change | None], rows: int = 0) -> bool:
        """Commit an edit of about so many rows through the desk; what is refused is said here.

        Returns:
            False if it was refused; True also if there was nothing to change.
        """
        lines: list[str] = []
        desk.refused.connect(lines.append)
        try:
            desk.do(edit, rows=rows)
        finally:
            desk.refused.disconnect(lines.append)
        if lines:
            self.message.error(lines[-1])
        return not lines
