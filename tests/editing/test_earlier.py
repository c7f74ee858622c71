"""The plan at an earlier position: what it was then, whatever came after; refused where the journal leads nowhere."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.editing.any_edit import CALLERS, attempt
from tests.shows import as_change, booth, content, shows, small_show

from hallwright.editing import assignment, booths, people
from hallwright.editing.change import Change, create
from hallwright.editing.earlier import PLAN, moment, plan_at
from hallwright.editing.journal import Kind
from hallwright.editing.session import Session
from hallwright.expo.people import Person
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.store.project import create as create_project
from hallwright.store.project import open_project
from hallwright.support.errors import Refused

_PLANNED = [kind.__name__ for kind in PLAN]


def _plan(show: Show) -> dict[str, dict[str, Row]]:
    found = content(show)
    return {name: found[name] for name in _PLANNED}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "small.expo"
    create_project(path, as_change(small_show())).close()
    return path


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    session = Session(open_project(path))
    yield session
    session.close()


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "blank.expo"
    create_project(path).close()
    return path


@settings(max_examples=25)
@given(show=shows(), data=st.data())
def test_each_position_gives_the_plan_that_it_was(blank: Path, show: Show, data: st.DataObject) -> None:
    session = Session(open_project(shutil.copy(blank, blank.with_name("law.expo"))))
    try:
        known = [_plan(session.show)]
        session.commit(as_change(show))
        known.append(_plan(session.show))
        for _step in range(data.draw(st.integers(1, 8))):
            before = session.position
            if data.draw(st.integers(0, 4)) == 0:
                session.undo()
            else:
                change = attempt(data.draw, session.show, data.draw(st.sampled_from(sorted(CALLERS))))
                if change:
                    session.commit(change)
            if session.position > before:
                known.append(_plan(session.show))
        for seq, plan in enumerate(known):
            assert _plan(plan_at(session, seq)) == plan
    finally:
        session.close()


def test_people_are_those_of_now(session: Session) -> None:
    session.commit(people.delete(session.show, ["p1"]))
    assert set(plan_at(session, 1).people) == set(session.show.people)


def test_a_text_means_a_version_now_or_a_number(session: Session) -> None:
    session.name_version("Draft 1")
    session.commit(booths.move(session.show, ["b1"], 10, 0))
    session.commit(assignment.assign(session.show, "b2", "x3"))
    session.name_version("2")
    assert moment(session, " draft  1 ").seq == 1
    assert moment(session, "NOW").seq == 3
    # On paper "now" would soon mean something else.
    assert moment(session, "now").printed == "2"
    session.commit(booths.move(session.show, ["b1"], 10, 0))
    assert (moment(session, "now").printed, moment(session, "draft 1").printed) == ("2 +1", "Draft 1")
    session.undo()
    # A version that is called like a number goes first; the number can still be meant.
    assert (moment(session, "2").seq, moment(session, "#2").seq, moment(session, "1").seq) == (3, 2, 1)
    with pytest.raises(Refused, match="No version is called 'Draft 9'"):
        moment(session, "Draft 9")
    for text in ("6", "#6", "999999999"):
        with pytest.raises(Refused, match="The journal has no change"):
            moment(session, text)
    with pytest.raises(Refused, match="No version is called '9999999999999999'"):
        moment(session, "9999999999999999")
    with pytest.raises(Refused, match="The journal has no change 9"):
        plan_at(session, 9)


def test_it_reaches_over_migrations_that_added_fields(path: Path, session: Session) -> None:
    session.commit(booths.move(session.show, ["b1"], 10, 0))
    known = _plan(plan_at(session, 1))
    session.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        # As a program wrote it that did not know the field yet.
        rows = connection.execute("SELECT seq, payload FROM journal").fetchall()
        for seq, payload in rows:
            edits = json.loads(payload)
            for _name, before, after in edits:
                for row in filter(None, (before, after)):
                    for field in ("badges_extra", "former_numbers", "sides_fixed", "gross", "north"):
                        row.pop(field, None)
            values = json.dumps(edits), 3, seq
            connection.execute("UPDATE journal SET payload = ?, schema = ? WHERE seq = ?", values)
        # What was made under the old schema has the fields' first values.
        connection.execute("UPDATE booth SET former_numbers = '[]', sides_fixed = 0")
        connection.execute("UPDATE exhibitor SET badges_extra = 0")
    again = Session(open_project(path))
    assert again.undo() is None
    assert _plan(plan_at(again, 1))["Booth"]["b1"] == replace(known["Booth"]["b1"], sides_fixed=False)  # type: ignore[call-arg]
    assert _plan(plan_at(again, 0))["Booth"] == {}
    again.close()


def test_rows_that_are_not_what_the_journal_left_refuse_the_way_back(path: Path, session: Session) -> None:
    session.commit(booths.move(session.show, ["b1"], 10, 0))
    session.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        # What a migration that changes rows would do.
        connection.execute("UPDATE booth SET note = 'other' WHERE id = 'b1'")
    again = Session(open_project(path))
    with pytest.raises(Refused, match="The journal does not lead back past change 2"):
        plan_at(again, 1)
    assert plan_at(again, 2) == again.show
    again.close()


def test_a_long_journal_is_read_entry_by_entry_and_can_be_stopped(session: Session) -> None:
    for _ in range(3):
        session.commit(booths.move(session.show, ["b1"], 10, 0))
    told = 0

    def still() -> None:
        nonlocal told
        told += 1
        if told == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        plan_at(session, 1, still)
    assert told == 2


def test_what_was_added_by_a_kind_outside_the_plan_is_passed_over(session: Session) -> None:
    seq = session.position
    session.commit(
        Change.of("add", "Add", [create(Person(id="new", given="A")), create(booth("new", "N1", 40_000, 0))])
    )
    then = plan_at(session, seq)
    assert "new" not in then.booths
    assert "new" in then.people
    assert session.log()[-1].kind is Kind.DO
