"""Several programs on one project, and one that dies in the middle of a write."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.shows import booth, content, small_rows, small_show

from hallwright.editing import booths
from hallwright.editing.change import Change, create
from hallwright.editing.session import Session
from hallwright.editing.store import Conflict
from hallwright.geometry.outline import rectangle
from hallwright.store.project import open_project
from hallwright.store.sql import SqlStore

Opener = Callable[[Path], SqlStore]

WRITER = """
import sys
from pathlib import Path
from hallwright.editing import booths
from hallwright.editing.session import Session
from hallwright.geometry.outline import rectangle
from hallwright.store.project import open_project

session = Session(open_project(Path(sys.argv[1])))
print("ready", flush=True)
sys.stdin.readline()
# Each on a row of its own: neighbours are typed together, so one drawn beside a stale one is a conflict.
top = 5000 * "PQRS".index(sys.argv[2]) + 8000
for k in range(25):
    number = f"{sys.argv[2]}-{k}"
    assert session.commit(booths.draw(session.show, "h1", rectangle(k * 3000, top, 3000, 3000), number=number))
session.close()
"""

VICTIM = """
import sys
from pathlib import Path
from hallwright.editing import booths
from hallwright.store.connecting import engine_on, writing
from hallwright.store.rows import write_edits
from hallwright.store.sql import SqlStore

path = Path(sys.argv[1])
engine = engine_on(path)
show = SqlStore(path, engine).load().show
with writing(engine) as connection:
    # With so small a cache, SQLite must write pages into the file before the end of the transaction.
    connection.exec_driver_sql("PRAGMA cache_size=5")
    write_edits(connection, booths.move(show, show.booths, 500, 500).edits)
    print("written", flush=True)
    sys.stdin.readline()
"""


def _start(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def _await(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdout is not None
    assert process.stdout.readline().strip() == word


def test_a_program_killed_while_it_writes_loses_only_that_write(empty: Path, opened: Opener) -> None:
    store = opened(empty)
    rows = [small_rows()[2], *(booth(f"b{k}", f"A{k}", k * 3000) for k in range(1500))]
    store.write(Change.of("import", "Import", [create(row) for row in rows]))
    before, data = store.load(), empty.read_bytes()
    store.close()
    with _start(VICTIM, empty) as victim:
        _await(victim, "written")
        victim.kill()
    assert empty.with_name(f"{empty.name}-journal").stat().st_size > 0
    assert empty.read_bytes() != data  # or the kill came too early to prove anything
    after = opened(empty)
    assert after.load() == before
    assert empty.read_bytes() == data
    after.write(booths.move(before.show, before.show.booths, 1, 1))


def test_four_programs_write_at_once_and_nothing_is_lost(small: Path, opened: Opener) -> None:
    writers = [_start(WRITER, small, letter) for letter in "PQRS"]
    for writer in writers:
        _await(writer, "ready")
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0] * 4
    session = Session(opened(small))
    numbers = {row.number for row in session.show.booths.values()}
    assert {f"{letter}-{k}" for letter in "PQRS" for k in range(25)} <= numbers
    assert [entry.seq for entry in session.log()] == list(range(1, 102))
    while session.undo():
        pass
    assert content(session.show) == content(small_show())


def test_eight_threads_write_through_one_store(small: Path, opened: Opener) -> None:
    store = opened(small)

    def write(k: int) -> int:
        show = store.load().show
        return store.write(booths.draw(show, "h2", rectangle(0, 0, 3000, 3000), number=f"T{k}")).seq

    with ThreadPoolExecutor(8) as pool:
        positions = list(pool.map(write, range(40)))
    assert sorted(positions) == list(range(2, 42))
    assert len(store.load().show.booths) == len(small_show().booths) + 40


def test_a_session_follows_another_program(small: Path) -> None:
    one, two = Session(open_project(small)), Session(open_project(small))
    told: list[str] = []
    two.subscribe(lambda change: told.append(change.summary))
    one.commit(booths.move(one.show, ["b1"], 100, 0))
    one.commit(booths.renumber(one.show, "b2", "B02"))
    one.undo()
    assert two.refresh() == 3
    assert two.refresh() == 0
    assert told == ["Move A01", "Number A02 → B02", "Number A02 → B02"]
    assert two.show == one.show == one.store.load().show
    assert (two.undo_summary, two.redo_summary) == ("Move A01", "Number A02 → B02")
    for session in (one, two):
        session.close()


def test_undo_takes_back_what_another_program_did_last(small: Path) -> None:
    one, two = Session(open_project(small)), Session(open_project(small))
    one.commit(booths.move(one.show, ["b1"], 100, 0))
    two.commit(booths.move(two.show, ["b2"], 100, 0))
    undone = one.undo()
    assert undone is not None
    assert undone.ids() == {"b2"}
    two.refresh()
    assert one.show == two.show
    for session in (one, two):
        session.close()


def test_a_change_made_on_an_old_show_is_a_conflict_and_the_show_is_brought_up_to_date(small: Path) -> None:
    one, two = Session(open_project(small)), Session(open_project(small))
    stale = booths.move(two.show, ["b1"], 0, 900)
    one.commit(booths.move(one.show, ["b1"], 100, 0))
    with pytest.raises(Conflict, match="Booth A01 was changed"):
        two.commit(stale)
    assert two.show == one.show == one.store.load().show
    assert two.position == one.position == 2
    for session in (one, two):
        session.close()
