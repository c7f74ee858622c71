"""The command palette: everything the window can do, found by a few letters."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from tests.desktop.conftest import Driver

from hallwright.desktop.palette import RECENT, Catalogue, CommandPalette, rank
from hallwright.support.text import folded


def opened(driver: Driver) -> CommandPalette:
    return driver.window.surroundings.open_palette()


def test_beginnings_of_words_come_before_initials_parts_and_scattered_letters() -> None:
    texts = ["print plan…", "zoom to selection", "named versions…", "import people"]
    assert rank("pl", "print plan…") == (0, 1, 11)
    assert rank("zs", "zoom to selection") is not None
    assert [text for text in texts if (place := rank("pp", text)) and place[0] == 1] == ["print plan…"]
    assert rank("ersion", "named versions…") == (2, 7, 15)
    assert rank("iple", "import people") == (3, 12, 13)
    assert rank("xq", "import people") is None


def test_letters_and_enter_do_an_action(driver: Driver) -> None:
    palette = opened(driver)
    QTest.keyClicks(palette.field, "select all")
    assert palette.offers[0].label == "Select all booths"
    assert palette.offers[0].detail == "Edit"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert len(driver.window.desk.selection) == 6
    assert not palette.isVisible()


def test_arrow_keys_choose_the_next_offer(driver: Driver) -> None:
    palette = opened(driver)
    QTest.keyClicks(palette.field, "zoom")
    second = palette.offers[1]
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    assert second.label in {"Zoom in", "Zoom out"}
    scale = driver.window.canvas.view.scale
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert driver.window.canvas.view.scale != scale


def test_what_cannot_be_done_now_is_grey_and_does_nothing(driver: Driver) -> None:
    palette = opened(driver)
    QTest.keyClicks(palette.field, "delete")
    assert not palette.offers[0].enabled
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert len(driver.booths) == 6
    palette.close()


def test_what_can_be_done_comes_before_what_fits_as_well_but_cannot(driver: Driver) -> None:
    window = driver.window
    offers = Catalogue(window.desk, window.actions_, window.canvas.fly_to).offers("zoom")
    assert [offer.enabled for offer in offers[:3]] == [True, True, False]
    assert offers[2].name == "zoom-selection"


def test_booths_and_exhibitors_are_places_to_go_to(driver: Driver) -> None:
    palette = opened(driver)
    palette.field.setText("网易")
    assert [offer.label for offer in palette.offers] == ["B01   NetEase  网易"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    driver.window.canvas.land()
    assert driver.window.desk.selection == {"b6"}


def test_every_action_is_there_and_the_last_used_come_first(driver: Driver, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    window = driver.window
    catalogue = Catalogue(window.desk, window.actions_, window.canvas.fly_to, settings)
    offers = catalogue.offers("")
    assert [offer.name for offer in offers] == [spec.name for spec in window.actions_.specs]
    fit = next(offer for offer in offers if offer.name == "fit")
    assert fit.keys == "F"
    catalogue.chosen(fit)
    assert settings.value(RECENT) == "fit"
    again = Catalogue(window.desk, window.actions_, window.canvas.fly_to, settings)
    assert again.offers("")[0].name == "fit"


@pytest.mark.parametrize("name", ["undo", "import-people", "tool-number", "dark"])
def test_an_action_is_found_by_its_own_words(driver: Driver, name: str) -> None:
    window = driver.window
    label = window.actions_[name].text().replace("&", "")
    catalogue = Catalogue(window.desk, window.actions_, window.canvas.fly_to)
    assert name in {offer.name for offer in catalogue.offers(folded(label).rstrip("…."))[:3]}
