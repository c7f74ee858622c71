"""Filling areas with booths and numbering them: the window's actions, and the question after the freeze of numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from hallwright.desktop.actions import ActionSpec
from hallwright.editing.change import Change
from hallwright.editing.layout import Layout
from hallwright.editing.schemes import frozen, renumberings, to_tell
from hallwright.expo.approvals import approved
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _, counted
from hallwright.tools.generate import Generate

if TYPE_CHECKING:
    from hallwright.desktop.window import Window


class Filling:
    """Opens the dialogs, and asks before numbers change that stand in print."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._desk = window.desk
        self._desk.guard = self.may

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        booth = N_("&Booth")
        return [ActionSpec("fill", booth, N_("&Fill an area…"), self.fill, "layout-grid", ("Ctrl+G",), separate=True)]

    def fill(self) -> None:
        """Lay booths out on a zone or the whole hall."""
        from hallwright.desktop.dialogs.generating import GenerateDialog

        if not self._desk.hall:
            self._desk.refused.emit(_("There is no hall to fill. Add one with File > Add hall."))
            return
        tool = self._window.tool(Generate.name)
        assert isinstance(tool, Generate), "named so"
        try:
            layout = tool.layout
        except Refused:
            # What is typed in the status line is no length: start from the usual layout.
            layout = Layout()
        dialog = GenerateDialog(self._desk, layout, self._window)
        dialog.exec()
        if dialog.layout_made is not None:
            tool.layout = dialog.layout_made
            self._window.canvas.tool_changed.emit()

    def number(self) -> None:
        """Number the selected booths by a scheme."""
        from hallwright.desktop.dialogs.numbering import NumberingDialog

        ids = [row.id for row in self._desk.selected()]
        if ids:
            NumberingDialog(self._desk, ids, self._window).exec()

    def may(self, change: Change) -> bool:
        """Ask before a change of numbers after their freeze, naming who must be told of it."""
        changed = renumberings(change)
        in_print = frozen(self._desk.show, date.today())  # noqa: DTZ011 - the user's own calendar
        fixed = approved(self._desk.show)
        if not changed or not (in_print or any(before.id in fixed for before, _after in changed)):
            return True
        from hallwright.desktop.dialogs.numbering import told_names

        told = to_tell(self._desk.show, [before for before, _after in changed])
        names = told_names(told) if told else _("nobody, none of the booths is let")
        (before, after), *others = changed
        what = f"{before.number} → {after.number}"
        if others:
            what += counted(" and {number} more", " and {number} more", len(others))
        text = (
            _("Booth numbers stand in print since {day}. Renumber {what} all the same?\n\nTo be told: {names}")
            if in_print
            else _("Exhibitors have approved these numbers. Renumber {what} all the same?\n\nTo be told: {names}")
        )
        answer = QMessageBox.question(
            self._window,
            _("Numbers are frozen"),
            text.format(day=self._desk.show.event.numbers_frozen_on, what=what, names=names),
            QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Yes,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Yes
