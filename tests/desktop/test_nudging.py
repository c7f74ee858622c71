"""Arrow keys: each press is on disk at once, a run of them is one step for undo."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.desktop.conftest import Driver

from hallwright.editing import booths, journal
from hallwright.geometry.outline import bounds


def press(driver: Driver, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(driver.window.canvas, key)


def left(driver: Driver, key: str) -> int:
    return bounds(driver.window.desk.show.booths[key].outline).left


def test_a_run_of_nudges_is_on_disk_at_each_press_and_undone_as_one(driver: Driver) -> None:
    desk = driver.window.desk
    desk.select(["b6"])
    press(driver, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert left(driver, "b6") == 20_300
    assert bounds(driver.on_disk()["B01"].outline)[:2] == (20_300, 15_100)
    assert desk.session.undo_run == 4
    desk.undo()
    assert bounds(desk.show.booths["b6"].outline)[:2] == (20_000, 15_000)
    assert bounds(driver.on_disk()["B01"].outline)[:2] == (20_000, 15_000)
    assert desk.session.redo_run == 4
    desk.redo()
    assert bounds(desk.show.booths["b6"].outline)[:2] == (20_300, 15_100)
    desk.undo(one=True)
    assert bounds(desk.show.booths["b6"].outline)[:2] == (20_200, 15_100)


def test_another_selection_and_another_edit_each_end_a_run(driver: Driver) -> None:
    desk = driver.window.desk
    desk.select(["b6"])
    press(driver, Qt.Key.Key_Right, Qt.Key.Key_Right)
    desk.select(["b5"])
    press(driver, Qt.Key.Key_Right)
    assert desk.session.undo_run == 1
    desk.undo()
    assert (left(driver, "b5"), left(driver, "b6")) == (15_000, 20_200)
    assert desk.session.undo_run == 2
    desk.do(lambda: booths.annotate(desk.show, "b6", "x"))
    desk.select(["b6"])
    press(driver, Qt.Key.Key_Right)
    assert desk.session.undo_run == 1
    early, late = desk.session.log()[-1], desk.session.log()[-1]
    assert not journal.joined(early, late), "an entry is no run with itself"


def test_entries_are_joined_only_within_a_second_and_one_right_after_the_other(driver: Driver) -> None:
    desk = driver.window.desk
    desk.select(["b6"])
    press(driver, Qt.Key.Key_Right, Qt.Key.Key_Right)
    early, late = desk.session.log()[-2:]
    assert journal.joined(early, late)
    assert not journal.joined(early, replace(late, at=early.at + timedelta(seconds=1.1)))
    assert not journal.joined(early, replace(late, seq=late.seq + 1))
    assert not journal.joined(early, replace(late, summary="Move A01"))
    assert not journal.joined(replace(early, operation="move-booths"), late)


def test_a_booth_nudged_past_others_that_take_another_type_is_still_one_run(driver: Driver) -> None:
    desk = driver.window.desk
    desk.select(["b5"])
    press(driver, *[Qt.Key.Key_Right] * 3)
    assert any(len(desk.session.store.change(entry.seq).edits) > 1 for entry in desk.session.log()[-3:])
    desk.undo()
    assert left(driver, "b5") == 15_000
    assert desk.show.booths["b4"].open_sides == driver.on_disk()["A04"].open_sides
