"""A page of a PDF as a picture."""

from pathlib import Path
from typing import Any, NamedTuple

from hallwright.exchange.underlays.limits import LONGEST_SIDE
from hallwright.exchange.underlays.raster import Pixels, packed
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.numbers import written

DOTS = 300.0
"""Dots an inch of a small page; large ones get as many pixels as a picture may have."""
_INCH = 72.0


class Rendered(NamedTuple):
    """A page as picture, the number of pages, and the millimetres of paper that a pixel covers."""

    pixels: Pixels
    pages: int
    paper: float


def read(path: Path, page: int) -> Rendered:
    """Render one page, counted from 1.

    Raises:
        Refused: the file is protected or damaged, or has no such page.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused(_("The PDF is protected by a password"), mend=_("Save it without one.")) from None
        raise Refused(_("The PDF is damaged or cut short"), mend=_("Save or download it again.")) from None
    pages = len(document)
    if not pages:
        raise Refused(_("The PDF has no pages"), mend=_("Save or download it again."))
    if not 1 <= page <= pages:
        raise Refused(
            _("The PDF has no page {page:,}; it has {pages:,}").format(page=written(page), pages=written(pages)),
            mend=_("Choose one of them."),
        )
    try:
        sheet = document[page - 1]
        return _rendered(sheet, pages)
    except pypdfium2.PdfiumError:
        raise Refused(
            _("Page {page:,} of the PDF is damaged").format(page=written(page)),
            mend=_("Choose another, or save the file again."),
        ) from None


def _rendered(sheet: Any, pages: int) -> Rendered:
    width, height = sheet.get_size()
    if not (width > 0 and height > 0):
        raise Refused(_("The page of the PDF has no size"), mend=_("Choose another page."))
    scale = min(DOTS / _INCH, LONGEST_SIDE / max(width, height))
    if min(width, height) * scale < 1:
        raise Refused(_("The page of the PDF is a mere line"), mend=_("Choose another page."))
    picture = sheet.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    lowest, highest = zip(*picture.getextrema(), strict=True)
    if lowest == highest:
        raise Refused(
            _("There is nothing on the page of the PDF"),
            mend=_("Choose another of the {pages:,} pages.").format(pages=written(pages)),
        )
    return Rendered(packed(picture, lossy=False), pages, 25.4 / _INCH / scale)
