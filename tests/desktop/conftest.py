"""A window on a small project, driven as a hand would."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from hallwright.desktop import style
from hallwright.desktop.window import Window
from hallwright.editing.change import Change, create
from hallwright.editing.session import Session
from hallwright.expo.event import Event
from hallwright.expo.people import Exhibitor
from hallwright.expo.space import Booth, BoothStatus, Hall
from hallwright.geometry.outline import rectangle
from hallwright.store.project import create as create_project
from hallwright.store.project import open_project


def small_expo() -> Change:
    """A hall of 40 x 30 m: five booths in a row, one let, and two exhibitors without a booth."""
    exhibitors = [
        Exhibitor(id="x1", name="NetEase", name_native="网易"),
        Exhibitor(id="x2", name="Kugou", name_native="酷狗", waitlisted=True),
        Exhibitor(id="x3", name="R&D <Lab>"),
    ]
    booths = [
        Booth(id=f"b{k}", hall="h1", number=f"A0{k}", outline=rectangle(3000 * k, 3000, 3000, 3000))
        for k in range(1, 6)
    ]
    let = Booth(
        id="b6",
        hall="h1",
        number="B01",
        outline=rectangle(20_000, 15_000, 6000, 6000),
        open_sides=4,
        status=BoothStatus.CONFIRMED,
        exhibitor="x1",
    )
    hall = Hall(id="h1", name="Hall 1", name_native="1号馆", outline=rectangle(0, 0, 40_000, 30_000))
    rows = [Event(id="e", name="Expo"), hall, *exhibitors, *booths, let]
    return Change.of("sample", "Small expo", [create(row) for row in rows])


class Driver:
    """A hand on the window."""

    def __init__(self, window: Window, path: Path) -> None:
        self.window = window
        self.path = path

    @property
    def booths(self) -> dict[str, Booth]:
        """The booths by number, as the session has them."""
        return {booth.number: booth for booth in self.window.desk.show.booths.values()}

    def on_disk(self) -> dict[str, Booth]:
        """The booths by number, as another program would read them."""
        store = open_project(self.path)
        try:
            return {booth.number: booth for booth in store.load().show.booths.values()}
        finally:
            store.close()

    def pixel(self, x: float, y: float) -> QPoint:
        """Return the canvas pixel over a millimetre."""
        return QPointF(*self.window.canvas.view.to_pixel(x, y)).toPoint()

    def drag(self, *path: tuple[float, float], keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press, move and release on the canvas; millimetres."""
        canvas, left = self.window.canvas, Qt.MouseButton.LeftButton
        points = [self.pixel(x, y) for x, y in path]
        QTest.mousePress(canvas, left, keys, points[0])
        for point in points[1:]:
            QTest.mouseMove(canvas, point)
        QTest.mouseRelease(canvas, left, keys, points[-1])

    def do(self, name: str) -> None:
        """Trigger an action of the menus."""
        self.window.actions_[name].trigger()

    def part(self, x: float, y: float, size: int = 20) -> QRectF:
        """Return a square of canvas pixels about a millimetre."""
        middle = self.pixel(x, y)
        return QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """Delete the windows that a test leaves: hundreds would be restyled with every later one, and fill memory."""
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMainWindow | QDialog) and widget.parent() is None:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    # Small ones only: a whole round after each test would take longer than many a test.
    gc.collect(1)


@pytest.fixture(scope="session")
def styled(qapp: QApplication) -> QApplication:
    style.load_fonts(qapp)
    style.apply(qapp, dark=False)
    return qapp


@pytest.fixture
def driver(styled: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Driver]:
    path = tmp_path / "small.expo"
    window = Window(Session(create_project(path, small_expo())))
    # Shortcuts reach an active window only, and it becomes active when the platform says so.
    with qtbot.waitActive(window, timeout=20_000):
        window.show()
        window.activateWindow()
    window.canvas.fit()
    yield Driver(window, path)
    window.close()
