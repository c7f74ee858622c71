"""How much ink flat colours and the pixels of images lay upon each other."""

from hallwright.printing.preflight.limits import MOST_IMAGES
from hallwright.printing.preflight.matrices import Box, common, moved
from hallwright.printing.preflight.report import Notes
from hallwright.printing.preflight.samples import Peak, peak
from hallwright.printing.preflight.state import Image, Paint, Path, Sheet, Text
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import PrintProfile
from hallwright.support.i18n import _

_LOOSE = 0.5
"""Percent that count as none: inks are written with few digits."""


class Ink(Check):
    """Rule ``total-ink``."""

    def __init__(self, profile: PrintProfile, notes: Notes) -> None:
        super().__init__(profile, notes)
        self._peaks: dict[tuple[int, int], Peak | None] = {}
        self._left = MOST_IMAGES

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
        for paints, paint in ((path.fills, path.state.fill), (path.strokes, path.state.stroke)):
            if paints and self._is_much(paint) and (box := path.inside(sheet.trim)) is not None:
                self._look(sheet, paint, box)

    def image(self, sheet: Sheet, image: Image) -> None:
        """Look at the colour of a stencil, or at the pixels of an image, once however often it is shown."""
        if image.stencil:
            self._look(sheet, image.state.fill, image.box)
            return
        most = self._peak(image)
        limit = self.profile.limit("ink_percent")
        if most is None or most.ink * 100 <= limit + _LOOSE or common(image.box, sheet.trim) is None:
            return
        self.notes.note(
            "total-ink",
            _("an image with total ink of {value:.0f} %, more than {limit:g} %").format(
                value=most.ink * 100, limit=limit
            ),
            sheet.number,
            sheet.mm(*moved(image.state.ctm, *most.at)),
            key="image",
            value=most.ink * 100,
            limit=limit,
        )

    def _peak(self, image: Image) -> Peak | None:
        key = getattr(image.source, "objgen", (0, 0))
        if key in self._peaks:
            return self._peaks[key]
        wide, high = image.pixels
        self._left -= wide * high * 4
        found = peak(image) if self._left >= 0 else None
        if key != (0, 0):
            self._peaks[key] = found
        return found

    def _is_much(self, paint: Paint) -> bool:
        total = paint.total
        # Registration colour is a fault of its own.
        much = total is not None and total * 100 > self.profile.limit("ink_percent") + _LOOSE
        return much and "All" not in paint.space.names

    def _look(self, sheet: Sheet, paint: Paint, box: Box) -> None:
        total, limit = paint.total, self.profile.limit("ink_percent")
        if total is None or not self._is_much(paint) or common(box, sheet.trim) is None:
            return
        self.notes.note(
            "total-ink",
            _("total ink of {value:.0f} %, more than {limit:g} %").format(value=total * 100, limit=limit),
            sheet.number,
            sheet.mm(box[0], box[3]),
            value=total * 100,
            limit=limit,
        )
