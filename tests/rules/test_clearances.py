"""Clearances with exact values: aisles, columns, no-build areas, doors, hydrants, rows, blocks, walls."""

from dataclasses import replace

import pytest
from tests.shows import booth

from hallwright.editing.sample import build
from hallwright.expo import space
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Booth, Fixture, FixtureKind, Hall
from hallwright.geometry.outline import Outline, rectangle, turned
from hallwright.rules import (
    aisle_width,
    block_too_deep,
    exit_blocked,
    hydrant_blocked,
    in_no_build,
    on_column,
    row_too_long,
    rulebook,
    wall_gap,
)
from hallwright.rules.finding import Severity
from hallwright.rules.profile import Limit, Profile, load
from hallwright.support import i18n

HALL = Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 60_000, 40_000))


def limits(**values: int) -> Profile:
    return replace(load(), limits={key: Limit(value, "test") for key, value in values.items()})


def show(*rows: Row) -> Show:
    return Show.of([HALL, *rows])


def fixture(kind: FixtureKind, outline: Outline, name: str = "") -> Fixture:
    return Fixture(id=f"f-{kind}", hall="h1", kind=kind, name=name, outline=outline)


def facing(gap: int) -> list[Booth]:
    """Return two rows of three booths that face each other across a gap."""
    return [
        booth(f"{row}{k}", f"{row}{k}", 10_000 + 3000 * k, 10_000 + (3000 + gap) * (row == "B"))
        for row in "AB"
        for k in range(3)
    ]


@pytest.mark.parametrize("degrees", [12.5, 33.3, 45, 71])
def test_at_an_angle_no_aisle_is_too_narrow_by_rounding(degrees: float) -> None:
    rows = [replace(row, outline=turned(row.outline, degrees, (15_000, 15_000))) for row in facing(3000)]
    assert not aisle_width.check(show(*rows), limits(aisle_mm=3000))
    rows = [replace(row, outline=turned(row.outline, degrees, (15_000, 15_000))) for row in facing(2990)]
    assert aisle_width.check(show(*rows), limits(aisle_mm=3000))
    # Nor is a gap for cables wide enough by it to be one.
    rows = [replace(row, outline=turned(row.outline, degrees, (15_000, 15_000))) for row in facing(1000)]
    assert not aisle_width.check(show(*rows), limits(aisle_mm=3000, service_gap_mm=1000))
    wall = replace(HALL, outline=turned(HALL.outline, degrees, (0, 0)))
    for away, count in ((1000, 0), (990, 1)):
        near = replace(booth("b", "b"), outline=turned(rectangle(away, 9000, 3000, 3000), degrees, (0, 0)))
        assert len(wall_gap.check(Show.of([wall, near]), limits(wall_gap_mm=1000))) == count


def test_an_aisle_too_narrow_is_one_finding_with_its_measured_width() -> None:
    (found,) = aisle_width.check(show(*facing(2600)), limits(aisle_mm=3000))
    assert set(found.booths) == {"A0", "A1", "A2", "B0", "B1", "B2"}
    assert (found.value, found.limit, found.severity) == (2.6, 3.0, Severity.WARNING)
    assert found.line is not None
    assert {found.line[0][1], found.line[1][1]} == {13_000, 15_600}
    assert found.line[0][0] == found.line[1][0]
    assert found.at == (found.line[0][0], 14_300)
    assert "is 2.6 m wide, not 3 m" in found.message


@pytest.mark.parametrize(("gap", "count"), [(0, 0), (900, 0), (1000, 0), (1001, 1), (2999, 1), (3000, 0), (3500, 0)])
def test_an_aisle_is_wider_than_a_service_gap_and_narrower_than_the_limit(gap: int, count: int) -> None:
    assert len(aisle_width.check(show(*facing(gap)), limits(aisle_mm=3000))) == count


def test_an_aisle_is_measured_where_it_is_slanted_and_where_a_booth_stands_in_a_corner() -> None:
    slanted = [replace(one, outline=turned(one.outline, 30, (15_000, 15_000))) for one in facing(2000)]
    found = aisle_width.check(show(*slanted), limits(aisle_mm=3000))
    assert found
    assert all(one.value is not None and abs(one.value - 2) < 0.005 for one in found)
    # Diagonally across a crossing nobody walks between two booths.
    corner = [booth("a", "A", 10_000, 10_000), booth("b", "B", 15_000, 15_000)]
    assert aisle_width.check(show(*corner), limits(aisle_mm=3000)) == []


