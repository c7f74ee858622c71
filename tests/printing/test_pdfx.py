"""The finished files: keys, boxes, inks and bytes, read from the file; other programs agree where installed."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from PIL import Image
from tests.drawing.shows import small
from tests.printing.preflight.making import ICC, sound
from tests.printing.reading import MM, texts

from hallwright.drawing.sheet import SheetOptions
from hallwright.printing import profiles
from hallwright.printing.badges import print_badges
from hallwright.printing.output import NotForPress
from hallwright.printing.plan import print_plan
from hallwright.printing.preflight.checking import check
from hallwright.printing.printed import Finish
from hallwright.support.errors import Refused

DATED = datetime(2024, 9, 1, 8, 30, tzinfo=UTC)
PRESS = ("pdfx4", "pdfx1a")
OPTIONS = SheetOptions(sheet="A3")


def plan(path: Path, profile: str, **finish: Any) -> Path:
    print_plan(
        small(), path, hall=next(iter(small().halls)), options=OPTIONS, finish=Finish(profile, dated=DATED, **finish)
    )
    return path


def badges(path: Path, profile: str, **finish: Any) -> Path:
    print_badges(small(), path, finish=Finish(profile, dated=DATED, **finish))
    return path


@pytest.fixture(
    scope="module",
    params=[(make, name) for make in (plan, badges) for name in PRESS],
    ids=lambda one: f"{one[0].__name__}-{one[1]}",
)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a finished file and its profile."""
    make, name = request.param
    return make(tmp_path_factory.mktemp("press") / "a.pdf", name), name


def streams(pdf: pikepdf.Pdf) -> Iterator[Any]:
    yield from pdf.pages
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form":
            yield item


def operators(stream: Any) -> Iterator[tuple[list[Any], str]]:
    for item in pikepdf.parse_content_stream(stream):
        # An inline image has no operands; there must be none.
        yield ([] if isinstance(item, pikepdf.ContentStreamInlineImage) else list(item.operands)), str(item.operator)


