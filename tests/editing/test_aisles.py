"""Aisles are recognised between booths, named, changed and taken off again."""

import pytest
from tests.shows import BOWTIE, booth, small_show

from hallwright.editing.aisles import add_aisle, amend_aisle, delete_aisles, measured, recognise
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Fixture, FixtureKind, Hall
from hallwright.geometry.outline import rectangle
from hallwright.support.errors import Refused

SPOT = rectangle(0, 10_000, 60_000, 3000)


def test_an_aisle_is_named_renamed_made_main_and_deleted() -> None:
    show = small_show()
    change = add_aisle(show, "h1", " Cross \n aisle ", SPOT, name_native="横向通道")
    assert (change.operation, change.summary) == ("add-aisle", "Name aisle Cross aisle")
    show = change.applied(show)
    (key,) = show.aisles.keys() - {"a"}
    assert (show.aisles[key].name, show.aisles[key].main, show.aisles[key].outline) == ("Cross aisle", False, SPOT)
    show = amend_aisle(show, key, main=True, name="Avenue").applied(show)
    assert (show.aisles[key].name, show.aisles[key].main) == ("Avenue", True)
    assert delete_aisles(show, [key]).summary == "Delete aisle Avenue"
    assert delete_aisles(show, [key, "a"]).summary == "Delete 2 aisles"
    assert set(delete_aisles(show, [key]).applied(show).aisles) == {"a"}


def test_what_makes_no_sense_is_refused() -> None:
    show = small_show()
    for attempt in (
        lambda: add_aisle(show, "gone", "A", SPOT),
        lambda: add_aisle(show, "h1", "  ", SPOT),
        lambda: add_aisle(show, "h1", "A", BOWTIE),
        lambda: amend_aisle(show, "gone", main=True),
        lambda: amend_aisle(show, "a", name=""),
        lambda: amend_aisle(show, "a", outline=BOWTIE),
        lambda: delete_aisles(show, ["a", "gone"]),
        lambda: recognise(show, "gone"),
    ):
        with pytest.raises(Refused):
            attempt()


def test_aisles_are_the_free_floor_between_booths_and_what_stands_there() -> None:
    rows = [
        Hall(id="h1", name="Hall", outline=rectangle(0, 0, 30_000, 20_000)),
        booth("a", "A", outline=rectangle(0, 0, 30_000, 6000)),
        booth("b", "B", outline=rectangle(0, 9000, 30_000, 6000)),
        Fixture(id="s", hall="h1", kind=FixtureKind.SEATING, outline=rectangle(0, 15_000, 30_000, 5000)),
        Fixture(id="h", hall="h1", kind=FixtureKind.HYDRANT, outline=rectangle(0, 7000, 400, 400)),
    ]
    (found,) = recognise(Show.of(rows), "h1")
    assert (found.outline, found.width, found.length) == (rectangle(0, 6000, 30_000, 3000), 3000, 30_000)


def test_a_named_aisle_is_measured_as_the_booths_stand_now() -> None:
    rows = [
        Hall(id="h1", name="Hall", outline=rectangle(0, 0, 30_000, 20_000)),
        booth("a", "A", outline=rectangle(0, 0, 30_000, 6000)),
        booth("b", "B", outline=rectangle(0, 9000, 30_000, 6000)),
        Aisle(id="x", hall="h1", name="Lane", outline=rectangle(0, 6000, 30_000, 3000)),
    ]
    show = Show.of(rows)

    def width(*more: Row) -> int | None:
        found = measured(show.replaced([(None, row) for row in more]), show.aisles["x"])
        return found.width if found is not None else None

    assert width() == 3000
    assert width(Fixture(id="s", hall="h1", kind=FixtureKind.COLUMN, outline=rectangle(9000, 6000, 800, 800))) == 2200
    assert width(Fixture(id="p", hall="h1", kind=FixtureKind.POWER, outline=rectangle(9000, 6000, 800, 800))) == 3000
    assert width(booth("c", "C", outline=rectangle(9000, 6000, 800, 800), hall="h2")) == 3000
    assert measured(show.replaced([(show.booths["a"], None), (show.booths["b"], None)]), show.aisles["x"]) is None
