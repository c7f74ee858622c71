"""Reading a project file: straight through Python's SQLite driver, for a project is read at every start.

SQLAlchemy, which writes, takes longer to load than 5,000 booths do; opening a project does without it.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from hallwright.editing.change import Change, Edit
from hallwright.editing.journal import Entry, Kind, Version
from hallwright.expo import codec
from hallwright.expo.badges import Badge, Template
from hallwright.expo.event import Event, ThemeDay
from hallwright.expo.people import Exhibitor, Person
from hallwright.expo.review import Packet, Reply
from hallwright.expo.row import Row
from hallwright.expo.show import KINDS, Show
from hallwright.expo.space import Aisle, Booth, Fixture, Hall, Zone
from hallwright.expo.underlay import Underlay
from hallwright.geometry.outline import Outline

JSON_FIELDS = frozenset({"outline", "days", "former_numbers", "hidden", "access", "roles", "booths"})
"""Fields that a column holds as JSON text."""

_IDS = frozenset({"id", "hall", "exhibitor", "host", "parent", "person", "packet"})
"""Fields that name rows."""

# In the order of writing, so that a show reopened lists and draws as it did.
_SELECT: Mapping[type[Row], str] = {
    Event: "SELECT * FROM event ORDER BY rowid",
    ThemeDay: "SELECT * FROM theme_day ORDER BY rowid",
    Hall: "SELECT * FROM hall ORDER BY rowid",
    Underlay: "SELECT * FROM underlay ORDER BY rowid",
    Zone: "SELECT * FROM zone ORDER BY rowid",
    Fixture: "SELECT * FROM fixture ORDER BY rowid",
    Aisle: "SELECT * FROM aisle ORDER BY rowid",
    Exhibitor: "SELECT * FROM exhibitor ORDER BY rowid",
    Booth: "SELECT * FROM booth ORDER BY rowid",
    Person: "SELECT * FROM person ORDER BY rowid",
    Template: "SELECT * FROM template ORDER BY rowid",
    Badge: "SELECT * FROM badge ORDER BY rowid",
    Packet: "SELECT * FROM packet ORDER BY rowid",
    Reply: "SELECT * FROM reply ORDER BY rowid",
}


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the whole number that a pragma such as ``user_version`` holds."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def read_show(connection: sqlite3.Connection) -> Show:
    """Read all rows of a project.

    Raises:
        ValueError, TypeError, LookupError: a value is none that the program writes.
    """
    shared = _Shared({}, {})
    return Show.of(row for kind in KINDS for row in _read(connection, kind, shared))


class _Shared(NamedTuple):
    """Values of which one copy is enough: ids that other rows name, corners that neighbours have in common."""

    ids: dict[str, str]
    corners: dict[tuple[int, int], tuple[int, int]]

    def outline(self, outline: Outline) -> Outline:
        """Return an outline whose corners are those that others have."""
        know = self.corners.setdefault
        return tuple([know(corner, corner) for corner in outline])


class _Known(dict[Any, Any]):
    """Values by what their column holds: most columns repeat a few."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, stored: Any) -> Any:
        value = self[stored] = self._read(stored)
        return value


def _read(connection: sqlite3.Connection, kind: type[Row], shared: _Shared) -> list[Row]:
    cursor = connection.execute(_SELECT[kind])
    names = [column[0] for column in cursor.description]
    rows = cursor.fetchall()
    columns: dict[str, Iterable[Any]] = dict(
        zip(names, zip(*rows, strict=True) if rows else [()] * len(names), strict=True)
    )
    for name, read in codec.readers(kind).items():
        if name in JSON_FIELDS and name in columns:
            # One text of all: the parser is quick, each call of it is not.
            values = json.loads(f"[{','.join(columns[name])}]")
            if len(values) != len(rows):
                raise ValueError(f"{name} holds more than one value")
            columns[name] = map(read, values)
        elif name in columns:
            columns[name] = map(_Known(read).__getitem__, columns[name])
    for name in _IDS & columns.keys():
        columns[name] = [shared.ids.setdefault(key, key) for key in columns[name]]
    if "outline" in columns:
        columns["outline"] = map(shared.outline, columns["outline"])
    return codec.made_of(kind, columns, len(rows))


def position(connection: sqlite3.Connection) -> int:
    """Return the position of the last journal entry, 0 in an empty journal."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])


def entries(connection: sqlite3.Connection, after: int) -> list[Entry]:
    """Return the journal entries behind a position, oldest first, without their rows.

    Raises:
        ValueError: an entry is none that the program writes.
    """
    rows = connection.execute(
        "SELECT seq, at, kind, target, operation, summary, rows, schema FROM journal WHERE seq > ? ORDER BY seq",
        (after,),
    )
    return [
        Entry(
            seq=seq,
            at=datetime.fromisoformat(at),
            kind=Kind(kind),
            target=target,
            operation=operation,
            summary=summary,
            rows=count,
            schema=schema,
        )
        for seq, at, kind, target, operation, summary, count, schema in rows
    ]


def change_at(connection: sqlite3.Connection, seq: int) -> Change:
    """Return the change that an entry holds.

    Raises:
        ValueError, TypeError, LookupError: there is none, or none that the program writes.
    """
    row = connection.execute("SELECT operation, summary, payload FROM journal WHERE seq = ?", (seq,)).fetchone()
    if row is None:
        raise LookupError(f"journal entry {seq} is missing")
    operation, summary, payload = row
    edits = tuple(Edit(_row(name, before), _row(name, after)) for name, before, after in json.loads(payload))
    return Change(operation, summary, edits)


def _row(name: str, values: dict[str, Any] | None) -> Row | None:
    return codec.from_plain(codec.BY_NAME[name], values) if values is not None else None


def versions(connection: sqlite3.Connection) -> list[Version]:
    """Return the named versions, oldest first."""
    rows = connection.execute("SELECT name, seq, at FROM version ORDER BY seq, at")
    return [Version(name, seq, datetime.fromisoformat(at)) for name, seq, at in rows]


def asset(connection: sqlite3.Connection, key: str) -> bytes | None:
    """Return the bytes kept under a hash, or None."""
    row = connection.execute("SELECT content FROM asset WHERE sha256 = ?", (key,)).fetchone()
    return None if row is None else bytes(row[0])
