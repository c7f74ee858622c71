import math

import pytest
from tests.tools.scripting import Script

from hallwright.editing.shaping import rotate
from hallwright.expo.show import Show
from hallwright.geometry.outline import bounds
from hallwright.geometry.shapes import frame_of
from hallwright.tools.rotate import Rotate
from hallwright.tools.tool import Pointer, Verdict


@pytest.fixture
def script(show: Show) -> Script:
    script = Script(show, Rotate())
    script.selection = frozenset({"far"})
    return script


def around(degrees: float, centre: tuple[float, float] = (22_000, 16_500), radius: float = 5000) -> tuple[float, float]:
    angle = math.radians(degrees)
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def test_a_drag_around_the_middle_turns_in_steps_of_15_degrees(script: Script) -> None:
    held = script.hold(around(0), around(10), around(32))
    assert held.preview is not None
    assert held.preview.caption == "+30°"
    assert held.preview.handles == ((22_000, 16_500),)
    assert held.preview.numbers == {"far": "B01"}
    assert held.preview.hidden == {"far"}
    script.take(script.tool.release(script.scene(), script.last))
    frame = frame_of(script.show.booths["far"].outline)
    assert frame.slant == pytest.approx(30, abs=0.05)
    assert (frame.width, frame.depth) == pytest.approx((4000, 3000), abs=2)


def test_a_quarter_turn_by_hand_is_exact(script: Script) -> None:
    script.drag(around(0), around(30), around(60), around(92))
    assert bounds(script.show.booths["far"].outline) == (20_500, 14_500, 23_500, 18_500)


def test_turned_back_it_stands_as_it_stood(script: Script, show: Show) -> None:
    script.drag(around(0), around(20), around(44))
    script.drag(around(0), around(-20), around(-46))
    assert bounds(script.show.booths["far"].outline) == bounds(show.booths["far"].outline)


def test_alt_turns_freely(script: Script) -> None:
    held = script.hold(around(0), around(10), around(-22.22), alt=True)
    assert held.preview is not None
    assert held.preview.caption == "-22.2°"


def test_it_comes_to_the_angle_of_a_neighbour(show: Show) -> None:
    turned = rotate(show, ["b0"], 22).applied(show)
    script = Script(turned, Rotate())
    script.selection = frozenset({"b1"})
    held = script.hold(around(0, (7500, 4500)), around(10, (7500, 4500)), around(24.5, (7500, 4500)))
    assert held.preview is not None
    assert held.preview.caption in {"+22°", "+21.99°", "+22.01°"}


def test_a_slanted_booth_stops_at_round_angles_and_both_are_shown(script: Script) -> None:
    script.show = rotate(script.show, ["far"], 20).applied(script.show)
    held = script.hold(around(0), around(5), around(9))
    assert held.preview is not None
    turned, _, at = held.preview.caption.partition("   at ")
    assert float(turned.rstrip("°")) == pytest.approx(10, abs=0.05)
    assert at == "30°"


def test_a_press_on_another_booth_selects_it_first(script: Script) -> None:
    script.hold((4500, 4000))
    assert script.selection == {"b0"}
    assert script.take(script.tool.release(script.scene(), script.last)).change is None


def test_nothing_selected_turns_nothing(show: Show) -> None:
    script = Script(show, Rotate())
    assert script.drag((1000, 1000), (5000, 9000)).verdict is Verdict.REVERT
    assert script.show is show


def test_esc_takes_it_back_and_a_click_does_nothing(script: Script, show: Show) -> None:
    script.hold(around(0), around(40))
    assert script.take(script.tool.key(script.scene(), "escape")).verdict is Verdict.REVERT
    assert script.tool.key(script.scene(), "escape") is None
    assert script.drag(around(0)).change is None
    assert script.take(script.tool.hover(script.scene(), Pointer(0, 0))).preview is not None
    assert script.show is show
