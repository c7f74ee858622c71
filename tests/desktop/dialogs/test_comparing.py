"""Comparing versions in the window: choosing two, the list, the way to a place, before and after, the redline."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.shows import as_change, small_show

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.comparing import CompareDialog
from hallwright.desktop.dialogs.redline import RedlineDialog
from hallwright.desktop.dialogs.versions import VersionDialog
from hallwright.desktop.dialogs.worker import Worker
from hallwright.desktop.historypanel import HistoryPanel
from hallwright.desktop.window import Window
from hallwright.editing import assignment, booths
from hallwright.editing.session import Session
from hallwright.store.project import create

Idle = Callable[[Worker], None]


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot, idle: Idle) -> CompareDialog:
    desk.session.name_version("Draft 1")
    desk.do(lambda: booths.move(desk.show, ["b2"], 0, 20_000))
    desk.do(lambda: assignment.assign(desk.show, "b2", "x3"))
    made = CompareDialog(desk)
    qtbot.addWidget(made)
    made.show()
    idle(made._worker)
    return made


def _rows(dialog: CompareDialog) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in dialog.differences.listed]


def test_it_starts_with_the_newest_version_against_now(dialog: CompareDialog) -> None:
    assert dialog.before.currentText().startswith("Draft 1 (")
    assert dialog.after.currentText() == "Now"
    assert ("Booth A02", "moved") in _rows(dialog)
    assert ("Booth A02", "reassigned") in _rows(dialog)
    assert dialog.told.rows[0][:2] == ("Kugou", "A02")
    assert dialog.redline.isEnabled()


def test_other_versions_can_be_chosen_also_by_the_change(dialog: CompareDialog, idle: Idle) -> None:
    dialog.before.setCurrentIndex(dialog.before.findData(2))
    idle(dialog._worker)
    assert ("Booth A02", "moved") not in _rows(dialog)
    assert ("Booth A02", "reassigned") in _rows(dialog)
    dialog.before.setCurrentIndex(0)
    idle(dialog._worker)
    assert _rows(dialog) == []
    assert dialog.picture.names == ("now", "now")


def test_the_list_is_filtered_and_sorted_and_saved_as_it_is_listed(dialog: CompareDialog, tmp_path: Path) -> None:
    everything = len(dialog.differences.listed)
    dialog.differences.seek.setText("a02 MOVED")
    assert _rows(dialog) == [("Booth A02", "moved")]
    path = tmp_path / "list.csv"
    dialog.differences.save(path)
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 2
    dialog.differences.seek.clear()
    dialog.differences.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    whats = [what for _where, what in _rows(dialog)]
    assert whats == sorted(whats, reverse=True)
    dialog.followed.setChecked(False)
    assert len(dialog.differences.listed) < everything


def test_a_row_leads_to_its_booth_by_mouse_and_by_keyboard(dialog: CompareDialog) -> None:
    place = next(k for k, row in enumerate(dialog.differences.rows) if row[1] == "moved")
    dialog.differences.table.selectRow(place)
    dialog.picture.land()
    view = dialog.picture.view
    x, y = view.to_pixel(4500, 11_500)
    # Where it was and where it is are both in view, in the middle between them.
    assert abs(x - dialog.picture.width() / 2) < 3
    assert abs(y - dialog.picture.height() / 2) < 3
    dialog.tabs.setCurrentIndex(1)
    dialog.told.table.selectRow(0)
    QTest.keyClick(dialog.told.table, Qt.Key.Key_Down)
    assert dialog.why.isVisible()
    # All reasons are read below the list, whose lines may be too short for them.
    assert dialog.why.text().splitlines()[0] == "NetEase"
    assert "A01, neighbours: Beside it no longer A02 (free)" in dialog.why.text()


def test_the_divider_follows_slider_keys_and_mouse(dialog: CompareDialog) -> None:
    picture = dialog.picture
    dialog.slider.setValue(20)
    assert picture.share == pytest.approx(0.2)
    QTest.keyClick(picture, Qt.Key.Key_Period)
    assert dialog.slider.value() == 25
    at = QPoint(round(picture.width() * 0.25), 100)
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(picture, QPoint(round(picture.width() * 0.75), 100))
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=at)
    assert dialog.slider.value() == pytest.approx(75, abs=1)


def _grabbed(dialog: CompareDialog) -> QImage:
    return dialog.picture.grab().toImage()


def test_left_of_the_divider_is_before_and_right_of_it_after(dialog: CompareDialog) -> None:
    picture = dialog.picture
    picture.show_marks(False)
    picture.fit()
    x, y = (round(v) for v in picture.view.to_pixel(4500, 1000))
    picture.divide(1.0)
    before = _grabbed(dialog).pixelColor(x, y)
    picture.divide(0.0)
    after = _grabbed(dialog).pixelColor(x, y)
    # The booth stood there before; now it is floor.
    assert before != after
    picture.show_marks(True)
    assert _grabbed(dialog) != QImage()


def test_a_change_made_meanwhile_is_compared(dialog: CompareDialog, desk: Desk, idle: Idle) -> None:
    desk.do(lambda: booths.renumber(desk.show, "b3", "Z9"))
    idle(dialog._worker)
    assert ("Booth Z9", "renumbered") in _rows(dialog)


def test_a_redline_is_previewed_and_saved(
    dialog: CompareDialog, desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle
) -> None:
    assert dialog._found is not None
    redline = RedlineDialog(desk, dialog._found)
    qtbot.addWidget(redline)
    redline.show()
    idle(redline._composer)
    assert redline.ok.isEnabled()
    path = tmp_path / "redline.pdf"
    redline.save(path)
    idle(redline._printer)
    assert path.read_bytes().startswith(b"%PDF")
    assert redline.suggested_name().endswith("Draft 1 - Draft 1 +2")


def _opened(monkeypatch: pytest.MonkeyPatch) -> list[CompareDialog]:
    """Keep dialogs that open instead of waiting for them."""
    opened: list[CompareDialog] = []

    def keep(dialog: CompareDialog) -> int:
        opened.append(dialog)
        return 0

    monkeypatch.setattr(CompareDialog, "exec", keep)
    return opened


def test_a_named_version_is_compared_from_the_list_of_versions(
    desk: Desk, qtbot: QtBot, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = _opened(monkeypatch)
    dialog = VersionDialog(desk)
    qtbot.addWidget(dialog)
    assert not dialog.compare.isEnabled()
    desk.session.name_version("Old")
    desk.do(lambda: booths.move(desk.show, ["b2"], 0, 20_000))
    desk.session.name_version("New")
    desk.do(lambda: booths.renumber(desk.show, "b3", "Z9"))
    dialog.list.table.selectRow(1)
    dialog.compare.click()
    idle(opened[0]._worker)
    assert opened[0].before.currentText().startswith("Old (")
    assert ("Booth A02", "moved") in _rows(opened[0])


def test_any_entry_of_the_history_is_compared_with_the_present_plan(
    desk: Desk, qtbot: QtBot, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = _opened(monkeypatch)
    desk.do(lambda: booths.move(desk.show, ["b2"], 0, 20_000))
    desk.do(lambda: booths.renumber(desk.show, "b3", "Z9"))
    panel = HistoryPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.list.setCurrentIndex(panel.model.index(1, 0))
    panel.compare.trigger()
    idle(opened[0]._worker)
    assert ("Booth Z9", "renumbered") in _rows(opened[0])
    assert ("Booth A02", "moved") not in _rows(opened[0])


def test_the_window_has_the_command(
    styled: object, tmp_path: Path, qtbot: QtBot, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = _opened(monkeypatch)
    window = Window(Session(create(tmp_path / "show.expo", as_change(small_show()))))
    window.actions_["compare"].trigger()
    idle(opened[0]._worker)
    assert opened[0].before.count() > 1
    assert not opened[0].differences.rows
    opened[0].close()
    window.close()
