"""Saves the pages of a preview as pictures, a file each: SVG, or PNG through the window's own painter."""

from collections.abc import Callable
from pathlib import Path

from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.painter import picture
from hallwright.drawing.primitives import Page
from hallwright.drawing.theme import paper
from hallwright.exchange.pages import DPI, PNG, SVG, svg_text
from hallwright.support.errors import Refused
from hallwright.support.files import numbered, written_together
from hallwright.support.i18n import _

PICTURES = (SVG, PNG)
"""Endings of picture files."""
_MM_PER_INCH = 25.4


def write_pictures(
    path: Path, count: int, make: Callable[[int], Page], step: Callable[[int, int], None], dpi: int = DPI
) -> list[Path]:
    """Write pages as ``plan-1.png`` and so on; all or none.

    Args:
        path: ``plan.png`` or ``plan.svg``.
        count: of the pages.
        make: makes a page by its index.
        step: called with pages done and those in all; what it raises ends the run.
        dpi: dots an inch of a PNG.

    Raises:
        Refused: they cannot be written, or one exists: nobody was asked about its numbered name.
    """
    # A raw font belongs to the thread that made it.
    glyphs = Glyphs()
    targets = numbered(path, count)
    with written_together(targets) as made:
        for index, file in enumerate(made):
            step(index, count)
            page = make(index)
            if path.suffix.lower() == SVG:
                file.write_text(svg_text(page), encoding="utf-8", newline="\n")
                continue
            image = picture(page, paper(), glyphs, dpi / _MM_PER_INCH)
            image.setDotsPerMeterX(round(dpi / _MM_PER_INCH * 1000))
            image.setDotsPerMeterY(round(dpi / _MM_PER_INCH * 1000))
            if not image.save(str(file)):
                raise Refused(_("The picture could not be written"), str(file.name), _("Choose another folder."))
        step(count, count)
    return targets
