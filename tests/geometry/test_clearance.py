"""Gaps against a plain comparison of boxes, upright and turned."""

import math

import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hallwright.geometry.gaps import FACING, gaps
from hallwright.geometry.outline import Box, Outline, bounds, rectangle, turned

CELLS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(2, 5), st.integers(2, 5)), min_size=2, max_size=6
)
ABOVE, BELOW = 1000, 3000


def apart(cells: list[tuple[int, int, int, int]], step: int) -> dict[str, Outline]:
    """Return those boxes of a grid that share no floor with an earlier one."""
    found: dict[str, Outline] = {}
    for x, y, width, depth in cells:
        outline = rectangle(x * step, y * step, width * step, depth * step)
        if not any(shapely.Polygon(outline).intersection(shapely.Polygon(known)).area for known in found.values()):
            found[f"k{len(found)}"] = outline
    return found


def narrow(boxes: dict[str, Box]) -> set[frozenset[str]]:
    """Return the pairs that see each other across less than an aisle and more than a gap for cables."""
    found = set()
    for one, a in boxes.items():
        for two, b in boxes.items():
            for axis in (0, 1):
                start, end = a[axis + 2], b[axis]
                if ABOVE < end - start < BELOW:
                    low, high = max(a[1 - axis], b[1 - axis]), min(a[3 - axis], b[3 - axis])
                    between = [
                        (c[1 - axis], c[3 - axis])
                        for key, c in boxes.items()
                        if key not in (one, two) and c[axis] < end and c[axis + 2] > start
                    ]
                    if longest_free(low, high, between) >= FACING:
                        found.add(frozenset((one, two)))
    return found


def longest_free(low: int, high: int, taken: list[tuple[int, int]]) -> int:
    best, at = 0, low
    for start, end in [*sorted(taken), (high, high)]:
        best = max(best, min(start, high) - at)
        at = max(at, end)
    return best


@settings(max_examples=150, deadline=None)
@given(CELLS, st.sampled_from([0.0, 0.0, 17.3, 45.0]), st.sampled_from([1000, 1700]))
def test_every_narrow_gap_is_found_and_nothing_else(
    cells: list[tuple[int, int, int, int]], degrees: float, step: int
) -> None:
    plain = apart(cells, step)
    assume(len(plain) > 1)
    wanted = narrow({key: bounds(outline) for key, outline in plain.items()})
    outlines = {key: turned(outline, degrees, (0, 0)) for key, outline in plain.items()}
    found = gaps(outlines, [], above=ABOVE, below=BELOW)
    assert all(any(pair <= set(gap.ids) for gap in found) for pair in wanted)
    assert {key for gap in found for key in gap.ids} == {key for pair in wanted for key in pair}
    for gap in found:
        assert ABOVE < gap.width < BELOW
        assert abs(math.dist(*gap.line) - gap.width) < 3
