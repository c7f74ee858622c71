from dataclasses import replace

import pytest
from tests.tools.scripting import Script

from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Fixture, FixtureKind, Zone
from hallwright.geometry.outline import area, bounds, rectangle
from hallwright.support.errors import Refused
from hallwright.tools.edit_floor import EditFloor
from hallwright.tools.tool import Answer, Scene


class FloorScript(Script):
    """Keeps the selected floor item, too."""

    item = ""

    def scene(self) -> Scene:
        return replace(super().scene(), item=self.item)

    def take(self, answer: Answer | None) -> Answer:
        assert answer is not None
        self.item = self.item if answer.item is None else answer.item
        return super().take(answer)


@pytest.fixture
def script(show: Show) -> FloorScript:
    zone = Zone(id="z", hall="h", name="Innovation", colour="#97d3a4", outline=rectangle(0, 0, 20_000, 12_000))
    column = Fixture(id="c", hall="h", kind=FixtureKind.COLUMN, outline=rectangle(15_000, 8_000, 800, 800))
    return FloorScript(show.replaced([(None, zone), (None, column)]), EditFloor())


def test_a_click_selects_the_fixture_before_the_zone_before_the_hall(script: FloorScript) -> None:
    script.drag((15_400, 8_400))
    assert script.item == "c"
    script.drag((10_000, 10_000))
    assert script.item == "z"
    script.drag((30_000, 25_000))
    assert script.item == "h"
    script.drag((90_000, 90_000))
    assert script.item == ""


def test_a_fixture_is_dragged_and_snaps_to_the_grid(script: FloorScript) -> None:
    script.drag((15_400, 8_400), (25_000, 20_000), (25_430, 20_380))
    assert bounds(script.show.fixtures["c"].outline)[:2] == (25_000, 20_000)


def test_the_hall_itself_is_never_moved_by_a_drag(script: FloorScript) -> None:
    assert script.drag((30_000, 25_000), (35_000, 28_000)).change is None
    assert bounds(script.show.halls["h"].outline) == (0, 0, 40_000, 30_000)


def test_a_zone_is_resized_by_its_corner(script: FloorScript) -> None:
    script.drag((10_000, 10_000))
    held = script.hold((20_000, 12_000), (24_010, 14_990))
    assert held.preview is not None
    assert held.preview.caption == "24 × 15 m   360 m²"
    script.take(script.tool.release(script.scene(), script.last))
    assert bounds(script.show.zones["z"].outline) == (0, 0, 24_000, 15_000)


def test_the_hall_gets_a_notch_corner_by_corner(script: FloorScript) -> None:
    script.drag((30_000, 25_000))
    # Two corners on the right wall, then the outer one is dragged inwards.
    script.drag((40_000, 20_000), ctrl=True)
    assert len(script.show.halls["h"].outline) == 5
    script.drag((40_000, 30_000), (30_000, 30_000), alt=False)
    hall = script.show.halls["h"]
    assert area(hall.outline) == 40_000 * 30_000 - 10_000 * 10_000 / 2
    script.drag((40_000, 20_000), alt=True)
    assert len(script.show.halls["h"].outline) == 4


def test_an_outline_that_would_cross_itself_is_refused(script: FloorScript) -> None:
    script.drag((30_000, 25_000))
    script.drag((40_000, 20_000), ctrl=True)
    before = script.show
    with pytest.raises(Refused, match="crosses itself"):
        script.drag((40_000, 20_000), (-5_000, 10_000))
    assert script.show is before


def test_arrows_nudge_what_is_selected(script: FloorScript) -> None:
    script.drag((15_400, 8_400))
    script.take(script.tool.key(script.scene(), "right"))
    assert bounds(script.show.fixtures["c"].outline)[:2] == (15_100, 8_000)


def test_a_drop_is_picked_by_its_symbol(script: FloorScript) -> None:
    drop = Fixture(id="d", hall="h", kind=FixtureKind.POWER, outline=rectangle(4000, 4000, 100, 100))
    script.show = script.show.replaced([(None, drop)])
    script.drag((4250, 4100))
    assert script.item == "d"
    script.drag((5000, 4100))
    assert script.item == "z"


def test_a_selected_aisle_shows_where_it_is_narrowest(script: FloorScript) -> None:
    aisle = Aisle(id="a", hall="h", name="Lane", outline=rectangle(0, 6000, 15_000, 2000))
    wall = Fixture(id="w", hall="h", kind=FixtureKind.WALL, outline=rectangle(0, 8000, 15_000, 200))
    script.show = script.show.replaced([(None, aisle), (None, wall)])
    answer = script.hold((4000, 7000))
    assert script.item == "a"
    assert answer.preview is not None
    assert answer.preview.notes[0].text == "2 m"
    (line,) = answer.preview.guides
    assert {line.y1, line.y2} == {6000, 8000}
    script.take(script.tool.release(script.scene(), script.last))
    script.drag((4000, 7000), (4000, 7500))
    assert bounds(script.show.aisles["a"].outline)[1] == 6500


def test_a_dragged_corner_catches_the_corners_of_others(script: FloorScript) -> None:
    odd = Zone(
        id="o", hall="h", name="Odd", colour="#97d3a4", outline=((21_033, 12_047), (30_000, 13_000), (25_000, 20_000))
    )
    script.show = script.show.replaced([(None, odd)])
    script.drag((2_000, 2_000))
    script.drag((20_000, 12_000), (21_000, 12_080))
    assert script.show.zones["z"].outline[2] == (21_033, 12_047)
