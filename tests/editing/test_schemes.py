"""Numbering schemes on rows, pairs of rows and whole halls."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shows import booth, small_show

from hallwright.editing import booths
from hallwright.editing.rowfinding import Corner, First
from hallwright.editing.schemes import (
    Pattern,
    Scheme,
    clashes,
    frozen,
    next_row,
    numbers,
    renumber,
    renumberings,
    sequence,
    skip_list,
    to_tell,
)
from hallwright.editing.splitting import merge
from hallwright.expo.event import Event
from hallwright.expo.people import Exhibitor
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus, Hall
from hallwright.geometry.outline import Outline, rectangle, turned
from hallwright.support.errors import Refused


def rows_of(count: int = 3, *tops: int, slant: float = 0.0) -> dict[str, Outline]:
    """Rows of 3 x 3 m booths: keys like ``0-2`` for row and place."""
    found = {}
    for row, top in enumerate(tops):
        for place in range(count):
            found[f"{row}-{place}"] = turned(rectangle(3000 * place, top, 3000, 3000), slant, (0.0, 0.0))
    return found


def in_order(made: dict[str, str]) -> list[str]:
    return [made[key] for key in sorted(made)]


PAIRS = (0, 6000, 9000, 15_000)
"""A row, an aisle, two rows back to back, an aisle, a row."""


def test_each_row_gets_its_letter() -> None:
    made = sequence(rows_of(3, *PAIRS), Scheme())
    assert in_order(made) == ["A01", "A02", "A03", "B01", "B02", "B03", "C01", "C02", "C03", "D01", "D02", "D03"]


def test_the_american_pattern_counts_evens_along_and_odds_across_the_aisle() -> None:
    made = sequence(rows_of(3, *PAIRS), Scheme.usual(Pattern.AISLES))
    assert in_order(made) == ["100", "102", "104", "101", "103", "105", "200", "202", "204", "201", "203", "205"]


def test_a_row_that_faces_no_other_has_its_hundred_alone() -> None:
    made = sequence(rows_of(2, 0, 3000, 9000, 12_000), Scheme.usual(Pattern.AISLES))
    assert in_order(made) == ["100", "102", "200", "202", "201", "203", "300", "302"]


def test_a_long_aisle_uses_up_more_than_one_hundred() -> None:
    made = sequence(rows_of(60, *PAIRS), Scheme.usual(Pattern.AISLES))
    assert (made["0-59"], made["1-59"], made["2-0"]) == ("218", "219", "300")
    assert len(set(made.values())) == 240


def test_the_halls_number_and_the_aisles_letter_come_before_the_number() -> None:
    made = sequence(rows_of(2, *PAIRS), Scheme.usual(Pattern.HALL), hall="Hall 2")
    assert in_order(made) == ["2A01", "2A03", "2A02", "2A04", "2B01", "2B03", "2B02", "2B04"]
    assert sequence(rows_of(1, 0), Scheme(Pattern.HALL, step=2, prefix="7."), hall="Hall 2") == {"0-0": "7.A01"}


def test_one_run_goes_through_all_booths() -> None:
    scheme = Scheme(Pattern.PLAIN, first=8, digits=3, prefix="S", suffix="/24", step=2)
    assert in_order(sequence(rows_of(2, 0, 6000), scheme)) == ["S008/24", "S010/24", "S012/24", "S014/24"]


@pytest.mark.parametrize(
    ("corner", "along", "expected"),
    [
        (Corner.TOP_LEFT, First.ACROSS, "1 2 3 4"),
        (Corner.TOP_LEFT, First.DOWN, "1 3 2 4"),
        (Corner.TOP_RIGHT, First.ACROSS, "2 1 4 3"),
        (Corner.TOP_RIGHT, First.DOWN, "3 1 4 2"),
        (Corner.BOTTOM_LEFT, First.ACROSS, "3 4 1 2"),
        (Corner.BOTTOM_LEFT, First.DOWN, "2 4 1 3"),
        (Corner.BOTTOM_RIGHT, First.ACROSS, "4 3 2 1"),
        (Corner.BOTTOM_RIGHT, First.DOWN, "4 2 3 1"),
    ],
)
def test_numbering_starts_at_any_corner_and_runs_either_way(corner: Corner, along: First, expected: str) -> None:
    made = sequence(rows_of(2, 0, 6000), Scheme(Pattern.PLAIN, corner=corner, along=along, digits=1))
    assert in_order(made) == expected.split()


def test_every_other_row_may_run_back() -> None:
    made = sequence(rows_of(3, 0, 6000), Scheme(Pattern.PLAIN, digits=1, serpentine=True))
    assert in_order(made) == ["1", "2", "3", "6", "5", "4"]


def test_numbers_are_left_out_at_a_cross_aisle_and_by_the_skip_list() -> None:
    row = {str(k): rectangle(3000 * k + (3000 if k > 1 else 0), 0, 3000, 3000) for k in range(4)}
    assert in_order(sequence(row, Scheme(jump=2))) == ["A01", "A02", "A05", "A06"]
    long = {f"{k:02d}": rectangle(3000 * k, 0, 3000, 3000) for k in range(14)}
    shown = in_order(sequence(long, Scheme(skip=skip_list("13, contains 4"))))
    assert shown == ["A01", "A02", "A03", "A05", "A06", "A07", "A08", "A09", "A10", "A11", "A12", "A15", "A16", "A17"]


def test_a_hall_whose_own_number_is_skipped_can_be_numbered_all_the_same() -> None:
    scheme = replace(Scheme.usual(Pattern.HALL), skip=skip_list("contains 4, 13, 4A07"))
    made = in_order(sequence(rows_of(4, 0), scheme, hall="Hall 4"))
    assert made == ["4A01", "4A03", "4A05", "4A09"]
    assert in_order(sequence(rows_of(3, 0), replace(Scheme(prefix="S4-"), skip=("*4*", "*A02*")))) == [
        "S4-A01",
        "S4-A03",
        "S4-A05",
    ]


def test_a_booth_with_a_name_of_its_own_starts_no_series_of_rows() -> None:
    hall = Hall(id="h1", name="Hall 2", outline=rectangle(0, 0, 9000, 9000))
    show = Show.of([hall, booth("b1", "C07"), booth("b2", "VIP1"), booth("b3", "WC2")])
    assert next_row(show, "h1", Scheme()).row == "D"
    many = Show.of([hall, *(booth(row, f"{row}01") for row in ("A", "Z", "AA", "AC", "VIP"))])
    assert next_row(many, "h1", Scheme()).row == "AD"


def test_a_skip_list_names_letters_and_whole_numbers_too() -> None:
    assert skip_list("4，13; contains 4 *7* I 4") == ("4", "13", "*4*", "*7*", "I")
    made = sequence(rows_of(2, *(6000 * k for k in range(3))), Scheme(row="H", skip=("I", "k02")))
    assert in_order(made) == ["H01", "H02", "J01", "J02", "K01", "K03"]


def test_letters_go_on_after_z_and_rows_may_have_numbers() -> None:
    made = sequence(rows_of(1, 0, 6000, 12_000), Scheme(row="Y"))
    assert in_order(made) == ["Y01", "Z01", "AA01"]
    assert in_order(sequence(rows_of(1, 0, 6000), Scheme(row="09", prefix="R", suffix="-x"))) == ["R0901-x", "R1001-x"]


def test_a_number_that_two_rows_would_share_is_given_once() -> None:
    rows = rows_of(12, *(6000 * k for k in range(11)))
    made = sequence(rows, Scheme(row="1", digits=1))
    assert (made["0-10"], made["10-0"]) == ("111", "113")
    assert len(set(made.values())) == len(rows)


def test_rows_that_are_not_quite_level_and_rows_of_a_turned_hall_are_found() -> None:
    uneven = {"a": rectangle(3000, 40, 3000, 3000), "b": rectangle(0, 100, 3000, 2900), "c": rectangle(0, 6000, 9, 9)}
    assert sequence(uneven, Scheme()) == {"b": "A01", "a": "A02", "c": "B01"}
    assert sequence(rows_of(9, *PAIRS, slant=21.0), Scheme()) == sequence(rows_of(9, *PAIRS), Scheme())


def test_a_block_beside_two_rows_does_not_swallow_them() -> None:
    floor = {"block": rectangle(0, 0, 6000, 6000)}
    floor |= {f"{top}-{k}": rectangle(9000 + 3000 * k, top, 3000, 3000) for top in (0, 3000) for k in range(2)}
    made = sequence(floor, Scheme())
    assert made["0-1"].startswith("A")
    assert made["3000-0"].startswith("B")


@settings(deadline=None)
@given(
    st.sampled_from(Pattern),
    st.sampled_from(Corner),
    st.sampled_from(First),
    st.booleans(),
    st.integers(0, 3),
    st.sampled_from(["", "4", "*4*, I", "101 A01"]),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 20)), unique=True, max_size=60),
)
def test_no_scheme_gives_a_number_twice_or_one_that_is_skipped(
    pattern: Pattern, corner: Corner, along: First, serpentine: bool, jump: int, skip: str, cells: list[tuple[int, int]]
) -> None:
    usual = Scheme.usual(pattern)
    scheme = Scheme(
        pattern, corner, along, "A", usual.first, usual.step, usual.digits, jump, skip_list(skip), serpentine
    )
    outlines = {f"{x}-{y}": rectangle(3000 * x, 3000 * y, 3000, 3000) for x, y in cells}
    made = sequence(outlines, scheme, taken={"a02", "102", "1b01"}, hall="1")
    assert made.keys() == outlines.keys()
    assert len({number.casefold() for number in made.values()}) == len(made)
    assert not {"a02", "102", "1b01"} & {number.casefold() for number in made.values()}
    assert not any(scheme.skips(number) for number in made.values())


@settings(deadline=None)
@given(
    st.integers(1, 6),
    st.integers(1, 8),
    st.sampled_from([Pattern.ROWS, Pattern.PLAIN]),
    st.sampled_from(Corner),
    st.sampled_from(First),
    st.booleans(),
    st.integers(0, 2),
    st.integers(0, 3),
    st.sampled_from([0.0, 12.0, -33.0, 44.0]),
)
def test_rows_are_numbered_in_the_order_and_with_the_gaps_that_a_scheme_says(
    rows: int, cols: int, pattern: Pattern, corner: Corner, along: First, serpentine: bool, jump: int, cross: int,
    degrees: float,
) -> None:  # fmt: skip
    scheme = replace(Scheme.usual(pattern), corner=corner, along=along, serpentine=serpentine, jump=jump)
    across = [3000 * k + (3000 * (k // cross) if cross else 0) for k in range(cols)]
    down = [3000 * k + 3000 * ((k + 1) // 2) for k in range(rows)]
    floor = {(row, col): rectangle(across[col], down[row], 3000, 3000) for row in range(rows) for col in range(cols)}
    if along is First.DOWN:
        floor = {key: tuple((y, x) for x, y in outline) for key, outline in floor.items()}
    outlines = {f"{row}-{col}": turned(outline, degrees, (0.0, 0.0)) for (row, col), outline in floor.items()}
    made = sequence(outlines, scheme, slant=degrees)
    from_right, from_bottom = corner.value.endswith("right"), corner.value.startswith("bottom")
    back_row, back_col = (from_bottom, from_right) if along is First.ACROSS else (from_right, from_bottom)
    wanted: list[tuple[int, int]] = []
    for index, row in enumerate(sorted(range(rows), reverse=back_row)):
        run = sorted(range(cols), reverse=back_col)
        wanted += [(row, col) for col in (run[::-1] if serpentine and index % 2 else run)]
    assert list(made) == [f"{row}-{col}" for row, col in wanted]
    counts = [int(number.lstrip("ABCDEFG")) for number in made.values()]
    for (row, col), (next_row_, next_col), one, two in zip(wanted, wanted[1:], counts, counts[1:], strict=False):
        if row == next_row_:
            assert two - one == 1 + (jump if cross and col // cross != next_col // cross else 0)
        else:
            assert two == (one + 1 if pattern is Pattern.PLAIN else 1)


@pytest.mark.parametrize(
    ("scheme", "line"),
    [
        (Scheme(step=0), "step of at least 1"),
        (Scheme(Pattern.AISLES), "need a step of 2"),
        (Scheme(row="?"), "'\\?' is no first row"),
        (Scheme(skip=tuple(f"*{k}*" for k in range(10))), "The skip list leaves no"),
        (Scheme(Pattern.PLAIN, digits=1, skip=tuple(f"*{k}*" for k in range(10))), "The skip list leaves no number"),
    ],
)
def test_a_scheme_without_sense_is_refused_in_one_line(scheme: Scheme, line: str) -> None:
    with pytest.raises(Refused, match=line):
        sequence(rows_of(2, 0), scheme)


def test_booths_are_renumbered_and_remember_their_numbers() -> None:
    show = small_show()
    change = renumber(show, ["b1", "b2", "b3"], Scheme(row="C"))
    after = change.applied(show)
    assert change.summary == "Number 3 booths C01-C03"
    assert [after.booths[key].former_numbers[-1] for key in ("b1", "b2", "b3")] == ["A01", "A02", "A03"]
    again = renumber(after, ["b1", "b2"], Scheme()).applied(after)
    assert again.booths["b1"].number == "A01"
    assert again.booths["b1"].former_numbers == ("C01",)


def test_every_way_to_renumber_remembers_the_number_once() -> None:
    show = small_show()
    for number in ("X1", "X2", "X1", "X3"):
        show = booths.renumber(show, "b1", number).applied(show)
    assert show.booths["b1"].former_numbers == ("A01", "X2", "X1")
    show = booths.number_run(show, ["b1", "b2"], "Y1").applied(show)
    assert show.booths["b1"].former_numbers == ("A01", "X2", "X1", "X3")
    assert show.booths["b2"].former_numbers == ("A02",)


def test_taken_numbers_are_refused_by_name() -> None:
    show = small_show()
    wanted = numbers(show, ["b2", "b3"], Scheme())
    assert wanted == {"b2": "A01", "b3": "A02"}
    assert [row.id for row in clashes(show, wanted)] == ["b1"]
    with pytest.raises(Refused) as refusal:
        renumber(show, ["b2", "b3"], Scheme())
    assert refusal.value.line() == "Hall 1: A01 is already taken. Start at another number or row."


def test_each_hall_is_numbered_on_its_own() -> None:
    show = small_show()
    made = numbers(show, ["b1", "b2", "b6"], Scheme.usual(Pattern.HALL))
    assert made == {"b1": "1A01", "b2": "1A03", "b6": "2A01"}
    renumber(show, ["b1", "b6"], Scheme(row="K"))


def test_a_booth_that_is_gone_cannot_be_numbered() -> None:
    with pytest.raises(Refused, match="no longer exists"):
        renumber(small_show(), ["gone"], Scheme())


def test_numbers_are_frozen_from_their_day_on_and_the_exhibitors_are_named() -> None:
    rows: list[Row] = [
        Event(id="e", name="Expo", numbers_frozen_on=date(2024, 8, 1)),
        Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 60_000, 40_000)),
        Exhibitor(id="x1", name="NetEase"),
        Exhibitor(id="x2", name="Lab", host="x1"),
        Exhibitor(id="x3", name="Kugou"),
        booth("b1", "A01", exhibitor="x1"),
        booth("b2", "A02", 3000, exhibitor="x3"),
        booth("b3", "", 6000, exhibitor="x3"),
    ]
    show = Show.of(rows)
    assert [frozen(show, date(2024, 7, 31)), frozen(show, date(2024, 8, 1))] == [False, True]
    assert not frozen(Show.of(rows[1:]), date(2030, 1, 1))
    change = renumber(show, ["b1", "b3"], Scheme(row="B"))
    told = renumberings(change)
    assert [(before.number, after.number) for before, after in told] == [("A01", "B01")]
    assert [row.name for row in to_tell(show, (before for before, _ in told))] == ["NetEase", "Lab"]


def test_an_exhibitor_whose_booth_is_merged_into_another_number_counts_as_renumbered() -> None:
    rows: list[Row] = [
        Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 60_000, 40_000)),
        Exhibitor(id="x1", name="NetEase"),
        booth("b1", "A01"),
        booth("b2", "A02", 3000, exhibitor="x1", status=BoothStatus.RESERVED),
    ]
    show = Show.of(rows)
    change = merge(show, ["b1", "b2"])
    assert [(before.number, after.number) for before, after in renumberings(change)] == [("A02", "A01")]
    # The number in print leads to where it went.
    assert change.applied(show).booths["b1"].former_numbers == ("A02",)
    assert not renumberings(merge(show, ["b1", "b2"], "b2"))
    # What is deleted beside another booth of the same exhibitor is not: the others only get a side more.
    both = Show.of([*rows, booth("b3", "A03", 6000, exhibitor="x1", open_sides=0)])
    assert len(booths.delete(both, ["b2"]).edits) == 3
    assert not renumberings(booths.delete(both, ["b2"]))


def test_the_next_area_goes_on_after_the_rows_and_hundreds_in_use() -> None:
    rows: list[Row] = [Hall(id="h1", name="Hall 2", outline=rectangle(0, 0, 9000, 9000))]
    empty = Show.of(rows)
    assert next_row(empty, "h1", Scheme()) == Scheme()
    show = Show.of([*rows, booth("b1", "C07"), booth("b2", "a1"), booth("b3", "2Z3"), booth("b4", "317")])
    assert next_row(show, "h1", Scheme()).row == "D"
    assert next_row(show, "h1", Scheme.usual(Pattern.HALL)).row == "AA"
    assert next_row(show, "h1", Scheme.usual(Pattern.AISLES)).first == 400
    assert next_row(show, "h1", Scheme.usual(Pattern.PLAIN)) == Scheme.usual(Pattern.PLAIN)
    assert next_row(empty, "h1", Scheme.usual(Pattern.AISLES)).first == 100
