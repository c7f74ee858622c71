"""The bundled fonts and icons are what painters rely on: outlines, names, coverage, licences."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from pytestqt.qtbot import QtBot

from hallwright.desktop.style import DARK, LIGHT

RESOURCES = Path(__file__).parents[2] / "resources"
FAMILIES = {"NotoSans": "Noto Sans", "NotoSansSC": "Noto Sans SC", "NotoSansKR": "Noto Sans KR"}
FONTS = [(stem, style) for stem in FAMILIES for style in ("Regular", "Bold")]
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))


def path(stem: str, style: str) -> Path:
    """Where a face lies."""
    return RESOURCES / "fonts" / f"{stem}-{style}.ttf"


def covered(stem: str, style: str) -> set[str]:
    """Every character that a face has a glyph for."""
    with TTFont(path(stem, style), lazy=True) as font:
        return {chr(code) for code in font.getBestCmap()}


def charset(codec: str, trails: range) -> set[str]:
    """Every two-byte character of an encoding."""
    found: set[str] = set()
    for lead in range(0xA1, 0xFF):
        for trail in trails:
            found.update(bytes((lead, trail)).decode(codec, errors="ignore"))
    return {sign for sign in found if ord(sign) > 0x7F}


@pytest.mark.parametrize(("stem", "style"), FONTS)
def test_faces_are_truetype_and_named_as_one_family(stem: str, style: str) -> None:
    with TTFont(path(stem, style), lazy=True) as font:
        assert "glyf" in font
        assert "fvar" not in font
        assert (font["name"].getDebugName(1), font["name"].getDebugName(2)) == (FAMILIES[stem], style)
        assert font["OS/2"].usWeightClass == (700 if style == "Bold" else 400)
        assert font["OS/2"].fsType == 0  # may be embedded in a PDF


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_chinese_and_japanese_coverage(style: str) -> None:
    have = covered("NotoSansSC", style)
    assert charset("gb2312", range(0xA1, 0xFF)) - have == set()
    assert charset("big5", range(0x40, 0xFF)) - have == set("ˍ‾∼≒")
    assert charset("euc_jp", range(0xA1, 0xFF)) - have <= set("≒")


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_latin_greek_cyrillic_coverage(style: str) -> None:
    have = covered("NotoSans", style)
    blocks = [(0x20, 0x7F), (0xA0, 0x250), (0x391, 0x3A2), (0x3B1, 0x3CA), (0x400, 0x530), (0x1E00, 0x1F00)]
    assert {hex(code) for first, last in blocks for code in range(first, last) if chr(code) not in have} == set()
    assert set("–—‘’“”…‰€№™×²³ˍ‾") <= have


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_korean_coverage(style: str) -> None:
    have = covered("NotoSansKR", style)
    assert {code for code in range(0xAC00, 0xD7A4) if chr(code) not in have} == set()
    assert {code for code in range(0x1100, 0x1200) if chr(code) not in have} == set()


def test_qt_groups_the_faces_into_families(qtbot: QtBot) -> None:
    for stem, style in FONTS:
        number = QFontDatabase.addApplicationFont(str(path(stem, style)))
        assert QFontDatabase.applicationFontFamilies(number) == [FAMILIES[stem]]
    for family in FAMILIES.values():
        for weight, style in ((QFont.Weight.Normal, "Regular"), (QFont.Weight.Bold, "Bold")):
            raw = QRawFont.fromFont(QFont(family, 12, weight))
            assert (raw.familyName(), raw.styleName()) == (family, style)


@pytest.mark.parametrize("stem", FAMILIES)
def test_each_family_has_its_licence(stem: str) -> None:
    text = (RESOURCES / "fonts" / f"OFL-{stem}.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_icons_have_their_licence() -> None:
    assert (RESOURCES / "icons" / "LICENSE").read_text("utf-8").startswith("ISC License")


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_icons_take_the_colour_of_their_button(icon: Path) -> None:
    drawing = ET.parse(icon).getroot()  # noqa: S314  # our own file
    assert drawing.tag.endswith("}svg")
    assert drawing.get("viewBox") == "0 0 24 24"
    # Those for style sheets, which cannot tint, have a colour of their own.
    fixed = {"chevron-down-grey": "#808894", "check-white": LIGHT.on_accent, "check-night": DARK.on_accent}
    assert drawing.get("stroke") == fixed.get(icon.stem, "currentColor")
    assert len(drawing)


def test_the_icc_profile_has_its_licence_and_is_one_of_a_press() -> None:
    folder = RESOURCES / "print-profiles"
    assert "zlib/libpng License" in (folder / "LICENSE-ISOcoated_v2_300_bas.txt").read_text("ascii")
    head = (folder / "ISOcoated_v2_300_bas.icc").read_bytes()[:40]
    assert (head[12:16], head[16:20], head[36:40]) == (b"prtr", b"CMYK", b"acsp")
