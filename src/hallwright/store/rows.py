"""Writing rows of the show as rows of tables."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from hallwright.editing.change import Edit
from hallwright.editing.store import Conflict, Step, unwatched
from hallwright.expo import codec
from hallwright.expo.badges import Badge, Template
from hallwright.expo.event import Event, ThemeDay
from hallwright.expo.people import Exhibitor, Person
from hallwright.expo.review import Packet, Reply
from hallwright.expo.row import Row
from hallwright.expo.space import Aisle, Booth, Fixture, Hall, Zone
from hallwright.expo.underlay import Underlay
from hallwright.store.loading import JSON_FIELDS
from hallwright.store.schema import TABLES
from hallwright.support.i18n import N_, _

_JSON_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_PORTION = 1000
"""Rows that are written between two looks at whether they are still wanted."""


def to_json(value: Any) -> str:
    """Return plain values as compact JSON text, native scripts readable."""
    return _JSON_TEXT(value)


def _known(table: Table) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a row is there in the revision from which its edit starts."""
    return table.c.id == bindparam("known_id"), table.c.revision == bindparam("known_revision")


_INSERTS = {kind: insert(table) for kind, table in TABLES.items()}
_UPDATES = {
    kind: update(table)
    .where(*_known(table))
    .values({name: bindparam(name) for name in codec.columns(kind) if name != "id"})
    for kind, table in TABLES.items()
}
_DELETES = {kind: delete(table).where(*_known(table)) for kind, table in TABLES.items()}
_JSON = {kind: tuple(name for name in codec.columns(kind) if name in JSON_FIELDS) for kind in TABLES}


def _values(row: Row) -> dict[str, Any]:
    values: dict[str, Any] = codec.to_plain(row)
    for name in _JSON[type(row)]:
        values[name] = to_json(values[name])
    return values


class StaleError(Exception):
    """A row on disk is not as a change expects; the transaction must be rolled back."""


def write_edits(connection: Connection, edits: Sequence[Edit], step: Step = unwatched) -> None:
    """Insert, update and delete rows as the edits say, many of one kind in one statement.

    Raises:
        StaleError: a row is not there in the revision that its edit starts from, or is there already.
    """
    written = 0
    for (kind, verb), group in groupby(edits, key=lambda edit: (type(edit.row), _verb(edit))):
        some = list(group)
        for start in range(0, len(some), _PORTION):
            portion = some[start : start + _PORTION]
            step(written, len(edits))
            try:
                done = _VERBS[verb](connection, kind, portion)
            except IntegrityError as error:
                raise StaleError from error
            if done != len(portion):
                raise StaleError
            written += len(portion)


def _verb(edit: Edit) -> str:
    if edit.before is None:
        return "insert"
    return "delete" if edit.after is None else "update"


def _insert(connection: Connection, kind: type[Row], edits: Sequence[Edit]) -> int:
    connection.execute(_INSERTS[kind], [_values(edit.row) for edit in edits])
    return len(edits)


def _update(connection: Connection, kind: type[Row], edits: Sequence[Edit]) -> int:
    rows = [_values(edit.row) | _key(edit.before) for edit in edits]
    return connection.execute(_UPDATES[kind], rows).rowcount


def _delete(connection: Connection, kind: type[Row], edits: Sequence[Edit]) -> int:
    return connection.execute(_DELETES[kind], [_key(edit.before) for edit in edits]).rowcount


_VERBS = {"insert": _insert, "update": _update, "delete": _delete}


def _key(before: Row | None) -> dict[str, Any]:
    assert before is not None, "only a known row is updated or deleted"
    return {"known_id": before.id, "known_revision": before.revision}


def conflict(connection: Connection, edits: Iterable[Edit]) -> Conflict:
    """Return the error that names the first row which is not on disk as its edit expects."""
    for edit in edits:
        table = TABLES[type(edit.row)]
        found = connection.execute(select(table.c.revision).where(table.c.id == edit.row.id)).scalar_one_or_none()
        expected = edit.before.revision if edit.before is not None else None
        if found == expected:
            continue
        if expected is None:
            what = _("{row} is there already")
        elif found is None:
            what = _("{row} was deleted by another program meanwhile")
        else:
            what = _("{row} was changed by another program meanwhile")
        return Conflict(what.format(row=_named(edit.row)), mend=_("Look at it and repeat what is still needed."))
    return Conflict(_("Another program changed the same rows meanwhile"), mend=_("Look at them and try again."))


_KINDS: dict[type[Row], str] = {
    Event: N_("Event"),
    ThemeDay: N_("Theme day"),
    Hall: N_("Hall"),
    Zone: N_("Zone"),
    Fixture: N_("Fixture"),
    Aisle: N_("Aisle"),
    Underlay: N_("Underlay"),
    Booth: N_("Booth"),
    Exhibitor: N_("Exhibitor"),
    Person: N_("Person"),
    Template: N_("Badge template"),
    Badge: N_("Badge"),
    Packet: N_("Proof"),
    Reply: N_("Answer"),
}


def _named(row: Row) -> str:
    kind = _(_KINDS[type(row)])
    # A person is not named: messages end up in logs.
    name = row.number if isinstance(row, Booth) else "" if isinstance(row, Person) else getattr(row, "name", "")
    return f"{kind} {name}".strip()
