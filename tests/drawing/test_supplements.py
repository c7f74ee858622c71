from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.drawing.shows import small, with_rows
from tests.drawing.test_sheet import flat, words

from hallwright.drawing.lists import booth_list, fascia_list
from hallwright.drawing.paper import SMALLEST
from hallwright.drawing.permit import permit_sections
from hallwright.drawing.plan import View
from hallwright.drawing.primitives import Text
from hallwright.drawing.services import service_sections
from hallwright.drawing.sheet import SheetOptions, plan_pages
from hallwright.drawing.supplements import Supplement
from hallwright.drawing.tables import Section
from hallwright.drawing.wording import Lang
from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Booth, BoothStatus, Construction, Fixture, FixtureKind, Hall
from hallwright.geometry.outline import rectangle


def cells(sections: Sequence[Section]) -> dict[str, tuple[str, ...]]:
    """Return the rows by their first cell."""
    return {row.cells[0]: row.cells[1:] for section in sections for row in section.rows}


def booths(show: Show) -> list[Booth]:
    return list(show.booths.values())


def test_booths_are_listed_by_number_with_what_the_view_may_tell() -> None:
    show = with_rows(
        small(),
        replace(small().booths["booth1"], status=BoothStatus.OFFERED),
        Booth(id="x", hall="hall", number="A10", outline=rectangle(0, 0, 3000, 2500)),
    )
    staff = booth_list(show, booths(show), View.STAFF, Lang.EN, lambda booth: "C4")
    assert [row.cells[0] for row in staff.rows][-3:] == ["A09", "A10", "B01"]
    assert cells([staff])["A02"] == ("C4", "3 × 3", "9.0", "Inline", "1", "Shell scheme", "Offered", "{0} %s")
    assert "11 booths, 112.5 m² net" in staff.note
    public = cells([booth_list(show, booths(show), View.PUBLIC, Lang.EN, lambda booth: "C4")])
    assert public["A01"] == ("C4", "R&D <Lab>")
    assert public["A02"] == ("C4", "")  # offered is nobody's business
    permit = booth_list(show, booths(show), View.PERMIT, Lang.ZH, lambda booth: "C4")
    assert cells([permit])["A01"] == ("C4", "3 × 3", "9.0", "单开口", "1", "标展")


def test_fascia_boards_are_counted_by_open_sides_and_bear_their_own_text() -> None:
    show = small()
    rows = [
        replace(show.exhibitors["firm0"], fascia="R & D LAB"),
        replace(show.booths["booth0"], open_sides=2),
        replace(show.booths["booth1"], construction=Construction.RAW),
        replace(show.booths["booth2"], status=BoothStatus.HELD),
    ]
    show = with_rows(show, *rows)
    staff = fascia_list(show, booths(show), View.STAFF, Lang.EN)
    found = cells([staff])
    assert found["A01"] == ("R & D LAB", "2")
    assert "A02" not in found
    assert found["A03"] == ("Ελληνικά", "1")
    assert staff.note.startswith("8 booths, 9 boards")
    assert "1 shell scheme booths without" in staff.note
    assert "A03" not in cells([fascia_list(show, booths(show), View.PUBLIC, Lang.EN)])


def test_fixtures_are_counted_by_hall_and_drops_by_booth() -> None:
    show = small()
    second = Hall(id="two", name="Hall 2", outline=rectangle(0, 0, 20_000, 10_000))
    drops = [
        Fixture(id=f"d{k}", hall="hall", kind=kind, outline=rectangle(1500 + 200 * k, 3500, 100, 100))
        for k, kind in enumerate((FixtureKind.POWER, FixtureKind.POWER, FixtureKind.WATER))
    ]
    other = Fixture(id="h2", hall="two", kind=FixtureKind.HYDRANT, outline=rectangle(0, 0, 300, 300))
    show = with_rows(show, second, other, *drops)
    fixtures, by_booth = service_sections(show, "hall", Lang.EN)
    found = cells([fixtures])
    assert found["Hydrant"] == ("1", "1", "2")
    assert found["Power"] == ("3", "0", "3")
    assert {row.symbol for row in fixtures.rows} == set(FixtureKind)
    assert cells([by_booth])["A01"] == ("2", "1", "–", "–")
    assert cells([by_booth])["in no booth"] == ("1", "1", "1", "1")
    assert cells(service_sections(show, "two", Lang.EN)) == {"Hydrant": ("1", "1", "2")}


