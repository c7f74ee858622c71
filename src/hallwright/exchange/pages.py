"""Pages as pictures, a file each: SVG from the composed pages, PNG from the PDF made of them, both without a window."""

from collections.abc import Sequence
from pathlib import Path

from hallwright.drawing.primitives import Page
from hallwright.drawing.theme import paper
from hallwright.exchange.svg import Sheet, SvgPainter
from hallwright.support.errors import Refused
from hallwright.support.files import numbered, written_together
from hallwright.support.i18n import _

SVG, PNG = ".svg", ".png"
DPI = 150
LEAST_DPI, MOST_DPI = 20, 1200
_MOST_PIXELS = 150_000_000
"""Of one page; an A0 has them at 320 dots an inch."""
_POINTS = 72


def svg_text(page: Page) -> str:
    """Return a page as SVG at true size, a unit a millimetre; texts stay texts in the program's typefaces."""
    painter = SvgPainter(paper(), fitted=True)
    painter.sheet(Sheet(page.name or "Page", page.items))
    return painter.text(0, 0, page.width, page.height, page.name)


def write_svg(pages: Sequence[Page], path: Path, *, force: bool = False) -> list[Path]:
    """Write each page as SVG under a number, all or none: ``plan-1.svg`` for ``plan.svg``.

    Raises:
        Refused: a file exists and ``force`` is not set, or the folder cannot be written.
    """
    targets = numbered(path, len(pages))
    with written_together(targets, force=force) as made:
        for page, file in zip(pages, made, strict=True):
            file.write_text(svg_text(page), encoding="utf-8", newline="\n")
    return targets


def write_png(pdf: Path, path: Path, *, dpi: int = DPI, force: bool = False) -> list[Path]:
    """Write each page of a PDF of ours as PNG under a number, all or none; the picture knows its resolution.

    Args:
        pdf: made by this program, so that it needs no fence.
        path: ``plan.png`` for ``plan-1.png``.
        dpi: dots an inch, so that ``page`` of 25.4 mm has so many.
        force: replace files that exist.

    Raises:
        Refused: a picture would be too large, a file exists and ``force`` is not set, or it cannot be written.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        scale = dpi / _POINTS
        for page in document:
            wide, high = page.get_size()
            if wide * high * scale * scale > _MOST_PIXELS:
                raise Refused(
                    _("A picture of this sheet at {dpi} dots an inch is too large").format(dpi=dpi),
                    mend=_("Take fewer dots, or a smaller sheet."),
                )
        targets = numbered(path, len(document))
        with written_together(targets, force=force) as made:
            for page, file in zip(document, made, strict=True):
                page.render(scale=scale).to_pil().save(file, dpi=(dpi, dpi))
    return targets
