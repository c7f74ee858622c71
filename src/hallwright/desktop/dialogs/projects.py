"""Asking for project files."""

from PySide6.QtWidgets import QFileDialog, QWidget

from hallwright.support.i18n import N_, _

PROJECTS = N_("Hallwright projects (*.expo)")


def with_ending(name: str) -> str:
    """Return a file name with the ending of projects."""
    return name if name.lower().endswith(".expo") else f"{name}.expo"


def ask_new(parent: QWidget) -> str:
    """Ask where a new project shall lie; an empty text when nobody wants one."""
    name, _pattern = QFileDialog.getSaveFileName(parent, _("New project"), "", _(PROJECTS))
    return with_ending(name) if name else ""


def ask_open(parent: QWidget) -> str:
    """Ask which project to open; an empty text for none."""
    name, _pattern = QFileDialog.getOpenFileName(parent, _("Open project"), "", _(PROJECTS))
    return name
