"""Making and opening project files."""

import struct
from pathlib import Path

from hallwright.editing.change import Change
from hallwright.editing.journal import Kind
from hallwright.store.faults import damaged
from hallwright.store.loading import pragma
from hallwright.store.marks import APPLICATION_ID, SCHEMA
from hallwright.store.sql import SqlStore, drop_journal
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.i18n import _

SUFFIX = ".expo"
"""Ending of project files; any other is opened as well."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_MARK = struct.Struct(">68xI")
_CHECKED_UP_TO = 64_000_000
"""Bytes up to which a file is checked for damage when it is opened; that takes less than 1 ms per MB."""


def create(path: Path, change: Change | None = None, *, force: bool = False) -> SqlStore:
    """Make a new project file, whole or not at all.

    Args:
        path: the file to make.
        change: the first entry of its journal, e.g. the sample expo.
        force: replace an existing file.

    Raises:
        Refused: the file exists, or its folder is missing or cannot be written.
    """
    from hallwright.store.connecting import engine_on, explained
    from hallwright.store.migrating import migrate

    _require_name(path)
    with written_whole(path, force=force) as temporary, explained(str(path)):
        engine = engine_on(temporary)
        try:
            migrate(engine)
            if change:
                SqlStore(temporary, engine).write(change, Kind.FOUND)
        finally:
            engine.dispose()
        drop_journal(path, force=force)
    return SqlStore(path)


def open_project(path: Path | str) -> SqlStore:
    """Open a project file, after bringing it to the present schema.

    Raises:
        Refused: there is no such file, or it is no project, damaged, or made by a newer Hallwright.
    """
    if isinstance(path, str) and "://" in path:
        scheme = path.partition("://")[0]
        raise Refused(
            _("This release works with project files, not with database servers"),
            f"{scheme}://...",
            _("Give the path of a file that ends in {suffix}.").format(suffix=SUFFIX),
        )
    file = Path(path)
    _require_name(file)
    _require_project(file)
    store = SqlStore(file)
    try:
        _bring_up_to_date(store)
    except BaseException:
        store.close()
        raise
    return store


def _require_name(path: Path) -> None:
    # Path("") is the present folder, which nobody means by an empty name.
    if not path.name or "\0" in str(path):
        raise Refused(
            _("A project needs a file name"),
            str(path).replace("\0", "?"),
            _("Give one like my-show{suffix}.").format(suffix=SUFFIX),
        )


def _require_project(path: Path) -> None:
    """Look at the file's head before SQLite does, for errors that speak of projects."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEADER)
    except FileNotFoundError:
        raise Refused(
            _("There is no such file"), str(path), _("Check the name, or make it with: hallwright new")
        ) from None
    except IsADirectoryError:
        raise Refused(_("That is a folder, not a project"), str(path), _("Choose the file inside it.")) from None
    except OSError as error:
        raise Refused(
            _("The file cannot be read ({strerror})").format(strerror=error.strerror),
            str(path),
            _("Check its permissions."),
        ) from None
    if len(head) < _HEADER or not head.startswith(_MAGIC) or _MARK.unpack_from(head)[0] != APPLICATION_ID:
        raise Refused(
            _("That is no Hallwright project"),
            str(path),
            _("Open a project file, or import it if it is a spreadsheet."),
        )


def _bring_up_to_date(store: SqlStore) -> None:
    with store.reading() as connection:
        schema = pragma(connection, "user_version")
        if schema > SCHEMA:
            raise Refused(
                _("The project was made by a newer Hallwright (schema {schema}; this one knows {schema2})").format(
                    schema=schema, schema2=SCHEMA
                ),
                store.name,
                _("Update Hallwright."),
            )
        if schema < 0:
            raise damaged(store.name, f"schema {schema}")
        if store.path.stat().st_size <= _CHECKED_UP_TO:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise damaged(store.name, " ".join(str(verdict).split()))
    if schema < SCHEMA:
        # Late: Alembic costs a third of a second, and files are seldom old.
        from hallwright.store.connecting import engine_on, explained
        from hallwright.store.migrating import backup_name, migrate

        store.copy_to(str(backup_name(store.path, schema)))
        engine = engine_on(store.path)
        try:
            with explained(store.name):
                migrate(engine)
        finally:
            engine.dispose()
