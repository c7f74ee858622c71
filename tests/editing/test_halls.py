"""A hall moves with all that is in it, as one step, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shows import small_rows

from hallwright.editing.halls import FARTHEST, concerned, move_hall
from hallwright.editing.typing_booths import with_types
from hallwright.editing.underlays import lock_underlay
from hallwright.expo.show import Show
from hallwright.geometry.outline import moved
from hallwright.support.errors import Refused

WAYS = st.integers(-1_000_000, 1_000_000)


@pytest.fixture(scope="module")
def show() -> Show:
    locked = Show.of(small_rows())
    return lock_underlay(locked, "u", False).applied(locked)


def placed(show: Show, hall: str) -> dict[str, object]:
    """Return where everything of a hall lies."""
    tables = show.zones, show.fixtures, show.aisles, show.booths
    found: dict[str, object] = {row.id: row.outline for table in tables for row in table.where("hall", hall)}
    found |= {row.id: (row.x, row.y) for row in show.underlays.where("hall", hall)}
    return found | {hall: show.halls[hall].outline}


@given(dx=WAYS, dy=WAYS)
def test_everything_in_it_keeps_its_place_towards_the_rest(show: Show, dx: int, dy: int) -> None:
    after = move_hall(show, "h1", dx, dy).applied(show)
    was, now = placed(show, "h1"), placed(after, "h1")
    assert len(was) >= 6
    for key, outline in was.items():
        if key == "u":
            assert now[key] == (outline[0] + dx, outline[1] + dy)  # type: ignore[index]
        else:
            assert now[key] == moved(outline, dx, dy)  # type: ignore[arg-type]
    assert placed(after, "h2") == placed(show, "h2")


@given(dx=WAYS, dy=WAYS)
def test_back_again_is_as_before_and_no_booth_is_of_another_type(show: Show, dx: int, dy: int) -> None:
    change = move_hall(show, "h1", dx, dy)
    there = change.applied(show)
    assert placed(move_hall(there, "h1", -dx, -dy).applied(there), "h1") == placed(show, "h1")
    assert placed(change.inverse().applied(there), "h1") == placed(show, "h1")
    assert [booth.open_sides for booth in there.booths.values()] == [b.open_sides for b in show.booths.values()]
    assert with_types(show, change).ids() >= change.ids()


def test_no_way_is_no_change(show: Show) -> None:
    assert not move_hall(show, "h1", 0, 0)


def test_underlays_stay_where_they_are_if_that_is_wanted(show: Show) -> None:
    after = move_hall(show, "h1", 1000, 0, underlays=False).applied(show)
    assert placed(after, "h1")["u"] == placed(show, "h1")["u"]
    assert after.halls["h1"].outline[0] == (1000, 0)


def test_a_locked_underlay_holds_the_hall_unless_it_stays() -> None:
    show = Show.of(small_rows())
    with pytest.raises(Refused, match="locked") as refused:
        move_hall(show, "h1", 1000, 0)
    assert "venue.dxf" in refused.value.line()
    assert move_hall(show, "h1", 1000, 0, underlays=False)


def test_a_hall_is_not_moved_out_of_reach(show: Show) -> None:
    with pytest.raises(Refused, match="10 km"):
        move_hall(show, "h1", FARTHEST, 0)
    with pytest.raises(Refused, match="no longer exists"):
        move_hall(show, "gone", 1, 0)


def test_the_rows_concerned_are_counted(show: Show) -> None:
    assert concerned(show, "h1") == len(move_hall(show, "h1", 1, 0, underlays=False).edits)
