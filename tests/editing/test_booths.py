"""Edits of booths: what they do and what they refuse."""

from collections.abc import Callable

import pytest
from tests.shows import BOWTIE, small_show

from hallwright.editing import booths
from hallwright.editing.change import Change
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus, Construction
from hallwright.geometry.outline import Outline, bounds, rectangle
from hallwright.support.errors import Refused


def _after(show: Show, change: Change) -> dict[str, Booth]:
    return dict(change.applied(show).booths)


def test_a_drawn_booth_is_free_and_in_its_hall() -> None:
    show = small_show()
    change = booths.draw(show, "h2", rectangle(9000, 0, 3000, 4000), number="B1", open_sides=2)
    (row,) = (row for key, row in _after(show, change).items() if key not in show.booths)
    assert (row.hall, row.number, row.open_sides, row.status, row.revision) == ("h2", "B1", 2, BoothStatus.AVAILABLE, 0)
    assert change.summary == "Draw booth B1"


@pytest.mark.parametrize(
    ("outline", "number", "says"),
    [
        (rectangle(0, 0, 299, 3000), "B1", "at least 0.3 m"),
        ((), "B1", "at least 0.3 m"),
        (rectangle(0, 0, 3000, 3000), "a01", "Number a01 is already taken"),
    ],
)
def test_a_slip_of_the_mouse_or_a_taken_number_is_refused(outline: Outline, number: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        booths.draw(small_show(), "h1", outline, number=number)


def test_moving_shifts_every_booth_named() -> None:
    show = small_show()
    after = _after(show, booths.move(show, ["b1", "b4"], -100, 250))
    for key in ("b1", "b4"):
        was, now = bounds(show.booths[key].outline), bounds(after[key].outline)
        assert (now.left - was.left, now.top - was.top) == (-100, 250)
    assert after["b2"] is show.booths["b2"]
    assert not booths.move(show, ["b1"], 0, 0)


def test_reshaping_makes_and_mends_drafts() -> None:
    show = small_show()
    assert _after(show, booths.reshape(show, "b1", BOWTIE))["b1"].draft
    assert not _after(show, booths.reshape(show, "b4", rectangle(0, 0, 3000, 3000)))["b4"].draft
    with pytest.raises(Refused, match="three corners"):
        booths.reshape(show, "b1", BOWTIE[:2])


def test_a_number_is_taken_within_its_hall_only() -> None:
    show = small_show()
    assert _after(show, booths.renumber(show, "b6", " A02\n"))["b6"].number == "A02"
    assert _after(show, booths.renumber(show, "b1", "a01"))["b1"].number == "a01"
    with pytest.raises(Refused, match="Hall 1: Number A02 is already taken"):
        booths.renumber(show, "b1", "A02")


def test_a_run_of_numbers_counts_on_and_may_pass_through_its_own_old_ones() -> None:
    show = small_show()
    after = _after(show, booths.number_run(show, ["b2", "b1", "b3"], "A01"))
    assert [after[key].number for key in ("b2", "b1", "b3")] == ["A01", "A02", "A03"]
    with pytest.raises(Refused, match="A04 is already taken"):
        booths.number_run(show, ["b1", "b3"], "A03")


@pytest.mark.parametrize(
    ("first", "step", "numbers"),
    [
        ("A08", 1, ["A08", "A09", "A10"]),
        ("100", 2, ["100", "102", "104"]),
        ("2B9", 1, ["2B9", "2B10", "2B11"]),
        ("N7-east", 1, ["N7-east", "N8-east", "N9-east"]),
        ("展位01", 1, ["展位01", "展位02", "展位03"]),
    ],
)
def test_numbers_keep_the_width_of_their_digits(first: str, step: int, numbers: list[str]) -> None:
    assert booths.numbers_from(first, 3, step) == numbers


def test_a_run_needs_digits() -> None:
    with pytest.raises(Refused, match="no digits"):
        booths.numbers_from("East", 2)


def test_retyping_sets_what_is_given() -> None:
    show = small_show()
    after = _after(show, booths.retype(show, ["b1", "b2"], open_sides=3))
    assert [(after[k].construction, after[k].open_sides) for k in ("b1", "b2")] == [
        (Construction.SHELL, 3),
        (Construction.RAW, 3),
    ]
    assert _after(show, booths.retype(show, ["b1"], Construction.RAW))["b1"].open_sides == 1
    with pytest.raises(Refused, match="0 to 4"):
        booths.retype(show, ["b1"], open_sides=5)


def test_only_free_booths_are_blocked() -> None:
    show = small_show()
    assert _after(show, booths.block(show, ["b2"]))["b2"].status is BoothStatus.BLOCKED
    assert _after(show, booths.block(show, ["b3"], blocked=False))["b3"].status is BoothStatus.AVAILABLE
    with pytest.raises(Refused, match="A01: It is let"):
        booths.block(show, ["b2", "b1"])


def test_deleting_a_booth_leaves_its_exhibitor() -> None:
    show = small_show()
    after = booths.delete(show, ["b1", "b5"]).applied(show)
    assert not {"b1", "b5"} & set(after.booths)
    assert after.exhibitors is show.exhibitors


def test_a_booth_that_is_gone_is_refused_everywhere() -> None:
    show = small_show()
    edits: list[Callable[[], Change]] = [
        lambda: booths.move(show, ["gone"], 1, 1),
        lambda: booths.reshape(show, "gone", BOWTIE),
        lambda: booths.renumber(show, "gone", "Z1"),
        lambda: booths.number_run(show, ["gone"], "Z1"),
        lambda: booths.retype(show, ["gone"]),
        lambda: booths.block(show, ["gone"]),
        lambda: booths.annotate(show, "gone", "x"),
        lambda: booths.delete(show, ["gone"]),
        lambda: booths.draw(show, "gone", rectangle(0, 0, 3000, 3000)),
    ]
    for edit in edits:
        with pytest.raises(Refused, match="no longer exists"):
            edit()
