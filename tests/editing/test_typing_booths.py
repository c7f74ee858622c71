"""Open sides follow what adjoins, in the same change as the edit that brings it about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.editing.any_edit import CALLERS, attempt
from tests.shows import booth, content, shows

from hallwright.editing import booths, fittings
from hallwright.editing import floor as floor_edits
from hallwright.editing.change import Change
from hallwright.editing.converting import Shape, convert_fixtures
from hallwright.editing.floor import add_fixture
from hallwright.editing.typing_booths import Standing, standing, type_by_geometry, with_types
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Fixture, FixtureKind, Hall
from hallwright.geometry.outline import rectangle
from hallwright.support.errors import Refused


def floor(*more: Row) -> Show:
    """Return a hall with three booths in a row, typed."""
    rows = [booth(f"b{k}", f"A0{k}", 9000 + 3000 * k, 9000, open_sides=sides) for k, sides in enumerate((3, 2, 3))]
    return Show.of([Hall(id="h1", name="Hall", outline=rectangle(0, 0, 60_000, 40_000)), *rows, *more])


def sides(show: Show) -> dict[str, int]:
    return {key: row.open_sides for key, row in show.booths.items()}


def after(show: Show, change: Change) -> dict[str, int]:
    there = change.applied(show)
    assert content(change.inverse().applied(there)) == content(show)
    return sides(there)


def test_the_booth_that_leaves_opens_its_neighbour_in_the_same_change() -> None:
    show = floor()
    change = booths.move(show, ["b2"], 6000, 0)
    assert change.operation == "move-booths"
    assert after(show, change) == {"b0": 3, "b1": 3, "b2": 4}


def test_the_booth_that_arrives_closes_its_neighbour() -> None:
    show = floor(booth("n", "B01", 30_000, 9000, open_sides=4))
    assert after(show, booths.move(show, ["n"], -12_000, 0)) == {"b0": 3, "b1": 2, "b2": 2, "n": 3}


def test_a_booth_drawn_is_typed_with_its_neighbours_unless_its_sides_are_given() -> None:
    show = floor()
    drawn = booths.draw(show, "h1", rectangle(18_000, 9000, 3000, 3000))
    assert sorted(after(show, drawn).values()) == [2, 2, 3, 3]
    given_ = booths.draw(show, "h1", rectangle(30_000, 9000, 3000, 3000), open_sides=1)
    (row,) = (edit.after for edit in given_)
    assert isinstance(row, Booth)
    assert (row.open_sides, row.sides_fixed) == (1, True)


def test_deleting_and_reshaping_type_the_neighbours() -> None:
    show = floor()
    assert after(show, booths.delete(show, ["b1"])) == {"b0": 4, "b2": 4}
    assert after(show, booths.reshape(show, "b1", rectangle(12_000, 14_000, 3000, 3000))) == {"b0": 4, "b1": 4, "b2": 4}


def test_sides_set_by_hand_stay_until_they_are_released() -> None:
    show = booths.retype(floor(), ["b1"], open_sides=1).applied(floor())
    assert show.booths["b1"].sides_fixed
    show = booths.delete(show, ["b2"]).applied(show)
    assert show.booths["b1"].open_sides == 1
    assert not type_by_geometry(show, ["b1"])
    free = type_by_geometry(show, ["b1"], release=True).applied(show)
    assert (free.booths["b1"].open_sides, free.booths["b1"].sides_fixed) == (3, False)


def test_typing_names_what_it_types_and_refuses_what_is_gone() -> None:
    show = floor(booth("n", "B01", 30_000, 9000))
    change = type_by_geometry(show, show.booths)
    assert (change.operation, change.summary, change.ids()) == (
        "type-booths",
        "Type 4 booths by geometry",
        frozenset({"n"}),
    )
    assert type_by_geometry(show, ["n"]).summary == "Type B01 by geometry"
    with pytest.raises(Refused, match="no longer exists"):
        type_by_geometry(show, ["gone"])


def test_a_change_that_moves_no_outline_comes_back_as_it_is() -> None:
    show = floor()
    change = booths.annotate(show, "b1", "ramp")
    assert with_types(show, change) is change


def test_booths_of_another_hall_at_the_same_place_do_not_matter() -> None:
    show = floor(
        Hall(id="h2", name="Hall 2", outline=rectangle(0, 0, 60_000, 40_000)),
        booth("o", "A01", 18_000, 9000, hall="h2", open_sides=4),
    )
    assert after(show, booths.move(show, ["o"], 0, 100)) == {"b0": 3, "b1": 2, "b2": 3, "o": 4}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([booth("x", "X", 9000, 9000)], Standing("island", 4, 12_000, perimeter=False)),
        ([booth("x", "X", 0, 9000), booth("y", "Y", 0, 6000), booth("z", "Z", 0, 12_000)], "perimeter"),
        ([booth("x", "X", 9000, 9000), booth("y", "Y", 12_000, 9000), booth("z", "Z", 9000, 12_000)], "corner"),
        (
            [booth("x", "X", 9000, 9000), booth("y", "Y", 9000, 12_000, outline=rectangle(9000, 12_000, 9000, 9000))],
            "end-cap",
        ),
        (
            [
                booth("x", "X", outline=rectangle(9000, 9000, 6000, 6000)),
                booth("y", "Y", outline=rectangle(15_000, 9000, 6000, 6000)),
            ],
            "split-island",
        ),
        (
            [
                booth("x", "X", outline=rectangle(9000, 9000, 6000, 6000)),
                booth("y", "Y", outline=rectangle(15_000, 9000, 3000, 3000)),
                booth("z", "Z", outline=rectangle(15_000, 12_000, 3000, 3000)),
            ],
            "peninsula",
        ),
    ],
)
def test_how_a_booth_stands(rows: list[Booth], expected: Standing | str) -> None:
    show = Show.of([Hall(id="h1", name="Hall", outline=rectangle(0, 0, 60_000, 40_000)), *rows])
    found = standing(show, "x")
    assert found is not None
    assert found == expected if isinstance(expected, Standing) else found.kind == expected


def test_a_wall_behind_makes_a_perimeter_booth_and_sides_by_hand_name_the_type() -> None:
    wall = Fixture(id="w", hall="h1", kind=FixtureKind.WALL, outline=rectangle(0, 8500, 60_000, 300))
    show = floor(wall)
    assert standing(show, "b1") == Standing("perimeter", 1, 3000, perimeter=True)
    by_hand = booths.retype(show, ["b1"], open_sides=4).applied(show)
    assert standing(by_hand, "b1") == Standing("island", 1, 3000, perimeter=True)
    assert standing(show, "gone") is None


def test_a_wall_closes_the_booths_before_it_and_opens_them_when_it_goes() -> None:
    show = floor()
    change = add_fixture(show, "h1", FixtureKind.WALL, rectangle(0, 8500, 60_000, 300))
    assert after(show, change) == {"b0": 2, "b1": 1, "b2": 2}
    walled = change.applied(show)
    (wall,) = walled.fixtures
    assert change.ids() == {wall, "b0", "b1", "b2"}
    assert after(walled, fittings.move_item(walled, wall, 0, -6000)) == sides(show)
    assert after(walled, fittings.reshape_item(walled, wall, rectangle(0, 8500, 9000, 300))) == sides(show)
    assert after(walled, fittings.amend_item(walled, wall, kind="column")) == sides(show)
    assert after(walled, fittings.delete_item(walled, wall)) == sides(show)
    # A room in place of the wall closes as much; only what stands behind it is told otherwise.
    assert fittings.amend_item(walled, wall, kind="stage").ids() == {wall}


def test_columns_and_drops_type_nobody() -> None:
    show = floor()
    for kind in (FixtureKind.COLUMN, FixtureKind.POWER, FixtureKind.SEATING):
        assert len(add_fixture(show, "h1", kind, rectangle(0, 8500, 60_000, 300)).edits) == 1


def test_a_wall_of_the_hall_that_comes_nearer_closes_booths() -> None:
    show = floor()
    near = rectangle(0, 8500, 60_000, 31_500)
    for change in (fittings.reshape_item(show, "h1", near), floor_edits.amend_hall(show, "h1", outline=near)):
        assert after(show, change) == {"b0": 2, "b1": 1, "b2": 2}
    small = rectangle(0, 0, 16_000, 40_000)
    assert after(show, fittings.reshape_item(show, "h1", small)) == {"b0": 3, "b1": 2, "b2": 0}
    assert fittings.reshape_item(show, "h1", rectangle(-9000, 0, 69_000, 40_000)).ids() == {"h1"}


def test_walls_of_a_drawing_type_what_stands_before_them() -> None:
    show = floor()
    shapes = [Shape(rectangle(0, 8500, 60_000, 300)), Shape(rectangle(0, 12_200, 11_000, 300))]
    assert after(show, convert_fixtures(show, "h1", shapes, FixtureKind.WALL)) == {"b0": 1, "b1": 1, "b2": 2}


@given(st.data())
def test_after_any_edit_of_typed_booths_all_are_still_typed(data: st.DataObject) -> None:
    show = data.draw(shows())
    show = type_by_geometry(show, show.booths).applied(show)
    name = data.draw(st.sampled_from(sorted(CALLERS)))
    change = attempt(data.draw, show, name)
    if change is not None:
        there = change.applied(show)
        assert not type_by_geometry(there, there.booths)
