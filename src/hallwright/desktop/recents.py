"""Projects opened before: kept in the settings, shown in the menu and on the start page."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu, QWidget

from hallwright.support.i18n import _

KEY, MOST = "recents", 12


@dataclass(frozen=True, slots=True)
class Recent:
    """A project opened before.

    Attributes:
        name: of the event when it was last open, or of the file.
        opened: local time with offset.
        booths: their number when it was last open.
    """

    path: Path
    name: str
    opened: datetime
    booths: int

    @property
    def exists(self) -> bool:
        """Whether the file is still where it was."""
        return self.path.is_file()


class Recents:
    """The list, newest first; without settings it is empty and stays so."""

    def __init__(self, settings: QSettings | None) -> None:
        self._settings = settings

    def all(self) -> list[Recent]:
        """Return the projects, the one opened last first; what cannot be read is left out."""
        text = str(self._settings.value(KEY, "")) if self._settings is not None else ""
        try:
            return [
                Recent(Path(row["path"]), row["name"], datetime.fromisoformat(row["opened"]), int(row["booths"]))
                for row in json.loads(text or "[]")
            ]
        except (ValueError, KeyError, TypeError):
            return []

    def note(self, path: Path, name: str, booths: int) -> None:
        """Put a project on top, as it is now."""
        path = path.resolve()
        now = Recent(path, name or path.stem, datetime.now().astimezone(), booths)
        self._keep([now, *(recent for recent in self.all() if recent.path != path)])

    def forget(self, path: Path) -> None:
        """Take a project off the list; the file stays."""
        self._keep([recent for recent in self.all() if recent.path != path])

    def clear(self) -> None:
        """Empty the list."""
        self._keep([])

    def _keep(self, rows: list[Recent]) -> None:
        if self._settings is not None:
            plain = [
                {"path": str(r.path), "name": r.name, "opened": r.opened.isoformat(), "booths": r.booths}
                for r in rows[:MOST]
            ]
            self._settings.setValue(KEY, json.dumps(plain))


class RecentMenu(QMenu):
    """Open recent: filled each time it opens, since another window may have changed the list."""

    def __init__(self, recents: Recents, open_: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(_("Open &recent"), parent)
        self._recents = recents
        self._open = open_
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the projects; those that are gone are grey."""
        self.clear()
        rows = self._recents.all()
        for recent in rows:
            label = f"{recent.name}   {recent.path.name}" if recent.name != recent.path.stem else recent.path.name
            action = self.addAction(label.replace("&", "&&"), partial(self._open, str(recent.path)))
            action.setEnabled(recent.exists)
            action.setStatusTip(str(recent.path))
        if rows:
            self.addSeparator()
        self.addAction(_("&Clear list"), self._recents.clear).setEnabled(bool(rows))
