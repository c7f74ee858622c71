"""Underlays on the canvas: painted beneath the plan, selected, dimmed, moved, calibrated, deleted."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver
from tests.drawing.test_underlay import layer
from tests.expo.test_underlay import underlay

from hallwright.desktop.backdrop import LinePicture, RasterPicture, decoded, prepared
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.theme import screen
from hallwright.drawing.underlay import Linework, Note
from hallwright.editing.underlays import Content, add_underlay, dim_underlay
from hallwright.expo.underlay import Media, Underlay

SQUARE = [(0, 0), (1000, 0), (1000, 1000), (0, 1000)]
pytestmark = pytest.mark.usefixtures("styled")
INK, PAPER = QColor("#000000"), QColor("#ffffff")


def lines(*more: tuple[list[tuple[int, int]], bool]) -> Linework:
    cross = layer("CROSS", [([(0, 500), (1000, 500)], False), ([(500, 0), (500, 1000)], False)])
    return Linework(1000, 1000, (0, 0), (layer("SQUARE", [(SQUARE, True), *more]), cross))


def painted(shown: LinePicture | RasterPicture, row: Underlay, view: Viewport) -> QImage:
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    area = QRectF(0, 0, 120, 120)
    if isinstance(shown, LinePicture):
        shown.paint(painter, row, view, area, INK)
    else:
        shown.paint(painter, row, view, area)
    painter.end()
    return image


def dark(image: QImage) -> set[tuple[int, int]]:
    return {(x, y) for x in range(120) for y in range(120) if image.pixelColor(x, y).lightness() < 200}


def test_lines_are_painted_where_they_lie_and_hidden_layers_are_not() -> None:
    row = underlay(x=100, y=100, width=1000, height=1000, scale=1.0)
    view = Viewport(0.1, 0, 0)
    whole = dark(painted(LinePicture(lines()), row, view))
    assert {(10, 50), (60, 10), (60, 60), (109, 50), (30, 60)} & whole
    assert min(x for x, _y in whole) in (9, 10)
    assert max(y for _x, y in whole) in (109, 110)
    bare = dark(painted(LinePicture(lines()), replace(row, hidden=("CROSS",)), view))
    assert not {point for point in bare if 20 < point[0] < 100 and 20 < point[1] < 100}
    turned = dark(painted(LinePicture(lines()), replace(row, angle=45.0, x=600), view))
    assert not {(10, 50)} & turned
    assert max(y for _x, y in turned) > 110


def test_many_paths_are_handed_over_in_batches_and_specks_are_left_out() -> None:
    tiny = [([(100 + k % 7, 100 + k % 11), (101 + k % 7, 101 + k % 11)], False) for k in range(9000)]
    picture = LinePicture(lines(*tiny))
    row = underlay(width=1000, height=1000, scale=1.0)
    assert not [point for point in dark(painted(picture, row, Viewport(0.1, 0, 0))) if 5 < point[0] < 45 > point[1] > 5]
    assert [p for p in dark(painted(picture, row, Viewport(5.0, 90, 90))) if 40 < p[0] < 100 and 40 < p[1] < 100]


def test_texts_are_written_once_they_can_be_read() -> None:
    text = Linework(1000, 1000, (0, 0), (layer("T", [], Note(500, 500, 100, 0.0, "HHHH")),))
    row = underlay(width=1000, height=1000, scale=1.0)
    assert dark(painted(LinePicture(text), row, Viewport(0.1, 0, 0)))
    assert not dark(painted(LinePicture(text), row, Viewport(0.04, 0, 0)))


def picture(width: int = 1600, height: int = 1600) -> bytes:
    data = io.BytesIO()
    pixels = np.full((height, width), 255, np.uint8)
    pixels[:, width // 2 :] = 0
    Image.fromarray(pixels).save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize("scale", [0.05, 0.5])
def test_a_picture_is_painted_near_and_far(scale: float) -> None:
    shown = RasterPicture(decoded(picture()))
    image = painted(shown, underlay(width=1600, height=1600, scale=1.0), Viewport(scale, 800 - 60 / scale, 0))
    assert image.pixelColor(55, 20).lightness() > 240
    assert image.pixelColor(65, 20).lightness() < 15
    with pytest.raises(ValueError, match="damaged"):
        decoded(b"no picture")


def test_in_the_dark_paper_is_dark_lines_are_light_and_red_stays_red() -> None:
    data = io.BytesIO()
    pixels = np.full((90, 121, 3), 255, np.uint8)
    pixels[:, 30:60], pixels[:, 60:90], pixels[:, 90:] = (0, 0, 0), (200, 30, 30), (250, 240, 190)
    Image.fromarray(pixels).save(data, "PNG")
    row, view = underlay(width=121, height=90, scale=1.0), Viewport(1.0, 0, 0)
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#1e2227"))
    painter = QPainter(image)
    shown = prepared(Media.RASTER, data.getvalue(), dark=True)
    assert isinstance(shown, RasterPicture)
    shown.paint(painter, row, view, QRectF(0, 0, 120, 120))
    painter.end()
    paper, ink, red, cream = (image.pixelColor(x, 40) for x in (15, 45, 75, 105))
    assert paper == QColor("#1e2227")
    assert ink.lightness() > 250
    assert red.red() > red.green() + 100
    assert min(red.hue(), 360 - red.hue()) < 15
    assert cream.lightness() < 80


@pytest.mark.parametrize("dark", [True, False])
def test_a_picture_follows_the_window_into_the_dark(driver: Driver, qtbot: QtBot, dark: bool) -> None:
    desk, window = driver.window.desk, driver.window
    asset = desk.session.store.put_asset(picture(400, 400))
    with qtbot.waitSignal(window.underlays.loaded, timeout=10_000):
        desk.do(lambda: add_underlay(desk.show, "h1", Content("a.png", asset, Media.RASTER, 400, 400), 50.0))
        window.canvas.grab()
    desk.do(lambda: dim_underlay(desk.show, next(iter(desk.show.underlays)), 0))
    canvas = window.canvas
    # The inspector asks for its layers, of which it has none.
    desk.select_item(next(iter(desk.show.underlays)))
    if dark:
        with qtbot.waitSignal(window.underlays.loaded, timeout=10_000):
            canvas.use_theme(screen(True))
            canvas.grab()
    window.inspector.refresh()
    assert window.underlays.finished
    image = canvas.grab().toImage()
    assert window.underlays.finished
    paper, ink = (image.pixelColor(driver.pixel(x, 11_000)).lightness() for x in (4000, 14_000))
    assert (paper < 60, ink > 200) == (True, True) if dark else (paper > 200, ink < 60) == (True, True)


Lay = Callable[[], Underlay]


@pytest.fixture
def lay(driver: Driver, qtbot: QtBot) -> Lay:
    """Lay the lines under the hall, 10 x 10 m, and wait until they are ready."""

    def add() -> Underlay:
        desk = driver.window.desk
        asset = desk.session.store.put_asset(lines().encoded())
        content = Content("venue.dxf", asset, Media.VECTOR, 1000, 1000)
        with qtbot.waitSignal(driver.window.underlays.loaded, timeout=10_000):
            desk.do(lambda: add_underlay(desk.show, "h1", content, 10.0))
            driver.window.canvas.grab()
        return next(iter(desk.show.underlays.values()))

    return add


def shade(driver: Driver, x: float, y: float) -> int:
    """Return the darkest lightness about a millimetre of the canvas."""
    image = driver.window.canvas.grab().toImage()
    at = driver.pixel(x, y)
    return min(
        image.pixelColor(at.x() + dx, at.y() + dy).lightness() for dx in (-2, -1, 0, 1, 2) for dy in (-2, -1, 0, 1, 2)
    )


def test_it_is_seen_on_the_bare_floor_and_not_on_booths(driver: Driver, lay: Lay) -> None:
    before = shade(driver, 5000, 8000)
    row = lay()
    assert shade(driver, 5000, 8000) < before
    driver.window.desk.select_item(row.id)
    form = driver.window.inspector.underlay
    assert driver.window.inspector.currentWidget() is form
    assert [form.layers.item(k).text() for k in range(form.layers.count())] == ["SQUARE", "CROSS"]
    form.layers.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert driver.window.desk.show.underlays[row.id].hidden == ("CROSS",)
    assert shade(driver, 5000, 8000) == before


def test_its_page_changes_it(driver: Driver, lay: Lay) -> None:
    desk, form = driver.window.desk, driver.window.inspector.underlay
    key = lay().id
    desk.select_item(key)
    form.name.setText("Venue")
    form.name.editingFinished.emit()
    form.length.setText("12")
    form.length.editingFinished.emit()
    form.angle.setText("90")
    form.angle.editingFinished.emit()
    form.dim.setValue(80)
    row = desk.show.underlays[key]
    assert (row.name, row.scale, row.angle, row.dim) == ("Venue", 12.0, 90.0, 80)
    form.locked.click()
    assert desk.show.underlays[key].locked
    assert not form.length.isEnabled()
    driver.do("delete")
    assert not desk.show.underlays
    driver.do("undo")
    assert desk.show.underlays[key].name == "Venue"


def test_it_is_dragged_and_calibrated_on_the_canvas(driver: Driver, lay: Lay) -> None:
    desk, window = driver.window.desk, driver.window
    key = lay().id
    window.use("move-underlay")
    driver.drag((9000, 9000), (15_000, 12_000), (19_000, 14_000))
    row = desk.show.underlays[key]
    assert (row.x, row.y) == pytest.approx((10_000, 5000), abs=2 / window.canvas.view.scale)
    window.use("calibrate")
    driver.drag((row.x, row.y))
    driver.drag((row.x + 10_000, row.y))
    field = window.status.field("distance")
    QTest.keyClicks(field, "5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.show.underlays[key].scale == pytest.approx(5.0, rel=0.02)


def test_the_list_of_underlays_selects_one(driver: Driver, lay: Lay) -> None:
    assert driver.window.underlays.menu() is None
    driver.do("lock-underlay")
    assert driver.window.status.text == "There is no underlay."
    key = lay().id
    menu = driver.window.underlays.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    assert driver.window.desk.item == key
    driver.do("lock-underlay")
    assert driver.window.desk.show.underlays[key].locked


def test_content_that_is_missing_is_told_and_the_window_goes_on(driver: Driver, qtbot: QtBot) -> None:
    desk = driver.window.desk
    content = Content("venue.dxf", "0" * 64, Media.VECTOR, 1000, 1000)
    desk.do(lambda: add_underlay(desk.show, "h1", content, 10.0))
    with qtbot.waitSignal(desk.refused, timeout=10_000) as told:
        driver.window.canvas.grab()
    assert "the content of an underlay is missing" in told.args[0]
    driver.drag((4000, 4000))
    assert desk.selection == {"b1"}


def test_a_drawing_dropped_on_the_window_is_offered_as_an_underlay(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path | None] = []

    class Dialog:
        made = ""

        def __init__(self, _desk: object, path: Path | None, _parent: object) -> None:
            asked.append(path)

        def exec(self) -> int:
            return 0

    monkeypatch.setattr("hallwright.desktop.dialogs.underlay.UnderlayDialog", Dialog)
    driver.window.commands.take_file(tmp_path / "Venue.DXF")
    assert asked == [tmp_path / "Venue.DXF"]
