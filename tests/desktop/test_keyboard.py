"""A floor manager's work without a mouse, and names for all that can be worked."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver

from hallwright.desktop.canvas import Canvas
from hallwright.desktop.keyboard import neighbour

CTRL = Qt.KeyboardModifier.ControlModifier
WORKED = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, Canvas)


def boxes(*corners: tuple[float, float]) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    return np.array([(x, y, x + 10, y + 10) for x, y in corners], dtype=float)


def test_the_next_box_lies_abreast_if_one_does() -> None:
    grid = boxes((0, 0), (20, 0), (13, 14), (0, 40), (float("nan"), 0))
    assert neighbour(grid, 0, (1, 0)) == 1
    assert neighbour(grid, 0, (0, 1)) in {2, 3}
    assert neighbour(grid, 1, (-1, 0)) == 0
    assert neighbour(grid, 0, (-1, 0)) is None
    assert neighbour(grid, 3, (0, -1)) == 2 or neighbour(grid, 3, (0, -1)) == 0


def test_select_number_and_assign_without_the_mouse(driver: Driver, qtbot: QtBot) -> None:
    window, canvas = driver.window, driver.window.canvas
    window.activateWindow()
    canvas.setFocus()
    window.desk.select(["b1"])
    QTest.keyClick(canvas, Qt.Key.Key_Right, CTRL)
    QTest.keyClick(canvas, Qt.Key.Key_Right, CTRL)
    assert window.desk.selection == {"b3"}
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    number = window.inspector.form.number
    assert QApplication.focusWidget() is number
    QTest.keyClicks(number, "K7")
    QTest.keyClick(number, Qt.Key.Key_Return)
    QTest.keyClick(number, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is canvas
    QTest.keyClick(canvas, Qt.Key.Key_A)
    field = window.inspector.form.exhibitor
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "kug")
    QTest.keyClick(field, Qt.Key.Key_Return)
    booth = driver.on_disk()["K7"]
    assert (booth.id, booth.exhibitor) == ("b3", "x2")


def test_esc_gives_up_what_was_typed(driver: Driver) -> None:
    driver.window.activateWindow()
    driver.window.desk.select(["b1"])
    driver.do("edit-number")
    number = driver.window.inspector.form.number
    QTest.keyClicks(number, "wrong")
    QTest.keyClick(number, Qt.Key.Key_Escape)
    assert set(driver.booths) == {"A01", "A02", "A03", "A04", "A05", "B01"}
    assert number.text() == "A01"


def test_f6_goes_round_the_panes_and_back_to_where_one_was(driver: Driver) -> None:
    window = driver.window
    window.activateWindow()
    window.lists.exhibitors.focus_filter()
    before = QApplication.focusWidget()
    driver.do("next-pane")
    assert QApplication.focusWidget() is window.canvas
    driver.do("next-pane")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.side_tabs.isAncestorOf(focus)
    driver.do("next-pane")
    assert QApplication.focusWidget() is before
    driver.do("previous-pane")
    driver.do("previous-pane")
    assert QApplication.focusWidget() is window.canvas


def test_without_a_selection_the_central_booth_is_taken_and_brought_into_view(driver: Driver) -> None:
    canvas, desk = driver.window.canvas, driver.window.desk
    driver.do("neighbour-left")
    assert len(desk.selection) == 1
    canvas.zoom(12)
    desk.select(["b2"])
    driver.do("neighbour-right")
    assert desk.selection == {"b3"}
    x, y = canvas.view.to_pixel(10_500, 4500)
    assert 0 < x < canvas.width()
    assert 0 < y < canvas.height()


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_all_that_can_be_worked_has_a_name(driver: Driver, tab: int) -> None:
    window = driver.window
    window.desk.select(["b1"])
    window.side_tabs.setCurrentIndex(tab)
    nameless = []
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parentWidget(), (QLineEdit, QTabBar, QComboBox, QAbstractItemView))
        # What a combo box drops down is a window of its own and speaks for the box.
        own = widget.objectName().startswith("qt_") or widget.window() is not window
        if not isinstance(widget, WORKED) or isinstance(widget, QHeaderView) or inside or own:
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if not face.text(QAccessible.Text.Name):
            nameless.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    assert nameless == []
