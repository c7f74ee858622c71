"""Exports from the window: formats on offer, and the drawing of the hall in view."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs import exporting
from hallwright.exchange.export import Export


@pytest.mark.parametrize(("ending", "head"), [("dxf", b"  0\n"), ("svg", b"<?xml"), ("geojson", b'{"type"')])
def test_the_hall_in_view_is_drawn(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ending: str, head: bytes
) -> None:
    offered: list[str] = []

    def ask(_parent: QWidget, _title: str, _name: str, kinds: Sequence[tuple[str, str]]) -> Path:
        offered.extend(kind for _label, kind in kinds)
        return tmp_path / f"plan.{ending}"

    monkeypatch.setattr(exporting, "ask_where", ask)
    parent = QWidget()
    qtbot.addWidget(parent)
    with qtbot.waitSignal(desk.said, timeout=20_000) as told:
        exporting.ask_and_export(desk, Export.BOOTHS, parent)
    assert offered == ["xlsx", "csv", "geojson", "dxf", "svg"]
    assert str(tmp_path) in told.args[0]
    assert (tmp_path / f"plan.{ending}").read_bytes().startswith(head)
