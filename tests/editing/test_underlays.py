"""Underlays are placed, moved, turned and calibrated; a locked one stays."""

import math
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.shows import small_show

from hallwright.editing import underlays
from hallwright.editing.change import Change
from hallwright.editing.underlays import Content
from hallwright.expo.show import Show
from hallwright.expo.underlay import Media, Underlay
from hallwright.support.errors import Refused

LINES = Content("venue.dxf", "ab" * 32, Media.VECTOR, 500_000, 300_000, (10_000, 20_000), ("DIM",))


def placed(content: Content = LINES, scale: float = 0.1, hall: str = "h1") -> tuple[Show, Underlay]:
    show = small_show()
    change = underlays.add_underlay(show, hall, content, scale)
    return change.applied(show), _only(change)


def _only(change: Change) -> Underlay:
    (edit,) = change
    assert isinstance(edit.after, Underlay)
    return edit.after


def test_a_new_underlay_keeps_its_own_coordinates_inside_the_hall() -> None:
    row = placed()[1]
    assert (row.name, row.x, row.y, row.scale, row.hidden) == ("venue.dxf", 1000, 2000, 0.1, ("DIM",))


@pytest.mark.parametrize("origin", [None, (0, 200_000), (-20_000_000, 0)])
def test_else_its_corner_lies_on_the_hall_s(origin: tuple[int, int] | None) -> None:
    row = placed(LINES._replace(origin=origin))[1]
    assert (row.x, row.y) == (0, 0)


@pytest.mark.parametrize("scale", [0.0, -1.0, math.nan, math.inf, 1e-9, 1e3])
def test_a_size_beyond_reason_is_refused(scale: float) -> None:
    with pytest.raises(Refused, match="would be"):
        placed(scale=scale)


def test_turning_keeps_the_middle() -> None:
    show, row = placed()
    after = _only(underlays.turn_underlay(show, row.id, 450.0))
    assert after.angle == 90
    assert after.to_hall(250_000, 150_000) == pytest.approx(row.to_hall(250_000, 150_000), abs=1)


def test_a_known_distance_gives_the_scale_and_the_first_point_stays() -> None:
    show, row = placed()
    change = underlays.measure_underlay(show, row.id, (11_000, 12_000), (21_000, 12_000), 12_500)
    after = _only(change)
    assert after.scale == pytest.approx(0.125)
    assert after.to_hall(*row.to_own(11_000, 12_000)) == pytest.approx((11_000, 12_000), abs=1)
    assert change.summary == "Calibrate underlay venue.dxf: 12.5 m"


_spots = st.tuples(st.integers(-50_000, 50_000), st.integers(-50_000, 50_000))


@given(_spots, _spots, _spots, _spots)
def test_two_points_come_to_lie_where_they_belong(
    one: tuple[int, int], two: tuple[int, int], true_one: tuple[int, int], true_two: tuple[int, int]
) -> None:
    assume(math.dist(one, two) > 2000 and math.dist(true_one, true_two) > 2000)
    show, row = placed()
    change = underlays.fit_underlay(show, row.id, one, two, true_one, true_two)
    after = change.applied(show).underlays[row.id]
    assert after.to_hall(*row.to_own(*one)) == pytest.approx(true_one, abs=2)
    assert after.to_hall(*row.to_own(*two)) == pytest.approx(true_two, abs=2)


def test_points_too_near_and_distances_of_nothing_are_refused() -> None:
    show, row = placed()
    with pytest.raises(Refused, match="too near"):
        underlays.measure_underlay(show, row.id, (0, 0), (3, 3), 1000)
    with pytest.raises(Refused, match="more than 0"):
        underlays.measure_underlay(show, row.id, (0, 0), (3000, 3), 0)
    with pytest.raises(Refused, match="too near"):
        underlays.fit_underlay(show, row.id, (0, 0), (3000, 3), (5, 5), (5, 5))


def test_a_locked_underlay_stays_but_can_be_dimmed() -> None:
    show = small_show()
    edits: list[Callable[[], Change]] = [
        lambda: underlays.move_underlay(show, "u", 1, 1),
        lambda: underlays.turn_underlay(show, "u", 5),
        lambda: underlays.resize_underlay(show, "u", 1),
        lambda: underlays.fit_underlay(show, "u", (0, 0), (9, 9), (0, 0), (9, 9)),
    ]
    for edit in edits:
        with pytest.raises(Refused, match=r"venue\.dxf: The underlay is locked\. Unlock it first\."):
            edit()
    assert _only(underlays.dim_underlay(show, "u", 80)).dim == 80
    free = underlays.lock_underlay(show, "u", False).applied(show)
    assert _only(underlays.move_underlay(free, "u", 10, -5)).x == -490


def test_layers_names_and_deleting() -> None:
    show = small_show()
    assert _only(underlays.hide_layers(show, "u", ["B", "A", "B"])).hidden == ("A", "B")
    assert not underlays.hide_layers(show, "u", ["TEXT", "电气"])
    assert _only(underlays.rename_underlay(show, "u", " Hall\nplan ")).name == "Hall plan"
    with pytest.raises(Refused, match="needs a name"):
        underlays.rename_underlay(show, "u", " ")
    assert not underlays.delete_underlay(show, "u").applied(show).underlays
    with pytest.raises(Refused, match="no longer exists"):
        underlays.delete_underlay(show, "gone")
    with pytest.raises(Refused, match="0 to 100"):
        underlays.dim_underlay(show, "u", 101)


def test_a_hall_goes_with_its_underlays() -> None:
    from hallwright.editing.fittings import delete_item

    show = small_show()
    with pytest.raises(Refused):
        delete_item(show, "h1")
    bare = Show.of(row for row in show.rows() if getattr(row, "exhibitor", None) is None)
    assert not delete_item(bare, "h1").applied(bare).underlays


@pytest.mark.parametrize(("origin", "corner"), [((10_000, 20_000), (1000, 2000)), ((35_000_000_00, 0), (0, 0))])
def test_a_project_without_a_hall_gets_one_around_its_first_drawing(
    origin: tuple[int, int], corner: tuple[int, int]
) -> None:
    change = underlays.add_underlay_first(Show(), "Hall 1", LINES._replace(origin=origin), 0.1)
    show = change.applied(Show())
    (hall,) = show.halls.values()
    (row,) = show.underlays.values()
    assert (hall.name, row.hall) == ("Hall 1", hall.id)
    assert (row.x, row.y) == corner
    assert hall.outline == row.outline
    assert change.inverse().applied(show).halls == {}
