"""Open sides and frontage are what the plan shows."""

from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.adjoining import Frontage, frontages, open_edges
from hallwright.geometry.outline import Outline, rectangle, turned

HALL = rectangle(0, 0, 40_000, 30_000)


def sides(**booths: Outline) -> dict[str, int]:
    return {key: found.sides for key, found in frontages(HALL, booths).items()}


def block(columns: int, rows: int, left: int = 9000, top: int = 9000) -> dict[str, Outline]:
    return {
        f"{x}{y}": rectangle(left + 3000 * x, top + 3000 * y, 3000, 3000) for x in range(columns) for y in range(rows)
    }


def test_four_booths_in_a_block_have_two_open_sides_each() -> None:
    assert frontages(HALL, block(2, 2)) == dict.fromkeys(["00", "01", "10", "11"], Frontage(2, 6000, perimeter=False))


def test_a_row_back_to_back() -> None:
    double = {
        f"{side}{k}": rectangle(5000 + 3000 * k, 5000 + 3000 * side, 3000, 3000) for side in (0, 1) for k in range(3)
    }
    assert sides(**double) == {"00": 2, "01": 1, "02": 2, "10": 2, "11": 1, "12": 2}


def test_a_gap_up_to_the_service_gap_is_no_aisle() -> None:
    one = rectangle(5000, 5000, 3000, 3000)
    for gap, expected in ((0, 3), (60, 3), (1000, 3), (1001, 4)):
        assert sides(a=one, b=rectangle(5000, 8000 + gap, 3000, 3000)) == {"a": expected, "b": expected}, gap
    wide = frontages(HALL, {"a": one, "b": rectangle(5000, 9200, 3000, 3000)}, service_gap=1200)
    assert {found.sides for found in wide.values()} == {3}


def test_the_wall_closes_a_side_and_makes_a_perimeter_booth() -> None:
    row = {str(k): rectangle(1000, 5000 + 3000 * k, 3000, 3000) for k in range(3)}
    found = frontages(HALL, row)
    assert found == {
        "0": Frontage(2, 6000, perimeter=True),
        "1": Frontage(1, 3000, perimeter=True),
        "2": Frontage(2, 6000, perimeter=True),
    }


def test_a_wall_in_the_hall_is_a_wall_and_another_room_is_none() -> None:
    row = {str(k): rectangle(5000, 5000 + 3000 * k, 3000, 3000) for k in range(3)}
    behind = rectangle(4500, 4000, 200, 12_000)
    assert [found.perimeter for found in frontages(HALL, row, walls=[behind]).values()] == [True, True, True]
    assert [found.perimeter for found in frontages(HALL, row, others=[behind]).values()] == [False, False, False]
    assert [found.sides for found in frontages(HALL, row, others=[behind]).values()] == [2, 1, 2]


def test_half_of_a_side_is_enough_and_the_frontage_counts_what_is_free() -> None:
    one = rectangle(5000, 5000, 6000, 3000)
    half = rectangle(5000, 8000, 3000, 3000)
    more = rectangle(5000, 8000, 3100, 3000)
    assert frontages(HALL, {"a": one, "b": half})["a"] == Frontage(4, 15_000, perimeter=False)
    assert frontages(HALL, {"a": one, "b": more})["a"].sides == 3
    assert frontages(HALL, {"a": one, "b": more})["a"].length == 14_900


def test_neighbours_one_before_the_other_count_once() -> None:
    one = rectangle(5000, 5000, 6000, 3000)
    twice = {"b": rectangle(5000, 8000, 4000, 300), "c": rectangle(6000, 8300, 4000, 3000)}
    assert frontages(HALL, {"a": one, **twice})["a"].length == 13_000


def test_islands_of_any_shape_have_four() -> None:
    square = rectangle(10_000, 10_000, 6000, 6000)
    ell = ((5000, 5000), (14_000, 5000), (14_000, 8000), (8000, 8000), (8000, 11_000), (5000, 11_000))
    eight = ((3, 0), (6, 0), (9, 3), (9, 6), (6, 9), (3, 9), (0, 6), (0, 3))
    for outline in (square, square[::-1], ell, ell[::-1], tuple((5000 + 1000 * x, 5000 + 1000 * y) for x, y in eight)):
        for angle in (0, 10, 45, 77):
            assert sides(a=turned(outline, angle, (13_000, 13_000))) == {"a": 4}, (outline, angle)


