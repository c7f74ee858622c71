"""The journal and the named versions as rows of their tables."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from hallwright.editing.change import Change, Edit
from hallwright.editing.journal import Entry, Kind, Version
from hallwright.expo import codec
from hallwright.expo.row import Row
from hallwright.store.rows import to_json
from hallwright.store.schema import SCHEMA, journal, version
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.text import one_line

_HEAD = tuple(column for column in journal.columns if column.name != "payload")


def position(connection: Connection) -> int:
    """Return the position of the last journal entry, 0 in an empty journal."""
    return int(connection.execute(select(func.coalesce(func.max(journal.c.seq), 0))).scalar_one())


def append(connection: Connection, change: Change, kind: Kind, target: int | None) -> Entry:
    """Write a change at the end of the journal; the caller holds the write lock, so that no position is lost."""
    entry = Entry(
        seq=position(connection) + 1,
        at=datetime.now().astimezone(),
        kind=kind,
        target=target,
        operation=change.operation,
        summary=change.summary,
        rows=len(change.edits),
        schema=SCHEMA,
    )
    values = {column.name: getattr(entry, column.name) for column in _HEAD}
    values |= {"at": entry.at.isoformat(), "kind": kind.value, "payload": _payload(change)}
    connection.execute(insert(journal), values)
    return entry


def after(connection: Connection, seq: int) -> list[Entry]:
    """Return the entries behind a position, without their rows.

    Raises:
        ValueError: an entry is none that the program writes.
    """
    rows = connection.execute(select(*_HEAD).where(journal.c.seq > seq).order_by(journal.c.seq))
    return [_entry(row) for row in rows.mappings()]


def change_at(connection: Connection, seq: int) -> Change:
    """Return the change that an entry holds.

    Raises:
        ValueError, TypeError, LookupError: there is none, or none that the program writes.
    """
    columns = journal.c.operation, journal.c.summary, journal.c.payload
    row = connection.execute(select(*columns).where(journal.c.seq == seq)).one_or_none()
    if row is None:
        raise LookupError(f"journal entry {seq} is missing")
    edits = tuple(Edit(_row(name, before), _row(name, after)) for name, before, after in json.loads(row.payload))
    return Change(row.operation, row.summary, edits)


def versions(connection: Connection) -> list[Version]:
    """Return the named versions, oldest first."""
    rows = connection.execute(select(version).order_by(version.c.seq, version.c.at))
    return [Version(row.name, row.seq, datetime.fromisoformat(row.at)) for row in rows]


def name_version(connection: Connection, name: str) -> Version:
    """Name the present end of the journal; names are kept apart without regard to case.

    Raises:
        Refused: the name is empty or taken.
    """
    wanted = one_line(name)
    if not wanted:
        raise Refused(_("A version needs a name"), mend=_("Give it one, for example 'Sent to the printer'."))
    for known in versions(connection):
        if known.name.casefold() == wanted.casefold():
            raise Refused(
                _("There is a version '{known}' already").format(known=known.name), mend=_("Choose another name.")
            )
    made = Version(wanted, position(connection), datetime.now().astimezone())
    connection.execute(insert(version), {"name": made.name, "seq": made.seq, "at": made.at.isoformat()})
    return made


def _entry(row: Any) -> Entry:
    values = dict(row)
    return Entry(**values | {"at": datetime.fromisoformat(values["at"]), "kind": Kind(values["kind"])})


def _payload(change: Change) -> str:
    return to_json([(codec.NAMES[type(edit.row)], _plain(edit.before), _plain(edit.after)) for edit in change])


def _plain(row: Row | None) -> dict[str, Any] | None:
    return codec.to_plain(row) if row is not None else None


def _row(name: str, values: dict[str, Any] | None) -> Row | None:
    return codec.from_plain(codec.BY_NAME[name], values) if values is not None else None


def checked(entries: Sequence[Entry], first: int) -> Sequence[Entry]:
    """Return the entries if they count on from ``first`` without a gap.

    Raises:
        ValueError: some are missing.
    """
    for expected, entry in enumerate(entries, first):
        if entry.seq != expected:
            raise ValueError(_("journal entry {expected} is missing").format(expected=expected))
    return entries
