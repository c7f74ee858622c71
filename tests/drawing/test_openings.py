import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hallwright.drawing.openings import FreeFloor
from hallwright.geometry.outline import contains, rectangle

FLOOR = rectangle(1000, 2000, 20_000, 10_000)
ELL = ((0, 0), (10_000, 0), (10_000, 4000), (4000, 4000), (4000, 10_000), (0, 10_000))
NOTHING = np.empty((0, 4))


def test_free_floor_is_found_near_the_top_left() -> None:
    assert FreeFloor(FLOOR, NOTHING).find(5000, 1000) == (1000, 2000)
    assert FreeFloor(FLOOR, NOTHING).find(21_000, 1000) is None
    assert FreeFloor(rectangle(0, 0, 50, 50), NOTHING).find(10, 10) is None


def test_a_full_floor_has_no_room() -> None:
    assert FreeFloor(FLOOR, np.array([[1000.0, 2000.0, 21_000.0, 12_000.0]])).find(500, 500) is None


def test_room_lies_inside_an_ell() -> None:
    place = FreeFloor(ELL, np.array([[0.0, 0.0, 10_000.0, 4000.0]])).find(3000, 2000)
    assert place is not None
    x, y = place
    assert all(contains(ELL, x + dx, y + dy) for dx in (100, 2900) for dy in (100, 1900))


@given(st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 12_000), st.integers(500, 9000)), max_size=12))
def test_room_never_meets_what_stands_there(things: list[tuple[int, int, int]]) -> None:
    boxes = np.array([[x, y, x + size, y + size] for x, y, size in things], dtype=float).reshape(-1, 4)
    place = FreeFloor(FLOOR, boxes).find(3000, 1200)
    if place is not None:
        x, y = place
        for left, top, right, bottom in boxes.tolist():
            assert x + 3000 <= left or right <= x or y + 1200 <= top or bottom <= y
