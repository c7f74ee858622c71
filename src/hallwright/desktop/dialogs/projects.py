"""Asking for project files."""

from PySide6.QtWidgets import QFileDialog, QWidget

PROJECTS = "Hallwright projects (*.expo)"


def with_ending(name: str) -> str:
    """Return a file name with the ending of projects."""
    return name if name.lower().endswith(".expo") else f"{name}.expo"


def ask_new(parent: QWidget) -> str:
    """Ask where a new project shall lie; an empty text when nobody wants one."""
    name, _ = QFileDialog.getSaveFileName(parent, "New project", "", PROJECTS)
    return with_ending(name) if name else ""


def ask_open(parent: QWidget) -> str:
    """Ask which project to open; an empty text for none."""
    name, _ = QFileDialog.getOpenFileName(parent, "Open project", "", PROJECTS)
    return name
