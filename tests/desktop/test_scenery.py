"""Labels of a crowded hall: laid out a little in each frame, till the picture is that of a patient painter."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from tests.shows import booth

from hallwright.desktop import lettering as module
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.scenery import Scenery
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.theme import screen
from hallwright.editing.booths import renumber
from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.geometry.outline import rectangle

VIEW = Viewport(0.02, 0.0, 0.0)
SHOW = Show.of(
    [
        Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 40_000, 12_000)),
        *(booth(f"b{k}", f"A{k}", 1000 + 4000 * (k % 9), 1000 + 4000 * (k // 9)) for k in range(18)),
    ]
)


def painted(scenery: Scenery, view: Viewport = VIEW) -> QImage:
    image = QImage(800, 240, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scenery.paint(painter, view, QRectF(0, 0, 800, 240))
    painter.end()
    return image


@pytest.fixture
def hurried(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Scenery:
    """A scenery whose frames have no time: each look at the clock is a second after the last."""
    seconds = iter(range(10_000))
    monkeypatch.setattr(module, "CROWD", 5)
    monkeypatch.setattr(module, "PATIENCE", 4.5)
    monkeypatch.setattr("hallwright.desktop.lettering.time.perf_counter", lambda: float(next(seconds)))
    return Scenery(SHOW, "h1", screen(False), Glyphs())


def patient() -> Scenery:
    return Scenery(SHOW, "h1", screen(False), Glyphs())


def test_a_hurried_painter_comes_to_the_same_picture(hurried: Scenery, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = [painted(hurried)]
    assert hurried.unfinished
    while hurried.unfinished:
        frames.append(painted(hurried))
        assert len(frames) < 10
    assert len(frames) > 2
    monkeypatch.setattr(module, "CROWD", 500)
    whole = patient()
    assert frames[-1] == painted(whole)
    assert not whole.unfinished
    assert frames[0] != frames[-1]


def test_labels_of_a_zoom_nearby_stand_in(hurried: Scenery) -> None:
    while hurried.unfinished or not hurried._lettering._labels:
        painted(hurried)
    nearer = Viewport(VIEW.scale * module.STEP, 0.0, 0.0)
    bare = painted(Scenery(SHOW, "h1", screen(False), Glyphs()), nearer)
    assert painted(hurried, nearer) != bare
    assert hurried.unfinished


def test_a_changed_booth_gets_a_new_label(qapp: object) -> None:
    scenery = patient()
    before = painted(scenery)
    change = renumber(SHOW, "b3", "Z9")
    scenery.update(change.applied(SHOW), change)
    after = painted(scenery)
    assert after != before
    assert after == painted(Scenery(change.applied(SHOW), "h1", screen(False), Glyphs()))
