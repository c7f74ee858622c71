"""Print the plan of a hall or of one of its zones."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import add_row
from hallwright.desktop.dialogs.planparts import PartsField
from hallwright.desktop.dialogs.printframe import Compose, Composed, PrintDialog, Write, drop_down
from hallwright.desktop.dialogs.worker import Token
from hallwright.drawing.paper import SHEETS
from hallwright.drawing.plan import View
from hallwright.drawing.sheet import SheetOptions, plan_pages
from hallwright.drawing.supplements import Supplement
from hallwright.drawing.tiling import TILES
from hallwright.drawing.wording import Lang
from hallwright.geometry.outline import Box
from hallwright.printing.plan import print_plan
from hallwright.printing.printed import Printed
from hallwright.support.errors import Refused
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


class PlanDialog(PrintDialog):
    """Print the plan of a hall or of one of its zones, true to scale."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, seen: Box | None = None) -> None:
        """Open it.

        Args:
            desk: the desk.
            parent: the window.
            seen: what the window shows of the desk's hall, mm of floor.
        """
        super().__init__(desk, _("Print plan"), parent)
        soon = self.compose_soon
        self.parts = PartsField(desk, seen, soon)
        self.hall, self.zone, self.scale = self.parts.hall, self.parts.zone, self.parts.scale
        self.sheet = drop_down([(_("Automatic"), None), *((name, name) for name in SHEETS)], soon)
        self.tile = drop_down(
            [(_("In one piece"), None), *((_("Tiles of {sheet}").format(sheet=name), name) for name in TILES)], soon
        )
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
        self.parts.add_to(self.fields)
        for label, field in (
            (_("Shee&t"), self.sheet),
            (_("T&iles"), self.tile),
            (_("&View"), self.view),
            (_("&Language"), self.lang),
            (_("V&ersion"), self.version),
            (_("Plan &number"), self.plan_number),
        ):
            add_row(self.fields, label, field)
        for box in (self.index, *self.supplements.values()):
            self.fields.addRow("", box)
        self.press.add_to(self.fields)
        self.hall.setFocus()
        self.compose()

    def composing(self) -> Compose:
        """Return the work that composes the sheets."""
        show = self.desk.show
        try:
            hall, options = self._hall(), self.options()
        except Refused as refusal:
            return _refusing(refusal)

        def work(token: Token) -> Composed:
            pages, lost = plan_pages(show, hall, options, token.check)
            return Composed(len(pages), pages.__getitem__, lost)

        return work

    def writing(self) -> Write:
        """Return the work that prints the sheets."""
        show, hall, options = self.desk.show, self._hall(), self.options()
        finish = self.finish()

        def work(path: Path, token: Token) -> Printed:
            return print_plan(show, path, hall=hall, options=options, finish=finish, force=True, still=token.check)

        return work

    def suggested_name(self) -> str:
        """Return event, hall and zone."""
        return " - ".join(part for part in (self.desk.show.event.name, self.parts.name()) if part)

    def options(self) -> SheetOptions:
        """Return what is chosen.

        Raises:
            Refused: a free part of the hall is not sound.
        """
        parts = self.parts.parts()
        one = parts[0]
        chosen = SheetOptions(
            sheet=self.sheet.currentData(),
            tile=self.tile.currentData(),
            # Qt keeps the values of a combo box as plain texts.
            view=View(self.view.currentData()),
            lang=Lang(self.lang.currentData()),
            version=one_line(self.version.text()),
            plan_number=one_line(self.plan_number.text()),
            printed=date.today(),  # noqa: DTZ011  # the day on the wall of whoever prints
            supplements=frozenset(name for name, box in self.supplements.items() if box.isChecked()),
            index=self.index.isChecked(),
        )
        if self.parts.several:
            return replace(chosen, parts=parts)
        return replace(chosen, zone=one.zone, box=one.box, scale=one.scale, atlas=self.parts.atlas)

    def _hall(self) -> str:
        return self.parts.parts()[0].hall


def _refusing(refusal: Refused) -> Compose:
    def work(_: Token) -> Composed:
        raise refusal

    return work
