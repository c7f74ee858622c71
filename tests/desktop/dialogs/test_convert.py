"""Converting an underlay: what is traced is shown, and one change makes it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.exchange.underlays import files

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.convert import ConvertDialog
from hallwright.desktop.dialogs.worker import Worker
from hallwright.editing.underlays import Content, add_underlay
from hallwright.exchange.underlays.reading import read_underlay
from hallwright.expo.space import FixtureKind

Idle = Callable[[Worker], None]


@pytest.fixture
def dialog(desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle) -> ConvertDialog:
    document = files.drawing()
    for k in range(4):
        files.add_box(document.modelspace(), 30_000 + 3000 * k, -8000, 3000, 3000)
        files.add_text(document.modelspace(), f"N{k}", 31_500 + 3000 * k, -6500)
    files.add_box(document.modelspace(), 30_000, -20_000, 500, 500, layer="COLUMNS")
    found = read_underlay(files.saved(document, tmp_path / "venue.dxf"))
    assert found.linework is not None
    asset = desk.session.store.put_asset(found.content)
    content = Content(found.name, asset, found.media, found.width, found.height, found.linework.origin)
    desk.do(lambda: add_underlay(desk.show, "h1", content, found.scale(1.0)))
    row = next(row for row in desk.show.underlays.values() if row.name == "venue.dxf" and row.asset == asset)
    made = ConvertDialog(desk, row)
    qtbot.addWidget(made)
    made.show()
    idle(made.worker)
    return made


def check(dialog: ConvertDialog, name: str, on: bool) -> None:
    for k in range(dialog.layers.count()):
        item = dialog.layers.item(k)
        if item.data(Qt.ItemDataRole.UserRole) == name:
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def test_outlines_become_booths_with_their_numbers(desk: Desk, dialog: ConvertDialog) -> None:
    assert dialog.summary.text() == (
        "4 outlines, 4 with a number, 1 too small or too large\n4 booths added, 0 updated, 0 unchanged"
    )
    assert dialog.texts.itemText(1) == "NUMBERS: N0, N1, N2…  (0.30 m)"
    before = len(desk.session.log())
    dialog.ok.click()
    assert {"N0", "N1", "N2", "N3"} <= {booth.number for booth in desk.show.booths.values()}
    assert len(desk.session.log()) == before + 1
    assert next(b for b in desk.show.booths.values() if b.number == "N0").outline[0][1] in (5000, 8000)


def test_or_fixtures_of_a_kind(desk: Desk, dialog: ConvertDialog, idle: Idle) -> None:
    check(dialog, "BOOTHS", False)
    dialog.smallest.setText("0.1")
    dialog.kind.setCurrentIndex(dialog.kind.findData("column"))
    idle(dialog.worker)
    assert dialog.summary.text() == "1 outline"
    dialog.ok.click()
    assert any(row.kind is FixtureKind.COLUMN for row in desk.show.fixtures.values())


def test_nothing_found_says_so(dialog: ConvertDialog, idle: Idle) -> None:
    dialog.smallest.setText("900")
    dialog.trace()
    idle(dialog.worker)
    assert dialog.hint.text() == "There is no closed outline of this size on these layers."
    assert not dialog.ok.isEnabled()


def test_numbers_can_be_left_out(desk: Desk, dialog: ConvertDialog, idle: Idle) -> None:
    dialog.texts.setCurrentIndex(dialog.texts.count() - 1)
    idle(dialog.worker)
    assert "0 with a number" in dialog.summary.text()
    dialog.ok.click()
    assert sum(not booth.number for booth in desk.show.booths.values()) == 4


def test_drops_are_found_though_they_are_small(dialog: ConvertDialog, idle: Idle) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(str(FixtureKind.POWER)))
    idle(dialog.worker)
    assert dialog.smallest.text() == "0.01"
    assert dialog.summary.text().startswith("5 outlines")
    dialog.kind.setCurrentIndex(0)
    idle(dialog.worker)
    assert dialog.smallest.text() == "1"
    assert dialog.summary.text().startswith("4 outlines, 4 with a number, 1 too small")
