"""A project without a hall: from the card on the canvas to the first hall, drawn and typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver

from hallwright.desktop.viewport import Viewport
from hallwright.desktop.window import Window
from hallwright.editing.change import Change, create
from hallwright.editing.session import Session
from hallwright.expo.event import Event
from hallwright.expo.space import Hall
from hallwright.geometry.outline import rectangle
from hallwright.store.project import create as create_project


@pytest.fixture
def empty(styled: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Driver]:
    path = tmp_path / "empty.expo"
    window = Window(Session(create_project(path, Change.of("new", "New", [create(Event(id="e", name="Expo"))]))))
    with qtbot.waitActive(window, timeout=20_000):
        window.show()
        window.activateWindow()
    # A pixel is 10 cm, and five of them a step of the grid.
    window.canvas.look(Viewport(0.01, 0.0, 0.0))
    yield Driver(window, path)
    window.close()


def halls(driver: Driver) -> list[Hall]:
    return list(driver.window.desk.show.halls.values())


def test_the_card_leads_to_drawing_and_gives_way_to_it(empty: Driver, qtbot: QtBot) -> None:
    window = empty.window
    blank = window.surroundings.blank
    assert blank.isVisible()
    blank.buttons["draw"].click()
    assert not blank.isVisible()
    empty.drag((10_000, 10_000), (40_000, 20_000), (70_000, 50_000))
    (hall,) = halls(empty)
    assert (hall.name, hall.outline) == ("Hall 1", rectangle(10_000, 10_000, 60_000, 40_000))
    assert window.desk.hall == hall.id
    # Its corners are offered next: another drag shall not draw a second hall.
    qtbot.waitUntil(lambda: window.canvas.hand.tool is not None and window.canvas.hand.tool.name == "edit-floor")
    assert window.canvas.hand.preview is not None
    assert window.canvas.hand.preview.handles == hall.outline
    window.desk.undo()
    assert not halls(empty)
    assert blank.isVisible()


def test_lengths_are_typed_though_letters_and_figures_are_shortcuts(empty: Driver) -> None:
    window = empty.window
    window.use("draw-hall")
    canvas = window.canvas
    canvas.setFocus()
    QTest.mouseMove(canvas, empty.pixel(10_000, 10_000))
    empty.drag((10_000, 10_000))
    QTest.mouseMove(canvas, empty.pixel(20_000, 20_000))
    # X is the shortcut of placing a fixture, Tab leads to the next field: not while a length is typed.
    QTest.keyClicks(canvas, "60x")
    QTest.keyClicks(canvas, "40.5")
    assert canvas.hand.preview is not None
    assert canvas.hand.preview.entry == "60×40.5"
    assert window.canvas.hand.tool is window.tool("draw-hall")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    (hall,) = halls(empty)
    left, top = hall.outline[0]
    assert hall.outline == rectangle(left, top, 60_000, 40_500)


def test_a_size_is_typed_while_the_button_is_held(empty: Driver) -> None:
    window, canvas, left = empty.window, empty.window.canvas, Qt.MouseButton.LeftButton
    window.use("draw-hall")
    canvas.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(canvas, left, none, empty.pixel(10_000, 10_000))
    QTest.mouseMove(canvas, empty.pixel(20_000, 30_000))
    QTest.keyClicks(canvas, "25")
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert canvas.hasFocus()
    QTest.keyClicks(canvas, "50")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.mouseRelease(canvas, left, none, empty.pixel(20_000, 30_000))
    (hall,) = halls(empty)
    assert hall.outline == rectangle(10_000, 10_000, 25_000, 50_000)


def test_escape_while_typing_leaves_the_drag_under_way(empty: Driver) -> None:
    window, canvas, left = empty.window, empty.window.canvas, Qt.MouseButton.LeftButton
    window.use("draw-hall")
    canvas.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(canvas, left, none, empty.pixel(10_000, 10_000))
    QTest.mouseMove(canvas, empty.pixel(40_000, 30_000))
    QTest.keyClicks(canvas, "25")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.hand.pressed
    QTest.mouseRelease(canvas, left, none, empty.pixel(40_000, 30_000))
    assert [hall.outline for hall in halls(empty)] == [rectangle(10_000, 10_000, 30_000, 20_000)]


def test_the_grid_of_the_first_hall_is_one_that_the_hand_can_hit(empty: Driver) -> None:
    canvas = empty.window.canvas
    for scale, grid in ((0.005, 1000), (0.01, 500), (0.05, 100)):
        canvas.look(Viewport(scale, 0.0, 0.0))
        assert canvas.scene().grid == grid
    canvas.look(Viewport(0.005, 0.0, 0.0))
    empty.window.use("draw-hall")
    empty.drag((10_200, 9800), (40_200, 20_400), (60_400, 40_200))
    assert [hall.outline for hall in halls(empty)] == [rectangle(10_000, 10_000, 50_000, 30_000)]
    assert canvas.scene().grid == canvas.grid == 100


def test_other_tools_tell_what_is_missing(empty: Driver) -> None:
    window = empty.window
    window.use("draw-booth")
    window.surroundings.blank.hide()
    empty.drag((10_000, 10_000), (13_000, 13_000))
    assert window.status.text == "There is no hall yet. Draw one first, with Tools > Draw a hall."


def test_a_drawing_can_be_traced_before_there_is_a_hall(
    empty: Driver, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hallwright.desktop.dialogs.underlay import UnderlayDialog

    svg = tmp_path / "venue.svg"
    svg.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="60000mm" height="40000mm" viewBox="0 0 60000 40000">'
        '<path d="M0 0H60000V40000H20000Z" fill="none" stroke="black"/></svg>'
    )

    def import_it(dialog: UnderlayDialog) -> int:
        qtbot.waitUntil(lambda: dialog.scale() is not None and not dialog.worker.busy, timeout=20_000)
        dialog.ok.click()
        return 1

    monkeypatch.setattr(UnderlayDialog, "exec", import_it)
    window = empty.window
    window.underlays.ask(svg)
    (hall,) = halls(empty)
    (underlay,) = window.desk.show.underlays.values()
    assert underlay.hall == hall.id
    assert set(underlay.outline) == set(hall.outline)
    assert window.canvas.hand.tool is window.tool("draw-hall")
    for x, y in ((0, 0), (60_000, 0), (60_000, 40_000), (20_000, 40_000)):
        empty.drag((x, y), keys=Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    (hall,) = halls(empty)
    assert len(hall.outline) == 4
    assert hall.outline[3][0] > 19_000
    window.desk.undo()
    window.desk.undo()
    assert not halls(empty)
    assert not window.desk.show.underlays
