import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hallwright.desktop.dialogs.pages import Pages
from hallwright.desktop.dialogs.preview import Preview
from hallwright.desktop.glyphs import Glyphs
from hallwright.drawing.primitives import Page, Shapes, Text


def page(number: int = 0) -> Page:
    return Page(100, 200, (Shapes.box("booth.confirmed", 10, 10, 90, 60),), f"page {number}")


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    shown = Preview(Glyphs())
    qtbot.addWidget(shown)
    shown.resize(500, 500)
    shown.show()
    shown.show_page(page())
    return shown


def test_a_page_fits_and_stays_fitted(preview: Preview) -> None:
    small = preview.zoom
    preview.resize(900, 900)
    assert preview.zoom > small
    assert preview.verticalScrollBar().maximum() == 0


def test_zooming_keeps_what_lies_under_the_pointer(preview: Preview) -> None:
    preview.zoom_to(3.0)
    before, at = preview._place(), QPoint(200, 150)
    preview.zoom_to(4.0, at)
    after = preview._place()
    assert (at.x() - before.dx) / before.scale == pytest.approx((at.x() - after.dx) / after.scale, abs=0.2)
    assert (at.y() - before.dy) / before.scale == pytest.approx((at.y() - after.dy) / after.scale, abs=0.2)


def test_it_paints_white_paper_with_the_page_s_shapes(preview: Preview) -> None:
    image = preview.viewport().grab().toImage()
    place = preview._place()

    def colour(x: float, y: float) -> str:
        ratio = image.devicePixelRatio()
        spot = QPoint(round((place.dx + x * place.scale) * ratio), round((place.dy + y * place.scale) * ratio))
        return image.pixelColor(spot).name()

    assert colour(50, 150) == "#ffffff"
    assert colour(50, 30) == "#68a4da"


def test_pages_are_turned_by_keys_and_by_number(qtbot: QtBot) -> None:
    pages = Pages(Glyphs())
    qtbot.addWidget(pages)
    pages.show()
    made: list[int] = []

    def make(index: int) -> Page:
        made.append(index)
        return page(index)

    pages.show_pages(10_000, make)
    QTest.keyClick(pages.preview, Qt.Key.Key_PageDown)
    QTest.keyClick(pages.preview, Qt.Key.Key_End)
    QTest.keyClick(pages.preview, Qt.Key.Key_PageDown)
    assert pages.number == 10_000
    pages.go_to(77)
    assert made == [0, 1, 9_999, 76]
    pages.show_pages(50, make)
    assert pages.number == 50


def test_large_text_is_painted_as_well(preview: Preview) -> None:
    preview.show_page(Page(100, 200, (Text("text", "■黄", 10, 100, 40),)))
    assert 40 * preview._place().scale > 64
    image = preview.viewport().grab().toImage()
    black = sum(
        image.pixelColor(x, y).lightness() < 60 for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )
    assert black > 100
