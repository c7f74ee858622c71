"""Importing an underlay: what the file does not say is asked, and a bad file leaves the window alive."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.exchange.underlays import files

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.underlay import UnderlayDialog
from hallwright.desktop.dialogs.worker import Worker
from hallwright.expo.underlay import Media

Idle = Callable[[Worker], None]


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot, idle: Idle) -> Callable[[Path], UnderlayDialog]:
    def make(path: Path) -> UnderlayDialog:
        dialog = UnderlayDialog(desk, path)
        qtbot.addWidget(dialog)
        dialog.show()
        idle(dialog.worker)
        return dialog

    return make


def venue(path: Path, unit: int) -> Path:
    document = files.drawing(unit)
    document.layers.add("AXES").off()
    files.add_box(document.modelspace(), 0, 0, 50, 30, layer="WALLS")
    document.modelspace().add_line((0, 0), (50, 30), dxfattribs={"layer": "AXES"})
    return files.saved(document, path)


def test_the_unit_is_asked_with_the_size_it_gives(
    desk: Desk, tmp_path: Path, opened: Callable[[Path], UnderlayDialog]
) -> None:
    dialog = opened(venue(tmp_path / "venue.dxf", 0))
    assert dialog.hint.text() == "Choose the unit: the file does not say it."
    assert not dialog.ok.isEnabled()
    texts = [dialog.unit.itemText(k) for k in range(dialog.unit.count())]
    assert texts[2] == "Metres  –  50.0 × 30.0 m"
    dialog.unit.setCurrentIndex(2)
    assert dialog.hidden() == ("AXES",)
    dialog.layers.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.ok.click()
    row = desk.show.underlays[dialog.made]
    assert (row.name, row.media, row.hall) == ("venue.dxf", Media.VECTOR, "h1")
    assert row.width * row.scale == pytest.approx(50_000)
    assert row.hidden == ()
    assert desk.session.store.asset(row.asset).startswith(b"HWL2")


def test_a_unit_that_the_file_says_is_taken(
    desk: Desk, tmp_path: Path, opened: Callable[[Path], UnderlayDialog]
) -> None:
    dialog = opened(venue(tmp_path / "venue.dxf", 6))
    assert dialog.unit.currentText().startswith("Metres")
    assert dialog.ok.isEnabled()


def test_a_page_of_a_pdf_at_its_printed_scale(
    desk: Desk, tmp_path: Path, opened: Callable[[Path], UnderlayDialog], idle: Idle
) -> None:
    dialog = opened(files.pdf(tmp_path / "venue.pdf", 12))
    dialog.page.setText("7")
    dialog.page.editingFinished.emit()
    idle(dialog.worker)
    dialog.printed.setText("100")
    dialog.ok.click()
    row = desk.show.underlays[dialog.made]
    assert row.name == "venue.pdf, page 7"
    assert row.width * row.scale == pytest.approx(21_000, abs=20)


def test_a_page_that_is_not_there(tmp_path: Path, opened: Callable[[Path], UnderlayDialog]) -> None:
    dialog = opened(files.pdf(tmp_path / "venue.pdf", 2))
    dialog.page.setText("3")
    dialog.page.editingFinished.emit()
    assert dialog.message.text == "There is no page 3; it has 2."


def test_a_picture_takes_the_width_that_is_typed(
    desk: Desk, tmp_path: Path, opened: Callable[[Path], UnderlayDialog]
) -> None:
    Image.new("RGB", (400, 200), "red").save(tmp_path / "a.png")
    dialog = opened(tmp_path / "a.png")
    assert dialog.across.text() == "60 m"
    dialog.across.setText("wide")
    assert dialog.hint.text() == "Type its true size."
    dialog.across.setText("80")
    dialog.ok.click()
    assert desk.show.underlays[dialog.made].scale == 200


def test_a_bad_file_is_told_and_another_can_be_chosen(
    tmp_path: Path, opened: Callable[[Path], UnderlayDialog], idle: Idle
) -> None:
    dialog = opened(files.written(tmp_path / "venue.dwg", b"AC1032" + bytes(99)))
    assert dialog.message.text == (
        "venue.dwg: This is a DWG drawing, which only its own maker's programs read. Save it as DXF."
    )
    assert not dialog.ok.isEnabled()
    dialog.choose(venue(tmp_path / "venue.dxf", 6))
    idle(dialog.worker)
    assert dialog.message.text == ""
    assert dialog.ok.isEnabled()


def test_closing_stops_the_reader(tmp_path: Path, desk: Desk, qtbot: QtBot) -> None:
    dialog = UnderlayDialog(desk, files.pdf(tmp_path / "a.pdf", 500))
    qtbot.addWidget(dialog)
    assert dialog.worker.busy
    dialog.reject()
    assert not dialog.worker.busy
    assert not dialog.made
