"""Cells copied in a spreadsheet, pasted as booths, exhibitors or people."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QCursor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from hallwright.desktop.actions import ActionSpec
from hallwright.support.i18n import N_, _

if TYPE_CHECKING:
    from hallwright.desktop.window import Window

NO_CELLS = N_("There are no cells on the clipboard: copy rows with their headings in a spreadsheet first.")


def is_table(text: str) -> bool:
    """Say whether a text may be copied cells: headings and at least one row."""
    return len([line for line in text.splitlines() if line.strip()]) > 1


class Pasting(QObject):
    """Takes cells from the clipboard on the way that files take."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        return [ActionSpec("paste-cells", "&File/&Import", _("Paste &cells…"), self.ask, separate=False)]

    def furnish(self) -> None:
        """Let the lists take cells with the system's key for pasting."""
        lists = self._window.lists
        self._tables = {lists.exhibitors.table: "exhibitors", lists.booths.table: "booths"}
        for table in self._tables:
            table.installEventFilter(self)

    def ask(self) -> None:
        """Ask what the cells are, then paste them."""
        menu = QMenu(self._window)
        for what, text in (
            ("booths", _("Paste as booths")),
            ("exhibitors", _("Paste as exhibitors")),
            ("people", _("Paste as people")),
        ):
            menu.addAction(text, partial(self.paste, what))
        menu.exec(QCursor.pos())

    def paste(self, what: str) -> None:
        """Show what the cells on the clipboard would change, as the import of a file does."""
        text = QApplication.clipboard().text()
        if not is_table(text):
            self._window.desk.refused.emit(_(NO_CELLS))
            return
        # The import reads in a process of its own, which is given a file.
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "Pasted cells.tsv"
            path.write_text(text, encoding="utf-8-sig", newline="\n")
            self._window.commands.import_(what, path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paste into a list; the key is kept from the window, where it pastes booths."""
        what = next((what for table, what in self._tables.items() if table is watched), None)
        if what is not None and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.paste(what)
                return True
        return super().eventFilter(watched, event)
