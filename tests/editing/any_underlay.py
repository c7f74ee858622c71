"""Callers for the edits of underlays and of what is made of them, with arguments drawn at random."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from tests.shows import outlines

from hallwright.editing import converting, underlays
from hallwright.editing.change import Change
from hallwright.editing.converting import Shape
from hallwright.editing.underlays import Content
from hallwright.expo.show import Show
from hallwright.expo.space import FixtureKind
from hallwright.expo.underlay import Media

_SPOTS = st.tuples(st.floats(-50_000, 50_000), st.floats(-50_000, 50_000))
_SCALES = st.sampled_from([0.0, 0.1, 10.0, 1e9])
_LENGTHS = st.floats(-10.0, 50_000)
_SHAPES = st.lists(st.builds(Shape, outlines(), st.sampled_from(["", "A01", "a01", "N1"])), max_size=4)
_CONTENTS = st.builds(
    Content,
    st.just("venue.dxf"),
    st.just("0" * 64),
    st.sampled_from(Media),
    st.integers(1, 10**6),
    st.integers(1, 10**6),
    st.none() | st.tuples(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6)),
)


def _one(draw: Callable[..., Any], show: Show) -> str:
    return str(draw(st.sampled_from([*show.underlays, "gone"])))


UNDERLAYS: dict[str, Callable[[Any, Show], Change]] = {
    "underlays.add_underlay": lambda draw, show: underlays.add_underlay(
        show, draw(st.sampled_from(["h1", "h2", "gone"])), draw(_CONTENTS), draw(_SCALES)
    ),
    "underlays.add_underlay_first": lambda draw, show: underlays.add_underlay_first(
        show, draw(st.sampled_from(["Hall 1", "New"])), draw(_CONTENTS), draw(_SCALES)
    ),
    "underlays.move_underlay": lambda draw, show: underlays.move_underlay(
        show, _one(draw, show), draw(st.integers(-900, 900)), draw(st.integers(-900, 900))
    ),
    "underlays.turn_underlay": lambda draw, show: underlays.turn_underlay(
        show, _one(draw, show), draw(st.floats(-720, 720))
    ),
    "underlays.resize_underlay": lambda draw, show: underlays.resize_underlay(show, _one(draw, show), draw(_SCALES)),
    "underlays.measure_underlay": lambda draw, show: underlays.measure_underlay(
        show, _one(draw, show), draw(_SPOTS), draw(_SPOTS), draw(_LENGTHS)
    ),
    "underlays.fit_underlay": lambda draw, show: underlays.fit_underlay(
        show, _one(draw, show), draw(_SPOTS), draw(_SPOTS), draw(_SPOTS), draw(_SPOTS)
    ),
    "underlays.dim_underlay": lambda draw, show: underlays.dim_underlay(
        show, _one(draw, show), draw(st.integers(-1, 101))
    ),
    "underlays.lock_underlay": lambda draw, show: underlays.lock_underlay(show, _one(draw, show), draw(st.booleans())),
    "underlays.hide_layers": lambda draw, show: underlays.hide_layers(
        show, _one(draw, show), draw(st.lists(st.sampled_from(["A", "B", "C"])))
    ),
    "underlays.rename_underlay": lambda draw, show: underlays.rename_underlay(
        show, _one(draw, show), draw(st.text(max_size=4))
    ),
    "underlays.delete_underlay": lambda draw, show: underlays.delete_underlay(show, _one(draw, show)),
    "converting.convert_fixtures": lambda draw, show: converting.convert_fixtures(
        show,
        draw(st.sampled_from(["h1", "gone"])),
        draw(_SHAPES),
        draw(st.sampled_from(FixtureKind)),
    ),
}
