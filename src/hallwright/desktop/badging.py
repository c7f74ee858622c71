"""Badges: the window's actions for desk, gate, key and revocation list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox

from hallwright.desktop.actions import ActionSpec
from hallwright.editing.session import RECORDS
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _, counted

if TYPE_CHECKING:
    from hallwright.desktop.window import Window


class Badging:
    """Opens the dialogs; desk and gate stay open beside the plan."""

    def __init__(self, window: Window, settings: QSettings | None) -> None:
        self._window, self._settings = window, settings
        self._desk = window.desk
        self._desk.undo_guard = self.may_undo

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        spec, badges = ActionSpec, N_("Ba&dges")
        return [
            spec("people", badges, N_("&People…"), self.people, "users", ("Ctrl+Alt+P",)),
            spec("badge-desk", badges, N_("Badge &desk…"), self.desk, "id-card-lanyard", ("Ctrl+Alt+B",)),
            spec("check-in", badges, N_("&Check-in…"), self.check_in, "qr-code", ("Ctrl+Alt+C",)),
            spec("signing-key", badges, N_("Signing &key…"), self.key, "lock", separate=True),
            spec("revoked", badges, N_("Export &revoked badges…"), self.ask_revoked, "file-up"),
        ]

    def may_undo(self, operation: str) -> bool:
        """Ask before the record of printed badges is taken back: the paper stays, and gates would refuse it."""
        if operation not in RECORDS:
            return True
        answer = QMessageBox.question(
            self._window,
            _("Undo"),
            _(
                "The last step is a note of badges that were printed or voided. Taken back, gates refuse the printed "
                "badges, and voided ones are good again.\n\nUndo it all the same?"
            ),
            QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Yes,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Yes

    def people(self) -> None:
        """Find, edit, join and erase people."""
        from hallwright.desktop.dialogs.people import PeopleDialog

        PeopleDialog(self._desk, self._window).exec()

    def desk(self) -> None:
        """Print badges one by one."""
        from hallwright.desktop.dialogs.badgedesk import BadgeDeskDialog

        BadgeDeskDialog(self._desk, self._settings, self._window).show()

    def check_in(self) -> None:
        """Judge badges at a gate."""
        from hallwright.desktop.dialogs.checkin import CheckInDialog

        CheckInDialog(self._desk, self._window).show()

    def key(self) -> None:
        """Make or show the key that signs badges."""
        from hallwright.desktop.dialogs.signing import SigningDialog

        SigningDialog(self._desk, self._window).exec()

    def ask_revoked(self) -> None:
        """Ask where the list of revoked badges goes."""
        from hallwright.desktop.dialogs.saving import ask_where

        path = ask_where(self._window, _("Export revoked badges"), _("revoked badges"), (("TXT", "txt"),))
        if path is not None:
            self.write_revoked(path)

    def write_revoked(self, path: Path) -> None:
        """Write the list of revoked badges."""
        from hallwright.expo.printed import now
        from hallwright.signing.revocations import write

        try:
            count = write(self._desk.show, path, now(), force=True)
        except Refused as refusal:
            self._desk.refused.emit(refusal.line())
        else:
            self._desk.said.emit(
                counted("{number} revoked badge in {path}", "{number} revoked badges in {path}", count, path=path)
            )
