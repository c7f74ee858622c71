"""Storeys in the order in which they lie, and what lies under a hall."""

import pytest

from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.expo.storeys import beneath, by_storey, rank
from hallwright.geometry.outline import rectangle


@pytest.mark.parametrize(
    "names",
    [
        ("B2", "B1", "G", "M", "1", "2", "10", "Roof"),
        ("-2", "-1", "Ground floor", "Mezzanine", "1F", "2F", "10F", "Terrace"),
        ("2. UG", "1. UG", "EG", "M", "1. OG", "2.OG", "10. OG", "Dach"),
        ("地下二层", "地下一层", "首层", "夹层", "一层", "二楼", "十层", "天台"),
        ("负2层", "B1F", "", "m", "L1", "Level 2", "10th floor", "Sky deck"),
    ],
)
def test_names_of_storeys_are_understood_in_the_order_they_lie(names: tuple[str, ...]) -> None:
    assert [rank(name) for name in names] == [-2, -1, 0, 0.5, 1, 2, 10, 1000]


def hall(key: str, storey: str, left: int = 0) -> Hall:
    return Hall(id=key, name=key, storey=storey, outline=rectangle(left, 0, 9000, 9000))


def test_halls_are_listed_from_the_lowest_up_and_on_a_storey_as_they_were() -> None:
    halls = [hall("d", "2F"), hall("a", "1F"), hall("c", "B1"), hall("b", "1F")]
    assert [row.id for row in by_storey(halls)] == ["c", "a", "b", "d"]


def test_under_a_hall_lies_the_next_storey_down_where_it_shares_ground() -> None:
    rows = [hall("b1", "B1"), hall("g", "G"), hall("west", "1F"), hall("east", "1F", 50_000), hall("top", "2F")]
    show = Show.of(rows)

    def under(key: str) -> list[str]:
        return [row.id for row in beneath(show, key)]

    assert under("top") == ["west"]
    assert under("west") == ["g"]
    assert under("g") == ["b1"]
    assert under("east") == []
    assert under("b1") == ["g"]  # under the lowest nothing lies: what is above is traced
    assert beneath(Show.of([hall("a", "1"), hall("b", "1")]), "a") == []
