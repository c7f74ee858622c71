"""Files that mean harm, or are none: one clear line, and no endless work."""

import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Stream
from tests.printing.preflight.making import broken, content, form, rules, sound

from hallwright.printing.preflight import apart, checking, streams
from hallwright.printing.preflight.apart import check_apart
from hallwright.printing.preflight.checking import check
from hallwright.support.errors import Refused


def endless(pdf: pikepdf.Pdf) -> dict[str, Any]:
    inner = pdf.make_indirect(form(pdf, "/X1 Do"))
    inner.Resources = Dictionary(XObject=Dictionary(X1=inner))
    return {"X1": inner}


def doubling(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """Forms that show the one below ten times: twelve levels are a million million."""
    inner = pdf.make_indirect(form(pdf, "0 0 5 5 re f"))
    for _ in range(12):
        inner = pdf.make_indirect(form(pdf, "/X1 Do " * 10, Dictionary(XObject=Dictionary(X1=inner))))
    return {"X1": inner}


def test_a_form_within_itself(tmp_path: Path) -> None:
    report = broken(tmp_path / "a.pdf", content("/X1 Do", XObject=endless))
    assert rules(report) == {"damaged"}
    assert "without end" in report.findings[0].message


def test_forms_that_multiply(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MOST_OPERATORS", 20_000)
    with pytest.raises(Refused, match="more than 20,000 instructions"):
        broken(tmp_path / "a.pdf", content("/X1 Do", XObject=doubling))


@pytest.mark.parametrize("filters", [["FlateDecode"], ["FlateDecode", "FlateDecode"], ["LZWDecode", "RunLengthDecode"]])
def test_a_stream_that_blows_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filters: list[str]) -> None:
    monkeypatch.setattr(streams, "MOST_STREAM", 1_000_000)
    data = zlib.compress(b" " * 5_000_000)
    if len(filters) == 2:
        data = zlib.compress(data)

    def bomb(pdf: pikepdf.Pdf) -> None:
        stream = Stream(pdf, b"")
        stream.write(data, filter=pikepdf.Array([Name(f"/{name}") for name in filters]))
        pdf.pages[0].obj.Contents = pdf.make_indirect(stream)

    with pytest.raises(Refused, match="unpack to more than"):
        broken(tmp_path / "a.pdf", bomb, compress_streams=False, recompress_flate=False)


def test_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MOST_PAGES", 2)
    with pytest.raises(Refused, match="more than 2 pages"):
        check(sound(tmp_path / "a.pdf", pages=3))


def test_a_page_tree_without_end(tmp_path: Path) -> None:
    path = sound(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        pdf.save(path)
    with pytest.raises(Refused, match="damaged"):
        check(path)


@pytest.mark.parametrize(
    ("held", "says"),
    [
        (b"", "no PDF"),
        (b"MZ" * 900, "no PDF"),
        (b"%PDF-1.4\n" + b"rubbish " * 50, "damaged"),
        (b"%PDF-1.4\ntrailer << /Root 1 0 R >>\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj", "damaged"),
    ],
)
def test_what_is_no_pdf(tmp_path: Path, held: bytes, says: str) -> None:
    (tmp_path / "a.pdf").write_bytes(held)
    for one in (check, check_apart):
        with pytest.raises(Refused, match=says):
            one(tmp_path / "a.pdf")


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    for one in (check, check_apart):
        with pytest.raises(Refused, match="no such file"):
            one(tmp_path / "a.pdf")
        with pytest.raises(Refused, match="cannot be read"):
            one(tmp_path)


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.97])
def test_half_a_file_is_refused_or_told_to_be_damaged(tmp_path: Path, cut: float) -> None:
    whole = sound(tmp_path / "a.pdf").read_bytes()
    (tmp_path / "b.pdf").write_bytes(whole[: int(len(whole) * cut)])
    try:
        said = " ".join(rules(check(tmp_path / "b.pdf")))
    except Refused as refusal:
        said = refusal.what
    assert "damaged" in said


def test_operands_that_make_no_sense_are_passed_over(tmp_path: Path) -> None:
    code = "cm q Q Q Q (a) w /None gs /None Do 1 k /None cs sc [1] 0 d 1e30 0 0 1e30 0 0 cm (a) Tj 1 Tf ' re /X scn"
    assert rules(broken(tmp_path / "a.pdf", content(code))) <= {"hairline"}


def test_the_process_apart_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    here = broken(path, content("1 0 0 rg 50 50 20 20 re f"))
    assert check_apart(path) == here
    with pytest.raises(Refused, match="no print profile nope"):
        check_apart(path, "nope")


def test_the_process_apart_has_its_time_and_may_die(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sound(tmp_path / "a.pdf")
    with pytest.raises(Refused, match="not read within 0 seconds"):
        check_apart(path, seconds=0)
    monkeypatch.setattr(apart, "_CHILD", "hallwright.no_such_module")
    with pytest.raises(Refused, match="ended with status 1"):
        check_apart(path)
