"""Rulers and minimap: where on the plan one is."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver

from hallwright.desktop.rulers import LABEL_ROOM, figure, ruler_step, tick_step
from hallwright.desktop.viewport import FARTHEST, NEAREST
from hallwright.editing import booths
from hallwright.editing.floor import amend_hall
from hallwright.geometry.units import Unit


@given(st.floats(FARTHEST, NEAREST))
def test_steps_are_1_2_5_and_leave_room_for_figures(scale: float) -> None:
    step = ruler_step(scale)
    assert str(step).rstrip("0") in {"1", "2", "5"}
    assert step * scale >= LABEL_ROOM * 0.999
    assert step == 10 or step * scale <= 2.5 * LABEL_ROOM * 1.001
    assert step % tick_step(step, scale) == 0


def test_figures_have_the_decimals_that_their_step_needs() -> None:
    assert [figure(12_500, step) for step in (5000, 500, 50)] == ["12", "12.5", "12.50"]


def test_rulers_take_their_edges_and_give_them_back(driver: Driver, qtbot: QtBot) -> None:
    window = driver.window
    ruled, canvas = window.surroundings.ruled, window.canvas
    small = canvas.size()
    assert canvas.mapTo(ruled, QPoint(0, 0)) == QPoint(ruled.left.width(), ruled.top.height())
    driver.do("rulers")
    qtbot.waitUntil(lambda: canvas.size() == small + QSize(22, 22))
    assert not ruled.top.isVisible()


def test_the_pointer_is_marked_on_both_rulers(driver: Driver) -> None:
    ruled, canvas = driver.window.surroundings.ruled, driver.window.canvas
    before = ruled.top.grab().toImage(), ruled.left.grab().toImage()
    QTest.mouseMove(canvas, driver.pixel(20_000, 10_000))
    canvas.pointed.emit((20_000.0, 10_000.0))
    assert ruled.top.grab().toImage() != before[0]
    assert ruled.left.grab().toImage() != before[1]


def test_the_minimap_shows_only_when_a_part_is_out_of_view(driver: Driver) -> None:
    canvas, minimap = driver.window.canvas, driver.window.surroundings.minimap
    assert not minimap.isVisible()
    canvas.zoom(3)
    assert minimap.isVisible()
    driver.do("minimap")
    assert not minimap.isVisible()
    driver.do("minimap")
    canvas.fit()
    assert not minimap.isVisible()


def middle(driver: Driver) -> tuple[float, float]:
    canvas = driver.window.canvas
    return canvas.view.to_mm(canvas.width() / 2, canvas.height() / 2)


def test_the_frame_is_dragged_and_a_click_flies(driver: Driver) -> None:
    canvas, minimap = driver.window.canvas, driver.window.surroundings.minimap
    canvas.zoom(4)
    start = minimap.frame().center().toPoint()
    x, y = middle(driver)
    QTest.mousePress(minimap, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(minimap, start + QPoint(20, -10))
    QTest.mouseRelease(minimap, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + QPoint(20, -10))
    millimetres = minimap.width() and 40_000 / (minimap.width() - 12)
    assert middle(driver) == pytest.approx((x + 20 * millimetres, y - 10 * millimetres), abs=millimetres)
    frame = minimap.frame()
    QTest.mouseClick(
        minimap, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(12, minimap.height() - 12)
    )
    canvas.land()
    moved = minimap.frame()
    assert moved.size().width() == pytest.approx(frame.width())
    assert moved.center() != frame.center()
    assert QPointF(12, minimap.height() - 12).toPoint() == moved.center().toPoint()


def test_the_picture_is_renewed_after_a_change(driver: Driver) -> None:
    desk, canvas, minimap = driver.window.desk, driver.window.canvas, driver.window.surroundings.minimap
    canvas.zoom(3)
    before = minimap.grab().toImage()
    desk.do(lambda: booths.move(desk.show, ["b6"], 8000, 5000))
    minimap.renew()
    assert minimap.grab().toImage() != before


def test_the_minimap_points_north_where_the_hall_knows_it(driver: Driver) -> None:
    desk, canvas, minimap = driver.window.desk, driver.window.canvas, driver.window.surroundings.minimap
    canvas.zoom(3)
    before = minimap.grab().toImage()
    pictures = []
    for north in (0, 900, None):
        desk.do(partial(amend_hall, desk.show, "h1", north=north))
        minimap.renew()
        pictures.append(minimap.grab().toImage())
    assert pictures[0] != before != pictures[1] != pictures[0]
    assert pictures[2] == before


def test_lengths_in_feet_show_on_rulers_status_size_field_and_plan_and_are_remembered(driver: Driver) -> None:
    window = driver.window
    window.desk.select(["b1"])
    before = window.surroundings.ruled.top.grab().toImage()
    driver.do("feet")
    assert window.surroundings.ruled.top.grab().toImage() != before
    assert window.surroundings.ruled.top.accessibleName() == "Top ruler, feet"
    sizes = window.inspector.form.sizes
    assert (sizes.width_m.text(), sizes.depth_m.text()) == ("9′ 10.1″", "9′ 10.1″")
    # What is shown can be typed; what was not typed stays to the millimetre.
    sizes.width_m.setText("13′ 1.5″")
    sizes.width_m.editingFinished.emit()
    xs = sorted({x for x, _ in driver.booths["A01"].outline})
    ys = sorted({y for _, y in driver.booths["A01"].outline})
    assert (xs[1] - xs[0], ys[1] - ys[0]) == (4001, 3000)
    window.canvas.pointed.emit((3048.0, 6096.0))
    assert "x 10.00 ft   y 20.00 ft" in window.status._position.text()
    assert window.canvas.scene().unit is Unit.FT
    driver.do("feet")
    assert sizes.width_m.text() == "4.001"
