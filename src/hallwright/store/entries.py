"""The journal and the named versions as rows of their tables."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from hallwright.editing.change import Change
from hallwright.editing.journal import Entry, Kind, Version
from hallwright.expo import codec
from hallwright.expo.row import Row
from hallwright.store.marks import SCHEMA
from hallwright.store.rows import to_json
from hallwright.store.schema import journal, version
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


def name_version(connection: Connection, name: str) -> Version:
    """Name the present end of the journal; names are kept apart without regard to case.

    Raises:
        Refused: the name is empty or taken.
    """
    wanted = one_line(name)
    if not wanted:
        raise Refused(_("A version needs a name"), mend=_("Give it one, for example 'Sent to the printer'."))
    for known in connection.execute(select(version.c.name)).scalars():
        if known.casefold() == wanted.casefold():
            raise Refused(_("There is a version '{known}' already").format(known=known), mend=_("Choose another name."))
    made = Version(wanted, position(connection), datetime.now().astimezone())
    connection.execute(insert(version), {"name": made.name, "seq": made.seq, "at": made.at.isoformat()})
    return made


def _payload(change: Change) -> str:
    return to_json([(codec.NAMES[type(edit.row)], _plain(edit.before), _plain(edit.after)) for edit in change])


def _plain(row: Row | None) -> dict[str, Any] | None:
    return codec.to_plain(row) if row is not None else None
