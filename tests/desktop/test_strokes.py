"""Lines found by place: nothing that is seen is missed, and long paths are kept in pieces."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform
from tests.drawing.test_underlay import layer

from hallwright.desktop import strokes
from hallwright.desktop.strokes import Strokes
from hallwright.drawing.underlay import Layer


def many(seed: int, count: int = 700) -> tuple[Layer, npt.NDArray[np.int64]]:
    """Return a layer of two-cornered paths, short ones mostly, and their corners."""
    random = np.random.default_rng(seed)
    starts = random.integers(-5000, 5000, (count, 2))
    reach = np.where(random.random((count, 1)) < 0.05, 4000, 60)
    ends = starts + random.integers(-1, 2, (count, 2)) * reach
    points = np.stack([starts, ends], axis=1)
    return Layer("A", True, points.reshape(-1, 2), np.arange(2, 2 * count + 1, 2), np.zeros(count, np.bool_)), points


@given(
    st.integers(0, 50), st.integers(-6000, 6000), st.integers(-6000, 6000), st.integers(1, 9000), st.integers(1, 9000)
)
def test_nothing_that_reaches_into_a_part_is_missed(seed: int, x: int, y: int, width: int, height: int) -> None:
    some, points = many(seed)
    found, part = Strokes(some), QRectF(x, y, width, height)
    low, high = points.min(axis=1), points.max(axis=1)
    touching = (low <= (x + width, y + height)).all(axis=1) & (high >= (x, y)).all(axis=1)
    assert sorted(found.seen(part, 0.0).tolist()) == np.flatnonzero(touching).tolist()
    assert found.about(part) >= 2 * touching.sum()
    large = np.flatnonzero(touching & ((high - low).max(axis=1) >= 100))
    assert set(found.seen(part, 100.0).tolist()) == set(large.tolist())


def painted(some: Strokes, part: QRectF) -> npt.NDArray[np.int64]:
    """Return what is painted as greys."""
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    for _batch in some.draw(painter, some.seen(part, 0.0), QTransform()):
        pass
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return np.frombuffer(grey.constBits(), np.uint8).reshape(300, -1)[:, :300].astype(np.int64)


def test_a_long_path_is_painted_whole_though_it_is_kept_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = np.linspace(0, 40 * np.pi, 5003)
    spiral = [(round(150 + r * np.cos(t)), round(150 + r * np.sin(t))) for r, t in zip(turns, turns, strict=True)]
    pieces, all_of_it = Strokes(layer("A", [(spiral, False)])), QRectF(0, 0, 300, 300)
    assert len(pieces.seen(all_of_it, 0.0)) == 26
    assert len(pieces.seen(QRectF(148, 148, 4, 4), 0.0)) < 26
    monkeypatch.setattr(strokes, "_LONGEST", 10_000)
    monkeypatch.setattr(strokes, "_BATCH", 10_000)
    whole = Strokes(layer("A", [(spiral, False)]))
    assert len(whole.seen(all_of_it, 0.0)) == 1
    assert np.abs(painted(pieces, all_of_it) - painted(whole, all_of_it)).mean() < 0.5


def test_a_closed_path_ends_where_it_began() -> None:
    box = [(10, 10), (200, 10), (200, 200), (10, 200)]
    closed = painted(Strokes(layer("A", [(box, True)])), QRectF(0, 0, 300, 300))
    led_back = painted(Strokes(layer("A", [([*box, box[0]], False)])), QRectF(0, 0, 300, 300))
    assert (closed < 250).any()
    assert (closed == led_back).all()


def test_a_layer_of_nothing_has_nothing() -> None:
    nothing = Strokes(layer("A", []))
    assert nothing.about(QRectF(0, 0, 9, 9)) == 0
    assert not len(nothing.seen(QRectF(0, 0, 9, 9), 0.0))
