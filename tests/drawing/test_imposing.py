"""Badges on sheets: none lost, fronts and backs on each other, marks only where a badge is."""

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.drawing.badgesheets import STOCKS
from hallwright.drawing.imposing import Imposer, Pair, Printing, Turn, alignment_sheet, stacked
from hallwright.drawing.primitives import Drawing, Group, Lines, Page, Text
from hallwright.support.errors import Refused

SHEET = STOCKS.load("a4").sheet(86, 124)
"""Two by two."""


def badge(number: int, wide: float = 86, high: float = 124) -> Pair:
    page = Page(wide, high, (Text("text", f"front {number}", 10, 20, 5),))
    return Pair(page, Page(wide, high, (Text("text", f"back {number}", 10, 20, 5),)))


def found(items: Drawing, scale: float = 1.0, dx: float = 0.0, dy: float = 0.0) -> Iterator[tuple[str, float, float]]:
    """Yield every text with the place of its anchor on the page."""
    for item in items:
        if isinstance(item, Group):
            yield from found(item.items, scale * item.scale, dx + scale * item.dx, dy + scale * item.dy)
        elif isinstance(item, Text):
            yield item.text, dx + scale * item.x, dy + scale * item.y


def badges_on(page: Page) -> dict[str, tuple[float, float]]:
    return {text: (x, y) for text, x, y in found(page.items) if text.startswith(("front", "back"))}


def marks_on(page: Page) -> int:
    return sum(len(item.points) for item in page.items if isinstance(item, Lines) and item.role == "cut")


@given(count=st.integers(0, 40), start=st.integers(0, 3), turn=st.sampled_from([None, *Turn]))
def test_no_badge_is_lost_and_no_page_is_blank(count: int, start: int, turn: Turn | None) -> None:
    imposer = Imposer(SHEET, Printing(start, turn), count)
    pages = list(imposer.all(badge(k) for k in range(count)))
    assert len(pages) == imposer.sheets * imposer.sides
    fronts = [badges_on(page) for page in pages[:: imposer.sides]]
    assert [text for page in fronts for text in page] == [f"front {k}" for k in range(count)]
    assert all(fronts)
    # Eight marks about each badge, none where a place is empty.
    assert [marks_on(page) for page in pages[:: imposer.sides]] == [8 * len(page) for page in fronts]
    if turn is not None:
        backs = [badges_on(page) for page in pages[1::2]]
        assert [text for page in backs for text in page] == [f"back {k}" for k in range(count)]
    assert [k for number in range(imposer.sheets) for k in imposer.on(number)] == list(range(count))


@pytest.mark.parametrize("stock", [name for name in STOCKS.names() if not STOCKS.load(name).labels])
@pytest.mark.parametrize("turn", list(Turn))
def test_backs_lie_on_their_fronts(stock: str, turn: Turn) -> None:
    sheet = STOCKS.load(stock).sheet(86, 124)
    front, back = Imposer(sheet, Printing(turn=turn), len(sheet.cells)).pages(
        0, [badge(k) for k in range(len(sheet.cells))]
    )
    there = badges_on(back)
    upright = sheet.height >= sheet.width
    for text, (x, y) in badges_on(front).items():
        left, top = x - 10, y - 20
        at = there[text.replace("front", "back")]
        if (turn is Turn.LONG) == upright:
            # Turned about the upright edge: left is right, and the badge stands as it stood.
            assert math.dist(at, (sheet.width - (left + 86) + 10, top + 20)) < 1e-9
        else:
            # Turned about the level edge: the badge stands on its head, as the paper does.
            assert math.dist(at, (left + 86 - 10, sheet.height - (top + 124) + 124 - 20)) < 1e-9


@given(count=st.integers(1, 60), start=st.integers(0, 3))
def test_cut_piles_laid_on_each_other_are_in_order(count: int, start: int) -> None:
    items = list(range(count))
    places = len(SHEET.cells)
    lying = stacked(items, SHEET, start)
    piles: dict[int, list[int]] = {}
    for spot, item in enumerate(lying, start):
        piles.setdefault(spot % places, []).append(item)
    assert [item for place in sorted(piles) for item in piles[place]] == items


def test_an_offset_moves_fronts_and_backs_on_their_own() -> None:
    plain = Imposer(SHEET, Printing(turn=Turn.LONG), 1).pages(0, [badge(0)])
    printing = Printing(turn=Turn.LONG, offset=(1.5, -0.5), back_offset=(-2.0, 0.25))
    moved = Imposer(SHEET, printing, 1).pages(0, [badge(0)])
    shifts = [
        np.subtract(badges_on(after)[text], badges_on(before)[text]).tolist()
        for before, after, text in zip(plain, moved, ("front 0", "back 0"), strict=True)
    ]
    assert shifts == [pytest.approx([-1.5, 0.5]), pytest.approx([2.0, -0.25])]


def test_label_stock_bears_no_marks_and_smaller_badges_lie_in_the_middle() -> None:
    sheet = STOCKS.load("avery-l4785").sheet(70, 40)
    (page,) = Imposer(sheet, Printing(), 2).pages(0, [badge(0, 70, 40), badge(1, 70, 40)])
    assert not marks_on(page)
    assert badges_on(page) == {"front 0": (18 + 5 + 10, 13 + 5 + 20), "front 1": (113 + 5 + 10, 13 + 5 + 20)}


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(Refused, match="does not fit on avery-l4785"):
        STOCKS.load("avery-l4785").sheet(86, 124)
    with pytest.raises(Refused, match="no place 5"):
        Imposer(SHEET, Printing(start=4), 1)
    with pytest.raises(Refused, match="larger than the sheet's places"):
        Imposer(SHEET, Printing(), 1).pages(0, [badge(0, 90, 124)])


def test_the_alignment_sheet_shows_every_place_on_both_sides() -> None:
    pages = alignment_sheet(SHEET, Turn.LONG)
    assert len(pages) == 2
    assert [text for text, _, _ in found(pages[0].items) if text in "1234"] == ["1", "2", "3", "4"]
    # Crosses of both sides lie on each other, for places are even about the middle of the paper.
    front, back = (next(item.points for item in page.items if isinstance(item, Lines)) for page in pages)
    assert np.array_equal(front, back)
    assert len(alignment_sheet(SHEET, None)) == 1