def test_nothing_is_measured_through_what_stands_between() -> None:
    # The wall leaves a service gap of 1 m before row A; before row B the aisle ends at it.
    wall = fixture(FixtureKind.WALL, rectangle(9000, 14_000, 12_000, 200))
    (found,) = aisle_width.check(show(*facing(2600), wall), limits(aisle_mm=3000))
    assert (set(found.booths), found.value) == ({"B0", "B1", "B2"}, 1.4)
    between = booth("c", "C", outline=rectangle(9000, 13_000, 12_000, 2000))
    assert aisle_width.check(show(*facing(2600), between), limits(aisle_mm=3000)) == []
    half = fixture(FixtureKind.WALL, rectangle(9000, 14_000, 5500, 200))
    found_half = {
        one.value: set(one.booths) for one in aisle_width.check(show(*facing(2600), half), limits(aisle_mm=3000))
    }
    assert found_half == {2.6: {"A1", "A2", "B1", "B2"}, 1.4: {"B0", "B1"}}


def test_a_main_aisle_has_a_width_of_its_own() -> None:
    aisle = Aisle(id="m", hall="h1", name="Avenue", main=True, outline=rectangle(8000, 13_000, 20_000, 5000))
    both = limits(aisle_mm=3000, main_aisle_mm=6000)
    (found,) = aisle_width.check(show(*facing(5000), aisle), both)
    assert (found.value, found.limit) == (5.0, 6.0)
    assert found.message.startswith("Main aisle Avenue is 5 m wide")
    assert aisle_width.check(show(*facing(5000)), both) == []
    assert aisle_width.check(show(*facing(5000), replace(aisle, main=False)), both) == []
    (narrow,) = aisle_width.check(
        show(*facing(2500), replace(aisle, outline=rectangle(8000, 13_000, 20_000, 2500))), both
    )
    assert narrow.limit == 6.0


def test_only_the_booths_asked_for_are_answered_and_no_others() -> None:
    plan = show(*facing(2600), booth("far", "F", 40_000, 10_000), booth("near", "N", 45_000, 10_000))
    profile = limits(aisle_mm=3000)
    assert len(aisle_width.check(plan, profile)) == 2
    (found,) = aisle_width.check_hall(plan, "h1", profile, frozenset({"far"}))
    assert set(found.booths) == {"far", "near"}
    (found,) = aisle_width.check_hall(plan, "h1", profile, frozenset({"A1"}))
    assert "A1" in found.booths
    assert aisle_width.check_hall(plan, "h1", profile, frozenset({"gone"})) == []


def test_a_booth_on_a_column_and_one_in_a_no_build_area() -> None:
    column = fixture(FixtureKind.COLUMN, rectangle(11_000, 11_000, 800, 800))
    (found,) = on_column.check(show(booth("a", "A1", 10_000, 10_000), booth("b", "B1", 20_000, 10_000), column))
    assert (found.booths, found.value, found.severity, found.at) == (("a",), 0.64, Severity.WARNING, (11_400, 11_400))
    lane = fixture(FixtureKind.NO_BUILD, rectangle(12_000, 0, 4000, 40_000), "Fire lane")
    (found,) = in_no_build.check(show(booth("a", "A1", 10_000, 10_000), booth("b", "B1", 20_000, 10_000), lane))
    assert (found.booths, found.value, found.severity) == (("a",), 3.0, Severity.ERROR)
    assert "(Fire lane)" in found.message
    # One square decimetre is the rounding of a plan traced by hand.
    touching = fixture(FixtureKind.NO_BUILD, rectangle(12_997, 0, 4000, 40_000))
    assert in_no_build.check(show(booth("a", "A1", 10_000, 10_000), touching)) == []


def test_a_door_wants_the_floor_before_it() -> None:
    door = fixture(FixtureKind.FIRE_EXIT, rectangle(0, 10_000, 500, 2000))
    profile = limits(exit_clear_mm=3000)
    (found,) = exit_blocked.check(show(booth("a", "A1", 2500, 11_000), door), profile)
    assert (found.booths, found.value, found.limit, found.severity) == (("a",), 2.0, 3.0, Severity.ERROR)
    assert "leaves 2 m before fire exit, not 3 m" in found.message
    for left, top in ((3500, 11_000), (2500, 12_000), (2500, 7000)):
        assert exit_blocked.check(show(booth("a", "A1", left, top), door), profile) == []
    assert exit_blocked.check(show(booth("a", "A1", 2500, 11_000), door), limits(aisle_mm=3000)) == []


