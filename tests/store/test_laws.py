"""What holds for every edit on a real project file: memory and disk agree, and all of it can be taken back."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.editing.any_edit import CALLERS, attempt
from tests.shows import as_change, content, shows

from hallwright.editing.session import Session
from hallwright.editing.store import Conflict
from hallwright.expo.show import Show
from hallwright.store.project import open_project
from hallwright.store.schema import TABLES

Rows = dict[str, dict[str, tuple[Any, ...]]]


@contextmanager
def _project(empty: Path, show: Show) -> Iterator[tuple[Path, Session]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty, folder))
        session = Session(open_project(path))
        session.commit(as_change(show))
        try:
            yield path, session
        finally:
            session.close()


def _disk(path: Path) -> Rows:
    """Return what stands in the tables, read without the program, by table and id and without revisions."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table.name: {
                row["id"]: tuple(row[name] for name in row.keys() if name != "revision")  # noqa: SIM118
                for row in connection.execute(f'SELECT * FROM "{table.name}"')  # noqa: S608
            }
            for table in TABLES.values()
        }


@pytest.fixture(scope="module")
def blank(_originals: dict[str, Path]) -> Path:
    return _originals["empty"]


@pytest.mark.parametrize("name", CALLERS)
# On a real file, for each of a hundred edits.
@settings(max_examples=settings().max_examples * 3 // 20)
@given(show=shows(), data=st.data())
def test_an_edit_undone_leaves_the_same_show_and_the_same_rows(
    blank: Path, name: str, show: Show, data: st.DataObject
) -> None:
    change = attempt(data.draw, show, name)
    if not change:
        return
    with _project(blank, show) as (path, session):
        before = _disk(path)
        session.commit(change)
        after, done = _disk(path), session.show
        assert after != before
        session.undo()
        assert _disk(path) == before
        assert content(session.show) == content(show)
        session.redo()
        assert _disk(path) == after
        assert content(session.show) == content(done)
        assert dict(session.store.load().show.booths) == dict(session.show.booths)


@settings(max_examples=60)
@given(show=shows(), data=st.data())
def test_any_sequence_of_edits_undo_and_redo_keeps_memory_and_disk_together(
    blank: Path, show: Show, data: st.DataObject
) -> None:
    with _project(blank, show) as (path, session):
        past: list[Any] = [{}, content(session.show)]  # states that undo goes back through, the present one last
        future: list[Any] = []
        for _ in range(data.draw(st.integers(1, 12))):
            step = data.draw(st.sampled_from(["undo", "redo", "reopen", *CALLERS]))
            if step == "undo" and session.undo() is not None:
                future.append(past.pop())
            elif step == "redo" and session.redo() is not None:
                past.append(future.pop())
            elif step == "reopen":
                session.close()
                session = Session(open_project(path))
            elif step in CALLERS:
                change = attempt(data.draw, session.show, step) if session.show.halls else None
                if change and session.commit(change):
                    past.append(content(session.show))
                    future.clear()
            if len(past) > 1:
                assert content(session.show) == past[-1]
            else:
                assert not list(session.show.rows())
            loaded = session.store.load()
            assert loaded.seq == session.position == len(session.log())
            assert {kind: dict(table) for kind, table in loaded.show.tables.items()} == {
                kind: dict(table) for kind, table in session.show.tables.items()
            }
        session.close()


@settings(max_examples=40)
@given(show=shows(), data=st.data())
def test_a_stale_change_leaves_memory_and_disk_alone(blank: Path, show: Show, data: st.DataObject) -> None:
    stale = attempt(data.draw, show, data.draw(st.sampled_from(sorted(CALLERS))))
    known = [edit.before for edit in stale or () if edit.before is not None]
    if stale is None or not known:
        return
    with _project(blank, show) as (path, session):
        session.commit(stale)
        disk, position, present = _disk(path), session.position, session.show
        with pytest.raises(Conflict):
            session.commit(stale)
        assert (_disk(path), session.position) == (disk, position)
        assert session.show is present
