"""Where an underlay lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.expo.underlay import Media, Underlay


def underlay(**values: object) -> Underlay:
    fields: dict[str, object] = {"width": 2000, "height": 1000, "scale": 10.0, **values}
    return Underlay(id="u", hall="h1", name="plan", asset="0", media=Media.VECTOR, **fields)  # type: ignore[arg-type]


def test_it_is_turned_about_its_upper_left_corner_clockwise() -> None:
    assert underlay(x=500, y=100).outline == ((500, 100), (20_500, 100), (20_500, 10_100), (500, 10_100))
    assert underlay(x=500, y=100, angle=90.0).outline == ((500, 100), (500, 20_100), (-9500, 20_100), (-9500, 100))


def test_it_covers_what_lies_on_it() -> None:
    turned = underlay(angle=90.0)
    assert turned.covers(-5000, 15_000)
    assert not turned.covers(5000, 5000)


@given(
    st.floats(-400, 400),
    st.floats(0.001, 1000),
    st.tuples(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6)),
    st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)),
)
def test_there_and_back(angle: float, scale: float, corner: tuple[int, int], point: tuple[float, float]) -> None:
    row = underlay(angle=angle, scale=scale, x=corner[0], y=corner[1])
    assert row.to_own(*row.to_hall(*point)) == pytest.approx(point, abs=1e-3)
