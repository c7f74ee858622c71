"""Walking distances, against ways measured by hand: the grid may make them 2.8 % and a cell longer, never shorter."""

import math
from itertools import pairwise

import numpy as np
import pytest
import shapely
from tests.rules.test_clearances import HALL, fixture, limits, show
from tests.shows import booth

from hallwright.editing.sample import build
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import FixtureKind
from hallwright.geometry.outline import rectangle, turned
from hallwright.geometry.steps import finished
from hallwright.geometry.walking import FINE, STRETCH, distance_steps, ground_steps
from hallwright.geometry.ways import way_steps
from hallwright.rules import rulebook, travel_distance
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.profile import load

EXIT = fixture(FixtureKind.FIRE_EXIT, rectangle(0, 10_000, 500, 2000))


def found(limit: float, *rows: Row, exit_: Row = EXIT) -> list[Finding]:
    return travel_distance.check(show(*rows, exit_), limits(travel_to_exit_mm=round(limit * 1000)))


def measured(*rows: Row, key: str = "a", exit_: Row = EXIT) -> float:
    value = next(one.value for one in found(0.1, *rows, exit_=exit_) if one.booths == (key,))
    assert value is not None
    return value


def about(true: float) -> tuple[float, float]:
    return true - FINE / 1000, true * STRETCH + FINE / 1000 + 0.05


def test_the_way_starts_at_the_farthest_point_and_goes_straight_over_free_floor() -> None:
    # From the corner (23, 9.5) to the door's corner (0.5, 10).
    low, high = about(math.hypot(22.5, 0.5))
    assert low <= measured(booth("a", "A1", 20_000, 9500)) <= high


def test_the_way_goes_around_a_wall_and_not_through_it() -> None:
    wall = fixture(FixtureKind.WALL, rectangle(10_000, 0, 200, 30_000))
    true = math.hypot(12.8, 25) + 0.2 + math.hypot(9.5, 18)
    low, high = about(true)
    assert low <= measured(booth("a", "A1", 20_000, 5000), wall) <= high
    thin = fixture(FixtureKind.WALL, turned(rectangle(10_000, -100, 100, 30_100), 0.01, (10_000, 0)))
    assert low <= measured(booth("a", "A1", 20_000, 5000), thin) <= high


def test_the_way_leaves_a_booth_over_its_open_side_only() -> None:
    # A row at the wall: from the back corner (19, 0) of A2 to (16, 3), then along the row to the door at (0.5, 3).
    row = [booth(f"r{k}", f"A{k}", 10_000 + 3000 * k, 0) for k in range(5)]
    exit_ = fixture(FixtureKind.EXIT, rectangle(0, 3000, 500, 2000))
    low, high = about(math.hypot(3, 3) + 15.5)
    assert low <= measured(*row, key="r2", exit_=exit_) <= high


def test_nobody_flees_through_a_service_gap() -> None:
    def walls(gap: int) -> list[Row]:
        above = fixture(FixtureKind.STAGE, rectangle(30_000, 0, 3000, 20_000 - gap))
        below = fixture(FixtureKind.TOILET, rectangle(30_000, 20_000, 3000, 20_000))
        return [above, below, booth("a", "A1", 40_000, 9500)]

    (none,) = found(30, *walls(1000))
    assert none.value is None
    assert "No way over free floor leads from booth A1 to an exit" in none.message
    assert measured(*walls(2000)) > 40


def test_a_booth_that_others_enclose_has_no_way_out() -> None:
    block = [booth(f"{x}{y}", f"{x}{y}", 20_000 + 3000 * x, 10_000 + 3000 * y) for x in range(3) for y in range(3)]
    (found_one,) = [one for one in found(60, *block) if one.value is None]
    assert found_one.booths == ("11",)


def test_a_finding_names_metres_limit_and_booth_and_says_what_to_do() -> None:
    (one,) = found(20, booth("a", "A1", 30_000, 9500))
    assert (one.rule, one.severity, one.booths, one.limit) == ("travel-distance", Severity.WARNING, ("a",), 20.0)
    assert one.value is not None
    assert f"From booth A1 it is {one.value:g} m to the nearest exit, not 20 m" in one.message
    assert one.at in {(33_000, 9500), (33_000, 12_500)}
    assert found(40, booth("a", "A1", 30_000, 9500)) == []


