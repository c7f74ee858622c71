"""The Session on a real project file: store first, then memory, then the listeners."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from tests.shows import as_change, content, small_show

from hallwright.editing import assignment, badges, booths
from hallwright.editing.change import Change
from hallwright.editing.journal import Kind
from hallwright.editing.session import Session, here
from hallwright.editing.store import Conflict, Step, unwatched
from hallwright.store.project import create, open_project
from hallwright.support.errors import Refused

T = TypeVar("T")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "small.expo"
    create(path, as_change(small_show())).close()
    return path


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    session = Session(open_project(path))
    yield session
    session.close()


def test_a_session_starts_with_what_is_on_disk(session: Session, path: Path) -> None:
    assert session.show == small_show()
    assert (session.name, session.position) == (str(path), 1)
    assert (session.undo_summary, session.redo_summary, session.undo(), session.redo()) == (None, None, None, None)


def test_listeners_are_told_after_disk_and_memory_are_changed(session: Session) -> None:
    seen: list[tuple[Change, bool]] = []
    stop = session.subscribe(lambda change: seen.append((change, session.store.load().show == session.show)))
    move = booths.move(session.show, ["b1"], 10, 0)
    assert session.commit(move)
    assert seen == [(move, True)]
    stop()
    stop()
    session.undo()
    assert len(seen) == 1


def test_an_empty_change_is_not_written(session: Session) -> None:
    assert not session.commit(booths.move(session.show, ["b1"], 0, 0))
    assert session.position == 1


def test_if_the_store_refuses_nothing_happened(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Change] = []
    session.subscribe(told.append)
    before, move = session.show, booths.move(session.show, ["b1"], 10, 0)

    def refuse(*_: object) -> None:
        raise Refused("The disk is full")

    monkeypatch.setattr(session.store, "write", refuse)
    with pytest.raises(Refused, match="full"):
        session.commit(move)
    assert session.show is before
    assert (session.position, told, session.undo_summary) == (1, [], None)


def test_undo_and_redo_are_journalled_and_survive_reopening(session: Session, path: Path) -> None:
    session.commit(booths.move(session.show, ["b1"], 10, 0))
    session.commit(assignment.assign(session.show, "b2", "x3"))
    done = content(session.show)
    session.undo()
    again = Session(open_project(path))
    assert (again.undo_summary, again.redo_summary) == ("Move A01", "A02 to Kugou")
    again.redo()
    assert content(again.show) == done
    assert [(entry.kind, entry.target) for entry in again.log()[1:]] == [
        (Kind.DO, None),
        (Kind.DO, None),
        (Kind.UNDO, 3),
        (Kind.REDO, 3),
    ]
    again.close()


def test_undo_reaches_back_through_edits_of_one_booth_and_forward_again(session: Session) -> None:
    states = [content(session.show)]
    for step in range(4):
        session.commit(booths.move(session.show, ["b1"], 10 + step, 0))
        states.append(content(session.show))
    session.commit(booths.delete(session.show, ["b1"]))
    states.append(content(session.show))
    for _ in range(2):
        for state in states[-2::-1]:
            assert session.undo()
            assert content(session.show) == state
        for state in states[1:]:
            assert session.redo()
            assert content(session.show) == state


def test_something_new_ends_what_can_be_redone(session: Session) -> None:
    session.commit(booths.move(session.show, ["b1"], 10, 0))
    session.undo()
    session.commit(booths.move(session.show, ["b2"], 10, 0))
    assert session.redo_summary is None
    assert session.redo() is None
    assert session.undo_summary == "Move A02"


def test_an_undo_that_no_longer_fits_is_a_conflict(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.commit(booths.move(session.show, ["b1"], 10, 0))
    other = booths.move(small_show(), ["b1"], 0, 77)
    monkeypatch.setattr(session.store, "change", lambda _: other)
    before = session.show
    with pytest.raises(Conflict, match="no longer fits"):
        session.undo()
    assert session.show is before
    assert session.position == 2


def test_versions_name_the_present_position(session: Session) -> None:
    session.commit(booths.move(session.show, ["b1"], 10, 0))
    made = session.name_version("Final")
    assert (made.name, made.seq) == ("Final", 2)
    assert list(session.versions()) == [made]


def test_a_state_is_called_by_its_newest_name_and_the_changes_since(session: Session) -> None:
    assert session.version_name() == "1"
    session.commit(booths.move(session.show, ["b1"], 10, 0))
    session.name_version("Draft")
    session.name_version("Final")
    assert session.version_name() == "Final"
    session.commit(booths.move(session.show, ["b1"], 10, 0))
    session.commit(booths.move(session.show, ["b1"], 10, 0))
    assert session.version_name() == "Final +2"


def test_printing_badges_is_no_change_of_what_is_printed(session: Session) -> None:
    last = session.last_change
    session.commit(badges.record(session.show, {"p1": "n1"}, datetime(2024, 9, 9)))  # noqa: DTZ001
    session.undo()
    assert session.position == 3
    assert session.last_change == last
    assert session.version_name() == "1"


def test_a_step_may_be_taken_elsewhere_and_nothing_is_begun_beside_it(session: Session, path: Path) -> None:
    seen: list[bool] = []
    other = Session(open_project(path))

    def run(work: Callable[[Step], T]) -> T:
        seen.append(session.away)
        # Another program writes while this step is on its way; nothing of either is in memory yet.
        other.commit(booths.renumber(other.show, "b3", f"Y{len(seen)}"))
        assert session.refresh() == 0
        with pytest.raises(Refused, match="still being taken"):
            session.commit(booths.renumber(session.show, "b2", "W1"))
        return work(unwatched)

    try:
        assert session.commit(booths.renumber(session.show, "b1", "Z1"), run)
        assert (session.show.booths["b1"].number, session.show.booths["b3"].number) == ("Z1", "Y1")
        assert session.show == session.store.load().show
        assert (session.undo_rows, session.redo_rows, seen, session.away) == (1, 0, [True], False)
    finally:
        other.close()


def test_a_step_that_is_given_up_elsewhere_leaves_the_session_as_it_was(session: Session) -> None:
    show, position = session.show, session.position

    def give_up(_work: Callable[[Step], T]) -> T:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        session.commit(booths.renumber(session.show, "b1", "Z1"), give_up)
    assert (session.show, session.position, session.away) == (show, position, False)
    assert session.commit(booths.renumber(session.show, "b1", "Z1"))
    undone = session.undo(here)
    assert undone is not None
    assert session.redo_rows == 1
    assert session.redo(here) is not None
