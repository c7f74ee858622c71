import pytest
from tests.shows import small_rows

from hallwright.editing.fittings import amend_item, called, delete_item, item_at, move_item, reshape_item
from hallwright.editing.floor import add_fixture
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus, Fixture, FixtureKind
from hallwright.geometry.outline import bounds, rectangle
from hallwright.support.errors import Refused


@pytest.fixture
def show() -> Show:
    return Show.of(small_rows())


def test_what_lies_on_top_is_found_first(show: Show) -> None:
    assert item_at(show, "h1", 100, 21_000) is show.fixtures["f"]
    assert item_at(show, "h1", 100, 5_000) is show.zones["z"]
    assert item_at(show, "h1", 50_000, 5_000) is show.halls["h1"]
    assert item_at(show, "h1", 500_000, 0) is None
    assert item_at(show, "h1", 100, 31_000) is show.aisles["a"]


def test_a_fixture_without_a_name_is_called_by_its_kind(show: Show) -> None:
    assert called(show.fixtures["f"]) == "fire exit"


def test_zones_and_fixtures_move_and_halls_do_not(show: Show) -> None:
    after = move_item(show, "f", 100, -50).applied(show)
    assert bounds(after.fixtures["f"].outline)[:2] == (100, 19_950)
    with pytest.raises(Refused, match="A hall is moved only with all"):
        move_item(show, "h1", 1, 1)


def test_a_crossed_outline_is_refused(show: Show) -> None:
    with pytest.raises(Refused, match="No floor: the outline crosses itself"):
        reshape_item(show, "z", ((0, 0), (3000, 3000), (3000, 0), (0, 3000)))


def test_a_kind_is_read_from_its_text_and_a_zone_keeps_a_name(show: Show) -> None:
    assert amend_item(show, "f", kind="exit").applied(show).fixtures["f"].kind is FixtureKind.EXIT
    with pytest.raises(Refused, match="A zone needs a name"):
        amend_item(show, "z", name=" ")


def test_a_hall_goes_with_what_is_in_it_unless_a_booth_is_let(show: Show) -> None:
    with pytest.raises(Refused, match="in it are let"):
        delete_item(show, "h1")
    free = show.replaced(
        [(b, Booth(id=b.id, hall=b.hall, number=b.number, outline=b.outline)) for b in show.booths.values()]
    )
    assert all(booth.status is BoothStatus.AVAILABLE for booth in free.booths.values())
    change = delete_item(free, "h1")
    after = change.applied(free)
    assert "h1" not in after.halls
    assert not after.zones.where("hall", "h1")
    assert not after.booths.where("hall", "h1")
    assert set(change.inverse().applied(after).booths) == set(free.booths)


def test_what_is_gone_is_refused(show: Show) -> None:
    with pytest.raises(Refused, match="no longer exists"):
        reshape_item(show, "nothing", rectangle(0, 0, 1000, 1000))


def test_an_aisle_moves_and_changes_as_zones_do_and_only_its_name_is_deleted() -> None:
    show = Show.of(small_rows())
    after = move_item(show, "a", 0, 500).applied(show)
    assert bounds(after.aisles["a"].outline)[:2] == (0, 30_500)
    assert not amend_item(show, "a", main=False).applied(show).aisles["a"].main
    with pytest.raises(Refused, match="A named aisle needs a name"):
        amend_item(show, "a", name="  ")
    gone = delete_item(show, "a")
    assert gone.ids() == {"a"}
    assert "a" not in gone.applied(show).aisles


def test_catering_offices_and_storage_do_not_count_to_the_gross_area_unless_somebody_says_so() -> None:
    show = Show.of(small_rows())
    for kind, counts in (("catering", False), ("office", False), ("storage", False), ("stage", True)):
        there = amend_item(show, "f", kind=kind).applied(show)
        assert there.fixtures["f"].gross is counts
        (made,) = (edit.after for edit in add_fixture(show, "h2", FixtureKind(kind), rectangle(0, 0, 900, 900)))
        assert isinstance(made, Fixture)
        assert made.gross is counts
    counted = amend_item(show, "f", kind="office", gross=True).applied(show)
    assert counted.fixtures["f"].gross
    assert amend_item(counted, "f", name="Staff").applied(counted).fixtures["f"].gross
