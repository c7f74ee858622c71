"""What stands on the floor of a fixture: chairs, tables and counters at their true size, in millimetres."""

from collections.abc import Iterator, Sequence

import numpy as np

from hallwright.drawing.primitives import Drawing, Floats, Lines, Shapes
from hallwright.drawing.symbols import disc, shapes
from hallwright.expo.space import Fixture, FixtureKind
from hallwright.geometry.outline import Box, bounds, contains, is_box

_CHAIR = 480
_ROW = 950
_SEAT = 560
_AISLE = 1400
_TABLE = 2400
_COUNTER = 1800
_ROOMY = 3500  # a smaller place has room for its name or for furniture, not for both


def furniture(fixture: Fixture, front: tuple[float, float]) -> Drawing:
    """Return the furniture of a fixture; empty when its kind has none or its outline is too small.

    Args:
        fixture: the fixture.
        front: the axis direction, such as (0, 1), in which a stage or a counter faces.
    """
    box = bounds(fixture.outline)
    if min(box.width, box.height) < _ROOMY:
        return ()
    if fixture.kind is FixtureKind.STAGE:
        return _stage(box, front) if is_box(fixture.outline) else ()
    if fixture.kind is FixtureKind.SEATING:
        return _chosen(fixture, list(_rows(box)))
    if fixture.kind in (FixtureKind.MEETING, FixtureKind.CATERING):
        return _tables(fixture, box, 4 if fixture.kind is FixtureKind.MEETING else 2)
    if fixture.kind is FixtureKind.RECRUITMENT:
        return _counters(fixture, box, front)
    return ()


def _chosen(fixture: Fixture, boxes: Sequence[tuple[float, float, float, float]]) -> Drawing:
    """Return the boxes that lie inside the outline as one batch."""
    if not is_box(fixture.outline):
        ring = fixture.outline
        boxes = [b for b in boxes if all(contains(ring, x, y) for x in (b[0], b[2]) for y in (b[1], b[3]))]
    if not boxes:
        return ()
    return (Shapes("fixture.furniture", ("",) * len(boxes), np.array(boxes, dtype=float)),)


def _spread(start: float, length: float, pitch: float, size: float) -> list[float]:
    """Return the starts of as many things as fit, at a pitch, centred in a length."""
    count = int((length - size) // pitch) + 1 if length >= size else 0
    first = start + (length - (count - 1) * pitch - size) / 2
    return [first + k * pitch for k in range(count)]


def _rows(box: Box) -> Iterator[tuple[float, float, float, float]]:
    """Yield chairs in rows, with an aisle down the middle of a block wider than 16 seats."""
    inner = box.grown(-250)
    blocks = [(inner.left, inner.width)]
    if inner.width > 16 * _SEAT:
        half = (inner.width - _AISLE) // 2
        blocks = [(inner.left, half), (inner.right - half, half)]
    for y in _spread(inner.top, inner.height, _ROW, _CHAIR):
        for left, width in blocks:
            for x in _spread(left, width, _SEAT, _CHAIR):
                yield x, y, x + _CHAIR, y + _CHAIR


def _tables(fixture: Fixture, box: Box, seats: int) -> Drawing:
    """Return round tables with chairs about them."""
    tables: list[Floats] = []
    chairs: list[tuple[float, float, float, float]] = []
    for left in _spread(box.left, box.width, _TABLE, 1900):
        for top in _spread(box.top, box.height, _TABLE, 1900):
            x, y = left + 950, top + 950
            if not is_box(fixture.outline) and not contains(fixture.outline, x, y):
                continue
            tables.append(np.array(disc(x, y, 420, 24)))
            for dx, dy in ((-650, 0), (650, 0), (0, -650), (0, 650))[:seats]:
                chairs.append((x + dx - 210, y + dy - 210, x + dx + 210, y + dy + 210))
    if not tables:
        return ()
    return *_chosen(fixture, chairs), shapes("fixture.furniture", tables)


def _counters(fixture: Fixture, box: Box, front: tuple[float, float]) -> Drawing:
    """Return a row of counters along the front, each with a chair behind it."""
    boxes: list[tuple[float, float, float, float]] = []
    across = front[1] != 0
    length = box.width if across else box.height
    for start in _spread(box.left if across else box.top, length, _COUNTER, 1400):
        for at, deep, inset, size in ((250, 550, 0, 1400), (1000, 420, 490, 420)):
            a, b = start + inset, start + inset + size
            if across:
                near = box.bottom - at - deep if front[1] > 0 else box.top + at
                boxes.append((a, near, b, near + deep))
            else:
                near = box.right - at - deep if front[0] > 0 else box.left + at
                boxes.append((near, a, near + deep, b))
    return _chosen(fixture, boxes)


def _stage(box: Box, front: tuple[float, float]) -> Drawing:
    """Return a screen at the back and steps at the front edge of a stage."""
    dx, dy = front
    left, top, right, bottom = box.grown(-300)
    if dy:
        y = top if dy > 0 else bottom - 200
        edge = box.bottom if dy > 0 else box.top
        screen = Shapes.box("fixture.wall", left + box.width * 0.12, y, right - box.width * 0.12, y + 200)
        levels = [edge - k * 250 * dy for k in (1, 2)]
        steps = Lines.of("fixture", *((box.left, level, box.right, level) for level in levels))
    else:
        x = left if dx > 0 else right - 200
        edge = box.right if dx > 0 else box.left
        screen = Shapes.box("fixture.wall", x, top + box.height * 0.12, x + 200, bottom - box.height * 0.12)
        levels = [edge - k * 250 * dx for k in (1, 2)]
        steps = Lines.of("fixture", *((level, box.top, level, box.bottom) for level in levels))
    return screen, steps
