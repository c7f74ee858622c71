"""Who stands where: what is given, taken back and refused."""

from datetime import datetime

import pytest
from tests.shows import small_show

from hallwright.editing import assignment
from hallwright.expo.space import BoothStatus
from hallwright.support.errors import Refused

WHEN = datetime(2024, 9, 1, 18)  # noqa: DTZ001  # holds are in the organiser's local time


def test_assigning_reserves_the_booth_and_ends_the_waiting() -> None:
    show = small_show()
    after = assignment.assign(show, "b2", "x3").applied(show)
    assert (after.booths["b2"].exhibitor, after.booths["b2"].status) == ("x3", BoothStatus.RESERVED)
    assert not after.exhibitors["x3"].waitlisted


def test_an_exhibitor_may_take_a_second_booth_and_confirm_its_first() -> None:
    show = small_show()
    after = assignment.assign(show, "b2", "x1").applied(show)
    assert len(after.booths_of(after.exhibitors["x1"])) == 3
    confirmed = assignment.assign(show, "b5", "x1", BoothStatus.CONFIRMED).applied(show).booths["b5"]
    assert (confirmed.status, confirmed.held_until) == (BoothStatus.CONFIRMED, None)


@pytest.mark.parametrize(
    ("booth", "exhibitor", "says"),
    [
        ("b1", "x3", "let to NetEase. Release it first"),
        ("b3", "x3", "blocked"),
        ("b4", "x3", "draft, the outline crosses itself"),
        ("b2", "x2", "shares its host's booth"),
        ("b2", "gone", "exhibitor no longer exists"),
        ("gone", "x3", "booth no longer exists"),
    ],
)
def test_what_cannot_be_placed_is_refused(booth: str, exhibitor: str, says: str) -> None:
    show = small_show()
    with pytest.raises(Refused, match=says):
        assignment.assign(show, booth, exhibitor)
    with pytest.raises(Refused, match=says):
        assignment.hold(show, booth, exhibitor, WHEN)


@pytest.mark.parametrize("status", [BoothStatus.AVAILABLE, BoothStatus.BLOCKED])
def test_a_let_booth_is_neither_available_nor_blocked(status: BoothStatus) -> None:
    with pytest.raises(Refused, match="no status of a let booth"):
        assignment.assign(small_show(), "b2", "x3", status)
    with pytest.raises(Refused):
        assignment.advance(small_show(), "b1", status)


def test_a_hold_ends_when_it_is_advanced_or_released() -> None:
    show = small_show()
    held = assignment.hold(show, "b2", "x3", WHEN).applied(show)
    assert (held.booths["b2"].status, held.booths["b2"].held_until) == (BoothStatus.HELD, WHEN)
    assert assignment.advance(held, "b2", BoothStatus.HELD).applied(held).booths["b2"].held_until == WHEN
    offered = assignment.advance(held, "b2", BoothStatus.OFFERED).applied(held).booths["b2"]
    assert (offered.status, offered.held_until, offered.exhibitor) == (BoothStatus.OFFERED, None, "x3")
    free = assignment.release(held, "b2").applied(held).booths["b2"]
    assert (free.status, free.held_until, free.exhibitor) == (BoothStatus.AVAILABLE, None, None)


def test_only_let_booths_are_released_or_advanced() -> None:
    show = small_show()
    with pytest.raises(Refused, match="A02: It is not let"):
        assignment.release(show, "b1", "b2")
    with pytest.raises(Refused, match="Assign it first"):
        assignment.advance(show, "b2", BoothStatus.CONFIRMED)
    assert assignment.release(show, "b1", "b5").summary == "Release 2 booths"


def test_a_status_chosen_from_a_list_does_what_it_says() -> None:
    show = small_show()
    assert assignment.set_status(show, ["b2"], BoothStatus.BLOCKED).applied(show).booths["b2"].status == "blocked"
    freed = assignment.set_status(show, ["b1", "b3"], BoothStatus.AVAILABLE).applied(show).booths
    assert (freed["b1"].exhibitor, freed["b1"].status, freed["b3"].status) == (None, "available", "available")
    confirmed = assignment.set_status(show, ["b1", "b5"], BoothStatus.CONFIRMED).applied(show).booths
    assert {confirmed[key].status for key in ("b1", "b5")} == {BoothStatus.CONFIRMED}
    for booth, status in (("b2", BoothStatus.CONFIRMED), ("b1", BoothStatus.BLOCKED)):
        with pytest.raises(Refused):
            assignment.set_status(show, [booth], status)
