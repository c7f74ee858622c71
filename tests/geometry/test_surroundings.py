"""Who stands beside a booth, and how wide the way before it is."""

import pytest

from hallwright.geometry.outline import Outline, rectangle, turned
from hallwright.geometry.surroundings import surroundings

HALL = rectangle(0, 0, 30_000, 20_000)
ROW = {
    "a": rectangle(0, 0, 3000, 3000),
    "b": rectangle(3000, 0, 3000, 3000),
    "c": rectangle(6000, 0, 3000, 3000),
    "d": rectangle(3000, 3600, 3000, 3000),
    "e": rectangle(3000, 9600, 3000, 3000),
}


def beside(booths: dict[str, Outline], only: list[str] | None = None) -> dict[str, frozenset[str]]:
    return {key: one.beside for key, one in surroundings(HALL, booths, only=only).items()}


def ways_before(
    hall: Outline, booths: dict[str, Outline], bodies: list[Outline] | None = None
) -> dict[str, int | None]:
    return {key: one.way for key, one in surroundings(hall, booths, bodies or ()).items()}


def _turned(rows: dict[str, Outline], degrees: float) -> dict[str, Outline]:
    return {key: turned(outline, degrees, (15_000, 10_000)) for key, outline in rows.items()}


@pytest.mark.parametrize("degrees", [0, 90, 33])
def test_neighbours_touch_or_stand_back_to_back_but_not_at_a_corner_or_across_an_aisle(degrees: float) -> None:
    found = beside(_turned(ROW, degrees))
    assert {key: "".join(sorted(others)) for key, others in found.items()} == {
        "a": "b",
        "b": "acd",
        "c": "b",
        "d": "b",
        "e": "",
    }
    assert beside(ROW, only=["b"]) == {"b": frozenset("acd")}


def test_a_crossed_outline_is_nobody_s_neighbour() -> None:
    bowtie: Outline = ((3000, 0), (6000, 3000), (6000, 0), (3000, 3000))
    assert beside({"a": ROW["a"], "x": bowtie}) == {"a": frozenset()}
    assert beside({}) == {} == ways_before(HALL, {})


def test_the_way_before_a_booth_is_the_narrowest_before_its_open_sides() -> None:
    found = ways_before(HALL, ROW)
    # From d to e 3 m; from e to the far wall 7.4 m, which is more; a sees open floor to the right of nothing nearer.
    assert (found["d"], found["e"]) == (3000, 3000)
    assert found["a"] is None
    assert ways_before(HALL, ROW, [rectangle(0, 5000, 3000, 500)])["a"] == 2000


def test_the_wall_of_the_hall_ends_a_way() -> None:
    row = {"a": rectangle(0, 15_000, 3000, 3000)}
    assert ways_before(HALL, row)["a"] == 2000
    assert ways_before((), row)["a"] is None