def test_at_the_limit_the_grid_is_not_certain_and_says_so() -> None:
    (one,) = found(22.4, booth("a", "A1", 20_000, 9500))
    assert one.severity is Severity.INFO
    assert "at the limit of 22.4 m: measure it on the plan" in one.message


def test_sprinklers_may_allow_more() -> None:
    def told(limit: int, more: int) -> str:
        profile = limits(travel_to_exit_mm=limit, travel_to_exit_sprinklered_mm=more)
        return travel_distance.check(show(booth("a", "A1", 30_000, 9500), EXIT), profile)[0].message

    assert "or show that sprinklers allow 40 m" in told(20_000, 40_000)
    assert "sprinklers" not in told(20_000, 25_000)


def test_an_entrance_is_no_exit_and_a_hall_without_exits_is_told_once() -> None:
    door = fixture(FixtureKind.ENTRANCE, rectangle(0, 10_000, 500, 2000))
    (one,) = found(20, booth("a", "A1", 30_000, 9500), booth("b", "B1", 40_000, 9500), exit_=door)
    assert (one.severity, one.booths, one.value) == (Severity.INFO, (), None)
    assert one.message.startswith("Hall 1 has no exit")
    assert travel_distance.check(show(door), limits(travel_to_exit_mm=20_000)) == []


def test_without_a_limit_nothing_is_measured() -> None:
    assert travel_distance.check(show(booth("a", "A1", 30_000, 9500), EXIT), limits(aisle_mm=3000)) == []


def test_inside_a_booth_it_is_not_far_to_an_aisle() -> None:
    profile = limits(travel_to_aisle_mm=15_000)
    # In the corner of the hall the farthest point is the hall's corner; in an island it is the middle.
    (corner,) = travel_distance.check(show(booth("a", "A1", outline=rectangle(0, 0, 20_000, 18_000))), profile)
    assert corner.value == pytest.approx(18, abs=0.2)
    assert (corner.at, corner.limit) == ((0, 0), 15.0)
    assert "In booth A1 it is 18 m to the nearest aisle, not 15 m" in corner.message
    (island,) = travel_distance.check(show(booth("a", "A1", outline=rectangle(10_000, 3000, 40_000, 34_000))), profile)
    assert island.value == pytest.approx(17, abs=0.2)
    small = booth("a", "A1", outline=rectangle(10_000, 8000, 29_000, 28_000))
    assert travel_distance.check(show(small), profile) == []


def test_in_an_l_shaped_booth_nobody_walks_over_the_notch() -> None:
    # The notch holds another booth; from the end of the arm (30, 10) it is 3 m to the side, not through the notch.
    arm = booth(
        "a",
        "A1",
        outline=(
            (20_000, 10_000),
            (30_000, 10_000),
            (30_000, 13_000),
            (23_000, 13_000),
            (23_000, 20_000),
            (20_000, 20_000),
        ),
    )
    walls = [
        fixture(FixtureKind.WALL, rectangle(19_000, 9000, 12_000, 1000)),
        fixture(FixtureKind.TOILET, rectangle(30_000, 9000, 1000, 4000)),
        fixture(FixtureKind.STAGE, rectangle(23_000, 13_000, 8000, 8000)),
    ]
    (one,) = travel_distance.check(show(arm, *walls), limits(travel_to_aisle_mm=5000))
    # (30, 10) - along the arm to (20, 13): the left side is open.
    assert one.value == pytest.approx(10, abs=0.45)


