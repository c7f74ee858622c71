"""Long steps in another thread: what they give, what stops them, and that nothing is left of a stopped one."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver

from hallwright.desktop import patience as patience_module
from hallwright.desktop.desk import LONG
from hallwright.desktop.dialogs.worker import Cancelled
from hallwright.desktop.patience import Patience, Waiting
from hallwright.editing.change import Change, create
from hallwright.editing.store import Step
from hallwright.expo.space import Booth
from hallwright.geometry.outline import rectangle
from hallwright.store.sql import SqlStore
from hallwright.support.errors import Refused


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show the dialog from the start, so that no test waits for it."""
    monkeypatch.setattr(patience_module, "WAIT_MS", 0)


def many(count: int) -> Change:
    rows = [
        Booth(id=f"m{k}", hall="h1", number=f"M{k}", outline=rectangle(3000 * k, 0, 3000, 3000)) for k in range(count)
    ]
    return Change.of("draw-booths", f"Draw {count} booths", [create(row) for row in rows])


def waiting() -> Waiting | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, Waiting) and w.isVisible()), None)


def when_shown(do: Callable[[Waiting], None]) -> None:
    """Do something to the dialog as soon as it is there."""

    def look() -> None:
        dialog = waiting()
        if dialog is None:
            QTimer.singleShot(0, look)
        else:
            do(dialog)

    QTimer.singleShot(0, look)


def test_work_runs_elsewhere_and_its_outcome_comes_back(qtbot: QtBot) -> None:
    places = []

    def work(step: Step) -> int:
        places.append(threading.get_ident())
        step(1, 2)
        return 7

    with Patience("Filling") as patience:
        assert patience(work) == 7
        assert patience.think(lambda _step: 8) == 8
    assert places != [threading.get_ident()]
    assert waiting() is None


def test_a_refusal_and_a_fault_come_out_where_the_step_was_asked_for(qtbot: QtBot) -> None:
    def refuse(_step: Step) -> None:
        raise Refused("No room")

    def fail(_step: Step) -> None:
        raise ZeroDivisionError

    with Patience("Filling") as patience:
        with pytest.raises(Refused, match="No room"):
            patience(refuse)
        with pytest.raises(ZeroDivisionError):
            patience(fail)


@pytest.mark.usefixtures("at_once")
def test_a_step_that_takes_its_time_shows_how_far_it_is(qtbot: QtBot) -> None:
    go = threading.Event()
    seen = []

    def look(dialog: Waiting) -> None:
        seen.append((dialog.text.text(), dialog.isModal()))
        go.set()

    when_shown(look)

    def work(step: Step) -> None:
        assert go.wait(20)
        step(3, 4)

    with Patience("Filling") as patience:
        patience(work)
        patience.entitle("Undoing")
        dialog = waiting()
        assert dialog is not None
        assert (dialog.text.text(), dialog.bar.value(), dialog.bar.maximum()) == ("Undoing", 3, 4)
    assert seen == [("Filling", True)]
    assert waiting() is None


@pytest.mark.usefixtures("at_once")
def test_work_that_only_reads_is_forgotten_and_other_work_is_waited_for(qtbot: QtBot) -> None:
    read_on, go, ended = threading.Event(), threading.Event(), threading.Event()
    when_shown(lambda dialog: dialog.stop.click())

    def read(_step: Step) -> None:
        assert read_on.wait(20)

    with Patience("Reading") as patience, pytest.raises(Cancelled):
        patience.think(read)
    read_on.set()

    def stop(dialog: Waiting) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        go.set()

    when_shown(stop)

    def write(step: Step) -> None:
        try:
            assert go.wait(20)
            step(1, 2)
        finally:
            ended.set()

    with Patience("Writing") as patience:
        with pytest.raises(Cancelled):
            patience(write)
        assert ended.is_set()
        with pytest.raises(Cancelled):
            patience(lambda _step: None)


def test_a_large_change_is_written_elsewhere_and_undone_elsewhere(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    writers: list[bool] = []
    write = SqlStore.write

    def watched(self: SqlStore, *args: object, **values: object) -> object:
        writers.append(threading.current_thread() is threading.main_thread())
        # Nobody sees a step that is on its way: not the timer that follows other programs, and no second step.
        assert driver.window.desk.session.away
        return write(self, *args, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(SqlStore, "write", watched)
    desk = driver.window.desk
    assert desk.do(lambda: many(LONG), rows=LONG)
    assert len(driver.on_disk()) == LONG + 6
    driver.do("undo")
    assert len(driver.on_disk()) == len(driver.booths) == 6
    driver.do("redo")
    assert len(driver.on_disk()) == LONG + 6
    assert writers == [False, False, False]


@pytest.mark.usefixtures("at_once")
def test_a_large_change_that_is_stopped_leaves_nothing(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    go = threading.Event()
    write = SqlStore.write

    def slow(self: SqlStore, *args: object, **values: object) -> object:
        assert go.wait(20)
        return write(self, *args, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(SqlStore, "write", slow)
    desk = driver.window.desk
    lines: list[str] = []
    desk.refused.connect(lines.append)
    show, position = desk.show, desk.session.position

    def stop(dialog: Waiting) -> None:
        assert dialog.text.text() == f"Draw {LONG} booths"
        # What else would be begun meanwhile is refused.
        assert not desk.do(lambda: many(1))
        assert desk.session.refresh() == 0
        dialog.stop.click()
        go.set()

    when_shown(stop)
    assert not desk.do(lambda: many(LONG))
    assert lines == ["Another step is still being taken. Wait until it is done.", "Cancelled; nothing was changed."]
    assert desk.show is show
    assert len(driver.on_disk()) == 6
    assert desk.do(lambda: many(1))
    assert desk.session.position == position + 1
