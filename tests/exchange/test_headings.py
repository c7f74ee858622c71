"""Headings are known whatever their case, language, punctuation and unit."""

from collections import Counter

import pytest

from hallwright.exchange.fields import FIELDS, What
from hallwright.exchange.headings import columns, heading_row, known_headings, normal, unique
from hallwright.support.errors import Refused


def guessed(what: What, *headings: str) -> dict[str, str]:
    return {column.heading: column.field.name for column in columns(what, headings, {}, "f.csv") if column.field}


@pytest.mark.parametrize("what", What)
def test_no_heading_means_two_fields(what: What) -> None:
    meant = Counter(
        alias for field in FIELDS[what] for alias in {normal(alias)[0] for alias in field.aliases if "(" not in alias}
    )
    assert [alias for alias, times in meant.items() if times > 1] == []


@pytest.mark.parametrize("what", What)
def test_every_label_and_name_is_known(what: What) -> None:
    for field in FIELDS[what]:
        assert guessed(what, field.name) == {field.name: field.name} or field.name == "name_native"
        assert guessed(what, "?", field.label)[field.label] in (field.name, "name")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Booth No.", ("boothno", None)),
        ("  BOOTH   no ", ("boothno", None)),
        ("Area m2", ("area", "m")),
        ("Area (m²)", ("area", "m")),
        ("面积（㎡）", ("面积", "m")),
        ("面积㎡", ("面积", "m")),
        ("Outline WKT (m)", ("outlinewkt", "m")),
        ("Width [ft]", ("width", "ft")),
        ("Width mm", ("width", "mm")),
        ("宽度(毫米)", ("宽度", "mm")),
        ("Size (sq ft)", ("size", "ft")),
        ("Company (English)*", ("companyenglish", None)),
        ("E-Mail:", ("email", None)),
        ("m", ("m", None)),
    ],
)
def testheadings_in_normal_form(heading: str, expected: tuple[str, str | None]) -> None:
    assert normal(heading) == expected


@pytest.mark.parametrize(
    ("what", "headings", "fields"),
    [
        (
            What.BOOTHS,
            ["Booth No", "Category", "Area m2", "Outline WKT (m)"],
            ["number", "construction", "area", "outline"],
        ),
        (What.BOOTHS, ["Booth Number", "CompanyName", "Status"], ["number", "exhibitor", "status"]),
        (What.BOOTHS, ["Stand", "Exhibitor"], ["number", "exhibitor"]),
        (What.BOOTHS, ["externalId"], ["number"]),
        (What.BOOTHS, ["展位号", "面积", "参展商", "状态"], ["number", "area", "exhibitor", "status"]),
        (What.BOOTHS, ["攤位號碼", "公司名稱", "寬", "深"], ["number", "exhibitor", "width", "depth"]),
        (What.EXHIBITORS, ["CompanyName", "CompanyNumber", "Country"], ["name", "contract", "country"]),
        (What.EXHIBITORS, ["公司名称", "面积", "联系人"], ["name", "size_wanted", "contact"]),
        (What.EXHIBITORS, ["公司名称", "英文名称"], ["name_native", "name"]),
        (What.EXHIBITORS, ["參展商", "電話", "合約編號"], ["name", "phone", "contract"]),
        (What.EXHIBITORS, ["Exhibitor", "externalId"], ["name", "contract"]),
        (What.PEOPLE, ["First Name", "Surname", "Company", "Job Title"], ["given", "family", "company", "job"]),
        (What.PEOPLE, ["姓名", "单位", "职务", "手机"], ["native", "company_native", "job", "phone"]),
        (What.PEOPLE, ["姓名", "Name", "參展商", "證件類型"], ["native", "name", "exhibitor", "role"]),
    ],
)
def test_usual_headings_are_guessed(what: What, headings: list[str], fields: list[str]) -> None:
    assert guessed(what, *headings) == dict(zip(headings, fields, strict=True))


def test_the_surer_heading_wins_and_the_other_stays_out() -> None:
    assert guessed(What.BOOTHS, "externalId", "Booth Label", "Booth Number") == {"Booth Number": "number"}


def test_the_user_overrides_guesses() -> None:
    found = columns(What.BOOTHS, ["Booth No", "Nr.", "Note"], {"nr": "number", "Note": "-"}, "f.csv")
    assert [column.field.name if column.field else None for column in found] == [None, "number", None]


@pytest.mark.parametrize(
    ("mapping", "line"),
    [
        ({"Foo": "number"}, "f.csv: There is no column 'Foo'. The columns are: Booth No, Nr."),
        (
            {"Booth No": "number", "Nr": "number"},
            "f.csv: The columns 'Booth No' and 'Nr' are both mapped to number. Map one of them.",
        ),
        (
            {"Nr": "colour"},
            (
                "f.csv: Booths have no field 'colour'. The fields are: number, hall, open_sides, construction, status, "
                "exhibitor, note, outline, x, y, width, depth, rotation, area, zone."
            ),
        ),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(mapping: dict[str, str], line: str) -> None:
    with pytest.raises(Refused) as caught:
        columns(What.BOOTHS, ["Booth No", "Nr"], mapping, "f.csv")
    assert caught.value.line() == line


def test_titles_above_the_headings_are_passed_over() -> None:
    rows = [["Exhibitor list 2024"], [], ["Exhibitor", "", "Country", "Phone"], ["NetEase", "", "China", "1"]]
    assert heading_row(What.EXHIBITORS, rows, {}) == 2
    assert heading_row(What.EXHIBITORS, rows[3:], {}) is None
    assert heading_row(What.EXHIBITORS, rows[3:], {"NetEase": "name"}) == 0


def test_known_headings_count_each_field_once() -> None:
    assert known_headings(What.BOOTHS, ["Booth No", "Stand", "Width (m)", "", "#"]) == 2


def test_headings_are_made_unique() -> None:
    assert unique(["Name", "", " Name", "Name (2)", *[""] * 23])[:4] == ["Name", "Column B", "Name (2)", "Name (2) (2)"]
    assert unique([""] * 28)[26:] == ["Column AA", "Column AB"]
