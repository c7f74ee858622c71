import pytest
from tests.tools.scripting import Script

from hallwright.editing import booths
from hallwright.editing.floor import amend_hall
from hallwright.expo.show import Show
from hallwright.expo.space import FixtureKind, Zone
from hallwright.geometry.outline import Outline
from hallwright.support.errors import Refused
from hallwright.tools.draw_polygon import DrawPolygon
from hallwright.tools.tool import Answer, Pointer, Verdict


@pytest.fixture
def script(show: Show) -> Script:
    return Script(show, DrawPolygon())


def click(script: Script, x: float, y: float, *, shift: bool = False, alt: bool = False) -> Answer:
    return script.drag((x, y), shift=shift, alt=alt)


def hover(script: Script, x: float, y: float, *, shift: bool = False) -> Answer:
    return script.take(script.tool.hover(script.scene(), Pointer(x, y, 10.0, shift=shift)))


def made(script: Script, before: Show) -> Outline | None:
    return next((row.outline for key, row in script.show.booths.items() if key not in before.booths), None)


def test_clicked_corners_closed_with_enter_make_a_numbered_booth(script: Script, show: Show) -> None:
    for x, y in ((5030, 15_000), (9000, 14_980), (9000, 17_000), (5000, 19_000)):
        click(script, x, y)
    answer = script.take(script.tool.key(script.scene(), "enter"))
    assert answer.verdict is Verdict.COMMIT
    assert answer.select_made
    assert made(script, show) == ((5000, 15_000), (9000, 15_000), (9000, 17_000), (5000, 19_000))
    assert {row.number for key, row in script.show.booths.items() if key not in show.booths} == {"A04"}


def test_a_click_on_the_first_corner_closes(script: Script, show: Show) -> None:
    for x, y in ((5000, 15_000), (9000, 15_000), (5000, 19_000)):
        click(script, x, y)
    near = hover(script, 5040, 15_050)
    assert near.preview is not None
    assert near.preview.caption == "Close   8 m²"
    click(script, 5040, 15_050)
    assert made(script, show) == ((5000, 15_000), (9000, 15_000), (5000, 19_000))


def test_a_double_click_closes_with_the_corner_of_its_first_click(script: Script, show: Show) -> None:
    for x, y in ((5000, 15_000), (9000, 15_000), (9000, 19_000)):
        click(script, x, y)
    script.take(script.tool.double(script.scene(), Pointer(9000, 19_000)))
    assert made(script, show) == ((5000, 15_000), (9000, 15_000), (9000, 19_000))


def test_the_length_and_the_area_show_while_it_is_drawn(script: Script) -> None:
    click(script, 5000, 15_000)
    first = hover(script, 9000, 15_000).preview
    assert first is not None
    assert (first.caption, first.outlines) == ("4 m", {})
    click(script, 9000, 15_000)
    second = hover(script, 9000, 18_000).preview
    assert second is not None
    assert second.caption == "3 m   6 m²"
    assert second.outlines == {"": ((5000, 15_000), (9000, 15_000), (9000, 18_000))}


def test_a_side_that_crosses_another_is_refused_while_drawing(script: Script, show: Show) -> None:
    for x, y in ((5000, 15_000), (9000, 15_000), (9000, 19_000)):
        click(script, x, y)
    answer = hover(script, 7000, 13_000)
    assert answer.preview is not None
    assert answer.preview.caption == "The outline would cross itself"
    assert answer.preview.conflicts == {""}
    click(script, 7000, 13_000)
    click(script, 5000, 19_000)
    script.take(script.tool.key(script.scene(), "enter"))
    assert made(script, show) == ((5000, 15_000), (9000, 15_000), (9000, 19_000), (5000, 19_000))


def test_a_closing_side_that_would_cross_keeps_the_corners_to_be_corrected(script: Script, show: Show) -> None:
    inner = ((5000, 15_000), (12_000, 15_000), (12_000, 22_000), (3000, 22_000), (3000, 12_000))
    for x, y in (*inner, (14_000, 12_000), (14_000, 18_000)):
        click(script, x, y, alt=True)
    answer = script.take(script.tool.key(script.scene(), "enter"))
    assert answer.verdict is Verdict.KEEP
    assert answer.preview is not None
    assert answer.preview.caption == "The outline crosses itself"
    assert made(script, show) is None
    for _ in range(2):
        script.tool.key(script.scene(), "backspace")
    script.take(script.tool.key(script.scene(), "enter"))
    assert made(script, show) == inner


