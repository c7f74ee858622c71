"""What SQLite says when something is wrong, told as what a user can do about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from hallwright.editing.store import Conflict
from hallwright.support.errors import Refused
from hallwright.support.i18n import _


def damaged(name: str, detail: str) -> Refused:
    """Return the error for a project whose contents are not what the program wrote."""
    return Refused(
        _("The project is damaged ({detail})").format(detail=detail),
        name,
        _("Nothing was written; open a copy or a backup of it instead."),
    )


def refusal(error: sqlite3.Error, name: str) -> Refused | None:
    """Return what a user can do about an error of SQLite, or None if that is not known."""
    # Extended result codes keep the primary one in their low byte.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Refused(_("Another program is writing to the project"), name, _("Wait a moment, then try again."))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return Refused(
            _("The project can be read but not written"),
            name,
            _("Allow writing to the file and its folder, or save a copy."),
        )
    if code == sqlite3.SQLITE_FULL:
        return Refused(_("The disk is full"), name, _("Nothing was written; make room and try again."))
    if code == sqlite3.SQLITE_CANTOPEN:
        return Refused(
            _("The project or its journal file cannot be opened"),
            name,
            _("Check that its folder is there and may be written."),
        )
    if code == sqlite3.SQLITE_IOERR:
        return Refused(
            _("The disk does not answer ({error})").format(error=error),
            name,
            _("Nothing was written; check the disk or the network."),
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT):
        return damaged(name, str(error))
    if code == sqlite3.SQLITE_CONSTRAINT:
        return Conflict(
            _("Another program deleted something that this change refers to"),
            name,
            _("Look at it again and repeat the change."),
        )
    return None


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn database errors inside the block into ``Refused`` about the project ``name``."""
    try:
        yield
    except sqlite3.Error as error:
        told = refusal(error, name)
        if told is None:
            raise
        raise told from error
