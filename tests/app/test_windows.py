"""From the start page to a project and back to where one left off."""

import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from hallwright.app import windows as module
from hallwright.app.desktop import new_session
from hallwright.app.windows import Windows
from hallwright.desktop.recents import RecentMenu, Recents
from hallwright.support.errors import Refused


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def windows(
    qapp: QApplication, qtbot: QtBot, settings: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Windows]:
    monkeypatch.setattr(module, "user_data", lambda: tmp_path)
    made = Windows(qapp, dark=False, settings=settings)
    yield made
    for page in (made.window, made.start_page):
        if page is not None:
            page.close()


def project(folder: Path, name: str) -> Path:
    path = folder / name
    new_session(path).close()
    return path


def test_the_first_run_leads_from_the_start_page_to_the_sample(windows: Windows, settings: QSettings) -> None:
    windows.go_on()
    page = windows.start_page
    assert page is not None
    assert page.model.rowCount() == 0
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert windows.window is not None
    assert len(windows.window.desk.show.booths) > 300
    assert windows.start_page is None
    (recent,) = Recents(settings).all()
    assert (recent.path.name, recent.booths) == ("sample.expo", len(windows.window.desk.show.booths))


def test_a_recent_project_opens_by_enter_and_a_missing_one_can_be_taken_off(
    windows: Windows, settings: QSettings, tmp_path: Path
) -> None:
    recents = Recents(settings)
    recents.note(tmp_path / "gone.expo", "Gone", 7)
    recents.note(project(tmp_path, "here.expo"), "Spring fair", 0)
    windows.start()
    page = windows.start_page
    assert page is not None
    assert [page.model.below(row).split("   ")[-1] for row in range(2)] == ["0 booths", "not found"]
    page.list.setCurrentIndex(page.model.index(1, 0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert windows.window is None
    assert "was not found" in page.message.text
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert [recent.name for recent in recents.all()] == ["Spring fair"]
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert windows.window is not None
    assert windows.window.desk.session.name.endswith("here.expo")


def test_the_window_opens_as_it_was_left(windows: Windows, settings: QSettings, qapp: QApplication) -> None:
    windows.open_sample()
    first = windows.window
    assert first is not None
    first.list_tabs.setCurrentIndex(1)
    first.side_tabs.setCurrentIndex(2)
    first.use("number")
    first.actions_["rulers"].setChecked(False)
    first.actions_["zones"].setChecked(False)
    first.actions_["view-public"].setChecked(True)
    qapp.processEvents()
    first.canvas.zoom(3.7)
    first.canvas.pan(120, -40)
    at = first.canvas.view.to_mm(first.canvas.width() / 2, first.canvas.height() / 2)
    first.close()
    again = Windows(qapp, dark=False, settings=settings)
    again.go_on()
    window = again.window
    assert window is not None
    assert (window.list_tabs.currentIndex(), window.side_tabs.currentIndex()) == (1, 2)
    assert window.canvas.hand.tool is window.tool("number")
    assert not window.actions_["rulers"].isChecked()
    assert window.canvas.scenery.layers == first.canvas.scenery.layers
    assert window.canvas.view.scale == pytest.approx(first.canvas.view.scale)
    back = window.canvas.view.to_mm(window.canvas.width() / 2, window.canvas.height() / 2)
    assert back == pytest.approx(at, abs=2)
    window.close()


def test_a_last_project_that_does_not_open_leads_to_the_start_page(
    windows: Windows, settings: QSettings, tmp_path: Path
) -> None:
    (tmp_path / "torn.expo").write_bytes(b"no project")
    settings.setValue("last-project", str(tmp_path / "torn.expo"))
    windows.go_on()
    assert windows.start_page is not None
    assert "torn.expo" in windows.start_page.message.text


def test_a_named_project_that_does_not_open_is_refused(windows: Windows, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        windows.open(tmp_path / "none.expo")
    assert windows.window is None


def test_open_recent_opens_in_place_and_a_refusal_leaves_the_window(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *arguments: told.append(arguments[2]))
    first, second = project(tmp_path, "first.expo"), project(tmp_path, "second.expo")
    windows.open(first)
    windows.open(second)
    assert windows.window is not None
    (menu,) = windows.window.findChildren(RecentMenu)
    menu.fill()
    assert [action.text() for action in menu.actions() if action.text()][:2] == ["second.expo", "first.expo"]
    menu.actions()[1].trigger()
    assert windows.window.desk.session.name.endswith("first.expo")
    second.write_bytes(b"no project")
    windows.open(second)
    assert len(told) == 1
    assert windows.window.desk.session.name.endswith("first.expo")


def test_a_project_that_was_left_is_let_go(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    windows.open(project(tmp_path, "one.expo"))
    assert windows.window is not None
    left = weakref.ref(windows.window.desk)
    windows.open(project(tmp_path, "two.expo"))
    qtbot.waitUntil(lambda: left() is None, timeout=10_000)
