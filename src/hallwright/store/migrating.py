"""Bringing a project file to the present schema; Alembic costs start-up time, so only this file knows it."""

import importlib.resources
from pathlib import Path

from sqlalchemy import Connection, Engine

from hallwright.store.connecting import pragma, writing
from hallwright.store.marks import APPLICATION_ID, SCHEMA


def migrate(engine: Engine) -> None:
    """Run the migrations that a file lacks, all of them in one transaction with its marks."""
    with writing(engine) as connection:
        # Another program may have migrated while this one waited for the lock.
        if pragma(connection, "user_version") < SCHEMA:
            upgrade(connection)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID:d}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA:d}")


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run Alembic's migrations, up to the newest or to that of a revision, inside the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def folder() -> Path:
    """Return the folder of the migration scripts."""
    return Path(str(importlib.resources.files("hallwright.store"))) / "migrations"


def backup_name(path: Path, schema: int) -> Path:
    """Return a free name beside a project for the copy that is kept before it is migrated."""
    wanted = path.with_name(f"{path.stem} (schema {schema}){path.suffix}")
    count = 1
    while wanted.exists():
        count += 1
        wanted = path.with_name(f"{path.stem} (schema {schema}, {count}){path.suffix}")
    return wanted
