"""Open sides are counted from the plan."""

from hallwright.editing.sample.frontage import counted
from hallwright.geometry.outline import Outline, rectangle, turned

HALL = rectangle(0, 0, 40_000, 30_000)


def sides(**booths: Outline) -> dict[str, int]:
    return counted(HALL, booths, ())


def test_a_row_back_to_back() -> None:
    double = {
        f"{side}{k}": rectangle(5000 + 3000 * k, 5000 + 3000 * side, 3000, 3000) for side in (0, 1) for k in range(3)
    }
    assert sides(**double) == {"00": 2, "01": 1, "02": 2, "10": 2, "11": 1, "12": 2}


def test_a_service_gap_is_no_aisle() -> None:
    assert sides(a=rectangle(5000, 5000, 3000, 3000), b=rectangle(5000, 9000, 3000, 3000)) == {"a": 3, "b": 3}


def test_the_wall_closes_a_side() -> None:
    assert sides(a=rectangle(1000, 5000, 3000, 3000), b=rectangle(0, 20_000, 3000, 3000)) == {"a": 3, "b": 3}


def test_a_room_closes_a_side() -> None:
    found = counted(HALL, {"a": rectangle(5000, 5000, 3000, 3000)}, [rectangle(8500, 4000, 4000, 5000)])
    assert found == {"a": 3}


def test_islands_of_any_shape_have_four() -> None:
    square = rectangle(10_000, 10_000, 6000, 6000)
    ell = ((5000, 5000), (14_000, 5000), (14_000, 8000), (8000, 8000), (8000, 11_000), (5000, 11_000))
    assert sides(a=square) == {"a": 4}
    assert sides(a=tuple(reversed(square))) == {"a": 4}
    assert sides(a=turned(square, 45, (13_000, 13_000))) == {"a": 4}
    assert sides(a=ell) == {"a": 4}


def test_no_way_in_at_all() -> None:
    ring = {f"{x}{y}": rectangle(10_000 + 3000 * x, 10_000 + 3000 * y, 3000, 3000) for x in range(3) for y in range(3)}
    assert sides(**ring)["11"] == 0
