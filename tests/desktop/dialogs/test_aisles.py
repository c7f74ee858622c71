"""Aisles are named, made main and unnamed in their dialog."""

from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.aisles import AislesDialog


def test_a_recognised_aisle_is_named_changed_and_unnamed(desk: Desk, qtbot: QtBot) -> None:
    dialog = AislesDialog(desk)
    qtbot.addWidget(dialog)
    assert dialog.list.item(0).text().startswith("Main  主通道 (main): 6 m wide, 60 m long")
    assert dialog.name.text() == "Main"
    dialog.list.setCurrentRow(1)
    assert not dialog.ok.isEnabled()
    assert not dialog.delete.isEnabled()
    assert dialog.hint.text() == "Give the aisle a name."
    dialog.name.setText("North")
    dialog.ok.click()
    assert {row.name: row.main for row in desk.show.aisles.values()} == {"Main": True, "North": False}
    (row,) = [k for k in range(dialog.list.count()) if dialog.list.item(k).text().startswith("North")]
    dialog.list.setCurrentRow(row)
    dialog.main.setChecked(True)
    dialog.ok.click()
    assert all(aisle.main for aisle in desk.show.aisles.values())
    dialog.list.setCurrentRow(row)
    dialog.delete.click()
    assert [aisle.name for aisle in desk.show.aisles.values()] == ["Main"]
