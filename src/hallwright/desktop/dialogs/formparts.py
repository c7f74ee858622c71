"""Parts of which long forms are made: choices, pairs of fields in one row, and scrolling where the screen is low."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QWidget

from hallwright.desktop.dialogs.frame import GRID


def choice(texts: Sequence[str]) -> QComboBox:
    """Return a box to choose one of some texts."""
    box = QComboBox()
    box.addItems(list(texts))
    return box


def scrolled(fields: QFormLayout) -> QScrollArea:
    """Return fields that are scrolled where the screen is too low for all of them."""
    panel, area = QWidget(), QScrollArea()
    panel.setLayout(fields)
    area.setWidget(panel)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    # Tab goes from field to field, and what it comes to is scrolled into sight.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    bar = area.verticalScrollBar()
    area.setFixedWidth(panel.sizeHint().width() + bar.sizeHint().width() + GRID)
    fields.setContentsMargins(0, 0, GRID, 0)
    return area


def index_of(choices: Sequence[tuple[object, str]], wanted: object) -> int:
    """Return the place of a value among choices."""
    return [value for value, _text in choices].index(wanted)


def pair(fields: QFormLayout, label: str, one: QWidget, two: QLineEdit, name: str, other: str, sign: str = "×") -> None:
    """Add two short fields in one row."""
    row = QHBoxLayout()
    row.setSpacing(GRID)
    row.addWidget(one)
    row.addWidget(QLabel(sign))
    row.addWidget(two)
    one.setAccessibleName(name)
    two.setAccessibleName(other)
    caption = QLabel(label)
    caption.setBuddy(one)
    fields.addRow(caption, row)