def test_no_way_in_at_all() -> None:
    assert sides(**block(3, 3))["11"] == 0
    assert frontages(HALL, block(3, 3))["11"].length == 0


def test_two_peninsulas_that_share_a_back_name_each_other() -> None:
    halves = {"a": rectangle(9000, 9000, 6000, 6000), "b": rectangle(15_000, 9000, 6000, 6000)}
    found = frontages(HALL, halves)
    assert (found["a"].behind, found["b"].behind) == ("b", "a")
    cap = {"cap": rectangle(6000, 9000, 3000, 6000), **block(3, 2)}
    assert frontages(HALL, cap)["cap"] == Frontage(3, 12_000, perimeter=False, behind=None)


def test_what_stands_outside_the_hall_faces_no_aisle() -> None:
    assert sides(a=rectangle(50_000, 5000, 3000, 3000)) == {"a": 0}


def test_drafts_neither_have_a_frontage_nor_close_one() -> None:
    bowtie: Outline = ((8000, 5000), (11_000, 8000), (11_000, 5000), (8000, 8000))
    assert sides(a=rectangle(5000, 5000, 3000, 3000), b=bowtie) == {"a": 4}


def test_a_wall_or_room_whose_outline_crosses_itself_closes_nothing() -> None:
    one, crossed = rectangle(5000, 5000, 3000, 3000), ((4000, 8000), (9000, 9000), (9000, 8000), (4000, 9000))
    for walls, others in (([crossed], []), ([], [crossed])):
        assert frontages(HALL, {"a": one}, walls, others)["a"].sides == 4


def test_only_some_are_answered_for_but_all_are_looked_at() -> None:
    booths = block(3, 2)
    every = frontages(HALL, booths)
    assert frontages(HALL, booths, only=["10", "gone"]) == {"10": every["10"]}
    assert frontages(HALL, {}) == {}


cells = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 5)), min_size=1, max_size=20)


@given(cells, st.sampled_from([3000, 3600, 4500]))
def test_turning_the_whole_hall_by_a_right_angle_changes_nothing(taken: set[tuple[int, int]], pitch: int) -> None:
    plan = {f"{x},{y}": rectangle(1500 + pitch * x, 2000 + pitch * y, 3000, 3000) for x, y in taken}
    straight = frontages(HALL, plan)
    for angle in (90, 180, 270):
        about = {key: turned(outline, angle, (0, 0)) for key, outline in plan.items()}
        assert frontages(turned(HALL, angle, (0, 0)), about) == straight


@given(cells, st.integers(-50_000, 50_000), st.integers(-50_000, 50_000))
def test_moving_the_whole_hall_changes_nothing(taken: set[tuple[int, int]], dx: int, dy: int) -> None:
    plan = {f"{x},{y}": rectangle(1500 + 3000 * x, 2000 + 4000 * y, 3000, 3000) for x, y in taken}
    there = {key: tuple((x + dx, y + dy) for x, y in outline) for key, outline in plan.items()}
    assert frontages(tuple((x + dx, y + dy) for x, y in HALL), there) == frontages(HALL, plan)


@given(cells)
def test_a_slanted_hall_is_seen_as_the_upright_one(taken: set[tuple[int, int]]) -> None:
    # Far from the limits, so that corners rounded to millimetres decide nothing.
    plan = {f"{x},{y}": rectangle(4000 + 4500 * x, 4000 + 3000 * y, 3000, 3000) for x, y in taken}
    slanted = {key: turned(outline, 30, (0, 0)) for key, outline in plan.items()}
    straight = frontages(HALL, plan)
    found = frontages(turned(HALL, 30, (0, 0)), slanted)
    assert {key: one.sides for key, one in found.items()} == {key: one.sides for key, one in straight.items()}
    assert all(abs(found[key].length - straight[key].length) <= 20 for key in plan)


def test_open_edges_are_those_before_which_nothing_stands() -> None:
    hall = rectangle(0, 0, 20_000, 20_000)
    booths = {"a": rectangle(0, 5000, 3000, 3000), "b": rectangle(3000, 5000, 3000, 3000)}
    # The wall to its left, its neighbour to its right.
    levels = {start[1] for start, end in open_edges(hall, "a", booths) if start[1] == end[1]}
    assert levels == {5000.0, 8000.0}
    # A room before half of its front closes that.
    room = rectangle(0, 8500, 3000, 2000)
    assert len(open_edges(hall, "a", booths, [room])) == 1
    assert open_edges(hall, "gone", booths) == []
