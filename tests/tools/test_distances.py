"""What a gesture tells of the floor around it."""

from dataclasses import replace

from tests.tools.scripting import Script

from hallwright.drawing.columns import BoothColumns
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Fixture, FixtureKind, Hall
from hallwright.geometry.outline import Outline, rectangle
from hallwright.geometry.units import Unit
from hallwright.tools.distances import distances
from hallwright.tools.draw_booth import DrawBooth
from hallwright.tools.draw_zone import DrawZone
from hallwright.tools.edit_floor import EditFloor
from hallwright.tools.generate import Generate
from hallwright.tools.reshape import Reshape
from hallwright.tools.select import Select
from hallwright.tools.tool import Answer, Guide, Pointer, Scene, Sign

HALL = rectangle(0, 0, 40_000, 30_000)


def scene_of(*rows: Row, hall: Outline = HALL, unit: Unit = Unit.M) -> Scene:
    show = Show.of([Hall(id="h", name="Hall 1", outline=hall), *rows])
    return Scene(show, "h", BoothColumns.of(show, "h"), unit=unit)


def booth(key: str, outline: Outline) -> Booth:
    return Booth(id=key, hall="h", number=key, outline=outline)


def told(scene: Scene, *outlines: Outline, moving: frozenset[str] = frozenset()) -> dict[str, tuple[float, ...]]:
    found = distances(scene, outlines, moving)
    assert all(guide.sign is Sign.DISTANCE for guide in found)
    return {guide.text: (guide.x1, guide.y1, guide.x2, guide.y2) for guide in found}


def lengths(answer: Answer) -> list[str]:
    assert answer.preview is not None
    return [guide.text for guide in answer.preview.guides if guide.sign is Sign.DISTANCE]


def test_the_nearest_neighbour_or_wall_on_each_side_is_told_where_both_face_each_other() -> None:
    scene = scene_of(
        booth("a", rectangle(10_000, 10_000, 3000, 3000)), booth("far", rectangle(5000, 11_500, 3000, 3000))
    )
    found = told(scene, rectangle(15_500, 12_000, 3000, 3000))
    # Left booth a, in the middle of the metre that both share; nothing else is near but the wall above.
    assert found == {"2.5 m": (13_000, 12_500, 15_500, 12_500), "12 m": (17_000, 0, 17_000, 12_000)}


def test_what_adjoins_or_lies_farther_than_12_m_is_not_told() -> None:
    scene = scene_of(booth("a", rectangle(10_000, 10_000, 3000, 3000)))
    assert told(scene, rectangle(13_000, 10_000, 3000, 3000)) == {"10 m": (14_500, 0, 14_500, 10_000)}


def test_of_a_group_the_part_that_is_nearest_is_measured_and_never_what_moves_along() -> None:
    scene = scene_of(
        booth("a", rectangle(10_000, 10_000, 3000, 3000)),
        booth("b", rectangle(16_000, 13_000, 3000, 3000)),
        booth("c", rectangle(20_000, 10_000, 3000, 3000)),
    )
    group = rectangle(13_500, 10_000, 3000, 3000), rectangle(16_000, 13_000, 3000, 3000)
    found = told(scene, *group, moving=frozenset({"b"}))
    assert found["0.5 m"] == (13_000, 11_500, 13_500, 11_500)
    assert found["3.5 m"] == (16_500, 11_500, 20_000, 11_500)


def test_slanting_booths_and_walls_are_measured_straight_ahead() -> None:
    slanting = ((0, 0), (40_000, 0), (40_000, 30_000), (20_000, 30_000), (0, 10_000))
    diamond = booth("d", ((30_000, 20_000), (33_000, 23_000), (30_000, 26_000), (27_000, 23_000)))
    found = told(scene_of(diamond, hall=slanting), rectangle(16_000, 22_000, 4000, 2000))
    # At y = 23 m the wall stands at x = 13 m, and the diamond has its tip at x = 27 m; at x = 18 m it stands at 28 m.
    assert found == {
        "3 m": (13_000, 23_000, 16_000, 23_000),
        "7 m": (20_000, 23_000, 27_000, 23_000),
        "4 m": (18_000, 24_000, 18_000, 28_000),
    }


def test_fixtures_count_and_feet_are_told_in_feet() -> None:
    column = Fixture(id="c", hall="h", kind=FixtureKind.COLUMN, outline=rectangle(10_000, 11_000, 800, 800))
    found = told(scene_of(column, unit=Unit.FT), rectangle(13_848, 10_000, 3000, 3000))
    assert found["10′"] == (10_800, 11_400, 13_848, 11_400)


def test_a_distance_that_snapping_told_is_not_told_again() -> None:
    scene = scene_of(booth("a", rectangle(10_000, 10_000, 3000, 3000)))
    snapped = (Guide(13_000, 11_500, 15_400, 11_500, Sign.SPACING, "2.4 m"),)
    found = distances(scene, [rectangle(15_400, 10_000, 3000, 3000)], frozenset(), snapped)
    assert [guide.text for guide in found] == ["2.4 m", "10 m"]


def test_every_tool_that_draws_moves_or_resizes_tells_distances(show: Show) -> None:
    select = Script(show, Select())
    assert lengths(select.hold((21_000, 16_000), (25_000, 20_700))) == ["12 m", "7.3 m"]
    assert lengths(Script(show, DrawBooth()).hold((25_000, 4000), (28_000, 7000))) == ["12 m", "4 m"]
    assert lengths(Script(show, DrawZone()).hold((26_000, 4000), (29_000, 8000))) == ["11 m", "4 m"]
    assert lengths(Script(show, Generate()).hold((26_000, 4000), (33_000, 11_000)))[-1] == "4 m"
    reshape = Script(show, Reshape())
    reshape.selection = frozenset({"far"})
    assert lengths(reshape.hold((24_000, 18_000), (30_000, 19_000))) == ["10 m", "11 m"]


def test_a_fixture_that_is_moved_keeps_no_distance_to_where_it_was(show: Show) -> None:
    column = Fixture(id="c", hall="h", kind=FixtureKind.COLUMN, outline=rectangle(30_000, 20_000, 800, 800))
    script = Script(show.replaced([(None, column)]), EditFloor())
    scene = replace(script.scene(), item="c")
    tool = script.tool
    tool.press(scene, Pointer(30_100, 20_400, 10.0))
    answer = tool.drag(scene, Pointer(32_100, 20_400, 10.0))
    assert lengths(answer) == ["7.2 m", "9.2 m"]
