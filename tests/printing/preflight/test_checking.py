"""What a report tells: of a sound file nothing, of a fault its place, by the profile that the file claims."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.printing.preflight.breaking import (
    HELVETICA,
    root,
    shading,
)
from tests.printing.preflight.making import at_mm, broken, content, image, rules, sound

from hallwright.printing.preflight.checking import all_checks, check
from hallwright.printing.profiles import load


@pytest.mark.parametrize("profile", ["pdfx4", "pdfx1a"])
def test_a_sound_file_has_no_findings(tmp_path: Path, profile: str) -> None:
    report = check(sound(tmp_path / "a.pdf", profile, pages=2))
    assert report.findings == ()
    assert (report.profile, report.pages, report.sizes) == (profile, 2, ("100 x 80 mm",))
    assert {"DeviceCMYK", "Separation All"} == set(report.colours)
    assert {how for _, how in report.fonts} == {"subset"}


def test_the_place_is_millimetres_from_the_trimmed_corner(tmp_path: Path) -> None:
    report = broken(tmp_path / "a.pdf", content(f"1 0 0 rg {at_mm(70, 50, 10, 10)} f"))
    assert report.findings[0].at == (70.0, 50.0)
    assert "page 1 at 70, 50 mm" in report.findings[0].line()


def test_what_does_not_print_or_is_only_beside_the_page_is_no_fault(tmp_path: Path) -> None:
    fine = [
        "BT 3 Tr /H 12 Tf 60 60 Td (unseen) Tj ET",
        f"0.1 w 0 0 0 1 K {at_mm(10, 60, 10, 10)} W n",
        f"1 1 1 1 k {at_mm(-8, 10, 4, 4)} f",
        f"1 0 0 0 k {at_mm(-3, 60, 10, 10)} f",
        f"0 0 0 0 k {at_mm(0, 60, 10, 10)} f",
    ]
    report = broken(tmp_path / "a.pdf", content(" ".join(f"q {code} Q" for code in fine), Font={"H": HELVETICA}))
    assert rules(report) == set()


def test_the_profile_is_the_one_the_file_claims(tmp_path: Path) -> None:
    assert check(sound(tmp_path / "a.pdf", "pdfx1a")).profile == "pdfx1a"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "b.pdf")
    report = check(tmp_path / "b.pdf")
    assert (report.profile, report.standard) == ("pdfx4", "")
    assert {"output-intent", "pdfx-version", "trim-box", "empty-page"} <= rules(report)
    assert rules(check(tmp_path / "b.pdf", load("office"))) == {"empty-page"}


def test_every_check_is_found_by_looking() -> None:
    names = {kind.__name__ for kind in all_checks()}
    assert {"Standard", "Intent", "Boxes", "Bleed", "Embedding", "Colours", "Ink", "Overprint", "Transparency"} <= names
    assert len(all_checks()) == 16


def test_every_part_of_a_path_is_looked_at(tmp_path: Path) -> None:
    # The first part lies beside the page, the fault in the second.
    beside = at_mm(-8, 10, 2, 2)
    for code, expected in (
        (f"1 1 1 1 k {beside} {at_mm(40, 40, 9, 9)} f", "total-ink"),
        (f"/All cs 1 scn {beside} {at_mm(40, 40, 9, 9)} f", "registration-colour"),
        (f"0.05 w 0 0 0 1 K {beside} {at_mm(40, 40, 9, 9)} S", "hairline"),
    ):
        (finding,) = broken(tmp_path / "a.pdf", content(code)).findings
        assert (finding.rule, finding.at) == (expected, (40.0, 40.0))


def test_a_thin_line_beside_the_page_is_no_fault(tmp_path: Path) -> None:
    assert rules(broken(tmp_path / "a.pdf", content(f"0.05 w 0 0 0 1 K {at_mm(-8, 10, 2, 2)} S"))) == set()


@pytest.mark.parametrize("clip", ["0 0 0 0 re", "100 100 0 50 re", "100 100 m 200 100 l", at_mm(60, 60, 5, 5)])
def test_what_a_clip_hides_is_not_painted(tmp_path: Path, clip: str) -> None:
    hidden = f"{clip} W n 1 0 0 rg {at_mm(40, 40, 9, 9)} f /I1 Do"
    everything = f"0 0 0 0 re W n 1 0 0 rg -10 -10 500 500 re f {40} 0 0 {40} 0 0 cm /I1 Do"
    coarse = {"XObject": lambda pdf: {"I1": image(pdf, Name.DeviceRGB, 3)}}
    assert rules(broken(tmp_path / "a.pdf", content(f"q {hidden} Q q {everything} Q", **coarse))) == set()


def test_a_page_of_white_lines_is_empty(tmp_path: Path) -> None:
    def whitened(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Contents = pdf.make_stream(b"0 0 0 0 K 2 w 60 60 m 90 60 l S")

    report = broken(tmp_path / "a.pdf", whitened, pages=3)
    assert [(finding.rule, finding.page) for finding in report.findings] == [("empty-page", 2)]


def test_text_and_shadings_that_a_clip_hides_are_not_painted(tmp_path: Path) -> None:
    hidden = "0 0 0 0 re W n BT 1 0 0 rg /H 2 Tf 1 0 0 1 60 60 Tm (unseen) Tj ET /S1 sh"
    named: dict[str, Any] = {"Font": {"H": HELVETICA}, "Shading": shading}
    assert rules(broken(tmp_path / "a.pdf", content(hidden, **named))) == set()


def test_a_note_on_a_page_with_a_unit_of_its_own_is_found_where_it_lies(tmp_path: Path) -> None:
    def noted(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.UserUnit = 2
        for key in ("/MediaBox", "/TrimBox", "/BleedBox"):
            page[key] = Array([float(edge) / 2 for edge in page[key].as_list()])
        page.Contents = pdf.make_stream(b"q .5 0 0 .5 0 0 cm 0 0 0 1 k 60 60 50 50 re f Q")
        # In the far corner of the page, beyond its middle as 1/72 inch would have it.
        _, _, right, top = (float(edge) for edge in page.MediaBox.as_list())
        rect = [right - 20, top - 20, right - 15, top - 15]
        page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=rect)])

    (finding,) = broken(tmp_path / "a.pdf", noted).findings
    assert finding.rule == "annotation"
    assert finding.at is not None
    assert finding.at[0] > 80
    assert finding.at[1] < 20


def test_an_action_after_a_harmless_one_is_found(tmp_path: Path) -> None:
    following = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    opening = root("/OpenAction", Dictionary(S=Name.GoTo, D=Array([]), Next=following))
    assert rules(broken(tmp_path / "a.pdf", opening)) == {"action"}
