import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shows import booth, small_show

from hallwright.editing.splitting import Heir, Keep, Naming, merge, split_by_line, split_by_size, split_equally
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus, Hall
from hallwright.geometry.outline import bounds, rectangle
from hallwright.geometry.shapes import Anchor, l_shape, turn
from hallwright.support.errors import Refused


@pytest.fixture
def show() -> Show:
    """A let booth of 9 x 3 m, and small ones beside it."""
    return Show.of(
        [
            Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 60_000, 40_000)),
            Exhibitor(id="x1", name="NetEase"),
            Exhibitor(id="x2", name="Kugou"),
            booth(
                "w", "A12", outline=rectangle(0, 0, 9000, 3000), exhibitor="x1", status=BoothStatus.CONFIRMED, note="n"
            ),
            booth("f1", "A13", 9000, 0),
            booth("f2", "A14", 12_000, 0, note="m"),
            booth("k", "A15", 15_000, 0, exhibitor="x2", status=BoothStatus.RESERVED),
            booth("n", "A16", 18_000, 0, exhibitor="x1", status=BoothStatus.RESERVED),
            booth("far", "A09", 40_000, 0),
            booth("z", "A17", 21_000, 0, status=BoothStatus.BLOCKED),
        ]
    )


def by_number(show: Show) -> dict[str, Booth]:
    return {row.number: row for row in show.booths.values()}


def test_a_line_splits_a_let_booth_and_the_largest_part_keeps_who_has_it(show: Show) -> None:
    change = split_by_line(show, "w", (3000, -500), (3000, 3500))
    assert change.summary == "Split A12 into A12a, A12b; NetEase keeps A12b"
    after = by_number(change.applied(show))
    assert bounds(after["A12a"].outline) == (0, 0, 3000, 3000)
    assert bounds(after["A12b"].outline) == (3000, 0, 9000, 3000)
    kept, free = after["A12b"], after["A12a"]
    assert (kept.former_numbers, free.former_numbers) == (("A12",), ())
    assert (kept.id, kept.exhibitor, kept.status, kept.note) == ("w", "x1", BoothStatus.CONFIRMED, "n")
    assert (free.exhibitor, free.status, free.note) == (None, BoothStatus.AVAILABLE, "")


def test_the_first_part_may_keep_it_and_new_numbers_skip_those_taken(show: Show) -> None:
    change = split_equally(show, "w", 3, naming=Naming.NEW, heir=Heir.FIRST)
    after = by_number(change.applied(show))
    assert change.summary == "Split A12 into A12, A18, A19; NetEase keeps A12"
    assert [bounds(after[number].outline).left for number in ("A12", "A18", "A19")] == [0, 3000, 6000]
    assert after["A12"].id == "w"


def test_suffixes_go_on_where_they_are_taken_and_after_letters_come_digits(show: Show) -> None:
    taken = Show.of(
        [*show.rows(), booth("a", "a12A", 0, 9000), booth("s", "B1a", outline=rectangle(0, 6000, 6000, 3000))]
    )
    assert {"A12b", "A12c"} <= set(by_number(split_equally(taken, "w", 2).applied(taken)))
    assert {"B1a1", "B1a2"} <= set(by_number(split_equally(taken, "s", 2).applied(taken)))


def test_modules_of_a_size_leave_the_remainder_as_a_part(show: Show) -> None:
    after = by_number(split_by_size(show, "w", 4000).applied(show))
    widths = [bounds(after[f"A12{sign}"].outline).width for sign in "abc"]
    assert widths == [4000, 4000, 1000]
    exact = by_number(split_by_size(show, "w", 3000).applied(show))
    assert [bounds(exact[f"A12{sign}"].outline).width for sign in "abc"] == [3000, 3000, 3000]
    down = by_number(split_by_size(show, "w", 1000, across_width=False).applied(show))
    assert [bounds(down[f"A12{sign}"].outline).height for sign in "abc"] == [1000, 1000, 1000]


def test_parts_of_a_blocked_booth_stay_blocked(show: Show) -> None:
    after = split_equally(show, "z", 2).applied(show)
    assert {row.status for row in after.booths.values() if row.number.startswith("A17")} == {BoothStatus.BLOCKED}


