"""The Store on a SQLite project file."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from hallwright.editing.change import Change
from hallwright.editing.journal import Entry, Kind, Version
from hallwright.editing.store import Loaded, Step, unwatched
from hallwright.store import driver, loading
from hallwright.store.faults import damaged, explained
from hallwright.store.marks import SCHEMA
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.i18n import _

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from hallwright.store.writing import Writer


class SqlStore:
    """A project file; implements ``hallwright.editing.store.Store``. Safe to use from several threads."""

    def __init__(self, path: Path, engine: "Engine | None" = None) -> None:
        self._path = path
        self._engine = engine
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

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
        with self.reading() as connection:
            return Loaded(loading.read_show(connection), loading.position(connection))

    def write(self, change: Change, kind: Kind = Kind.DO, target: int | None = None, step: Step = unwatched) -> Entry:
        """Write rows and journal entry in one transaction; see the protocol for what it raises."""
        return self._ready().write(change, kind, target, step)

    def entries(self, after: int = 0) -> Sequence[Entry]:
        """Return the journal entries behind a position, oldest first."""
        with self.reading() as connection:
            found = loading.entries(connection, after)
            for expected, entry in enumerate(found, after + 1):
                if entry.seq != expected:
                    raise ValueError(_("journal entry {expected} is missing").format(expected=expected))
            return found

    def change(self, seq: int) -> Change:
        """Return the change that a journal entry holds, as it was applied."""
        with self.reading() as connection:
            return loading.change_at(connection, seq)

    def versions(self) -> Sequence[Version]:
        """Return the named versions, oldest first."""
        with self.reading() as connection:
            return loading.versions(connection)

    def name_version(self, name: str) -> Version:
        """Name the present position of the journal."""
        return self._ready().name_version(name)

    def put_asset(self, content: bytes) -> str:
        """Keep bytes under their hash and return it; those that are there already are not written again."""
        return self._ready().put_asset(content)

    def asset(self, key: str) -> bytes:
        """Return the bytes kept under a hash.

        Raises:
            Refused: they are missing or damaged.
        """
        with self.reading() as connection:
            content = loading.asset(connection, key)
            if content is None:
                raise LookupError("the content of an underlay is missing")
            if hashlib.sha256(content).hexdigest() != key:
                raise ValueError("the content of an underlay is not what was written")
            return content

    def copy_to(self, target: str, *, force: bool = False) -> None:
        """Write a consistent copy of the project, as of now, to another file.

        Raises:
            Refused: the target exists (and ``force`` is not set), is this project itself, or cannot be written.
        """
        path = Path(target)
        if path.exists() and path.samefile(self._path):
            raise Refused(_("A project cannot be copied onto itself"), target, _("Choose another name."))
        with written_whole(path, force=force) as temporary, explained(target):
            with self.reading() as connection, closing(sqlite3.connect(temporary)) as copy:
                # Inside our transaction, which waited with our patience: backup() alone would wait without end.
                connection.backup(copy)
            drop_journal(path, force=force)

    def prepare(self) -> None:
        """Load what writing needs, at leisure and from any thread, so that the first change does not wait for it."""
        self._writer  # noqa: B018 - made when it is first asked for

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            writer = self.__dict__.pop("_writer", None)
        if writer is not None:
            writer.close()

    @cached_property
    def _writer(self) -> "Writer":
        from hallwright.store.writing import Writer

        with self._lock:
            known: Writer | None = self.__dict__.get("_writer")
            return known if known is not None else Writer(self._path, self._engine)

    def _ready(self) -> "Writer":
        with explained(self.name):
            self._look_at_file()
        return self._writer

    def _look_at_file(self) -> None:
        """Let go of a file that was deleted or replaced: a change written to what has no name any more would be lost.

        Raises:
            sqlite3.OperationalError: there is no file.
        """
        with self._lock:
            try:
                found = self._path.stat()
            except OSError:
                self.close()
                driver.connect(self._path).close()
                return
            here = found.st_dev, found.st_ino
            if self._file is not None and self._file != here:
                self.close()
            self._file = here

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection in a transaction that sees one state of the project.

        Raises:
            Refused: the file cannot be read, or holds what the program never writes.
        """
        try:
            with self._lock, explained(self.name):
                self._look_at_file()
                if self._connection is None:
                    self._connection = driver.connect(self._path)
                self._connection.execute("BEGIN")
                try:
                    # Takes the read lock now, so that all reads inside see one state.
                    loading.pragma(self._connection, "user_version")
                    yield self._connection
                finally:
                    self._connection.execute("ROLLBACK")
        except (ValueError, TypeError, LookupError) as error:
            raise damaged(self.name, str(error)) from error


def drop_journal(path: Path, *, force: bool) -> None:
    """Remove the rollback journal that a file formerly at ``path`` may have left, before a new file takes its name.

    SQLite would take it for the new file's own and roll foreign pages back into it. Without ``force``, a file that is
    there after all keeps its journal: it is another program's, and will not be replaced.
    """
    if force or not path.exists():
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