def test_a_door_inside_the_hall_wants_it_on_both_sides() -> None:
    door = fixture(FixtureKind.EXIT, rectangle(30_000, 20_000, 200, 2000))
    beside = [booth("w", "W", 26_000, 20_000), booth("e", "E", 31_000, 20_000), booth("s", "S", 28_600, 22_000)]
    found = exit_blocked.check(show(*beside, door), limits(exit_clear_mm=3000))
    assert {one.booths for one in found} == {("w",), ("e",)}


def test_hydrants_panels_and_extinguishers_have_room_about_them() -> None:
    hydrant = fixture(FixtureKind.HYDRANT, rectangle(0, 10_000, 400, 400), "H 3")
    panel = fixture(FixtureKind.PANEL, rectangle(0, 20_000, 600, 1200))
    near = [booth("a", "A1", 1400, 10_000), booth("b", "B1", 1100, 20_000), booth("c", "C1", 1800, 14_000)]
    found = hydrant_blocked.check(show(*near, hydrant, panel), limits(hydrant_radius_mm=1400, fixed_gap_mm=600))
    assert [(one.booths, one.value, one.limit) for one in found] == [(("a",), 1.0, 1.4), (("b",), 0.5, 0.6)]
    assert "Booth A1 is 1 m from H 3, not 1.4 m" in found[0].message
    assert hydrant_blocked.check(show(*near, hydrant, panel), limits(aisle_mm=3000)) == []


def test_a_row_is_as_long_as_it_goes_on_without_an_aisle() -> None:
    row = [booth(f"b{k}", f"A{k}", 3000 * k + (800 if k > 3 else 0), 5000) for k in range(8)]
    (found,) = row_too_long.check(show(*row), limits(row_mm=21_000))
    assert (found.value, found.limit, len(found.booths)) == (24.8, 21.0, 8)
    assert "A0, A1, A2, A3, A4 and 3 more" in found.message
    assert row_too_long.check(show(*row), limits(row_mm=24_800)) == []
    broken = [replace(one, outline=tuple((x + 3000 * (k > 3), y) for x, y in one.outline)) for k, one in enumerate(row)]
    assert row_too_long.check(show(*broken), limits(row_mm=21_000)) == []
    assert row_too_long.check_hall(show(*row), "h1", limits(row_mm=21_000), frozenset({"b0"})) == [found]
    assert row_too_long.check_hall(show(*row), "h1", limits(row_mm=21_000), frozenset({"x"})) == []


def test_a_block_is_as_deep_as_its_shorter_side() -> None:
    block = [booth(f"{x}{y}", f"{x}{y}", 3000 * x, 3000 * y) for x in range(5) for y in range(4)]
    (found,) = block_too_deep.check(show(*block), limits(block_depth_mm=11_000))
    assert (found.value, found.limit, found.at) == (12.0, 11.0, (7500, 6000))
    assert block_too_deep.check(show(*block), limits(block_depth_mm=12_000)) == []


def test_a_wall_wants_to_be_reached_where_the_profile_says_so() -> None:
    plan = show(booth("a", "A1", 600, 10_000), booth("b", "B1", 1000, 20_000))
    (found,) = wall_gap.check(plan, limits(wall_gap_mm=1000))
    assert (found.booths, found.value, found.line) == (("a",), 0.6, ((600, 10_000), (0, 10_000)))
    assert wall_gap.check(plan, limits(aisle_mm=3000)) == []


def test_every_new_rule_is_in_the_rulebook_and_takes_the_profile_it_is_given() -> None:
    assert {
        "aisle-width",
        "block-too-deep",
        "booth-in-no-build",
        "booth-on-column",
        "exit-blocked",
        "hydrant-blocked",
        "row-too-long",
        "wall-gap",
    } <= set(rulebook.rules())
    plan = show(*facing(2600))
    assert "aisle-width" not in {found.rule for found in rulebook.check(plan)}
    assert "aisle-width" in {found.rule for found in rulebook.check(plan, load("shanghai"))}


