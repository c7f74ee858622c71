from collections.abc import Iterator
from datetime import date

import pytest
from tests.drawing.shows import HARD, small, with_rows

from hallwright.drawing.paper import SHEETS, SMALLEST
from hallwright.drawing.plan import View
from hallwright.drawing.primitives import Bitmap, Group, Item, Lines, Page, Shapes, Text
from hallwright.drawing.sheet import SheetOptions, plan_pages
from hallwright.drawing.wording import Lang
from hallwright.expo.space import Booth, Hall, Zone
from hallwright.geometry.outline import Box, rectangle
from hallwright.support.errors import Refused


def flat(items: tuple[Item, ...], scale: float = 1.0) -> Iterator[tuple[Item, float]]:
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items, scale * item.scale)
        else:
            yield item, scale


def words(page: Page) -> list[str]:
    return [item.text for item, _ in flat(page.items) if isinstance(item, Text)]


@pytest.mark.parametrize("sheet", [None, *SHEETS])
@pytest.mark.parametrize("view", View)
def test_no_text_is_smaller_than_four_points_and_all_lie_on_the_paper(sheet: str | None, view: View) -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(sheet=sheet, view=view, printed=date(2024, 8, 1)))
    for page in pages:
        for item, scale in flat(page.items):
            if isinstance(item, Text):
                assert item.size * scale >= SMALLEST - 1e-9, item.text
        for item in page.items:
            if isinstance(item, Text):
                assert 0 < item.x < page.width
                assert 0 < item.y < page.height


def test_all_pages_have_the_size_asked_for() -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(sheet="A2", landscape=False))
    assert {(page.width, page.height) for page in pages} == {(420, 594)}


def test_the_viewport_has_the_scale_asked_for() -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(scale=200))
    groups = [item for item in pages[0].items if isinstance(item, Group)]
    assert {group.scale for group in groups} == {1 / 200}
    assert "1:200" in words(pages[0])


def test_a_scale_that_does_not_fit_says_what_does() -> None:
    with pytest.raises(Refused, match=r"does not fit on A4 at 1:50\. 1:\d+ fits A4 and 1:50 fits A\d"):
        plan_pages(small(), "hall", SheetOptions(sheet="A4", scale=50))


@pytest.mark.parametrize("options", [SheetOptions(sheet="B5"), SheetOptions(scale=1), SheetOptions(zone="nowhere")])
def test_wrong_choices_are_refused(options: SheetOptions) -> None:
    with pytest.raises(Refused):
        plan_pages(small(), "hall", options)


def test_a_hall_too_large_for_any_sheet_is_refused() -> None:
    huge = Hall(id="hall", name="Desert", outline=rectangle(0, 0, 9_000_000, 20_000))
    with pytest.raises(Refused, match="fits no sheet"):
        plan_pages(with_rows(small(), huge), "hall", SheetOptions())


def test_the_sheet_is_as_large_as_names_and_numbers_need() -> None:
    show = small()
    assert plan_pages(show, "hall", SheetOptions())[0][0].width == 420
    crowd = [
        Booth(id=f"c{k}", hall="hall", number=f"FDA10{k:02d}", outline=rectangle(9000 + 600 * k, 9000, 600, 600))
        for k in range(20)
    ]
    pages, lost = plan_pages(with_rows(show, *crowd), "hall", SheetOptions())
    assert pages[0].width > 420
    assert not lost


def test_title_legend_and_facts_are_there_in_both_scripts() -> None:
    pages, lost = plan_pages(small(), "hall", SheetOptions(view=View.STAFF, version="7", printed=date(2024, 8, 1)))
    found = words(pages[0])
    assert not lost
    for word in ("Test Fair", "测试博览会", "Hall 1", "1号馆", "7", "2024-08-01", "会展中心", "Confirmed 已签约"):
        assert word in found
    assert not any("Held" in word for word in found)
    assert any(word.startswith("600 m²") for word in found)


