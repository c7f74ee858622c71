"""Files become records and rejections, with the row numbers that a person sees."""

from datetime import date
from pathlib import Path

import pytest
from tests.exchange.books import xlsx

from hallwright.editing.floor import merge_booths
from hallwright.editing.merging import Record, Rejection
from hallwright.exchange.importing import Reading, What, read
from hallwright.expo.people import Role
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus, Construction
from hallwright.geometry.outline import area, rectangle
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused

REAL = Path(__file__).parents[3] / "shared" / "real" / "trade-fair-sector.csv"


def booths(tmp_path: Path, text: str, *, unit: Unit | None = None, **mapping: str) -> Reading:
    path = tmp_path / "booths.csv"
    path.write_text(text, encoding="utf-8")
    return read(path, What.BOOTHS, unit=unit, mapping=mapping)


@pytest.mark.skipif(not REAL.exists(), reason="the real plan is not beside this checkout")
def test_the_real_plan_is_taken_whole() -> None:
    reading = read(REAL, What.BOOTHS, unit=Unit.M)
    assert reading.mapping == {
        "Booth No": "number",
        "Category": "construction",
        "Area m2": "area",
        "Outline WKT (m)": "outline",
    }
    assert (len(reading.records), reading.rejected, reading.unmapped) == (219, [], ())
    merge = merge_booths(Show.of([]), "Sector A", reading.records)
    assert merge.added == 219
    assert [(draft.row, draft.value, draft.reason) for draft in merge.drafts] == [
        (7, "FDA1019", "the outline crosses itself"),
        (163, "FDA720", "the outline crosses itself"),
        (203, "FDA819", "the outline crosses itself"),
    ]
    show = merge.change.applied(Show.of([]))
    again = merge_booths(show, "Sector A", reading.records)
    assert (again.added, again.updated, again.unchanged, bool(again.change)) == (0, 0, 219, False)


def test_types_units_and_words(tmp_path: Path) -> None:
    reading = booths(
        tmp_path,
        "展位号,类型,状态,x (mm),y,宽度（英尺）,深度,Rotation,备注\n"
        'Ａ０１,角位,可售,1000,2 m,10,"3,5",,靠近入口\n'
        "A02,光地,Blocked,0,0,10',3000mm,90,\n",
    )
    assert reading.rejected == []
    first, second = reading.records
    assert first == Record(
        2,
        {
            "number": "A01",
            "open_sides": 2,
            "status": BoothStatus.AVAILABLE,
            "outline": rectangle(1000, 2000, 3048, 3500),
            "note": "靠近入口",
        },
    )
    assert second.values["construction"] is Construction.RAW
    assert second.values["outline"] == ((3024, -24), (3024, 3024), (24, 3024), (24, -24))


@pytest.mark.parametrize(("unit", "side"), [(None, 3000), (Unit.M, 3000), (Unit.FT, 914), (Unit.MM, 3)])
def test_bare_lengths_are_in_the_given_unit(tmp_path: Path, unit: Unit | None, side: int) -> None:
    reading = booths(tmp_path, "Booth,x,y,width,depth\nA1,0,0,3,3\n", unit=unit)
    assert reading.records[0].values["outline"] == rectangle(0, 0, side, side)
    reading = booths(tmp_path, 'Booth,WKT\nA1,"POLYGON ((0 0, 3 0, 3 3, 0 3))"\n', unit=unit)
    assert area(reading.records[0].values["outline"]) == side**2


def test_the_heading_tells_the_unit_before_the_caller_does(tmp_path: Path) -> None:
    reading = booths(tmp_path, 'Booth,WKT (m)\nA1,"POLYGON ((0 0, 3 0, 3 3, 0 3))"\n', unit=Unit.MM)
    assert reading.records[0].values["outline"] == rectangle(0, 0, 3000, 3000)


def test_an_outline_goes_before_sides_and_sides_alone_place_nothing(tmp_path: Path) -> None:
    both = booths(tmp_path, 'Booth,x,y,width,depth,WKT\nA1,9,9,9,9,"POLYGON ((0 0, 3 0, 3 3, 0 3))"\n')
    assert both.records[0].values == {"number": "A1", "outline": rectangle(0, 0, 3000, 3000)}
    sides = booths(tmp_path, "Booth,width,depth\nA1,3,3\n")
    assert sides.records[0].values == {"number": "A1"}


