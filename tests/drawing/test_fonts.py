import pytest

from hallwright.drawing import fonts
from hallwright.support.paths import resources


def test_each_run_has_the_first_face_that_covers_it() -> None:
    assert fonts.runs("José 张伟 김민준 Ελ Ю {}") == (
        ("sans", "José "),
        ("sc", "张伟"),
        ("sans", " "),
        ("kr", "김민준"),
        ("sans", " Ελ Ю {}"),
    )
    assert fonts.runs("陳大文", bold=True) == (("sc-bold", "陳大文"),)
    assert fonts.runs("") == ()


def test_a_character_of_no_face_is_replaced_and_reported() -> None:
    assert fonts.runs("a🎉b🎉") == (("sans", "a?b?"),)
    assert fonts.missing("a🎉b🎉c張한") == "🎉"
    assert fonts.missing("R&D <Lab> {} %s Ελληνικά Русский 日本語 한국어") == ""


def test_joiners_and_breaks_take_no_box() -> None:
    assert fonts.runs("a\u200db\ufe0fc\td\ne") == (("sans", "abc d e"),)
    assert fonts.missing("a\u200db\ufe0fc\td") == ""


@pytest.mark.parametrize("key", fonts.FACES)
def test_coverage_and_advances_are_those_of_the_file(key: str) -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(resources() / "fonts" / fonts.FACES[key].file, lazy=True)
    names = font.getBestCmap()
    numbers = font.getReverseGlyphMap()
    metrics = fonts._metrics(key)
    codes = [*range(0x20, 0x3000, 7), *range(0x3000, 0x20000, 37)]
    for code in codes:
        expected = numbers[names[code]] if code in names else 0
        assert metrics.glyph(code) == expected
        if expected:
            assert metrics.advance(expected) == font["hmtx"][names[code]][0] / font["head"].unitsPerEm


def test_width_is_the_sum_of_advances() -> None:
    assert fonts.width("张伟", 10) == pytest.approx(20)
    assert fonts.width("AVAVA", 1) == pytest.approx(3 * fonts.width("A", 1) + 2 * fonts.width("V", 1))
    assert fonts.width("Booth", 1, bold=True) > fonts.width("Booth", 1)
