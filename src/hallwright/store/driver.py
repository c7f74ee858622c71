"""Connections to project files by Python's own SQLite driver, with the pragmas that keep a project whole."""

import sqlite3
from pathlib import Path

PATIENCE = 5.0
"""Seconds to wait for another program's transaction."""


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection to an existing file, usable from any thread; transactions are begun by whoever uses it.

    Raises:
        sqlite3.Error: the file cannot be opened.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=PATIENCE,
        # The driver adds no BEGIN of its own.
        isolation_level=None,
        check_same_thread=False,
        cached_statements=64,
    )
    # No WAL: before 3.51.3 a WAL reset can corrupt the file. The rollback journal costs little at our sizes.
    for pragma in ("journal_mode=DELETE", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}").close()
    return connection
