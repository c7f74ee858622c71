"""How much ink flat colours lay upon each other."""

from hallwright.printing.preflight.matrices import Box, common
from hallwright.printing.preflight.state import Image, Paint, Path, Sheet, Text
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import PrintProfile
from hallwright.support.i18n import _

_LOOSE = 0.5
"""Percent that count as none: inks are written with few digits."""


class Ink(Check):
    """Rule ``total-ink``."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only where there is a limit."""
        return "ink_percent" in profile.limits

    def text(self, sheet: Sheet, text: Text) -> None:
        """Look at a string's colours."""
        for paint in text.paints:
            self._look(sheet, paint, text.box)

    def path(self, sheet: Sheet, path: Path) -> None:
        """Look at a path's colours."""
        if path.fills:
            self._look(sheet, path.state.fill, path.shapes[0].box)
        if path.strokes:
            self._look(sheet, path.state.stroke, path.shapes[0].box)

    def image(self, sheet: Sheet, image: Image) -> None:
        """Look at the colour of a stencil."""
        if image.stencil:
            self._look(sheet, image.state.fill, image.box)

    def _look(self, sheet: Sheet, paint: Paint, box: Box) -> None:
        total = paint.total
        limit = self.profile.limit("ink_percent")
        if total is None or total * 100 <= limit + _LOOSE or common(box, sheet.trim) is None:
            return
        if "All" in paint.space.names:
            return  # a fault of its own
        self.notes.note(
            "total-ink",
            _("total ink of {value:.0f} %, more than {limit:g} %").format(value=total * 100, limit=limit),
            sheet.number,
            sheet.mm(box[0], box[3]),
            value=total * 100,
            limit=limit,
        )
