"""Layers and views: what the canvas shows, and what others than the staff would see."""

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver

from hallwright.desktop.drops import Drops
from hallwright.desktop.layers import Layers
from hallwright.drawing.plan import View
from hallwright.editing import assignment
from hallwright.editing.floor import add_fixture
from hallwright.expo.space import BoothStatus, FixtureKind
from hallwright.geometry.outline import Box, rectangle


def picture(driver: Driver) -> QImage:
    return driver.window.canvas.grab().toImage()


def colour(driver: Driver, x: float, y: float) -> QColor:
    return picture(driver).pixelColor(driver.pixel(x, y))


def test_numbers_names_and_the_legend_are_switched(driver: Driver) -> None:
    scenery, booth = driver.window.canvas.scenery, driver.booths["B01"]
    scale = driver.window.canvas.view.scale
    assert {text.text for text in scenery.label(booth, scale)} >= {"B01", "NetEase"}
    driver.do("names")
    assert [text.text for text in scenery.label(booth, scale)] == ["B01"]
    driver.do("numbers")
    assert scenery.label(booth, scale) == []
    driver.do("names")
    assert "B01" not in {text.text for text in scenery.label(booth, scale)}
    assert driver.window.legend.isVisible()
    driver.do("legend")
    assert not driver.window.legend.isVisible()


def test_the_public_sees_neither_status_nor_who_has_not_signed(driver: Driver) -> None:
    desk, canvas = driver.window.desk, driver.window.canvas
    desk.do(lambda: assignment.assign(desk.show, "b1", "x2"))
    desk.do(lambda: assignment.set_status(desk.show, ["b1"], BoothStatus.HELD))
    theme = canvas.scenery.theme
    held = driver.booths["A01"]
    assert held.status is BoothStatus.HELD
    assert len(canvas.scenery.label(held, canvas.view.scale * 4)) > 1
    desk.select(())
    driver.do("view-public")
    assert [text.text for text in canvas.scenery.label(held, canvas.view.scale * 4)] == ["A01"]
    free = theme.style("booth.free").fill
    assert free is not None
    assert colour(driver, 3400, 3400).name() == free.rgb
    assert [role for role, _ in driver.window.legend._rows] == ["booth.free", "booth.let"]


def test_a_permit_plan_has_no_names_and_one_colour(driver: Driver) -> None:
    canvas = driver.window.canvas
    driver.do("view-permit")
    assert [text.text for text in canvas.scenery.label(driver.booths["B01"], canvas.view.scale)] == ["B01"]
    assert colour(driver, 20_400, 15_400) == colour(driver, 3400, 3400)
    driver.do("view-staff")
    assert colour(driver, 20_400, 15_400) != colour(driver, 3400, 3400)


def test_the_grid_is_drawn_when_zoomed_in_and_only_then(driver: Driver) -> None:
    canvas = driver.window.canvas
    far = picture(driver)
    driver.do("grid")
    assert picture(driver) == far
    canvas.zoom(6)
    without = picture(driver)
    driver.do("grid")
    assert picture(driver) != without


def test_layers_survive_as_text_and_bad_text_shows_everything() -> None:
    layers = Layers(zones=False, grid=False, view=View.PUBLIC)
    assert Layers.from_text(layers.to_text()) == layers
    for text in ("", "[]", "{", '{"view": "spies"}', '{"zones": 7, "stars": true}'):
        assert Layers.from_text(text) == Layers()


def test_supplies_show_over_booths_from_near_and_from_afar_but_not_to_the_public(driver: Driver) -> None:
    desk, canvas = driver.window.desk, driver.window.canvas
    desk.do(lambda: add_fixture(desk.show, "h1", FixtureKind.WATER, rectangle(22_800, 20_000, 400, 400)))
    desk.select(())
    ink = canvas.scenery.theme.style("fixture.water").fill
    assert ink is not None

    def blue() -> bool:
        # Left of the figure, within the round tile and within the dot; its rim is mixed with what lies about it.
        found, wanted = colour(driver, 22_830, 20_400), QColor(ink.rgb)
        return abs(found.red() - wanted.red()) + abs(found.green() - wanted.green()) < 40

    assert blue()
    canvas.fly_to_box(Box(22_000, 19_000, 24_000, 21_000))
    canvas.land()
    assert blue()
    assert len(Drops(desk.show, "h1").within(0, 0, 40_000, 30_000, canvas.view.scale)) > 1
    canvas.zoom(0.05)
    assert len(Drops(desk.show, "h1").within(0, 0, 40_000, 30_000, canvas.view.scale)) == 1
    assert Drops(desk.show, "h1").within(0, 0, 10_000, 30_000, canvas.view.scale) == ()
    canvas.fit()
    driver.do("view-public")
    assert not blue()
    driver.do("view-staff")
    assert blue()
    driver.do("supplies")
    assert not blue()


def test_the_permit_office_sees_the_longest_way_out(driver: Driver, qtbot: QtBot) -> None:
    window, desk = driver.window, driver.window.desk
    desk.do(lambda: add_fixture(desk.show, "h1", FixtureKind.FIRE_EXIT, rectangle(39_500, 27_000, 500, 2000)))
    ways = window.surroundings.ways
    assert not ways.busy
    assert window.canvas._way is None
    driver.do("view-permit")
    qtbot.waitUntil(lambda: window.canvas._way is not None)
    assert window.canvas._way is not None
    length, line = window.canvas._way
    assert line[0] == (3000, 3000), "from the farthest corner of the farthest booth"
    with_way = picture(driver)
    driver.do("ways")
    assert window.canvas._way is None
    assert picture(driver) != with_way
    driver.do("ways")
    qtbot.waitUntil(lambda: window.canvas._way is not None)
    desk.do(lambda: add_fixture(desk.show, "h1", FixtureKind.EXIT, rectangle(0, 3000, 500, 2000)))
    desk.check_now()
    qtbot.waitUntil(lambda: window.canvas._way is not None and window.canvas._way[0] < length)
    driver.do("view-staff")
    assert window.canvas._way is None
