"""A black and white raster as few rectangles."""

import numpy as np
import numpy.typing as npt

from hallwright.drawing.primitives import Floats


def rectangles(ink: npt.NDArray[np.bool_]) -> Floats:
    """Return (n, 4) left, bottom, width, height of rectangles that cover the ink once, in dots, y upwards.

    Runs of a row that lie exactly below those of the row before become one rectangle with them.
    """
    rows = len(ink)
    open_runs: dict[tuple[int, int], int] = {}
    found: list[tuple[int, int, int, int]] = []
    for row in range(rows + 1):
        runs = _runs(ink[row]) if row < rows else set()
        for run in [run for run in open_runs if run not in runs]:
            start = open_runs.pop(run)
            found.append((run[0], rows - row, run[1] - run[0], row - start))
        for run in runs:
            open_runs.setdefault(run, row)
    # Sets have no order of their own; the file is to have the same bytes each time.
    return np.array(sorted(found), dtype=float).reshape(-1, 4)


def _runs(row: npt.NDArray[np.bool_]) -> set[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
    return {(int(a), int(b)) for a, b in edges.reshape(-1, 2)}
