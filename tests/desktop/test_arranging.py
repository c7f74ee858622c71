"""The Arrange menu and the clipboard, driven as a hand would."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog
from tests.desktop.conftest import Driver

from hallwright.desktop.arranging import BOOTHS_MIME
from hallwright.desktop.dialogs.sizing import EditDialog
from hallwright.expo.space import BoothStatus
from hallwright.geometry.outline import bounds


@pytest.fixture(autouse=True)
def clipboard(styled: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def select(driver: Driver, *numbers: str) -> None:
    driver.window.desk.select([driver.booths[number].id for number in numbers])


def enabled(driver: Driver, *names: str) -> list[bool]:
    return [driver.window.actions_[name].isEnabled() for name in names]


def test_actions_are_offered_only_when_they_are_possible(driver: Driver) -> None:
    driver.window.desk.select(())
    names = ("rotate-right", "align-left", "distribute-across", "split-into", "merge", "notch", "booths-paste")
    driver.window._on_selection()
    assert enabled(driver, *names) == [False] * 7
    select(driver, "A01")
    driver.window._on_selection()
    assert enabled(driver, *names) == [True, False, False, True, False, True, False]
    select(driver, "A01", "A02", "A03")
    driver.window._on_selection()
    assert enabled(driver, *names) == [True, True, True, False, True, False, False]


def test_keys_rotate_merge_and_duplicate(driver: Driver) -> None:
    canvas, keys = driver.window.canvas, Qt.KeyboardModifier.ControlModifier
    canvas.setFocus()
    select(driver, "A01", "A02")
    driver.window._on_selection()
    QTest.keyClick(canvas, Qt.Key.Key_M, keys)
    assert bounds(driver.booths["A01"].outline) == (3000, 3000, 9000, 6000)
    assert driver.window.desk.selection == {"b1"}
    QTest.keyClick(canvas, Qt.Key.Key_BracketRight, keys)
    assert bounds(driver.booths["A01"].outline) == (4500, 1500, 7500, 7500)
    QTest.keyClick(canvas, Qt.Key.Key_D, keys)
    assert bounds(driver.booths["A02"].outline) == (7500, 1500, 10_500, 7500)
    assert driver.window.desk.selection == {driver.booths["A02"].id}
    for _ in range(3):
        driver.do("undo")
    assert set(driver.booths) == {"A01", "A02", "A03", "A04", "A05", "B01"}


def test_copied_booths_are_pasted_at_the_pointer_without_their_exhibitor(driver: Driver) -> None:
    canvas = driver.window.canvas
    select(driver, "B01")
    driver.do("booths-copy")
    assert QGuiApplication.clipboard().text() == "B01\t6\t6"
    driver.window._on_selection()
    assert enabled(driver, "booths-paste") == [True]
    QTest.mouseMove(canvas, driver.pixel(10_000, 20_000))
    driver.do("booths-paste")
    pasted = driver.booths["B02"]
    assert bounds(pasted.outline).centre == pytest.approx((10_000, 20_000), abs=100)
    assert bounds(pasted.outline).left % 100 == 0
    assert (pasted.exhibitor, pasted.status) == (None, BoothStatus.AVAILABLE)
    assert driver.window.desk.selection == {pasted.id}


def test_without_the_pointer_pastes_come_to_lie_beside_each_other(driver: Driver) -> None:
    select(driver, "A05")
    driver.do("booths-copy")
    driver.window.canvas.pointed.emit(None)
    driver.do("booths-paste")
    driver.do("booths-paste")
    assert bounds(driver.booths["A06"].outline)[:2] == (16_000, 4000)
    assert bounds(driver.booths["A07"].outline)[:2] == (17_000, 5000)


def test_cut_and_paste_keeps_the_number(driver: Driver) -> None:
    select(driver, "A05")
    driver.do("booths-cut")
    assert "A05" not in driver.booths
    driver.window.canvas.pointed.emit((30_000, 10_000))
    driver.do("booths-paste")
    assert bounds(driver.booths["A05"].outline)[:2] == (28_500, 8500)


def test_other_things_on_the_clipboard_are_not_offered_and_bad_booths_refused(driver: Driver) -> None:
    QGuiApplication.clipboard().setText("A01\t3\t3")
    assert enabled(driver, "booths-paste") == [False]
    data = QMimeData()
    data.setData(BOOTHS_MIME, b'{"format": "hallwright-booths", "booths": [{"number": \xff')
    QGuiApplication.clipboard().setMimeData(data)
    driver.do("booths-paste")
    assert driver.window.status.text == "The clipboard holds no booths. Copy booths first."


def test_align_distribute_and_mirror_from_the_menu(driver: Driver) -> None:
    select(driver, "A01", "A02", "B01")
    driver.do("align-bottom")
    assert {bounds(driver.booths[number].outline).bottom for number in ("A01", "A02", "B01")} == {21_000}
    driver.do("distribute-across")
    assert bounds(driver.booths["A02"].outline).left == 11_500
    driver.do("mirror-across")
    assert bounds(driver.booths["B01"].outline).left == 3000
    driver.do("distribute-down")
    assert driver.window.status.text.startswith("The booths stand in too few rows for that.")


@pytest.mark.parametrize("name", ["rotate-by", "resize", "distribute-aisle", "notch", "split-into", "merge-keeping"])
def test_each_dialog_opens_for_the_selection_and_says_what_would_come(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    opened: list[EditDialog] = []

    def execute(dialog: QDialog) -> int:
        assert isinstance(dialog, EditDialog)
        opened.append(dialog)
        return 0

    monkeypatch.setattr(QDialog, "exec", execute)
    driver.window.desk.select(())
    driver.do(name)
    assert not opened
    select(driver, "A01", *(["A02"] if name in ("distribute-aisle", "merge-keeping") else []))
    driver.window._on_selection()
    driver.do(name)
    (dialog,) = opened
    assert dialog.outcome.text() or dialog.hint.text() == "It is so already."


def test_a_polygon_is_drawn_with_clicks_and_a_double_click(driver: Driver) -> None:
    driver.window.use("draw-polygon")
    canvas, left, keys = driver.window.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    corners = [(5000, 20_000), (9000, 20_000), (9000, 23_000), (7000, 25_000)]

    def at(x: float, y: float) -> QPoint:
        return driver.pixel(x, y)

    for x, y in corners:
        QTest.mouseMove(canvas, at(x, y))
        QTest.mouseClick(canvas, left, keys, at(x, y))
    QTest.mouseDClick(canvas, left, keys, at(*corners[-1]))
    made = next(row for key, row in driver.booths.items() if key not in ("A01", "A02", "A03", "A04", "A05", "B01"))
    assert len(made.outline) == 4
    assert driver.window.desk.selection == {made.id}


def test_a_hall_drawn_corner_by_corner_is_opened_under_its_typed_name(driver: Driver) -> None:
    window = driver.window
    window.use("draw-polygon")
    what = window.status.findChildren(QComboBox)[-1]
    assert window.status.field("called").isHidden()
    what.setCurrentIndex(what.findData("new-hall"))
    what.activated.emit(what.currentIndex())
    assert not window.status.field("called").isHidden()
    QTest.keyClicks(window.status.field("called"), "Annex")
    for x, y in ((2000, 10_000), (18_000, 10_000), (10_000, 28_000)):
        QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, driver.pixel(x, y))
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    made = window.desk.show.halls[window.desk.hall]
    assert (made.name, len(made.outline), window.desk.item) == ("Annex", 3, made.id)
    assert window.halls.currentData() == made.id
    assert window.status.field("called").text() == ""


def test_a_polygon_is_closed_and_taken_back_by_keys(driver: Driver) -> None:
    driver.window.use("draw-polygon")
    canvas, left, keys = driver.window.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    canvas.setFocus()
    for x, y in [(5000, 20_000), (9000, 20_000), (9000, 23_000), (12_000, 27_000)]:
        QTest.mouseClick(canvas, left, keys, driver.pixel(x, y))
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    made = next(row for key, row in driver.booths.items() if key not in ("A01", "A02", "A03", "A04", "A05", "B01"))
    assert len(made.outline) == 3


def test_a_measured_line_stays_when_the_pointer_leaves(driver: Driver) -> None:
    driver.window.use("measure")
    driver.drag((3000, 3000), (10_000, 4000), (20_000, 15_000))
    preview = driver.window.canvas.hand.preview
    assert preview is not None
    assert preview.notes[0].text.startswith("20.809 m")
    driver.window.canvas.hand.leave()
    assert driver.window.canvas.hand.preview is preview
    driver.window.canvas.grab()
    assert set(driver.booths) == {"A01", "A02", "A03", "A04", "A05", "B01"}


def test_width_and_depth_are_typed_in_the_inspector(driver: Driver) -> None:
    select(driver, "A05")
    form = driver.window.inspector.form.sizes
    assert (form.width_m.text(), form.depth_m.text()) == ("3", "3")
    form.width_m.setText("13 ft")
    form.width_m.editingFinished.emit()
    assert bounds(driver.booths["A05"].outline) == (15_000, 3000, 18_962, 6000)
    form.depth_m.setText("wide")
    form.depth_m.editingFinished.emit()
    assert "not a length" in driver.window.status.text
    assert form.depth_m.text() == "3"
    select(driver, "A04", "A05")
    assert not form.width_m.isVisible()
