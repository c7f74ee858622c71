"""Several views on one sheet: scales, captions, the grid's fields, and what is not shown."""

import re
from dataclasses import replace

import pytest
from tests.drawing.shows import small, with_rows

from hallwright.drawing.options import Part
from hallwright.drawing.plan import View
from hallwright.drawing.primitives import Group, Lines, Page, Text
from hallwright.drawing.sheet import SheetOptions, plan_pages
from hallwright.drawing.supplements import Supplement
from hallwright.drawing.titleblock import grid
from hallwright.drawing.viewsheet import ViewSheet
from hallwright.drawing.wording import Lang
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus, Hall
from hallwright.geometry.outline import Box, centre, rectangle
from hallwright.support.errors import Refused

OVERVIEW = Part("hall", scale=200)
DETAIL = Part("hall", zone="zone", scale=100)


def sheet(show: Show, *parts: Part, paper: str | None = None, view: View = View.PUBLIC) -> ViewSheet:
    return ViewSheet(show, show.halls["hall"], SheetOptions(parts=parts, sheet=paper, view=view, lang=Lang.EN))


def texts(page: Page) -> list[str]:
    return [item.text for item in page.items if isinstance(item, Text)]


def two_halls() -> Show:
    """Return a show with another hall in which a booth has the place that one of the first has."""
    return with_rows(
        small(),
        Hall(id="two", name="Hall 2", name_native="2号馆", outline=rectangle(0, 0, 12_000, 9_000), north=900),
        Booth(
            id="far", hall="two", number="Z1", outline=rectangle(1000, 1000, 3000, 3000), status=BoothStatus.AVAILABLE
        ),
    )


def test_each_view_has_its_scale_its_number_and_its_name() -> None:
    (page, *_), _lost = plan_pages(small(), "hall", SheetOptions(parts=(OVERVIEW, DETAIL), lang=Lang.EN))
    assert {group.scale for group in page.items if isinstance(group, Group)} == {1 / 200, 1 / 100}
    said = texts(page)
    assert {"1", "2", "Hall 1", "Hall 1 – Industry", "1:200", "1:100", "1:200, 1:100"} <= set(said)
    # The floor of the detail is drawn into the overview, and only there.
    assert sum(isinstance(item, Lines) and item.role == "detail" for item in page.items) == 1


def test_a_title_takes_the_place_of_the_names() -> None:
    part = replace(DETAIL, title="Around the café")
    (page, *_), _lost = plan_pages(small(), "hall", SheetOptions(parts=(OVERVIEW, part), lang=Lang.EN))
    assert "Around the café" in texts(page)
    assert "Hall 1 – Industry" not in texts(page)


def test_a_booth_is_referred_to_where_it_is_largest() -> None:
    show = small()
    made = sheet(show, OVERVIEW, DETAIL, paper="A2")
    overview, detail = made.panes
    fields = grid(made.place)
    inside = {booth.id for booth in detail.booths}
    assert 0 < len(inside) < len(made.booths)
    for booth in made.booths:
        pane = detail if booth.id in inside else overview
        assert made.reference(booth) == made.field(booth.outline, "hall")
        x, y = pane.on_paper(*centre(booth.outline))
        left, top, right, bottom = pane.place.view
        assert left <= x <= right
        assert top <= y <= bottom
        assert made.reference(booth) == fields.at(x, y)


def test_the_views_of_two_halls_are_told_apart() -> None:
    show = two_halls()
    made = sheet(show, Part("hall"), Part("two"), paper="A2")
    far = show.booths["far"]
    first, second = made.panes
    assert {booth.id for booth in made.booths} == {booth.id for booth in show.booths.values() if booth.outline}
    assert made.reference(far) == made.fields.at(*second.on_paper(*centre(far.outline)))
    assert made.field(far.outline, "hall") == made.fields.at(*first.on_paper(*centre(far.outline)))
    pages, _ = plan_pages(
        show,
        "hall",
        SheetOptions(parts=(Part("hall"), Part("two")), lang=Lang.EN, supplements=frozenset((Supplement.BOOTHS,))),
    )
    assert "Hall 1 · Hall 2" in texts(pages[0])
    # Only of the second hall north is known.
    assert texts(pages[0]).count("N") == 1
    assert any("Z1" in texts(page) for page in pages[1:])


def test_what_another_view_shows_is_not_lost() -> None:
    show = small()
    parts = (Part("hall", scale=1000), Part("hall", scale=100))

    def lost(*some: Part) -> set[str]:
        return {one.id for one in plan_pages(show, "hall", SheetOptions(parts=some, lang=Lang.EN))[1]}

    alone = lost(parts[1])
    assert lost(parts[0]) > alone
    assert lost(*parts) == alone


def test_floor_that_two_views_show_counts_once() -> None:
    def gross(*parts: Part) -> str:
        pages, _ = plan_pages(small(), "hall", SheetOptions(parts=parts, view=View.STAFF, lang=Lang.EN))
        said = texts(pages[0])
        return next(text for text in said[said.index("Gross area") :] if text.endswith("m²"))

    hall = gross(Part("hall"))
    assert gross(Part("hall"), DETAIL) == hall
    assert float(re.sub(r"[^\d]", "", gross(DETAIL))) < float(re.sub(r"[^\d]", "", hall))
    # Of a free part only what lies in the hall counts: 5 x 5 m, less no fixture.
    assert gross(Part("hall", box=Box(-5000, 8000, 5000, 13_000))) == "25 m²"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([Part("hall")] * 9, "9 views are too many for one sheet"),
        ([Part("hall", scale=50)] * 3, "The 3 views do not fit on A4 at their scales"),
        ([Part("hall", scale=1)], "1:1 is no scale for a plan"),
        ([Part("hall"), Part("gone")], "There is no such hall"),
        ([Part("hall", zone="gone")], "There is no such zone"),
        ([Part("hall", box=Box(10**6, 0, 10**6 + 9000, 9000))], "shows nothing of it"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(parts: list[Part], said: str) -> None:
    with pytest.raises(Refused, match=said):
        plan_pages(small(), "hall", SheetOptions(parts=tuple(parts), sheet="A4"))


def test_tiles_name_all_scales() -> None:
    pages, _ = plan_pages(small(), "hall", SheetOptions(parts=(OVERVIEW, DETAIL), sheet="A1", tile="A4", lang=Lang.EN))
    assert len(pages) > 2
    assert all(
        any("1:200, 1:100   A1" in text for text in texts(page)) for page in pages if page.name.startswith("Hall 1 ")
    )
