"""Where one left off: window, tabs and tool for all projects, hall, view and layers for each."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings

from hallwright.desktop.layers import Layers
from hallwright.desktop.viewport import FARTHEST, NEAREST, Viewport

if TYPE_CHECKING:
    from hallwright.desktop.window import Window

SWITCHES = ("rulers", "minimap", "snap")
_STATE = 1
"""Raised when bars or docks change so that an older arrangement no longer fits."""


def project_group(name: str) -> str:
    """Return the settings' group of a project: a digest, since a path may hold what a key may not."""
    path = str(Path(name).resolve()) if "://" not in name else name
    return f"projects/{hashlib.sha256(path.encode()).hexdigest()[:16]}"


class Restoring(QObject):
    """Reads the settings when a window opens and writes them when it closes; without settings it does nothing."""

    def __init__(self, window: Window, settings: QSettings | None) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._group = project_group(window.desk.session.name)
        self._view: Viewport | None = None

    def restore(self) -> None:
        """Put the window as it was; the view follows once the canvas has its size."""
        settings, window = self._settings, self._window
        if settings is None:
            return
        for key, put in (("geometry", window.restoreGeometry), ("state", lambda b: window.restoreState(b, _STATE))):
            kept = settings.value(key)
            if isinstance(kept, QByteArray):
                put(kept)
        for name in SWITCHES:
            window.actions_[name].setChecked(self._text(f"window/{name}", "on") == "on")
        window.actions_["feet"].setChecked(self._text("window/feet", "off") == "on")
        for tabs, key in ((window.list_tabs, "window/lists"), (window.side_tabs, "window/side")):
            place = self._text(key, "0")
            if place.isdecimal() and int(place) < tabs.count():
                tabs.setCurrentIndex(int(place))
        tool = self._text("window/tool")
        if tool in {one.name for one in window.tools}:
            window.use(tool)
        window.surroundings.switches.put(Layers.from_text(self._text(f"{self._group}/layers")))
        window.desk.open_hall(self._text(f"{self._group}/hall"))
        self._view = _viewport(self._text(f"{self._group}/view"))
        window.installEventFilter(self)

    def keep(self) -> None:
        """Write how the window stands now."""
        settings, window = self._settings, self._window
        if settings is None:
            return
        settings.setValue("geometry", window.saveGeometry())
        settings.setValue("state", window.saveState(_STATE))
        for name in SWITCHES:
            settings.setValue(f"window/{name}", "on" if window.actions_[name].isChecked() else "off")
        settings.setValue("window/feet", "on" if window.actions_["feet"].isChecked() else "off")
        settings.setValue("window/lists", str(window.list_tabs.currentIndex()))
        settings.setValue("window/side", str(window.side_tabs.currentIndex()))
        tool = window.canvas.hand.tool
        settings.setValue("window/tool", tool.name if tool is not None else "")
        settings.setValue(f"{self._group}/layers", window.surroundings.switches.layers.to_text())
        settings.setValue(f"{self._group}/hall", window.desk.hall)
        canvas = window.canvas
        x, y = canvas.view.to_mm(canvas.width() / 2, canvas.height() / 2)
        settings.setValue(f"{self._group}/view", f"{x:.0f} {y:.0f} {canvas.view.scale!r}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the view back at the first show: the canvas has its size then."""
        if event.type() == QEvent.Type.Show and watched is self._window:
            self._window.removeEventFilter(self)
            if self._view is not None:
                canvas, kept = self._window.canvas, self._view
                left = kept.left - canvas.width() / 2 / kept.scale
                canvas.look(Viewport(kept.scale, left, kept.top - canvas.height() / 2 / kept.scale))
        return super().eventFilter(watched, event)

    def _text(self, key: str, first: str = "") -> str:
        return str(self._settings.value(key, first)) if self._settings is not None else first


def _viewport(text: str) -> Viewport | None:
    """Return a kept view, its left and top being the middle for now; None if the text is none."""
    try:
        x, y, scale = (float(part) for part in text.split())
    except ValueError:
        return None
    return Viewport(scale, x, y) if FARTHEST <= scale <= NEAREST and abs(x) < 1e9 and abs(y) < 1e9 else None