@pytest.mark.parametrize(
    ("row", "rejection"),
    [
        ("A1,1,,3,3", Rejection(2, "y", "", "an outline needs x, y, width and depth")),
        ("A1,0,0,0,3", Rejection(2, "width", "0.0", "not more than 0")),
        ("A1,0,0,3,-3", Rejection(2, "depth", "-3.0", "not more than 0")),
        ("A1,0,0,wide,3", Rejection(2, "width", "wide", "not a length")),
        ('A1,0,0,"1,234",3', Rejection(2, "width", "1,234", "may mean 1.234 or 1234; write it without the comma")),
        ("#REF!,0,0,3,3", Rejection(2, "Booth", "#REF!", "an error of the spreadsheet's formula")),
        ("A1,0,0,3,3,4", Rejection(2, "", "", "the row has 6 cells, but there are 5 headings")),
    ],
)
def test_a_row_that_cannot_be_taken(tmp_path: Path, row: str, rejection: Rejection) -> None:
    reading = booths(tmp_path, f"Booth,x,y,width,depth\n{row}\nA2,0,0,3,3\n")
    assert reading.rejected == [rejection]
    assert [record.row for record in reading.records] == [3]


@pytest.mark.parametrize(
    ("outline", "reason"),
    [
        ("MULTIPOLYGON (((0 0, 1 0, 1 1)))", "a MULTIPOLYGON; a booth has one outline"),
        ("POLYGON ((0 0, 9 0, 9 9), (1 1, 2 1, 2 2))", "an outline with a hole; a booth has none"),
    ],
)
def test_an_outline_that_is_none_rejects_its_row(tmp_path: Path, outline: str, reason: str) -> None:
    reading = booths(tmp_path, f'Booth,WKT\nA1,"{outline}"\n')
    assert (reading.records, reading.rejected) == ([], [Rejection(2, "WKT", outline, reason)])


def test_a_cell_that_is_not_understood_leaves_the_rest(tmp_path: Path) -> None:
    reading = booths(tmp_path, "Booth,Status,Category\nA1,perhaps,Raw\n")
    assert reading.records == [Record(2, {"number": "A1", "construction": Construction.RAW})]
    assert reading.rejected == [Rejection(2, "Status", "perhaps", "no status of a booth; the rest of the row is taken")]


def test_long_values_are_shown_shortened(tmp_path: Path) -> None:
    reading = booths(tmp_path, f"Booth,Status\nA1,{'x' * 200}\n")
    assert reading.rejected[0].value == "x" * 79 + "…"


def test_blank_rows_and_titles_keep_the_row_numbers(tmp_path: Path) -> None:
    reading = booths(tmp_path, "Sector A\n\nBooth No,Note\n,\nA1,x\n\nA2\n")
    assert reading.heading_row == 3
    assert reading.records == [Record(5, {"number": "A1", "note": "x"}), Record(7, {"number": "A2"})]
    assert reading.sample_rows == (("A1", "x"), ("A2", ""))


def test_what_the_preview_shows(tmp_path: Path) -> None:
    rows = "".join(f"A{k},{k},y,\n" for k in range(20))
    reading = booths(tmp_path, f"Booth No,Colour,Booth No,,\n{rows}")
    assert reading.headings == ("Booth No", "Colour", "Booth No (2)")
    assert reading.mapping == {"Booth No": "number"}
    assert reading.unmapped == ("Colour", "Booth No (2)")
    assert len(reading.records) == 20
    assert len(reading.sample_rows) == 8
    assert (reading.encoding, reading.sheet, reading.sheets) == ("UTF-8", "", ())


def test_a_column_without_heading_in_a_workbook_is_no_shift(tmp_path: Path) -> None:
    reading = read(xlsx(tmp_path / "a.xlsx", ["Booth No"], [101, "seen"]), What.BOOTHS)
    assert (reading.headings, reading.rejected) == (("Booth No", "Column B"), [])
    assert (reading.records, reading.sheet, reading.encoding) == ([Record(2, {"number": "101"})], "List", "")


