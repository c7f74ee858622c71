"""Shapes made of many outlines at once are those made one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hallwright.drawing.primitives import Shapes
from hallwright.geometry.outline import Outline, is_box, rectangle

_PLACES = st.tuples(st.integers(-9, 9), st.integers(-9, 9))
_FOURS = st.tuples(*[_PLACES] * 4)
_BOXES = st.builds(rectangle, *[st.integers(-9, 9)] * 2, *[st.integers(1, 9)] * 2)


@given(st.lists(_BOXES | _FOURS, min_size=9, max_size=30))
def test_many_shapes_are_those_made_one_by_one(outlines: list[Outline]) -> None:
    many = Shapes.of("x", {str(k): outline for k, outline in enumerate(outlines)})
    assert many.ids == tuple(map(str, range(len(outlines))))
    for k, outline in enumerate(outlines):
        (one,) = Shapes.of("x", {"": outline}).boxes.tolist()
        assert many.boxes[k].tolist() == one
        assert (k in many.rings) is not is_box(outline)
        if k in many.rings:
            assert np.array_equal(many.rings[k], np.asarray(outline, dtype=float))
