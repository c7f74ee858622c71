from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drawing.shows import small, with_rows
from tests.drawing.test_sheet import flat, words

from hallwright.drawing.paper import SHEETS, SMALLEST, layout
from hallwright.drawing.primitives import Lines, Page, Shapes, Text
from hallwright.drawing.sheet import SheetOptions, plan_pages
from hallwright.drawing.tiling import OVERLAP, cutting, tile_name, tiled
from hallwright.drawing.wording import Lang
from hallwright.expo.space import Booth
from hallwright.geometry.outline import Outline
from hallwright.support.errors import Refused

A0 = layout("A0", 100, True)


def tile(pages: list[Page], name: str) -> Page:
    return next(page for page in pages if page.name.endswith(f" {name}"))


@given(st.floats(50, 1500), st.floats(50, 1500), st.sampled_from(["A4", "A3"]))
def test_each_point_of_a_sheet_lies_in_one_core_and_each_core_in_its_window(
    wide: float, high: float, paper: str
) -> None:
    cut = cutting(wide, high, paper)
    for at in np.random.default_rng(1).random((20, 2)) * [wide, high]:
        inside = 0
        for row, column in product(range(cut.rows), range(cut.columns)):
            left, top, right, bottom = cut.core(row, column)
            inside += left <= at[0] < right and top <= at[1] < bottom
        assert inside == 1
    one, other = cut.part(0, 0), cut.part(1, 1)
    assert one[2] - other[0] == pytest.approx(OVERLAP)
    assert one[3] - other[1] == pytest.approx(OVERLAP)


def test_no_cutting_wastes_a_row_of_tiles() -> None:
    cut = cutting(1189, 841, "A4")
    assert cut.part(cut.rows - 2, 0)[3] < 841 <= cut.part(cut.rows - 1, 0)[3]
    assert cut.columns * cut.rows <= 28


def test_tiles_are_named_by_row_and_column() -> None:
    assert [tile_name(*at) for at in ((0, 0), (0, 1), (1, 0), (8, 11))] == ["A1", "A2", "B1", "J12"]
    assert len({tile_name(row, column) for row in range(60) for column in range(3)}) == 180


def test_a_blank_tile_is_not_printed_and_nobody_is_told_to_glue_it() -> None:
    corner = Page(A0.width, A0.height, (Shapes.box("panel", 5, 5, 400, 100),), "Plan")
    pages, _ = tiled(corner, "1:100   A0", "A4", "en")
    assert [page.name for page in pages] == ["Plan A1", "Plan A2", "Plan A3"]
    last = words(pages[2])
    assert any("glue onto A2" in text for text in last)
    assert not any("Glue" in text for text in last)


def test_neighbours_name_each_other() -> None:
    pages, lost = plan_pages(small(), "hall", SheetOptions(sheet="A1", tile="A4", lang=Lang.EN))
    assert not lost
    found = words(tile(pages, "B2"))
    for text in ("B2", "Cut along this line, glue onto B1", "Cut along this line, glue onto A2"):
        assert text in found
    assert any(text.startswith("Glue B3 here") for text in found)


def test_a_sheet_no_larger_than_the_paper_stays_whole() -> None:
    whole, _ = plan_pages(small(), "hall", SheetOptions(sheet="A3", index=False))
    same, _ = plan_pages(small(), "hall", SheetOptions(sheet="A3", index=False, tile="A3"))
    assert len(same) == len(whole) == 1
    assert words(same[0]) == words(whole[0])


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_all_pages_have_the_paper_s_size_and_no_text_is_too_small_or_off_it(paper: str, lang: Lang) -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(sheet="A0", tile=paper, lang=lang))
    assert {tuple(sorted((page.width, page.height))) for page in pages} == {tuple(sorted(SHEETS[paper]))}
    for page in pages:
        for item, scale in flat(page.items):
            if isinstance(item, Text):
                assert item.size * scale >= SMALLEST - 1e-9
        for item in page.items:
            if isinstance(item, Text):
                assert 4 <= item.x <= page.width - 4
                assert 4 <= item.y <= page.height - 4


def test_every_text_of_the_sheet_is_on_some_tile() -> None:
    options = SheetOptions(sheet="A1", index=False)
    whole, _ = plan_pages(small(), "hall", options)
    pages, _ = plan_pages(small(), "hall", SheetOptions(sheet="A1", index=False, tile="A4"))
    assert set(words(whole[0])) <= {text for page in pages for text in words(page)}


def test_tiles_of_an_odd_paper_are_refused() -> None:
    with pytest.raises(Refused, match="no tiles of A5"):
        plan_pages(small(), "hall", SheetOptions(sheet="A1", tile="A5"))


def test_a_line_just_beside_a_tile_shows_its_width_in_it() -> None:
    # Half of a line's width lies on the other side of the joint.
    cut = cutting(1189, 841, "A4")
    left, top, right, bottom = cut.part(1, 1)
    beside = (left - 0.2, top + 50, left - 0.2, top + 90), (left + 40, top - 0.2, left + 90, top - 0.2)
    inside = Shapes.box("panel", left + 30, top + 30, right - 30, bottom - 30)
    page = Page(1189, 841, (Lines.of("hall", *beside), inside), "Plan")
    pages, _ = tiled(page, "1:100   A0", "A4", "en")
    shown = [item for item, _ in flat(tile(pages, "B2").items) if isinstance(item, Lines) and item.role == "hall"]
    assert sum(len(lines.points) for lines in shown) == 2


@pytest.mark.parametrize(
    "corners", [((0, 0), (9000, 9000)), ((5000, 5000),), ((0, 0), (5000, 5000), (0, 5000), (5000, 0))]
)
def test_drafts_of_few_or_crossed_corners_are_cut_like_anything_else(corners: Outline) -> None:
    show = with_rows(small(), Booth(id="draft", hall="hall", number="D1", outline=corners))
    pages, _ = plan_pages(show, "hall", SheetOptions(sheet="A1", tile="A4"))
    assert len(pages) > 4
