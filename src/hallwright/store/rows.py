"""Rows of the show as rows of tables, and back; the reading side is made for tens of thousands."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import (
    Connection,
    Delete,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from hallwright.editing.change import Edit
from hallwright.editing.store import Conflict, Step, unwatched
from hallwright.expo import codec
from hallwright.expo.event import Event, ThemeDay
from hallwright.expo.people import Exhibitor, Person
from hallwright.expo.row import Row
from hallwright.expo.show import KINDS, Show
from hallwright.expo.space import Aisle, Booth, Fixture, Hall, Zone
from hallwright.expo.underlay import Underlay
from hallwright.store.schema import TABLES
from hallwright.support.i18n import N_, _

_JSON_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_PORTION = 1000
"""Rows that are written between two looks at whether they are still wanted."""
_JSON = frozenset({"outline", "days", "former_numbers", "hidden"})
"""Fields that a column holds as JSON text."""


def to_json(value: Any) -> str:
    """Return plain values as compact JSON text, native scripts readable."""
    return _JSON_TEXT(value)


def read_show(connection: Connection) -> Show:
    """Read all rows of a project.

    Raises:
        ValueError, TypeError, LookupError: a value is none that the program writes.
    """
    return Show.of(row for kind in KINDS for row in _read(connection, kind))


@dataclass(frozen=True, slots=True)
class _Form:
    """How one kind lies in its table.

    Attributes:
        names: the kind's fields, which are the table's columns.
        json: those that hold JSON text.
        readers: what makes a field's value from its column's, where the two differ.
        select, update, delete: statements; the last two touch a row only in the revision that is known.
    """

    kind: type[Row]
    names: tuple[str, ...]
    json: tuple[str, ...]
    readers: tuple[tuple[str, Callable[[Any], Any]], ...]
    select: Select[Any]
    update: Update
    delete: Delete


def _form(kind: type[Row], table: Table) -> _Form:
    names = codec.columns(kind)
    json = tuple(name for name in names if name in _JSON)
    readers = tuple((name, _from_json(read) if name in json else read) for name, read in codec.readers(kind).items())
    known = table.c.id == bindparam("known_id"), table.c.revision == bindparam("known_revision")
    return _Form(
        kind,
        names,
        json,
        readers,
        # In the order of writing, so that a show reopened lists and draws as it did.
        select(*(table.c[name] for name in names)).order_by(literal_column(f"{table.name}.rowid")),
        update(table).where(*known).values({name: bindparam(name) for name in names if name != "id"}),
        delete(table).where(*known),
    )


def _from_json(read: Callable[[Any], Any]) -> Callable[[str], Any]:
    loads = json.loads
    return lambda text: read(loads(text))


_FORMS = {kind: _form(kind, table) for kind, table in TABLES.items()}


def _read(connection: Connection, kind: type[Row]) -> Iterable[Row]:
    form = _FORMS[kind]
    for row in connection.execute(form.select):
        values = dict(zip(form.names, row, strict=True))
        for name, read in form.readers:
            values[name] = read(values[name])
        yield kind(**values)


def _values(row: Row) -> dict[str, Any]:
    values: dict[str, Any] = codec.to_plain(row)
    for name in _FORMS[type(row)].json:
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
    connection.execute(insert(TABLES[kind]), [_values(edit.row) for edit in edits])
    return len(edits)


def _update(connection: Connection, kind: type[Row], edits: Sequence[Edit]) -> int:
    rows = [_values(edit.row) | _key(edit.before) for edit in edits]
    return connection.execute(_FORMS[kind].update, rows).rowcount


def _delete(connection: Connection, kind: type[Row], edits: Sequence[Edit]) -> int:
    return connection.execute(_FORMS[kind].delete, [_key(edit.before) for edit in edits]).rowcount


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
}


def _named(row: Row) -> str:
    kind = _(_KINDS[type(row)])
    # A person is not named: messages end up in logs.
    name = row.number if isinstance(row, Booth) else "" if isinstance(row, Person) else getattr(row, "name", "")
    return f"{kind} {name}".strip()
