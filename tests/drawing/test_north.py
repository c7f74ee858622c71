"""The north arrow points to north, wherever that lies on the page, and only where it is known."""

from dataclasses import replace

import pytest
from tests.drawing.shows import small

from hallwright.drawing.north import north_arrow
from hallwright.drawing.options import SheetOptions
from hallwright.drawing.primitives import Shapes, Text
from hallwright.drawing.sheet import plan_pages


@pytest.mark.parametrize(
    ("north", "across", "down"), [(0, 0, -1), (900, -1, 0), (1800, 0, 1), (2700, 1, 0), (450, -0.7071, -0.7071)]
)
def test_the_letter_stands_where_north_is(north: int, across: float, down: float) -> None:
    # With up to the east (90 degrees) north is at the left.
    letter = next(item for item in north_arrow(north, 50, 50, 10, "en") if isinstance(item, Text))
    far = 10 - letter.size / 2
    assert (letter.x - 50, letter.y - 0.36 * letter.size - 50) == pytest.approx((across * far, down * far), abs=1e-3)
    assert (letter.text, letter.angle) == ("N", 0)


@pytest.mark.parametrize("north", range(0, 3600, 250))
def test_nothing_of_it_goes_beyond_its_reach(north: int) -> None:
    for item in north_arrow(north, 0, 0, 6, "zh"):
        if isinstance(item, Shapes):
            assert abs(item.boxes).max() <= 6
        elif isinstance(item, Text):
            assert item.text == "北"


def test_a_sheet_bears_an_arrow_only_where_north_is_known() -> None:
    show = small()
    hall = show.halls["hall"]
    for north in (None, 300):
        turned = show.replaced([(hall, replace(hall, north=north))])
        (page, *_), _lost = plan_pages(turned, "hall", SheetOptions())
        roles = {item.role for item in page.items if isinstance(item, Shapes)}
        assert ("north" in roles) == (north is not None)
