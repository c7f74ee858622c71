"""The history beside the plan: what was done, what is taken back, and the way to any state."""

from datetime import datetime
from functools import partial

import pytest
from PySide6.QtWidgets import QMessageBox
from tests.desktop.conftest import Driver

from hallwright.desktop.historypanel import HistoryPanel, Steps, way_to
from hallwright.editing import booths
from hallwright.editing.journal import Entry, Kind, stacks


def opened(driver: Driver) -> HistoryPanel:
    driver.do("history")
    return driver.window.surroundings.history


def rows(panel: HistoryPanel) -> list[tuple[str, str, str]]:
    model = panel.model
    return [
        (str(model.index(row, 0).data()), model.below(row).split("   ")[-1], model.names(row))
        for row in range(model.rowCount())
    ]


def move_three(driver: Driver) -> None:
    desk = driver.window.desk
    for key in ("b1", "b2", "b3"):
        desk.do(partial(booths.move, desk.show, [key], 0, 5000))


def test_entries_stand_newest_first_with_what_is_undone_and_what_was_named(driver: Driver) -> None:
    move_three(driver)
    driver.window.desk.session.name_version("Sent")
    driver.do("undo")
    assert [(text, names) for text, _, names in rows(opened(driver))] == [
        ("Undo: Move A03", ""),
        ("Move A03", "Sent"),
        ("Move A02", ""),
        ("Move A01", ""),
        ("Small expo", ""),
    ]
    assert [mark for _, mark, _ in rows(opened(driver))][1:3] == ["undone", "now"]


def test_one_step_is_taken_at_once_and_more_after_a_question(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(*arguments: object) -> QMessageBox.StandardButton:
        asked.append(str(arguments[2]))
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", answer)
    move_three(driver)
    start = driver.booths["A01"].outline[0][1] - 5000
    panel = opened(driver)
    panel.go(1)
    assert driver.booths["A03"].outline[0][1] == start
    assert asked == []
    panel.go(panel.model.rowCount() - 1)
    assert asked == ["Undo 2 changes, to the state after 'Small expo'?"]
    assert {booth.outline[0][1] for number, booth in driver.on_disk().items() if number < "A04"} == {start}
    newest = next(row for row in range(panel.model.rowCount()) if panel.model.entry(row).summary == "Move A03")
    latest = max(row for row in range(panel.model.rowCount()) if panel.model.entry(row).summary == "Move A03")
    assert newest < latest
    panel.go(latest)
    assert asked[1].startswith("Do again 3 changes")
    assert driver.booths["A03"].outline[0][1] == start + 5000


def test_a_state_that_later_changes_left_behind_is_refused(driver: Driver) -> None:
    desk = driver.window.desk
    move_three(driver)
    driver.do("undo")
    desk.do(lambda: booths.renumber(desk.show, "b1", "Z1"))
    panel = opened(driver)
    lost = max(row for row in range(panel.model.rowCount()) if panel.model.entry(row).summary == "Move A03")
    position = desk.session.position
    panel.go(lost)
    assert desk.session.position == position
    assert "left behind" in driver.window.status.text


def test_nothing_is_read_while_the_panel_is_hidden(driver: Driver) -> None:
    panel = driver.window.surroundings.history
    move_three(driver)
    assert panel.model.rowCount() == 0
    assert opened(driver).model.rowCount() == 4
    driver.do("undo")
    assert panel.model.rowCount() == 5


def test_steps_are_those_of_the_session() -> None:
    kinds = [Kind.FOUND, Kind.DO, Kind.DO, Kind.UNDO, Kind.REDO, Kind.UNDO, Kind.UNDO, Kind.DO, Kind.UNDO]
    entries = [
        Entry(
            seq=seq,
            at=datetime(2026, 1, 1).astimezone(),
            kind=kind,
            target=None,
            operation="o",
            summary="s",
            rows=1,
            schema=3,
        )
        for seq, kind in enumerate(kinds, 1)
    ]
    for end in range(len(entries) + 1):
        steps = Steps(3).take(entries[:end])
        assert (tuple(steps.undo), tuple(steps.redo)) == stacks(entries[:end], 3)


def test_the_present_state_is_no_way_off(driver: Driver) -> None:
    move_three(driver)
    session = driver.window.desk.session
    assert [way_to(session, seq) for seq in (1, 2, 3, 4)] == [-3, -2, -1, 0]
