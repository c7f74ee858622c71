from datetime import date

from hallwright.drawing.paper import layout
from hallwright.drawing.titleblock import crosses, dates, grid
from hallwright.expo.event import Event


def test_fields_are_lettered_without_i_and_o() -> None:
    fields = grid(layout("A0", 100, True))
    across = [
        fields.at(fields.left + fields.wide * (k + 0.5) / fields.columns, fields.top) for k in range(fields.columns)
    ]
    assert across[:3] == ["A1", "B1", "C1"]
    assert not {"I1", "O1"} & set(across)
    assert fields.at(fields.left + fields.wide + 50, fields.top - 50)[1:] == "1"


def test_no_cross_goes_through_a_name() -> None:
    fields = grid(layout("A3", 100, True))
    everywhere = crosses(fields, [])
    assert len(everywhere.points) == 2 * (fields.columns - 1) * (fields.rows - 1)
    x = fields.left + fields.wide / fields.columns
    y = fields.top + fields.high / fields.rows
    assert len(crosses(fields, [(x - 1, y - 1, x + 1, y + 1)]).points) == len(everywhere.points) - 2


def test_dates_name_what_differs_only() -> None:
    def event(first: date, last: date) -> Event:
        return Event(id="e", name="", starts=first, ends=last)

    assert dates(event(date(2024, 9, 9), date(2024, 9, 15)), "en") == "9–15 September 2024"
    assert dates(event(date(2024, 9, 9), date(2024, 9, 15)), "zh") == "2024年9月9日—15日"
    assert dates(event(date(2024, 9, 30), date(2024, 10, 2)), "en") == "30 September – 2 October 2024"
    assert dates(event(date(2024, 12, 30), date(2025, 1, 2)), "zh") == "2024年12月30日—2025年1月2日"
    assert dates(event(date(2024, 9, 9), date(2024, 9, 9)), "en") == "9 September 2024"
    assert dates(Event(id="e", name=""), "en") == ""
