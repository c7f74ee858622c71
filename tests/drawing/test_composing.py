import pytest

from hallwright.drawing.composing import Composer
from hallwright.drawing.fonts import width
from hallwright.drawing.paper import SMALLEST
from hallwright.drawing.primitives import Text


def texts(page: Composer) -> list[Text]:
    return [item for item in page.items if isinstance(item, Text)]


def test_a_line_shrinks_to_its_place_and_is_reported_when_it_cannot() -> None:
    page = Composer()
    page.line("Exhibition", 0, 0, 5, 15)
    assert width("Exhibition", texts(page)[0].size) == pytest.approx(15)
    assert page.line("Exhibition of everything", 0, 0, 5, 5, key="k") == 0
    assert [(item.id, item.text) for item in page.lost] == [("k", "Exhibition of everything")]
    assert len(page.items) == 1


def test_a_title_breaks_at_its_own_marks() -> None:
    page = Composer()
    page.paragraph("2024年国家网络安全宣传周·网络安全博览会", 0, 0, 4, 54)
    assert [text.text for text in texts(page)] == ["2024年国家网络安全宣传周·", "网络安全博览会"]


def test_a_paragraph_keeps_to_its_lines_and_its_width() -> None:
    page = Composer()
    height = page.paragraph("The quick brown fox jumps over the lazy dog again and again", 0, 0, 6, 40, most=2)
    found = texts(page)
    assert len(found) == 2
    assert found[0].size < 6
    assert all(width(text.text, text.size) <= 40 + 1e-9 for text in found)
    assert height == pytest.approx(2 * found[0].size * 1.25)
    assert page.paragraph("Donaudampfschifffahrtsgesellschaft", 0, 0, 6, 10) == 0
    assert len(page.lost) == 1


def test_no_paragraph_is_set_under_four_points() -> None:
    page = Composer()
    page.paragraph("one two three four five six seven eight", 0, 0, 6, 9, most=4)
    assert all(text.size >= SMALLEST for text in texts(page))


def test_unknown_glyphs_are_reported() -> None:
    page = Composer()
    page.line("Rocket 🚀", 0, 0, 3, 50, key="k")
    assert "🚀" in page.lost[0].reason
