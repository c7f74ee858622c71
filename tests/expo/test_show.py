"""The Show: immutable tables that share what did not change."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.shows import BOWTIE, booth, shows, small_rows, small_show

from hallwright.expo.event import Event
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import KINDS, Show, Table
from hallwright.expo.space import Booth, Hall, Zone
from hallwright.geometry.outline import rectangle


def test_a_show_holds_its_rows_parents_first() -> None:
    show = small_show()
    rows = list(show.rows())
    assert sorted(row.id for row in rows) == sorted(row.id for row in small_rows())
    ranks = [KINDS.index(type(row)) for row in rows]
    assert ranks == sorted(ranks)
    assert (len(show.halls), len(show.zones), len(show.fixtures), len(show.theme_days)) == (2, 1, 1, 1)


def test_an_empty_show_has_an_unnamed_event() -> None:
    show = Show()
    assert (show.event.name, show.event.days) == ("", ())
    assert list(show.rows()) == []
    assert show.booths is show.table(Booth)


def test_replacing_shares_every_other_table_and_leaves_the_old_show() -> None:
    show = small_show()
    old = show.booths["b2"]
    new = replace(old, number="Z9", revision=1)
    after = show.replaced([(old, new), (None, booth("b7", "A07")), (show.booths["b1"], None)])
    assert (show.booths["b2"], "b7" in show.booths, "b1" in show.booths) == (old, False, True)
    assert list(after.booths) == ["b2", "b3", "b4", "b5", "b6", "b7"]
    assert after.booths["b2"] is new
    assert all(after.tables[kind] is show.tables[kind] for kind in KINDS if kind is not Booth)


def test_rows_are_grouped_by_an_attribute_and_the_grouping_is_kept() -> None:
    show = small_show()
    assert [row.id for row in show.booths.where("exhibitor", "x1")] == ["b1", "b5"]
    assert show.booths.where("exhibitor", "nobody") == ()
    assert show.booths.where("hall", "h1") is show.booths.where("hall", "h1")
    after = show.replaced([(show.booths["b1"], replace(show.booths["b1"], exhibitor=None))])
    assert [row.id for row in after.booths.where("exhibitor", "x1")] == ["b5"]
    assert [row.id for row in show.booths.where("exhibitor", "x1")] == ["b1", "b5"]


@given(shows())
def test_every_grouping_has_every_row_once_in_table_order(show: Show) -> None:
    for attribute in ("hall", "exhibitor", "status", "number"):
        grouped = [row for rows in show.booths.by(attribute).values() for row in rows]
        assert sorted(row.id for row in grouped) == sorted(show.booths)
        order = list(show.booths)
        for rows in show.booths.by(attribute).values():
            assert [row.id for row in rows] == sorted((row.id for row in rows), key=order.index)


def test_a_booth_s_zone_is_where_its_middle_lies_the_last_drawn_first() -> None:
    hall = Hall(id="h1", name="Hall", outline=rectangle(0, 0, 60_000, 40_000))
    below = Zone(id="z1", hall="h1", name="All", colour="#000000", outline=hall.outline)
    above = Zone(id="z2", hall="h1", name="Left", colour="#000000", outline=rectangle(0, 0, 4000, 4000))
    left, right = booth("b1", "A01"), booth("b2", "A02", 3000)
    show = Show.of([hall, below, above, left, right])
    assert show.zone_of(left) is above
    assert show.zone_of(right) is below
    assert show.zone_of(booth("b3", "A03", 90_000)) is None
    assert Show.of([hall]).zone_of(left) is None


def test_a_co_exhibitor_stands_in_its_host_s_booths() -> None:
    show = small_show()
    assert [row.id for row in show.booths_of(show.exhibitors["x2"])] == ["b1", "b5"]
    assert [row.id for row in show.booths_of(show.exhibitors["x1"])] == ["b1", "b5"]
    assert show.booths_of(show.exhibitors["x3"]) == ()


def test_find_gives_the_first_row_that_passes_or_none() -> None:
    show = small_show()
    assert show.find(Exhibitor, lambda row: row.contract == "C-3") is show.exhibitors["x3"]
    assert show.find(Event, lambda row: row.name == "Other") is None


def test_tables_of_the_same_rows_are_the_same() -> None:
    assert small_show() == small_show()
    one: Table[Booth] = Table({"b": booth("b", "A01")})
    two: Table[Booth] = Table({"b": booth("b", "A02")})
    assert one != two


def test_a_draft_has_a_reason_and_no_area() -> None:
    draft, sound = booth("b", "A01", outline=BOWTIE), booth("b", "A01", open_sides=4)
    assert draft.draft
    assert "crosses itself" in draft.fault
    assert draft.area == 0
    assert (sound.draft, sound.fault, sound.area, sound.type) == (False, "", 9_000_000, "island")


@given(data=st.data())
def test_groups_carried_along_are_those_made_anew(data: st.DataObject) -> None:
    table: Table[Booth] = Table({f"b{k}": booth(f"b{k}", f"A{k % 3}", hall=f"h{k % 2}") for k in range(6)})
    for attribute in ("hall", "number", "exhibitor"):
        table.by(attribute)
    for _ in range(data.draw(st.integers(1, 4))):
        pairs: list[tuple[Booth | None, Booth | None]] = []
        for key in data.draw(st.lists(st.sampled_from([f"b{k}" for k in range(9)]), unique=True, max_size=5)):
            hall, number = data.draw(st.sampled_from(("h0", "h1", "h2"))), data.draw(st.sampled_from(("A0", "A1", "B")))
            after = booth(key, number, hall=hall) if key not in table or data.draw(st.booleans()) else None
            pairs.append((table.get(key), after))
        table = table.replaced(pairs)
        anew: Table[Booth] = Table({row.id: row for row in table.values()})
        for attribute in ("hall", "number", "exhibitor"):
            assert dict(table.by(attribute)) == dict(anew.by(attribute))
