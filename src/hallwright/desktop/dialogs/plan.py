"""Print the plan of a hall or of one of its zones."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import add_row
from hallwright.desktop.dialogs.printframe import Compose, Composed, PrintDialog, Write, drop_down
from hallwright.desktop.dialogs.worker import Token
from hallwright.drawing.paper import SCALES, SHEETS
from hallwright.drawing.plan import View
from hallwright.drawing.sheet import SheetOptions, plan_pages
from hallwright.drawing.supplements import Supplement
from hallwright.drawing.tiling import TILES
from hallwright.drawing.wording import Lang
from hallwright.expo.terms import called
from hallwright.printing.plan import print_plan
from hallwright.printing.printed import Printed
from hallwright.support.i18n import N_, _
from hallwright.support.text import one_line

VIEWS = (
    (N_("Public"), View.PUBLIC),
    (N_("Staff: status and all names"), View.STAFF),
    (N_("Authorities: permit"), View.PERMIT),
)
LANGS = ((N_("English and Chinese"), Lang.BOTH), (N_("English"), Lang.EN), (N_("Chinese"), Lang.ZH))
_SUPPLEMENTS = (
    (N_("List of booths"), Supplement.BOOTHS),
    (N_("List of fascia texts"), Supplement.FASCIA),
    (N_("Fixtures and services"), Supplement.SERVICES),
    (N_("Permit table: exits, aisles, ways out"), Supplement.PERMIT),
)
ATLAS = "*"
"""Stands for all zones, one after another, where a zone is chosen; no id has it."""


class PlanDialog(PrintDialog):
    """Print the plan of a hall or of one of its zones, true to scale."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Print plan"), parent)
        show, soon = desk.show, self.compose_soon
        self.hall = drop_down([(called(hall), hall.id) for hall in show.halls.values()], self._fill_zones)
        self.zone = drop_down([], soon)
        self.sheet = drop_down([(_("Automatic"), None), *((name, name) for name in SHEETS)], soon)
        self.tile = drop_down(
            [(_("In one piece"), None), *((_("Tiles of {sheet}").format(sheet=name), name) for name in TILES)], soon
        )
        self.scale = drop_down([(_("Automatic"), None), *((f"1:{scale}", scale) for scale in SCALES)], soon)
        self.view = drop_down([(_(label), view) for label, view in VIEWS], soon)
        self.lang = drop_down([(_(label), lang) for label, lang in LANGS], soon)
        self.version = QLineEdit(desk.session.version_name())
        self.version.setPlaceholderText(_("none"))
        self.version.textChanged.connect(soon)
        self.plan_number = QLineEdit()
        self.plan_number.setPlaceholderText(_("none"))
        self.plan_number.textChanged.connect(soon)
        self.index = QCheckBox(_("List of exhibitors"))
        self.index.setChecked(True)
        self.index.toggled.connect(soon)
        self.supplements = {name: QCheckBox(_(label)) for label, name in _SUPPLEMENTS}
        for box in self.supplements.values():
            box.toggled.connect(soon)
        for label, field in (
            (_("&Hall"), self.hall),
            (_("&Zone"), self.zone),
            (_("Shee&t"), self.sheet),
            (_("T&iles"), self.tile),
            (_("S&cale"), self.scale),
            (_("&View"), self.view),
            (_("&Language"), self.lang),
            (_("V&ersion"), self.version),
            (_("Plan &number"), self.plan_number),
        ):
            add_row(self.fields, label, field)
        for box in (self.index, *self.supplements.values()):
            self.fields.addRow("", box)
        self.press.add_to(self.fields)
        with QSignalBlocker(self.hall):
            self.hall.setCurrentIndex(max(self.hall.findData(desk.hall), 0))
        self._fill_zones()
        self.hall.setFocus()
        self.compose()

    def composing(self) -> Compose:
        """Return the work that composes the sheets."""
        show, hall, options = self.desk.show, str(self.hall.currentData() or ""), self.options()

        def work(_: Token) -> Composed:
            pages, lost = plan_pages(show, hall, options)
            return Composed(len(pages), pages.__getitem__, lost)

        return work

    def writing(self) -> Write:
        """Return the work that prints the sheets."""
        show, hall, options = self.desk.show, str(self.hall.currentData() or ""), self.options()
        finish = self.finish()

        def work(path: Path, token: Token) -> Printed:
            return print_plan(show, path, hall=hall, options=options, finish=finish, force=True)

        return work

    def suggested_name(self) -> str:
        """Return event, hall and zone."""
        parts = [self.desk.show.event.name, self.hall.currentText()]
        if self.zone.currentData():
            parts.append(self.zone.currentText())
        return " - ".join(part for part in parts if part)

    def options(self) -> SheetOptions:
        """Return what is chosen."""
        return SheetOptions(
            sheet=self.sheet.currentData(),
            tile=self.tile.currentData(),
            scale=self.scale.currentData(),
            # Qt keeps the values of a combo box as plain texts.
            view=View(self.view.currentData()),
            lang=Lang(self.lang.currentData()),
            zone=None if self.zone.currentData() == ATLAS else self.zone.currentData(),
            atlas=self.zone.currentData() == ATLAS,
            version=one_line(self.version.text()),
            plan_number=one_line(self.plan_number.text()),
            printed=date.today(),  # noqa: DTZ011  # the day on the wall of whoever prints
            supplements=frozenset(name for name, box in self.supplements.items() if box.isChecked()),
            index=self.index.isChecked(),
        )

    def _fill_zones(self) -> None:
        with QSignalBlocker(self.zone):
            self.zone.clear()
            self.zone.addItem(_("Whole hall"), None)
            self.zone.addItem(_("Atlas: one sheet a zone"), ATLAS)
            for zone in self.desk.show.zones.where("hall", self.hall.currentData()):
                self.zone.addItem(zone.name, zone.id)
        self.compose_soon()
