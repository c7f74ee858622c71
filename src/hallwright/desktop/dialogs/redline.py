"""The redline of two versions: sheets with marks and tables, previewed, saved and printed."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import add_row
from hallwright.desktop.dialogs.plan import LANGS
from hallwright.desktop.dialogs.printframe import Compose, Composed, PrintDialog, Write, drop_down
from hallwright.desktop.dialogs.worker import Token
from hallwright.drawing.options import SheetOptions
from hallwright.drawing.paper import SCALES, SHEETS
from hallwright.drawing.plan import View
from hallwright.drawing.wording import Lang
from hallwright.expo.space import Hall
from hallwright.expo.terms import called
from hallwright.printing.printed import Printed
from hallwright.review.comparing import Comparison
from hallwright.review.redline import composed, marks_of, write_redline
from hallwright.support.i18n import _, language


class RedlineDialog(PrintDialog):
    """Print what differs between two versions."""

    def __init__(self, desk: Desk, found: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Redline"), parent)
        self._found = found
        soon = self.compose_soon
        halls = [(called(hall), key) for key in marks_of(found)[0] if (hall := _hall(found, key)) is not None]
        self.hall = drop_down([(_("All halls with changes"), None), *halls], soon)
        self.sheet = drop_down([(_("Automatic"), None), *((name, name) for name in SHEETS)], soon)
        self.scale = drop_down([(_("Automatic"), None), *((f"1:{scale}", scale) for scale in SCALES)], soon)
        self.lang = drop_down([(_(label), lang) for label, lang in LANGS], soon)
        own = Lang.ZH if language().startswith("zh") else Lang.EN
        self.lang.setCurrentIndex(next(k for k, (_label, lang) in enumerate(LANGS) if lang is own))
        for label, field in (
            (_("&Hall"), self.hall),
            (_("Shee&t"), self.sheet),
            (_("S&cale"), self.scale),
            (_("&Language"), self.lang),
        ):
            add_row(self.fields, label, field)
        self.press.add_to(self.fields)
        self.hall.setFocus()
        self.compose()

    def composing(self) -> Compose:
        """Return the work that composes the sheets."""
        found, options, hall = self._found, self.options(), self.hall.currentData()

        def work(token: Token) -> Composed:
            pages, lost = composed(found, options, hall, token.check)
            return Composed(len(pages), pages.__getitem__, lost)

        return work

    def writing(self) -> Write:
        """Return the work that writes the sheets."""
        found, options, hall, finish = self._found, self.options(), self.hall.currentData(), self.finish()

        def work(path: Path, token: Token) -> Printed:
            return write_redline(found, path, options, hall=hall, finish=finish, force=True, still=token.check)

        return work

    def suggested_name(self) -> str:
        """Return event and versions."""
        parts = (self.desk.show.event.name, self._found.before.printed, self._found.after.printed)
        return " - ".join(part for part in parts if part)

    def options(self) -> SheetOptions:
        """Return what is chosen."""
        return SheetOptions(
            sheet=self.sheet.currentData(),
            scale=self.scale.currentData(),
            view=View.STAFF,
            lang=Lang(self.lang.currentData()),
            printed=date.today(),  # noqa: DTZ011  # the day on the wall of whoever prints
        )


def _hall(found: Comparison, key: str) -> Hall | None:
    return found.b.halls.get(key) or found.a.halls.get(key)
