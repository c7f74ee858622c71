"""What is typed while something is drawn: characters, lengths, and where they lead."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.geometry.units import Unit
from hallwright.support.numbers import write_with
from hallwright.tools.entry import ANGLE, TIMES, Entry, Typed

SIDES = st.integers(1, 200_000)
POINTS = st.tuples(st.integers(-100_000, 100_000), st.integers(-100_000, 100_000))


def entry(text: str, joint: str = ANGLE) -> Entry:
    made = Entry(joint)
    for sign in text:
        made.take(sign)
    return made


@pytest.mark.parametrize(
    ("text", "joint", "unit", "expected"),
    [
        ("12.5", ANGLE, Unit.M, Typed(12_500)),
        ("12.5<", ANGLE, Unit.M, Typed(12_500)),
        ("12.5\t90", ANGLE, Unit.M, Typed(12_500, angle=90.0)),
        ("12.5 < -45°", ANGLE, Unit.M, Typed(12_500, angle=-45.0)),
        ("60x40", ANGLE, Unit.M, Typed(60_000, 40_000)),
        ("60X", TIMES, Unit.M, Typed(60_000)),
        ("60*40", TIMES, Unit.M, Typed(60_000, 40_000)),
        ("60\t40", TIMES, Unit.M, Typed(60_000, 40_000)),
        ("6x40 cm", TIMES, Unit.M, Typed(6000, 400)),
        ("20x10", TIMES, Unit.FT, Typed(6096, 3048)),
        ("20 m", TIMES, Unit.FT, Typed(20_000)),
        ("６０×４０", TIMES, Unit.M, Typed(60_000, 40_000)),
    ],
)
def test_lengths_are_read_as_people_write_them(text: str, joint: str, unit: Unit, expected: Typed) -> None:
    assert entry(text, joint).read(unit) == expected
    assert entry(text, joint).fault(unit) == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [("12 elks", "not a length"), ("0", "a length is more than 0"), ("3x0", "more than 0"), ("9<q", "no angle")],
)
def test_what_cannot_be_read_is_told(text: str, why: str) -> None:
    assert entry(text).read(Unit.M) is None
    assert why in entry(text).fault(Unit.M)


def test_signs_that_make_no_sense_are_left_out() -> None:
    assert entry("12<4", TIMES).text == "124"
    assert entry("12xx4").text == "12×4"
    assert entry("12\t\t9").text == "12<9"
    side = Entry(ANGLE)
    for sign in "12x":
        side.take(sign, sized=False)
    assert side.text == "12"


def test_it_begins_with_a_figure_or_the_decimal_mark_of_the_user() -> None:
    empty = Entry(ANGLE)
    assert [sign for sign in "1.,x< \t" if empty.takes(sign)] == ["1", "."]
    write_with(",", ".")
    try:
        assert [sign for sign in "1.,x< \t" if empty.takes(sign)] == ["1", ","]
    finally:
        write_with(".", ",")
    assert not empty.takes("")
    assert not empty.key("escape")
    assert all(entry("1").takes(sign) for sign in "x< \t'")


@given(far=SIDES, start=POINTS, towards=POINTS)
def test_onwards_is_as_far_as_typed_in_the_direction_of_the_pointer(
    far: int, start: tuple[int, int], towards: tuple[int, int]
) -> None:
    end = Typed(far).onwards(start, towards)
    assert math.dist(start, end) == pytest.approx(far, abs=1)
    if start != towards:
        ahead = (end[0] - start[0]) * (towards[0] - start[0]) + (end[1] - start[1]) * (towards[1] - start[1])
        assert ahead >= -math.dist(start, towards)


@given(width=SIDES, depth=SIDES, start=POINTS, end=POINTS)
def test_across_has_the_sides_that_were_typed_on_the_side_of_the_pointer(
    width: int, depth: int, start: tuple[int, int], end: tuple[int, int]
) -> None:
    x, y = Typed(width, depth).across(start, end)
    assert (abs(x - start[0]), abs(y - start[1])) == (width, depth)
    assert (x >= start[0]) == (end[0] >= start[0])
    assert (y >= start[1]) == (end[1] >= start[1])
    alone = Typed(width).across(start, end)
    assert width in (abs(alone[0] - start[0]), abs(alone[1] - start[1]))
    assert abs(end[0] - start[0]) == abs(alone[0] - start[0]) or abs(end[1] - start[1]) == abs(alone[1] - start[1])
