"""Where the user works in feet, all that is told and typed is in feet."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit
from tests.desktop.conftest import Driver

from hallwright.desktop.dialogs.dividing import NotchDialog, SplitDialog
from hallwright.desktop.dialogs.event import HallDialog
from hallwright.desktop.dialogs.generating import GenerateDialog
from hallwright.desktop.dialogs.sizing import AisleDialog, SizeDialog
from hallwright.editing import booths, floor
from hallwright.editing.layout import Layout
from hallwright.expo.lengths import told, told_area, told_size, work_in, working
from hallwright.expo.space import FixtureKind
from hallwright.geometry.outline import bounds, rectangle
from hallwright.geometry.units import Unit
from hallwright.rules.rulebook import check

METRES = re.compile(r"\d (m|m²|mm)\b")


@pytest.fixture(autouse=True)
def metres_again() -> Iterator[None]:
    yield
    work_in(Unit.M)


def texts(dialog: QDialog) -> str:
    return "\n".join([label.text() for label in dialog.findChildren(QLabel)] + [f.text() for f in fields(dialog)])


def fields(dialog: QDialog) -> list[QLineEdit]:
    return dialog.findChildren(QLineEdit)


def test_told_in_the_unit_of_work() -> None:
    assert (told(3050), told_size(3000, 4500), told_area(13_500_000)) == ("3.05 m", "3 × 4.5 m", "13.5 m²")
    work_in(Unit.FT)
    assert working() is Unit.FT
    assert (told(3048), told_size(3048, 6096), told_area(3048 * 3048)) == ("10′", "10′ × 20′", "100 sq ft")
    assert told_area(10_000, 2, 2) == "0.11 sq ft", "a small overlap is not nothing"


def test_switching_tells_the_window_in_feet_and_back(driver: Driver) -> None:
    desk, window = driver.window.desk, driver.window
    desk.do(lambda: floor.amend_event(desk.show, profile="shanghai"))
    desk.do(lambda: booths.move(desk.show, ["b5"], 1500, 0))
    desk.check_now()
    assert any(METRES.search(found.message) for found in desk.findings)
    driver.do("feet")
    desk.check_now()
    assert desk.findings
    assert not [found.message for found in desk.findings if METRES.search(found.message)]
    desk.select(["b1"])
    assert window.inspector.form._size.text() == "9′ 10.1″ × 9′ 10.1″, 97 sq ft net"
    listing = window.lists.booths.listing
    listing.fill()
    assert listing.headerData(1, Qt.Orientation.Horizontal) == "sq ft"
    assert listing.entry(0).cells[1] == "97"
    desk.select([])
    assert "m²" not in "".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    driver.do("feet")
    assert listing.headerData(1, Qt.Orientation.Horizontal) == "m²"


@pytest.mark.parametrize("make", [SizeDialog, AisleDialog, NotchDialog, SplitDialog])
def test_dialogs_of_booths_show_and_take_feet(driver: Driver, make: type[QDialog]) -> None:
    desk = driver.window.desk
    driver.do("feet")
    ids = ["b1", "b2"] if make is AisleDialog else ["b1"]
    desk.select(ids)
    dialog = make(desk, ids, driver.window)  # type: ignore[call-arg, arg-type]
    assert not METRES.search(texts(dialog)), texts(dialog)
    dialog.deleteLater()


def test_a_size_that_is_left_alone_stays_to_the_millimetre_and_a_bare_number_is_feet(driver: Driver) -> None:
    desk = driver.window.desk
    desk.do(lambda: booths.reshape(desk.show, "b1", rectangle(3000, 3000, 2999, 3051)))
    driver.do("feet")
    dialog = SizeDialog(desk, ["b1"], driver.window)
    dialog.width_m.setText("10")
    dialog.buttons.accepted.emit()
    box = bounds(desk.show.booths["b1"].outline)
    assert (box.width, box.height) == (3048, 3051)


def test_filling_and_halls_show_and_take_feet(driver: Driver) -> None:
    desk = driver.window.desk
    driver.do("feet")
    filling = GenerateDialog(desk, Layout(), driver.window)
    assert filling.lines["width"].text() == "9′ 10.1″"
    assert filling.layout_wanted().width == 3000
    filling.lines["width"].setText("10")
    filling.look()
    assert filling.layout_wanted().width == 3048
    assert "sq ft net" in filling.figures.text()
    assert not METRES.search(filling.figures.text() + filling.more.text())
    filling.lines["width"].setText("0.1")
    filling.look()
    assert "0′ 1.2″" in filling.hint.text()
    assert not METRES.search(filling.hint.text())
    hall = HallDialog(desk, driver.window)
    assert not METRES.search(texts(hall)), texts(hall)


def test_every_rule_of_the_sample_tells_feet() -> None:
    from hallwright.editing.sample import build
    from hallwright.expo.show import Show
    from hallwright.rules.profile import load, names

    sample = build().applied(Show())
    hall = next(iter(sample.halls))
    sample = floor.add_fixture(sample, hall, FixtureKind.NO_BUILD, rectangle(20_000, 30_000, 9000, 9000)).applied(
        sample
    )
    work_in(Unit.FT)
    found = [one for name in names() for one in check(sample, load(name))]
    assert len({one.rule for one in found}) > 4
    assert not [one.message for one in found if METRES.search(one.message) and "per m²" not in one.message]