@pytest.mark.parametrize(
    ("split", "reason"),
    [
        (lambda show: split_by_line(show, "w", (0, 9000), (9000, 9000)), "does not cross"),
        (lambda show: split_by_line(show, "w", (100, -10), (100, 4000)), r"A part would be 0\.1 m"),
        (lambda show: split_equally(show, "w", 1), "2 to 200 parts"),
        (lambda show: split_equally(show, "w", 31), r"at least 0\.3 m"),
        (lambda show: split_by_size(show, "w", 9000), "do not fit"),
        (lambda show: split_by_size(show, "w", 0), "do not fit"),
        (lambda show: split_equally(small_show(), "b4", 2), "is a draft"),
        (lambda show: split_equally(show, "gone", 2), "no longer exists"),
    ],
)
def test_a_split_that_makes_no_sense_is_refused(show: Show, split, reason: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Refused, match=reason):
        split(show)


@given(
    st.integers(2, 6),
    st.sampled_from([0.0, 90.0, 30.0, 12.3]),
    st.integers(2400, 20_000),
    st.integers(2400, 20_000),
    st.booleans(),
    st.sampled_from(Heir),
)
def test_splitting_and_merging_gives_the_booth_back(
    count: int, degrees: float, width: int, depth: int, bent: bool, heir: Heir
) -> None:
    outline = rectangle(0, 0, width, depth)
    if bent:
        outline = l_shape(outline, width // 2, depth // 2, Anchor.TOP_RIGHT)
    (outline,) = turn([outline], degrees)
    row = booth("b", "A01", outline=outline, exhibitor="x1", status=BoothStatus.RESERVED)
    show = Show.of([*small_show().tables[Hall].values(), Exhibitor(id="x1", name="NetEase"), row])
    try:
        split = split_equally(show, "b", count, True if bent else None, Naming.NEW, heir).applied(show)
    except Refused:
        return
    parts = list(split.booths.values())
    assert len(parts) == count
    perimeter = 4 * (width + depth)
    assert abs(sum(part.area for part in parts) - row.area) <= perimeter
    after = merge(split, list(split.booths), "b").applied(split)
    (whole,) = after.booths.values()
    assert (whole.id, whole.number, whole.exhibitor, whole.status) == ("b", "A01", "x1", BoothStatus.RESERVED)
    assert set(whole.outline) == set(outline)


def test_merging_keeps_the_lowest_number_and_the_only_exhibitor(show: Show) -> None:
    change = merge(show, ["f2", "f1", "w"])
    assert change.summary == "Merge A12, A13, A14 into A12, confirmed for NetEase"
    after = change.applied(show)
    assert {"f1", "f2"}.isdisjoint(after.booths)
    row = after.booths["w"]
    assert bounds(row.outline) == (0, 0, 15_000, 3000)
    assert len(row.outline) == 4
    assert (row.number, row.exhibitor, row.note) == ("A12", "x1", "n; m")


def test_the_highest_or_a_chosen_booth_may_be_kept_and_gets_the_exhibitor(show: Show) -> None:
    highest = merge(show, ["f1", "w"], Keep.HIGHEST).applied(show).booths["f1"]
    assert (highest.number, highest.exhibitor, highest.status) == ("A13", "x1", BoothStatus.CONFIRMED)
    assert merge(show, ["f1", "f2"], "f2").applied(show).booths["f2"].number == "A14"


def test_booths_of_one_exhibitor_merge_with_the_step_reached_farthest(show: Show) -> None:
    beside = Show.of(
        row for row in (*show.rows(), booth("m", "A30", 0, 3000, exhibitor="x1", status=BoothStatus.RESERVED))
    )
    row = merge(beside, ["m", "w"], "m").applied(beside).booths["m"]
    assert (row.exhibitor, row.status) == ("x1", BoothStatus.CONFIRMED)


@pytest.mark.parametrize(
    ("ids", "reason"),
    [
        (["w"], "two booths or more"),
        (["w", "far"], "A09|A12"),
        (["k", "n"], "A15, A16 are let to Kugou and NetEase. Release all but one"),
        (["n", "z"], "A17 is blocked and A16 let"),
        (["f1", "gone"], "no longer exists"),
    ],
)
def test_what_cannot_be_merged_is_refused_with_the_mend(show: Show, ids: list[str], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        merge(show, ids)


def test_halls_are_not_merged_and_the_kept_booth_must_be_one_of_them(show: Show) -> None:
    other = Show.of([*show.rows(), Hall(id="h2", name="2", outline=rectangle(0, 0, 9, 9)), booth("o", "A1", hall="h2")])
    with pytest.raises(Refused, match="different halls"):
        merge(other, ["f1", "o"])
    with pytest.raises(Refused, match="none of them"):
        merge(show, ["f1", "f2"], "w")
