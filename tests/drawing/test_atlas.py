from dataclasses import replace

import pytest
from tests.drawing.shows import small, with_rows
from tests.drawing.test_sheet import flat, words

from hallwright.drawing.atlas import neighbours
from hallwright.drawing.options import Part
from hallwright.drawing.paper import SMALLEST
from hallwright.drawing.primitives import Group, Page, Shapes, Text
from hallwright.drawing.sheet import SheetOptions, plan_pages
from hallwright.drawing.titleblock import Side
from hallwright.drawing.wording import Lang
from hallwright.expo.show import Show
from hallwright.expo.space import Zone
from hallwright.geometry.outline import rectangle


def zone(key: str, left: int, top: int, wide: int, high: int) -> Zone:
    return Zone(
        id=key,
        hall="hall",
        name=f"Zone {key}",
        name_native="",
        colour="#ccddee",
        outline=rectangle(left, top, wide, high),
    )


def show() -> Show:
    """Return the small hall in two zones; the second, smaller, leaves the lower right of the hall to nobody."""
    return with_rows(small(), zone("b", 15_000, 0, 15_000, 9000))


def scales(pages: list[Page]) -> set[float]:
    return {item.scale for page in pages for item in page.items if isinstance(item, Group)}


@pytest.mark.parametrize("asked", [None, 100])
def test_each_zone_has_a_sheet_and_all_have_one_size_and_scale(asked: int | None) -> None:
    pages, _ = plan_pages(show(), "hall", SheetOptions(atlas=True, scale=asked, index=False))
    assert ["Industry" in pages[0].name, "Zone b" in pages[1].name, len(pages)] == [True, True, 2]
    assert len(scales(pages)) == 1
    assert len({(page.width, page.height) for page in pages}) == 1
    if asked:
        assert scales(pages) == {1 / asked}


def test_the_key_map_marks_the_zone_of_its_sheet() -> None:
    pages, _ = plan_pages(show(), "hall", SheetOptions(atlas=True, index=False))
    for page, left in zip(pages, (True, False), strict=True):
        here = [item for item in page.items if isinstance(item, Shapes) and item.role == "key.here"]
        other = [item for item in page.items if isinstance(item, Shapes) and item.role == "key.zone"]
        assert len(here) == len(other) == 1
        assert bool(here[0].boxes[0, 0] < other[0].boxes[0, 0]) is left
        assert "Key map 位置索引" in words(page)


def test_the_edges_name_the_neighbours_with_their_sheets() -> None:
    pages, lost = plan_pages(show(), "hall", SheetOptions(atlas=True, lang=Lang.EN, index=False))
    assert not [item for item in lost if "neighbour" in item.reason]
    assert "Zone b · 2" in words(pages[0])
    assert "Industry · 1" in words(pages[1])
    assert any(text.endswith(" · 2 / 2") for text in words(pages[1]))


def test_the_index_tells_sheet_and_field_and_booths_without_a_zone_are_reported() -> None:
    pages, lost = plan_pages(show(), "hall", SheetOptions(atlas=True, sheet="A4"))
    listed = [text for page in pages[2:] for text in words(page)]
    spots = [text for text in listed if "/" in text and text[0].isdigit() and text[2:3].isalpha()]
    assert {text[0] for text in spots} == {"1", "2"}
    outside = replace(show().booths["booth0"], id="out", number="Z99", outline=rectangle(20_000, 12_000, 3000, 3000))
    pages, lost = plan_pages(with_rows(show(), outside), "hall", SheetOptions(atlas=True))
    assert [item.text for item in lost if "no sheet of the atlas" in item.reason] == ["Z99"]
    assert "–" in [text for page in pages for text in words(page)]


def test_neighbours_hidden_behind_others_are_left_out_and_those_that_look_past_them_are_not() -> None:
    here = zone("h", 0, 0, 10_000, 10_000)
    near, behind = zone("n", 10_000, 0, 5000, 10_000), zone("f", 15_000, 0, 5000, 10_000)
    assert [(one.zone.id, one.side) for one in neighbours(here, [here, behind, near])] == [("n", Side.RIGHT)]
    past = zone("p", 15_000, 0, 5000, 14_000)
    half = replace(near, outline=rectangle(10_000, 0, 5000, 4000))
    found = {one.zone.id: (one.start, one.end) for one in neighbours(here, [here, half, past])}
    assert found == {"n": (0, 4000), "p": (4000, 10_000)}
    corner = zone("c", 10_000, 10_000, 5000, 5000)
    assert neighbours(here, [here, corner]) == []


def test_sides_are_told_apart() -> None:
    here = zone("h", 0, 0, 10_000, 10_000)
    around = {
        Side.LEFT: zone("l", -5000, 2000, 5000, 4000),
        Side.TOP: zone("t", 2000, -5000, 4000, 5000),
        Side.RIGHT: zone("r", 9900, 2000, 5000, 4000),
        Side.BOTTOM: zone("b", 2000, 12_000, 4000, 5000),
    }
    assert {one.side: one.zone for one in neighbours(here, [here, *around.values()])} == around


def test_a_hall_without_zones_is_one_sheet() -> None:
    rows = [row for row in small().rows() if not isinstance(row, Zone)]
    pages, _ = plan_pages(Show.of(rows), "hall", SheetOptions(atlas=True, sheet="A3"))
    same, _ = plan_pages(Show.of(rows), "hall", SheetOptions(sheet="A3"))
    assert [words(page) for page in pages] == [words(page) for page in same]


@pytest.mark.parametrize("lang", Lang)
def test_nothing_is_below_four_points_or_off_the_paper(lang: Lang) -> None:
    pages, _ = plan_pages(show(), "hall", SheetOptions(atlas=True, lang=lang))
    for page in pages:
        for item, scale in flat(page.items):
            if isinstance(item, Text):
                assert item.size * scale >= SMALLEST - 1e-9
        for item in page.items:
            if isinstance(item, Text):
                assert 0 < item.x < page.width
                assert 0 < item.y < page.height


def test_the_key_map_has_room_for_zones_that_reach_beyond_the_hall() -> None:
    far = Zone(id="far", hall="hall", name="Yard", colour="#cccccc", outline=rectangle(28_000, -6_000, 30_000, 50_000))
    (first, *_), _lost = plan_pages(with_rows(small(), far), "hall", SheetOptions(atlas=True, sheet="A3"))
    zones = [item for item in first.items if isinstance(item, Shapes) and item.role.startswith("key.")]
    drawn = [item for item in zones if item.role in {"key.zone", "key.here", "key.hall"}]
    texts = [item for item in first.items if isinstance(item, Text)]
    heading = next(item.y for item in texts if item.text.startswith("Key"))
    assert len(drawn) == 3
    for item in drawn:
        assert item.boxes[0, 2] <= first.width
        assert item.boxes[0, 1] > heading


def test_an_atlas_gives_way_to_the_views_of_a_sheet() -> None:
    parts = (Part("hall"), Part("hall", zone="zone"))
    pages, _ = plan_pages(small(), "hall", SheetOptions(atlas=True, parts=parts))
    assert pages[0].items
    assert len([page for page in pages if "index" not in page.name.casefold()]) == 1
