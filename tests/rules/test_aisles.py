"""Aisles between booths and what stands in the hall: walls, columns, rooms, the hall's own outline."""

from dataclasses import replace

import pytest
from tests.rules.test_clearances import HALL, facing, limits, show
from tests.shows import booth

from hallwright.editing.floor import MARGIN
from hallwright.editing.sample import build
from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Booth, Fixture, FixtureKind
from hallwright.geometry.gaps import gap_steps
from hallwright.geometry.outline import Outline, rectangle, turned
from hallwright.geometry.steps import finished
from hallwright.rules import aisle_width
from hallwright.rules.profile import Limit, Profile, load, names
from hallwright.support import i18n

THREE = limits(service_gap_mm=1000, aisle_mm=3000)


def fixture(kind: FixtureKind, outline: Outline, name: str = "", native: str = "") -> Fixture:
    return Fixture(id=f"f-{kind}-{outline[0]}", hall="h1", kind=kind, name=name, name_native=native, outline=outline)


def row(left: int, top: int, count: int = 3) -> list[Booth]:
    return [booth(f"R{k}", f"R{k}", left + 3000 * k, top) for k in range(count)]


@pytest.mark.parametrize(("top", "count"), [(0, 0), (50, 0), (600, 0), (1000, 0), (1001, 1), (2999, 1), (3000, 0)])
def test_a_booth_at_the_wall_leaves_a_service_gap_or_an_aisle(top: int, count: int) -> None:
    found = aisle_width.check(show(*row(10_000, top)), THREE)
    assert len(found) == count
    for one in found:
        assert (set(one.booths), one.value, one.limit) == ({"R0", "R1", "R2"}, top / 1000, 3.0)
        assert one.line is not None
        assert {y for _, y in one.line} == {0, top}
        assert "and the wall of the hall is" in one.message


def test_the_threshold_of_a_slit_is_the_profile_s_and_has_its_reason() -> None:
    assert aisle_width.check(show(*row(10_000, 800)), limits(service_gap_mm=500, aisle_mm=3000))
    for name in names():
        source = load(name).limits["service_gap_mm"].source
        assert "led through" in source or "not walked" in source


def test_a_booth_in_a_corner_of_the_hall_is_measured_to_both_walls() -> None:
    found = aisle_width.check(show(booth("a", "A1", 2000, 2500)), THREE)
    assert sorted(one.value or 0 for one in found) == [2.0, 2.5]


def test_the_hall_is_measured_where_it_is_slanted() -> None:
    slanted = replace(HALL, outline=turned(HALL.outline, 20, (0, 0)))
    stand = replace(booth("a", "A1", 10_000, 2000), outline=turned(rectangle(10_000, 2000, 3000, 3000), 20, (0, 0)))
    (found,) = aisle_width.check(Show.of([slanted, stand]), THREE)
    assert found.value == pytest.approx(2.0, abs=0.002)


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (FixtureKind.WALL, 1),
        (FixtureKind.STAGE, 1),
        (FixtureKind.TOILET, 1),
        (FixtureKind.SEATING, 0),
        (FixtureKind.NO_BUILD, 0),
        (FixtureKind.HYDRANT, 0),
    ],
)
def test_rooms_end_an_aisle_and_furniture_does_not(kind: FixtureKind, count: int) -> None:
    thing = fixture(kind, rectangle(10_000, 15_000, 9000, 3000), "Block 7")
    found = aisle_width.check(show(*row(10_000, 10_000), thing), THREE)
    assert len(found) == count
    for one in found:
        assert (one.value, one.at) == (2.0, (14_500, 14_000))
        assert "R2 and Block 7 is 2 m wide, not 3 m" in one.message


def test_a_column_narrows_an_aisle_only_if_no_way_around_it_is_wide_enough() -> None:
    def past(left_over: int, aisle: int) -> list[float | None]:
        column = fixture(FixtureKind.COLUMN, rectangle(14_000, 13_000 + left_over, 800, 800))
        return [one.value for one in aisle_width.check(show(*facing(aisle), column), THREE)]

    # 6 m of aisle: a column close to row A leaves 5.2 m before row B; in the middle it leaves 2.6 m on both sides.
    assert past(0, 6000) == []
    assert past(100, 6000) == []
    assert past(2600, 6000) == [2.6]
    assert past(2000, 6000) == []
    # 4 m of aisle: with the column in it, the wider way around is 2.2 m, or 3 m.
    assert past(1000, 4000) == [2.2]
    assert past(200, 4000) == []
    assert past(300, 4000) == [2.9]


def test_past_a_column_the_wider_way_is_told_from_whichever_side_it_is_asked() -> None:
    column = fixture(FixtureKind.COLUMN, rectangle(14_000, 14_000, 800, 800))
    plan = show(*facing(4000), column)
    (found,) = aisle_width.check(plan, THREE)
    assert (set(found.booths), found.value) == ({"B1"}, 2.2)
    assert "B1 and column is 2.2 m wide" in found.message


