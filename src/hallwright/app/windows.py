"""The windows of one run of the program: opening, making and changing projects."""

import gc
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMessageBox

from hallwright.app.desktop import new_session, session_of
from hallwright.desktop import style
from hallwright.desktop.window import Window
from hallwright.editing.session import Session
from hallwright.support.errors import Refused

LAST = "last-project"


class Windows:
    """Keeps one window; another project takes the place of the present one once it is open."""

    def __init__(self, app: QApplication, *, dark: bool | None = None, settings: QSettings | None = None) -> None:
        self._app = app
        self._dark = style.is_dark(app) if dark is None else dark
        self._settings = settings if settings is not None else QSettings()
        self._window: Window | None = None
        style.apply(app, self._dark)

    @property
    def window(self) -> Window | None:
        """The window that is open."""
        return self._window

    def last_project(self) -> Path | None:
        """Return the project opened last, if it still exists."""
        name = str(self._settings.value(LAST, ""))
        return Path(name) if name and Path(name).is_file() else None

    def open(self, path: Path) -> None:
        """Open a project; refused at the start of the program, told in a box later."""
        self._change(lambda: session_of(path), path)

    def make(self, path: Path) -> None:
        """Make an empty project and open it; the file dialog has asked whether an existing file may go."""
        self._change(lambda: new_session(path, force=True), path)

    def open_sample(self, path: Path) -> None:
        """Open the sample expo, made on first use."""
        self._change(lambda: session_of(path) if path.exists() else new_session(path, sample=True), path)

    def _change(self, session: Callable[[], Session], path: Path) -> None:
        # A project's rows live as long as its window. Looking for garbage among them would take a tenth of a second
        # of the start, and later stop the plan under the hand for as long.
        gc.unfreeze()
        gc.disable()
        try:
            self._open(session, path)
        finally:
            gc.freeze()
            gc.enable()

    def _open(self, session: Callable[[], Session], path: Path) -> None:
        try:
            window = Window(session(), dark=self._dark, settings=self._settings)
        except Refused as refusal:
            if self._window is None:
                raise
            QMessageBox.warning(self._window, "Hallwright", refusal.line())
            return
        window.open_requested.connect(lambda name: self.open(Path(name)))
        window.new_requested.connect(lambda name: self.make(Path(name)))
        old, self._window = self._window, window
        window.show()
        if old is not None:
            self._dark = old.dark
            window.set_dark(old.dark)
            old.close()
            old.deleteLater()
        self._settings.setValue(LAST, str(path.resolve()))
