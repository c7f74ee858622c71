"""Workbooks are read by a child process, and what ends the child harms nothing."""

import json
import subprocess
import sys
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.books import archive, ods, xlsx

from hallwright.exchange.child import opened
from hallwright.exchange.fields import What
from hallwright.exchange.workbook import read_sheet
from hallwright.support import fence
from hallwright.support.errors import Refused

HEADS = ("Booth No", "Note")


def refusal(path: Path, sheet: str | None = None, *, seconds: float = 60) -> str:
    with pytest.raises(Refused) as caught:
        read_sheet(path, What.BOOTHS, sheet, (), seconds=seconds)
    return caught.value.line()


def test_cells_are_what_a_person_would_type(tmp_path: Path) -> None:
    row = [101, 101.5, 0.1 + 0.2, 8613800138000, True, date(2024, 9, 9), datetime(2024, 9, 9, 8, 30), time(9, 5)]  # noqa: DTZ001
    text = ["012.0", " A\r\nB ", "=1+1"]
    path = xlsx(tmp_path / "a.xlsx", HEADS, (), [*row, *text, None, None])
    import openpyxl

    book = openpyxl.load_workbook(path)
    book.active["K3"].data_type = "s"
    book.save(path)
    assert read_sheet(path, What.BOOTHS, None, ()).rows == [
        ["Booth No", "Note"],
        [],
        [
            *("101", "101.5", "0.3", "8613800138000", "true", "2024-09-09", "2024-09-09 08:30", "09:05:00"),
            *("012.0", " A\nB ", "=1+1"),
        ],
    ]


