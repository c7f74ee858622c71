"""Passages are the free rectangles between things."""

from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.outline import Box, Outline, bounds, rectangle
from hallwright.geometry.passages import Clear, Passage, clear_width, direction, passages

HALL = rectangle(0, 0, 40_000, 30_000)


def test_between_two_rows_and_round_them() -> None:
    rows = [rectangle(4000, 6000, 30_000, 6000), rectangle(4000, 15_000, 30_000, 12_000)]
    found = {(one.outline, one.width, one.length) for one in passages(HALL, rows, 1000)}
    assert found == {
        (rectangle(0, 0, 40_000, 6000), 6000, 40_000),
        (rectangle(34_000, 0, 6000, 30_000), 6000, 30_000),
        (rectangle(0, 0, 4000, 30_000), 4000, 30_000),
        (rectangle(0, 12_000, 40_000, 3000), 3000, 40_000),
        (rectangle(0, 27_000, 40_000, 3000), 3000, 40_000),
    }


def test_a_service_gap_is_no_passage() -> None:
    rows = [rectangle(0, 0, 40_000, 14_000), rectangle(0, 15_000, 40_000, 15_000)]
    assert passages(HALL, rows, 1000) == []
    assert passages(HALL, rows, 999) == [Passage(rectangle(0, 14_000, 40_000, 1000), 1000, 40_000)]


def test_a_hall_that_is_no_rectangle_has_none_outside_it() -> None:
    ell: Outline = ((0, 0), (40_000, 0), (40_000, 5000), (5000, 5000), (5000, 30_000), (0, 30_000))
    assert {one.outline for one in passages(ell, [], 1000)} == {
        rectangle(0, 0, 40_000, 5000),
        rectangle(0, 0, 5000, 30_000),
    }


def test_an_empty_hall_is_one_or_none() -> None:
    assert passages(rectangle(0, 0, 9000, 30_000), [], 1000) == [Passage(rectangle(0, 0, 9000, 30_000), 9000, 30_000)]
    assert passages(rectangle(0, 0, 10_000, 10_000), [], 1000) == []


bodies = st.lists(
    st.builds(
        lambda x, y, w, d: rectangle(500 * x, 500 * y, 500 * w, 500 * d),
        st.integers(-4, 80),
        st.integers(-4, 60),
        st.integers(1, 30),
        st.integers(1, 30),
    ),
    max_size=12,
)


@given(bodies)
def test_every_passage_is_free_wide_enough_and_can_grow_to_no_side(things: list[Outline]) -> None:
    for one in passages(HALL, things, 1000):
        box = bounds(one.outline)
        assert _free(box, things)
        assert min(box.width, box.height) == one.width > 1000
        assert one.length >= 1.5 * one.width
        for grown in (
            box._replace(left=box.left - 1),
            box._replace(top=box.top - 1),
            box._replace(right=box.right + 1),
            box._replace(bottom=box.bottom + 1),
        ):
            assert not _free(grown, things)


def _free(box: Box, things: list[Outline]) -> bool:
    room = bounds(HALL)
    within = room.left <= box.left and box.right <= room.right and room.top <= box.top and box.bottom <= room.bottom
    return within and not any(
        min(box.right, other.right) > max(box.left, other.left)
        and min(box.bottom, other.bottom) > max(box.top, other.top)
        for other in map(bounds, things)
    )


ROWS = [rectangle(0, 0, 40_000, 12_000), rectangle(0, 18_000, 40_000, 12_000)]
AISLE = rectangle(0, 12_000, 40_000, 6000)


def test_an_aisle_is_measured_between_what_stands_beside_it_not_as_it_was_drawn() -> None:
    whole = clear_width(AISLE, HALL, ROWS)
    assert whole is not None
    assert whole.width == 6000
    narrow = clear_width(AISLE, HALL, [*ROWS, rectangle(9000, 12_000, 3000, 1500)])
    assert narrow == Clear(4500, ((10_500, 13_500), (10_500, 18_000)))
    wide = clear_width(rectangle(0, 13_000, 40_000, 4000), HALL, ROWS)
    assert wide is not None
    assert wide.width == 6000


def test_a_column_amid_an_aisle_leaves_the_wider_way_past_it() -> None:
    past = clear_width(AISLE, HALL, [*ROWS, rectangle(9000, 14_000, 800, 800)])
    assert past is not None
    assert past.width == 3200


def test_crossings_do_not_count_and_the_hall_s_wall_does() -> None:
    blocks = [rectangle(x, y, 10_000, 8000) for x in (0, 14_000, 28_000) for y in (4000, 15_000)]
    level = clear_width(rectangle(0, 12_000, 40_000, 3000), HALL, blocks)
    assert level is not None
    assert level.width == 3000
    wall = clear_width(rectangle(0, 0, 40_000, 4000), HALL, blocks)
    assert wall is not None
    assert wall.width == 4000
    assert clear_width(rectangle(0, 12_000, 40_000, 3000), HALL, []) is None


@given(st.integers(0, 35).map(lambda k: k * 5))
def test_an_aisle_measures_the_same_at_any_angle(angle: int) -> None:
    import math

    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def turned(outline: Outline) -> Outline:
        return tuple((round(x * cos - y * sin), round(x * sin + y * cos)) for x, y in outline)

    bodies = [*ROWS, rectangle(9000, 12_000, 3000, 1500)]
    found = clear_width(turned(AISLE), turned(HALL), [turned(body) for body in bodies])
    assert found is not None
    assert abs(found.width - 4500) <= 5
    (x1, y1), (x2, y2) = found.line
    assert abs(math.dist((x1, y1), (x2, y2)) - found.width) <= 5


def test_the_direction_runs_to_the_right_or_downwards() -> None:
    assert direction(AISLE) == (1.0, 0.0)
    assert direction(rectangle(0, 0, 10, 90)) == (0.0, 1.0)
    assert direction(rectangle(0, 0, 10, 90)[::-1]) == (0.0, 1.0)
    assert direction(((0, 0), (30, 40), (22, 46), (-8, 6))) == (0.6, 0.8)