def hall() -> Show:
    """Return a hall of 40 x 20 m with one row of two booths, two exits, and a main aisle of 4 m."""
    return Show.of(
        [
            Hall(id="hall", name="Hall", outline=rectangle(0, 0, 40_000, 20_000)),
            Booth(id="a", hall="hall", number="A1", outline=rectangle(10_000, 0, 6000, 3000)),
            Booth(id="b", hall="hall", number="A2", outline=rectangle(10_000, 7000, 6000, 3000)),
            Aisle(id="m", hall="hall", name="Main", main=True, outline=rectangle(10_000, 3000, 6000, 4000)),
            Fixture(id="e", hall="hall", kind=FixtureKind.EXIT, name="West", outline=rectangle(0, 8000, 200, 2500)),
            Fixture(id="f", hall="hall", kind=FixtureKind.FIRE_EXIT, outline=rectangle(39_800, 8000, 200, 1500)),
            Fixture(id="n", hall="hall", kind=FixtureKind.ENTRANCE, outline=rectangle(20_000, 0, 3000, 200)),
            Fixture(id="h", hall="hall", kind=FixtureKind.HYDRANT, outline=rectangle(0, 0, 300, 300)),
            Fixture(
                id="k", hall="hall", kind=FixtureKind.CATERING, gross=False, outline=rectangle(30_000, 0, 5000, 4000)
            ),
        ]
    )


def test_a_permit_tells_areas_exits_aisles_equipment_and_ways() -> None:
    sections = permit_sections(hall(), "hall", Lang.EN, lambda outline: "B2")
    found = cells(sections)
    assert found["Hall area"][0] == "800.0 m²"
    assert found["Gross area"][0] == "780.0 m²"
    assert found["Net area"][0] == "36.0 m²"
    assert found["Number of booths"][0] == "2"
    assert found["Width of all exits"][0] == "4.00 m"  # the entrance is none
    assert found["Exit"] == ("West", "2.50", "B2")
    assert found["Fire exit"] == ("–", "1.50", "B2")
    assert found["Main (main)"][0] == "4.00 m"
    assert found["Hydrant"] == ("1", "B2")
    # From the upper right corner of A1 along the wall's side of it, or out below: never shorter than straight.
    length = float(found["Booth A1 (B2)"][0].removesuffix(" m"))
    assert 17.0 < length < 21.0
    longest = [row.cells[0] for section in sections for row in section.rows if "Booth A" in row.cells[0]]
    assert longest == ["Booth A1 (B2)", "Booth A2 (B2)"]


def test_an_aisle_too_narrow_and_a_booth_without_a_way_are_told() -> None:
    show = with_rows(
        hall(),
        Booth(id="c", hall="hall", number="A3", outline=rectangle(10_000, 12_000, 6000, 3000)),
        *[row for row in hall().fixtures.values() if row.kind is FixtureKind.HYDRANT],
    )
    found = cells(permit_sections(show, "hall", Lang.EN, lambda outline: "B2"))
    assert found["Narrower places: 1; narrowest"] == ("2.00 m", "≥ 2.4 m")
    shut = Show.of([row for row in show.rows() if not (isinstance(row, Fixture) and row.id in "ef")])
    assert cells(permit_sections(shut, "hall", Lang.EN, lambda outline: "B2"))["Booth A1 (B2)"][0] == "no way"


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("view", View)
def test_lists_follow_the_plan_in_one_size_and_nothing_is_too_small(lang: Lang, view: View) -> None:
    options = SheetOptions(sheet="A4", view=view, lang=lang, supplements=frozenset(Supplement))
    pages, lost = plan_pages(small(), "hall", options)
    plain, _ = plan_pages(small(), "hall", replace(options, supplements=frozenset()))
    assert len(pages) >= len(plain) + len(Supplement)
    assert {(page.width, page.height) for page in pages} == {(297, 210)}
    assert not [item for item in lost if "list" in item.reason]
    for page in pages:
        for item, scale in flat(page.items):
            if isinstance(item, Text):
                assert item.size * scale >= SMALLEST - 1e-9


def test_a_list_without_a_row_is_reported_and_makes_no_page() -> None:
    empty = Show.of([Hall(id="hall", name="Hall", outline=rectangle(0, 0, 20_000, 10_000))])
    options = SheetOptions(sheet="A4", supplements=frozenset({Supplement.FASCIA, Supplement.PERMIT}))
    pages, lost = plan_pages(empty, "hall", options)
    assert len(pages) == 2  # the plan, and the permit's areas
    assert [item.text for item in lost] == ["Fascia list 楣板文字表"]


def test_lists_of_a_tiled_plan_are_on_the_office_paper_and_tell_its_fields() -> None:
    options = SheetOptions(sheet="A1", tile="A4", index=False, supplements=frozenset({Supplement.BOOTHS}))
    pages, _ = plan_pages(small(), "hall", options)
    assert {tuple(sorted((page.width, page.height))) for page in pages} == {(210, 297)}
    assert "Booth list 展位一览表" in words(pages[-1])
