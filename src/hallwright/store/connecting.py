"""Engines on project files, and the transactions in which they are written."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from hallwright.store import driver, faults
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

_BEGIN = "hallwright_begin"


def engine_on(path: Path) -> Engine:
    """Return an engine on an existing SQLite file; nothing is opened or created yet."""
    # Errors end up in logs, and parameters hold the names of people.
    engine = create_engine(
        "sqlite://",
        creator=lambda: driver.connect(path),
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=8,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


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


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn database errors inside the block into ``Refused`` about the project ``name``."""
    try:
        with faults.explained(name):
            yield
    except PoolTimeout:
        raise Refused(_("The project is busy"), name, _("Wait a moment, then try again.")) from None
    except DBAPIError as error:
        refusal = faults.refusal(error.orig, name) if isinstance(error.orig, sqlite3.Error) else None
        if refusal is None:
            raise
        raise refusal from error
