import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.shows import booth, small_show

from hallwright.editing.arranging import Edge, align, distribute, gaps_between
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall
from hallwright.geometry.outline import bounds, rectangle
from hallwright.support.errors import Refused

SIDE = st.integers(300, 9000)
PLACE = st.integers(0, 50_000)
BOXES = st.lists(st.builds(rectangle, PLACE, PLACE, SIDE, SIDE), min_size=2, max_size=7)


def row_of(*lefts: int) -> Show:
    return Show.of([booth(f"b{k}", f"A0{k}", left, 100 * k) for k, left in enumerate(lefts)])


def show_of(outlines: list[tuple[tuple[int, int], ...]]) -> Show:
    hall = Hall(id="h1", name="Hall", outline=rectangle(0, 0, 60_000, 60_000))
    return Show.of([hall, *(Booth(id=f"b{k}", hall="h1", number="", outline=o) for k, o in enumerate(outlines))])


@given(BOXES, st.sampled_from(Edge))
def test_aligning_keeps_sizes_and_brings_the_edges_to_one_line(outlines: list, edge: Edge) -> None:  # type: ignore[type-arg]
    # Those wall to wall in one row go as one, see below.
    boxes_ = [bounds(outline) for outline in outlines]
    assume(
        len({(box.left, box.right) for box in boxes_}) == len({(box.top, box.bottom) for box in boxes_}) == len(boxes_)
    )
    show = show_of(outlines)
    after = align(show, list(show.booths), edge).applied(show)
    before = {key: bounds(row.outline) for key, row in show.booths.items()}
    boxes = {key: bounds(row.outline) for key, row in after.booths.items()}
    for key, box in boxes.items():
        assert (box.width, box.height) == (before[key].width, before[key].height)
        if edge in (Edge.LEFT, Edge.RIGHT, Edge.ACROSS):
            assert (box.top, box.bottom) == (before[key].top, before[key].bottom)
        else:
            assert (box.left, box.right) == (before[key].left, before[key].right)
    lines = {
        Edge.LEFT: lambda b: b.left,
        Edge.RIGHT: lambda b: b.right,
        Edge.TOP: lambda b: b.top,
        Edge.BOTTOM: lambda b: b.bottom,
        Edge.ACROSS: lambda b: (b.left + b.right) / 2,
        Edge.DOWN: lambda b: (b.top + b.bottom) / 2,
    }
    found = [lines[edge](box) for box in boxes.values()]
    assert max(found) - min(found) <= (0 if edge not in (Edge.ACROSS, Edge.DOWN) else 0.5)
    if edge not in (Edge.ACROSS, Edge.DOWN):
        assert not align(after, list(after.booths), edge), "aligned booths stay"


@given(BOXES, st.booleans(), st.integers(0, 8000))
def test_an_aisle_of_a_typed_width_stands_between_all(outlines: list, across: bool, gap: int) -> None:  # type: ignore[type-arg]
    assume(len({(b.left, b.right) if across else (b.top, b.bottom) for b in map(bounds, outlines)}) > 1)
    show = show_of(outlines)
    after = distribute(show, list(show.booths), across=across, gap=gap).applied(show)
    assert set(gaps_between(after.booths.values(), across=across)) <= {gap}
    for key, row in show.booths.items():
        was, now = bounds(row.outline), bounds(after.booths[key].outline)
        assert (was.width, was.height) == (now.width, now.height)


@given(st.lists(SIDE, min_size=3, max_size=8), st.integers(0, 20_000))
def test_equal_gaps_differ_by_a_millimetre_at_most_and_the_outermost_stay(sizes: list[int], free: int) -> None:
    lefts = [0]
    for size in sizes[:-1]:
        lefts.append(lefts[-1] + size)
    lefts[-1] += free
    show = show_of([rectangle(left, 0, size, 3000) for left, size in zip(lefts, sizes, strict=True)])
    ids = list(show.booths)
    after = distribute(show, ids, across=True).applied(show)
    gaps = gaps_between(after.booths.values(), across=True)
    assert max(gaps) - min(gaps) <= 1
    assert sum(gaps) == free
    assert after.booths[ids[0]].outline == show.booths[ids[0]].outline
    assert after.booths[ids[-1]].outline == show.booths[ids[-1]].outline


def test_gaps_are_shared_out_in_the_order_on_the_plan() -> None:
    show = row_of(20_000, 0, 4000)
    change = distribute(show, ["b0", "b1", "b2"], across=True)
    assert change.summary == "Distribute 3 booths evenly"
    assert bounds(change.applied(show).booths["b2"].outline).left == 10_000


def test_too_little_room_is_told_with_how_much_is_missing() -> None:
    show = row_of(0, 1000, 4000)
    with pytest.raises(Refused, match="need 2 m more"):
        distribute(show, ["b0", "b1", "b2"], across=True)


@pytest.mark.parametrize(
    ("ids", "reason"),
    [(["b1"], "two booths or more"), (["b1", "b6"], "different halls"), (["b1", "gone"], "no longer")],
)
def test_what_cannot_be_aligned_is_refused(ids: list[str], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        align(small_show(), ids, Edge.LEFT)


def test_two_booths_have_one_gap_so_nothing_is_shared_out() -> None:
    show = small_show()
    with pytest.raises(Refused, match="three booths or more"):
        distribute(show, ["b1", "b2"], across=True)
    with pytest.raises(Refused, match="out of range"):
        distribute(show, ["b1", "b2"], across=True, gap=-1)


def test_rows_keep_together_when_they_are_aligned_or_set_apart() -> None:
    rows = [rectangle(left + 3000 * k, top, 3000, 3000) for left, top in ((1000, 0), (4000, 4000)) for k in range(4)]
    lone = rectangle(20_000, 9000, 3000, 3000)
    show = show_of([*rows, lone])
    ids = list(show.booths)
    level = align(show, ids, Edge.LEFT).applied(show)
    assert [bounds(row.outline).left for row in level.booths.values()] == [1000, 4000, 7000, 10_000] * 2 + [1000]
    apart = distribute(show, ids, across=False, gap=3000).applied(show)
    assert [bounds(row.outline).top for row in apart.booths.values()] == [0] * 4 + [6000] * 4 + [12_000]
    even = distribute(show, ids, across=False).applied(show)
    assert [bounds(row.outline).top for row in even.booths.values()] == [0] * 4 + [4500] * 4 + [9000]
    assert gaps_between(show.booths.values(), across=False) == [1000, 2000]
    with pytest.raises(Refused, match="too few rows"):
        distribute(show, ids[:4], across=False, gap=3000)
