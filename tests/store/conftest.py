"""Project files for tests; made once, then copied, because making the tables is the slow part."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.shows import as_change, small_show

from hallwright.store.project import create, open_project
from hallwright.store.sql import SqlStore


@pytest.fixture(scope="session")
def _originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("projects")
    create(folder / "empty.expo").close()
    create(folder / "small.expo", as_change(small_show())).close()
    return {path.stem: path for path in folder.glob("*.expo")}


@pytest.fixture
def empty(_originals: dict[str, Path], tmp_path: Path) -> Path:
    """Return a new project file without rows."""
    return Path(shutil.copy(_originals["empty"], tmp_path / "empty.expo"))


@pytest.fixture
def small(_originals: dict[str, Path], tmp_path: Path) -> Path:
    """Return a new project file with the small show as its first journal entry."""
    return Path(shutil.copy(_originals["small"], tmp_path / "small.expo"))


@pytest.fixture
def opened() -> Iterator[Callable[[Path], SqlStore]]:
    """Return ``open_project``, whose stores are closed when the test ends."""
    with ExitStack() as stack:

        def opener(path: Path) -> SqlStore:
            store = open_project(path)
            stack.callback(store.close)
            return store

        yield opener
