"""The event's days and a person's name."""

from datetime import date

import pytest

from hallwright.expo.event import Event
from hallwright.expo.people import Person


def test_the_days_of_an_event_are_all_from_first_to_last() -> None:
    event = Event(id="e", name="Expo", starts=date(2024, 2, 28), ends=date(2024, 3, 1))
    assert event.days == (date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1))


@pytest.mark.parametrize(
    ("starts", "ends"),
    [(None, None), (date(2024, 9, 9), None), (None, date(2024, 9, 9)), (date(2024, 9, 9), date(2024, 9, 8))],
)
def test_an_event_without_both_dates_in_order_has_no_days(starts: date | None, ends: date | None) -> None:
    assert Event(id="e", name="Expo", starts=starts, ends=ends).days == ()


def test_a_name_in_latin_script_has_no_stray_space() -> None:
    assert [
        Person(id="p", given=g, family=f).latin for g, f in (("Mei", "Lin"), ("", "Lin"), ("Mei", ""), ("", ""))
    ] == [
        "Mei Lin",
        "Lin",
        "Mei",
        "",
    ]
