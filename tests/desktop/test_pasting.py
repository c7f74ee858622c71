"""Cells from a spreadsheet, pasted into a list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.desktop.conftest import Driver

from hallwright.desktop.pasting import NO_CELLS, is_table
from hallwright.exchange.importing import What, read

CELLS = 'Company\tNative name\tCountry\nPaste & Co\t粘贴公司\tCN\n"Two\nlines"\t\tDE\n'


@pytest.fixture
def imported(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """Record what the import is given, read as it would read it."""
    given: list[tuple[str, list[str]]] = []

    def import_(what: str, path: Path) -> None:
        names = [str(record.values["name"]) for record in read(path, What(what)).records]
        given.append((what, names))

    monkeypatch.setattr(driver.window.commands, "import_", import_)
    return given


def test_ctrl_v_on_the_exhibitors_offers_the_cells_as_exhibitors(
    driver: Driver, imported: list[tuple[str, list[str]]]
) -> None:
    QApplication.clipboard().setText(CELLS)
    table = driver.window.lists.exhibitors.table
    QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert imported == [("exhibitors", ["Paste & Co", "Two lines"])]


def test_what_is_no_table_is_refused_in_one_line(driver: Driver, imported: list[tuple[str, list[str]]]) -> None:
    QApplication.clipboard().setText("just a word")
    driver.window.surroundings.pasting.paste("booths")
    assert imported == []
    assert driver.window.status.text == NO_CELLS


def test_a_table_has_headings_and_a_row() -> None:
    assert is_table(CELLS)
    assert is_table("Company\nOne\n")
    assert not is_table("Company\tCountry\n\n")
    assert not is_table("")
