import pytest
from tests.tools.scripting import Script

from hallwright.expo.show import Show
from hallwright.geometry.outline import bounds
from hallwright.support.errors import Refused
from hallwright.tools.draw_zone import DrawZone


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


def test_a_mere_click_draws_no_zone(show: Show) -> None:
    script = Script(show, DrawZone())
    with pytest.raises(Refused, match="at least 1 m"):
        script.drag((1_000, 20_000))
    assert not script.show.zones
