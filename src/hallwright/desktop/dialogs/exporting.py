"""Lists, maps and drawings out of the project: a save dialog, then the file is written in the background."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.saving import ask_where
from hallwright.desktop.dialogs.worker import Worker
from hallwright.exchange.export import DRAWINGS, Export, write
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _, counted

_TITLES = {
    Export.BOOTHS: N_("Export booths"),
    Export.EXHIBITORS: N_("Export exhibitors"),
    Export.PEOPLE: N_("Export people"),
    Export.ASSIGNMENTS: N_("Export assignments"),
}


def ask_and_export(desk: Desk, what: Export, parent: QWidget) -> Worker | None:
    """Ask where a list goes and write it; the outcome is told through the desk."""
    title = _(_TITLES[what])
    name = f"{desk.show.event.name} {what}".strip()
    kinds = [(_("Excel workbook"), "xlsx"), (_("CSV table"), "csv")]
    if what is Export.BOOTHS:
        kinds += [(_("GeoJSON map, metres"), "geojson")]
        if desk.hall in desk.show.halls:
            hall = desk.show.halls[desk.hall].name
            kinds += [(_("DXF drawing of {hall}").format(hall=hall), "dxf")]
            kinds += [(_("SVG drawing of {hall}").format(hall=hall), "svg")]
    path = ask_where(parent, title, name, kinds)
    return export(desk, what, path, parent) if path is not None else None


def export(desk: Desk, what: Export, path: Path, parent: QWidget) -> Worker:
    """Write a list as the path's ending says, over an existing file; a drawing holds the hall in view.

    Returns:
        The worker that writes; it belongs to ``parent``.
    """
    show = desk.show
    drawn = path.suffix.casefold() in DRAWINGS and desk.hall in show.halls
    hall = show.halls[desk.hall].name if drawn else ""
    worker = Worker(parent)

    def told(rows: int) -> None:
        desk.said.emit(
            counted("Exported {number} row to {path}.", "Exported {number} rows to {path}.", rows, path=path)
        )
        worker.deleteLater()

    def refused(refusal: Refused) -> None:
        desk.refused.emit(refusal.line())
        worker.deleteLater()

    worker.done.connect(told)
    worker.refused.connect(refused)
    worker.run(lambda _: write(show, what, path, force=True, hall=hall))
    return worker
