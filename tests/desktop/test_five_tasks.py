"""What a floor manager does first: outline a hall over the venue's DXF, fill, number, split, assign."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver
from tests.exchange.underlays import files

from hallwright.desktop.dialogs.numbering import NumberingDialog
from hallwright.desktop.dialogs.underlay import UnderlayDialog
from hallwright.desktop.window import Window
from hallwright.editing.change import Change, create
from hallwright.editing.session import Session
from hallwright.expo.people import Exhibitor
from hallwright.expo.space import BoothStatus, Hall
from hallwright.geometry.outline import bounds, rectangle
from hallwright.rules.rulebook import check
from hallwright.store.project import create as create_project

WIDE, DEEP = 48_000, 30_000


def venue(path: Path) -> Path:
    """Make the DXF of a venue's hall, in millimetres."""
    document = files.drawing(4)
    files.add_box(document.modelspace(), 0, 0, WIDE, DEEP, layer="WALLS")
    return files.saved(document, path)


def new_expo() -> Change:
    """A hall with a guessed outline, and ten exhibitors."""
    hall = Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 40_000, 20_000))
    parties = [Exhibitor(id=f"x{k}", name=f"Firm {k}", name_native=f"公司{k}") for k in range(10)]
    return Change.of("sample", "New expo", [create(row) for row in (hall, *parties)])


def test_from_the_drawing_of_a_venue_to_ten_exhibitors(styled: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "fair.expo"
    window = Window(Session(create_project(path, new_expo())))
    window.show()
    desk, canvas = window.desk, window.canvas
    driver = Driver(window, path)

    # The hall's corner is dragged onto the corner of the venue's drawing.
    dialog = UnderlayDialog(desk, venue(tmp_path / "venue.dxf"))
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not dialog.worker.busy and dialog.ok.isEnabled(), timeout=60_000)
    dialog.ok.click()
    (underlay,) = desk.show.underlays.values()
    assert round(underlay.width * underlay.scale) == WIDE
    window.use("edit-floor")
    desk.select_item("h1")
    canvas.fit()
    canvas.zoom(0.6)
    driver.drag((40_000, 20_000), (44_000, 25_000), (WIDE, DEEP))
    assert bounds(desk.show.halls["h1"].outline) == (0, 0, WIDE, DEEP)

    # Rows of booths fill a part of it.
    canvas.fit()
    window.use("generate")
    driver.drag((3000, 3000), (20_000, 12_000), (45_000, 27_000))
    made = desk.show.booths
    assert len(made) > 50
    assert not [finding for finding in check(desk.show) if finding.rule == "booth-overlap"]

    # They are numbered by a scheme, from what the dialog shows.
    desk.select(made)
    numbering = NumberingDialog(desk, list(made))
    qtbot.addWidget(numbering)
    numbering.ok.click()
    numbers = {booth.number for booth in desk.show.booths.values()}
    assert len(numbers) == len(made)
    assert "" not in numbers

    # Two booths are split by a line across them.
    for booth in sorted(made.values(), key=lambda row: row.number)[:2]:
        box = bounds(booth.outline)
        window.use("split")
        middle = (box.left + box.right) / 2
        before = len(desk.show.booths)
        driver.drag((middle, box.top - 400), (middle, box.top + 1000), (middle, box.bottom + 400))
        assert len(desk.show.booths) == before + 1
    assert sum(row.area for row in desk.show.booths.values()) == sum(row.area for row in made.values())

    # Ten exhibitors are dropped onto ten booths.
    free = sorted(desk.show.booths.values(), key=lambda row: row.number)[-10:]
    listing = window.lists.exhibitors.listing
    for k, booth in enumerate(free):
        row = listing.row_of(f"x{k}")
        assert row is not None
        data: QMimeData = listing.mimeData([listing.index(row, 0)])
        at = QPointF(driver.pixel(*bounds(booth.outline).centre))
        left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        canvas.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, left, keys))
    let = [row for row in driver.on_disk().values() if row.exhibitor is not None]
    assert {row.exhibitor for row in let} == {f"x{k}" for k in range(10)}
    assert {row.status for row in let} == {BoothStatus.RESERVED}

    # All of it is taken back step by step, to where it began.
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    while desk.session.undo_summary:
        desk.undo()
    assert not desk.show.booths
    assert bounds(desk.show.halls["h1"].outline) == (0, 0, 40_000, 20_000)
    window.close()
