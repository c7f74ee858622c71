"""The store: what is written is read again, and a stale write changes nothing."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.shows import as_change, booth, small_rows, small_show

from hallwright.editing import booths
from hallwright.editing.change import Change, Edit, amend, create, remove
from hallwright.editing.journal import Kind
from hallwright.editing.store import Conflict, Step, Store
from hallwright.expo.people import Exhibitor, Person
from hallwright.expo.space import Booth
from hallwright.store.marks import SCHEMA
from hallwright.store.sql import SqlStore
from hallwright.support.errors import Refused

Opener = Callable[[Path], SqlStore]


def _of(summary: str, *edits: Edit) -> Change:
    return Change.of("test", summary, edits)


def test_every_field_of_every_kind_comes_back(small: Path, opened: Opener) -> None:
    store: Store = opened(small)
    show, seq = store.load()
    assert seq == 1
    assert show == small_show()
    assert store.schema == SCHEMA


def test_rows_keep_their_order(small: Path, opened: Opener) -> None:
    assert [row.id for row in opened(small).load().show.rows()] == [row.id for row in small_show().rows()]


def test_an_entry_says_what_was_done(small: Path, opened: Opener) -> None:
    store = opened(small)
    change = booths.move(store.load().show, ["b1", "b2"], 100, -50)
    entry = store.write(change, Kind.UNDO, 1)
    assert (entry.seq, entry.kind, entry.target, entry.rows) == (2, Kind.UNDO, 1, 2)
    assert (entry.operation, entry.summary, entry.schema) == ("move-booths", "Move 2 booths", SCHEMA)
    assert entry.at.tzinfo is not None
    assert store.entries(1) == [entry]
    assert store.change(2) == change


def test_the_journal_brings_back_every_kind_of_row(small: Path, opened: Opener) -> None:
    assert opened(small).change(1) == as_change(small_show())


def test_rows_may_name_each_other_in_any_order(empty: Path, opened: Opener) -> None:
    store = opened(empty)
    guest, host = Exhibitor(id="a", name="Guest", host="b"), Exhibitor(id="b", name="Host")
    store.write(_of("Add", create(guest), create(host)))
    store.write(_of("Delete", remove(host), remove(guest)))
    assert list(store.load().show.rows()) == []


def test_a_stale_update_names_the_row_and_writes_nothing(small: Path, opened: Opener) -> None:
    one, two = opened(small), opened(small)
    show = one.load().show
    two.write(booths.move(show, ["b2"], 500, 0))
    with pytest.raises(Conflict, match="Booth A02 was changed by another program meanwhile"):
        one.write(booths.move(show, ["b1", "b2", "b3"], 0, 500))
    now = one.load()
    assert now.seq == 2
    assert now.show.booths["b1"] == show.booths["b1"]
    assert now.show.booths["b3"] == show.booths["b3"]


def test_changing_or_deleting_a_deleted_row_is_a_conflict(small: Path, opened: Opener) -> None:
    store = opened(small)
    show = store.load().show
    store.write(booths.delete(show, ["b5"]))
    for stale in (booths.move(show, ["b5"], 1, 1), booths.delete(show, ["b5"])):
        with pytest.raises(Conflict, match="Booth A05 was deleted by another program"):
            store.write(stale)
    assert store.load().seq == 2


def test_deleting_a_changed_row_is_a_conflict(small: Path, opened: Opener) -> None:
    store = opened(small)
    show = store.load().show
    store.write(booths.move(show, ["b2"], 1, 1))
    with pytest.raises(Conflict, match="Booth A02 was changed"):
        store.write(booths.delete(show, ["b1", "b2"]))
    assert "b1" in store.load().show.booths


def test_adding_a_row_twice_is_a_conflict_about_that_row(small: Path, opened: Opener) -> None:
    store = opened(small)
    fresh = [create(booth(f"n{k}", f"N{k}")) for k in range(3)]
    with pytest.raises(Conflict, match="Booth A03 is there already"):
        store.write(_of("Add", *fresh, create(booth("b3", "A03"))))
    assert "n0" not in store.load().show.booths


def test_naming_a_row_that_another_program_deleted_is_a_conflict(small: Path, opened: Opener) -> None:
    store = opened(small)
    show = store.load().show
    store.write(_of("Delete", remove(show.exhibitors["x3"])))
    with pytest.raises(Conflict, match="deleted something"):
        store.write(_of("Assign", amend(show.booths["b2"], exhibitor="x3")))
    assert store.load().show.booths["b2"].exhibitor is None


def test_a_conflict_does_not_tell_a_person_s_name(small: Path, opened: Opener) -> None:
    store = opened(small)
    person = store.load().show.people["p1"]
    with pytest.raises(Conflict) as caught:
        store.write(_of("Edit", Edit(replace(person, revision=7), replace(person, revision=8))))
    assert "Lin" not in caught.value.line()
    assert caught.value.line().startswith("Person was changed")


def test_many_rows_are_written_at_once(empty: Path, opened: Opener) -> None:
    store = opened(empty)
    hall = small_rows()[2]
    rows = [booth(f"b{k}", f"A{k}", k % 50 * 3000, k // 50 * 3000) for k in range(2000)]
    store.write(_of("Import", create(hall), *(create(row) for row in rows)))
    show = store.load().show
    assert list(show.booths.values()) == rows
    store.write(booths.move(show, show.booths, 10, 10))
    assert {row.revision for row in store.load().show.booths.values()} == {1}


def test_versions_name_positions(small: Path, opened: Opener) -> None:
    store = opened(small)
    first = store.name_version("  Sent to\nthe printer ")
    store.write(booths.move(store.load().show, ["b1"], 1, 1))
    second = store.name_version("Final")
    assert [(v.name, v.seq) for v in opened(small).versions()] == [("Sent to the printer", 1), ("Final", 2)]
    assert list(store.versions()) == [first, second]


@pytest.mark.parametrize("name", ["", "  \n", "final"])
def test_a_version_s_name_is_neither_empty_nor_taken(small: Path, opened: Opener, name: str) -> None:
    store = opened(small)
    store.name_version("Final")
    with pytest.raises(Refused):
        store.name_version(name)
    assert len(store.versions()) == 1


def test_a_copy_is_a_whole_project(small: Path, opened: Opener, tmp_path: Path) -> None:
    store = opened(small)
    store.copy_to(str(tmp_path / "copy.expo"))
    copy = opened(tmp_path / "copy.expo")
    assert copy.load() == store.load()
    assert copy.entries() == store.entries()
    assert sorted(item.name for item in tmp_path.iterdir()) == ["copy.expo", "small.expo"]


def test_a_copy_replaces_nothing_unless_forced_and_never_its_original(
    small: Path, opened: Opener, tmp_path: Path
) -> None:
    store = opened(small)
    other = tmp_path / "other.expo"
    other.write_text("kept")
    with pytest.raises(Refused, match="exists already"):
        store.copy_to(str(other))
    assert other.read_text() == "kept"
    with pytest.raises(Refused, match="onto itself"):
        store.copy_to(str(small), force=True)
    store.copy_to(str(other), force=True)
    assert opened(other).load() == store.load()


def _break(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(statement).rowcount != 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE booth SET status = 'sold out' WHERE id = 'b1'",
        "UPDATE booth SET outline = '[[0,' WHERE id = 'b1'",
        "UPDATE booth SET outline = '7' WHERE id = 'b1'",
        "UPDATE event SET starts = 'soon'",
        "DROP TABLE zone",
        "ALTER TABLE person DROP COLUMN job",
    ],
)
def test_rows_that_no_program_wrote_are_damage(small: Path, opened: Opener, statement: str) -> None:
    _break(small, statement)
    with pytest.raises(Refused, match="damaged"):
        opened(small).load()


def test_a_gap_in_the_journal_is_damage(small: Path, opened: Opener) -> None:
    _break(small, "DELETE FROM journal")
    store = opened(small)
    with pytest.raises(Refused, match=r"damaged.*journal entry 1 is missing"):
        store.change(1)
    store.write(booths.move(store.load().show, ["b1"], 1, 1))
    _break(small, "UPDATE journal SET seq = 5")
    with pytest.raises(Refused, match=r"damaged.*journal entry 1 is missing"):
        store.entries()


def test_a_payload_that_no_program_wrote_is_damage(small: Path, opened: Opener) -> None:
    _break(small, """UPDATE journal SET payload = '[["stall",null,{}]]'""")
    with pytest.raises(Refused, match="damaged"):
        opened(small).change(1)


def test_kinds_read_back_are_kinds(small: Path, opened: Opener) -> None:
    show = opened(small).load().show
    assert all(type(row) is Booth for row in show.booths.values())
    assert all(type(row) is Person for row in show.people.values())
    assert type(show.booths["b4"].outline[0]) is tuple


def test_assets_are_kept_by_their_content_outside_of_the_journal(small: Path, tmp_path: Path, opened: Opener) -> None:
    store: Store = opened(small)
    key = store.put_asset(b"lines")
    assert key == hashlib.sha256(b"lines").hexdigest()
    assert store.put_asset(b"lines") == key
    assert store.asset(key) == b"lines"
    assert len(store.entries()) == 1
    store.copy_to(str(tmp_path / "copy.expo"))
    assert opened(tmp_path / "copy.expo").asset(key) == b"lines"


def test_an_asset_that_is_missing_or_damaged_is_refused(small: Path, opened: Opener) -> None:
    store = opened(small)
    with pytest.raises(Refused, match="the content of an underlay is missing"):
        store.asset("0" * 64)
    key = store.put_asset(b"lines")
    with closing(sqlite3.connect(small)) as connection, connection:
        connection.execute("UPDATE asset SET content = ?", (b"other",))
    with pytest.raises(Refused, match="not what was written"):
        store.asset(key)


def test_a_write_tells_how_far_it_is_and_given_up_at_any_point_it_leaves_nothing(empty: Path, opened: Opener) -> None:
    store = opened(empty)
    rows = [Exhibitor(id=f"x{k}", name=f"X{k}") for k in range(2500)]
    change = Change.of("add", "Add", [create(row) for row in rows])
    told: list[tuple[int, int]] = []

    class GivenUpError(Exception):
        pass

    def until(last: int) -> Step:
        def step(done: int, total: int) -> None:
            told.append((done, total))
            if done == last:
                raise GivenUpError

        return step

    before = store.load()
    for last in (0, 2000, 2500):
        told.clear()
        with pytest.raises(GivenUpError):
            store.write(change, step=until(last))
        assert told[-1] == (last, 2500)
        assert store.load().seq == before.seq
        assert not store.load().show.exhibitors
    store.write(change, step=until(-1))
    assert told[-4:] == [(0, 2500), (1000, 2500), (2000, 2500), (2500, 2500)]
    assert len(store.load().show.exhibitors) == 2500
