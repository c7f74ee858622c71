"""The tasks a floor manager does first, done with the mouse and the keyboard."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QColor, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver, small_expo

from hallwright.desktop.canvas import EXHIBITOR_MIME
from hallwright.desktop.dialogs.numbering import NumberingDialog
from hallwright.desktop.window import Window
from hallwright.editing import assignment, booths, fittings
from hallwright.editing.aisles import add_aisle
from hallwright.editing.fittings import delete_item
from hallwright.editing.floor import add_fixture, add_hall
from hallwright.editing.session import Session
from hallwright.expo.space import BoothStatus, FixtureKind
from hallwright.geometry.outline import bounds, rectangle
from hallwright.store.project import create, open_project


def drop(driver: Driver, exhibitor: str, x: float, y: float) -> None:
    """Drop a row of the exhibitor list onto the canvas."""
    panel = driver.window.lists.exhibitors
    row = panel.listing.row_of(exhibitor)
    assert row is not None
    data: QMimeData = panel.listing.mimeData([panel.listing.index(row, 0)])
    assert data.hasFormat(EXHIBITOR_MIME)
    at = QPointF(driver.pixel(x, y))
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    driver.window.canvas.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_dragged_booth_is_on_disk_and_its_move_is_undone_after_a_restart(driver: Driver, qtbot: QtBot) -> None:
    driver.drag((23_000, 18_000), (25_000, 20_000), (28_000, 23_000))
    assert bounds(driver.booths["B01"].outline)[:2] == (25_000, 20_000)
    assert driver.on_disk()["B01"] == driver.booths["B01"]
    driver.window.close()

    again = Window(Session(open_project(driver.path)))
    qtbot.addWidget(again)
    again.show()
    assert again.actions_["undo"].text() == "&Undo Move B01"
    again.actions_["undo"].trigger()
    assert bounds(again.desk.show.booths["b6"].outline)[:2] == (20_000, 15_000)
    again.actions_["redo"].trigger()
    assert bounds(again.desk.show.booths["b6"].outline)[:2] == (25_000, 20_000)


def test_an_exhibitor_dropped_on_a_booth_is_assigned_and_shown_everywhere(driver: Driver) -> None:
    drop(driver, "x2", 4500, 4500)
    booth = driver.booths["A01"]
    assert (booth.exhibitor, booth.status) == ("x2", BoothStatus.RESERVED)
    assert not driver.window.desk.show.exhibitors["x2"].waitlisted
    assert driver.window.desk.selection == {"b1"}
    listing = driver.window.lists.exhibitors.listing
    row = listing.row_of("x2")
    assert row is not None
    assert listing.entry(row).cells[1:] == ("A01", "reserved")
    picture = driver.window.canvas.grab().toImage()
    inside = driver.pixel(3300, 5700)
    assert picture.pixelColor(inside) != QColor("#ffffff")
    driver.do("undo")
    assert driver.booths["A01"].exhibitor is None
    assert driver.window.desk.show.exhibitors["x2"].waitlisted


def test_a_let_booth_takes_no_second_exhibitor_and_says_why(driver: Driver) -> None:
    drop(driver, "x3", 23_000, 18_000)
    assert driver.booths["B01"].exhibitor == "x1"
    assert driver.window.status.text == "booth B01: It is let to NetEase. Release it first."


def test_a_rubber_band_then_delete_then_undo(driver: Driver) -> None:
    driver.drag((1000, 1000), (5000, 5000), (11_000, 7000))
    assert driver.window.desk.selection == {"b1", "b2", "b3"}
    driver.do("delete")
    assert set(driver.booths) == {"A04", "A05", "B01"}
    driver.do("undo")
    assert set(driver.booths) == {"A01", "A02", "A03", "A04", "A05", "B01"}
    assert driver.window.desk.selection == {"b1", "b2", "b3"}


def test_deleting_a_let_booth_asks_first(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def question(_: object, title: str, text: str, *rest: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", question)
    driver.drag((23_000, 18_000))
    driver.do("delete")
    assert "B01" in driver.booths
    assert asked[0].startswith("Booth B01 is let")


def test_a_booth_is_drawn_numbered_and_selected(driver: Driver) -> None:
    driver.do("tool-draw-booth")
    driver.drag((30_000, 10_000), (33_000, 11_000), (36_000, 13_000))
    booth = driver.booths["B02"]
    assert bounds(booth.outline) == (30_000, 10_000, 36_000, 13_000)
    assert driver.window.desk.selection == {booth.id}
    assert driver.on_disk()["B02"] == booth


def test_a_row_is_numbered_by_sweeping_over_it(driver: Driver) -> None:
    driver.do("tool-number")
    field = driver.window.status.field("next")
    field.selectAll()
    QTest.keyClicks(field, "C21")
    driver.window.canvas.setFocus()
    driver.drag((4500, 4500), (7500, 4500), (10_500, 4500))
    assert {"C21", "C22", "C23", "A04", "A05", "B01"} == set(driver.booths)
    assert field.text() == "C24"


def test_a_taken_number_is_refused_and_the_field_shows_the_old_one(driver: Driver) -> None:
    driver.drag((4500, 4500))
    form = driver.window.inspector.form
    form.number.selectAll()
    QTest.keyClicks(form.number, "a05")
    QTest.keyClick(form.number, Qt.Key.Key_Return)
    assert driver.window.status.text.startswith("Hall 1: Number a05 is already taken.")
    assert form.number.text() == "A01"


def test_an_exhibitor_is_assigned_from_the_inspector_by_a_part_of_its_chinese_name(driver: Driver) -> None:
    driver.drag((4500, 4500))
    field = driver.window.inspector.form.exhibitor
    # An input method delivers what no key of the keyboard has.
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "狗"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert driver.booths["A01"].exhibitor == "x2"
    driver.do("release")
    assert driver.booths["A01"].exhibitor is None
    assert driver.booths["A01"].status is BoothStatus.AVAILABLE


def test_many_booths_are_renumbered_in_reading_order(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: NumberingDialog) -> None:
        dialog.prefix.setText("1")
        dialog.first.setText("7")
        dialog.look()
        dialog.ok.click()

    monkeypatch.setattr(NumberingDialog, "exec", answer)
    driver.do("select-all")
    driver.do("number")
    rows = driver.window.desk.show.booths
    assert [rows[f"b{k}"].number for k in range(1, 7)] == ["1A07", "1A08", "1A09", "1A10", "1A11", "1B07"]
    driver.window.search.setText("")
    QTest.keyClicks(driver.window.search, "a01")
    QTest.keyClick(driver.window.search, Qt.Key.Key_Return)
    assert driver.window.desk.selection == {"b1"}


def test_search_finds_by_number_and_by_name_and_flies_there(driver: Driver) -> None:
    search = driver.window.search
    QTest.keyClicks(search, "netea")
    QTest.keyClick(search, Qt.Key.Key_Return)
    driver.window.canvas.land()
    assert driver.window.desk.selection == {"b6"}
    middle = driver.window.canvas.view.to_mm(driver.window.canvas.width() / 2, driver.window.canvas.height() / 2)
    assert middle == pytest.approx((23_000, 18_000), abs=50)
    search.clear()
    QTest.keyClicks(search, "zzz")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert driver.window.status.text == "Nothing is called 'zzz'."


def test_the_wheel_zooms_at_the_pointer(driver: Driver, qtbot: QtBot) -> None:
    canvas = driver.window.canvas
    at = QPointF(driver.pixel(20_000, 15_000))
    before = canvas.view.to_mm(at.x(), at.y())
    scale = canvas.view.scale
    canvas.zoom(1.2, at)
    assert canvas.view.scale == pytest.approx(scale * 1.2)
    assert canvas.view.to_mm(at.x(), at.y()) == pytest.approx(before)


def test_overlaps_are_marked_and_listed_and_go_when_mended(driver: Driver) -> None:
    desk = driver.window.desk
    desk.do(lambda: booths.move(desk.show, ["b6"], -14_000, -11_000))
    desk.check_now()
    assert {finding.rule for finding in desk.findings} == {"booth-overlap"}
    assert driver.window.side_tabs.tabText(1) == f"Issues ({len(desk.findings)})"
    driver.do("undo")
    desk.check_now()
    assert desk.findings == []
    assert driver.window.side_tabs.tabText(1) == "Issues"


def test_what_another_program_writes_appears(driver: Driver, qtbot: QtBot) -> None:
    other = Session(open_project(driver.path))
    other.commit(booths.renumber(other.show, "b1", "Z99"))
    other.close()
    with qtbot.waitSignal(driver.window.desk.changed, timeout=10_000):
        pass
    assert "Z99" in driver.booths
    driver.window.list_tabs.setCurrentWidget(driver.window.lists.booths)
    listing = driver.window.lists.booths.listing
    assert "Z99" in {listing.entry(row).cells[0] for row in range(listing.rowCount())}


def test_a_list_seen_for_the_first_time_is_full_and_shows_what_is_selected(driver: Driver) -> None:
    panel = driver.window.lists.booths
    driver.window.desk.select([driver.booths["A02"].id])
    driver.window.list_tabs.setCurrentWidget(panel)
    assert panel.listing.rowCount() == len(driver.booths)
    assert [panel.listing.entry(index.row()).cells[0] for index in panel.table.selectionModel().selectedRows()] == [
        "A02"
    ]


def test_panning_shifts_the_kept_picture_and_leaves_no_seams(driver: Driver) -> None:
    canvas = driver.window.canvas
    canvas.grab()
    canvas.pan(37, -21)
    shifted = canvas.grab().toImage()
    canvas.repaint_all()
    assert canvas.grab().toImage() == shifted


def test_a_move_repaints_the_picture_as_a_full_repaint_would(driver: Driver) -> None:
    canvas, desk = driver.window.canvas, driver.window.desk
    canvas.grab()
    desk.do(lambda: booths.move(desk.show, ["b6"], 4000, 2000))
    partly = canvas.grab().toImage()
    canvas.repaint_all()
    assert canvas.grab().toImage() == partly


def test_dark_and_light_change_at_run_time(driver: Driver, styled: QApplication) -> None:
    light = driver.window.canvas.grab().toImage().pixelColor(2, 2)
    driver.do("dark")
    dark = driver.window.canvas.grab().toImage().pixelColor(2, 2)
    driver.do("dark")
    assert dark.lightness() < 80 < light.lightness()


def test_a_project_without_a_hall_takes_clicks_and_invites_to_add_one(
    styled: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = Window(Session(create(tmp_path / "empty.expo")))
    window.show()
    empty = window.canvas.grab().toImage()
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton)
    window.use("draw-booth")
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton)
    middle = range(empty.height() // 2 - 40, empty.height() // 2 + 40)
    assert len({empty.pixel(x, y) for x in range(empty.width()) for y in middle}) > 2
    assert not window.desk.show.booths
    window.close()


def test_a_hall_s_storey_is_typed_in_the_inspector_and_told_beside_its_name(driver: Driver) -> None:
    window = driver.window
    window.desk.select_item("h1")
    storey = window.inspector.floor.storey
    assert storey.isVisible()
    QTest.keyClicks(storey, "Level 2")
    QTest.keyClick(storey, Qt.Key.Key_Return)
    assert window.desk.show.halls["h1"].storey == "Level 2"
    assert window.halls.currentText() == "Hall 1  1号馆  (Level 2)"
    driver.do("undo")
    assert window.halls.currentText() == "Hall 1  1号馆"


def test_where_the_plan_s_up_points_is_typed_in_the_inspector(driver: Driver) -> None:
    window = driver.window
    window.desk.select_item("h1")
    north = window.inspector.floor.north
    assert north.isVisible()
    said: list[str] = []
    window.desk.refused.connect(said.append)
    for typed, kept in (("30.5", 305), ("up", 305), ("-15°", 3450), ("", None)):
        north.clear()
        QTest.keyClicks(north, typed)
        QTest.keyClick(north, Qt.Key.Key_Return)
        assert window.desk.show.halls["h1"].north == kept
    assert len(said) == 1
    assert "'up' is no direction" in said[0]
    driver.do("undo")
    assert north.text() == "345°"


def test_without_its_hall_the_overview_shows_no_figures_and_says_what_to_do(driver: Driver) -> None:
    desk = driver.window.desk
    desk.do(lambda: assignment.release(desk.show, "b6"))
    desk.do(lambda: fittings.delete_item(desk.show, "h1"))
    inspector = driver.window.inspector

    def shown() -> list[str]:
        return [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]

    assert "There is no hall yet: draw one with Tools > Draw a hall, or import booths." in shown()
    assert not [text for text in shown() if "m²" in text or text.startswith("Select a booth")]
    driver.do("undo")
    desk.select(())
    assert "1,200 m²" in shown()


def test_a_long_hint_gives_way_and_no_tool_makes_the_window_wider(driver: Driver) -> None:
    window = driver.window
    wide = {name: _least(window, name) for name in ("select", "split", "generate", "calibrate")}
    assert max(wide.values()) < 1200, wide
    window.status._say("A line that is far longer than the window is wide. " * 8, 1000)
    assert window.minimumSizeHint().width() < 1200
    assert window.status._text.toolTip().startswith("A line that is far longer")


def _least(window: Window, tool: str) -> int:
    window.use(tool)
    return window.minimumSizeHint().width()


def test_what_is_on_has_a_tick_in_the_menu_and_an_icon_in_the_bar(driver: Driver) -> None:
    snap = driver.window.actions_["snap"]
    assert snap.isChecked()
    assert not snap.icon().isNull()
    assert not snap.isIconVisibleInMenu()
    assert driver.window.actions_["tool-select"].isIconVisibleInMenu()


def test_the_edit_menu_has_cut_copy_and_paste_where_people_look_for_them(driver: Driver) -> None:
    actions = driver.window.actions_
    menu = next(one for one in driver.window.menuBar().findChildren(QMenu) if one.title() == "&Edit")
    names = ("undo", "redo", "booths-cut", "booths-copy", "booths-paste", "duplicate", "select-all", "delete", "find")
    assert [one for one in menu.actions() if not one.isSeparator()] == [actions[name] for name in names]


def test_halls_are_chosen_by_storey_and_the_one_beneath_can_be_traced(driver: Driver) -> None:
    window, desk = driver.window, driver.window.desk
    column = rectangle(30_000, 20_000, 1000, 1000)
    desk.do(lambda: add_fixture(desk.show, "h1", FixtureKind.COLUMN, column))
    for name, storey in (("Gallery", "1F"), ("Garage", "B1")):
        desk.do(partial(add_hall, desk.show, name, rectangle(0, 0, 40_000, 30_000), storey=storey), select_made=True)
    texts = [window.halls.itemText(k) for k in range(window.halls.count())]
    assert texts == ["Garage  (B1)", "", "Hall 1  1号馆", "", "Gallery  (1F)"]
    gallery = next(hall.id for hall in desk.show.halls.values() if hall.name == "Gallery")
    desk.open_hall(gallery)
    assert window.halls.currentText() == "Gallery  (1F)"

    def middle() -> str:
        return window.canvas.grab().toImage().pixelColor(driver.pixel(30_500, 20_500)).name()

    bare, trace = middle(), window.canvas.scenery.theme.style("beneath.solid").fill
    driver.do("beneath")
    assert trace is not None
    assert (middle(), bare) == (trace.rgb, "#ffffff")
    desk.do(lambda: delete_item(desk.show, next(iter(desk.show.fixtures))))
    assert middle() == bare


def test_what_does_not_count_to_the_gross_area_is_said_in_the_inspector(driver: Driver) -> None:
    window, desk = driver.window, driver.window.desk
    desk.do(lambda: add_fixture(desk.show, "h1", FixtureKind.CATERING, rectangle(0, 20_000, 10_000, 10_000)))
    desk.select(())
    gross = window.inspector._overview._values["Gross area"]
    assert gross.text() == "1,100 m²"
    desk.select_item(next(iter(desk.show.fixtures)))
    counts = window.inspector.floor.gross
    assert (counts.isVisible(), counts.isChecked()) == (True, False)
    counts.click()
    desk.select(())
    assert gross.text() == "1,200 m²"
    desk.do(lambda: add_fixture(desk.show, "h1", FixtureKind.POWER, rectangle(0, 0, 400, 400)), select_made=True)
    assert not counts.isVisible()


def test_an_aisle_is_renamed_made_main_and_deleted_in_the_inspector(driver: Driver) -> None:
    window, desk = driver.window, driver.window.desk
    desk.do(lambda: add_aisle(desk.show, "h1", "Lane", rectangle(3000, 6000, 15_000, 3000)), select_made=True)
    (key,) = desk.show.aisles
    form = window.inspector.floor
    assert desk.item == key
    assert form.main.isVisible()
    form.main.click()
    form.name.setText("Avenue")
    form.name.editingFinished.emit()
    assert (desk.show.aisles[key].name, desk.show.aisles[key].main) == ("Avenue", True)
    form._delete.click()
    assert not desk.show.aisles


def test_a_window_closed_again_stays_closed(styled: QApplication, tmp_path: Path) -> None:
    window = Window(Session(create(tmp_path / "unseen.expo", small_expo())))
    told: list[bool] = []
    window.shut.connect(lambda: told.append(True))
    # One that was never shown is told of each close.
    assert [window.close() for _ in range(3)] == [True] * 3
    assert told == [True]
    assert window.desk.session.store.__dict__.get("_connection") is None
