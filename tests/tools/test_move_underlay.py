"""Underlays are selected and dragged by a tool of their own."""

from dataclasses import replace

import pytest
from tests.expo.test_underlay import underlay

from hallwright.drawing.columns import BoothColumns
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.tools.move_underlay import MoveUnderlay
from hallwright.tools.tool import Pointer, Scene, Verdict

LOW = replace(underlay(), id="low", hall="h")
HIGH = replace(underlay(x=5000), id="high", hall="h", locked=True)


@pytest.fixture
def laid(show: Show) -> Show:
    return show.replaced([(None, LOW), (None, HIGH)])


def scene(show: Show, item: str = "") -> Scene:
    return Scene(show, "h", BoothColumns.of(show, "h"), item=item)


def test_a_click_takes_the_selected_then_the_free_then_the_uppermost(laid: Show) -> None:
    tool, both = MoveUnderlay(), Pointer(10_000, 5000)
    assert tool.press(scene(laid), both).item == "low"
    assert tool.press(scene(laid, "high"), both).item == "high"
    assert tool.press(scene(laid), Pointer(22_000, 5000)).item == "high"
    assert tool.press(scene(laid, "low"), Pointer(0, 29_000)).item == ""


def test_a_drag_moves_it_and_a_click_does_not(laid: Show) -> None:
    tool, here = MoveUnderlay(), scene(laid, "low")
    tool.press(here, Pointer(1000, 1000))
    tool.drag(here, Pointer(1020, 1000))
    assert tool.release(here, Pointer(1020, 1000)).verdict is Verdict.REVERT
    tool.press(here, Pointer(1000, 1000))
    held = tool.drag(here, Pointer(3500, 900))
    assert held.preview is not None
    assert held.preview.caption == "Δx 2.5 m   Δy -0.1 m"
    answer = tool.release(here, Pointer(3500, 900))
    assert answer.change is not None
    row = answer.change.applied(laid).underlays["low"]
    assert (row.x, row.y) == (2500, -100)


def test_a_locked_one_says_so(laid: Show) -> None:
    tool, here = MoveUnderlay(), scene(laid, "high")
    tool.press(here, Pointer(20_000, 1000))
    tool.drag(here, Pointer(25_000, 1000))
    with pytest.raises(Refused, match="locked"):
        tool.release(here, Pointer(25_000, 1000))


def test_arrows_nudge_and_escape_lets_go(laid: Show) -> None:
    tool = MoveUnderlay()
    answer = tool.key(scene(laid, "low"), "left", shift=True)
    assert answer is not None
    assert answer.change is not None
    assert answer.change.applied(laid).underlays["low"].x == -1000
    assert tool.key(scene(laid), "left") is None
    escape = tool.key(scene(laid, "low"), "escape")
    assert escape is not None
    assert escape.item == ""


def test_the_corners_of_the_selected_are_shown(laid: Show) -> None:
    preview = MoveUnderlay().hover(scene(laid, "low"), Pointer(0, 0)).preview
    assert preview is not None
    assert preview.handles == LOW.outline
