"""Views share the paper: each has room for its floor at its scale, none lies over another, none is forgotten."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.drawing.paper import SCALES
from hallwright.drawing.sharing import Wanted, shared

AREA = (10.0, 12.0, 710.0, 550.0)
GAP, CAPTION = 5.0, 12.0

wanted = st.lists(
    st.builds(
        Wanted,
        st.integers(1_000, 200_000),
        st.integers(1_000, 200_000),
        st.one_of(st.none(), st.sampled_from(SCALES)),
        st.just(frozenset()),
    ),
    min_size=1,
    max_size=5,
)


@given(wanted)
def test_every_view_has_room_and_none_lies_over_another(views: list[Wanted]) -> None:
    found = shared(AREA, views, GAP, CAPTION)
    if found is None:
        return
    assert len(found.spots) == len(views)
    for view, ((left, top, right, bottom), scale) in zip(views, found.spots, strict=True):
        assert scale == view.scale or (view.scale is None and scale in SCALES)
        assert view.wide <= (right - left) * scale * (1 + 1e-9)
        assert view.high <= (bottom - top) * scale * (1 + 1e-9)
        assert AREA[0] - 1e-6 <= left
        assert AREA[1] - 1e-6 <= top
        assert right <= AREA[2] + 1e-6
        assert bottom + CAPTION <= AREA[3] + 1e-6
    for (one, _), (other, _) in combinations(found.spots, 2):
        beside = one[2] + GAP <= other[0] + 1e-6 or other[2] + GAP <= one[0] + 1e-6
        above = one[3] + CAPTION + GAP <= other[1] + 1e-6 or other[3] + CAPTION + GAP <= one[1] + 1e-6
        assert beside or above


@given(st.integers(2, 5))
def test_views_whose_scale_is_free_are_as_large_as_the_paper_lets_them(count: int) -> None:
    found = shared(AREA, [Wanted(30_000, 20_000, None)] * count, GAP, CAPTION)
    assert found is not None
    # With a scale more for all the views would not fit in any order of rows or columns.
    scales = [spot.scale for spot in found.spots]
    larger = [Wanted(30_000, 20_000, SCALES[SCALES.index(scale) - 1]) for scale in scales]
    assert shared(AREA, larger, GAP, CAPTION) is None
    assert max(scales) <= 2 * min(scales)


def test_a_detail_is_larger_than_what_it_is_a_detail_of() -> None:
    overview = Wanted(100_000, 60_000, None, frozenset((1,)))
    found = shared(AREA, [overview, Wanted(60_000, 50_000, None)], GAP, CAPTION)
    assert found is not None
    assert found.spots[1].scale < found.spots[0].scale


@pytest.mark.parametrize("scale", [100, None])
def test_what_does_not_fit_is_said(scale: int | None) -> None:
    far = Wanted(3_000_000, 60_000, scale)
    assert shared(AREA, [far, far], GAP, CAPTION) is None
