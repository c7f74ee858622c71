"""What the canvas calls keys and cursors when it speaks with the tools."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

KEYS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Backspace: "backspace",
}
CURSORS = {"arrow": Qt.CursorShape.ArrowCursor, "cross": Qt.CursorShape.CrossCursor}
PAN_STEPS = {"left": (80, 0), "right": (-80, 0), "up": (0, 80), "down": (0, -80)}
"""Pixels by which an arrow key shifts the plan when the tool does not want it."""
_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def typed(event: QKeyEvent) -> str:
    """Return the character, or the tab, that a key writes; an empty text for any other key."""
    if event.modifiers() & _CONTROL:
        return ""
    text = event.text()
    return text if text == "\t" or text.isprintable() else ""
