"""A file is taken for what it holds, whatever its name says."""

from pathlib import Path

import pytest
from tests.exchange.books import archive, xlsx

from hallwright.exchange import tables
from hallwright.exchange.fields import What
from hallwright.exchange.tables import Table, table_of
from hallwright.support.errors import Refused

SAVE = "Save the list as CSV, TSV, XLSX, XLS or ODS."


def refusal(path: Path, *, sheet: str | None = None, encoding: str | None = None) -> str:
    with pytest.raises(Refused) as caught:
        table_of(path, What.BOOTHS, {}, sheet=sheet, encoding=encoding)
    return caught.value.line()


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "f.csv: The file is empty"),
        (b" \r\n\t\n", "f.csv: The file is empty"),
        (b"\xef\xbb\xbf\n", "f.csv: There is nothing in it"),
        (b",,\n,,\n", "f.csv: There is nothing in it"),
        (b"%PDF-1.7\n\0", f"f.csv: This is a PDF. {SAVE}"),
        (b"\x89PNG\r\n\x1a\n\0\0", f"f.csv: This is a picture. {SAVE}"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", f"f.csv: This is a picture. {SAVE}"),
        (b"BM\x36\0\0\0", f"f.csv: This is a picture. {SAVE}"),
        (b"MZ\x90\0\x03\0", f"f.csv: This is a program. {SAVE}"),
        (b"\x1f\x8b\x08\0", f"f.csv: This is an archive. {SAVE}"),
        (b"{\\rtf1\\ansi", f"f.csv: This is a text document (RTF). {SAVE}"),
        (b"SQLite format 3\0", f"f.csv: This is a database or a Hallwright project. {SAVE}"),
        (b"<html><table>", f"f.csv: This is a web page, whatever its name says. {SAVE}"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", f"f.csv: This is a web page, whatever its name says. {SAVE}"),
        (b"<?xml version='1.0'?><svg/>", f"f.csv: This is an XML file. {SAVE}"),
        (b'{"type": "FeatureCollection"}', "f.csv: The JSON is no GeoJSON. Save it as GeoJSON."),
        (b'[{"booth": 1}]', f"f.csv: This is a JSON file. {SAVE}"),
        (archive({"word/document.xml": "x"}), f"f.csv: This is a text document (DOCX). {SAVE}"),
        (archive({"ppt/presentation.xml": "x"}), f"f.csv: This is a presentation (PPTX). {SAVE}"),
        (archive({"a.txt": "x"}), f"f.csv: This is an archive or a document, no spreadsheet. {SAVE}"),
        (archive({"xl/workbook.xml": "x"})[:40], "f.csv: The file is damaged or cut short. Save or download it again."),
    ],
)
def test_what_is_no_table(tmp_path: Path, data: bytes, line: str) -> None:
    path = tmp_path / "f.csv"
    path.write_bytes(data)
    assert refusal(path) == line


def test_an_old_workbook_that_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "f.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
    line = refusal(path)
    assert line.startswith("f.xls: The spreadsheet is damaged or of no known kind (")
    assert line.endswith("). Save it again as XLSX or CSV.")


def test_what_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.csv") == f"{tmp_path}/no.csv: There is no such file. Check its name."
    assert refusal(tmp_path) == f"{tmp_path}: That is a folder, not a file. Name the file in it."


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    assert refusal(tmp_path / "f.csv") == (
        f"{tmp_path}/f.csv: The file cannot be read (Permission denied). Check who may read it."
    )


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_BYTES", 10)
    path = tmp_path / "f.csv"
    path.write_text("Booth No\nA1\n")
    assert refusal(path) == "f.csv: The file is larger than 64 MB. Split it."


def test_an_empty_sheet(tmp_path: Path) -> None:
    assert refusal(xlsx(tmp_path / "f.xlsx")) == "f.xlsx, sheet List: There is nothing in it"


def test_a_text_file_has_no_sheets(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("Booth No\nA1\n")
    assert refusal(path, sheet="A") == "f.csv: It is a text file and has no sheet 'A'. Leave out --sheet."


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "list.csv", ["Booth No"], ["A1"])
    assert table_of(path, What.BOOTHS, {}) == Table([["Booth No"], ["A1"]], "", "List", ("List",))
    path = tmp_path / "list.xlsx"
    path.write_text("BMW;Booth No\nx;A1\n")
    assert table_of(path, What.BOOTHS, {}) == Table([["BMW", "Booth No"], ["x", "A1"]], "UTF-8")