def test_backspace_takes_corners_back_and_at_last_the_gesture(script: Script, show: Show) -> None:
    click(script, 5000, 15_000)
    click(script, 9000, 15_000)
    back = script.take(script.tool.key(script.scene(), "backspace"))
    assert back.preview is not None
    assert back.preview.handles == ((5000, 15_000),)
    assert script.take(script.tool.key(script.scene(), "backspace")).verdict is Verdict.REVERT
    assert script.tool.key(script.scene(), "backspace") is None


def test_esc_gives_up_and_enter_alone_is_left_to_others(script: Script, show: Show) -> None:
    assert script.tool.key(script.scene(), "enter") is None
    click(script, 5000, 15_000)
    assert script.tool.key(script.scene(), "left") is None
    assert script.take(script.tool.key(script.scene(), "escape")).verdict is Verdict.REVERT
    assert script.show is show


def test_two_corners_are_no_outline(script: Script, show: Show) -> None:
    click(script, 5000, 15_000)
    click(script, 9000, 15_000)
    answer = script.take(script.tool.key(script.scene(), "enter"))
    assert answer.preview is not None
    assert answer.preview.caption == "The outline has fewer than three corners"
    assert made(script, show) is None


def test_shift_draws_in_steps_of_45_degrees(script: Script, show: Show) -> None:
    click(script, 5000, 15_000)
    click(script, 9000, 15_700, shift=True)
    click(script, 11_000, 17_100, shift=True)
    click(script, 11_300, 22_000, shift=True)
    script.take(script.tool.key(script.scene(), "enter"))
    outline = made(script, show)
    assert outline is not None
    first, second, third, fourth = outline
    assert first[1] == second[1]
    assert third[0] - second[0] == third[1] - second[1]
    assert fourth[0] == third[0]


def test_corners_line_up_with_own_corners(script: Script, show: Show) -> None:
    for x, y in ((5050, 15_050), (9000, 15_000), (9000, 19_000)):
        click(script, x, y, alt=True)
    click(script, 5060, 18_970)
    script.take(script.tool.key(script.scene(), "enter"))
    assert made(script, show) == ((5050, 15_050), (9000, 15_000), (9000, 19_000), (5050, 19_000))


