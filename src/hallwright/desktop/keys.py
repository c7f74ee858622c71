"""What the canvas calls keys and cursors when it speaks with the tools."""

from PySide6.QtCore import Qt

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
