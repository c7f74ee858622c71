"""Fonts that show text are in the file."""

from hallwright.printing.preflight.state import Sheet, Text
from hallwright.printing.preflight.watching import Check
from hallwright.support.i18n import _


class Embedding(Check):
    """Rule ``font-not-embedded``; also lists the fonts."""

    def text(self, sheet: Sheet, text: Text) -> None:
        """Look at a string's font."""
        font = text.font
        known = self.notes.fonts.get(font.name)
        if known is None:
            subset = len(font.name) > 7 and font.name[6] == "+"
            known = "subset" if subset and font.embedded else "embedded" if font.embedded else "missing"
            self.notes.fonts[font.name] = known
        if known == "missing":
            self.notes.note(
                "font-not-embedded",
                _("the font {name} is not in the file").format(name=font.name),
                sheet.number,
                sheet.mm(text.box[0], text.box[3]),
                key=font.name,
            )
