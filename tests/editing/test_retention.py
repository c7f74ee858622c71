from datetime import date, datetime

import pytest
from tests.shows import small_show

from hallwright.editing.retention import ERASED, due, erase, keep_for
from hallwright.support.errors import Refused

AT = datetime(2024, 9, 20, 7)  # noqa: DTZ001


def test_people_are_due_after_their_last_day_the_longest_overdue_first() -> None:
    show = small_show()
    assert due(show, date(2025, 3, 1)) == []
    assert [person.id for person in due(show, date(2025, 3, 2))] == ["p2"]
    show = keep_for(show, ["p1"], date(2025, 1, 1)).applied(show)
    assert [person.id for person in due(show, date(2025, 6, 1))] == ["p1", "p2"]


def test_who_is_erased_leaves_neither_name_nor_reason() -> None:
    show = small_show()
    change = erase(show, ["p1"], AT)
    after = change.applied(show)
    assert "p1" not in after.people
    assert (after.badges["k1"].voided, after.badges["k1"].void_reason, after.badges["k1"].reason) == (AT, ERASED, "")
    assert change.summary == "Erase 1 person"
    assert change.inverse().applied(after).people["p1"].native == "林美"


def test_nobody_and_somebody_gone_are_refused() -> None:
    for ids in ([], ["gone"]):
        with pytest.raises(Refused):
            erase(small_show(), ids, AT)
        with pytest.raises(Refused):
            keep_for(small_show(), ids, None)
