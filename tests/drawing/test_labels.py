import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.drawing.fonts import CAP_HEIGHT, width
from hallwright.drawing.labels import Line, booth_label, fit, inner_rooms
from hallwright.drawing.primitives import Text
from hallwright.geometry.outline import Outline, contains, moved, rectangle, turned

SQUARE = rectangle(10_000, 20_000, 3000, 3000)
ELL: Outline = ((0, 0), (6000, 0), (6000, 3000), (3000, 3000), (3000, 6000), (0, 6000))


def corners(text: Text) -> list[tuple[float, float]]:
    half = width(text.text, text.size, text.bold) / 2
    return [(text.x + dx, text.y + dy) for dx in (-half, half) for dy in (0, -CAP_HEIGHT * text.size)]


def test_the_number_stands_above_the_name() -> None:
    texts, whole = booth_label(SQUARE, "A101", "Acme Robotics GmbH", "", smallest=300, largest=700)
    assert whole
    assert texts[0].text == "A101"
    assert texts[0].bold
    assert texts[0].role == "booth.number"
    assert " ".join(text.text for text in texts[1:]) == "Acme Robotics GmbH"
    assert [text.y for text in texts] == sorted(text.y for text in texts)


def test_a_name_that_does_not_fit_leaves_the_number() -> None:
    texts, whole = booth_label(SQUARE, "A101", "Donaudampfschifffahrtsgesellschaft", "", smallest=300, largest=700)
    assert not whole
    assert [text.text for text in texts] == ["A101"]


def test_of_two_scripts_the_native_one_is_kept() -> None:
    texts, whole = booth_label(SQUARE, "A1", "Donaudampfschifffahrtsgesellschaft", "唯品会", smallest=300, largest=700)
    assert not whole
    assert [text.text for text in texts] == ["A1", "唯品会"]


def test_a_number_that_does_not_fit_is_not_drawn() -> None:
    assert booth_label(SQUARE, "A101", "", "", smallest=1500, largest=2000) == ([], False)


@pytest.mark.parametrize("outline", [SQUARE, ELL, turned(SQUARE, 45, (11_500, 21_500)), turned(SQUARE, 13, (0, 0))])
def test_a_label_lies_inside_its_booth(outline: Outline) -> None:
    texts, whole = booth_label(outline, "1A01", "Blue Harbor", "蓝港", smallest=100, largest=700)
    assert whole
    assert all(contains(outline, *corner) for text in texts for corner in corners(text))


def test_a_narrow_rhombus_takes_a_wide_room_for_its_number() -> None:
    rhombus: Outline = ((1000, 0), (2000, 2000), (1000, 4000), (0, 2000))
    roomy, wide = inner_rooms(rhombus)
    assert wide.wide > roomy.wide
    texts, whole = booth_label(rhombus, "FDA1015", "", "", smallest=250, largest=700)
    assert whole
    assert all(contains(rhombus, *corner) for text in texts for corner in corners(text))


def test_the_room_of_an_ell_is_one_of_its_arms_wherever_it_stands() -> None:
    assert inner_rooms(ELL)[0] == (0, 0, 6000, 3000)
    assert inner_rooms(moved(ELL, 500, -700))[0] == (500, -700, 6000, 3000)


@given(st.floats(5, 100), st.floats(2, 60), st.text(alphabet="ab 上海，-", min_size=1, max_size=30))
def test_a_block_never_leaves_its_rectangle(wide: float, high: float, text: str) -> None:
    fitted = fit(wide, high, (Line(text.strip()),), smallest=0, largest=20)
    if fitted is None:
        assert not text.strip() or fit(1e6, 1e6, (Line(text.strip()),), smallest=0, largest=20) is not None
        return
    for x, y in (corner for line in fitted.texts for corner in corners(line)):
        assert abs(x) <= wide / 2 + 1e-6
        assert abs(y) <= high / 2 + 1e-6


@pytest.mark.parametrize(
    "outline", [((0, 0),), ((0, 0), (3000, 0)), ((0, 0), (10, 10), (20, 20)), ((0, 0), (9, 9), (9, 0), (0, 9))]
)
def test_an_outline_without_floor_takes_no_label(outline: Outline) -> None:
    assert booth_label(outline, "A1", "Acme", "", smallest=300, largest=700) == ([], False)


def test_fit_holds_both_limits() -> None:
    fitted = fit(1000, 1000, (Line("Stage"),), smallest=1, largest=20)
    assert fitted is not None
    assert fitted.size == 20
    assert fit(20, 20, (Line("Stage"),), smallest=15, largest=20) is None
