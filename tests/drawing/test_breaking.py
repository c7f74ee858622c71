from hypothesis import given
from hypothesis import strategies as st

from hallwright.drawing.breaking import balanced, breakable, pieces
from hallwright.drawing.fonts import width


def test_latin_breaks_at_spaces_and_after_hyphens() -> None:
    assert [piece.text for piece in pieces("Rhein-Main Messe R&D <Lab>")] == ["Rhein-", "Main", "Messe", "R&D", "<Lab>"]
    assert balanced("Acme Robotics GmbH", 5) == ["Acme", "Robotics", "GmbH"]


def test_a_dash_between_words_ends_a_line() -> None:
    assert balanced("Cybersecurity Week – Expo", 9.5) == ["Cybersecurity", "Week – Expo"]
    assert [piece.text for piece in pieces("Week – Expo")] == ["Week –", "Expo"]


def test_chinese_punctuation_never_starts_a_line_and_brackets_never_end_one() -> None:
    texts = [piece.text for piece in pieces("上海（精密）机械、仪器。")]
    assert texts == ["上", "海", "（精", "密）", "机", "械、", "仪", "器。"]


def test_limited_company_is_torn_only_where_it_must_be() -> None:
    assert balanced("深圳市智能制造有限公司", 4.5) == ["深圳市智", "能制造", "有限公司"]
    assert balanced("深圳有限公司", 3) == ["深圳有", "限公司"]


def test_lines_are_of_much_the_same_width() -> None:
    assert balanced("网络安全产业联盟", 6) == ["网络安全", "产业联盟"]


def test_a_word_that_is_too_wide_is_refused() -> None:
    assert balanced("Donaudampfschifffahrt", 5) is None
    assert breakable("Donaudampfschifffahrt", 5)[1] == 0


@given(st.text(alphabet="ab-/ （）、，上海市 Ωж", max_size=40), st.floats(1.5, 20))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, limit: float) -> None:
    lines = balanced(text, limit)
    if lines is not None:
        assert "".join(lines).replace(" ", "") == "".join(text.split())
        assert all(width(line, 1) <= limit + 1e-9 for line in lines)
