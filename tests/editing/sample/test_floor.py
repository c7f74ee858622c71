"""The floor of the sample: areas, fixtures, aisles and exits."""

from collections import Counter

import pytest
import shapely

from hallwright.editing.sample import build
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Booth, BoothStatus, Construction, FixtureKind
from hallwright.geometry.outline import area, bounds, is_box

SQUARE_METRE = 1_000_000
DOORS = (FixtureKind.ENTRANCE, FixtureKind.EXIT, FixtureKind.FIRE_EXIT)
POINTS = (FixtureKind.HYDRANT, FixtureKind.EXTINGUISHER, FixtureKind.PANEL, *DROPS)


@pytest.fixture(scope="module")
def show() -> Show:
    return build().applied(Show())


@pytest.fixture(scope="module")
def booths(show: Show) -> dict[str, Booth]:
    return {booth.number: booth for booth in show.booths.values()}


def test_the_hall_has_exactly_the_reported_area(show: Show) -> None:
    (hall,) = show.halls.values()
    assert area(hall.outline) == 10_000 * SQUARE_METRE


def test_a_plausible_part_of_the_floor_is_let(show: Show) -> None:
    net = sum(booth.area for booth in show.booths.values())
    assert 0.35 < net / (10_000 * SQUARE_METRE) < 0.5


def test_every_type_construction_status_and_fixture_occurs(show: Show) -> None:
    every = list(show.booths.values())
    assert {booth.type for booth in every} == {"inline", "corner", "peninsula", "island"}
    assert {booth.construction for booth in every} == set(Construction)
    assert {booth.status for booth in every} == set(BoothStatus)
    assert {fixture.kind for fixture in show.fixtures.values()} == set(FixtureKind)


def test_shares_of_the_statuses_are_those_of_a_show_three_weeks_ahead(show: Show) -> None:
    counts = Counter(booth.status for booth in show.booths.values())
    parts = {status: count / len(show.booths) for status, count in counts.items()}
    assert 0.5 < parts[BoothStatus.CONFIRMED] < 0.62
    assert 0.08 < parts[BoothStatus.RESERVED] < 0.15
    assert 0.12 < parts[BoothStatus.AVAILABLE] < 0.2
    assert 0 < parts[BoothStatus.BLOCKED] < 0.03


def test_numbers_are_unique_and_of_one_pattern(booths: dict[str, Booth], show: Show) -> None:
    assert len(booths) == len(show.booths)
    assert all(number[0].isalpha() and number[1:].isdecimal() and len(number) == 3 for number in booths)


def test_no_booth_stands_on_a_fixture(show: Show) -> None:
    floor = shapely.MultiPolygon([shapely.Polygon(booth.outline) for booth in show.booths.values()])
    for fixture in show.fixtures.values():
        if fixture.kind in DROPS:
            continue
        shared = floor.intersection(shapely.Polygon(fixture.outline)).area
        assert shared == 0, (fixture.kind, fixture.name, shared)


def test_every_drop_lies_wholly_in_a_booth_of_the_interactive_area(show: Show) -> None:
    booths = [shapely.Polygon(booth.outline) for booth in show.booths.values() if booth.number.startswith("X")]
    drops = [fixture for fixture in show.fixtures.values() if fixture.kind in DROPS]
    assert {drop.kind for drop in drops} == DROPS
    for drop in drops:
        assert any(booth.contains(shapely.Polygon(drop.outline)) for booth in booths), drop


def test_fixtures_do_not_cover_each_other(show: Show) -> None:
    solids = [fixture for fixture in show.fixtures.values() if fixture.kind not in POINTS]
    for index, one in enumerate(solids):
        for other in solids[index + 1 :]:
            shared = shapely.Polygon(one.outline).intersection(shapely.Polygon(other.outline)).area
            assert shared == 0, (one.name or one.kind, other.name or other.kind)


def test_three_metres_before_every_door_are_clear(show: Show) -> None:
    (hall,) = show.halls.values()
    room = shapely.Polygon(hall.outline)
    bodies = [booth.outline for booth in show.booths.values()]
    bodies += [f.outline for f in show.fixtures.values() if f.kind not in (*DOORS, *POINTS, FixtureKind.NO_BUILD)]
    doors = [fixture for fixture in show.fixtures.values() if fixture.kind in DOORS]
    assert len(doors) >= 12
    for door in doors:
        box = bounds(door.outline)
        upright = box.height > box.width
        before = (
            shapely.box(box.left - 3000, box.top, box.right + 3000, box.bottom)
            if upright
            else shapely.box(box.left, box.top - 3000, box.right, box.bottom + 3000)
        ).intersection(room)
        assert all(before.intersection(shapely.Polygon(body)).area == 0 for body in bodies), (door.name, box)


def test_aisles_between_rows_and_round_islands_are_three_metres(booths: dict[str, Booth]) -> None:
    shapes = {number: shapely.Polygon(booth.outline) for number, booth in booths.items()}
    numbers = list(shapes)
    tree = shapely.STRtree(list(shapes.values()))
    for number, shape in shapes.items():
        for index in tree.query(shape.buffer(2990)):
            other = numbers[int(index)]
            alone = booths[number].open_sides == 4 and other != number
            if number[0] != other[0] or alone:
                assert shape.distance(shapes[other]) >= 2990, (number, other)


def test_open_sides_are_what_the_plan_shows(booths: dict[str, Booth]) -> None:
    known = {
        "A01": 2,  # head of a row along the wall
        "A02": 1,
        "C01": 2,
        "C02": 1,
        "D02": 1,  # a service gap of a metre behind it is no aisle
        "G23": 3,
        "N01": 3,
        "S01": 4,
        "X01": 4,  # octagon
        "X02": 4,  # turned by 45 degrees
        "X03": 3,  # an L around X04, which closes most of its south side
        "X04": 2,
    }
    assert {number: booths[number].open_sides for number in known} == known


def test_the_interactive_area_has_shapes_of_its_own(show: Show, booths: dict[str, Booth]) -> None:
    corners = {number: len(booth.outline) for number, booth in booths.items() if not is_box(booth.outline)}
    assert corners == {"X01": 8, "X02": 4, "X03": 6, "X05": 6}
    assert "Smart eyes" in booths["X01"].note
    assert "VR security king" in booths["X02"].note
    zone = show.zone_of(booths["X01"])
    assert zone is not None
    assert zone.name_native == "互动体验区"


def test_every_booth_lies_in_a_zone_and_raw_ones_are_large(show: Show) -> None:
    for booth in show.booths.values():
        assert show.zone_of(booth) is not None, booth.number
        if booth.construction is Construction.RAW:
            assert booth.type in ("island", "peninsula")
            assert 36 * SQUARE_METRE - 30_000 <= booth.area <= 200 * SQUARE_METRE, booth.number
