from hypothesis import given
from hypothesis import strategies as st
from tests.tools.scripting import Script

from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, FixtureKind
from hallwright.expo.supplies import supplied
from hallwright.geometry.outline import area, bounds, centre, rectangle
from hallwright.rules.rulebook import check
from hallwright.tools.place_fixture import PlaceFixture, on_wall

HALL = rectangle(0, 0, 40_000, 30_000)


def test_a_click_places_the_usual_size(show: Show) -> None:
    script = Script(show, PlaceFixture())
    script.drag((30_030, 20_010))
    (column,) = script.show.fixtures.values()
    assert column.kind is FixtureKind.COLUMN
    assert bounds(column.outline) == (29_600, 19_600, 30_400, 20_400)


def test_a_drag_draws_the_size(show: Show) -> None:
    tool = PlaceFixture()
    tool.kind = "stage"
    script = Script(show, tool)
    held = script.hold((20_000, 22_000), (32_000, 28_000))
    assert held.preview is not None
    assert (held.preview.caption, held.preview.role) == ("12 × 6 m", "fixture.stage")
    script.take(script.tool.release(script.scene(), script.last))
    (stage,) = script.show.fixtures.values()
    assert bounds(stage.outline) == (20_000, 22_000, 32_000, 28_000)


def test_a_door_goes_to_the_nearest_wall(show: Show) -> None:
    tool = PlaceFixture()
    tool.kind = "fire-exit"
    script = Script(show, tool)
    script.drag((37_000, 12_000))
    (door,) = script.show.fixtures.values()
    assert bounds(door.outline) == (39_800, 11_000, 40_200, 13_000)


@given(st.integers(-5_000, 45_000), st.integers(-5_000, 35_000))
def test_a_door_always_lies_on_the_wall_with_its_full_width(x: int, y: int) -> None:
    door = on_wall(HALL, x, y, 3000, 400)
    cx, cy = centre(door)
    assert min(abs(cx), abs(cx - 40_000), abs(cy), abs(cy - 30_000)) <= 1
    assert area(door) == 3000 * 400
    assert bounds(HALL).grown(200).touches(bounds(door))


def test_drops_are_placed_in_booths_without_a_finding(show: Show) -> None:
    tool = PlaceFixture()
    script = Script(show, tool)
    before = check(show)
    for k, kind in enumerate(sorted(DROPS)):
        tool.kind = kind
        script.drag((3500 + 700 * k, 3500))
    booth = script.show.booths["b0"]
    assert {drop.kind for drop in supplied(script.show)[booth.id]} == DROPS
    assert script.show.booths["b0"] == booth
    assert check(script.show) == before


def test_a_wall_is_typed_as_thin_as_it_is(show: Show) -> None:
    tool = PlaceFixture()
    tool.kind = "wall"
    script = Script(show, tool)
    script.hold((5000, 15_000), (9000, 15_300))
    for sign in "7.25x0.05":
        assert tool.takes(sign)
        script.take(tool.type(script.scene(), sign))
    script.take(tool.key(script.scene(), "enter"))
    (wall,) = script.show.fixtures.values()
    assert wall.outline == rectangle(5000, 15_000, 7250, 50)
    assert not tool.takes("1")
