"""Actions about what adjoins booths: their type by geometry, and the aisles between them."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from hallwright.desktop.actions import ActionSpec
from hallwright.desktop.desk import Desk
from hallwright.editing.typing_booths import type_by_geometry
from hallwright.support.i18n import N_


class Adjoining(QObject):
    """One method for each action; edits go through the desk."""

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        return [
            ActionSpec("type-by-geometry", "&Booth", N_("&Type by geometry"), self.type_by_geometry, separate=True),
            ActionSpec("aisles", "&Tools", N_("Name &aisles…"), self.aisles, separate=True),
        ]

    def type_by_geometry(self) -> None:
        """Let the open sides of the selected booths, or of all in the hall, follow from what adjoins them.

        Of all booths those set by hand stay; of selected ones they follow the plan again.
        """
        show, selected = self._desk.show, [row.id for row in self._desk.selected()]
        ids = selected or [row.id for row in show.booths.where("hall", self._desk.hall)]
        self._desk.do(lambda: type_by_geometry(show, ids, release=bool(selected)), rows=len(ids))

    def aisles(self) -> None:
        """Name the aisles of the hall."""
        from hallwright.desktop.dialogs.aisles import AislesDialog

        if self._desk.hall:
            AislesDialog(self._desk, self._window).exec()