def test_failed_formulas_are_seen(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", HEADS, ["A1", "#REF!"], ["#N/A", "x"])
    assert read_sheet(path, What.BOOTHS, None, ()).rows[1:] == [["A1", "#REF!"], ["#N/A", "x"]]
    with zipfile.ZipFile(path) as book:
        assert b't="e"' in book.read("xl/worksheets/sheet1.xml")


def test_ods(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", HEADS, ("展位", 101.0), ("A1", 3.5))
    assert read_sheet(path, What.BOOTHS, None, ()).rows == [["Booth No", "Note"], ["展位", "101"], ["A1", "3.5"]]


def test_xls() -> None:
    found = read_sheet(Path(__file__).with_name("booths.xls"), What.BOOTHS, None, ())
    assert found.name == "展位"
    assert found.rows == [["Booth No", "参展商", "Width (m)"], ["101", "网易", "3.5"]]


def test_the_sheet_with_known_headings_is_taken(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", ["Read me"], Plan=[HEADS, ["A1", "x"]], Other=[HEADS])
    found = read_sheet(path, What.BOOTHS, None, ())
    assert (found.name, found.names) == ("Plan", ("List", "Plan", "Other"))
    assert read_sheet(path, What.BOOTHS, " plan", ()).name == "Plan"
    assert read_sheet(path, What.BOOTHS, None, ["Read me"]).name == "List"
    assert refusal(path, "Nix") == "a.xlsx: There is no sheet 'Nix'. The sheets are: List, Plan, Other."


def test_hidden_sheets_are_taken_only_by_name(tmp_path: Path) -> None:
    import openpyxl

    path = xlsx(tmp_path / "a.xlsx", ["x"], Plan=[HEADS])
    book = openpyxl.load_workbook(path)
    book["Plan"].sheet_state = "hidden"
    book.save(path)
    assert read_sheet(path, What.BOOTHS, None, ()).names == ("List",)
    assert read_sheet(path, What.BOOTHS, "Plan", ()).name == "Plan"


def test_nothing_in_it(tmp_path: Path) -> None:
    assert read_sheet(xlsx(tmp_path / "a.xlsx"), What.BOOTHS, None, ()).rows == []


def test_what_is_too_large(tmp_path: Path) -> None:
    import openpyxl

    for cell, line in (
        ("A1048576", "a.xlsx: The table has more than 100,000 rows. Split it."),
        ("XFC1", "a.xlsx: The table has 16,383 columns; 200 at most are read. Delete some."),
        ("GR99999", "a.xlsx: The sheet has more than 5,000,000 cells. Delete those not needed."),
    ):
        book = openpyxl.Workbook()
        book.active["A1"] = "Booth No"
        book.active[cell] = 1
        book.save(tmp_path / "a.xlsx")
        assert refusal(tmp_path / "a.xlsx") == line


def test_a_damaged_one(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(archive({"xl/workbook.xml": "<x"}))
    assert refusal(path).startswith("a.xlsx: The spreadsheet is damaged or of no known kind (")
    assert refusal(path).endswith("). Save it again as XLSX or CSV.")


def bomb(path: Path, size: int) -> Path:
    """Write an XLSX of a few kilobytes with one cell of very many characters."""
    xlsx(path, HEADS, ["A1", "BOMB"])
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    for name, text in parts.items():
        parts[name] = text.replace("BOMB", "x" * size)
    path.write_bytes(archive(parts))
    return path


def test_a_cell_that_no_person_typed(tmp_path: Path) -> None:
    assert refusal(bomb(tmp_path / "a.xlsx", 131_072 + 1)) == (
        "a.xlsx: Row 2 has a cell of more than 131,072 characters. Shorten it."
    )
    assert len(read_sheet(bomb(tmp_path / "b.xlsx", 131_072), What.BOOTHS, None, ()).rows[1][1]) == 131_072


def test_an_archive_that_unpacks_to_more_than_the_memory_ends_the_child_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bomb(tmp_path / "a.xlsx", 80_000_000)
    assert path.stat().st_size < 200_000
    little = "from hallwright.exchange import child; child.MOST_MEMORY = 150_000_000; raise SystemExit(child.main())"
    monkeypatch.setattr(fence, "arguments", lambda _module: [sys.executable, "-c", little])
    line = refusal(path)
    assert line.startswith("a.xlsx: The spreadsheet is damaged or too large (its reader ended with status ")
    assert line.endswith("Open it in a spreadsheet program and save it again as XLSX or CSV.")


def test_a_child_that_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fence, "arguments", lambda _module: [sys.executable, "-c", "import time; time.sleep(600)"])
    assert refusal(xlsx(tmp_path / "a.xlsx", HEADS), seconds=0) == (
        "a.xlsx: The spreadsheet is damaged or too large (not read within 0 seconds). "
        "Open it in a spreadsheet program and save it again as XLSX or CSV."
    )


def test_whoever_stops_waiting_ends_the_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fence, "arguments", lambda _module: [sys.executable, "-c", "import time; time.sleep(600)"])
    started: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def start(*args: Any, **more: Any) -> subprocess.Popen[bytes]:
        started.append(real(*args, **more))
        return started[0]

    monkeypatch.setattr(subprocess, "Popen", start)

    def enough() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_sheet(xlsx(tmp_path / "a.xlsx", HEADS), What.BOOTHS, None, (), pulse=enough)
    assert started[0].returncode is not None


@pytest.mark.parametrize("status", [-6, -9, 1])
def test_a_child_that_dies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    end = f"import os; os.kill(os.getpid(), {-status})" if status < 0 else f"raise SystemExit({status})"
    monkeypatch.setattr(fence, "arguments", lambda _module: [sys.executable, "-c", end])
    assert refusal(xlsx(tmp_path / "a.xlsx", HEADS)) == (
        f"a.xlsx: The spreadsheet is damaged or too large (its reader ended with status {status}). "
        "Open it in a spreadsheet program and save it again as XLSX or CSV."
    )


def test_a_child_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert refusal(xlsx(tmp_path / "a.xlsx", HEADS)) == (
        "a.xlsx: The reader of spreadsheets did not start (No such file or directory). Use CSV."
    )


def test_the_child_ignores_modules_in_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = xlsx(tmp_path / "a.xlsx", HEADS)
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert read_sheet(path, What.BOOTHS, None, ()).rows == [["Booth No", "Note"]]


def test_opened_gives_plain_values_for_the_pipe(tmp_path: Path) -> None:
    answer = opened(xlsx(tmp_path / "a.xlsx", HEADS, ["A1", 3.0]), What.BOOTHS, None, {})
    assert json.loads(json.dumps(answer)) == {
        "sheet": "List",
        "sheets": ["List"],
        "rows": [["Booth No", "Note"], ["A1", "3"]],
    }
