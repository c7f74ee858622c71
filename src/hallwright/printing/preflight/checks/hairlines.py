"""Lines thick enough to be printed."""

from hallwright.printing.preflight.state import Path, Sheet
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import PrintProfile
from hallwright.support.i18n import _

_LOOSE = 0.006
"""Points that count as none: widths are written with few digits."""


class Hairlines(Check):
    """Rule ``hairline``."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only where there is a limit."""
        return "hairline_pt" in profile.limits

    def path(self, sheet: Sheet, path: Path) -> None:
        """Look at the width of a line; one beside the page is cut off."""
        limit = self.profile.limit("hairline_pt")
        if path.strokes and path.width < limit - _LOOSE and (box := path.inside(sheet.trim)) is not None:
            self.notes.note(
                "hairline",
                _("a line of {value:.2f} pt, thinner than {limit:g} pt").format(value=path.width, limit=limit),
                sheet.number,
                sheet.mm(box[0], box[3]),
                value=path.width,
                limit=limit,
            )
