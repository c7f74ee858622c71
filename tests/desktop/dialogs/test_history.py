from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.exporting import export
from hallwright.desktop.dialogs.log import HistoryDialog
from hallwright.desktop.dialogs.saving import file_name
from hallwright.desktop.dialogs.versions import VersionDialog
from hallwright.editing import booths
from hallwright.exchange.export import Export


def texts(dialog: HistoryDialog) -> list[tuple[str, str, str]]:
    model = dialog.model
    return [
        (
            str(model.index(row, 1).data(Qt.ItemDataRole.DisplayRole)),
            str(model.index(row, 3).data(Qt.ItemDataRole.DisplayRole)),
            str(model.index(row, 4).data(Qt.ItemDataRole.DisplayRole)),
        )
        for row in range(model.rowCount())
    ]


def test_the_journal_is_shown_newest_first_and_follows_undo(desk: Desk, qtbot: QtBot) -> None:
    desk.do(lambda: booths.move(desk.show, ["b1"], 500, 0))
    desk.session.name_version("Sent")
    dialog = HistoryDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert texts(dialog) == [("Move A01", "", "Sent"), ("Make the show", "", "")]
    assert not dialog.redo.isEnabled()
    assert dialog.redo.toolTip() == "There is nothing to redo."
    dialog.undo.click()
    assert texts(dialog)[:2] == [("Undo: Move A01", "", ""), ("Move A01", "undone", "Sent")]
    dialog.redo.click()
    assert texts(dialog)[:3] == [("Redo: Move A01", "", ""), ("Undo: Move A01", "", ""), ("Move A01", "", "Sent")]


def test_a_version_gets_a_name_that_is_free(desk: Desk, qtbot: QtBot) -> None:
    desk.session.name_version("Sent")
    dialog = VersionDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.hint.text() == "Type a name."
    dialog.name.setText(" SENT ")
    assert not dialog.ok.isEnabled()
    dialog.name.setText("Printed 终稿")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert [version.name for version in desk.session.versions()] == ["Sent", "Printed 终稿"]


def test_a_list_is_exported_and_told(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    path = tmp_path / "booths.csv"
    with qtbot.waitSignal(desk.said) as heard:
        export(desk, Export.BOOTHS, path, window)
    assert heard.args == [f"Exported 6 rows to {path}."]
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 7
    with qtbot.waitSignal(desk.refused) as refused:
        export(desk, Export.BOOTHS, tmp_path / "none" / "booths.csv", window)
    assert refused.args is not None
    assert "The folder does not exist" in refused.args[0]


def test_suggested_file_names_suit_every_system() -> None:
    assert file_name('Expo: "A/B" 2024?') == "Expo A B 2024"
    assert file_name(" ../ ") == "untitled"
