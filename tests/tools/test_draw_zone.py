import pytest
from tests.tools.scripting import Script

from hallwright.expo.show import Show
from hallwright.geometry.outline import bounds
from hallwright.support.errors import Refused
from hallwright.tools.draw_zone import DrawZone
from hallwright.tools.tool import Answer, Pointer


def test_zones_get_the_typed_name_and_colours_that_differ(show: Show) -> None:
    tool = DrawZone()
    script = Script(show, tool)
    tool.zone = "  Innovation "
    script.drag((1_000, 20_000), (9_980, 27_040))
    script.drag((20_000, 20_000), (30_000, 27_000))
    one, two = script.show.zones.values()
    assert (one.name, two.name) == ("Innovation", "Zone 2")
    assert one.colour != two.colour
    assert bounds(one.outline) == (1_000, 20_000, 10_000, 27_000)
    assert tool.zone == ""


def click(script: Script, x: float, y: float) -> Answer:
    return script.drag((x, y))


def test_clicks_draw_a_zone_corner_by_corner(show: Show) -> None:
    tool = DrawZone()
    tool.zone = "Start-ups"
    script = Script(show, tool)
    for x, y in ((1000, 20_000), (9000, 20_000), (9000, 24_000)):
        click(script, x, y)
    shown = script.take(tool.hover(script.scene(), Pointer(5000, 27_000))).preview
    assert shown is not None
    assert shown.role == "zone.moving"
    assert shown.caption == "5 m   36 m²"
    click(script, 5000, 27_000)
    assert not script.show.zones
    answer = script.take(tool.key(script.scene(), "enter"))
    assert answer.select_made
    (zone,) = script.show.zones.values()
    assert zone.outline == ((1000, 20_000), (9000, 20_000), (9000, 24_000), (5000, 27_000))
    assert (zone.name, tool.zone) == ("Start-ups", "")


def test_backspace_takes_a_corner_back_a_double_click_closes_and_esc_gives_up(show: Show) -> None:
    tool = DrawZone()
    script = Script(show, tool)
    assert tool.key(script.scene(), "backspace") is None
    for x, y in ((1000, 20_000), (9000, 20_000), (3000, 29_000)):
        click(script, x, y)
    script.take(tool.key(script.scene(), "backspace"))
    click(script, 9000, 24_000)
    script.take(tool.double(script.scene(), Pointer(9000, 24_000)))
    (zone,) = script.show.zones.values()
    assert zone.outline == ((1000, 20_000), (9000, 20_000), (9000, 24_000))
    click(script, 20_000, 20_000)
    script.take(tool.key(script.scene(), "escape"))
    script.drag((20_000, 20_000), (30_000, 27_000))
    assert len(script.show.zones) == 2


def test_a_rectangle_too_narrow_to_be_meant_is_refused(show: Show) -> None:
    script = Script(show, DrawZone())
    with pytest.raises(Refused, match="at least 1 m"):
        script.drag((1_000, 20_000), (9_000, 20_300))
    assert not script.show.zones
