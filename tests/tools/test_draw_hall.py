"""The first hall of a project and further ones, by dragging, by clicking and by typing."""

from typing import Any

import pytest
from tests.tools.scripting import Script

from hallwright.drawing.columns import BoothColumns
from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.geometry.outline import Outline, rectangle
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused
from hallwright.support.numbers import write_with
from hallwright.tools.draw_hall import OUTLINE, DrawHall
from hallwright.tools.tool import Answer, Pointer, Preview, Scene, Verdict, keep


class Empty(Script):
    """A project in which nothing is yet."""

    unit = Unit.M

    def __init__(self) -> None:
        super().__init__(Show(), DrawHall())

    def scene(self) -> Scene:
        return Scene(self.show, "", BoothColumns.of(self.show, ""), grid=100, snap=self.snap, unit=self.unit)

    def type(self, text: str) -> Preview:
        answer = keep()
        for sign in text:
            assert self.tool.takes(sign), sign
            answer = self.take(self.tool.type(self.scene(), sign))
        assert answer.preview is not None
        return answer.preview

    def key(self, name: str) -> Answer:
        return self.take(self.tool.key(self.scene(), name))

    def click(self, x: float, y: float, **keys: Any) -> Answer:
        return self.drag((x, y), **keys)

    def hover(self, x: float, y: float, **keys: Any) -> Preview:
        preview = self.take(self.tool.hover(self.scene(), Pointer(x, y, 10.0, **keys))).preview
        assert preview is not None
        return preview

    @property
    def hall(self) -> Hall:
        (hall,) = self.show.halls.values()
        return hall


@pytest.fixture
def empty() -> Empty:
    return Empty()


def test_a_drag_draws_the_first_hall_and_selects_it(empty: Empty) -> None:
    shown = empty.hold((0, 0), (60_030, 40_020)).preview
    assert shown is not None
    assert shown.caption == "60 × 40 m   2,400 m²"
    assert shown.role == "hall.moving"
    answer = empty.take(empty.tool.release(empty.scene(), empty.last))
    assert answer.select_made
    assert empty.hall.name == "Hall 1"
    assert empty.hall.outline == rectangle(0, 0, 60_000, 40_000)


def test_a_hall_has_the_name_that_was_typed_and_only_it(empty: Empty) -> None:
    assert isinstance(empty.tool, DrawHall)
    empty.tool.called = " North hall "
    empty.drag((0, 0), (20_000, 20_000))
    assert empty.hall.name == "North hall"
    assert empty.tool.called == ""


def test_a_slip_of_the_hand_makes_no_hall(empty: Empty) -> None:
    with pytest.raises(Refused, match="at least 1 m"):
        empty.drag((0, 0), (20_000, 200))
    assert not empty.show.halls


def test_clicked_corners_and_typed_lengths_make_a_hall(empty: Empty) -> None:
    empty.click(0, 0)
    # The pointer says whither, nearly level is level, and what is typed how far.
    empty.hover(9000, 300)
    shown = empty.type("60.25")
    assert shown.entry == "60.25"
    assert shown.caption.startswith("60.25 m")
    assert shown.guides[-1].x2 == 60_250
    assert shown.guides[-1].y2 == 0
    empty.key("enter")
    empty.hover(60_300, 9000)
    empty.type("40")
    empty.key("enter")
    empty.hover(30_000, 39_500)
    empty.type("30")
    empty.key("enter")
    answer = empty.key("enter")
    assert answer.verdict is Verdict.COMMIT
    assert empty.hall.outline == ((0, 0), (60_250, 0), (60_250, 40_000), (30_250, 40_000))


def test_a_typed_angle_turns_as_in_cad_programs(empty: Empty) -> None:
    empty.click(0, 0)
    empty.hover(5000, 5000)
    empty.type("10\t90")
    empty.key("enter")
    empty.hover(5000, -5000)
    shown = empty.type("10<-30")
    assert shown.entry == "10<-30"
    (_, side) = shown.guides[-2:]
    assert (side.x1, side.y1, side.x2, side.y2) == (0, -10_000, 8660, -5000)


def test_width_and_depth_make_a_rectangle_of_the_first_corner(empty: Empty) -> None:
    empty.click(10_000, 10_000)
    empty.hover(4000, 12_000)
    shown = empty.type("8.5x6")
    assert shown.entry == "8.5×6"
    assert shown.caption == "8.5 × 6 m   51 m²"
    empty.key("enter")
    assert empty.hall.outline == rectangle(1500, 10_000, 8500, 6000)


