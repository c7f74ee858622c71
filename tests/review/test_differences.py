"""Differences between two versions: applied to the one they give the other, whatever was done between them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.editing.any_edit import CALLERS, attempt
from tests.shows import booth, content, shows, small_show

from hallwright.editing import assignment, booths, exhibitors, shaping
from hallwright.editing.change import Change, create, remove
from hallwright.editing.earlier import PLAN
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus
from hallwright.geometry.outline import rectangle
from hallwright.review.differences import Difference, What, applied, differences


def _plan(show: Show) -> dict[str, dict[str, Row]]:
    found = content(show)
    return {kind.__name__: found[kind.__name__] for kind in PLAN}


def _listed(a: Show, change: Change) -> list[tuple[What, str]]:
    found = differences(a, change.applied(a))
    assert _plan(applied(a, found)) == _plan(change.applied(a))
    return [(one.what, getattr(one.row, "number", getattr(one.row, "name", ""))) for one in found]


@settings(max_examples=200)
@given(show=shows(), data=st.data())
def test_the_listed_differences_applied_to_one_version_give_the_other(show: Show, data: st.DataObject) -> None:
    later = show
    for _step in range(data.draw(st.integers(1, 6))):
        change = attempt(data.draw, later, data.draw(st.sampled_from(sorted(CALLERS))))
        later = change.applied(later) if change else later
    found = differences(show, later)
    assert _plan(applied(show, found)) == _plan(later)
    # Nothing is listed that is no difference.
    assert not differences(later, later)
    if _plan(show) == _plan(later):
        assert not found


@settings(max_examples=100)
@given(one=shows(), other=shows())
def test_so_it_is_between_versions_that_have_little_in_common(one: Show, other: Show) -> None:
    fresh = Show.of(replace(row, id=f"new-{row.id}") if isinstance(row, Booth) else row for row in other.rows())
    for later in (other, fresh):
        assert _plan(applied(one, differences(one, later))) == _plan(later)


def test_a_booth_moved_is_told_by_how_much(show: Show) -> None:
    found = differences(show, booths.move(show, ["b6"], 1500, -20).applied(show))
    moved = [one for one in found if one.what is What.MOVED]
    assert [(one.row.id, one.shift) for one in moved] == [("b6", (1500, -20))]


@pytest.fixture
def show() -> Show:
    return small_show()


def test_each_edit_is_told_in_its_own_words(show: Show) -> None:
    alone = Change.of("add", "Add", [create(booth("b9", "Z1", 40_000, 20_000, open_sides=4))]).applied(show)
    assert _listed(alone, shaping.resize(alone, ["b9"], 4500, None)) == [(What.RESIZED, "Z1")]
    wide = shaping.resize(alone, ["b9"], 4500, None).applied(alone)
    assert _listed(wide, shaping.rotate(wide, ["b9"], 90)) == [(What.TURNED, "Z1")]
    assert _listed(alone, booths.renumber(alone, "b9", "Z2")) == [(What.RENUMBERED, "Z2")]
    taken = assignment.assign(alone, "b9", "x3")
    assert _listed(alone, taken) == [(What.REASSIGNED, "Z1"), (What.STATUS, "Z1"), (What.STATUS, "Kugou")]
    confirmed = assignment.advance(taken.applied(alone), "b9", BoothStatus.CONFIRMED)
    assert _listed(taken.applied(alone), confirmed) == [(What.STATUS, "Z1")]
    assert _listed(alone, booths.delete(alone, ["b9"])) == [(What.REMOVED, "Z1")]
    renamed = exhibitors.amend_exhibitor(alone, "x3", name="Kugou Music")
    assert _listed(alone, renamed) == [(What.RENAMED, "Kugou Music")]


def test_a_booth_that_grew_to_one_side_was_not_moved_and_one_that_did_both_is_told_so(show: Show) -> None:
    old = booth("n", "N", 40_000, 20_000)
    base = Change.of("add", "Add", [create(old)]).applied(show)
    left = replace(old, outline=rectangle(38_500, 20_000, 4500, 3000))
    far = replace(old, outline=rectangle(20_000, 10_000, 4500, 3000))
    assert [one.what for one in differences(base, base.replaced([(old, left)]))] == [What.RESIZED]
    found = differences(base, base.replaced([(old, far)]))
    assert [(one.what, one.shift) for one in found] == [(What.MOVED, (-19_250, -10_000)), (What.RESIZED, (0, 0))]


def test_a_booth_drawn_anew_under_its_number_is_the_same_booth(show: Show) -> None:
    old = show.booths["b1"]
    anew = replace(old, id="anew", exhibitor="x3")
    change = Change.of("redraw", "Redraw", [remove(old), create(anew)])
    assert _listed(show, change) == [(What.REDRAWN, "A01"), (What.REASSIGNED, "A01")]


def test_a_move_to_another_hall_is_a_move(show: Show) -> None:
    old = show.booths["b1"]
    found = differences(show, show.replaced([(old, replace(old, hall="h2"))]))
    assert found == [Difference(What.MOVED, old, replace(old, hall="h2"), ("hall",))]
