"""Delimited text as rows."""

import csv

import pytest

from hallwright.exchange.delimited import rows_of
from hallwright.exchange.fields import What
from hallwright.exchange.headings import known_headings
from hallwright.exchange.limits import MOST_COLUMNS, MOST_ROWS
from hallwright.support.errors import Refused


def rows(text: str) -> list[list[str]]:
    return rows_of(text, lambda row: known_headings(What.EXHIBITORS, row), "f.csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    table = [["Company", "Country", "Note"], ["R&D, Lab; Co", "CN", "a|b"], ["X", "", "3,5"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in table)
    assert rows(text) == table


def test_one_column_with_commas_in_it() -> None:
    assert rows("Company\nA\nB\n") == [["Company"], ["A"], ["B"]]


def test_a_decimal_comma_does_not_part_a_list_of_semicolons() -> None:
    assert rows("Nr;m2\nA1;3,5\nA2;4,5\nA3;1,5\n")[1] == ["A1", "3,5"]


def test_places_are_row_numbers_whatever_lines_a_cell_has() -> None:
    table = rows('Company,Note\r\n\r\nA,"one\r\ntwo\rthree"\r\nB,x\r\n')
    assert table == [["Company", "Note"], [], ["A", "one\ntwo\nthree"], ["B", "x"]]


def test_quotation_marks() -> None:
    assert rows('Company,Note\n"Say ""A""",5" deep\n"ACME" Ltd,x\n')[1:] == [['Say "A"', '5" deep'], ["ACME Ltd", "x"]]


def test_excels_own_delimiter_line() -> None:
    assert rows("sep=;\r\nCompany;Note\r\nA, B;x\r\n") == [[], ["Company", "Note"], ["A, B", "x"]]
    assert rows("sep=\t\nCompany\tNote\n") == [[], ["Company", "Note"]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            'Company,Note\nA,x\nB,"open\nC,x\n',
            "f.csv: Row 3 has a quotation mark that is never closed. Close it, or double it inside a cell.",
        ),
        (
            'Company\n"' + "x" * (csv.field_size_limit() + 1) + '"\n',
            "f.csv: Row 2 has a cell of more than 131,072 characters. Shorten it.",
        ),
        ("Company\n" + "A\n" * (MOST_ROWS + 1), "f.csv: The table has more than 100,000 rows. Split it."),
        (
            "Company" + "," * MOST_COLUMNS + "x\n",
            "f.csv: The table has 201 columns; 200 at most are read. Delete some.",
        ),
    ],
)
def test_what_is_refused(text: str, line: str) -> None:
    with pytest.raises(Refused) as caught:
        rows(text)
    assert caught.value.line() == line


def test_blank_columns_beyond_the_limit_are_no_columns() -> None:
    assert len(rows("Company" + "," * 300 + "\nA\n")) == 2
