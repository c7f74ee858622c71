"""Which drops stand in which booth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shows import booth, small_show

from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Fixture, FixtureKind
from hallwright.expo.supplies import supplied
from hallwright.geometry.outline import centre, contains, rectangle


def fixture(key: str, kind: FixtureKind, left: int, hall: str = "h1", top: int = 1000) -> Fixture:
    return Fixture(id=key, hall=hall, kind=kind, outline=rectangle(left, top, 400, 400))


def names(show: Show, *keys: str) -> dict[str, list[str]]:
    some = [show.booths[key] for key in keys] if keys else None
    return {key: [row.id for row in rows] for key, rows in supplied(show, some).items()}


def test_drops_stand_where_their_middle_is_by_kind() -> None:
    rows = [
        fixture("1", FixtureKind.WATER, 100),
        fixture("2", FixtureKind.POWER, 1000),
        fixture("3", FixtureKind.POWER, 2000),
        fixture("beside", FixtureKind.DATA, 3500, top=3100),
        fixture("upstairs", FixtureKind.AIR, 100, "h2"),
        fixture("column", FixtureKind.COLUMN, 500),
    ]
    show = small_show().replaced([(None, row) for row in rows])
    found = names(show, "b1", "b5")
    assert found == {"b1": ["2", "3", "1"]}
    assert names(show)["b1"] == ["2", "3", "1"]


def test_where_booths_share_floor_a_drop_belongs_to_the_nearer_middle() -> None:
    rows = [booth("a", "A01", 0), booth("b", "A02", 2000), fixture("left", FixtureKind.POWER, 2050)]
    rows.append(fixture("right", FixtureKind.POWER, 2450))
    show = Show.of(rows)
    assert names(show) == {"a": ["left"], "b": ["right"]}
    assert names(show, "b") == {"b": ["right"]}, "asked about one, the other still has its own"


@pytest.mark.parametrize("count", [10, 70])
@given(data=st.data())
def test_few_and_many_booths_are_looked_at_alike(count: int, data: st.DataObject) -> None:
    places = st.tuples(st.integers(-20, 20).map(lambda k: k * 700), st.integers(-20, 20).map(lambda k: k * 700))
    rows = [booth(f"b{k}", str(k), *data.draw(places)) for k in range(count)]
    rows.append(booth("huge", "H", outline=rectangle(-900_000_000, -900_000_000, 900_000_000, 900_000_000)))
    kinds = st.sampled_from(sorted(DROPS))
    drops = [fixture(f"d{k}", data.draw(kinds), (at := data.draw(places))[0], top=at[1]) for k in range(8)]
    show = Show.of([*rows, *drops])
    all_of_them = supplied(show)
    owners = {drop.id: key for key, some in all_of_them.items() for drop in some}
    for drop in drops:
        middle = centre(drop.outline)
        inside = {row.id for row in show.booths.values() if contains(row.outline, *middle)}
        assert owners.get(drop.id, "") in (inside or {""})
    for row in rows[-6:]:
        assert supplied(show, [row]) == {key: some for key, some in all_of_them.items() if key == row.id}
