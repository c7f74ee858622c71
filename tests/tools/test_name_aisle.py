"""Aisles are named where they are: on the floor between booths."""

import pytest
from tests.tools.scripting import Script

from hallwright.editing.booths import delete
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.geometry.outline import bounds, rectangle
from hallwright.support.errors import Refused
from hallwright.tools.name_aisle import NameAisle
from hallwright.tools.tool import Pointer, Preview


@pytest.fixture
def script(show: Show) -> Script:
    """Two rows of 30 m with 4 m between them."""
    rows = [Booth(id=f"r{k}", hall="h", number=f"R{k}", outline=rectangle(5000, y, 30_000, 6000)) for k, y in ROWS]
    return Script(show.replaced([*((row, None) for row in show.booths.values()), *((None, r) for r in rows)]), TOOL())


ROWS = ((1, 5000), (2, 15_000))
TOOL = NameAisle


def hover(script: Script, x: float, y: float) -> Preview:
    preview = script.take(script.tool.hover(script.scene(), Pointer(x, y))).preview
    assert preview is not None
    return preview


def test_the_aisle_under_the_pointer_is_shown_with_its_width_and_named_by_a_click(script: Script) -> None:
    shown = hover(script, 20_000, 13_000)
    assert shown.caption == "4 m wide, 40 m long"
    assert hover(script, 20_000, 6_000) == Preview()
    assert isinstance(script.tool, NameAisle)
    script.tool.aisle = " Avenue "
    answer = script.drag((20_000, 13_000))
    assert answer.select_made
    (aisle,) = script.show.aisles.values()
    assert (aisle.name, bounds(aisle.outline)) == ("Avenue", (0, 11_000, 40_000, 15_000))
    assert script.tool.aisle == ""
    script.drag((20_000, 2000))
    assert [row.name for row in script.show.aisles.values()] == ["Avenue", "Aisle 2"]


def test_a_click_on_a_named_aisle_selects_it(script: Script) -> None:
    script.drag((20_000, 13_000))
    (key,) = script.show.aisles
    assert hover(script, 20_000, 13_000).caption == "Aisle 1"
    assert script.drag((21_000, 13_000)).item == key
    assert len(script.show.aisles) == 1


def test_a_drag_draws_an_aisle_where_none_is_recognised(script: Script) -> None:
    with pytest.raises(Refused, match="No aisle is recognised here"):
        script.drag((20_000, 6000))
    held = script.hold((5000, 12_000), (35_000, 14_000))
    assert held.preview is not None
    assert held.preview.caption == "2 m wide, 30 m long"
    script.take(script.tool.release(script.scene(), script.last))
    (aisle,) = script.show.aisles.values()
    assert bounds(aisle.outline) == (5000, 12_000, 35_000, 14_000)
    with pytest.raises(Refused, match=r"at least 0.5 m wide"):
        script.drag((5000, 25_000), (35_000, 25_100), alt=True)


def test_aisles_are_recognised_anew_when_booths_change(script: Script) -> None:
    assert hover(script, 20_000, 13_000).caption == "4 m wide, 40 m long"
    script.show = delete(script.show, ["r2"]).applied(script.show)
    assert hover(script, 20_000, 13_000).caption == "19 m wide, 40 m long"


def test_esc_gives_a_drag_up(script: Script) -> None:
    assert script.tool.key(script.scene(), "escape") is None
    script.hold((5000, 12_000), (35_000, 14_000))
    script.take(script.tool.key(script.scene(), "escape"))
    script.take(script.tool.release(script.scene(), script.last))
    assert not script.show.aisles
