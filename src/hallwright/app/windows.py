"""The windows of one run of the program: opening, making and changing projects."""

import gc
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from hallwright.app.desktop import new_session, session_of
from hallwright.desktop import style
from hallwright.desktop.languages import SETTING, Speech
from hallwright.desktop.recents import Recents
from hallwright.desktop.window import Window
from hallwright.editing.session import Session
from hallwright.support.errors import Refused
from hallwright.support.i18n import language
from hallwright.support.paths import user_data

if TYPE_CHECKING:
    from hallwright.desktop.dialogs.start import StartWindow

LAST = "last-project"
SAMPLE = "sample.expo"
AT_LEISURE = 400
"""Milliseconds after which a project's window is painted, and what is not needed at once can be loaded."""


class Windows:
    """Keeps one window; another project takes the place of the present one once it is open."""

    def __init__(self, app: QApplication, *, dark: bool | None = None, settings: QSettings | None = None) -> None:
        self._app = app
        self._dark = style.is_dark(app) if dark is None else dark
        self._settings = settings if settings is not None else QSettings()
        self._window: Window | None = None
        self._start: StartWindow | None = None
        self._recents = Recents(self._settings)
        self._speech = Speech(app, str(self._settings.value(SETTING, "")))
        style.apply(app, self._dark)

    @property
    def window(self) -> Window | None:
        """The window that is open."""
        return self._window

    @property
    def start_page(self) -> "StartWindow | None":
        """The start page, while it is shown."""
        return self._start if self._start is not None and self._start.isVisible() else None

    def last_project(self) -> Path | None:
        """Return the project opened last, if it still exists."""
        name = str(self._settings.value(LAST, ""))
        return Path(name) if name and Path(name).is_file() else None

    def go_on(self) -> None:
        """Open the project that was open last, or the start page when there is none."""
        last = self.last_project()
        try:
            if last is not None:
                self.open(last)
        except Refused as refusal:
            self.start(refusal.line())
        else:
            if last is None:
                self.start()

    def start(self, message: str = "") -> None:
        """Show the start page, with what kept the last project from opening."""
        # Late: most starts lead straight to a project.
        from hallwright.desktop.dialogs.start import StartWindow

        if self._start is None:
            self._start = StartWindow(self._recents)
            self._start.open_requested.connect(lambda name: self.open(Path(name)))
            self._start.new_requested.connect(lambda name: self.make(Path(name)))
            self._start.sample_requested.connect(self.open_sample)
        self._start.refresh(message)
        self._start.show()
        self._start.raise_()
        self._start.activateWindow()

    def open(self, path: Path) -> None:
        """Open a project; refused at the start of the program, told in a box later."""
        self._change(lambda: session_of(path), path)

    def make(self, path: Path) -> None:
        """Make an empty project and open it; the file dialog has asked whether an existing file may go."""
        self._change(lambda: new_session(path, force=True), path)

    def open_sample(self) -> None:
        """Open the sample expo, made on first use."""
        path = user_data() / SAMPLE
        self._change(lambda: session_of(path) if path.exists() else new_session(path, sample=True), path)

    def speak(self, code: str) -> None:
        """Speak another language from now on: the window is built anew, with its project, hall, view and selection."""
        before, old = language(), self._window
        self._speech.speak(code)
        if self._start is not None:
            self._start.deleteLater()
            self._start = None
        if old is not None:
            selection = old.desk.selection
            self.open(Path(old.desk.session.name))
            if self._window is old:
                # The project could not be opened again; the window that stays keeps its words.
                self._speech.speak(before)
                return
            assert self._window is not None, "opened just now"
            self._window.desk.select(selection)
        self._settings.setValue(SETTING, code)

    def _change(self, session: Callable[[], Session], path: Path) -> None:
        # A project's rows live as long as its window. Looking for garbage among them would take a tenth of a second
        # of the start, and later stop the plan under the hand for as long.
        gc.unfreeze()
        gc.disable()
        before = self._window
        try:
            self._open(session, path)
        finally:
            gc.freeze()
            gc.enable()
        if before is not None and before is not self._window:
            # Not now: the window that is left may still be telling its listeners what brought us here.
            QTimer.singleShot(AT_LEISURE, _tidy)

    def _open(self, session: Callable[[], Session], path: Path) -> None:
        if self._window is not None:
            # The new window opens as the present one stands.
            self._window.surroundings.keep()
        try:
            window = Window(session(), dark=self._dark, settings=self._settings)
        except Refused as refusal:
            parent = self.start_page or self._window
            if parent is None:
                raise
            QMessageBox.warning(parent, "Hallwright", refusal.line())
            return
        window.open_requested.connect(lambda name: self.open(Path(name)))
        window.new_requested.connect(lambda name: self.make(Path(name)))
        window.start_requested.connect(self.start)
        window.language_requested.connect(self.speak)
        old, self._window = self._window, window
        window.show()
        if old is not None:
            self._dark = old.dark
            window.set_dark(old.dark)
            old.close()
            old.deleteLater()
        if self._start is not None:
            self._start.close()
        # After the old window, which notes its own project when it closes.
        # Opening only reads; what writes is loaded while the user looks at the plan.
        prepare = window.desk.session.store.prepare
        QTimer.singleShot(AT_LEISURE, lambda: Thread(target=prepare, name="prepare", daemon=True).start())
        self._recents.note(path, window.desk.show.event.name, len(window.desk.show.booths))
        self._settings.setValue(LAST, str(path.resolve()))


def _tidy() -> None:
    """Let go of the project that was left: what is frozen is never looked at again and would stay for good."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
