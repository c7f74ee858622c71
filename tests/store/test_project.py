"""Making and opening project files, good ones and bad ones."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from tests.shows import as_change, booth, content, small_show

from hallwright.editing.change import Change, amend, create
from hallwright.expo.event import Event
from hallwright.expo.space import Aisle, Booth, Construction, Hall
from hallwright.geometry.outline import rectangle
from hallwright.store import project
from hallwright.store.connecting import engine_on, writing
from hallwright.store.marks import APPLICATION_ID, SCHEMA
from hallwright.store.migrating import upgrade
from hallwright.store.sql import SqlStore, drop_journal
from hallwright.support.errors import Refused

Opener = Callable[[Path], SqlStore]


def _pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def _execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def _refusal(path: Path | str) -> str:
    with pytest.raises(Refused) as caught:
        project.open_project(path)
    assert "\n" not in caught.value.line()
    assert caught.value.mend
    return caught.value.line()


def test_a_new_project_is_empty_and_bears_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "new.expo"
    store = project.create(path)
    show, seq = store.load()
    store.close()
    assert (list(show.rows()), seq) == ([], 0)
    assert _pragma(path, "application_id") == APPLICATION_ID
    assert _pragma(path, "user_version") == SCHEMA
    assert _pragma(path, "journal_mode") == "delete"
    assert [item.name for item in tmp_path.iterdir()] == ["new.expo"]


def test_a_change_given_to_create_is_the_first_journal_entry(tmp_path: Path) -> None:
    store = project.create(tmp_path / "new.expo", as_change(small_show()))
    assert [(entry.seq, entry.summary) for entry in store.entries()] == [(1, "Make the show")]
    assert content(store.load().show) == content(small_show())
    store.close()


def test_an_existing_file_is_not_replaced_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("dear diary")
    with pytest.raises(Refused, match="exists already"):
        project.create(path)
    assert path.read_text() == "dear diary"
    project.create(path, force=True).close()
    assert _pragma(path, "user_version") == SCHEMA


def test_nothing_half_made_is_left_when_making_fails(tmp_path: Path) -> None:
    homeless = Change.of("draw-booth", "Draw", [create(booth("b", "A01"))])
    with pytest.raises(Refused):
        project.create(tmp_path / "new.expo", homeless)
    assert list(tmp_path.iterdir()) == []


def test_a_stranger_s_journal_file_is_not_rolled_into_a_new_project(tmp_path: Path) -> None:
    (tmp_path / "new.expo-journal").write_bytes(b"left by a project of that name, since deleted")
    project.create(tmp_path / "new.expo").close()
    assert [item.name for item in tmp_path.iterdir()] == ["new.expo"]


def test_a_project_made_meanwhile_by_another_program_keeps_its_journal(tmp_path: Path) -> None:
    path, journal = tmp_path / "new.expo", tmp_path / "new.expo-journal"
    path.touch()
    journal.touch()
    drop_journal(path, force=False)
    assert journal.exists()
    drop_journal(path, force=True)
    assert not journal.exists()


@pytest.mark.parametrize("name", ["", "missing/new.expo", "a\0b.expo"])
def test_a_project_needs_a_name_and_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused):
        project.create(Path(name))
    assert list(tmp_path.iterdir()) == []


def test_names_that_an_address_would_take_apart_are_just_names(tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "50% off? #1 & 展览.expo"
    project.create(path).close()
    assert opened(path).name == str(path)
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "no such file" in _refusal(tmp_path / "none.expo")
    assert "folder" in _refusal(tmp_path)
    assert "needs a file name" in _refusal("")
    assert not (tmp_path / "none.expo").exists()


def test_a_database_server_is_refused_without_repeating_its_password() -> None:
    line = _refusal("postgresql+psycopg://anna:secret@db/expo")
    assert "project files" in line
    assert "secret" not in line


@pytest.mark.parametrize("content", [b"", b"number,area\nA01,9\n", b"SQLite format 3\0", bytes(4096)])
def test_a_file_that_is_no_database_is_no_project(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.expo"
    path.write_bytes(content)
    assert "no Hallwright project" in _refusal(path)
    assert path.read_bytes() == content


def test_another_program_s_database_is_no_project(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    _execute(path, "CREATE TABLE booth (id)")
    before = path.read_bytes()
    assert "no Hallwright project" in _refusal(path)
    assert path.read_bytes() == before


def test_a_newer_schema_is_refused_and_left_alone(small: Path) -> None:
    _execute(small, f"PRAGMA user_version={SCHEMA + 6}")
    before = small.read_bytes()
    line = _refusal(small)
    assert "newer Hallwright" in line
    assert "Update" in line
    assert small.read_bytes() == before


def test_an_older_schema_is_migrated_after_a_backup(tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "old.expo"
    _execute(path, f"PRAGMA application_id={APPLICATION_ID}", "CREATE TABLE leftover (x)", "DROP TABLE leftover")
    store = opened(path)
    assert list(store.load().show.rows()) == []
    assert _pragma(path, "user_version") == SCHEMA
    backup = tmp_path / "old (schema 0).expo"
    assert _pragma(backup, "application_id") == APPLICATION_ID
    assert _pragma(backup, "user_version") == 0


def _schema_1(path: Path) -> None:
    """Make a project as the first release did: its migration, its marks, a hall, a booth and their journal entry."""
    path.touch()
    engine = engine_on(path)
    with writing(engine) as connection:
        upgrade(connection, "0001")
    engine.dispose()
    _execute(
        path,
        f"PRAGMA application_id={APPLICATION_ID}",
        "PRAGMA user_version=1",
        "INSERT INTO event VALUES ('e', 3, 'Expo', '', '', '', '', '', '2024-09-09', NULL)",
        "INSERT INTO hall VALUES ('h', 0, 'Hall 1', '', '[[0,0],[60000,0],[60000,40000],[0,40000]]')",
        "INSERT INTO booth VALUES "
        "('b', 0, 'h', 'A01', '[[0,0],[3000,0],[3000,3000]]', 'raw', 2, 'available', NULL, NULL, '')",
        "INSERT INTO journal VALUES (1, '2024-01-01T00:00:00', 'do', NULL, 'draw-booth', 'Draw', 1, 1, "
        """'[["booth",null,{"id":"b","revision":0,"hall":"h","number":"A01","outline":[[0,0],[9,0],[9,9]]}]]')""",
    )


def test_a_project_of_the_first_schema_is_migrated_with_all_its_rows(tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "first.expo"
    _schema_1(path)
    old = path.read_bytes()
    store = opened(path)
    show = store.load().show
    assert list(show.rows()) == [
        Event(id="e", revision=3, name="Expo", starts=date(2024, 9, 9)),
        Hall(id="h", name="Hall 1", outline=rectangle(0, 0, 60_000, 40_000)),
        Booth(
            id="b",
            hall="h",
            number="A01",
            outline=((0, 0), (3000, 0), (3000, 3000)),
            construction=Construction.RAW,
            open_sides=2,
        ),
    ]
    assert _pragma(path, "user_version") == SCHEMA
    assert [entry.schema for entry in store.entries()] == [1]
    # The copy is the file as it was, ready for the release that made it.
    backup = tmp_path / "first (schema 1).expo"
    assert _pragma(backup, "user_version") == 1
    assert len(backup.read_bytes()) == len(old)
    row = booth("n", "A02", sides_fixed=True, former_numbers=("X",), hall="h")
    aisle = Aisle(id="a", hall="h", name="Main", main=True, outline=rectangle(0, 0, 9000, 3000))
    store.write(Change.of("draw", "Draw", [create(row), create(aisle)]))
    after = store.load().show
    assert (after.booths["n"], after.aisles["a"]) == (row, aisle)
    # North is not known of what was there before, and kept once it is said.
    hall = after.halls["h"]
    assert hall.north is None
    store.write(Change.of("amend-hall", "Edit", [amend(hall, north=305)]))
    assert store.load().show.halls["h"].north == 305


def test_a_second_backup_does_not_replace_the_first(tmp_path: Path, opened: Opener) -> None:
    (tmp_path / "old (schema 0).expo").write_text("kept")
    path = tmp_path / "old.expo"
    _execute(path, f"PRAGMA application_id={APPLICATION_ID}", "CREATE TABLE leftover (x)")
    opened(path)
    assert (tmp_path / "old (schema 0).expo").read_text() == "kept"
    assert (tmp_path / "old (schema 0, 2).expo").exists()


def test_a_migration_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "old.expo"
    _execute(path, f"PRAGMA application_id={APPLICATION_ID}", "CREATE TABLE person (stranger)")
    before = path.read_bytes()
    assert "person" in _refusal(path)
    assert path.read_bytes() == before


def test_a_file_scribbled_over_is_damaged(small: Path) -> None:
    data = bytearray(small.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 300] = b"\xa5" * 300
    small.write_bytes(data)
    line = _refusal(small)
    assert "damaged" in line
    assert "backup" in line


def test_a_file_cut_short_is_damaged(small: Path) -> None:
    data = small.read_bytes()
    small.write_bytes(data[: len(data) // 2])
    assert "damaged" in _refusal(small)
