"""Engines on project files: the pragmas and the transactions that keep a project whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

PATIENCE = 5.0
"""Seconds to wait for another program's transaction."""

_BEGIN = "hallwright_begin"


def engine_on(path: Path) -> Engine:
    """Return an engine on an existing SQLite file; nothing is opened or created yet."""
    address = f"{path.absolute().as_uri()}?mode=rw"

    def connect() -> sqlite3.Connection:
        # isolation_level None: SQLAlchemy's BEGIN below is the only one, the driver adds none of its own.
        return sqlite3.connect(
            address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False, cached_statements=64
        )

    # Errors end up in logs, and parameters hold the names of people.
    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, pool_size=2, max_overflow=8, hide_parameters=True
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    # No WAL: before 3.51.3 a WAL reset can corrupt the file. The rollback journal costs little at our sizes.
    for pragma in ("journal_mode=DELETE", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection in a transaction that sees one state of the project."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection in a transaction that no other writer can share; commits when the block ends well.

    The lock is taken at the start, so that what is read inside still holds when it is written.
    """
    with engine.connect() as connection:
        connection = connection.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
        with connection.begin():
            yield connection


def pragma(connection: Connection, name: str) -> int:
    """Return the whole number that a pragma such as ``user_version`` holds."""
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
