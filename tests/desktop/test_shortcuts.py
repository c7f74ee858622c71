"""Shortcuts of the user's own: taken, told about, remembered and given back."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver

from hallwright.desktop.dialogs.shortcuts import ShortcutsDialog
from hallwright.desktop.shortcuts import Shortcuts


def settings_at(folder: Path) -> QSettings:
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)


def test_keys_pressed_in_the_field_become_the_shortcut_and_survive_a_restart(
    driver: Driver, qtbot: QtBot, tmp_path: Path
) -> None:
    actions, settings = driver.window.actions_, settings_at(tmp_path)
    dialog = ShortcutsDialog(actions, Shortcuts(actions, settings), driver.window)
    dialog.show()
    dialog.choose("mend")
    QTest.keyClick(dialog.keys, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    dialog.set.click()
    assert [keys.toString() for keys in actions["mend"].shortcuts()] == ["Ctrl+M"]
    assert actions["mend"].toolTip().endswith("Ctrl+M")
    dialog.close()
    actions.rebind("mend", ())
    Shortcuts(actions, settings).apply()
    assert actions["mend"].shortcut().toString() == "Ctrl+M"


def test_a_conflict_is_named_and_taken_over_only_when_asked(driver: Driver, qtbot: QtBot) -> None:
    actions = driver.window.actions_
    shortcuts = Shortcuts(actions, None)
    dialog = ShortcutsDialog(actions, shortcuts, driver.window)
    dialog.show()
    dialog.choose("mend")
    QTest.keyClick(dialog.keys, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "belongs to 'Undo'" in dialog.message.text or "belongs to 'Undo " in dialog.message.text
    assert shortcuts.of("undo") == ("Ctrl+Z",)
    dialog.set.click()
    assert (shortcuts.of("undo"), shortcuts.of("mend")) == ((), ("Ctrl+Z",))
    dialog.choose("undo")
    dialog.reset.click()
    assert (shortcuts.of("undo"), shortcuts.of("mend")) == (("Ctrl+Z",), ())
    dialog.reset_all.click()
    assert not dialog.reset_all.isEnabled()
    dialog.close()


def test_no_two_actions_share_a_shortcut(driver: Driver) -> None:
    actions = driver.window.actions_
    shortcuts = Shortcuts(actions, None)
    owners = [(keys, spec.name) for spec in actions.specs for keys in shortcuts.of(spec.name)]
    twice = {keys: [name for other, name in owners if other == keys] for keys, _ in owners}
    assert {keys: names for keys, names in twice.items() if len(names) > 1} == {}


def test_the_filter_shows_actions_by_name_menu_or_keys(driver: Driver, qtbot: QtBot) -> None:
    actions = driver.window.actions_
    dialog = ShortcutsDialog(actions, Shortcuts(actions, None), driver.window)
    dialog.show()
    dialog.filter.setText("ctrl+z")
    shown = [row for row in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(row)]
    assert [actions.specs[row].name for row in shown] == ["undo"]
    dialog.close()