def test_what_is_signed_has_fields_for_it_and_a_plan_number() -> None:
    options = SheetOptions(sheet="A3", view=View.PERMIT, lang=Lang.EN, plan_number="FP-01")
    pages, lost = plan_pages(small(), "hall", options)
    assert not lost
    assert {"Drawn", "Checked", "Approved", "Signature", "Plan no.", "FP-01"} <= set(words(pages[0]))
    pages, _ = plan_pages(small(), "hall", SheetOptions(sheet="A3", lang=Lang.EN))
    assert not {"Approved", "Plan no."} & set(words(pages[0]))  # visitors sign nothing


def test_fields_to_sign_that_find_no_room_are_reported_and_cover_nothing() -> None:
    options = SheetOptions(sheet="A4", landscape=True, view=View.PERMIT, lang=Lang.EN)
    outcomes = []
    for count in range(8, 40, 2):
        zones = [
            Zone(id=f"z{k}", hall="hall", name=f"Zone {k}", colour="#ddeeff", outline=rectangle(0, 0, 9000, 9000))
            for k in range(count)
        ]
        pages, lost = plan_pages(with_rows(small(), *zones), "hall", options)
        reported = [item.text for item in lost if item.text in ("Approval fields", "Legend")]
        outcomes.append(("Approved" in words(pages[0]), *reported))
    assert list(dict.fromkeys(outcomes)) == [(True,), (False, "Approval fields"), (False, "Legend")]


def test_the_public_plan_tells_no_areas() -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(view=View.PUBLIC))
    assert not any("m²" in word for word in words(pages[0]))


def test_every_exhibitor_is_listed_with_booth_and_field() -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(sheet="A4"))
    found = [word for page in pages for word in words(page)]
    for name in (*HARD, "Partner GmbH"):
        assert name in found
    assert found.count("A01") == 3  # on the plan, its exhibitor, and the co-exhibitor


def test_one_language_leaves_the_other_out() -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(lang=Lang.EN))
    assert "测试博览会" not in words(pages[0])
    pages, _ = plan_pages(small(), "hall", SheetOptions(lang=Lang.ZH))
    assert "Test Fair" not in words(pages[0])


def test_a_zone_is_shown_alone_and_larger() -> None:
    whole, _ = plan_pages(small(), "hall", SheetOptions(sheet="A4"))
    zone, _ = plan_pages(small(), "hall", SheetOptions(sheet="A4", zone="zone"))

    def scale(page: Page) -> float:
        return next(item.scale for item in page.items if isinstance(item, Group))

    assert scale(zone[0]) >= scale(whole[0])
    listed = [word for page in zone for word in words(page)]
    assert "A09" not in listed
    assert "A02" in listed


def test_a_part_of_the_hall_shows_and_lists_what_stands_in_it() -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(sheet="A4", box=Box(0, 2000, 7500, 9000)))
    listed = [word for page in pages for word in words(page)]
    assert "A02" in listed
    assert "A09" not in listed
    with pytest.raises(Refused, match="shows nothing of it"):
        plan_pages(small(), "hall", SheetOptions(box=Box(90_000, 90_000, 95_000, 95_000)))


def test_the_calibration_bar_is_100_mm_long() -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(sheet="A3"))
    lengths = [x2 - x1 for item in pages[0].items if isinstance(item, Lines) for x1, _, x2, _ in item.points.tolist()]
    assert 100 in [pytest.approx(length) for length in lengths]


def test_the_scale_bar_shows_whole_metres_at_the_scale() -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(sheet="A3", scale=100))
    pieces = [item for item in pages[0].items if isinstance(item, Shapes) and item.role.startswith("scale")]
    wide = pieces[0].boxes[0, 2] - pieces[0].boxes[0, 0]
    marks = words(pages[0])
    assert f"{wide * 100 / 1000 * len(pieces):g} m" in marks


def test_nothing_but_primitives_and_no_page_is_empty() -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(sheet="A4"))
    for page in pages:
        assert words(page)
        assert all(isinstance(item, Text | Lines | Shapes | Bitmap) for item, _ in flat(page.items))
