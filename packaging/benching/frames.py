"""Times frames of the canvas: ``python -m benching.frames PROJECT STEPS`` prints milliseconds as JSON."""

import json
import sys
import time
from collections.abc import Iterator

from benching.stage import HEIGHT, MIDDLE, WIDTH, Stage
from benching.summary import summary

LABELLED = 0.008
"""Pixels a millimetre at which a booth of 3 m has just room for its number: the most labels that a frame can hold."""
READABLE = 0.02
"""At which it shows its exhibitor's name."""
DRAGGED = 50


def zigzag(steps: int, left: float, top: float, across: float, down: float) -> Iterator[tuple[float, float]]:
    """Yield pixels of a path that turns round now and then, some pixels a step."""
    x, y, dx, dy = left, top, 7.0, 4.0
    for _ in range(steps):
        x, y = x + dx, y + dy
        if not left <= x <= left + across:
            dx = -dx
        if not top <= y <= top + down:
            dy = -dy
        yield x, y


def repaints(stage: Stage, steps: int) -> list[float]:
    """Paint the whole canvas anew, nothing kept."""
    times = []
    for _ in range(steps):
        start = time.perf_counter()
        stage.canvas.repaint_all()
        stage.flush()
        times.append((time.perf_counter() - start) * 1000)
    return times


def pans(stage: Stage, steps: int) -> list[float]:
    """Drag the view with the middle button."""
    stage.press(300, 300, MIDDLE)
    times = [stage.drag(x, y, MIDDLE) for x, y in zigzag(steps, 300, 300, 700, 300)]
    stage.release(300, 300, MIDDLE)
    return times


def zooms(stage: Stage, steps: int) -> list[float]:
    """Turn the wheel from the whole hall to a few booths and back, until there are enough steps.

    A frame that leaves labels for the next one is followed by that, which counts as a step, too.
    """
    times: list[float] = []

    def turn(x: float, y: float, notch: int) -> None:
        times.append(stage.wheel(x, y, notch))
        if stage.canvas.scenery.unfinished:
            times.extend(repaints(stage, 1))

    while len(times) < steps:
        stage.canvas.fit()
        stage.flush()
        notches = 0
        while stage.view.scale < READABLE * 2:
            turn(WIDTH * 0.4, HEIGHT * 0.6, 1)
            notches += 1
        for _ in range(notches):
            turn(WIDTH * 0.6, HEIGHT * 0.4, -1)
    return times


def drags(stage: Stage, steps: int) -> list[float]:
    """Drag a block of booths over its neighbours, with snapping and conflicts, and put it back."""
    columns = stage.canvas.scenery.columns
    middle = stage.pointer(WIDTH / 2, HEIGHT / 2)
    distance = (columns.boxes[:, 0] - middle.x) ** 2 + (columns.boxes[:, 1] - middle.y) ** 2
    block = [columns.ids[slot] for slot in distance.argsort()[:DRAGGED].tolist()]
    stage.window.desk.select(block)
    stage.flush()
    left, top, right, bottom = columns.boxes[columns.slots[block[0]]].tolist()
    x, y = stage.view.to_pixel((left + right) / 2, (top + bottom) / 2)
    stage.press(x, y)
    times = [stage.drag(px, py) for px, py in zigzag(steps, x, y, 200, 120)]
    stage.canvas.hand.key("escape", shift=False)
    stage.window.desk.select(())
    stage.flush()
    return times


def bands(stage: Stage, steps: int) -> list[float]:
    """Draw a rubber band from a corner of the hall over more and more of it."""
    stage.press(6, 6)
    times = [stage.drag(6 + (WIDTH - 12) * k / steps, 6 + (HEIGHT - 12) * k / steps) for k in range(1, steps + 1)]
    stage.release(WIDTH - 6, HEIGHT - 6)
    stage.window.desk.select(())
    stage.flush()
    return times


def main(project: str, steps: int) -> None:
    """Print the summaries by name."""
    stage = Stage(project)
    found = {"repaint": summary(repaints(stage, max(steps // 4, 3)))}
    found["pan"] = summary(pans(stage, steps))
    found["band"] = summary(bands(stage, steps))
    found["drag"] = summary(drags(stage, steps))
    found["zoom"] = summary(zooms(stage, steps))
    for name, scale in (("labelled", LABELLED), ("readable", READABLE)):
        stage.look(scale)
        found[f"repaint {name}"] = summary(repaints(stage, max(steps // 4, 3)))
        found[f"pan {name}"] = summary(pans(stage, steps))
        stage.look(scale)
        found[f"drag {name}"] = summary(drags(stage, steps))
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
    sys.stdout.flush()
    # A window torn down at exit costs time and tells nothing.
    import os

    os._exit(0)
