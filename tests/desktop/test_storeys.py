"""Two storeys laid on each other in the window: by fields, by points, and what is seen beneath lends its corners."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from tests.desktop.conftest import Driver

from hallwright.desktop.viewport import Viewport
from hallwright.editing.change import Change, create
from hallwright.expo.space import Fixture, FixtureKind, Hall
from hallwright.geometry.outline import rectangle

COLUMN = rectangle(10_313, 25_027, 800, 800)


@pytest.fixture
def storeys(driver: Driver) -> Driver:
    """The small hall as the first floor, and a ground floor with one column."""
    desk = driver.window.desk
    rows = [
        Hall(id="g", name="Ground", outline=rectangle(-313, 27, 50_000, 40_000), storey="B1"),
        Fixture(id="gc", hall="g", kind=FixtureKind.COLUMN, outline=COLUMN),
        Fixture(id="hc", hall="h1", kind=FixtureKind.COLUMN, outline=rectangle(15_000, 20_000, 800, 800)),
    ]
    desk.do(lambda: Change.of("add", "Add storey", [create(row) for row in rows]))
    desk.open_hall("h1")
    driver.window.canvas.look(Viewport(0.02, -4000.0, -4000.0))
    return driver


def corner(driver: Driver) -> tuple[int, int]:
    return driver.window.desk.show.halls["h1"].outline[0]


def test_two_clicks_lay_column_on_column_and_one_undo_takes_it_back(storeys: Driver) -> None:
    window = storeys.window
    booth = storeys.booths["A01"].outline
    window.use("move-hall")
    storeys.drag((15_000, 20_000))
    QTest.mouseMove(window.canvas, storeys.pixel(10_313, 25_027))
    storeys.drag((10_313, 25_027))
    assert window.desk.show.fixtures["hc"].outline == COLUMN
    assert corner(storeys) == (-4687, 5027)
    assert storeys.on_disk()["A01"].outline == tuple((x - 4687, y + 5027) for x, y in booth)
    assert window.status.text == "Move Hall 1"
    storeys.do("undo")
    assert corner(storeys) == (0, 0)
    assert storeys.booths["A01"].outline == booth


def test_the_way_is_typed_into_the_fields_of_the_tool(storeys: Driver) -> None:
    window = storeys.window
    window.use("move-hall")
    right, down = window.status.field("right"), window.status.field("down")
    QTest.keyClicks(right, "2.5")
    QTest.keyClicks(down, "-1")
    QTest.keyClick(down, Qt.Key.Key_Return)
    assert corner(storeys) == (2500, -1000)
    right.clearFocus()
    down.clearFocus()
    assert "Underlays" in {combo.accessibleName() for combo in window.status.findChildren(QComboBox)}


def test_the_storey_beneath_lends_corners_only_while_it_is_seen(storeys: Driver) -> None:
    window, x, y = storeys.window, COLUMN[0][0], COLUMN[0][1]

    def draw() -> set[tuple[int, int]]:
        before = window.desk.show.fixtures.keys()
        storeys.drag((x + 10, y - 10), (x + 3000, y + 3000), (x + 3000, y + 3000))
        (made,) = [row for key, row in window.desk.show.fixtures.items() if key not in before]
        window.desk.undo()
        return set(made.outline)

    window.use("place-fixture")
    assert (x, y) not in draw()
    storeys.do("beneath")
    assert window.canvas.scene().beneath
    assert (x, y) in draw()
