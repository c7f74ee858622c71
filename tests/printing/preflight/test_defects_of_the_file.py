"""What a PDF/X must say of itself, its boxes, and what must not be in it: each defect gives its rule and no other."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.printing.preflight.breaking import (
    BOX,
    Defects,
    annotation,
    attached,
    emptied,
    intent,
    layers,
    page,
    picture,
    rgb_profile,
    root,
    script,
    second_page,
    unchanged,
    xmp,
)
from tests.printing.preflight.making import at_mm, broken, content, form, rules, sound, tint

from hallwright.printing.preflight.checking import check

X4: Defects = {
    "no version key": (xmp("pdfxid:GTS_PDFXVersion", "pdfxid:Nothing"), {"pdfx-version"}),
    "another version": (xmp(">PDF/X-4<", ">PDF/X-5<"), {"pdfx-version"}),
    "no title": (xmp("Sound", ""), {"pdfx-metadata"}),
    "no document id": (xmp("xmpMM:DocumentID", "xmpMM:Other"), {"pdfx-metadata"}),
    "no intent": (root("/OutputIntents"), {"output-intent"}),
    "intent of another kind": (intent("/S", Name.GTS_PDFA1), {"output-intent"}),
    "intent without condition": (intent("/OutputConditionIdentifier", None), {"output-intent"}),
    "intent without profile": (intent("/DestOutputProfile", None), {"output-intent"}),
    "intent for a screen": (intent("/DestOutputProfile", rgb_profile), {"output-intent"}),
    "intent with rubbish": (intent("/DestOutputProfile", lambda pdf: pdf.make_stream(b"?" * 200)), {"output-intent"}),
    "no trim": (page("/TrimBox"), {"trim-box"}),
    "trim and art": (page("/ArtBox", Array([30, 30, 200, 200])), {"trim-box"}),
    "trim outside": (page("/TrimBox", Array([-90, 30, 200, 200])), {"trim-box"}),
    "trim of three numbers": (page("/TrimBox", Array([30, 30, 200])), {"trim-box"}),
    "no bleed box": (page("/BleedBox"), {"bleed-box"}),
    "too little bleed": (page("/BleedBox", Array([20, 20, 309, 252])), {"bleed-box"}),
    "bleed outside": (page("/BleedBox", Array([-20, -20, 400, 400])), {"bleed-box"}),
    "colour ends at the trim": (content(f"1 0 0 0 k {at_mm(0, 60, 10, 10)} f"), {"bleed"}),
    "colour ends in the bleed": (content(f"1 0 0 0 k {at_mm(95, 60, 6, 10)} f"), {"bleed"}),
    "a clip cuts the bleed off": (
        content(f"{at_mm(0, 0, 100, 80)} W n 1 0 0 0 k {at_mm(-5, 60, 10, 10)} f"),
        {"bleed"},
    ),
    "note": (page("/Annots", annotation), {"annotation"}),
    "script": (root("/OpenAction", script), {"action"}),
    "script of a page": (page("/AA", lambda pdf: Dictionary(O=script(pdf))), {"action"}),
    "layers": (root("/OCProperties", layers), {"layer"}),
    "attachment": (root("/Names", attached), {"attachment"}),
    "transfer curve": (
        content(f"/Curve gs 1 0 0 0 k {BOX} f", ExtGState={"Curve": Dictionary(TR=tint())}),
        {"device-setting"},
    ),
    "postscript": (
        content("/X1 Do", XObject=lambda pdf: {"X1": form(pdf, "", Subtype2=Name.PS)}),
        {"forbidden-object"},
    ),
    "alternates": (picture(Alternates=Array([])), {"forbidden-object"}),
    "rubbish in the content": (
        lambda pdf: pdf.pages[0].contents_add(pdf.make_stream(b"q (never closed 1 0 0 rg")),
        {"damaged"},
    ),
}

X1A: Defects = {
    "no version key": (lambda pdf: pdf.docinfo.__delitem__("/GTS_PDFXVersion"), {"pdfx-version"}),
    "not trapped nor untrapped": (lambda pdf: pdf.docinfo.__delitem__("/Trapped"), {"pdfx-metadata"}),
    "jpeg 2000": (picture(Filter=Name.JPXDecode), {"forbidden-object"}),
}


@pytest.mark.parametrize("name", X4)
def test_a_defect_gives_its_rule_alone(tmp_path: Path, name: str) -> None:
    breaking, expected = X4[name]
    assert rules(broken(tmp_path / "a.pdf", breaking)) == expected


@pytest.mark.parametrize("name", X1A)
def test_a_defect_of_x1a_gives_its_rule_alone(tmp_path: Path, name: str) -> None:
    breaking, expected = X1A[name]
    assert rules(broken(tmp_path / "a.pdf", breaking, "pdfx1a")) == expected


def test_encryption(tmp_path: Path) -> None:
    locked = pikepdf.Encryption(owner="o", user="", R=4)
    assert rules(broken(tmp_path / "a.pdf", unchanged, encryption=locked)) == {"encryption"}
    locked = pikepdf.Encryption(owner="o", user="secret")
    sound(tmp_path / "b.pdf")
    with pikepdf.open(tmp_path / "b.pdf", allow_overwriting_input=True) as pdf:
        pdf.save(tmp_path / "b.pdf", encryption=locked)
    assert rules(check(tmp_path / "b.pdf")) == {"encryption"}


def test_a_newer_format(tmp_path: Path) -> None:
    assert rules(broken(tmp_path / "a.pdf", unchanged, force_version="1.7")) == {"pdf-version"}
    # An older header alone does not make an older file.
    sound(tmp_path / "b.pdf", "pdfx1a")
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        pdf.save(tmp_path / "c.pdf", force_version="1.5", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    (tmp_path / "c.pdf").write_bytes((tmp_path / "c.pdf").read_bytes().replace(b"%PDF-1.5", b"%PDF-1.4", 1))
    assert rules(check(tmp_path / "c.pdf")) == {"pdf-version"}


def test_an_empty_page_and_one_of_another_size(tmp_path: Path) -> None:
    report = broken(tmp_path / "a.pdf", emptied, pages=3)
    assert [(finding.rule, finding.page) for finding in report.findings] == [("empty-page", 2)]
    report = broken(tmp_path / "b.pdf", second_page(5), pages=3)
    assert [(finding.rule, finding.page) for finding in report.findings] == [("page-size", 2)]
