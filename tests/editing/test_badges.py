from dataclasses import replace
from datetime import datetime

import pytest
from tests.shows import small_show

from hallwright.editing import badges, people
from hallwright.expo.printed import Only, good_badges, shown, wanted
from hallwright.expo.show import Show
from hallwright.support.errors import Refused

AT = datetime(2024, 9, 9, 7, 12)  # noqa: DTZ001


def printed(show: Show, **values: str) -> Show:
    return badges.record(show, {"p1": "n1", "p2": "n2"}, AT, **values).applied(show)


def test_a_reprint_voids_the_earlier_badge_and_keeps_the_reason() -> None:
    show = printed(small_show(), desk=" Desk\n2 ", reason="lost")
    old, new = show.badges["k1"], show.badges["n1"]
    assert (old.voided, old.void_reason) == (AT, "lost")
    assert (new.desk, new.reason, new.voided, new.role) == ("Desk 2", "lost", None, show.people["p1"].role)
    assert good_badges(show, "p1") == (new,)
    # Who gets the first badge needs no reason for it.
    assert show.badges["n2"].reason == ""
    assert show.badges["k2"] == small_show().badges["k2"]


def test_a_reprint_without_a_reason_says_that_it_was_replaced() -> None:
    assert printed(small_show()).badges["k1"].void_reason == badges.REPLACED


def test_what_is_printed_once_more_under_the_same_id_is_left_alone() -> None:
    show = printed(small_show())
    assert not badges.record(show, {"p1": "n1", "p2": "n2"}, AT)
    assert badges.record(show, {"p1": "n1", "p2": "n3"}, AT).ids() == {"n2", "n3"}


def test_one_batch_is_one_change_and_undone_in_one() -> None:
    show = small_show()
    change = badges.record(show, {"p1": "n1", "p2": "n2"}, AT)
    assert change.summary == "Print 2 badges"
    undone = change.inverse().applied(change.applied(show))
    assert undone.badges.keys() == show.badges.keys()
    assert undone.badges["k1"].voided is None


def test_whoever_was_deleted_meanwhile_stops_the_record() -> None:
    with pytest.raises(Refused, match="deleted"):
        badges.record(small_show(), {"gone": "n1"}, AT)


def test_a_badge_is_voided_once_and_for_a_reason() -> None:
    show = badges.void(small_show(), ["k1"], AT, "left the company").applied(small_show())
    assert (show.badges["k1"].voided, show.badges["k1"].void_reason) == (AT, "left the company")
    for key, reason, words in (("k1", "lost", "already"), ("k1", " ", "reason"), ("k9", "lost", "no such")):
        with pytest.raises(Refused, match=words):
            badges.void(show, [key], AT, reason)


def test_new_and_changed_since_are_known_from_what_the_badge_shows() -> None:
    show = printed(small_show())
    mei = show.people["p1"]
    assert not wanted(show, mei, Only.NEW)
    assert not wanted(show, mei, Only.CHANGED)
    assert wanted(show, mei, Only.ALL)
    promoted = people.amend_person(show, "p1", job="Director").applied(show)
    assert wanted(promoted, promoted.people["p1"], Only.CHANGED)
    assert not wanted(promoted, promoted.people["p1"], Only.NEW)
    # The number of the booth is on the badge, the telephone is not.
    moved = show.replaced([(show.booths["b1"], replace(show.booths["b1"], number="A09"))])
    assert wanted(moved, mei, Only.CHANGED)
    called = people.amend_person(show, "p1", phone="1", note="x", email="a@b.c").applied(show)
    assert not wanted(called, called.people["p1"], Only.CHANGED)
    void = badges.void(show, ["n1"], AT, "lost").applied(show)
    assert wanted(void, mei, Only.NEW)
    assert not wanted(void, mei, Only.CHANGED)
    assert len(shown(show, mei)) == 16


def test_the_key_does_not_change_under_badges_that_it_signed() -> None:
    show = small_show()
    with pytest.raises(Refused, match="all of them would be refused"):
        badges.set_key(show, "KRSXG", AT)
    none_good = badges.void(show, ["k1"], AT, "a new key").applied(show)
    assert badges.set_key(none_good, "KRSXG", AT).applied(none_good).event.badge_key == "KRSXG"
    assert not badges.set_key(show, show.event.badge_key, AT)


def test_badges_without_a_signature_are_void_from_the_first_key_on() -> None:
    show = small_show()
    show = show.replaced([(show.event, replace(show.event, badge_key=""))])
    show = badges.set_key(show, "KRSXG", AT).applied(show)
    assert show.badges["k1"].void_reason == badges.UNSIGNED
