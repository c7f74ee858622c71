"""Projects and a way to call the command line as a user does, without a process."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.shows import as_change, unsigned_show

from hallwright.cli.main import main
from hallwright.store.project import create


class Said(NamedTuple):
    """What a command said and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The document on stdout."""
        return json.loads(self.out)


Call = Callable[..., Said]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Return the command line; a refusal must be one line and nothing on stdout."""

    def run(*arguments: object) -> Said:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        if status == 2:
            assert out == ""
            assert err.startswith("hallwright: ")
            assert err.count("\n") == 1
        else:
            assert err == ""
        return Said(status, out, err)

    return run


@pytest.fixture(scope="session")
def _original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("project") / "small.expo"
    create(path, as_change(unsigned_show())).close()
    return path


@pytest.fixture
def small(_original: Path, tmp_path: Path) -> Path:
    """Return a project with the small show."""
    return Path(shutil.copy(_original, tmp_path / "small.expo"))
