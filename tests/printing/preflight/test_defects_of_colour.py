"""Colours, inks, overprint, transparency and images: each defect gives its rule and no other."""

from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.printing.preflight.breaking import (
    BOX,
    Defects,
    device_n,
    kept_font,
    nested,
    never_overprinting,
    page,
    picture,
    separation,
    shading,
    shading_pattern,
    tiling,
    type3,
)
from tests.printing.preflight.making import at_mm, broken, content, form, icc, rules

from hallwright.printing.preflight.checking import check
from hallwright.printing.profiles import load

X4: Defects = {
    "rgb fill": (content(f"1 0 0 rg {BOX} f"), {"rgb-colour"}),
    "rgb stroke": (content(f"1 0 0 RG {BOX} S"), {"rgb-colour"}),
    "rgb by name": (content(f"/DeviceRGB cs 1 0 0 sc {BOX} f"), {"rgb-colour"}),
    "lab": (content(f"/L cs 50 0 0 sc {BOX} f", ColorSpace={"L": Array([Name.Lab, Dictionary()])}), {"rgb-colour"}),
    "icc rgb": (content(f"/I cs 1 0 0 sc {BOX} f", ColorSpace=lambda pdf: {"I": icc(pdf, 3)}), {"rgb-colour"}),
    "indexed rgb": (
        content(
            f"/X cs 0 sc {BOX} f", ColorSpace={"X": Array([Name.Indexed, Name.DeviceRGB, 1, String("\0\0\0\0\0\0")])}
        ),
        {"rgb-colour"},
    ),
    "rgb image": (picture(space=Name.DeviceRGB), {"rgb-colour"}),
    "rgb inline image": (
        content(f"{20} 0 0 {20} 100 100 cm BI /W 80 /H 80 /BPC 8 /CS /RGB ID {'0' * 19200} EI"),
        {"rgb-colour"},
    ),
    "rgb in forms": (content("/X1 Do", XObject=nested), {"rgb-colour"}),
    "rgb in a pattern": (content(f"/Pattern cs /P1 scn {BOX} f", Pattern=tiling), {"rgb-colour"}),
    "rgb in a glyph": (content("BT /T3 12 Tf 60 60 Td (a) Tj ET", Font=type3), {"rgb-colour"}),
    "rgb shading": (content(f"{BOX} W n /S1 sh", Shading=shading), {"rgb-colour"}),
    "rgb shading as pattern": (content(f"/Pattern cs /P2 scn {BOX} f", Pattern=shading_pattern), {"rgb-colour"}),
    "group mixed in rgb": (
        page("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
        {"rgb-colour"},
    ),
    "spot": (content(f"/Z cs 1 scn {BOX} f", ColorSpace={"Z": separation("Gold")}), {"spot-colour"}),
    "spot among inks": (
        content(f"/Z cs 1 0 scn {BOX} f", ColorSpace={"Z": device_n("Cyan", "Gold")}),
        {"spot-colour"},
    ),
    "registration": (content(f"/All cs 1 scn {BOX} f"), {"registration-colour"}),
    "too much ink": (content(f"1 1 1 0.2 k {BOX} f"), {"total-ink"}),
    "too much ink in a line": (content(f"1 1 1 0.2 K {BOX} S"), {"total-ink"}),
    "too much ink in inks by name": (
        content(f"/Z cs 1 1 1 1 scn {BOX} f", ColorSpace={"Z": device_n("Cyan", "Magenta", "Yellow", "Black")}),
        {"total-ink"},
    ),
    "coarse image": (picture(size=100), {"image-resolution"}),
    "coarse bitmap": (
        content("40 0 0 40 100 100 cm BI /W 100 /H 100 /IM true ID " + "0" * 1300 + " EI"),
        {"image-resolution"},
    ),
    "black text cut out": (never_overprinting, {"black-text-knockout"}),
    "text in rich black": (
        kept_font("BT .6 .4 .4 1 k /F 12 Tf 1 0 0 1 60 60 Tm (a) Tj ET"),
        {"rich-black-text"},
    ),
    "text in a little more than black": (
        kept_font("BT 0 .1 0 1 k /F 12 Tf 1 0 0 1 60 60 Tm (a) Tj ET"),
        {"rich-black-text"},
    ),
    "text in a black of three inks": (
        kept_font("BT .8 .75 .75 0 k /F 12 Tf 1 0 0 1 60 60 Tm (a) Tj ET"),
        {"rich-black-text"},
    ),
    "the rim of text in rich black": (
        kept_font("BT 1 Tr .6 .4 .4 1 K /F 12 Tf 1 0 0 1 60 60 Tm (a) Tj ET"),
        {"rich-black-text"},
    ),
    "text in a screen's black": (
        kept_font("BT 0 0 0 rg /F 12 Tf 1 0 0 1 60 60 Tm (a) Tj ET"),
        {"rich-black-text", "rgb-colour"},
    ),
    "white overprints": (content(f"/Over01 gs 0 0 0 0 k {BOX} f"), {"white-overprint"}),
}

X1A: Defects = {
    "opacity": (
        content(f"/Half gs 1 0 0 0 k {BOX} f", ExtGState={"Half": Dictionary(ca=0.5)}),
        {"transparency"},
    ),
    "blend mode": (
        content(f"/Mix gs 1 0 0 0 k {BOX} f", ExtGState={"Mix": Dictionary(BM=Name.Multiply)}),
        {"transparency"},
    ),
    "group": (page("/Group", Dictionary(S=Name.Transparency)), {"transparency"}),
    "group of a form": (
        content("/X1 Do", XObject=lambda pdf: {"X1": form(pdf, "", Group=Dictionary(S=Name.Transparency))}),
        {"transparency"},
    ),
    "soft mask": (
        content(
            f"/Mask gs 1 0 0 0 k {BOX} f",
            ExtGState={"Mask": Dictionary(SMask=Dictionary(S=Name.Luminosity))},
        ),
        {"transparency"},
    ),
    "image with soft mask": (picture(SMask=Dictionary()), {"transparency"}),
    "icc cmyk": (
        content(f"/I cs 1 0 0 0 sc {BOX} f", ColorSpace=lambda pdf: {"I": icc(pdf, 4)}),
        {"device-independent-colour"},
    ),
    "calibrated grey": (
        content(f"/C cs 0 sc {BOX} f", ColorSpace={"C": Array([Name.CalGray, Dictionary()])}),
        {"device-independent-colour"},
    ),
}


@pytest.mark.parametrize("name", X4)
def test_a_defect_gives_its_rule_alone(tmp_path: Path, name: str) -> None:
    breaking, expected = X4[name]
    assert rules(broken(tmp_path / "a.pdf", breaking)) == expected


@pytest.mark.parametrize("name", X1A)
def test_a_defect_of_x1a_gives_its_rule_alone(tmp_path: Path, name: str) -> None:
    breaking, expected = X1A[name]
    assert rules(broken(tmp_path / "a.pdf", breaking, "pdfx1a")) == expected


def test_black_text_on_bare_paper_or_on_grey_need_not_overprint(tmp_path: Path) -> None:
    for ground, expected in (("0 0 0 0", set()), ("0 0 0 .3", set()), ("0 .4 0 0", {"black-text-knockout"})):
        code = f"{ground} k {at_mm(10, 50, 40, 20)} f 0 0 0 1 k BT /F 12 Tf 60 90 Td (aaa) Tj ET"
        found = rules(broken(tmp_path / "a.pdf", kept_font(code)))
        assert found == expected, ground


def test_text_in_dark_colours_or_beside_the_page_may_have_other_inks(tmp_path: Path) -> None:
    for colour in (".3 .1 0 .85 k", "1 .9 0 .3 k", "0 0 0 1 k", "0 g"):
        code = f"/Over01 gs BT {colour} /F 12 Tf 1 0 0 1 60 60 Tm (a) Tj ET"
        assert rules(broken(tmp_path / "a.pdf", kept_font(code))) == set(), colour
    outside = "BT .6 .4 .4 1 k /F 5 Tf 1 0 0 1 2 2 Tm (a) Tj ET"
    assert rules(broken(tmp_path / "a.pdf", kept_font(outside))) == set()


@pytest.mark.parametrize(
    ("wanted", "colour", "side", "found"),
    [
        ("any", ".5 .4 .4 1", 20, False),
        ("black-only", ".5 .4 .4 1", 20, True),
        ("black-only", ".5 .4 .4 1", 5, False),
        ("black-only", "0 0 0 1", 20, False),
        ("rich", "0 0 0 1", 20, True),
        ("rich", ".5 .4 .4 1", 20, False),
        ("rich", "0 0 0 1", 5, False),
    ],
)
def test_large_areas_are_as_a_profile_asks(tmp_path: Path, wanted: str, colour: str, side: int, found: bool) -> None:
    profile = load("pdfx4")
    asking = replace(profile, choices={**profile.choices, "black_areas": wanted})
    broken(tmp_path / "a.pdf", content(f"{colour} k {at_mm(40, 40, side, side)} f"))
    findings = check(tmp_path / "a.pdf", asking).findings
    assert {finding.rule for finding in findings} == ({"black-area"} if found else set())
    assert [finding.at for finding in findings] == ([(40.0, 40.0)] if found else [])
