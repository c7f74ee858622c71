"""Fonts, sizes of text and widths of lines: each defect gives its rule and no other."""

from pathlib import Path

import pytest
from pikepdf import Dictionary
from tests.printing.preflight.breaking import (
    BOX,
    HELVETICA,
    Defects,
    kept_font,
    without_font_files,
)
from tests.printing.preflight.making import broken, content, rules

X4: Defects = {
    "no font files": (without_font_files, {"font-not-embedded"}),
    "a standard font": (
        content("BT /H 12 Tf 60 60 Td 0 0 0 1 k (Hello) Tj ET", Font={"H": HELVETICA}),
        {"font-not-embedded"},
    ),
    "thin line": (content(f"0.1 w 0 0 0 1 K {BOX} S"), {"hairline"}),
    "line of no width": (content(f"0 w 0 0 0 1 K {BOX} S"), {"hairline"}),
    "line scaled thin": (content("0.1 0 0 0.1 0 0 cm 1 w 0 0 0 1 K 900 900 m 1900 900 l S"), {"hairline"}),
    "level line squeezed thin": (content("1 0 0 0.1 0 0 cm 1 w 0 0 0 1 K 90 900 m 190 900 l S"), {"hairline"}),
    "upright line squeezed thin on a turned page": (
        content("0 1 -0.1 0 100 0 cm 1 w 0 0 0 1 K 90 200 m 190 200 l S"),
        {"hairline"},
    ),
    "curve squeezed thin": (
        content("0.1 0 0 1 0 0 cm 1 w 0 0 0 1 K 900 90 m 1900 90 1900 190 900 190 c S"),
        {"hairline"},
    ),
    "line thin by its state": (
        content(f"/Thin gs 0 0 0 1 K {BOX} S", ExtGState={"Thin": Dictionary(LW=0.1)}),
        {"hairline"},
    ),
    "small text": (kept_font("BT 0 0 0 1 k /F 3 Tf 1 0 0 1 60 60 Tm (a) Tj ET"), {"small-text"}),
    "text scaled small": (kept_font("BT 0 0 0 1 k /F 10 Tf .3 0 0 .3 60 60 Tm [(a)] TJ ET"), {"small-text"}),
}


@pytest.mark.parametrize("name", X4)
def test_a_defect_gives_its_rule_alone(tmp_path: Path, name: str) -> None:
    breaking, expected = X4[name]
    assert rules(broken(tmp_path / "a.pdf", breaking)) == expected


def test_one_kind_of_finding_on_a_page_is_told_once_with_its_worst(tmp_path: Path) -> None:
    lines = " ".join(f"{width} w 60 {60 + 5 * k} m 90 {60 + 5 * k} l S" for k, width in enumerate((0.2, 0.05, 0.1)))
    report = broken(tmp_path / "a.pdf", content(f"0 0 0 1 K {lines}"))
    (finding,) = report.findings
    assert (finding.rule, finding.page, finding.count) == ("hairline", 1, 3)
    assert finding.value == pytest.approx(0.05)
    assert finding.limit == 0.25
    assert "3 times" in finding.message


def test_a_line_is_as_wide_as_it_comes_out_the_way_it_runs(tmp_path: Path) -> None:
    # Squeezed to a tenth of its height, a level line is thin and an upright one is not.
    for line in ("90 900 m 90 1900 l", "90 900 m 90 1900 l 90 1500 m 90 1600 l"):
        report = broken(tmp_path / "a.pdf", content(f"1 0 0 0.1 0 0 cm 1 w 0 0 0 1 K {line} S"))
        assert rules(report) == set()
    (finding,) = broken(tmp_path / "a.pdf", content("1 0 0 0.1 0 0 cm 1 w 0 0 0 1 K 90 900 50 500 re S")).findings
    assert finding.value == pytest.approx(0.1)