def test_the_sample_keeps_the_default_and_shows_what_shanghai_would_ask() -> None:
    sample = build().applied(Show())
    assert rulebook.check(sample) == []
    assert {found.rule for found in rulebook.check(sample, load("shanghai"))} == {"hydrant-blocked"}


def test_halls_and_fixtures_are_named_in_the_script_of_the_language() -> None:
    hall = replace(HALL, name_native="1号馆")
    door = replace(fixture(FixtureKind.FIRE_EXIT, rectangle(0, 10_000, 500, 2000), "North door"), name_native="北门")
    hydrant = fixture(FixtureKind.HYDRANT, rectangle(0, 20_000, 400, 400))
    stands = [booth("a", "A1", 2500, 11_000), booth("b", "A2", 600, 20_000), booth("c", "", 58_000, 30_000)]
    plan = Show.of([hall, door, hydrant, *stands, booth("d", "A1", 20_000, 20_000)])
    profile = limits(exit_clear_mm=3000, hydrant_radius_mm=1400)

    def told() -> str:
        return "\n".join(one.message for one in rulebook.check(plan, profile))

    english = told()
    i18n.use("zh_CN")
    try:
        chinese = told()
    finally:
        i18n.use("en")
    assert english.count("Hall 1") == 3
    assert "before North door" in english
    assert "from hydrant" in english
    assert "Hall 1" not in chinese
    assert chinese.count("1号馆") == 3
    assert "北门" in chinese
    assert "消火栓" in chinese


FURNITURE = sorted(space.FURNITURE)


@pytest.mark.parametrize("kind", FURNITURE)
def test_furniture_in_an_aisle_narrows_it_unless_there_is_room_beside_it(kind: FixtureKind) -> None:
    rows = facing(6000)
    counter = fixture(kind, rectangle(12_000, 15_000, 2000, 1000), "Counter")
    (found,) = aisle_width.check(show(*rows, counter), limits(aisle_mm=4000))
    assert (found.value, found.limit) == (3.0, 4.0), "on its wider side"
    assert "and Counter is" in found.message
    beside = replace(counter, outline=rectangle(12_000, 13_000, 2000, 1000))
    assert not aisle_width.check(show(*rows, beside), limits(aisle_mm=4000)), "five metres lead past it"
    rug = replace(counter, kind=FixtureKind.NO_BUILD)
    assert not aisle_width.check(show(*rows, rug), limits(aisle_mm=4000))


@pytest.mark.parametrize("kind", [*FURNITURE, FixtureKind.STAGE, FixtureKind.CATERING])
def test_what_is_put_up_before_a_door_blocks_it(kind: FixtureKind) -> None:
    door = replace(fixture(FixtureKind.FIRE_EXIT, rectangle(0, 20_000, 200, 2000), "E7"), id="door")
    counter = fixture(kind, rectangle(2200, 20_500, 600, 3000), "Counter")
    (found,) = exit_blocked.check(show(door, counter), limits(exit_clear_mm=3000))
    assert (found.booths, found.value, found.limit, found.severity) == ((), 2.0, 3.0, Severity.ERROR)
    assert found.message == "The floor before E7 is free for 2 m up to Counter, not 3 m: move it away."
    aside = replace(counter, outline=rectangle(2200, 22_100, 600, 3000))
    assert not exit_blocked.check(show(door, aside), limits(exit_clear_mm=3000))
    assert not exit_blocked.check_hall(show(door, counter), "h1", limits(exit_clear_mm=3000), frozenset({"b"}))


@pytest.mark.parametrize("kind", [*FURNITURE, FixtureKind.STAGE, FixtureKind.CATERING])
def test_what_is_put_up_at_a_hydrant_blocks_it(kind: FixtureKind) -> None:
    hydrant = replace(fixture(FixtureKind.HYDRANT, rectangle(0, 10_000, 200, 600)), id="hydrant")
    counter = fixture(kind, rectangle(1000, 10_000, 2000, 1000), "Counter")
    (found,) = hydrant_blocked.check(show(hydrant, counter), limits(hydrant_radius_mm=1400))
    assert (found.booths, found.value, found.limit) == ((), 0.8, 1.4)
    assert found.message == "Between Counter and hydrant there is 0.8 m, not 1.4 m: move it away."
    away = replace(counter, outline=rectangle(1600, 10_000, 2000, 1000))
    assert not hydrant_blocked.check(show(hydrant, away), limits(hydrant_radius_mm=1400))