def test_a_thin_column_stands_in_the_way_like_a_thick_one() -> None:
    column = fixture(FixtureKind.COLUMN, rectangle(14_000, 15_000, 200, 200))
    assert [one.value for one in aisle_width.check(show(*facing(4500), column), THREE)] == [2.3]


def test_a_column_inside_a_row_is_no_aisle() -> None:
    # 1.6 m between two booths of a row, a column of 0.8 m in the middle of it: nobody gets past.
    first, second = booth("a", "A1", 10_000, 10_000), booth("b", "A2", 14_600, 10_000)
    column = fixture(FixtureKind.COLUMN, rectangle(13_400, 11_000, 800, 800))
    assert aisle_width.check(show(first, second, column), THREE) == []
    (found,) = aisle_width.check(show(first, second), THREE)
    assert found.value == 1.6
    # Beside a column that leaves 1.2 m on one side somebody passes, where nobody should have to.
    aside = fixture(FixtureKind.COLUMN, rectangle(13_000, 11_000, 400, 400))
    assert {one.value for one in aisle_width.check(show(first, second, aside), THREE)} == {1.2, 1.6}


def test_a_main_aisle_is_measured_to_walls_against_its_own_width() -> None:
    aisle = Aisle(
        id="m", hall="h1", name="Avenue", name_native="大道", main=True, outline=rectangle(8000, 0, 20_000, 5000)
    )
    (found,) = aisle_width.check(show(*row(10_000, 5000), aisle), limits(aisle_mm=3000, main_aisle_mm=6000))
    assert (found.value, found.limit) == (5.0, 6.0)
    assert found.message.startswith("Main aisle Avenue is 5 m wide between R0, R1, R2 and the wall of the hall")


def test_wider_than_six_metres_is_not_six_metres() -> None:
    aisle = Aisle(id="m", hall="h1", name="Avenue", main=True, outline=rectangle(8000, 13_000, 20_000, 6000))

    def main(strict: bool) -> Profile:
        return replace(load(), limits={"main_aisle_mm": Limit(6000, "test", strict)})

    assert aisle_width.check(show(*facing(6000), aisle), main(strict=False)) == []
    (found,) = aisle_width.check(show(*facing(6000), aisle), main(strict=True))
    assert (found.value, found.limit) == (6.0, 6.0)
    assert load("guangzhou").strict("main_aisle_mm")


def test_only_the_booths_asked_for_are_measured_to_walls() -> None:
    plan = show(*row(10_000, 2000), booth("far", "F", 40_000, 2000))
    (found,) = aisle_width.check_hall(plan, "h1", THREE, frozenset({"far"}))
    assert found.booths == ("far",)


def test_names_are_told_in_the_script_of_the_language() -> None:
    stage = fixture(FixtureKind.STAGE, rectangle(10_000, 15_000, 9000, 3000), "Main stage", "主舞台")
    i18n.use("zh_CN")
    try:
        (found,) = aisle_width.check(show(*row(10_000, 10_000), stage), THREE)
    finally:
        i18n.use("en")
    assert "主舞台" in found.message
    assert "Main stage" not in found.message


def test_a_hall_made_around_imported_booths_gives_no_findings_of_its_own() -> None:
    assert max(load(name).mm("aisle_mm") or 0 for name in names()) <= MARGIN


def test_the_sample_has_room_to_walls_and_columns_too() -> None:
    sample = build().applied(Show())
    for name in ("general", "shanghai", "gb50016", "mvstaettvo"):
        assert aisle_width.check(sample, load(name)) == []


def test_much_work_is_done_in_steps_with_the_same_result() -> None:
    many = {f"b{k}": rectangle(k % 100 * 3000, k // 100 * 5000, 3000, 3000) for k in range(4000)}
    room = rectangle(-2000, 0, 302_000, 200_000)
    steps = gap_steps(many, [], above=1000, below=3000, room=room)
    assert sum(1 for _ in steps) > 10
    found = finished(gap_steps(many, [], above=1000, below=3000, room=room))
    # 39 aisles of 2 m between rows, and one gap of 2 m to the wall at the left end of each of the 40 rows.
    assert len(found) == 39 + 40 + 1


@pytest.mark.parametrize("degrees", [0, 90, 17])
def test_a_niche_in_a_corner_leads_nowhere_but_a_narrow_hall_does(degrees: float) -> None:
    def stood(hall: Outline, outline: Outline) -> Show:
        middle = (30_000, 20_000)
        one = replace(booth("a", "A1"), outline=turned(outline, degrees, middle))
        return Show.of([replace(HALL, outline=turned(hall, degrees, middle)), one])

    # Beside the last booth of a row along the wall, its back to the wall or nearly so.
    for top in (0, 900):
        assert aisle_width.check(stood(HALL.outline, rectangle(55_000, top, 3000, 3000)), THREE) == []
    # Before a booth with its back to the wall, the hall going on to both sides.
    (found,) = aisle_width.check(stood(rectangle(0, 0, 60_000, 5000), rectangle(30_000, 0, 3000, 3000)), THREE)
    assert found.value == pytest.approx(2.0, abs=0.003)
