"""Who must be told, and in which words."""

import pytest
from tests.shows import booth

from hallwright.editing import assignment, booths, shaping
from hallwright.editing.change import Change, create
from hallwright.editing.earlier import Moment
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus, Hall
from hallwright.geometry.outline import rectangle
from hallwright.review.comparing import Comparison, compared
from hallwright.review.informing import Weight, exhibitor_text
from hallwright.review.sentences import lines
from hallwright.review.words import shift_text


def _show() -> Show:
    rows = [booth(f"a{k}", f"A{k}", 10_000 + 3000 * k, 10_000) for k in range(1, 5)]
    hall = Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 60_000, 30_000))
    parties = [
        Exhibitor(id="x", name="Alpha", name_native="甲"),
        Exhibitor(id="y", name="Beta"),
        Exhibitor(id="z", name="Gamma", host="x"),
    ]
    show = Show.of([hall, *parties, *rows])
    show = assignment.assign(show, "a1", "x").applied(show)
    return assignment.assign(show, "a3", "y").applied(show)


def _compared(a: Show, *changes: Change) -> Comparison:
    b = a
    for change in changes:
        b = change.applied(b)
    return compared(Moment("A", 1), Moment("B", 2), a, b)


def _told(found: Comparison) -> dict[str, list[str]]:
    return {exhibitor_text(one): [reason.text for reason in one.reasons] for one in found.told}


def test_nobody_is_told_of_nothing() -> None:
    assert _compared(_show()).told == ()


def test_who_lost_the_booth_comes_first_and_the_neighbour_last() -> None:
    show = _show()
    found = _compared(show, assignment.release(show, "a3"))
    assert _told(found) == {"Beta": ["No longer has a booth; had A3"]}
    swapped = assignment.release(show, "a3")
    second = assignment.assign(swapped.applied(show), "a2", "y")
    found = _compared(show, swapped, second)
    assert [(one.exhibitor.name, one.weight) for one in found.told] == [
        ("Beta", Weight.PLACE),
        ("Alpha", Weight.AROUND),
    ]
    assert _told(found) == {
        "Beta": ["Moves from A3 to A2"],
        "Alpha": ["A1, neighbours: Beside it now A2 (Beta), no longer A2 (free)"],
    }


def test_a_co_exhibitor_is_told_of_place_and_number_but_not_of_neighbours() -> None:
    show = _show()
    found = _compared(show, booths.renumber(show, "a1", "A9"))
    assert _told(found) == {
        "Alpha": ["A9, renumbered: A1 → A9"],
        "Gamma (with Alpha)": ["A9, renumbered: A1 → A9"],
    }
    assert set(_told(_compared(show, assignment.assign(show, "a2", "y")))) == {"Alpha", "Beta"}


def test_a_booth_that_grew_and_moved_is_told_with_price_and_frontage() -> None:
    show = _show()
    found = _compared(show, booths.delete(show, ["a4"]))
    texts = _told(found)["Beta"]
    assert texts[0].startswith("A3, ")
    assert any(text.startswith("A3, price basis: 9 m² shell, price class ") for text in texts)
    assert "A3, frontage: 6 m → 9 m" in texts
    grown = _compared(show, shaping.resize(show, ["a4"], 4500, None))
    said = [(line.subject, line.what, line.text) for line in lines(grown.a, grown.b, grown.found, grown.followed)]
    assert ("A4", "resized", "3 × 3 m, 9 m² → 4.5 × 3 m, 13.5 m²") in said


def test_who_withdrew_and_who_is_new_are_told() -> None:
    show = _show()
    fresh = Change.of("add", "Add", [create(Exhibitor(id="n", name="New"))])
    placed = assignment.assign(fresh.applied(show), "a2", "n", BoothStatus.CONFIRMED)
    assert _told(_compared(show, fresh, placed))["New"] == ["Gets A2 (3 × 3 m, 9 m²)"]
    back = compared(Moment("B", 2), Moment("A", 1), placed.applied(fresh.applied(show)), show)
    assert _told(back)["New"] == ["Has withdrawn; had A2"]


@pytest.mark.parametrize(
    ("shift", "north", "text"),
    [
        ((3000, 0), None, "3 m to the right on the plan"),
        ((-3000, 0), None, "3 m to the left on the plan"),
        ((0, 500), None, "0.5 m down on the plan"),
        ((-3000, -4000), None, "5 m up and to the left on the plan"),
        # Up is east: what goes to the right goes south.
        ((3000, 0), 900, "3 m to the right on the plan, to the south"),
        ((0, -3000), 0, "3 m up on the plan, to the north"),
    ],
)
def test_a_shift_is_told_by_length_and_way(shift: tuple[int, int], north: int | None, text: str) -> None:
    assert shift_text(*shift, north) == text
