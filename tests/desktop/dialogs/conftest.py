"""A desk over a small project on disk, and waiting for background work."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.shows import as_change, unsigned_show

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.worker import Worker
from hallwright.editing.session import Session
from hallwright.store.project import create


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(Session(create(tmp_path / "show.expo", as_change(unsigned_show()))))
    yield desk
    desk.close()


@pytest.fixture
def idle(qtbot: QtBot) -> Callable[[Worker], None]:
    """Wait until a worker has delivered its outcome."""

    def wait(worker: Worker) -> None:
        qtbot.waitUntil(lambda: not worker.busy, timeout=20_000)

    return wait
