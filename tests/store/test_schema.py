"""The tables: Alembic's and the program's are the same, and they fit the rows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from hallwright.expo import codec
from hallwright.expo.show import KINDS
from hallwright.store.connecting import engine_on
from hallwright.store.marks import SCHEMA
from hallwright.store.migrating import folder
from hallwright.store.schema import TABLES, metadata


@pytest.fixture
def connection(empty: Path) -> Iterator[Connection]:
    engine = engine_on(empty)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_the_migrations_end_at_the_tables_of_the_program(connection: Connection) -> None:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    assert compare_metadata(context, metadata) == []


def test_the_foreign_keys_wait_for_the_end_of_the_transaction(connection: Connection) -> None:
    for name, table in metadata.tables.items():
        keys = inspect(connection).get_foreign_keys(name)
        assert len(keys) == len(table.foreign_keys)
        assert all(key["options"] == {"deferrable": True, "initially": "DEFERRED"} for key in keys)


def test_the_schema_s_number_is_that_of_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(folder()))
    assert ScriptDirectory.from_config(config).get_heads() == [f"{SCHEMA:04d}"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_table_with_a_column_for_each_field(kind: type) -> None:
    assert set(TABLES[kind].columns.keys()) == set(codec.columns(kind))


def test_the_journal_s_position_is_the_row_number(connection: Connection) -> None:
    # Only a column of type INTEGER that alone is the key is SQLite's own row number, and so needs no index.
    assert not inspect(connection).get_indexes("journal")
    connection.exec_driver_sql("INSERT INTO journal VALUES (7, '', '', NULL, '', '', 0, 1, '')")
    assert connection.exec_driver_sql("SELECT rowid FROM journal").scalar_one() == 7


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("busy_timeout", 5000),
    ],
)
def test_connections_are_set_up_for_safety(connection: Connection, pragma: str, value: object) -> None:
    assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
