"""What the inspector says of how booths stand, and measured findings on the canvas."""

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from tests.desktop.conftest import Driver

from hallwright.desktop.standings import Standings
from hallwright.editing import booths
from hallwright.editing.floor import add_fixture, amend_event
from hallwright.expo.space import FixtureKind
from hallwright.geometry.outline import rectangle


@pytest.fixture
def panel(driver: Driver) -> Standings:
    found = driver.window.findChild(Standings)
    assert found is not None
    return found


def _text(panel: Standings) -> str:
    return panel.findChildren(QLabel)[0].text()


def test_an_island_has_its_frontage_height_and_price(driver: Driver, panel: Standings) -> None:
    driver.window.desk.select(["b6"])
    assert _text(panel) == "Island, 24 m frontage\nUp to 4.88 m high\nPrice class 4, +20 %"
    assert panel.findChildren(QPushButton)[0].isHidden()


def test_sides_set_by_hand_are_marked_and_released_by_the_button(driver: Driver, panel: Standings) -> None:
    desk = driver.window.desk
    desk.select(["b6"])
    desk.do(lambda: booths.retype(desk.show, ["b6"], open_sides=1))
    assert _text(panel).startswith("Inline (set by hand), 24 m frontage\nUp to 2.44 m high")
    desk.select(["b6", "b1"])
    assert _text(panel) == "Set by hand: 1 of 2"
    panel.findChildren(QPushButton)[0].click()
    row = desk.show.booths["b6"]
    assert (row.open_sides, row.sides_fixed) == (4, False)


def test_an_aisle_too_narrow_is_measured_on_the_canvas(driver: Driver) -> None:
    desk, canvas = driver.window.desk, driver.window.canvas
    desk.do(lambda: booths.move(desk.show, ["b6"], -6000, -6500))
    desk.check_now()
    before = canvas.grab().toImage()
    assert desk.findings == []
    desk.do(lambda: amend_event(desk.show, profile="shanghai"))
    desk.check_now()
    (found,) = desk.findings
    assert (found.rule, found.value) == ("aisle-width", 2.5)
    assert canvas.grab().toImage() != before


def test_all_booths_of_the_hall_are_typed_by_one_action(driver: Driver) -> None:
    desk = driver.window.desk
    desk.do(lambda: booths.retype(desk.show, ["b2"], open_sides=4))
    driver.window.actions_["type-by-geometry"].trigger()
    assert [desk.show.booths[f"b{k}"].open_sides for k in range(1, 7)] == [3, 4, 2, 2, 3, 4]
    desk.select(["b2"])
    driver.window.actions_["type-by-geometry"].trigger()
    assert desk.show.booths["b2"].open_sides == 2


def test_the_supplies_in_a_booth_are_listed(driver: Driver) -> None:
    desk = driver.window.desk
    for kind, left in ((FixtureKind.WATER, 3200), (FixtureKind.POWER, 3800), (FixtureKind.POWER, 4400)):
        desk.do(partial(add_fixture, desk.show, "h1", kind, rectangle(left, 3200, 400, 400)))
    desk.select(["b1"])
    form = driver.window.inspector.form
    assert form._size.text() == "3 × 3 m, 9 m² net\nSupplies: 2 × power, water"
    assert [role for role, count in driver.window.legend._rows][-2:] == ["fixture.power", "fixture.water"]
    driver.do("supplies")
    assert not any(role.startswith("fixture") for role, _ in driver.window.legend._rows)