def test_the_sides_of_a_dragged_rectangle_are_typed_on_the_way(empty: Empty) -> None:
    empty.hold((0, 0), (30_000, 12_300))
    # One length is that of the longer side.
    assert empty.tool.takes("4")
    assert empty.type("42").caption.startswith("42 × 12.3 m")
    answer = empty.key("enter")
    assert answer.verdict is Verdict.COMMIT
    assert empty.hall.outline == rectangle(0, 0, 42_000, 12_300)
    assert empty.take(empty.tool.release(empty.scene(), empty.last)).verdict is Verdict.REVERT


def test_a_dragged_rectangle_takes_both_sides_with_tab(empty: Empty) -> None:
    empty.hold((0, 0), (-3000, 2000))
    assert empty.type("60\t40").entry == "60×40"
    empty.key("enter")
    assert empty.hall.outline == rectangle(-60_000, 0, 60_000, 40_000)


def test_escape_and_backspace_are_for_what_is_typed_first(empty: Empty) -> None:
    empty.click(0, 0)
    empty.click(20_000, 0)
    empty.hover(20_000, 9000)
    empty.type("12")
    assert empty.key("backspace").preview.entry == "1"  # type: ignore[union-attr]
    assert empty.key("escape").preview.entry == ""  # type: ignore[union-attr]
    assert len(empty.hover(20_000, 9000).handles) == 2
    empty.key("backspace")
    assert len(empty.hover(20_000, 9000).handles) == 1
    assert empty.key("escape").verdict is Verdict.REVERT
    assert not empty.tool.takes("1")


def test_a_click_sets_the_corner_that_is_shown(empty: Empty) -> None:
    empty.click(0, 0)
    empty.hover(5000, 0)
    empty.type("7.77")
    empty.click(6000, 0)
    assert (7770, 0) in empty.hover(7000, 5000).handles


def test_what_is_no_length_is_told_and_nothing_is_lost(empty: Empty) -> None:
    empty.click(0, 0)
    empty.hover(5000, 0)
    empty.type("12 elks")
    answer = empty.key("enter")
    assert answer.preview is not None
    assert answer.preview.caption == "'12 elks': not a length"
    assert answer.preview.entry == "12 elks"
    empty.key("escape")
    empty.type("0")
    assert empty.key("enter").preview.caption == "'0': a length is more than 0"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("unit", "text", "far"),
    [(Unit.M, "12.5", 12_500), (Unit.M, "250 cm", 2500), (Unit.FT, "10", 3048), (Unit.FT, "10' 6\"", 3200)],
)
def test_a_bare_number_is_in_the_unit_of_the_user(empty: Empty, unit: Unit, text: str, far: int) -> None:
    empty.unit = unit
    empty.click(0, 0)
    empty.hover(5000, 0)
    assert empty.type(text).guides[-1].x2 == far


def test_a_comma_is_a_decimal_mark_where_it_is_one(empty: Empty) -> None:
    write_with(",", ".")
    try:
        empty.click(0, 0)
        empty.hover(5000, 0)
        assert empty.type("12,345").guides[-1].x2 == 12_345
    finally:
        write_with(".", ",")


def test_nothing_is_typed_before_there_is_a_corner(empty: Empty) -> None:
    empty.hover(0, 0)
    assert not empty.tool.takes("1")
    empty.click(0, 0)
    assert empty.tool.takes("1")
    # A letter remains the shortcut that it is until a figure was typed.
    assert not empty.tool.takes("x")
    empty.type("1")
    assert empty.tool.takes("x")


def test_shift_keeps_to_eighths_of_a_turn(empty: Empty) -> None:
    empty.click(0, 0)
    empty.hover(5000, 4000, shift=True)
    empty.type("10")
    shown = empty.hover(5000, 4000, shift=True)
    assert (shown.guides[-1].x2, shown.guides[-1].y2) == (7071, 7071)


def test_a_second_hall_is_on_the_same_storey_and_has_the_next_name(show: Show) -> None:
    script = Script(show, DrawHall())
    script.drag((50_000, 0), (70_000, 20_000))
    added = [hall for hall in script.show.halls.values() if hall.id != "h"]
    assert [(hall.name, hall.outline) for hall in added] == [("Hall 2", rectangle(50_000, 0, 20_000, 20_000))]


def test_the_outline_of_this_hall_can_be_traced_anew(show: Show) -> None:
    tool = DrawHall()
    tool.what = OUTLINE
    script = Script(show, tool)
    outline: Outline = ((0, 0), (41_000, 0), (41_000, 25_000))
    for corner in outline:
        script.drag(corner, alt=True)
    script.take(tool.key(script.scene(), "enter"))
    assert script.show.halls["h"].outline == outline
    assert len(script.show.halls) == 1
