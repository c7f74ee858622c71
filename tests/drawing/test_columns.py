"""Booths as columns: what a rubber band holds, step by step."""

from hypothesis import given
from hypothesis import strategies as st
from tests.shows import booth

from hallwright.drawing.columns import Banded, BoothColumns
from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.geometry.outline import rectangle

SHOW = Show.of(
    [
        Hall(id="h1", name="Hall", outline=rectangle(0, 0, 60_000, 40_000)),
        *(booth(f"b{k}", f"A{k}", 4000 * (k % 6), 5000 * (k // 6)) for k in range(24)),
    ]
)
BANDS = st.tuples(*(st.integers(-1000, 26_000) for _ in range(4)))


@given(st.lists(BANDS, min_size=1, max_size=6))
def test_a_band_holds_the_same_found_anew_or_from_step_to_step(corners: list[tuple[int, int, int, int]]) -> None:
    columns = BoothColumns.of(SHOW, "h1")
    held: Banded | None = None
    for x1, y1, x2, y2 in corners:
        band = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        held = columns.banded(band, held)
        assert held.ids == frozenset(columns.touching(*band))


def test_a_band_that_stands_still_is_the_same_object() -> None:
    columns = BoothColumns.of(SHOW, "h1")
    held = columns.banded((0, 0, 9000, 9000))
    assert columns.banded((0, 0, 9100, 9000), held) is held
    assert columns.banded((0, 0, 9000, 9000)).ids == held.ids
