"""Exhibitors, one by one and from a file."""

import pytest
from tests.shows import content, small_show

from hallwright.editing import exhibitors
from hallwright.editing.exhibitors import merge
from hallwright.editing.merging import Merge, Record, Rejection
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus
from hallwright.support.errors import Refused


def merged(show: Show, *rows: dict[str, object]) -> tuple[Merge, Show]:
    """Merge rows numbered from 2, and check that merging them again changes nothing."""
    records = [Record(k, values) for k, values in enumerate(rows, 2)]
    found = merge(show, records)
    after = found.change.applied(show)
    again = merge(after, records)
    assert (list(again.change), again.added, again.updated) == ([], 0, 0)
    assert again.rejected == found.rejected
    assert content(found.change.inverse().applied(after)) == content(show)
    return found, after


def named(show: Show, name: str) -> Exhibitor:
    row = show.find(Exhibitor, lambda party: party.name == name)
    assert row is not None
    return row


def counts(found: Merge) -> tuple[int, int, int]:
    return found.added, found.updated, found.unchanged


def test_add_amend_delete() -> None:
    show = small_show()
    show = exhibitors.add(" Tencent ", country="China").applied(show)
    key = named(show, "Tencent").id
    show = exhibitors.amend_exhibitor(show, key, phone="1", host="x3").applied(show)
    assert (show.exhibitors[key].phone, show.exhibitors[key].host) == ("1", "x3")
    change = exhibitors.delete(show, ["x1", "x1", "x3"])
    assert change.summary == "Delete 2 exhibitors"
    after = change.applied(show)
    assert {row.host for row in after.exhibitors.values()} == {None}
    assert {(b.exhibitor, b.status) for b in after.booths.values() if b.id in ("b1", "b5")} == {
        (None, BoothStatus.AVAILABLE)
    }
    assert (after.people["p1"].exhibitor, after.people["p1"].company) == (None, "NetEase")
    assert content(change.inverse().applied(after)) == content(show)


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"name": " "}, "Kugou: An exhibitor needs a name. Delete it instead, if that is meant."),
        ({"host": "x3"}, "Kugou: An exhibitor does not share its own booth. Choose another host."),
        ({"host": "x2"}, "Kugou: R&D <Lab> shares another's booth itself. Choose another host."),
        ({"host": "gone"}, "The exhibitor no longer exists. Select another."),
    ],
)
def test_what_an_exhibitor_cannot_be(values: dict[str, str], line: str) -> None:
    with pytest.raises(Refused) as caught:
        exhibitors.amend_exhibitor(small_show(), "x3", **values)
    assert caught.value.line() == line


def test_a_host_cannot_become_a_guest() -> None:
    with pytest.raises(Refused, match="NetEase has co-exhibitors itself"):
        exhibitors.amend_exhibitor(small_show(), "x1", host="x3")


def test_what_is_not_there() -> None:
    with pytest.raises(Refused, match="The exhibitor no longer exists"):
        exhibitors.amend_exhibitor(small_show(), "gone", phone="1")
    with pytest.raises(Refused, match="The exhibitor no longer exists"):
        exhibitors.delete(small_show(), ["gone"])
    with pytest.raises(Refused, match="An exhibitor needs a name"):
        exhibitors.add("  ")


def test_new_known_and_unchanged_rows() -> None:
    found, after = merged(
        small_show(),
        {"name": "NETEASE", "country": "China"},
        {"name": "Kugou"},
        {"name": "Tencent", "name_native": "腾讯", "priority": 2},
    )
    assert counts(found) == (1, 2 - 1, 1)
    assert found.change.summary == "Import 2 exhibitors"
    assert named(after, "NETEASE").id == "x1"
    assert named(after, "NETEASE").size_wanted == 9_000_000
    assert named(after, "Tencent").priority == 2


def test_a_contract_number_goes_before_the_name() -> None:
    found, after = merged(
        small_show(), {"name": "Kugou Music", "contract": "c-3"}, {"name": "Kugou", "contract": "C-9"}
    )
    assert counts(found) == (1, 1, 0)
    assert after.exhibitors["x3"].name == "Kugou Music"
    assert named(after, "Kugou").contract == "C-9"


def test_the_native_name_finds_the_row_and_leaves_the_latin_one() -> None:
    found, after = merged(small_show(), {"name": "网易", "phone": "1"})
    assert counts(found) == (0, 1, 0)
    assert (after.exhibitors["x1"].name, after.exhibitors["x1"].phone) == ("NetEase", "1")
    _, after = merged(small_show(), {"name_native": "腾讯"})
    assert named(after, "腾讯").name_native == "腾讯"


def test_rows_without_name_and_repeated_rows_are_rejected() -> None:
    found, _ = merged(
        small_show(), {"phone": "1"}, {"name": "Café"}, {"name": "CAFE"}, {"name": "NetEase"}, {"name": "网易"}
    )
    assert found.rejected == [
        Rejection(2, "name", "", "no name"),
        Rejection(4, "name", "CAFE", "same exhibitor as row 3"),
        Rejection(6, "name", "网易", "same exhibitor as row 5"),
    ]


def test_two_contracts_are_two_exhibitors() -> None:
    found, _ = merged(Show.of([]), {"name": "A", "contract": "1"}, {"name": "A", "contract": "2"})
    assert counts(found) == (2, 0, 0)


def test_hosts_are_found_in_the_show_and_in_the_file() -> None:
    found, after = merged(
        small_show(),
        {"name": "Guest", "host": "Host"},
        {"name": "Host"},
        {"name": "R&D <Lab>", "host": "NetEase"},
        {"name": "Other", "host": "kugou"},
    )
    assert counts(found) == (3, 0, 1)
    assert named(after, "Guest").host == named(after, "Host").id
    assert named(after, "Other").host == "x3"
    found, after = merged(after, {"name": "R&D <Lab>", "host": "Kugou"})
    assert counts(found) == (0, 1, 0)
    assert after.exhibitors["x2"].revision == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"name": "New", "host": "Nobody"}, "no such exhibitor to share with"),
        ({"name": "New", "host": "new"}, "an exhibitor does not share its own booth"),
        ({"name": "New", "host": "R&D <Lab>"}, "R&D <Lab> shares another's booth itself"),
        ({"name": "NetEase", "host": "Kugou"}, "NetEase has co-exhibitors itself"),
    ],
)
def test_a_host_that_cannot_be_leaves_the_rest(row: dict[str, object], reason: str) -> None:
    found, after = merged(small_show(), {**row, "phone": "7"})
    assert found.rejected == [Rejection(2, "host", str(row["host"]), f"{reason}; the rest of the row is taken")]
    assert named(after, str(row["name"])).phone == "7"


def test_hosts_in_a_circle_are_broken() -> None:
    found = merge(Show.of([]), [Record(2, {"name": "A", "host": "B"}), Record(3, {"name": "B", "host": "A"})])
    assert [item.reason for item in found.rejected] == ["B has co-exhibitors itself; the rest of the row is taken"]
