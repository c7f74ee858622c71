"""What a Session needs of a store; ``hallwright.store`` implements it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from hallwright.editing.change import Change
from hallwright.editing.journal import Entry, Kind, Version
from hallwright.expo.show import Show
from hallwright.support.errors import Refused

Step = Callable[[int, int], None]
"""Told how much of how much is done; it may raise to give the whole up, and then nothing is done."""


def unwatched(_done: int, _total: int) -> None:
    """Let work go on that nobody waits for."""


class Conflict(Refused):
    """Another program changed or deleted a row first; nothing was written."""


class Loaded(NamedTuple):
    """A show together with the journal position at which it was read."""

    show: Show
    seq: int


class Store(Protocol):
    """A project on disk. Every method is one transaction; ``Refused`` means that nothing was written."""

    @property
    def name(self) -> str:
        """The file's path or the database's name, for people."""
        ...

    @property
    def schema(self) -> int:
        """Number of the schema that is written."""
        ...

    def load(self) -> Loaded:
        """Read all rows and the position of the last journal entry, in one transaction."""
        ...

    def write(self, change: Change, kind: Kind = Kind.DO, target: int | None = None, step: Step = unwatched) -> Entry:
        """Write rows and journal entry in one transaction; may be called from any thread.

        What ``step`` raises comes out of here, and nothing was written.

        Raises:
            Conflict: a row's revision on disk is not that of ``before``, or the row exists or is gone.
            Refused: the disk is full, read-only, locked too long or damaged.
        """
        ...

    def entries(self, after: int = 0) -> Sequence[Entry]:
        """Return the journal entries behind a position, oldest first."""
        ...

    def change(self, seq: int) -> Change:
        """Return the change that a journal entry holds, as it was applied."""
        ...

    def versions(self) -> Sequence[Version]:
        """Return the named versions, oldest first."""
        ...

    def name_version(self, name: str) -> Version:
        """Name the present position of the journal.

        Raises:
            Refused: the name is empty or taken.
        """
        ...

    def put_asset(self, content: bytes) -> str:
        """Keep bytes, such as those of an underlay, under their SHA-256 and return it as hexadecimal text.

        Assets are no part of the journal: they are written before the change that names them, keeping the same bytes
        again does nothing, and one that no row names does no harm.
        """
        ...

    def asset(self, key: str) -> bytes:
        """Return the bytes kept under a hash.

        Raises:
            Refused: they are missing or damaged.
        """
        ...

    def prepare(self) -> None:
        """Load what writing needs, at leisure and from any thread, so that the first change does not wait for it."""
        ...

    def copy_to(self, target: str, *, force: bool = False) -> None:
        """Write a consistent copy of the project to another file."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
