"""Outlines and numbers out of lines and texts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drawing.test_underlay import layer

from hallwright.drawing.tracing import Traced, Tracing, number_in, trace
from hallwright.drawing.underlay import Linework, Note
from hallwright.expo.underlay import Media, Underlay
from hallwright.geometry.outline import bounds, rectangle

Path = list[tuple[int, int]]
PLACE = Underlay(
    id="u", hall="h1", name="plan", asset="", media=Media.VECTOR, width=10**6, height=10**6, scale=1.0, x=0, y=0
)
ALL = Tracing(frozenset({"A"}), frozenset({"A", "T"}))


def box(left: int, top: int, width: int = 3000, height: int = 3000) -> Path:
    return list(rectangle(left, top, width, height))


def traced(
    *paths: tuple[Path, bool], notes: tuple[Note, ...] = (), wanted: Tracing = ALL, place: Underlay = PLACE
) -> Traced:
    return trace(Linework(10**6, 10**6, (0, 0), (layer("A", list(paths)), layer("T", [], *notes))), place, wanted)


def boxes(found: Traced) -> set[tuple[int, int, int, int]]:
    return {tuple(bounds(shape.outline)) for shape in found.shapes}  # type: ignore[misc]


def note(text: str, x: int, y: int, height: int = 300) -> Note:
    return Note(x, y, height, 0.0, text)


def test_closed_and_nearly_closed_paths_are_outlines() -> None:
    found = traced((box(0, 0), True), ([*box(5000, 0), (5000, 15)], False), (box(9000, 0)[:3], False))
    assert boxes(found) == {(0, 0, 3000, 3000), (5000, 0, 8000, 3000)}
    assert all(len(shape.outline) == 4 for shape in found.shapes)


def test_corners_on_straight_sides_are_dropped_wherever_the_path_starts() -> None:
    found = traced(([(1500, 0), (3000, 0), (3000, 1200), (3000, 3000), (0, 3000), (0, 0)], True))
    assert set(found.shapes[0].outline) == {(0, 0), (3000, 0), (3000, 3000), (0, 3000)}


def test_loose_lines_are_joined_also_where_they_share_sides_and_miss_by_little() -> None:
    lines: list[Path] = [[(3000 * k, 0), (3000 * k, 3000)] for k in range(4)]
    lines += [[(0, 0), (9005, 4)], [(0, 3000), (8995, 3000)]]
    found = traced(*((line, False) for line in lines))
    assert len(found.shapes) == 3
    assert sum(bounds(shape.outline).width for shape in found.shapes) == pytest.approx(9000, abs=10)
    assert not traced(*((line, False) for line in lines), wanted=replace(ALL, join=False)).shapes


def test_what_is_drawn_twice_around_others_or_of_no_booth_s_size_is_left_out() -> None:
    found = traced(
        (box(0, 0), True),
        (box(5, 3, 2998, 2996), True),
        (box(3000, 0), True),
        (box(-100, -100, 7000, 4000), True),
        (box(50, 50, 600, 600), True),
        (box(-9000, -9000, 90_000, 90_000), True),
    )
    assert boxes(found) == {(0, 0, 3000, 3000), (3000, 0, 6000, 3000)}
    assert (found.twice, found.frames, found.sized) == (1, 1, 2)


def test_a_booth_with_one_room_in_it_is_no_frame() -> None:
    found = traced((box(0, 0, 9000, 9000), True), (box(0, 0, 2000, 2000), True))
    assert len(found.shapes) == 2


def test_only_the_layers_that_are_chosen_count() -> None:
    assert not traced((box(0, 0), True), wanted=replace(ALL, layers=frozenset({"B"}))).shapes


def test_texts_inside_are_numbers_and_sizes_are_not() -> None:
    notes = (
        note("3x3", 1500, 400),
        note("9 m²", 1500, 2600),
        note("ACME Ltd.", 1500, 1500, 600),
        note("A 12", 1000, 2000),
        note("230", 1500, 2100, 100),
        note("Stand\nB-07\n18 m2", 4500, 1500),
        note("C9", 7500, -200),
        note("D1", 20_000, 20_000),
    )
    found = traced((box(0, 0), True), (box(3000, 0), True), (box(6000, 0), True), notes=notes)
    assert [shape.number for shape in found.shapes] == ["A 12", "B-07", "C9"]
    bare = traced((box(0, 0), True), notes=notes, wanted=replace(ALL, texts=frozenset()))
    assert bare.shapes[0].number == ""


def test_a_text_belongs_to_the_smallest_outline_around_it() -> None:
    notes = (note("A1", 1000, 1000), note("B1", 7000, 7000))
    found = traced((box(0, 0, 9000, 9000), True), (box(0, 0, 2000, 2000), True), notes=notes)
    assert {bounds(shape.outline).width: shape.number for shape in found.shapes} == {9000: "B1", 2000: "A1"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A01", "A01"),
        ("12", "12"),
        ("3.12", "3.12"),
        ("Hall 3\nH3-A12", "H3-A12"),
        ("展位12", "展位12"),
        ("FDA1019", "FDA1019"),
        ("12a", "12a"),
        ("2B15", "2B15"),
        ("10.1-C-3", "10.1-C-3"),
        ("9m", ""),
        ("3,5 kW", ""),
        ("3x3", ""),
        ("6X4m", ""),
        ("A", ""),
        ("Fire exit 3 metres", ""),
        ("", ""),
    ],
)
def test_what_looks_like_a_number(text: str, number: str) -> None:
    assert number_in(text) == number


@given(st.integers(-180, 180), st.integers(-50_000, 50_000), st.integers(-50_000, 50_000))
def test_outlines_lie_where_the_underlay_lies(angle: int, x: int, y: int) -> None:
    place = replace(PLACE, angle=float(angle), x=x, y=y, scale=0.5)
    found = traced((box(2000, 4000, 8000, 6000), True), place=place)
    expected = [place.to_hall(*corner) for corner in box(2000, 4000, 8000, 6000)]
    assert len(found.shapes) == 1
    for corner in found.shapes[0].outline:
        assert min(abs(corner[0] - a) + abs(corner[1] - b) for a, b in expected) <= 2


def test_an_outline_that_crosses_itself_is_found_though_its_halves_cancel_each_other() -> None:
    found = traced(([(0, 0), (3000, 3000), (3000, 0), (0, 3000)], True), notes=(note("A1", 500, 1500),))
    assert [(frozenset(shape.outline), shape.number) for shape in found.shapes] == [
        (frozenset([(0, 0), (3000, 3000), (3000, 0), (0, 3000)]), "A1")
    ]
    flat = traced(([(0, 0), (3000, 0), (1000, 0)], True))
    assert not flat.shapes
