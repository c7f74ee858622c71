"""The Store on a SQLite project file."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, insert, select

from hallwright.editing.change import Change
from hallwright.editing.journal import Entry, Kind, Version
from hallwright.editing.store import Loaded, Step, unwatched
from hallwright.store import entries as journal
from hallwright.store import rows
from hallwright.store.connecting import engine_on, pragma, reading, writing
from hallwright.store.faults import damaged, explained
from hallwright.store.schema import SCHEMA, asset
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.i18n import _


class SqlStore:
    """A project file; implements ``hallwright.editing.store.Store``. Safe to use from several threads."""

    def __init__(self, path: Path, engine: Engine | None = None) -> None:
        self._path = path
        self._engine = engine if engine is not None else engine_on(path)

    @property
    def path(self) -> Path:
        """The project file."""
        return self._path

    @property
    def name(self) -> str:
        """The file's path."""
        return str(self._path)

    @property
    def schema(self) -> int:
        """Number of the schema that is written."""
        return SCHEMA

    def load(self) -> Loaded:
        """Read all rows and the position of the last journal entry, in one transaction."""
        with self._reading() as connection:
            return Loaded(rows.read_show(connection), journal.position(connection))

    def write(self, change: Change, kind: Kind = Kind.DO, target: int | None = None, step: Step = unwatched) -> Entry:
        """Write rows and journal entry in one transaction; see the protocol for what it raises."""
        try:
            with self._writing() as connection:
                rows.write_edits(connection, change.edits, step)
                entry = journal.append(connection, change, kind, target)
                # The last moment at which all of it can still be given up.
                step(len(change.edits), len(change.edits))
                return entry
        except rows.StaleError:
            # Asked anew after the rollback: the failed transaction had some of our own rows in it.
            with self._reading() as connection:
                raise rows.conflict(connection, change.edits) from None

    def entries(self, after: int = 0) -> Sequence[Entry]:
        """Return the journal entries behind a position, oldest first."""
        with self._reading() as connection:
            return journal.checked(journal.after(connection, after), after + 1)

    def change(self, seq: int) -> Change:
        """Return the change that a journal entry holds, as it was applied."""
        with self._reading() as connection:
            return journal.change_at(connection, seq)

    def versions(self) -> Sequence[Version]:
        """Return the named versions, oldest first."""
        with self._reading() as connection:
            return journal.versions(connection)

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

    def asset(self, key: str) -> bytes:
        """Return the bytes kept under a hash.

        Raises:
            Refused: they are missing or damaged.
        """
        with self._reading() as connection:
            content = connection.execute(select(asset.c.content).where(asset.c.sha256 == key)).scalar_one_or_none()
            if content is None:
                raise LookupError("the content of an underlay is missing")
            if hashlib.sha256(content).hexdigest() != key:
                raise ValueError("the content of an underlay is not what was written")
            return bytes(content)

    def copy_to(self, target: str, *, force: bool = False) -> None:
        """Write a consistent copy of the project, as of now, to another file.

        Raises:
            Refused: the target exists (and ``force`` is not set), is this project itself, or cannot be written.
        """
        path = Path(target)
        if path.exists() and path.samefile(self._path):
            raise Refused(_("A project cannot be copied onto itself"), target, _("Choose another name."))
        with written_whole(path, force=force) as temporary, explained(target):
            with reading(self._engine) as connection, closing(sqlite3.connect(temporary)) as copy:
                # Taking the read lock first, with our patience: backup() alone would wait for a writer without end.
                pragma(connection, "user_version")
                source = cast("sqlite3.Connection", connection.connection.driver_connection)
                source.backup(copy)
            drop_journal(path, force=force)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with explained(self.name), reading(self._engine) as connection:
                yield connection
        except (ValueError, TypeError, LookupError) as error:
            raise damaged(self.name, str(error)) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with explained(self.name), writing(self._engine) as connection:
            if pragma(connection, "user_version") != SCHEMA:
                raise Refused(
                    _("Another version of Hallwright has converted the project meanwhile"),
                    self.name,
                    _("Open it again."),
                )
            yield connection


def drop_journal(path: Path, *, force: bool) -> None:
    """Remove the rollback journal that a file formerly at ``path`` may have left, before a new file takes its name.

    SQLite would take it for the new file's own and roll foreign pages back into it. Without ``force``, a file that is
    there after all keeps its journal: it is another program's, and will not be replaced.
    """
    if force or not path.exists():
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
