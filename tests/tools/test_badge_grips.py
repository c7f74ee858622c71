from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.expo.design import Design, Element, Face, Kind, Page
from hallwright.tools.badge_grips import SMALLEST, Grip, Guide, at, dragged, lines

PAGE = Page(86_000, 124_000)
ONE = Element("one", Kind.BOX, 10_000, 10_000, 20_000, 10_000)
TWO = Element("two", Kind.BOX, 50_000, 40_000, 20_000, 20_000)
DESIGN = Design(PAGE, (ONE, TWO))


def test_an_edge_is_caught_by_the_nearest_line() -> None:
    found = dragged(DESIGN, [ONE], Grip.MOVE, (19_700, 400), 1000)
    assert found.elements[0].right == 50_000
    assert Guide(True, 50_000) in found.guides
    assert dragged(DESIGN, [ONE], Grip.MOVE, (19_700, 0), 0).elements[0].right == 49_700


def test_nothing_catches_itself() -> None:
    xs, ys = lines(DESIGN, Face.FRONT, ["one"])
    assert 10_000 not in xs
    assert {50_000, 60_000, 70_000, 4000, 82_000, 43_000, -3000} <= set(xs)
    assert {40_000, 62_000, 127_000} <= set(ys)


FAR = st.integers(-90_000, 90_000)


@given(st.sampled_from([grip for grip in Grip if grip is not Grip.MOVE]), FAR, FAR)
def test_the_side_across_stays_and_nothing_turns_inside_out(grip: Grip, dx: int, dy: int) -> None:
    one = dragged(DESIGN, [ONE], grip, (dx, dy), 500).elements[0]
    assert one.width >= SMALLEST
    assert one.height >= SMALLEST
    assert (one.x == ONE.x) or "w" in grip
    assert (one.right == ONE.right) or "e" in grip
    assert (one.y == ONE.y) or "n" in grip
    assert (one.bottom == ONE.bottom) or "s" in grip


@pytest.mark.parametrize("grip", [Grip.NE, Grip.SE, Grip.SW, Grip.NW])
def test_a_code_stays_square(grip: Grip) -> None:
    code = replace(TWO, kind=Kind.QR)
    one = dragged(DESIGN, [code], grip, (7000, 300), 0).elements[0]
    assert one.width == one.height != code.width


def test_the_topmost_element_under_a_point_is_found() -> None:
    over = replace(TWO, name="over", x=60_000)
    design = Design(PAGE, (ONE, TWO, over, replace(over, name="back", face=Face.BACK)))
    assert at(design, Face.FRONT, 65_000, 50_000) == "over"
    assert at(design, Face.FRONT, 55_000, 50_000) == "two"
    assert at(design, Face.FRONT, 1000, 1000) == ""
