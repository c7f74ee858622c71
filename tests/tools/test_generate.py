from dataclasses import replace

import pytest
from tests.tools.scripting import Script

from hallwright.editing.layout import Layout
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Zone
from hallwright.geometry.outline import bounds, is_box, rectangle
from hallwright.support.errors import Refused
from hallwright.tools.generate import Generate
from hallwright.tools.tool import Pointer, Verdict


@pytest.fixture
def zoned(show: Show) -> Show:
    zone = Zone(id="z", hall="h", name="West", colour="#336699", outline=rectangle(2000, 9000, 16_000, 18_000))
    return show.replaced([(None, zone)])


def made(script: Script, show: Show) -> list[Booth]:
    return [booth for key, booth in script.show.booths.items() if key not in show.booths]


def test_a_drag_shows_the_count_and_net_area_and_then_makes_one_change(show: Show) -> None:
    script = Script(show, Generate())
    held = script.hold((4000, 16_020), (9000, 20_000), (16_010, 24_960))
    assert held.preview is not None
    assert held.preview.caption == "8 booths   72 m² net   67%"
    assert len(held.preview.outlines) == 8
    assert held.preview.band == (4000, 16_000, 16_000, 25_000)
    answer = script.take(script.tool.release(script.scene(), script.last))
    assert answer.select_made
    assert answer.edit is not None
    assert (answer.rows, len(answer.edit().edits)) == (8, 8)
    assert {booth.outline for booth in made(script, show)} == set(held.preview.outlines.values())


def test_rows_are_numbered_after_those_in_the_hall(show: Show) -> None:
    script = Script(show, Generate())
    script.drag((4000, 16_000), (10_000, 22_000))
    assert sorted(booth.number for booth in made(script, show)) == ["C01", "C02", "D01", "D02"]


def test_typed_lengths_are_taken_in_metres_and_feet(show: Show) -> None:
    tool = Generate()
    tool.width, tool.depth, tool.aisle = "10 ft", "2", "1,5"
    assert (tool.layout.width, tool.layout.depth, tool.layout.aisle) == (3048, 2000, 1500)
    assert tool.layout.wall_aisle == 1500
    tool.layout = replace(Layout(), width=4500, wall_aisle=1000)
    assert (tool.width, tool.depth, tool.aisle) == ("4.5", "3", "3")
    tool.aisle = "4"
    assert tool.layout.wall_aisle == 1000


def test_what_is_no_length_is_said_at_once_and_refused(show: Show) -> None:
    tool = Generate()
    tool.width = "wide"
    script = Script(show, tool)
    held = script.hold((4000, 16_000), (16_000, 25_000))
    assert held.preview is not None
    assert held.preview.caption == "The booth width 'wide' is not a length"
    with pytest.raises(Refused, match="Type a length"):
        script.take(tool.release(script.scene(), script.last))
    assert script.show is show


def test_a_click_fills_the_zone_around_what_stands_there(zoned: Show) -> None:
    tool = Generate()
    script = Script(zoned, tool)
    shown = tool.hover(script.scene(), Pointer(5000, 20_000, 10.0)).preview
    assert shown is not None
    assert shown.caption.startswith("West: ")
    script.drag((5000, 20_000))
    boxes = [bounds(booth.outline) for booth in made(script, zoned)]
    assert len(boxes) == len(shown.outlines) > 10
    assert min(box.left for box in boxes) == 3000
    assert all(box.top >= 9000 and box.right <= 18_000 and box.bottom <= 27_000 for box in boxes)


def test_alt_click_fills_the_hall(zoned: Show) -> None:
    script = Script(zoned, Generate())
    shown = script.tool.hover(script.scene(), Pointer(30_000, 5000, 10.0, alt=True)).preview
    assert shown is not None
    assert shown.caption.startswith("Hall 1: ")
    script.drag((30_000, 5000), alt=True)
    assert len(made(script, zoned)) == len(shown.outlines) > 40


def test_a_click_beside_the_zones_is_refused(zoned: Show) -> None:
    tool = Generate()
    script = Script(zoned, tool)
    assert tool.hover(script.scene(), Pointer(30_000, 5000, 10.0)).preview is None
    with pytest.raises(Refused, match="no zone to fill"):
        script.drag((30_000, 5000))


def test_a_pointer_that_rests_plans_once_and_a_changed_plan_anew(zoned: Show) -> None:
    tool = Generate()
    script = Script(zoned, tool)
    at = Pointer(5000, 20_000, 10.0)
    before = tool.hover(script.scene(), at).preview
    again = tool.hover(script.scene(), at).preview
    assert before is not None
    assert again is not None
    assert next(iter(before.outlines.values())) is next(iter(again.outlines.values()))
    tool.width = "6"
    wider = tool.hover(script.scene(), at).preview
    assert wider is not None
    assert len(wider.outlines) < len(before.outlines)


def test_escape_gives_the_filling_up(show: Show) -> None:
    script = Script(show, Generate())
    script.hold((4000, 16_000), (16_000, 25_000))
    assert script.take(script.tool.key(script.scene(), "escape")).verdict is Verdict.REVERT
    assert script.take(script.tool.release(script.scene(), script.last)).edit is None
    assert script.tool.key(script.scene(), "escape") is None


def test_a_typed_angle_and_a_row_along_the_walls_fill_the_hall(show: Show) -> None:
    tool = Generate()
    tool.layout = Layout(perimeter=True)
    tool.turn = "30"
    assert (tool.layout.slant, tool.layout.perimeter) == (30.0, True)
    script = Script(show, tool)
    script.drag((30_000, 25_000), alt=True)
    outlines = [booth.outline for booth in made(script, show)]
    assert sum(bounds(outline).bottom == 30_000 for outline in outlines) > 8
    assert any(not is_box(outline) for outline in outlines)
    tool.turn = "steep"
    with pytest.raises(Refused, match="'steep' is no angle in degrees"):
        script.drag((30_000, 25_000), alt=True)


def test_ctrl_click_turns_the_rows_along_the_edge_under_the_pointer(show: Show) -> None:
    slanted = Zone(id="z", hall="h", name="W", colour="#336699", outline=((0, 10_000), (20_000, 20_000), (0, 29_000)))
    show = show.replaced([(None, slanted)])
    tool = Generate()
    script = Script(show, tool)
    seen = tool.hover(script.scene(), Pointer(10_000, 15_010, 10.0, ctrl=True)).preview
    assert seen is not None
    assert seen.caption == "Rows along this edge, turned by 26.57°"
    assert [(guide.x1, guide.y2) for guide in seen.guides] == [(0, 20_000)]
    script.drag((10_000, 15_010), ctrl=True)
    assert script.show is show
    assert tool.turn == "26.57°"
    # As exact as the edge is, not as the text shows it.
    assert tool.layout.slant == pytest.approx(26.5651, abs=1e-4)
    with pytest.raises(Refused, match="There is no edge here"):
        script.drag((30_000, 20_000), ctrl=True)
