"""The same page through Qt and through the PDF, compared as pixels: the preview shows what is printed."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pytest
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.painter import picture
from hallwright.drawing.badge import badge_pages
from hallwright.drawing.primitives import Anchor, NotShown, Page, Shapes, Text
from hallwright.drawing.sheet import SheetOptions, plan_pages
from hallwright.drawing.theme import paper
from hallwright.editing.sample import build
from hallwright.expo.badges import Template
from hallwright.expo.design import Element, Fill, Fold, Kind
from hallwright.expo.designfile import Part, written
from hallwright.expo.show import Show
from hallwright.expo.starters import begun, with_back
from hallwright.printing.painter import PdfPainter

Grey = npt.NDArray[np.float64]
DOTS = 6
"""Dots in a millimetre; whole, so that both pages are of the same whole number of dots."""


def grey(pixels: npt.NDArray[np.uint8]) -> Grey:
    """Return the mean of the channels: two renderers' own greys weigh them differently."""
    return np.asarray(pixels[:, :, :3].mean(axis=2) / 255)


def by_qt(page: Page) -> Grey:
    """Return the page as Qt paints it, in parts of 1."""
    image = picture(page, paper(), Glyphs(), DOTS).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return grey(rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3))


def by_pdf(page: Page) -> Grey:
    """Return the page as a PDF renderer shows it."""
    target = BytesIO()
    painter = PdfPainter(target, paper(), title="page")
    painter.page(page)
    painter.close()
    document = pdfium.PdfDocument(target.getvalue())
    bitmap = document[0].render(scale=DOTS * 25.4 / 72, rev_byteorder=True)
    return grey(bitmap.to_numpy())


def blurred(image: Grey, reach: int) -> Grey:
    """Return the mean over squares: what is left after it is no matter of antialiasing."""
    total = np.cumsum(np.cumsum(np.pad(image, ((1, 0), (1, 0))), axis=0), axis=1)
    size = 2 * reach + 1
    inner = total[size:, size:] - total[:-size, size:] - total[size:, :-size] + total[:-size, :-size]
    return np.asarray(inner / size**2)


def compared(page: Page) -> tuple[float, float]:
    """Return the mean difference of the page, and the worst of any square of 9 x 9 dots; parts of 1."""
    one, two = by_qt(page), by_pdf(page)
    height, width = min(one.shape[0], two.shape[0]), min(one.shape[1], two.shape[1])
    assert abs(one.shape[0] - two.shape[0]) <= 1
    assert abs(one.shape[1] - two.shape[1]) <= 1
    gap = np.abs(blurred(one[:height, :width], 4) - blurred(two[:height, :width], 4))
    return float(gap.mean()), float(gap.max())


@pytest.fixture(scope="module")
def sample() -> Show:
    return build().applied(Show())


def test_a_plan_sheet_looks_the_same(qapp: QApplication, sample: Show) -> None:
    options = SheetOptions(sheet="A3", printed=date(2024, 9, 1))
    pages, _ = plan_pages(sample, next(iter(sample.halls)), options)
    for page in pages[:2]:
        mean, worst = compared(page)
        assert mean < 0.012
        assert worst < 0.24  # a module of a QR code on the other side of a dot gives 0.21


def test_badges_look_the_same(qapp: QApplication, sample: Show) -> None:
    people = list(sample.people.values())
    roles = {person.role: person for person in people}
    for page in badge_pages(sample, roles.values(), []):
        mean, worst = compared(page)
        assert mean < 0.012
        assert worst < 0.24  # a module of a QR code on the other side of a dot gives 0.21


def test_pictures_and_folded_badges_look_the_same(qapp: QApplication, sample: Show) -> None:
    """A photo that covers its box, artwork in what a role's badges share, and both upside down on the back."""
    photo, art = picture_of(90, 160), picture_of(400, 300)
    design = begun(82_000, 203_000, Fold.FOOT)
    shown = (
        Element("art", Kind.PICTURE, -3000, 20_000, 88_000, 40_000, asset="a" * 64, pixels=(400, 300), fill=Fill.COVER),
        Element("photo", Kind.PHOTO, 50_000, 40_000, 20_000, 20_000, fill=Fill.COVER),
    )
    design = with_back(replace(begun(82_000, 203_000), page=design.page, elements=(*shown, *design.elements[:11])))
    row = Template(id="t", name="T", design=written(Part(design.page, design.elements)))
    person = replace(next(iter(sample.people.values())), photo="b" * 64)
    pictures = {"a" * 64: art, "b" * 64: photo}
    lost: list[NotShown] = []
    (page,) = badge_pages(sample, [person], lost, template=row, pictures=pictures.__getitem__)
    assert not lost
    mean, worst = compared(page)
    assert mean < 0.012
    assert worst < 0.24


def picture_of(wide: int, high: int) -> bytes:
    """Return a PNG that is no longer itself when it is turned or mirrored."""
    pixels = np.zeros((high, wide, 3), np.uint8)
    pixels[:, :, 0] = np.linspace(40, 255, wide)[None, :]
    pixels[:, :, 1] = np.linspace(255, 40, high)[:, None]
    target = BytesIO()
    Image.fromarray(pixels).save(target, "PNG")
    return target.getvalue()


def test_the_comparison_notices_a_moved_line_of_text(qapp: QApplication) -> None:
    def page(x: float) -> Page:
        text = Text("text", "Fiancée office 文字 final", x, 20.0, 8.0, Anchor.START)
        return Page(100, 40, (Shapes.box("paper", 0, 0, 100, 40), text))

    assert compared(page(5))[1] < 0.16
    one, two = by_qt(page(5)), by_pdf(page(6))
    gap = np.abs(blurred(one, 4) - blurred(two[: one.shape[0], : one.shape[1]], 4))
    assert gap.max() > 0.3
