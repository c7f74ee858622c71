"""Who stands where in the sample, and that it can be true."""

import pytest

from hallwright.editing.assignment import LET
from hallwright.editing.sample import build
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus


@pytest.fixture(scope="module")
def show() -> Show:
    return build().applied(Show())


@pytest.fixture(scope="module")
def by_name(show: Show) -> dict[str, Exhibitor]:
    return {row.name: row for row in show.exhibitors.values()}


def test_a_booth_has_an_exhibitor_if_and_only_if_it_is_let(show: Show) -> None:
    for booth in show.booths.values():
        assert (booth.exhibitor is not None) == (booth.status in LET), booth.number
        assert booth.exhibitor is None or booth.exhibitor in show.exhibitors


def test_a_hold_ends_before_the_event_and_only_holds_end(show: Show) -> None:
    first = show.event.starts
    assert first is not None
    for booth in show.booths.values():
        assert (booth.held_until is not None) == (booth.status is BoothStatus.HELD), booth.number
        assert booth.held_until is None or booth.held_until.date() < first


def test_each_exhibitor_stands_somewhere_shares_waits_or_is_unplaced(show: Show) -> None:
    placed = {row.id for row in show.exhibitors.values() if show.booths.where("exhibitor", row.id)}
    guests = {row.id for row in show.exhibitors.values() if row.host}
    waiting = {row.id for row in show.exhibitors.values() if row.waitlisted}
    assert not placed & guests
    assert not placed & waiting
    assert not guests & waiting
    assert len(guests) == 15
    assert len(waiting) == 10
    assert len(show.exhibitors) - len(placed | guests | waiting) == 11
    for key in guests:
        assert show.exhibitors[key].host in placed


def test_all_booths_of_an_exhibitor_share_status_and_zone(show: Show) -> None:
    for row in show.exhibitors.values():
        booths = show.booths.where("exhibitor", row.id)
        assert len({booth.status for booth in booths}) <= 1
        for booth in booths:
            zone = show.zone_of(booth)
            assert zone is not None
            assert zone.name == row.zone_wanted, (row.name, booth.number)


def test_a_contract_number_means_a_signed_contract(show: Show) -> None:
    numbers = [row.contract for row in show.exhibitors.values() if row.contract]
    assert len(set(numbers)) == len(numbers)
    for row in show.exhibitors.values():
        booths = show.booths.where("exhibitor", row.id)
        assert bool(row.contract) == any(booth.status is BoothStatus.CONFIRMED for booth in booths), row.name


def test_companies_of_the_reports_have_the_places_at_the_front(show: Show, by_name: dict[str, Exhibitor]) -> None:
    names = {"NetEase": "网易", "Vipshop": "唯品会", "Kugou": "酷狗", "Qi An Xin": "奇安信", "360": "360"}
    for name, native in names.items():
        row = by_name[name]
        assert row.name_native == native
        assert "public reports" in row.note
        assert sum(booth.area for booth in show.booths_of(row)) >= 54e6


def test_everybody_else_is_marked_as_invented(show: Show) -> None:
    assert all(row.note.startswith("Sample data") for row in show.exhibitors.values())
    for row in show.exhibitors.values():
        assert row.email.endswith(".example.com"), row.name
        assert row.website.endswith(".example.com"), row.name


def test_names_that_are_hard_to_set_and_countries_of_all_readers(by_name: dict[str, Exhibitor]) -> None:
    assert by_name["R&D <Lab> of Secure Protocols"].name_native == "协议安全 R&D <实验室>"
    assert max(len(name) for name in by_name) > 100
    assert min(len(name) for name in by_name) == 1
    countries = {row.country for row in by_name.values()}
    assert countries >= {"China", "Hong Kong SAR", "Macao SAR", "Japan", "Korea", "Germany", "France", "Greece"}
    assert countries >= {"Russia", "Portugal", "Indonesia", "Finland"}
    natives = "".join(row.name_native for row in by_name.values())
    for sample in ("さくら", "한빛", "Северный", "Θάλασσα", "獅子山"):
        assert sample in natives


def test_wishes_name_real_zones(show: Show) -> None:
    zones = {zone.name for zone in show.zones.values()}
    assert {row.zone_wanted for row in show.exhibitors.values()} <= zones
