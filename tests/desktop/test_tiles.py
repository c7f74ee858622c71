"""Large underlays in tiles: the same picture as painted at once, shown blurred first, and made bit by bit."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver
from tests.drawing.test_underlay import layer
from tests.expo.test_underlay import underlay

from hallwright.desktop import tiles
from hallwright.desktop.backdrop import LinePicture
from hallwright.desktop.tiles import Tiles
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.underlay import Linework, Note
from hallwright.editing.underlays import Content, add_underlay, move_underlay
from hallwright.expo.underlay import Media, Underlay

WIDTH, HEIGHT = 700, 600
INK = QColor("#000000")
pytestmark = pytest.mark.usefixtures("styled")
ROW = underlay(x=0, y=0, width=10_000, height=8000, scale=1.0)


def drawing(count: int = 900) -> Linework:
    random = np.random.default_rng(3)
    starts = random.integers(0, (9000, 7000), (count, 2))
    ends = starts + random.integers(50, 900, (count, 2))
    pairs = zip(starts.tolist(), ends.tolist(), strict=True)
    lines = layer("LINES", [([(a[0], a[1]), (b[0], b[1])], False) for a, b in pairs])
    box = [(0, 0), (10_000, 0), (10_000, 8000), (0, 8000)]
    frame = layer("FRAME", [(box, True)], Note(5000, 4000, 900, 0.0, "厅 HALL"))
    return Linework(10_000, 8000, (0, 0), (lines, frame))


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Tiles:
    """Return tiles that are used for any drawing, however few its lines."""
    monkeypatch.setattr(tiles, "FEW", 0)
    return Tiles(LinePicture(drawing()))


def shown(painted: Tiles | LinePicture, row: Underlay, view: Viewport, ratio: float = 1.0) -> npt.NDArray[np.uint8]:
    """Return what is painted as (height, width) of greys."""
    image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painted.paint(painter, row, view, QRectF(0, 0, WIDTH, HEIGHT), INK)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    flat = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return flat[:, : grey.width()].copy()


def made(kept: Tiles, row: Underlay, view: Viewport, qtbot: QtBot, ratio: float = 1.0) -> npt.NDArray[np.uint8]:
    shown(kept, row, view, ratio)
    qtbot.waitUntil(lambda: kept.finished, timeout=20_000)
    return shown(kept, row, view, ratio)


@pytest.mark.parametrize("ratio", [1.0, 2.0, 1.5])
@pytest.mark.parametrize(
    ("row", "view"),
    [
        (ROW, Viewport(0.06, -400, -300)),
        (ROW, Viewport(0.3, 2000, 1000)),
        (replace(ROW, angle=33.0, x=4000), Viewport(0.05, -1000, -1000)),
        (replace(ROW, hidden=("LINES",)), Viewport(0.08, 0, 0)),
    ],
)
def test_tiles_show_what_is_painted_at_once(
    kept: Tiles, row: Underlay, view: Viewport, ratio: float, qtbot: QtBot
) -> None:
    exact = shown(kept.picture, row, view, ratio)
    tiled = made(kept, row, view, qtbot, ratio)
    assert (exact < 128).sum() > 500
    # Qt cuts lines at the edge of what it paints on, and rounds anew there: they may lie a pixel beside.
    assert (exact[1:-1, 1:-1] < 100)[near(tiled) > 180].sum() == 0
    assert (tiled[1:-1, 1:-1] < 100)[near(exact) > 180].sum() == 0


def near(image: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Return the darkest of each pixel and those about it, without the outermost."""
    height, width = image.shape
    around = [image[y : height - 2 + y, x : width - 2 + x] for y in range(3) for x in range(3)]
    darkest: npt.NDArray[np.uint8] = np.min(around, axis=0)
    return darkest


def test_another_zoom_shows_the_last_one_at_once_and_then_itself(kept: Tiles, qtbot: QtBot) -> None:
    near, far = Viewport(0.06, 0, 0), Viewport(0.075, 0, 0)
    assert (shown(kept, ROW, near) == 255).all()
    made(kept, ROW, near, qtbot)
    blurred = shown(kept, ROW, far)
    assert not kept.finished
    exact = shown(kept.picture, ROW, far)
    assert (blurred < 250).mean() > 0.7 * (exact < 250).mean()
    sharp = made(kept, ROW, far, qtbot)
    assert np.abs(sharp.astype(int) - exact).mean() < np.abs(blurred.astype(int) - exact).mean() / 5


