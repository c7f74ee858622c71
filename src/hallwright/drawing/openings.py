"""Finding free floor for a name among booths and fixtures."""

import numpy as np

from hallwright.drawing.primitives import Floats
from hallwright.geometry.outline import Outline, bounds, contains, is_box

_CELL = 200.0


def find_room(outline: Outline, taken: Floats, wide: float, high: float) -> tuple[float, float] | None:
    """Find an upright rectangle of free floor inside an outline, as near to its top left corner as may be.

    Args:
        outline: the floor to search.
        taken: (n, 4) boxes that are occupied.
        wide: width of the rectangle wanted.
        high: its height.

    Returns:
        Its left and top, or None.
    """
    box = bounds(outline)
    columns, rows = int(box.width // _CELL), int(box.height // _CELL)
    across, down = int(np.ceil(wide / _CELL)), int(np.ceil(high / _CELL))
    if across > columns or down > rows or not columns or not rows:
        return None
    full = _occupied(outline, taken, columns, rows)
    sums = np.zeros((rows + 1, columns + 1), dtype=np.int64)
    sums[1:, 1:] = full.cumsum(axis=0).cumsum(axis=1)
    window = sums[down:, across:] - sums[:-down, across:] - sums[down:, :-across] + sums[:-down, :-across]
    free = np.argwhere(window == 0)
    if not len(free):
        return None
    # Nearness to the top counts for more than nearness to the left: names then stand in a line along the zones.
    row, column = free[np.argmin(free[:, 0] * 1.5 + free[:, 1])].tolist()
    return box.left + column * _CELL, box.top + row * _CELL


def _occupied(
    outline: Outline, taken: Floats, columns: int, rows: int
) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    box = bounds(outline)
    full = np.zeros((rows, columns), dtype=bool)
    if not is_box(outline):
        for row in range(rows):
            for column in range(columns):
                x, y = box.left + (column + 0.5) * _CELL, box.top + (row + 0.5) * _CELL
                full[row, column] = not contains(outline, x, y)
    # A finger's breadth of air about everything that stands there.
    spans = (taken - np.array([box.left + 80, box.top + 80, box.left - 80, box.top - 80])) / _CELL
    for left, top, right, bottom in spans.tolist():
        if right > 0 and bottom > 0 and left < columns and top < rows:
            full[max(int(top), 0) : max(int(np.ceil(bottom)), 0), max(int(left), 0) : max(int(np.ceil(right)), 0)] = (
                True
            )
    return full
