"""Times frames over a large underlay: ``python -m benching.underlays PROJECT SEGMENTS STEPS`` prints JSON."""

import json
import sys
import time

import numpy as np
from PySide6.QtCore import QElapsedTimer, QTimer

from benching.frames import pans
from benching.stage import HEIGHT, WIDTH, Stage
from benching.summary import summary
from hallwright.drawing.underlay import Layer, Linework
from hallwright.editing.underlays import Content, add_underlay
from hallwright.expo.underlay import Media
from hallwright.geometry.outline import bounds

SIDE = 1_000_000
"""Steps of the longer side of the drawing."""
NEAR = 0.05
"""Pixels a millimetre at which a booth is as large as a hand."""
_PATIENCE_MS = 30_000


def linework(segments: int) -> Linework:
    """Return short strokes everywhere, as hatches and symbols have them, and some long ones."""
    random = np.random.default_rng(7)
    starts = random.integers(0, SIDE, (segments, 2))
    ends = starts + random.integers(-SIDE // 160, SIDE // 160, (segments, 2))
    ends[: segments // 100] = random.integers(0, SIDE, (segments // 100, 2))
    points = np.clip(np.stack([starts, ends], axis=1), 0, SIDE).reshape(-1, 2)
    layer = Layer("A", True, points, np.arange(2, 2 * segments + 1, 2), np.zeros(segments, np.bool_))
    return Linework(SIDE, SIDE, (0, 0), (layer,))


class Gaps:
    """The longest times in which the window's own thread could take no event."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._watch = QElapsedTimer()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to watch."""
        self.longest = 0.0
        self._watch.start()
        self._timer.start()

    def _tick(self) -> None:
        self.longest = max(self.longest, self._watch.nsecsElapsed() / 1e6)
        self._watch.start()


def settled(stage: Stage) -> float:
    """Let the window rest until labels and underlay are drawn to the last line; returns seconds."""
    begin = time.perf_counter()
    while (stage.canvas.scenery.unfinished or not stage.window.underlays.finished) and (
        time.perf_counter() - begin
    ) * 1000 < _PATIENCE_MS:
        stage.app.processEvents()
        time.sleep(0.001)
    stage.settle()
    return time.perf_counter() - begin


def laid(stage: Stage, segments: int) -> None:
    """Lay the drawing beneath the whole hall."""
    desk = stage.window.desk
    hall = bounds(desk.show.halls[desk.hall].outline)
    asset = desk.session.store.put_asset(linework(segments).encoded())
    content = Content("venue.dxf", asset, Media.VECTOR, SIDE, SIDE)
    desk.do(lambda: add_underlay(desk.show, desk.hall, content, max(hall.width, hall.height) / SIDE))
    stage.flush()


def zooms(stage: Stage, steps: int) -> list[float]:
    """Turn the wheel in and out, some notches each way."""
    times = []
    while len(times) < steps:
        stage.canvas.fit()
        stage.flush()
        times += [stage.wheel(WIDTH * 0.4, HEIGHT * 0.6, 1) for _ in range(8)]
        times += [stage.wheel(WIDTH * 0.6, HEIGHT * 0.4, -1) for _ in range(8)]
    return times


def main(project: str, segments: int, steps: int) -> None:
    """Print the summaries by name."""
    stage = Stage(project)
    gaps = Gaps()
    settled(stage)
    laid(stage, segments)
    gaps.start()
    found = {"shown": settled(stage) * 1000, "pause while it comes up": gaps.longest}
    frames = {"pan": summary(pans(stage, steps)), "zoom": summary(zooms(stage, steps))}
    stage.canvas.fit()
    gaps.start()
    found["sharp after a zoom"] = settled(stage) * 1000
    found["pause while it becomes sharp"] = gaps.longest
    stage.look(NEAR)
    settled(stage)
    frames["pan near"] = summary(pans(stage, steps))
    print(json.dumps({"frames": frames, "times": found}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.flush()
    import os

    os._exit(0)