def test_far_out_and_far_in_the_whole_drawing_stands_in(kept: Tiles, qtbot: QtBot) -> None:
    made(kept, ROW, Viewport(0.06, 0, 0), qtbot)
    for view in (Viewport(0.01, -20_000, -20_000), Viewport(0.5, 3000, 3000)):
        assert (shown(kept, ROW, view) < 250).any()


def test_a_shifted_view_makes_only_what_comes_into_it(
    kept: Tiles, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = Viewport(0.12, 0, 0)
    made(kept, ROW, view, qtbot)
    asked: list[QRectF] = []
    real = kept.picture.painting

    def noted(*args: Any) -> Iterator[None]:
        asked.append(args[3])
        return real(*args)

    monkeypatch.setattr(kept.picture, "painting", noted)
    made(kept, ROW, view.panned(-40, -20), qtbot)
    assert not asked
    made(kept, ROW, view.panned(-500, 0), qtbot)
    assert len(asked) == 2


def test_moving_the_underlay_keeps_its_tiles(kept: Tiles, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view = Viewport(0.05, -2000, -2000)
    before = made(kept, ROW, view, qtbot)
    monkeypatch.setattr(kept.picture, "painting", lambda *_args: pytest.fail("painted anew"))
    after = shown(kept, replace(ROW, x=400, y=200), view)
    assert (after[10:, 20:] == before[:-10, :-20]).all()


def test_it_is_made_in_slices_between_which_the_window_can_do_other_things(
    kept: Tiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tiles, "_SLICE", 0.0)
    batches: list[None] = []
    real = kept.picture.painting

    def counted(*args: object) -> object:
        for batch in real(*args):  # type: ignore[arg-type]
            batches.append(batch)
            yield batch

    monkeypatch.setattr(kept.picture, "painting", counted)
    shown(kept, ROW, Viewport(0.06, 0, 0))
    kept._begin()
    kept._slice()
    assert len(batches) <= 1
    assert not kept.finished


def test_a_layer_switched_off_goes_and_its_old_tiles_are_forgotten(kept: Tiles, qtbot: QtBot) -> None:
    view = Viewport(0.06, 0, 0)
    made(kept, ROW, view, qtbot)
    bare = replace(ROW, hidden=("LINES",))
    assert (shown(kept, bare, view) < 250).mean() > 0.05
    assert (made(kept, bare, view, qtbot) < 250).mean() < 0.03
    assert {level.look.hidden for level in kept._levels} == {("LINES",)}


def test_no_more_is_kept_than_there_is_room_for(kept: Tiles, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "_KEPT", 5 * tiles.SIDE * tiles.SIDE * 4)
    for k in range(8):
        made(kept, ROW, Viewport(0.05 + k / 100, 0, 0), qtbot)
    assert len(kept._levels) <= 3
    made(kept, ROW, Viewport(0.05, 0, 0), qtbot)


def test_a_large_drawing_comes_up_on_the_canvas_and_follows_its_underlay(
    driver: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tiles, "FEW", 0)
    desk, window = driver.window.desk, driver.window
    square = [(0, 0), (1000, 0), (1000, 1000), (0, 1000)]
    asset = desk.session.store.put_asset(Linework(1000, 1000, (0, 0), (layer("A", [(square, True)]),)).encoded())
    with qtbot.waitSignal(window.underlays.loaded, timeout=10_000):
        desk.do(lambda: add_underlay(desk.show, "h1", Content("a.dxf", asset, Media.VECTOR, 1000, 1000), 10.0))
        window.canvas.grab()

    def lightness(x: float, y: float) -> int:
        at, image = driver.pixel(x, y), window.canvas.grab().toImage()
        return min(image.pixelColor(at.x() + dx, at.y()).lightness() for dx in (-2, -1, 0, 1, 2))

    window.canvas.grab()
    qtbot.waitUntil(lambda: window.underlays.finished, timeout=20_000)
    floor = lightness(15_000, 9000)
    assert lightness(10_000, 9000) < floor
    key = next(iter(desk.show.underlays))
    desk.do(lambda: move_underlay(desk.show, key, 5000, 0))
    window.canvas.grab()
    qtbot.waitUntil(lambda: window.underlays.finished, timeout=20_000)
    assert (lightness(10_000, 9000), lightness(15_000, 9000) < floor) == (floor, True)