def test_the_grid_agrees_with_ways_measured_by_hand_in_all_directions() -> None:
    room = rectangle(0, 0, 60_000, 60_000)
    door = rectangle(29_900, 29_900, 200, 200)
    ground = finished(ground_steps(room, [], [door], [], 1000))
    far = finished(distance_steps(ground, [door]))
    for degrees in range(0, 360, 7):
        x, y = 30 + 25 * math.cos(math.radians(degrees)), 30 + 25 * math.sin(math.radians(degrees))
        row = int((y * 1000 - ground.top) // ground.cell)
        column = int((x * 1000 - ground.left) // ground.cell)
        middle_x, middle_y = (float(some[0]) / 1000 for some in ground.middles(np.array([row]), np.array([column])))
        dx, dy = max(abs(middle_x - 30) - 0.1, 0), max(abs(middle_y - 30) - 0.1, 0)
        true = math.hypot(dx, dy)
        assert true - 0.01 <= float(far[row, column]) / 1000 <= true * STRETCH + 0.25


def test_large_halls_are_reckoned_in_steps() -> None:
    many = {f"b{k}": rectangle(k % 60 * 3000 + 4000, k // 60 * 6000 + 4000, 3000, 3000) for k in range(1800)}
    room = rectangle(0, 0, 190_000, 190_000)
    door = rectangle(0, 0, 500, 3000)
    steps = ground_steps(room, [], [door], list(many.values()), 1000)
    ground = finished(steps)
    assert ground.cell == FINE
    waves = distance_steps(ground, [door])
    assert sum(1 for _ in waves) > 50
    far = finished(distance_steps(ground, [door]))
    ways = finished(way_steps(ground, far, many))
    assert len(ways) == 1800
    # The last booth of the first row: along the aisle above the row, from its far corner.
    assert 180 <= ways["b59"].to_door / 1000 <= 191


def test_the_sample_keeps_its_own_profile_and_tells_what_germany_would_ask() -> None:
    sample = build().applied(Show())
    assert rulebook.check(sample) == []
    far = travel_distance.check(sample, load("mvstaettvo"))
    numbers = {sample.booths[key].number for one in far for key in one.booths}
    # In the middle of the hall it is far to the walls; at the west wall, beside a fire exit, it is not.
    assert "T03" in numbers
    assert "A06" not in numbers
    # By hand: from (56.5, 51) over (59.5, 44), (59.5, 23.6) and the stage's corner (52.5, 7) to the door at (50, 0.5).
    true = math.hypot(3, 7) + 20.4 + math.hypot(7, 16.6) + math.hypot(2.5, 6.5)
    value = next(one.value for one in far if sample.booths[one.booths[0]].number == "T03")
    assert value is not None
    assert true - 0.25 <= value <= true * STRETCH + 0.25
    assert HALL.outline


def path_of(*rows: Row, key: str = "a") -> tuple[float, list[tuple[int, int]]]:
    one = next(one for one in found(0.1, *rows) if one.booths == (key,))
    assert one.value is not None
    return one.value, list(one.path)


def test_the_way_is_drawn_from_the_farthest_point_around_what_stands_to_the_door() -> None:
    wall = fixture(FixtureKind.WALL, rectangle(10_000, 0, 200, 30_000))
    others = [booth(f"o{k}", f"B{k}", 14_000 + 3000 * k, 20_000) for k in range(4)]
    length, path = path_of(booth("a", "A1", 20_000, 5000), wall, *others)
    assert path[0] == (23_000, 5000)
    assert path[-1][0] == 500
    assert 10_000 <= path[-1][1] <= 12_000
    drawn = sum(math.dist(*ends) for ends in pairwise(path)) / 1000
    assert length / STRETCH - 1 < drawn < length + 0.5
    line = shapely.LineString(path)
    for outline in (wall.outline, *(row.outline for row in others)):
        assert not line.intersects(shapely.Polygon(outline))
    assert len(path) < 12, "straight where it can be"


def test_counters_and_chairs_on_the_way_are_gone_around() -> None:
    stand = booth("a", "A1", 20_000, 9500)
    free, _ = path_of(stand)
    seats = fixture(FixtureKind.SEATING, rectangle(8000, 5000, 6000, 12_000))
    around, path = path_of(stand, seats)
    assert around > free + 1
    assert not shapely.LineString(path).intersects(shapely.Polygon(seats.outline))


def test_where_no_way_leads_none_is_drawn() -> None:
    wall = fixture(FixtureKind.WALL, rectangle(10_000, 0, 200, 40_000))
    (one,) = (one for one in found(1, booth("a", "A1", 20_000, 5000), wall) if one.booths == ("a",))
    assert (one.value, one.path) == (None, ())


def test_the_longest_way_of_the_sample_is_the_farthest_booth_s() -> None:
    sample = build().applied(Show())
    hall = next(iter(sample.halls))
    longest = finished(travel_distance.longest_steps(sample, hall, load("general")))
    assert longest is not None
    way, path = longest
    ways, _cell, _finder = finished(travel_distance.measured_steps(sample, hall, load("general")))
    assert way.to_door == max(one.to_door for one in ways.values())
    assert path[0] == way.start