def test_the_user_maps_columns(tmp_path: Path) -> None:
    reading = booths(tmp_path, "Platz,Booth No,Note\nA1,7,x\n", Platz="number", Note="-")
    assert reading.records == [Record(2, {"number": "A1"})]
    assert reading.unmapped == ("Booth No", "Note")


def test_headings_that_only_the_user_knows(tmp_path: Path) -> None:
    assert booths(tmp_path, "Platz,Breite\nA1,3\n", Platz="number").records == [Record(2, {"number": "A1"})]


def test_no_headings_are_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        booths(tmp_path, "\nA01,3,4\nA02,3,4\n")
    assert caught.value.line() == (
        "booths.csv: Row 2 has no heading that is known for booths: A01, 3, 4. "
        "Add a row of headings, or name columns with --map COLUMN=FIELD."
    )
    with pytest.raises(Refused) as caught:
        read(xlsx(tmp_path / "a.xlsx", ["A01", 3]), What.BOOTHS)
    assert caught.value.line() == (
        "a.xlsx, sheet List: Row 1 has no heading that is known for booths: A01, 3. "
        "Add a row of headings, or name columns with --map COLUMN=FIELD."
    )


def test_headings_without_rows_are_a_list_of_nothing(tmp_path: Path) -> None:
    reading = booths(tmp_path, "Booth No,Note\n")
    assert (reading.records, reading.rejected, reading.sample_rows) == ([], [], ())


def test_texts_that_a_spreadsheet_would_run_come_back(tmp_path: Path) -> None:
    assert booths(tmp_path, "Booth,Note\nA1,'=1+1\n").records[0].values["note"] == "=1+1"
    path = xlsx(tmp_path / "a.xlsx", ["Booth", "Note"], ["A1", "'=1+1"])
    assert read(path, What.BOOTHS).records[0].values["note"] == "'=1+1"


def test_access_seat_consent_and_retention_of_people(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "Name,准入区域,座位,同意日期,Keep until,备注\nAnn Lee,创新区; VIP,12A,2024年8月2日,2025-03-01,by bus\n"
    )
    assert read(path, What.PEOPLE).records[0].values == {
        "given": "Ann",
        "family": "Lee",
        "access": "创新区; VIP",
        "seat": "12A",
        "consented": date(2024, 8, 2),
        "keep_until": date(2025, 3, 1),
        "note": "by bus",
    }


def test_people(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "姓名,Role,单位,有效日期,手机\n"
        "林美,参展商,网易,2024-09-09;2024-09-10,13800138000\n"
        "Ann Lee,press,,9/9/2024,+852 1\n",
        encoding="gbk",
    )
    reading = read(path, What.PEOPLE)
    assert reading.encoding == "GB18030"
    assert reading.records == [
        Record(
            2,
            {
                "native": "林美",
                "role": Role.EXHIBITOR,
                "company_native": "网易",
                "days": (date(2024, 9, 9), date(2024, 9, 10)),
                "phone": "13800138000",
            },
        ),
        Record(3, {"given": "Ann", "family": "Lee", "role": Role.PRESS, "phone": "+852 1"}),
    ]
    assert reading.rejected == [
        Rejection(
            3,
            "有效日期",
            "9/9/2024",
            "month and day cannot be told apart; write 2024-09-30 for 30 September 2024; the rest of the row is taken",
        )
    ]


def test_exhibitors(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        ["CompanyName", "公司名称", "面积(㎡)", "Priority", "Waiting list", "Phone", "CompanyNumber"],
        ["NetEase", "网易", 36, 3, "yes", 8602012345678, "12.0"],
    )
    assert read(path, What.EXHIBITORS).records == [
        Record(
            2,
            {
                "name": "NetEase",
                "name_native": "网易",
                "size_wanted": 36_000_000,
                "priority": 3,
                "waitlisted": True,
                "phone": "8602012345678",
                "contract": "12.0",
            },
        )
    ]
