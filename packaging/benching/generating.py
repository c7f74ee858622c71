"""Times the generator on a hall of its own: ``python -m benching.generating PROJECT BOOTHS`` prints JSON, in ms.

From the wish to fill the hall with so many booths, as one change on the disk, until all of them are painted; and from
the wish to undo that until the hall is painted empty. Besides, the longest that the window stood still meanwhile.
"""

import json
import math
import os
import sys
import time
from pathlib import Path

from benching.stage import Stage
from hallwright.editing.change import Change, create
from hallwright.editing.generating import Plan, generate, plan
from hallwright.editing.layout import Layout
from hallwright.expo.space import Hall
from hallwright.geometry.outline import Outline, rectangle
from hallwright.store.project import create as create_project

HALL = "hall"
_LAYOUT = Layout()
_TICK_MS = 5


def room_for(booths: int) -> Outline:
    """Return a hall that the usual layout fills with about so many booths, and not with fewer."""
    # Pairs of rows of 3 m with an aisle of 3 m: 13.5 m2 a booth, and 3 m along the walls.
    side = math.ceil(math.sqrt(booths * 13.5e6)) + 9000
    return rectangle(0, 0, side + side % 3000, side)


class Pulse:
    """Ticks in the window's event loop, and remembers the longest time between two ticks."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def tick(self) -> None:
        """Look at the clock."""
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000), now


def main(project: str, booths: int) -> None:
    """Print the figures by name."""
    hall = Hall(id=HALL, name="Hall", outline=room_for(booths))
    create_project(Path(project), Change.of("bench", "Bench hall", [create(hall)]), force=True).close()
    stage = Stage(project)
    desk = stage.window.desk
    made: Plan = plan(desk.show, HALL, hall.outline, _LAYOUT)
    assert made.count >= booths, "fewer booths than asked for would be measured as fast"
    pulse = Pulse()
    start = time.perf_counter()
    show = desk.show
    desk.do(lambda: generate(show, HALL, hall.outline, _LAYOUT, made), select_made=True, rows=made.count)
    stage.flush()
    filled = (time.perf_counter() - start) * 1000
    pulse.tick()
    assert len(desk.show.booths) == made.count
    pulse.stop()
    stage.settle()
    still, pulse = pulse.longest, Pulse()
    start = time.perf_counter()
    desk.undo()
    stage.flush()
    undone = (time.perf_counter() - start) * 1000
    pulse.tick()
    assert not desk.show.booths
    figures = {"count": made.count, "filled": filled, "undone": undone, "still": max(still, pulse.longest)}
    print(json.dumps(figures), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
