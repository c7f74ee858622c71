"""Drops go with their booth."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shows import booth

from hallwright.editing import arranging, booths, copying, shaping, splitting
from hallwright.editing.change import Change
from hallwright.editing.telling import retold
from hallwright.expo.show import Show
from hallwright.expo.space import Fixture, FixtureKind, Hall
from hallwright.expo.supplies import supplied
from hallwright.geometry.outline import Box, bounds, rectangle
from hallwright.support.errors import Refused
from hallwright.support.i18n import ENGLISH, use


def drop(key: str, left: int, top: int, name: str = "") -> Fixture:
    return Fixture(id=key, hall="h1", kind=FixtureKind.POWER, name=name, outline=rectangle(left, top, 400, 400))


@pytest.fixture
def show() -> Show:
    hall = Hall(id="h1", name="Hall 1", outline=rectangle(-50_000, -50_000, 100_000, 100_000))
    rows = [booth("a", "A01"), booth("b", "A02", 3000), booth("c", "C01", 10_000, 500)]
    return Show.of(
        [hall, *rows, drop("p", 100, 200), drop("q", 2000, 2000), drop("r", 10_100, 600), drop("s", 0, 9000)]
    )


def box(show: Show, key: str) -> Box:
    return bounds(show.fixtures[key].outline)


def moved_drops(change: Change) -> set[str]:
    return {edit.row.id for edit in change if isinstance(edit.row, Fixture)}


def test_moved_with_its_booth_and_told(show: Show) -> None:
    change = booths.move(show, ["a", "b"], 500, -300)
    assert change.summary == "Move 2 booths with 2 drops"
    assert moved_drops(change) == {"p", "q"}
    after = change.applied(show)
    assert box(after, "p")[:2] == (600, -100)
    assert change.inverse().applied(after).fixtures["p"].outline == show.fixtures["p"].outline
    assert booths.move(show, ["b"], 500, 0).summary == "Move A02"


def test_turned_and_mirrored_about_the_middle_of_the_booths(show: Show) -> None:
    turned = shaping.rotate(show, ["a"], 90)
    assert turned.summary == "Rotate A01 by 90° with 2 drops"
    assert box(turned.applied(show), "p") == (2400, 100, 2800, 500)
    mirrored = shaping.flip(show, ["a"], left_right=True)
    assert box(mirrored.applied(show), "p") == (2500, 200, 2900, 600)
    each = shaping.rotate(show, ["a", "c"], 180, each=True).applied(show)
    assert box(each, "r") == (12_500, 3000, 12_900, 3400)


@pytest.mark.parametrize("degrees", [90, 180, 33])
def test_turned_and_turned_back_is_as_before(show: Show, degrees: float) -> None:
    there = shaping.rotate(show, ["a", "c"], degrees).applied(show)
    assert there.fixtures["p"].outline != show.fixtures["p"].outline
    back = shaping.rotate(there, ["a", "c"], -degrees).applied(there)
    assert all(abs(x - y) <= 2 for one in "pqr" for x, y in zip(box(back, one), box(show, one), strict=True))


def test_aligned_and_distributed_along(show: Show) -> None:
    aligned = arranging.align(show, ["a", "c"], arranging.Edge.TOP)
    assert aligned.summary == "Align 2 booths top with 1 drop"
    assert box(aligned.applied(show), "r")[:2] == (10_100, 100)
    spread = arranging.distribute(show, ["a", "c"], across=True, gap=3000)
    assert box(spread.applied(show), "r")[:2] == (6100, 600)


def test_copied_with_its_booth(show: Show) -> None:
    doubled = copying.duplicate(show, ["a"], 20_000, 0)
    assert doubled.summary == "Duplicate A01 as A03 with 2 drops"
    after = doubled.applied(show)
    (copy,) = (row for row in after.booths.values() if row.id not in show.booths)
    assert [bounds(row.outline)[:2] for row in supplied(after)[copy.id]] == [(20_100, 200), (22_000, 2000)]
    assert len(after.fixtures) == 6


def test_pasted_with_its_booth_into_another_project(show: Show) -> None:
    text = copying.clipping(show, ["c"])
    other = Show.of([Hall(id="h", name="Hall", outline=rectangle(0, 0, 50_000, 50_000))])
    pasted = copying.paste(other, "h", text, (5000, 5000))
    assert pasted.summary == "Paste C01 with 1 drop"
    (made,) = pasted.applied(other).fixtures.values()
    assert (made.hall, bounds(made.outline)[:2], made.revision) == ("h", (3600, 3600), 0)


@pytest.mark.parametrize(
    "drops",
    ['"x"', "[1]", '[{"kind":"column","outline":[[0,0],[1,0],[1,1]]}]', '[{"kind":"power","outline":[[0,0]]}]', "7"],
)
def test_what_is_no_drop_on_the_clipboard_is_refused(show: Show, drops: str) -> None:
    text = copying.to_text([show.booths["a"]])[:-1] + f',"drops":{drops}}}'
    with pytest.raises(Refused, match="holds no booths"):
        copying.from_text(text)


def test_deleted_with_its_booth_unless_it_bears_a_name(show: Show) -> None:
    show = show.replaced([(show.fixtures["q"], drop("q", 2000, 2000, name="P-17"))])
    change = booths.delete(show, ["a"])
    assert change.summary == "Delete A01 with 1 drop; 1 named drop left"
    assert moved_drops(change) == {"p"}
    assert booths.delete(show, ["c"]).summary == "Delete C01 with 1 drop"


def test_split_and_merged_booths_leave_them_where_they_stand(show: Show) -> None:
    assert not moved_drops(splitting.merge(show, ["a", "b"]))
    assert not moved_drops(splitting.split_equally(show, "a", 2))


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda show: booths.move(show, ["a", "b"], 1, 1), "移动 2 个展位，连同 2 个接口"),
        (lambda show: booths.delete(show, ["c"]), "删除 C01，连同 1 个接口"),
        (lambda show: copying.duplicate(show, ["a"], 0, 9000), "复制 A01 为 A03，连同 2 个接口"),
    ],
)
def test_told_in_chinese(show: Show, make: Callable[[Show], Change], told: str) -> None:
    summary = make(show).summary
    use("zh_CN")
    try:
        assert retold(summary).replace(" ", "") == told.replace(" ", "")
        assert "撤销" in retold(f"Undo: {summary}")
        assert retold("Delete A01 with 1 drop; 2 named drops left") != "Delete A01 with 1 drop; 2 named drops left"
    finally:
        use(ENGLISH)


@given(st.integers(-9000, 9000), st.integers(-9000, 9000), st.integers(1, 359))
def test_whatever_is_done_to_a_booth_its_drops_stay_in_it(dx: int, dy: int, degrees: int) -> None:
    start = Show.of([booth("a", "A01"), drop("p", 500, 500), drop("q", 1900, 1200)])
    moved = booths.move(start, ["a"], dx, dy).applied(start)
    turned = shaping.rotate(moved, ["a"], degrees).applied(moved)
    flipped = shaping.flip(turned, ["a"], left_right=bool(dx % 2)).applied(turned)
    assert [row.id for row in supplied(flipped)["a"]] == ["p", "q"]
