import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis.extra.numpy import array_shapes, arrays

from hallwright.printing.rectangles import rectangles


@given(arrays(np.bool_, array_shapes(min_dims=2, max_dims=2, max_side=12)))
def test_rectangles_cover_the_ink_once_and_nothing_else(ink: npt.NDArray[np.bool_]) -> None:
    covered = np.zeros(ink.shape, dtype=int)
    rows = len(ink)
    for left, bottom, wide, high in rectangles(ink).astype(int):
        covered[rows - bottom - high : rows - bottom, left : left + wide] += 1
    assert (covered == ink).all()


def test_a_block_is_one_rectangle() -> None:
    ink = np.zeros((9, 9), dtype=bool)
    ink[2:5, 1:8] = True
    assert rectangles(ink).tolist() == [[1, 4, 7, 3]]
