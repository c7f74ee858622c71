"""Colour that reaches the trim goes on beyond it, or a cut that is a little off leaves a white edge."""

from hallwright.printing.preflight.matrices import Box
from hallwright.printing.preflight.state import POINT, Image, Path, Sheet
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import PrintProfile
from hallwright.support.i18n import _

_NEAR = 0.3 / POINT
"""Points from the trim within which an edge is meant to be at the trim."""
_LOOSE = 0.1 / POINT


class Bleed(Check):
    """Rule ``bleed``: told of upright shapes and images; a slanted one may well end in the bleed."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only where a bleed is asked for."""
        return profile.limit("bleed_mm") > 0

    def sheet(self, sheet: Sheet) -> None:
        """Find the lines between which an edge must not lie."""
        far = self.profile.limit("bleed_mm") / POINT - _LOOSE
        left, bottom, right, top = sheet.trim
        self._inner: Box = (left + _NEAR, bottom + _NEAR, right - _NEAR, top - _NEAR)
        self._outer: Box = (left - far, bottom - far, right + far, top + far)

    def path(self, sheet: Sheet, path: Path) -> None:
        """Look at filled rectangles."""
        if path.fills and not path.state.fill.is_white:
            for shape in path.shapes:
                if shape.upright:
                    self._look(sheet, shape.box)

    def image(self, sheet: Sheet, image: Image) -> None:
        """Look at an image."""
        self._look(sheet, image.box)

    def _look(self, sheet: Sheet, box: Box) -> None:
        left, bottom, right, top = box
        inner, outer = self._inner, self._outer
        if left >= inner[0] and bottom >= inner[1] and right <= inner[2] and top <= inner[3]:
            return
        if right <= sheet.trim[0] or left >= sheet.trim[2] or top <= sheet.trim[1] or bottom >= sheet.trim[3]:
            return  # beside the page: a mark or a colour bar
        if (
            outer[0] < left < inner[0]
            or outer[1] < bottom < inner[1]
            or inner[2] < right < outer[2]
            or inner[3] < top < outer[3]
        ):
            self.notes.note(
                "bleed",
                _("colour ends at the edge of the page, without {limit:g} mm of bleed").format(
                    limit=self.profile.limit("bleed_mm")
                ),
                sheet.number,
                sheet.mm(left, top),
            )