def test_it_is_the_standard_it_says(made: tuple[Path, str]) -> None:
    path, name = made
    with pikepdf.open(path) as pdf:
        xmp = pdf.open_metadata()
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
        assert str(intent.RegistryName) == "http://www.color.org"
        assert str(intent.Info) == "Coated FOGRA39 (ISO 12647-2:2004)"
        assert intent.DestOutputProfile.read_bytes() == ICC.read_bytes()
        assert pdf.docinfo["/Trapped"] == pikepdf.Name("/False")
        assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"]) == "D:20240901083000Z"
        assert xmp["xmp:CreateDate"] == xmp["xmp:MetadataDate"] == "2024-09-01T08:30:00Z"
        assert xmp["dc:title"] == str(pdf.docinfo["/Title"])
        assert xmp["xmpMM:DocumentID"].startswith("uuid:")
        assert not pdf.is_encrypted
        assert len(pdf.trailer.ID) == 2
        if name == "pdfx4":
            assert pdf.pdf_version == "1.6"
            assert xmp["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
        else:
            assert pdf.pdf_version == "1.4"
            for key in ("/GTS_PDFXVersion", "/GTS_PDFXConformance"):
                assert str(pdf.docinfo[key]) == "PDF/X-1a:2003"
            assert b"/ObjStm" not in path.read_bytes()
        for page in pdf.pages:
            assert "/ArtBox" not in page
            assert "/Annots" not in page
            assert "/Group" not in page


def test_trim_and_bleed_are_where_the_page_is(made: tuple[Path, str]) -> None:
    path, _ = made
    is_badge = _size(path) != (420, 297)
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            media, bleed, trim = (
                [float(edge) / MM for edge in page.obj[f"/{box}Box"]] for box in ("Media", "Bleed", "Trim")
            )
            wide, high = (86, 124) if is_badge else (420, 297)
            out = 8 if is_badge else 3
            assert trim == pytest.approx([out, out, out + wide, out + high], abs=0.002)
            assert bleed == pytest.approx([out - 3, out - 3, out + wide + 3, out + high + 3], abs=0.002)
            assert media == pytest.approx([0, 0, wide + 2 * out, high + 2 * out], abs=0.002)


def _size(path: Path) -> tuple[int, int]:
    with pikepdf.open(path) as pdf:
        left, bottom, right, top = (float(edge) / MM for edge in pdf.pages[0].obj["/TrimBox"])
        return round(right - left), round(top - bottom)


def test_only_inks_of_the_press_are_set(made: tuple[Path, str]) -> None:
    path, _ = made
    allowed = {"k", "K", "CS", "SCN"}
    with pikepdf.open(path) as pdf:
        for stream in streams(pdf):
            for operands, operator in operators(stream):
                name = operator
                assert name not in {"g", "G", "rg", "RG", "cs", "sc", "scn", "SC", "sh", "BI"}
                if name in allowed - {"k", "K"}:
                    assert str(operands[0]) in ("/All", "1")
                if name in ("k", "K"):
                    assert sum(float(part) for part in operands) <= 3


def test_black_text_overprints(made: tuple[Path, str]) -> None:
    path, _ = made
    seen = 0
    with pikepdf.open(path) as pdf:
        for stream in streams(pdf):
            states = (stream.Resources if hasattr(stream, "Resources") else {})["/ExtGState"]
            ink, overprints, kept = "", False, []
            for operands, operator in operators(stream):
                name = operator
                if name == "q":
                    kept.append((ink, overprints))
                elif name == "Q":
                    ink, overprints = kept.pop()
                elif name == "k":
                    ink = " ".join(str(part) for part in operands)
                elif name == "gs":
                    state = states[str(operands[0])]
                    overprints = bool(state.op) and state.OPM == 1
                elif name == "Tj":
                    assert overprints is (ink.startswith("0 0 0 ") and float(ink.split()[3]) >= 0.5)
                    seen += overprints
    assert seen


def test_our_own_preflight_has_nothing_to_say(made: tuple[Path, str]) -> None:
    path, name = made
    report = check(path)
    assert (report.profile, report.findings) == (name, ())


def test_the_text_is_the_same_as_for_the_office(tmp_path: Path) -> None:
    assert texts(plan(tmp_path / "a.pdf", "pdfx4")) == texts(plan(tmp_path / "b.pdf", "office"))
    assert texts(badges(tmp_path / "c.pdf", "pdfx1a")) == texts(badges(tmp_path / "d.pdf", "office"))


@pytest.mark.parametrize("profile", PRESS)
def test_the_same_project_gives_the_same_bytes(tmp_path: Path, profile: str) -> None:
    for make in (plan, badges):
        one, two = make(tmp_path / "a.pdf", profile), make(tmp_path / "b.pdf", profile)
        assert one.read_bytes() == two.read_bytes()
        one.unlink()
        two.unlink()


def test_another_project_has_another_id(tmp_path: Path) -> None:
    ids = []
    for path in (plan(tmp_path / "a.pdf", "pdfx4"), badges(tmp_path / "b.pdf", "pdfx4")):
        with pikepdf.open(path) as pdf:
            ids.append(pdf.open_metadata()["xmpMM:DocumentID"])
    assert ids[0] != ids[1]


def test_the_print_shops_own_icc_profile_is_in_the_file(tmp_path: Path) -> None:
    own = tmp_path / "own.icc"
    own.write_bytes(ICC.read_bytes() + b"\0\0\0\0")
    with pikepdf.open(badges(tmp_path / "a.pdf", "pdfx4", icc=own)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == own.read_bytes()
        assert str(intent.OutputConditionIdentifier) == "Custom"
        assert "/RegistryName" not in intent


def test_a_finding_stops_the_print_unless_told_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "print-profiles"
    folder.mkdir()
    shipped = (ICC.parent / "pdfx4.json").read_text(encoding="utf-8")
    coarse = shipped.replace('"hairline_pt": {"value": 0.25', '"hairline_pt": {"value": 1')
    assert coarse != shipped
    (folder / "coarse.json").write_text(coarse, encoding="utf-8")
    monkeypatch.setattr(profiles, "user_data", lambda: tmp_path)
    target = tmp_path / "a.pdf"
    with pytest.raises(NotForPress, match=r"coarse has 1 finding: hairline page 1 at .* thinner than 1 pt") as stopped:
        plan(target, "coarse")
    assert {finding.rule for finding in stopped.value.findings} == {"hairline"}
    assert [item.name for item in tmp_path.iterdir()] == ["print-profiles"]
    done = print_plan(small(), target, options=OPTIONS, hall="hall", finish=Finish("coarse", despite_findings=True))
    assert {finding.rule for finding in done.findings} == {"hairline"}
    assert target.exists()


def test_an_unknown_profile_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no print profile nope"):
        plan(tmp_path / "a.pdf", "nope")
    assert list(tmp_path.iterdir()) == []


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.mark.parametrize(
    "command",
    [
        ["qpdf", "--check"],
        ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage"],
        ["mutool", "info"],
        ["pdffonts"],
    ],
    ids=lambda command: command[0],
)
def test_other_programs_find_nothing_wrong(made: tuple[Path, str], command: list[str]) -> None:
    whole = [_tool(command[0]), *command[1:], str(made[0])]
    done = subprocess.run(whole, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "error" not in done.stderr.casefold()
    if command[0] == "pdffonts":
        assert {line.split()[-5:-2][0] for line in done.stdout.splitlines()[2:]} == {"yes"}


def test_black_text_is_on_one_plate_and_cuts_nothing_out_of_the_others(tmp_path: Path) -> None:
    path = sound(tmp_path / "a.pdf")
    arguments = ["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r150", f"-sOutputFile={tmp_path / 'p.tif'}"]
    subprocess.run([_tool("gs"), *arguments, str(path)], check=True, capture_output=True, timeout=120)
    dots = 150 / 25.4
    plates = {}
    for name in ("Cyan", "Magenta", "Yellow", "Black"):
        plate = 255 - np.asarray(Image.open(tmp_path / f"p({name}).tif")).astype(int)
        # The box is 20 to 60 and 20 to 40 mm from the trim, which is 8 mm inside the paper.
        plates[name] = plate[round(29 * dots) : round(47 * dots), round(29 * dots) : round(67 * dots)]
    letters = plates["Black"] > 250
    assert letters.sum() > 200
    for name in ("Cyan", "Magenta", "Yellow"):
        assert set(plates[name][letters].tolist()) == set(plates[name].ravel().tolist())
        assert len(set(plates[name].ravel().tolist())) == 1
    assert plates["Cyan"].min() > 100
