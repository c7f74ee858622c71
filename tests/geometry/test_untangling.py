from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.outline import area, fault
from hallwright.geometry.untangling import untangled

points = st.tuples(st.integers(-9000, 9000), st.integers(-9000, 9000))


def test_a_bow_tie_becomes_a_rectangle() -> None:
    mended = untangled(((0, 0), (4000, 3000), (4000, 0), (0, 3000)))
    assert not fault(mended)
    assert area(mended) == 12_000_000


def test_a_sound_outline_stays_as_it_is() -> None:
    shape = ((0, 0), (6000, 0), (6000, 2000), (3000, 2000), (3000, 5000), (0, 5000))
    assert untangled(shape) == shape


@given(st.lists(points, min_size=4, max_size=9, unique=True))
def test_corners_are_only_reordered_or_one_in_line_dropped(ring: list[tuple[int, int]]) -> None:
    mended = untangled(tuple(ring))
    assert set(mended) <= set(ring)
    assert len(mended) >= len(ring) - 1
