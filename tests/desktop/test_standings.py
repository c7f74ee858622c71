"""What the inspector says of how booths stand, and measured findings on the canvas."""

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from tests.desktop.conftest import Driver

from hallwright.desktop.standings import Standings
from hallwright.editing import booths
from hallwright.editing.fittings import move_item
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


def test_drops_move_with_their_booth_on_the_canvas_and_in_the_list(driver: Driver) -> None:
    desk, window = driver.window.desk, driver.window
    desk.do(lambda: add_fixture(desk.show, "h1", FixtureKind.POWER, rectangle(3300, 3300, 400, 400)))
    (drop,) = desk.show.fixtures.values()
    listing = window.lists.booths.listing
    window.lists.booths._stale = False
    listing.fill()

    def supplies(key: str) -> str:
        row = listing.row_of(key)
        assert row is not None
        return str(listing.data(listing.index(row, 4)))

    assert [supplies(key) for key in ("b1", "b2")] == ["power", ""]
    listing.filter("power")
    assert listing.rowCount() == 1
    listing.filter("")
    listing.sort(4)
    assert listing.entry(0).id == "b1"
    driver.drag((4500, 4500), (4500, 9000), (4500, 14_000))
    moved = desk.show.fixtures[drop.id]
    dx, dy = moved.outline[0][0] - drop.outline[0][0], moved.outline[0][1] - drop.outline[0][1]
    was, now = 3000, desk.show.booths["b1"].outline[0][1]
    assert dy == now - was > 8000
    assert dx == desk.show.booths["b1"].outline[0][0] - 3000
    assert supplies("b1") == "power"
    desk.undo()
    assert desk.show.fixtures[drop.id].outline == drop.outline
    desk.do(lambda: booths.move(desk.show, ["b2"], 0, 20_000))
    desk.do(lambda: move_item(desk.show, drop.id, 3000, 20_000))
    assert [supplies(key) for key in ("b1", "b2")] == ["", "power"]


def test_a_pasted_booth_is_selected_rather_than_its_drop(driver: Driver) -> None:
    desk = driver.window.desk
    desk.do(lambda: add_fixture(desk.show, "h1", FixtureKind.POWER, rectangle(3300, 3300, 400, 400)))
    desk.select(["b1"])
    driver.do("duplicate")
    assert desk.item == ""
    (copy,) = desk.selection
    assert copy != "b1"
    assert len(desk.show.fixtures) == 2


def test_the_way_to_an_exit_is_drawn_while_its_booth_is_selected(driver: Driver) -> None:
    desk, canvas = driver.window.desk, driver.window.canvas
    desk.do(lambda: add_fixture(desk.show, "h1", FixtureKind.FIRE_EXIT, rectangle(39_500, 27_000, 500, 2000)))
    desk.do(lambda: amend_event(desk.show, profile="mvstaettvo"))
    desk.check_now()
    (found,) = (one for one in desk.findings if one.booths == ("b1",) and one.path)
    assert found.path[0] == (3000, 3000)
    panel = driver.window.issues
    row = panel._shown.index(found)
    panel._go(panel._list.item(row))
    canvas.land()
    assert desk.selection == {"b1"}
    middle = canvas.view.to_pixel(*found.path[-1])
    assert canvas.rect().contains(int(middle[0]), int(middle[1])), "the whole way is in view"
    with_way = canvas.grab().toImage()
    desk._findings = [one for one in desk.findings if one is not found]
    without = canvas.grab().toImage()
    differing = [
        (x, y)
        for x in range(0, with_way.width(), 2)
        for y in range(0, with_way.height(), 2)
        if with_way.pixel(x, y) != without.pixel(x, y)
    ]
    assert len(differing) > 100
