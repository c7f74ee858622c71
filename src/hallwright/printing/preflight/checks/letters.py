"""Text large enough to be printed."""

from hallwright.printing.preflight.matrices import common
from hallwright.printing.preflight.state import Sheet, Text
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import PrintProfile
from hallwright.support.i18n import _

_LOOSE = 0.02
"""Points that count as none: sizes are written with few digits."""


class Letters(Check):
    """Rule ``small-text``."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only where there is a limit."""
        return "text_pt" in profile.limits

    def text(self, sheet: Sheet, text: Text) -> None:
        """Look at a string's size; a Type 3 font has a measure of its own."""
        limit = self.profile.limit("text_pt")
        if text.size >= limit - _LOOSE or text.font.glyphs is not None or common(text.box, sheet.trim) is None:
            return
        self.notes.note(
            "small-text",
            _("text of {value:.1f} pt, smaller than {limit:g} pt").format(value=text.size, limit=limit),
            sheet.number,
            sheet.mm(text.box[0], text.box[3]),
            value=text.size,
            limit=limit,
        )
