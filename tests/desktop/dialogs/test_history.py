from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.exporting import export
from hallwright.desktop.dialogs.saving import file_name
from hallwright.desktop.dialogs.versions import VersionDialog
from hallwright.exchange.export import Export


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