def test_what_the_edit_refuses_keeps_the_corners(script: Script, show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Refused("A booth is at least 300 mm wide and deep")

    for x, y in ((5000, 15_000), (9000, 15_000), (9000, 19_000)):
        click(script, x, y)
    monkeypatch.setattr(booths, "draw", refuse)
    answer = script.take(script.tool.key(script.scene(), "enter"))
    assert answer.preview is not None
    assert answer.preview.caption == "A booth is at least 300 mm wide and deep"
    monkeypatch.undo()
    script.take(script.tool.key(script.scene(), "enter"))
    assert made(script, show) is not None


SLANTED = ((7033, 14_017), (9000, 14_000), (9000, 15_000))
PENTAGON = ((5000, 15_000), (9000, 15_000), (11_000, 18_000), (9000, 21_000), (5000, 21_000))


@pytest.fixture
def tool(script: Script) -> DrawPolygon:
    assert isinstance(script.tool, DrawPolygon)
    return script.tool


def draw(script: Script, corners: Outline = PENTAGON) -> Answer:
    for x, y in corners:
        click(script, x, y)
    return script.take(script.tool.key(script.scene(), "enter"))


def test_a_zone_with_any_outline_is_drawn_by_the_same_clicks(script: Script, tool: DrawPolygon) -> None:
    tool.what, tool.called = "zone", " Robots "
    answer = draw(script)
    assert answer.select_made
    (zone,) = script.show.zones.values()
    assert (zone.name, zone.outline, tool.called) == ("Robots", PENTAGON, "")
    draw(script, ((20_000, 20_000), (24_000, 20_000), (24_000, 24_000)))
    assert [row.name for row in script.show.zones.values()] == ["Robots", "Zone 2"]


def test_what_is_no_booth_clashes_with_none(script: Script, tool: DrawPolygon) -> None:
    tool.what = "no-build"
    for x, y in ((2000, 2000), (7000, 2000)):
        click(script, x, y)
    shown = hover(script, 7000, 7000).preview
    assert shown is not None
    assert (shown.role, shown.conflicts) == ("fixture.no-build", frozenset())
    click(script, 7000, 7000)
    script.take(script.tool.key(script.scene(), "enter"))
    (area_,) = script.show.fixtures.values()
    assert (area_.kind, area_.outline) == (FixtureKind.NO_BUILD, ((2000, 2000), (7000, 2000), (7000, 7000)))


def test_the_hall_s_outline_is_drawn_anew_and_its_booths_stay(script: Script, tool: DrawPolygon, show: Show) -> None:
    tool.what = "hall-outline"
    tip = ((0, 0), (40_000, 0), (40_000, 20_000), (20_000, 30_000), (0, 30_000))
    draw(script, tip)
    assert script.show.halls["h"].outline == tip
    assert script.show.booths.keys() == show.booths.keys()


def test_another_hall_is_drawn_on_the_same_storey_with_a_free_name(script: Script, tool: DrawPolygon) -> None:
    script.show = amend_hall(script.show, "h", storey="2F").applied(script.show)
    tool.what = "new-hall"
    draw(script)
    draw(script)
    assert [(hall.name, hall.storey) for hall in script.show.halls.values()] == [
        ("Hall 1", "2F"),
        ("Hall 2", "2F"),
        ("Hall 3", "2F"),
    ]


def test_a_name_that_is_taken_is_said_and_corners_and_name_stay(script: Script, tool: DrawPolygon) -> None:
    tool.what, tool.called = "new-hall", "Hall 1"
    answer = draw(script)
    assert answer.preview is not None
    assert answer.preview.caption == "There is a hall Hall 1 already"
    assert (tool.called, answer.preview.handles) == ("Hall 1", PENTAGON)
    tool.called = "Hall 1a"
    script.take(tool.key(script.scene(), "enter"))
    assert len(script.show.halls) == 2


def test_corners_of_what_stands_there_are_caught(script: Script, tool: DrawPolygon, show: Show) -> None:
    slanted = Zone(id="z", hall="h", name="Z", colour="#97d3a4", outline=SLANTED)
    script.show = show.replaced([(None, slanted)])
    tool.what = "zone"
    for x, y in ((7010, 14_050), (11_000, 18_000), (7020, 20_000)):
        click(script, x, y)
    script.take(script.tool.key(script.scene(), "enter"))
    drawn = next(row for key, row in script.show.zones.items() if key != "z")
    assert drawn.outline[0] == SLANTED[0]
    script.snap = False
    click(script, 7010, 14_050)
    last = hover(script, 9000, 15_000).preview
    assert last is not None
    assert last.handles == ((7010, 14_050),)


def test_the_sides_of_a_booth_are_typed_and_what_it_would_cover_is_shown(script: Script, show: Show) -> None:
    click(script, 1000, 1000)
    hover(script, 2000, 1010)
    assert script.tool.takes("8")
    script.take(script.tool.type(script.scene(), "8"))
    script.take(script.tool.key(script.scene(), "enter"))
    hover(script, 9010, 2000)
    answer = script.take(script.tool.type(script.scene(), "4"))
    assert answer.preview is not None
    assert answer.preview.outlines[""] == ((1000, 1000), (9000, 1000), (9000, 5000))
    assert answer.preview.conflicts >= {"b1"}
    script.take(script.tool.key(script.scene(), "enter"))
    script.take(script.tool.key(script.scene(), "enter"))
    assert made(script, show) == ((1000, 1000), (9000, 1000), (9000, 5000))


def test_a_typed_side_that_would_cross_another_is_not_taken(script: Script) -> None:
    for x, y in ((1000, 10_000), (5000, 10_000), (5000, 14_000), (3000, 14_000)):
        click(script, x, y)
    hover(script, 3010, 9000)
    answer = script.take(script.tool.type(script.scene(), "6"))
    assert answer.preview is not None
    assert answer.preview.caption == "The outline would cross itself"
    answer = script.take(script.tool.key(script.scene(), "enter"))
    assert answer.preview is not None
    assert len(answer.preview.handles) == 4
    assert answer.preview.entry == "6"
