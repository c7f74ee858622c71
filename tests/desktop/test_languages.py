"""A floor manager's task in Chinese, and the switch between the languages."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver, small_expo

from hallwright.app.windows import Windows
from hallwright.desktop.languages import SETTING, Speech
from hallwright.desktop.locales import weekday
from hallwright.desktop.window import Window
from hallwright.editing import booths
from hallwright.editing.change import Change, amend
from hallwright.editing.session import Session
from hallwright.expo.space import BoothStatus
from hallwright.geometry.outline import rectangle
from hallwright.store.project import create
from hallwright.support.i18n import ENGLISH, language


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speech = Speech(qapp, "zh_CN")
    yield
    speech.speak(ENGLISH)


@pytest.fixture
def window(chinese: None, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    made = Window(Session(create(tmp_path / "expo.expo", small_expo())))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    made.canvas.fit()
    yield made
    made.close()


def menu_texts(window: Window) -> list[str]:
    return [action.text() for action in window.menuBar().actions()]


def test_a_booth_is_let_confirmed_and_given_back_in_chinese(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    assert menu_texts(window)[:4] == ["文件(&F)", "编辑(&E)", "视图(&V)", "展位(&B)"]
    driver = Driver(window, tmp_path / "expo.expo")
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=driver.pixel(4500, 4500))
    assert window.inspector.form.exhibitor.placeholderText() == "输入名称以分配…"
    QTest.keyClicks(window.inspector.form.exhibitor, "Kugou")
    QTest.keyClick(window.inspector.form.exhibitor, Qt.Key.Key_Return)
    assert driver.on_disk()["A01"].status is BoothStatus.RESERVED
    assert window.status.text == "A01 分配给 Kugou"
    window.actions_["confirm"].trigger()
    assert driver.on_disk()["A01"].status is BoothStatus.CONFIRMED
    assert window.status.text == "A01 已确认"
    assert window.actions_["undo"].text() == "撤销(&U) A01 已确认"
    rows = window.lists.exhibitors.listing
    states = {rows.entry(row).id: rows.entry(row).cells[2] for row in range(rows.rowCount())}
    assert states == {"x1": "已确认", "x2": "已确认", "x3": "未安排"}
    # What is stored is English, for whoever reads the journal in another language.
    assert window.desk.session.store.entries()[-1].summary == "A01 confirmed"
    window.actions_["undo"].trigger()
    window.actions_["undo"].trigger()
    assert window.status.text == "已撤销：A01 分配给 Kugou"
    assert driver.on_disk()["A01"].exhibitor is None


def test_refusals_and_findings_are_whole_chinese_sentences(window: Window) -> None:
    desk = window.desk
    told: list[str] = []
    desk.refused.connect(told.append)
    desk.select(["b6"])
    desk.do(lambda: booths.renumber(desk.show, "b6", "A01"))
    assert told == ["Hall 1：编号 A01 已被占用。请另选编号，或更改那个展位的编号。"]
    shifted = amend(desk.show.booths["b2"], outline=rectangle(4000, 3000, 3000, 3000))
    desk.session.commit(Change.of("move-booths", "Move A02", [shifted]))
    desk.check_now()
    messages = [finding.message for finding in desk.findings if finding.rule == "booth-overlap"]
    assert messages == ["1号馆 的展位 A01 与 A02 重叠 6.00 m²：请移动其中一个或调整尺寸。"]


def test_qts_own_words_and_dates_are_chinese_too(chinese: None, qtbot: QtBot) -> None:
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    button = box.button(QMessageBox.StandardButton.Cancel)
    assert button.text() == "取消"
    assert weekday(date(2026, 11, 23)) == "周一"
    assert QLocale().language() is QLocale.Language.Chinese


def test_the_window_is_built_anew_in_the_language_chosen(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(SETTING, ENGLISH)
    create(tmp_path / "expo.expo", small_expo()).close()
    windows = Windows(qapp, dark=False, settings=settings)
    windows.open(tmp_path / "expo.expo")
    first = windows.window
    assert first is not None
    first.canvas.fly_to("b4")
    first.desk.select(["b4"])
    assert menu_texts(first)[0] == "&File"
    first.actions_["language-zh_CN"].trigger()
    second = windows.window
    try:
        assert second is not None
        assert second is not first
        assert (menu_texts(second)[0], language()) == ("文件(&F)", "zh_CN")
        assert second.desk.selection == {"b4"}
        assert second.actions_["language-zh_CN"].isChecked()
        assert second.actions_["language-en"].text() == "English"
        assert str(settings.value(SETTING)) == "zh_CN"
        second.actions_["language-en"].trigger()
        third = windows.window
        assert third is not None
        assert (menu_texts(third)[0], language()) == ("&File", ENGLISH)
        assert third.actions_["zoom-in"].toolTip().startswith("Zoom in")
    finally:
        if windows.window is not None:
            windows.window.close()
        Speech(qapp, ENGLISH)
