"""What a change does to the booths beside and across: neighbours, frontage, way, price."""

from dataclasses import replace
from time import perf_counter

from tests.shows import booth

from hallwright.editing import assignment, booths, shaping
from hallwright.editing.change import Change
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall
from hallwright.geometry.outline import moved, rectangle
from hallwright.review.consequences import Consequence, Effect, Neighbour, consequences
from hallwright.review.differences import differences


def _show() -> Show:
    """Two rows across an aisle of 3 m: A1 A2 A3 above, B1 B2 B3 below; A2 is Alpha's."""
    rows: list[Booth] = []
    for k in range(3):
        rows.append(booth(f"a{k + 1}", f"A{k + 1}", 10_000 + 3000 * k, 10_000))
        rows.append(booth(f"b{k + 1}", f"B{k + 1}", 10_000 + 3000 * k, 16_000))
    hall = Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 40_000, 30_000))
    show = Show.of([hall, Exhibitor(id="x", name="Alpha"), Exhibitor(id="y", name="Beta"), *rows])
    return assignment.assign(show, "a2", "x").applied(show)


def _after(show: Show, change: Change) -> dict[tuple[str, Effect], Consequence]:
    later = change.applied(show)
    found = consequences(show, later, differences(show, later))
    return {(one.after.number, one.effect): one for one in found}


def test_a_booth_taken_away_changes_its_neighbours_frontage_price_and_company() -> None:
    show = _show()
    found = _after(show, booths.delete(show, ["a3"]))
    assert {key for key in found if key[0] == "A2"} == {
        ("A2", Effect.FRONTAGE),
        ("A2", Effect.NEIGHBOURS),
        ("A2", Effect.PRICE),
    }
    assert found["A2", Effect.NEIGHBOURS].left == (Neighbour("a3", None),)
    assert found["A2", Effect.NEIGHBOURS].came == ()
    assert found["A2", Effect.FRONTAGE].widths == (6000, 9000)
    # Across the aisle B3 faces nobody any more.
    assert found["B3", Effect.AISLE].widths == (3000, None)
    assert ("A1", Effect.NEIGHBOURS) not in found


def test_a_new_exhibitor_next_door_is_a_change_for_the_neighbour() -> None:
    show = _show()
    found = _after(show, assignment.assign(show, "a1", "y"))
    assert set(found) == {("A2", Effect.NEIGHBOURS)}
    assert found["A2", Effect.NEIGHBOURS].left == (Neighbour("a1", None),)
    assert found["A2", Effect.NEIGHBOURS].came == (Neighbour("a1", "y"),)


def test_a_row_moved_nearer_narrows_the_aisle_of_both_sides() -> None:
    show = _show()
    found = _after(show, booths.move(show, ["b1", "b2", "b3"], 0, -500))
    assert {key: one.widths for key, one in found.items()} == {
        (number, Effect.AISLE): (3000, 2500) for number in ("A1", "A2", "A3", "B1", "B2", "B3")
    }


def test_a_booth_that_grew_is_priced_otherwise() -> None:
    show = _show()
    found = _after(show, shaping.resize(show, ["b3"], 4500, None))
    prices = found["B3", Effect.PRICE].prices
    assert prices is not None
    assert [round(one.area / 1e6, 1) for one in prices] == [9.0, 13.5]


def test_a_new_number_changes_nothing_for_others() -> None:
    show = _show()
    assert _after(show, booths.renumber(show, "a1", "Z9")) == {}


def test_five_thousand_booths_that_all_moved_are_compared_in_two_seconds() -> None:
    rows = [booth(f"b{k}", f"N{k}", 3000 * (k % 100), 3000 * (k // 100) + 3000 * (k // 200)) for k in range(5000)]
    hall = Hall(id="h1", name="Hall", outline=rectangle(-10_000, -10_000, 400_000, 400_000))
    show = Show.of([hall, *rows])
    later = show.replaced((row, replace(row, outline=moved(row.outline, 500, 0))) for row in rows)
    started = perf_counter()
    found = differences(show, later)
    told = consequences(show, later, found)
    assert len(found) == 5000
    assert told == []
    # The two seconds that are promised, and room for a busy machine.
    assert perf_counter() - started < 6
