"""Wires the window: application, fonts, style, project, session."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hallwright.support.errors import Refused

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from hallwright.editing.session import Session


def run(argv: Sequence[str]) -> int:
    """Open the window; returns the exit status.

    Args:
        argv: ``[PROJECT] [--sample] [--offscreen FOLDER] [--dark]``.
    """
    parser = argparse.ArgumentParser(prog="hallwright", description="Open the floor-plan editor.")
    parser.add_argument("project", nargs="?", help="a project, e.g. demo.expo; without one the last, or the start page")
    parser.add_argument("--sample", action="store_true", help="open the sample expo, made on first use")
    parser.add_argument("--offscreen", metavar="FOLDER", help="write pictures of editor, plan and badges, and end")
    parser.add_argument("--dark", action="store_true", default=None, help="dark window")
    options = parser.parse_args(argv)
    try:
        if options.offscreen:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            from hallwright.app.offscreen import render

            return render(Path(options.offscreen), options.project, dark=bool(options.dark))
        return _window(options.project, sample=options.sample, dark=options.dark)
    except Refused as refusal:
        print(f"hallwright: {refusal.line()}", file=sys.stderr)
        return 2


def session_of(path: Path) -> "Session":
    """Open a project."""
    from hallwright.editing.session import Session
    from hallwright.store.project import open_project

    return Session(open_project(path))


def new_session(path: Path, *, sample: bool = False, force: bool = False) -> "Session":
    """Make a project, empty or with the sample expo, and open it."""
    from hallwright.editing.session import Session
    from hallwright.store.project import create

    change = None
    if sample:
        from hallwright.editing.sample import build

        change = build()
    return Session(create(path, change, force=force))


def application() -> "QApplication":
    """Return the application with the bundled fonts."""
    # Before Qt, which reads the source of each module that is imported after it.
    import numpy  # noqa: F401, ICN001
    from PySide6.QtWidgets import QApplication

    from hallwright.desktop import style

    made = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(made, QApplication), "a window needs an application with widgets"
    made.setApplicationName("Hallwright")
    made.setOrganizationName("Hallwright")
    made.setDesktopFileName("hallwright")
    style.load_fonts(made)
    return made


def _window(project: str | None, *, sample: bool, dark: bool | None) -> int:
    # What the start makes stays; the garbage collector begins its work once the window is open.
    gc.disable()
    app = application()
    from hallwright.app.windows import Windows

    windows = Windows(app, dark=dark)
    if project:
        windows.open(Path(project))
    elif sample:
        windows.open_sample()
    else:
        windows.go_on()
    return app.exec()
