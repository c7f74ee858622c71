"""Writing a project file, through SQLAlchemy."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from hallwright.editing.change import Change
from hallwright.editing.journal import Entry, Kind, Version
from hallwright.editing.store import Step
from hallwright.store import entries as journal
from hallwright.store import rows
from hallwright.store.connecting import engine_on, explained, pragma, reading, writing
from hallwright.store.faults import damaged
from hallwright.store.marks import SCHEMA
from hallwright.store.schema import asset
from hallwright.support.errors import Refused
from hallwright.support.i18n import _


class Writer:
    """Writes a project file, each time in one transaction that no other writer shares."""

    def __init__(self, path: Path, engine: Engine | None = None) -> None:
        self._name = str(path)
        self._engine = engine if engine is not None else engine_on(path)

    def write(self, change: Change, kind: Kind, target: int | None, step: Step) -> Entry:
        """Write rows and journal entry; see ``hallwright.editing.store.Store`` for what it raises."""
        try:
            with self._writing() as connection:
                rows.write_edits(connection, change.edits, step)
                entry = journal.append(connection, change, kind, target)
                # The last moment at which all of it can still be given up.
                step(len(change.edits), len(change.edits))
                return entry
        except rows.StaleError:
            # Asked anew after the rollback: the failed transaction had some of our own rows in it.
            with explained(self._name), reading(self._engine) as connection:
                raise rows.conflict(connection, change.edits) from None

    def name_version(self, name: str) -> Version:
        """Name the present position of the journal."""
        with self._writing() as connection:
            return journal.name_version(connection, name)

    def put_asset(self, content: bytes) -> str:
        """Keep bytes under their hash and return it; those that are there already are not written again."""
        key = hashlib.sha256(content).hexdigest()
        with self._writing() as connection:
            if connection.execute(select(asset.c.sha256).where(asset.c.sha256 == key)).first() is None:
                connection.execute(insert(asset), {"sha256": key, "content": content})
        return key

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with explained(self._name), writing(self._engine) as connection:
                if pragma(connection, "user_version") != SCHEMA:
                    raise Refused(
                        _("Another version of Hallwright has converted the project meanwhile"),
                        self._name,
                        _("Open it again."),
                    )
                yield connection
        except (ValueError, TypeError, LookupError) as error:
            raise damaged(self._name, str(error)) from error
