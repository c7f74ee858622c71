"""Cells as typed values."""

import re
from datetime import date
from typing import Any

import pytest

from hallwright.exchange.cells import day, days, value_of
from hallwright.exchange.fields import Kind
from hallwright.expo.people import Role
from hallwright.expo.space import BoothStatus, Construction


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Kind.LINE, " Two\n lines ", {"f": "Two lines"}),
        (Kind.LINE, "12.0", {"f": "12.0"}),
        (Kind.TEXT, "Two\nlines ", {"f": "Two\nlines"}),
        (Kind.CODE, "Ａ１２", {"f": "A12"}),
        (Kind.CODE, "+86 020-1234", {"f": "+86 020-1234"}),
        (Kind.NUMBER, "12.0", {"f": 12}),
        (Kind.NUMBER, "１２", {"f": 12}),
        (Kind.DEGREES, "12,5°", {"f": 12.5}),
        (Kind.STATUS, "Sold", {"f": BoothStatus.CONFIRMED}),
        (Kind.STATUS, "已預訂", {"f": BoothStatus.RESERVED}),
        (Kind.TYPE, "Standard", {"construction": Construction.SHELL}),
        (Kind.TYPE, "光地", {"construction": Construction.RAW}),
        (Kind.TYPE, "Corner", {"open_sides": 2}),
        (Kind.TYPE, "4", {"open_sides": 4}),
        (Kind.TYPE, "岛型", {"open_sides": 4}),
        (Kind.ROLE, "Organizer", {"f": Role.ORGANISER}),
        (Kind.ROLE, "參展商", {"f": Role.EXHIBITOR}),
        (Kind.ROLE, "观众", {"f": Role.VISITOR}),
        (Kind.YES, "是", {"f": True}),
        (Kind.YES, "✓", {"f": True}),
        (Kind.YES, "No", {"f": False}),
        (Kind.DAYS, "all days", {"f": ()}),
        (Kind.NAME, "Mei Ling Wong", {"given": "Mei Ling", "family": "Wong"}),
        (Kind.NAME, "Wong, Mei Ling", {"given": "Mei Ling", "family": "Wong"}),
        (Kind.NAME, "Madonna", {"family": "Madonna"}),
        (Kind.NAME, "林美", {"native": "林美"}),
        (Kind.NAME, "Татьяна Белова", {"native": "Татьяна Белова"}),
        (Kind.DERIVED, "9.0", {}),
    ],
)
def test_values(kind: Kind, text: str, expected: dict[str, Any]) -> None:
    assert value_of(kind, "f", text, "m") == expected


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        (Kind.LINE, "#REF!", "an error of the spreadsheet's formula"),
        (Kind.NUMBER, "#DIV/0!", "an error of the spreadsheet's formula"),
        (Kind.TEXT, "Err:508", "an error of the spreadsheet's formula"),
        (Kind.LINE, "x" * 301, "longer than 300 characters"),
        (Kind.TEXT, "x" * 10_001, "longer than 10,000 characters"),
        (Kind.NUMBER, "1.5", "not a whole number"),
        (Kind.NUMBER, "many", "not a number"),
        (Kind.NUMBER, "9999999999", "too large a number"),
        (Kind.STATUS, "perhaps", "no status of a booth"),
        (Kind.TYPE, "Premium", "no type of a booth (inline, corner, peninsula, island, raw, shell)"),
        (
            Kind.ROLE,
            "wizard",
            "no role (exhibitor, visitor, speaker, press, organiser, staff, contractor, vip, delegation)",
        ),
        (Kind.YES, "maybe", "neither yes nor no"),
    ],
)
def test_what_is_not_understood(kind: Kind, text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        value_of(kind, "f", text, "m")


@pytest.mark.parametrize(
    "text",
    [
        "2024-09-13",
        "2024/9/13",
        "2024.9.13",
        "20240913",
        "2024年9月13日",
        "13.9.2024",
        "13.09.2024",
        "13/9/2024",
        "9/13/2024",
        "2024-09-13 00:00:00",
        "2024-09-13T00:00",
        "13 Sep 2024",
        "13th September 2024",
        "Sept. 13, 2024",
    ],
)
def test_days_of_every_form(text: str) -> None:
    assert day(text) == date(2024, 9, 13)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("9/9/2024", "month and day cannot be told apart; write 2024-09-30 for 30 September 2024"),
        ("3-9-2024", "month and day cannot be told apart; write 2024-09-30 for 30 September 2024"),
        ("2024-02-30", "no day of the calendar"),
        ("30/30/2024", "no day of the calendar"),
        ("45544", "no date; write 2024-09-30 for 30 September 2024"),
        ("13 Foo 2024", "no date; write 2024-09-30 for 30 September 2024"),
        (" ; ", "no date"),
    ],
)
def test_what_is_no_day(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        days(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024-09-10; 2024-09-09",
        "2024-09-09,2024-09-10",
        "2024-09-09\n2024-09-10",
        "２０２４年９月９日、2024年9月10日",
        "Sep 9, 2024; Sep 10, 2024",
        "Sep 9, 2024, Sep 10, 2024",
        "2024-09-09, 2024-09-10, 2024-09-09",
    ],
)
def test_several_days_in_order_each_once(text: str) -> None:
    assert days(text) == (date(2024, 9, 9), date(2024, 9, 10))
