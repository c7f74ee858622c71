"""Persons against exits, and halls against fire compartments."""

from dataclasses import replace

import pytest
from tests.rules.test_clearances import HALL, fixture, limits, show
from tests.shows import booth

from hallwright.expo.show import Show
from hallwright.expo.space import FixtureKind
from hallwright.geometry.outline import rectangle, turned
from hallwright.rules import compartment, persons
from hallwright.rules.finding import Severity
from hallwright.rules.profile import Limit, Profile, load

STAND = booth("a", "A1", 10_000, 10_000)


def profile(per_area: float = 0.75, per_person: float = 6.5) -> Profile:
    given = {"persons_per_m2": Limit(per_area, "test"), "exit_mm_per_person": Limit(per_person, "test")}
    return replace(load(), limits=given)


def test_exits_are_as_wide_as_the_persons_need() -> None:
    # 60 x 40 m x 0.75 persons x 6.5 mm = 11.7 m; there are 3 m and 5 m, the second one turned.
    doors = [
        fixture(FixtureKind.EXIT, rectangle(10_000, 0, 3000, 500)),
        fixture(FixtureKind.FIRE_EXIT, turned(rectangle(0, 10_000, 500, 5000), 30, (0, 10_000))),
    ]
    (one,) = persons.check(show(STAND, *doors), profile())
    assert (one.severity, one.value, one.limit, one.booths) == (Severity.WARNING, 8.0, 11.7, ())
    assert "Hall 1 may hold 1,800 persons (0.75 per m² on 2,400 m²)" in one.message
    assert "its 2 exits are 8 m wide together" in one.message
    assert persons.check(show(STAND, *doors), profile(per_person=4.4)) == []
    assert persons.check(show(STAND, *doors), limits(persons_per_m2=1)) == []


def test_a_hall_without_exits_is_an_unfinished_plan_and_one_without_booths_is_none() -> None:
    entrance = fixture(FixtureKind.ENTRANCE, rectangle(10_000, 0, 30_000, 500))
    (one,) = persons.check(show(STAND, entrance), profile())
    assert (one.severity, one.value) == (Severity.INFO, 0)
    assert persons.check(show(entrance), profile()) == []


@pytest.mark.parametrize(("width", "count"), [(125_000, 0), (125_013, 1)])
def test_a_hall_larger_than_a_compartment_is_information(width: int, count: int) -> None:
    hall = replace(HALL, outline=rectangle(0, 0, width, 80_000))
    found = compartment.check(Show.of([hall]), load("gb50016"))
    assert len(found) == count
    for one in found:
        assert (one.rule, one.severity, one.limit) == ("fire-compartment", Severity.INFO, 10_000)
        assert "10,001 m² large, more than one fire compartment of 10,000 m²" in one.message
    assert compartment.check(Show.of([hall]), limits(aisle_mm=3000)) == []
