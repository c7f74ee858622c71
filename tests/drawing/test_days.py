from datetime import date

from hallwright.drawing.days import chinese, english, spans


def test_days_are_joined_and_months_named_once() -> None:
    week = tuple(date(2024, 9, day) for day in range(9, 16))
    assert spans(week) == [(week[0], week[-1])]
    assert english(week) == "Mon 9 – Sun 15 Sep"
    assert chinese(week) == "9月9日–15日"
    some = (date(2024, 9, 9), date(2024, 9, 12), date(2024, 9, 11))
    assert english(some) == "Mon 9, Wed 11 – Thu 12 Sep"
    assert chinese(some) == "9月9日、11日–12日"
    over = (date(2024, 9, 30), date(2024, 10, 1))
    assert english(over) == "Mon 30 Sep – Tue 1 Oct"
    assert chinese(over) == "9月30日–10月1日"
