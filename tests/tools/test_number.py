import pytest
from tests.tools.scripting import Script

from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.tools.number import Number
from hallwright.tools.tool import Pointer, Verdict


def test_clicks_number_booths_in_turn(show: Show) -> None:
    tool = Number()
    tool.next = "C09"
    script = Script(show, tool)
    script.drag((7000, 4000))
    script.drag((4000, 4000))
    assert script.show.booths["b1"].number == "C09"
    assert script.show.booths["b0"].number == "C10"
    assert tool.next == "C11"


def test_a_sweep_numbers_a_row_as_one_change_and_shows_it_first(show: Show) -> None:
    tool = Number()
    tool.next = "2B15"
    script = Script(show, tool)
    held = script.hold((10_000, 4000), (7000, 4000), (4000, 4000), (4500, 4500))
    assert held.preview is not None
    assert held.preview.numbers == {"b2": "2B15", "b1": "2B16", "b0": "2B17"}
    answer = script.take(script.tool.release(script.scene(), script.last))
    assert answer.change is not None
    assert len(answer.change.edits) == 3
    assert [script.show.booths[f"b{k}"].number for k in range(3)] == ["2B17", "2B16", "2B15"]
    assert tool.next == "2B18"


def test_a_row_may_take_its_own_numbers_in_another_order(show: Show) -> None:
    script = Script(show, Number())
    script.drag((10_000, 4000), (7000, 4000), (4000, 4000))
    assert [script.show.booths[f"b{k}"].number for k in range(3)] == ["A03", "A02", "A01"]


def test_a_number_that_another_booth_bears_is_refused(show: Show) -> None:
    tool = Number()
    tool.next = "B01"
    script = Script(show, tool)
    with pytest.raises(Refused, match="Number B01 is already taken"):
        script.drag((4000, 4000))
    assert script.show is show


def test_a_click_on_the_floor_does_nothing(show: Show) -> None:
    script = Script(show, Number())
    assert script.drag((30_000, 25_000)).verdict is Verdict.REVERT


def test_hover_says_what_a_click_would_do(show: Show) -> None:
    tool = Number()
    tool.next = "C01"
    script = Script(show, tool)
    shown = tool.hover(script.scene(), Pointer(4000, 4000)).preview
    assert shown is not None
    assert shown.caption == "A01 → C01"
