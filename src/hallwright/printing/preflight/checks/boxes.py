"""Trim and bleed boxes."""

from hallwright.printing.preflight.matrices import Box, finite
from hallwright.printing.preflight.state import POINT, Sheet
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import PrintProfile
from hallwright.support.i18n import _

_LOOSE = 0.05 / POINT
"""Points that count as none: boxes are written with few digits."""


class Boxes(Check):
    """Rules ``trim-box`` and ``bleed-box``."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only where a standard is asked for."""
        return bool(profile.standard)

    def sheet(self, sheet: Sheet) -> None:
        """Look at a page's boxes."""
        page, note = sheet.obj, self.notes.note
        trim, art = "/TrimBox" in page, "/ArtBox" in page
        if not trim and not art:
            note("trim-box", _("there is no TrimBox: nothing says where the page is cut"), sheet.number)
            return
        if trim and art:
            note("trim-box", _("there are both a TrimBox and an ArtBox, and only one is allowed"), sheet.number)
        for key in ("/TrimBox", "/ArtBox", "/BleedBox"):
            if key in page and not _is_box(page[key]):
                note("trim-box", _("the {box} is no rectangle").format(box=key[1:]), sheet.number, key=key)
                return
        if not _inside(sheet.trim, sheet.media):
            note("trim-box", _("the TrimBox reaches out of the MediaBox"), sheet.number)
        elif "/BleedBox" in page and not (_inside(sheet.trim, sheet.bleed) and _inside(sheet.bleed, sheet.media)):
            note("bleed-box", _("the BleedBox is not between TrimBox and MediaBox"), sheet.number)
        else:
            self._bleed(sheet)

    def _bleed(self, sheet: Sheet) -> None:
        wanted = self.profile.limit("bleed_mm")
        ways = [abs(one - two) * POINT for one, two in zip(sheet.trim, sheet.bleed, strict=True)]
        if min(ways) < wanted - _LOOSE * POINT:
            self.notes.note(
                "bleed-box",
                _("the bleed is {value:.1f} mm, less than {limit:g} mm").format(value=min(ways), limit=wanted),
                sheet.number,
                value=min(ways),
                limit=wanted,
            )


def _is_box(value: object) -> bool:
    numbers = finite(value) if hasattr(value, "__iter__") else []
    return len(numbers) == 4 and numbers[0] != numbers[2] and numbers[1] != numbers[3]


def _inside(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - _LOOSE
        and inner[1] >= outer[1] - _LOOSE
        and inner[2] <= outer[2] + _LOOSE
        and inner[3] <= outer[3] + _LOOSE
    )
