"""Images fine enough for the press."""

from hallwright.printing.preflight.state import Image, Sheet
from hallwright.printing.preflight.watching import Check
from hallwright.support.i18n import _

_LOOSE = 0.01
"""Part that counts as none."""


class Resolution(Check):
    """Rule ``image-resolution``."""

    def image(self, sheet: Sheet, image: Image) -> None:
        """Look at an image's pixels an inch; one of a single pixel is a flat colour."""
        name = "bitmap_ppi" if image.bits == 1 else "image_ppi"
        limit = self.profile.limit(name)
        if image.ppi >= limit * (1 - _LOOSE) or image.pixels <= (1, 1):
            return
        text = (
            _("a bitmap of {value:.0f} dots an inch, coarser than {limit:g}")
            if image.bits == 1
            else _("an image of {value:.0f} pixels an inch, coarser than {limit:g}")
        )
        self.notes.note(
            "image-resolution",
            text.format(value=image.ppi, limit=limit),
            sheet.number,
            sheet.mm(image.box[0], image.box[3]),
            key=name,
            value=image.ppi,
            limit=limit,
        )
