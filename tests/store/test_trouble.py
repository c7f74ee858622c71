"""Disks and other programs that do not do as they should: refused in one line, nothing lost."""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event
from tests.shows import small_show

from hallwright.editing import booths
from hallwright.editing.session import Session
from hallwright.store import driver
from hallwright.store.connecting import engine_on
from hallwright.store.project import create, open_project
from hallwright.store.sql import SqlStore
from hallwright.support.errors import Refused

Opener = Callable[[Path], SqlStore]
NOBODY = 65534


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give up waiting for another program at once."""
    monkeypatch.setattr(driver, "PATIENCE", 0.01)


@contextmanager
def _held(path: Path, lock: str) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"BEGIN {lock}")
        yield
        other.execute("ROLLBACK")


@pytest.mark.usefixtures("impatient")
def test_a_file_in_use_is_refused_after_waiting_and_works_again(small: Path, opened: Opener) -> None:
    session = Session(opened(small))
    move = booths.move(session.show, ["b2"], 10, 10)
    with _held(small, "IMMEDIATE"), pytest.raises(Refused, match=r"Another program is writing.*try again"):
        session.commit(move)
    assert session.show == session.store.load().show == small_show()
    assert session.commit(move)
    assert session.store.load().show == session.show


@pytest.mark.usefixtures("impatient")
def test_opening_and_copying_a_file_in_use_is_refused(small: Path, opened: Opener, tmp_path: Path) -> None:
    store = opened(small)
    store.load()
    with _held(small, "EXCLUSIVE"):
        with pytest.raises(Refused, match="Another program is writing"):
            open_project(small)
        with pytest.raises(Refused, match="Another program is writing"):
            store.load()
        with pytest.raises(Refused, match="Another program is writing"):
            store.copy_to(str(tmp_path / "copy.expo"))
    assert [item.name for item in tmp_path.iterdir()] == ["small.expo"]


def test_a_full_disk_is_refused_and_nothing_is_written(small: Path) -> None:
    engine = engine_on(small)
    pages = small.stat().st_size // 4096

    @event.listens_for(engine, "connect")
    def _cap(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages + 4}")

    session = Session(SqlStore(small, engine))
    with pytest.raises(Refused, match="disk is full"):
        session.commit(booths.annotate(session.show, "b2", "x" * 50_000))
    assert session.show == session.store.load().show == small_show()
    assert session.commit(booths.annotate(session.show, "b2", "short"))
    session.close()


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Run without root's right to write everywhere; permission bits do not bind root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shelf() -> Iterator[Path]:
    """Return a folder that everyone may read; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    with _as_nobody():
        reachable = os.access(folder, os.R_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)
    if not reachable:
        pytest.skip("the folder for temporary files is closed to other users")
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def _freeze(folder: Path, file_mode: int) -> None:
    for item in folder.iterdir():
        item.chmod(file_mode)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH)


@pytest.mark.parametrize("file_mode", [0o444, 0o666], ids=["file", "folder only"])
def test_what_may_not_be_written_can_be_read(small: Path, shelf: Path, file_mode: int) -> None:
    path = Path(shutil.copy(small, shelf))
    _freeze(shelf, file_mode)
    before = path.read_bytes()
    with _as_nobody():
        session = Session(open_project(path))
        assert session.show == small_show()
        with pytest.raises(Refused, match=r"cannot be|not written") as caught:
            session.commit(booths.move(session.show, ["b2"], 10, 10))
        assert "folder" in caught.value.mend
        with pytest.raises(Refused):
            session.name_version("Final")
        assert session.show == small_show()
        session.close()
    assert path.read_bytes() == before
    assert [item.name for item in shelf.iterdir()] == [path.name]


def test_a_project_or_a_copy_in_a_folder_that_may_not_be_written_is_refused(small: Path, shelf: Path) -> None:
    path = Path(shutil.copy(small, shelf))
    _freeze(shelf, 0o666)
    with _as_nobody():
        store = open_project(path)
        with pytest.raises(Refused, match="Permission denied"):
            create(shelf / "new.expo")
        with pytest.raises(Refused, match="Permission denied"):
            store.copy_to(str(shelf / "copy.expo"))
        store.close()
    assert [item.name for item in shelf.iterdir()] == [path.name]


def test_a_file_that_may_not_be_read_is_refused(small: Path, shelf: Path) -> None:
    path = Path(shutil.copy(small, shelf))
    path.chmod(0)
    with _as_nobody(), pytest.raises(Refused, match=r"cannot be read \(Permission denied\)"):
        open_project(path)


def test_a_file_deleted_under_an_open_project_is_refused(small: Path, opened: Opener) -> None:
    store = opened(small)
    small.unlink()
    with pytest.raises(Refused, match="cannot be opened"):
        store.load()


def test_a_change_to_a_file_deleted_meanwhile_is_refused_not_lost(small: Path, opened: Opener) -> None:
    session = Session(opened(small))
    assert session.commit(booths.move(session.show, ["b2"], 1, 1))
    small.unlink()
    with pytest.raises(Refused, match="cannot be opened"):
        session.commit(booths.move(session.show, ["b2"], 1, 1))
    with pytest.raises(Refused, match="cannot be opened"):
        session.store.write(booths.move(session.show, ["b2"], 1, 1))


def test_a_file_that_took_the_place_of_an_open_one_is_the_one_written(small: Path, opened: Opener) -> None:
    session = Session(opened(small))
    assert session.commit(booths.move(session.show, ["b2"], 1, 1))
    other = small.with_name("other.expo")
    shutil.copy(small, other)
    other.replace(small)
    assert session.commit(booths.move(session.show, ["b2"], 2, 2))
    assert Session(opened(small)).show == session.show


def test_a_project_converted_meanwhile_is_not_written(small: Path, opened: Opener) -> None:
    session = Session(opened(small))
    with closing(sqlite3.connect(small)) as other:
        other.execute("PRAGMA user_version=99")
    with pytest.raises(Refused, match="converted"):
        session.commit(booths.move(session.show, ["b2"], 1, 1))
    assert session.store.load().show == session.show
