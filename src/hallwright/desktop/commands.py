"""What the menus do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from hallwright.desktop.actions import Actions, ActionSpec
from hallwright.desktop.dialogs.projects import PROJECTS, ask_new, ask_open, with_ending
from hallwright.editing import assignment, booths
from hallwright.editing.change import Change
from hallwright.editing.fittings import delete_item
from hallwright.editing.mending import mend
from hallwright.editing.underlays import delete_underlay
from hallwright.expo.space import Booth, BoothStatus
from hallwright.geometry.outline import Box, bounds_of
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _

if TYPE_CHECKING:
    from hallwright.desktop.window import Window

EXPORTS = (
    ("booths", N_("Booths…")),
    ("exhibitors", N_("Exhibitors…")),
    ("people", N_("People…")),
    ("assignments", N_("Assignments…")),
)
DRAWINGS = (".dxf", ".dwg", ".svg", ".pdf", ".png", ".jpg", ".jpeg")
SHEETS = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods")
MAPS = (".geojson", ".json")


class Commands:
    """One method for each action; edits go through the desk."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._desk = window.desk

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        window, canvas, desk = self._window, self._window.canvas, self._desk
        spec = ActionSpec
        file, edit, view, plan = "&File", "&Edit", "&View", "&Booth"
        return [
            spec("new", file, _("&New project…"), self.new, "file-plus", ("Ctrl+N",)),
            spec("open", file, _("&Open…"), self.open, "folder-open", ("Ctrl+O",)),
            spec("copy", file, _("Save a &copy…"), self.save_copy, "copy", ("Ctrl+Shift+S",)),
            spec("version", file, _("&Named versions…"), self.versions, "bookmark"),
            spec("compare", file, _("Compare &versions…"), self.compare, "layers", ("Ctrl+Shift+D",)),
            spec("history", file, _("&History"), self.history, "history", ("Ctrl+H",)),
            spec("event", file, _("&Event…"), self.event, "settings", separate=True),
            spec("hall", file, _("Add &hall…"), self.add_hall, "building-2"),
            spec(
                "import-booths",
                f"{file}/&Import",
                _("&Booths…"),
                partial(self.import_, "booths"),
                separate=True,
            ),
            spec(
                "import-exhibitors",
                f"{file}/&Import",
                _("&Exhibitors…"),
                partial(self.import_, "exhibitors"),
            ),
            spec("import-people", f"{file}/&Import", _("&People…"), partial(self.import_, "people")),
            spec("import-photos", f"{file}/&Import", _("P&hotos…"), self.import_photos),
            *(
                spec(
                    f"export-{what}",
                    f"{file}/&Export",
                    title,
                    partial(self.export, what),
                )
                for what, title in EXPORTS
            ),
            spec("print-plan", file, _("Print p&lan…"), self.print_plan, "printer", ("Ctrl+P",), separate=True),
            spec("print-badges", file, _("Print b&adges…"), self.print_badges, "id-card-lanyard", ("Ctrl+Shift+B",)),
            spec("badge-templates", file, _("Badge te&mplates…"), self.badge_templates, "id-card"),
            spec("print-package", file, _("Print packa&ge…"), self.print_package, "package"),
            spec("preflight", file, _("Chec&k a PDF for print…"), self.preflight, "file-text"),
            spec("quit", file, _("&Quit"), window.close, shortcuts=("Ctrl+Q",), separate=True),
            spec("undo", edit, _("&Undo"), desk.undo, "undo-2", ("Ctrl+Z",)),
            spec("redo", edit, _("&Redo"), desk.redo, "redo-2", ("Ctrl+Shift+Z", "Ctrl+Y")),
            spec("select-all", edit, _("Select &all booths"), self.select_all, shortcuts=("Ctrl+A",), separate=True),
            spec("delete", edit, _("&Delete"), self.delete, "trash-2", ("Del",)),
            spec("find", edit, _("&Find…"), self.find, "search", ("Ctrl+F",), separate=True),
            spec("fit", view, _("&Fit hall"), canvas.fit, "maximize", ("F", "Ctrl+0")),
            spec("zoom-in", view, _("Zoom &in"), lambda: canvas.zoom(1.5), "zoom-in", ("Ctrl++", "Ctrl+=")),
            spec("zoom-out", view, _("Zoom &out"), lambda: canvas.zoom(1 / 1.5), "zoom-out", ("Ctrl+-",)),
            spec("zoom-selection", view, _("Zoom to &selection"), self.zoom_selection, "search", ("Ctrl+E",)),
            spec("snap", view, _("S&nap to grid and booths"), self.snap, "magnet", ("S",), checked=True, separate=True),
            spec("dark", view, _("Dar&k window"), window.set_dark, "moon", checked=window.dark, separate=True),
            spec("number", plan, _("&Number in order…"), window.filling.number, "hash", ("Ctrl+R",)),
            spec("mend", plan, _("&Mend outline"), self.mend, "spline"),
            spec("release", plan, _("&Release"), self.release, "user-minus", ("Ctrl+L",), separate=True),
            spec("confirm", plan, _("&Confirm"), lambda: self._status(BoothStatus.CONFIRMED), "circle-check"),
            spec("block", plan, _("&Block"), lambda: self._status(BoothStatus.BLOCKED), "lock"),
            spec("unblock", plan, _("&Unblock"), self.unblock, "x"),
        ]

    def enable(self, actions: Actions, rows: Sequence[Booth]) -> None:
        """Offer only what can be done with the selected booths."""
        let = [row for row in rows if row.exhibitor is not None]
        blocked = [row for row in rows if row.status is BoothStatus.BLOCKED]
        for name, can in (
            ("delete", bool(rows) or bool(self._desk.item)),
            ("zoom-selection", bool(rows)),
            ("number", bool(rows)),
            ("mend", len(rows) == 1 and rows[0].draft),
            ("release", bool(let)),
            ("confirm", bool(let) and len(let) == len(rows)),
            ("block", bool(rows) and not let and len(blocked) < len(rows)),
            ("unblock", bool(blocked)),
        ):
            actions[name].setEnabled(can)

    # -- the project --------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Make an empty project and open it."""
        name = ask_new(self._window)
        if name:
            self._window.new_requested.emit(name)

    def open(self) -> None:
        """Open another project."""
        name = ask_open(self._window)
        if name:
            self._window.open_requested.emit(name)

    def save_copy(self) -> None:
        """Write the project, as it is now, to another file."""
        name, _pattern = QFileDialog.getSaveFileName(self._window, _("Save a copy"), "", _(PROJECTS))
        if not name:
            return
        target = with_ending(name)
        try:
            # The file dialog has asked already whether an existing file may go.
            self._desk.session.store.copy_to(target, force=True)
        except Refused as refusal:
            self._desk.refused.emit(refusal.line())
        else:
            self._desk.said.emit(_("Copied to {target}").format(target=target))

    def take_file(self, path: Path) -> None:
        """Take a dropped file: open a project, lay a drawing under the hall, import a map, ask what a table holds."""
        if path.suffix.lower() in DRAWINGS:
            self._window.underlays.ask(path)
            return
        if path.suffix.lower() in MAPS:
            self.import_("booths", path)
            return
        if path.suffix.lower() not in SHEETS:
            self._window.open_requested.emit(str(path))
            return
        menu = QMenu(self._window)
        for what, text in (
            ("booths", _("Import booths from {path}")),
            ("exhibitors", _("Import exhibitors from {path}")),
            ("people", _("Import people from {path}")),
        ):
            menu.addAction(text.format(path=path.name), partial(self.import_, what, path))
        menu.exec(self._window.cursor().pos())

    def versions(self) -> None:
        """Name the present state of the plan."""
        from hallwright.desktop.dialogs.versions import VersionDialog

        VersionDialog(self._desk, self._window).exec()

    def compare(self) -> None:
        """Compare two versions of the plan."""
        from hallwright.desktop.dialogs.comparing import CompareDialog

        CompareDialog(self._desk, self._window).exec()

    def history(self) -> None:
        """Show the journal beside the plan."""
        self._window.surroundings.show_history()

    def event(self) -> None:
        """Edit the event's name, venue and dates."""
        from hallwright.desktop.dialogs.event import EventDialog

        EventDialog(self._desk, self._window).exec()

    def add_hall(self) -> None:
        """Add a hall by its size."""
        from hallwright.desktop.dialogs.event import HallDialog

        before = set(self._desk.show.halls)
        HallDialog(self._desk, self._window).exec()
        for key in self._desk.show.halls:
            if key not in before:
                self._desk.open_hall(key)

    # -- in and out ---------------------------------------------------------------------------------------------

    def import_(self, what: str, path: Path | None = None) -> None:
        """Import booths, exhibitors or people from a spreadsheet."""
        from hallwright.desktop.dialogs.importing import ImportDialog
        from hallwright.exchange.importing import What

        ImportDialog(self._desk, What(what), path, self._window).exec()

    def import_photos(self) -> None:
        """Import the photos of people from a folder."""
        from hallwright.desktop.dialogs.photos import PhotosDialog

        PhotosDialog(self._desk, self._window).exec()

    def export(self, what: str) -> None:
        """Export a list to a spreadsheet."""
        from hallwright.desktop.dialogs.exporting import ask_and_export
        from hallwright.exchange.export import Export

        ask_and_export(self._desk, Export(what), self._window)

    def print_plan(self) -> None:
        """Preview the plan's sheets and save them as PDF."""
        from hallwright.desktop.dialogs.printing import PlanDialog

        view, canvas = self._window.canvas.view, self._window.canvas
        left, top = view.to_mm(0, 0)
        right, bottom = view.to_mm(canvas.width(), canvas.height())
        seen = Box(*map(round, (left, top, right, bottom))) if self._desk.hall else None
        PlanDialog(self._desk, self._window, seen).exec()

    def print_badges(self) -> None:
        """Preview the badges and save them as PDF."""
        from hallwright.desktop.dialogs.printing import BadgesDialog

        BadgesDialog(self._desk, self._window).exec()

    def badge_templates(self) -> None:
        """Design what badges look like."""
        from hallwright.desktop.designer.dialog import Designer

        Designer(self._desk, self._window).exec()

    def print_package(self) -> None:
        """Make the folder that a print shop gets."""
        from hallwright.desktop.dialogs.package import PackageDialog

        PackageDialog(self._desk, self._window).exec()

    def preflight(self) -> None:
        """Check any PDF as a print shop would."""
        from hallwright.desktop.dialogs.preflight import PreflightDialog

        PreflightDialog(self._window).exec()

    # -- the plan -----------------------------------------------------------------------------------------------

    def select_all(self) -> None:
        """Select every booth of the hall."""
        self._desk.select(row.id for row in self._desk.show.booths.where("hall", self._desk.hall))

    def delete(self) -> None:
        """Delete the selected booths, those that are let only after a question, or the selected zone or fixture."""
        if self._desk.item in self._desk.show.underlays:
            self._do(lambda: delete_underlay(self._desk.show, self._desk.item))
            return
        if self._desk.item:
            item = self._desk.item
            within = len(self._desk.show.booths.where("hall", item))
            self._desk.do(lambda: delete_item(self._desk.show, item), rows=within)
            return
        rows = self._desk.selected()
        let = [row for row in rows if row.exhibitor is not None]
        if let:
            text = (
                _(
                    "Booth {number} is let. Their exhibitors stay in the list, without a booth.\n"
                    "Undo brings everything back."
                ).format(number=let[0].number)
                if len(let) == 1
                else _(
                    "{count} of the booths are let. Their exhibitors stay in the list, without a booth.\n"
                    "Undo brings everything back."
                ).format(count=len(let))
            )
            answer = QMessageBox.question(
                self._window,
                _("Delete booths"),
                text,
                QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Yes,
            )
            if answer != QMessageBox.StandardButton.Yes:
                return
        self._do(lambda: booths.delete(self._desk.show, [row.id for row in rows]))

    def find(self) -> None:
        """Go to the search field."""
        self._window.search.setFocus()
        self._window.search.selectAll()

    def zoom_selection(self) -> None:
        """Bring the selected booths into view."""
        box = bounds_of(row.outline for row in self._desk.selected())
        if box is not None:
            self._window.canvas.fly_to_box(box)

    def snap(self, on: bool) -> None:
        """Switch snapping."""
        self._window.canvas.snap = on

    def mend(self) -> None:
        """Untangle the outline of a draft."""
        rows = self._desk.selected()
        if len(rows) == 1:
            self._do(lambda: mend(self._desk.show, rows[0].id))

    def assign(self, exhibitor: str) -> None:
        """Assign an exhibitor to the selected booth."""
        rows = self._desk.selected()
        if len(rows) == 1:
            self._do(lambda: assignment.assign(self._desk.show, rows[0].id, exhibitor))

    def release(self) -> None:
        """Make the selected booths available again."""
        let = [row.id for row in self._desk.selected() if row.exhibitor is not None]
        if let:
            self._do(lambda: assignment.release(self._desk.show, *let))

    def unblock(self) -> None:
        """Give blocked booths back to the sale."""
        blocked = [row.id for row in self._desk.selected() if row.status is BoothStatus.BLOCKED]
        self._do(lambda: booths.block(self._desk.show, blocked, False))

    def _status(self, status: BoothStatus) -> None:
        ids = [row.id for row in self._desk.selected()]
        self._do(lambda: assignment.set_status(self._desk.show, ids, status))

    def _do(self, edit: Callable[[], Change]) -> None:
        self._desk.do(edit, rows=len(self._desk.selection))
