from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from hallwright.desktop.dialogs.worker import Cancelled, Token, Worker
from hallwright.support.errors import Refused

PATIENCE = 20


def test_a_result_arrives(qtbot: QtBot) -> None:
    worker = Worker()
    with qtbot.waitSignal(worker.done) as heard:
        worker.run(lambda _: 42)
    assert heard.args == [42]
    assert not worker.busy


def test_a_refusal_arrives_as_a_refusal(qtbot: QtBot) -> None:
    def refuse(_: Token) -> None:
        raise Refused("No", "here", "Say yes.")

    worker = Worker()
    with qtbot.waitSignal(worker.refused) as heard:
        worker.run(refuse)
    assert heard.args is not None
    assert heard.args[0].line() == "here: No. Say yes."


def test_a_fault_is_raised_in_the_window_and_ends_the_job(qtbot: QtBot) -> None:
    def fail(_: Token) -> None:
        raise ZeroDivisionError("fault")

    worker = Worker()
    with qtbot.captureExceptions() as faults, qtbot.waitSignal(worker.cancelled):
        worker.run(fail)
    assert [kind for kind, *_ in faults] == [ZeroDivisionError]
    assert not worker.busy


def test_the_newest_job_wins(qtbot: QtBot) -> None:
    hold = Event()
    outcomes: list[object] = []
    worker = Worker()
    worker.done.connect(outcomes.append)
    worker.run(lambda _: (hold.wait(PATIENCE), "old")[1])
    worker.run(lambda _: "displaced before it began")
    worker.run(lambda _: "new")
    hold.set()
    qtbot.waitUntil(lambda: not worker.busy)
    assert outcomes == ["new"]


def test_cancelling_stops_at_the_next_step(qtbot: QtBot) -> None:
    began, hold = Event(), Event()

    def work(token: Token) -> str:
        began.set()
        hold.wait(PATIENCE)
        token.step(1, 2)
        return "too far"

    worker = Worker()
    worker.run(work)
    assert began.wait(PATIENCE)
    with qtbot.waitSignal(worker.cancelled), qtbot.assertNotEmitted(worker.done):
        worker.cancel()
        hold.set()


def test_an_abandoned_job_is_forgotten_at_once(qtbot: QtBot) -> None:
    hold = Event()
    outcomes: list[object] = []
    worker = Worker()
    worker.done.connect(outcomes.append)
    worker.run(lambda _: (hold.wait(PATIENCE), "old")[1])
    with qtbot.waitSignal(worker.cancelled, timeout=0):
        worker.abandon()
    assert not worker.busy
    with qtbot.waitSignal(worker.done):
        worker.run(lambda _: "new")
    hold.set()
    qtbot.wait(20)
    assert outcomes == ["new"]


def test_progress_is_told_once_a_percent(qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    worker = Worker()
    worker.progress.connect(lambda done, total: heard.append((done, total)))

    def work(token: Token) -> None:
        for done in range(1000):
            token.step(done, 1000)

    with qtbot.waitSignal(worker.done):
        worker.run(work)
    assert len(heard) == 100
    assert heard[-1] == (990, 1000)


def test_a_cancelled_token_stops_every_check() -> None:
    token = Token(lambda done, total: None)
    token.check()
    token.cancel()
    for stop in (token.check, lambda: token.step(1, 2)):
        with pytest.raises(Cancelled):
            stop()
