"""Generated booths lie in their area, on nothing that stands, and leave the aisles they promise."""

import itertools
import math
from dataclasses import replace

import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.shows import booth

from hallwright.editing.generating import Plan, generate, plan
from hallwright.editing.layout import PRESETS, Layout, Meeting, Rows, Way
from hallwright.editing.schemes import Pattern, Scheme
from hallwright.editing.typing_booths import type_by_geometry
from hallwright.expo.event import Event
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Construction, Fixture, FixtureKind, Hall
from hallwright.geometry.outline import Outline, area, bounds, is_box, rectangle
from hallwright.geometry.outline import turned as turned_about
from hallwright.rules.rulebook import check
from hallwright.support.errors import Refused

HALL = rectangle(0, 0, 60_000, 40_000)
OPEN = Layout(wall_aisle=0, numbering=None)


def hall_of(*rows: Row) -> Show:
    return Show.of([Hall(id="h1", name="Hall 2", outline=HALL), *rows])


def column(key: str, left: int, top: int, side: int = 800) -> Fixture:
    return Fixture(id=key, hall="h1", kind=FixtureKind.COLUMN, outline=rectangle(left, top, side, side))


def turned_by(outline: Outline, degrees: float) -> Outline:
    return turned_about(outline, degrees, (0.0, 0.0))


def tops(made: Plan) -> list[int]:
    return sorted({bounds(outline).top for outline in made.outlines})


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    lengths = st.sampled_from([0, 500, 1200, 3000])
    return Layout(
        width=draw(st.sampled_from([2000, 3000, 3048, 4500])),
        depth=draw(st.sampled_from([2000, 3000, 3048])),
        rows=draw(st.sampled_from(Rows)),
        way=draw(st.sampled_from(Way)),
        slant=draw(st.sampled_from([0.0, 0.0, 90.0, 17.3, -45.0, 200.0])),
        perimeter=draw(st.booleans()),
        behind=draw(st.sampled_from([0, 1000])),
        aisle=draw(st.sampled_from([1500, 3000, 4000])),
        island_along=draw(st.integers(1, 2)),
        island_deep=draw(st.integers(1, 3)),
        per_row=draw(st.sampled_from([0, 0, 3])),
        row_count=draw(st.sampled_from([0, 0, 3])),
        cross_after=draw(st.sampled_from([0, 4])),
        cross_after_mm=draw(st.sampled_from([0, 13_000])),
        cross_aisle=draw(st.sampled_from([0, 2000])),
        margin=draw(lengths),
        wall_aisle=draw(lengths),
        clearance=draw(lengths),
        meeting=draw(st.sampled_from(Meeting)),
        centred=draw(st.booleans()),
        numbering=draw(st.sampled_from([None, *(Scheme.usual(pattern) for pattern in Pattern)])),
    )


AREAS: st.SearchStrategy[Outline] = st.one_of(
    st.builds(
        rectangle, st.integers(-3000, 30_000), st.integers(-3000, 20_000), st.integers(8000, 60_000),
        st.integers(8000, 40_000),
    ),
    st.sampled_from(
        [
            HALL,
            ((0, 0), (60_000, 0), (60_000, 15_000), (25_000, 15_000), (25_000, 40_000), (0, 40_000)),
            ((30_000, 1000), (59_000, 20_000), (30_000, 39_000), (1000, 20_000)),
        ]
    ),
)  # fmt: skip
COLUMNS = st.lists(st.tuples(st.integers(0, 59_000), st.integers(0, 39_000)), max_size=6)
ROUND: Outline = tuple((30_000 + x, 20_000 + y) for x, y in ((0, -900), (800, 0), (0, 900), (-800, 0)))


def upright(made: Plan) -> bool:
    return all(is_box(outline) for outline in made.outlines)


@settings(max_examples=60, deadline=None)
@given(layouts(), AREAS, COLUMNS, st.booleans())
def test_booths_lie_in_the_area_clear_of_each_other_and_of_all_that_stands(
    layout: Layout, area: Outline, columns: list[tuple[int, int]], busy: bool
) -> None:
    standing: list[Row] = [column(f"c{k}", x, y) for k, (x, y) in enumerate(columns)]
    if busy:
        standing += [booth("b1", "A01", 12_000, 9000), booth("b2", "A02", 31_000, 22_500)]
        standing.append(Fixture(id="r", hall="h1", kind=FixtureKind.COLUMN, outline=ROUND))
    show = hall_of(*standing)
    made = plan(show, "h1", area, layout)
    if not made.count:
        with pytest.raises(Refused, match="No booth of"):
            generate(show, "h1", area, layout)
        return
    change = generate(show, "h1", area, layout)
    new = [edit.after for edit in change if edit.before is None]
    assert [row.outline for row in new if isinstance(row, Booth)] == list(made.outlines)
    boxes = [shapely.Polygon(outline) for outline in made.outlines]
    # Corners at an angle are rounded to millimetres: so much of a side's length may be shared or missing.
    speck = 2.0 if upright(made) else 9000.0
    assert shapely.area(shapely.union_all(boxes)) == pytest.approx(made.net, abs=made.count * speck)
    off = layout.behind if layout.perimeter else layout.wall_aisle
    room = shapely.Polygon(HALL).buffer(-off, join_style="mitre")
    room = room.intersection(shapely.Polygon(area).buffer(-layout.margin, join_style="mitre"))
    assert shapely.area(shapely.difference(boxes, room)).max() < max(speck, 2000)
    for row in standing:
        assert isinstance(row, Booth | Fixture)
        assert shapely.distance(boxes, shapely.Polygon(row.outline)).min() >= layout.clearance - (speck > 2) * 3
        assert shapely.area(shapely.intersection(boxes, shapely.Polygon(row.outline))).max() < speck
    numbers = [row.number.casefold() for row in change.applied(show).booths.values() if row.number]
    assert len(set(numbers)) == len(numbers)


@settings(max_examples=40, deadline=None)
@given(layouts(), COLUMNS)
def test_every_gap_between_blocks_is_as_wide_as_its_aisle(layout: Layout, columns: list[tuple[int, int]]) -> None:
    layout = replace(layout, meeting=Meeting.SKIP)
    made = plan(hall_of(*(column(f"c{k}", x, y) for k, (x, y) in enumerate(columns))), "h1", HALL, layout)
    assume(made.count > 1)
    boxes = [shapely.Polygon(outline) for outline in made.outlines]
    least = min(layout.aisle, layout.cross_aisle or layout.aisle, layout.width, layout.depth)
    for k, box in enumerate(boxes):
        gaps = shapely.distance(box, boxes[k + 1 :])
        slack = 0 if upright(made) else 3
        assert not gaps.size or gaps[gaps > slack].min(initial=least) >= least - slack
    if layout.perimeter or layout.slant:
        return
    # Across the rows no booth is nearer than the aisle, unless they share a wall.
    layout = layout.along_wall(HALL)
    level = layout.way in (Way.RIGHT, Way.LEFT)
    edges = sorted({(b.top, b.bottom) if level else (b.left, b.right) for b in map(bounds, made.outlines)})
    assert all(low == high or low - high >= layout.aisle for (_, high), (low, _) in itertools.pairwise(edges))


@settings(max_examples=40, deadline=None)
@given(layouts(), AREAS, COLUMNS)
def test_open_sides_are_those_that_the_plan_shows(
    layout: Layout, area: Outline, columns: list[tuple[int, int]]
) -> None:
    show = hall_of(*(column(f"c{k}", x, y) for k, (x, y) in enumerate(columns)), booth("b1", "A01", 12_000, 9000))
    show = type_by_geometry(show, ["b1"]).applied(show)
    try:
        after = generate(show, "h1", area, layout).applied(show)
    except Refused:
        return
    assert not type_by_geometry(after, after.booths)


def test_booths_are_typed_alike_however_they_stand() -> None:
    # As far from the wall as a gap may be wide at most, which is no aisle.
    show = hall_of()
    after = generate(show, "h1", HALL, Layout(wall_aisle=1000, numbering=None)).applied(show)
    assert not type_by_geometry(after, after.booths)
    slanted = ((20_000, 0), (60_000, 15_000), (45_000, 40_000), (5000, 25_000))
    show = Show.of([Hall(id="h1", name="Hall 2", outline=slanted)])
    for layout in (Layout(wall_aisle=500), Layout(way=Way.WALL, wall_aisle=900), Layout(perimeter=True, slant=33)):
        after = generate(show, "h1", slanted, layout).applied(show)
        assert not type_by_geometry(after, after.booths)


def test_rows_may_run_at_any_angle_and_along_the_longest_wall() -> None:
    turned = plan(hall_of(), "h1", rectangle(10_000, 10_000, 30_000, 20_000), replace(OPEN, slant=30.0))
    (ax, ay), (bx, by) = turned.outlines[0][:2]
    assert math.degrees(math.atan2(by - ay, bx - ax)) == pytest.approx(30, abs=0.05)
    # A hall of 40 x 30 m turned by 21 degrees takes just what it takes upright, all rounding apart.
    square = rectangle(0, 0, 42_000, 30_000)
    skew = tuple((x + 20_000, y) for x, y in turned_by(square, 21.0))
    show = Show.of([Hall(id="h1", name="H", outline=skew), Hall(id="h2", name="H", outline=square)])
    for layout in (OPEN, replace(OPEN, perimeter=True), replace(OPEN, rows=Rows.ISLANDS)):
        wall = plan(show, "h1", skew, replace(layout, way=Way.WALL))
        assert wall.count == plan(show, "h2", square, layout).count > 40
        assert sorted(wall.open_sides) == sorted(plan(show, "h2", square, layout).open_sides)


def test_a_picked_edge_turns_the_rows_along_it() -> None:
    assert OPEN.along_edge((0, 0), (1000, 1000)) == replace(OPEN, slant=45.0)
    assert OPEN.along_edge((1000, 1000), (0, 0)) == replace(OPEN, slant=45.0)
    assert OPEN.along_edge((0, 1000), (1000, 0)) == replace(OPEN, way=Way.DOWN, slant=45.0)
    assert OPEN.along_edge((0, 0), (1000, -100)).slant == pytest.approx(-5.7106)
    up = replace(OPEN, way=Way.LEFT).along_edge((0, 0), (0, 9))
    assert (up.way, up.slant) == (Way.UP, 0.0)


def test_a_row_stands_along_all_walls_but_before_doors_and_hydrants() -> None:
    door = Fixture(id="d", hall="h1", kind=FixtureKind.FIRE_EXIT, outline=rectangle(29_000, 0, 2000, 200))
    hydrant = Fixture(id="y", hall="h1", kind=FixtureKind.HYDRANT, outline=rectangle(0, 20_000, 300, 600))
    made = generate(hall_of(door, hydrant), "h1", HALL, Layout(perimeter=True))
    show = made.applied(hall_of(door, hydrant))
    booths = list(show.booths.values())
    boxes = [bounds(row.outline) for row in booths]
    top = [box for box in boxes if box.top == 0]
    assert [box.left for box in top] == [*range(0, 22_000, 3000), *range(34_000, 56_000, 3000)]
    assert not any(box.left < 900 and box.top < 21_200 and box.bottom > 19_400 for box in boxes)
    assert any(box.right == 60_000 for box in boxes)
    assert any(box.bottom == 40_000 for box in boxes)
    # Within, rows begin behind the aisle before the row along the walls.
    inner = [box for box in boxes if box.left > 0 and box.right < 60_000 and box.top > 0 and box.bottom < 40_000]
    assert min(box.left for box in inner) == 6000
    assert min(box.top for box in inner) == 6000
    assert all(row.open_sides for row in booths)
    assert not [finding for finding in check(show) if finding.booths and finding.rule != "row-too-long"]


def test_the_row_along_the_walls_is_numbered_as_one_and_first() -> None:
    show = hall_of()
    made = [edit.after for edit in generate(show, "h1", HALL, Layout(perimeter=True))]
    numbers = {row.number: bounds(row.outline) for row in made if isinstance(row, Booth)}
    assert numbers["A01"][:2] == (0, 0)
    assert numbers["A20"][:2] == (57_000, 0)
    assert numbers["A21"][:2] == (57_000, 6000)
    assert numbers["B01"][:2] == (6000, 6000)
    assert len(numbers) == len(made)
    down = [edit.after for edit in generate(show, "h1", HALL, Layout(way=Way.DOWN))]
    first, second = (row.outline for row in down if isinstance(row, Booth) and row.number in {"A01", "A02"})
    assert bounds(second).top - bounds(first).top == 3000


def test_the_profile_of_the_event_keeps_its_floor_free() -> None:
    hydrant = Fixture(id="y", hall="h1", kind=FixtureKind.HYDRANT, outline=rectangle(30_000, 0, 300, 300))
    event = Event(id="e", name="E", profile="shanghai")
    show = hall_of(event, hydrant)
    after = generate(show, "h1", HALL, Layout(perimeter=True, cross_after_mm=18_000)).applied(show)
    assert not check(after)


def test_rows_stand_back_to_back_with_an_aisle_between_the_pairs() -> None:
    made = plan(hall_of(), "h1", rectangle(10_000, 10_000, 12_000, 21_000), OPEN)
    assert tops(made) == [10_000, 13_000, 19_000, 22_000, 28_000]
    assert (made.count, made.net) == (20, 180_000_000)
    assert made.open_sides[:4] == (2, 1, 1, 2)
    assert made.open_sides[-4:] == (3, 2, 2, 3)
    assert made.utilisation == pytest.approx(180 / 252)


def test_a_cross_aisle_comes_after_so_many_booths_or_metres() -> None:
    area = rectangle(3000, 3000, 30_000, 3000)
    by_count = plan(hall_of(), "h1", area, replace(OPEN, cross_after=3, cross_aisle=2000))
    lefts = [bounds(outline).left for outline in by_count.outlines]
    assert lefts == [3000, 6000, 9000, 14_000, 17_000, 20_000, 25_000, 28_000]
    by_length = plan(hall_of(), "h1", area, replace(OPEN, cross_after_mm=10_000, cross_aisle=2000))
    assert by_length.outlines == by_count.outlines


def test_a_booth_on_a_column_is_left_out_or_moved_along() -> None:
    show, area = hall_of(column("c", 10_000, 4000)), rectangle(3000, 3000, 18_000, 3000)
    skipped = plan(show, "h1", area, replace(OPEN, clearance=200))
    assert [bounds(o).left for o in skipped.outlines] == [3000, 6000, 12_000, 15_000, 18_000]
    moved = plan(show, "h1", area, replace(OPEN, clearance=200, meeting=Meeting.SHIFT))
    assert [bounds(o).left for o in moved.outlines] == [3000, 6000, 11_000, 14_000, 17_000]


def test_islands_are_whole_and_open_all_around() -> None:
    layout = replace(OPEN, width=6000, depth=6000, rows=Rows.ISLANDS, island_along=1, island_deep=1)
    made = plan(hall_of(), "h1", rectangle(5000, 5000, 25_000, 16_000), layout)
    assert made.count == 6
    assert set(made.open_sides) == {4}
    four = plan(hall_of(), "h1", rectangle(5000, 5000, 25_000, 16_000), replace(OPEN, rows=Rows.ISLANDS))
    assert four.count == 24
    assert set(four.open_sides) == {2}


def test_rows_may_run_down_and_begin_at_the_far_end() -> None:
    area = rectangle(10_000, 10_000, 9500, 7000)
    down = plan(hall_of(), "h1", area, replace(OPEN, way=Way.DOWN))
    assert bounds(down.outlines[1])[:2] == (10_000, 13_000)
    left = plan(hall_of(), "h1", area, replace(OPEN, way=Way.LEFT))
    assert bounds(left.outlines[0])[2:] == (19_500, 17_000)
    centred = plan(hall_of(), "h1", area, replace(OPEN, centred=True))
    assert bounds(centred.outlines[0])[:2] == (10_250, 10_500)


def test_doors_keep_their_floor_and_walls_their_aisle() -> None:
    door = Fixture(id="d", hall="h1", kind=FixtureKind.FIRE_EXIT, outline=rectangle(20_000, 0, 2000, 200))
    made = plan(hall_of(door), "h1", HALL, Layout(wall_aisle=1000))
    boxes = [bounds(outline) for outline in made.outlines]
    assert min(box.left for box in boxes) >= 1000
    assert not any(box.top < 3200 and box.right > 17_000 and box.left < 25_000 for box in boxes)


def test_booths_take_the_construction_and_pass_over_numbers_that_are_taken() -> None:
    show = hall_of(booth("b1", "a02", 50_000, 30_000))
    layout = replace(OPEN, construction=Construction.RAW, numbering=Scheme())
    made = generate(show, "h1", rectangle(3000, 3000, 9000, 6000), layout)
    assert made.summary == "Fill with 6 booths"
    rows = [edit.after for edit in made if isinstance(edit.after, Booth)]
    assert [row.number for row in rows] == ["A01", "A03", "A04", "B01", "B02", "B03"]
    assert {row.construction for row in rows} == {Construction.RAW}


def test_a_neighbour_loses_the_side_that_is_built_against() -> None:
    show = hall_of(booth("b1", "X1", 3000, 3000, open_sides=4), booth("b2", "X2", 40_000, 30_000, open_sides=4))
    change = generate(show, "h1", rectangle(6000, 3000, 3000, 3000), OPEN)
    after = change.applied(show)
    assert (after.booths["b1"].open_sides, after.booths["b2"].open_sides) == (3, 4)
    assert len(change.edits) == 2


@pytest.mark.parametrize(
    ("layout", "line"),
    [
        (replace(OPEN, width=200), "A booth 0.2 m wide is not generated"),
        (replace(OPEN, aisle=-1), "The aisle of"),
        (replace(OPEN, per_row=-1), "A count below one"),
        (replace(OPEN, rows=Rows.ISLANDS, island_along=3, island_deep=3), "middle booths of an island of 3 × 3"),
        (replace(OPEN, width=300, depth=300, aisle=0), "More than 20,000 booths of 0.3 × 0.3 m"),
    ],
)
def test_a_layout_without_sense_is_refused_in_one_line(layout: Layout, line: str) -> None:
    with pytest.raises(Refused, match=line):
        plan(hall_of(), "h1", HALL, layout)


def test_every_preset_fills_a_hall() -> None:
    for name, layout in PRESETS.items():
        assert plan(hall_of(), "h1", HALL, layout).count > 20, name


def test_an_area_that_crosses_itself_is_refused() -> None:
    with pytest.raises(Refused, match="crosses itself"):
        plan(hall_of(), "h1", ((0, 0), (9000, 9000), (9000, 0), (0, 9000)), OPEN)


@given(st.sampled_from([2000, 4000, 5000]))
def test_booths_along_the_walls_may_have_a_depth_of_their_own(deep: int) -> None:
    layout = Layout(perimeter=True, wall_depth=deep)
    made = plan(hall_of(), "h1", HALL, layout)
    around = [bounds(outline) for outline in made.outlines[: made.around]]
    inner = [bounds(outline) for outline in made.outlines[made.around :]]
    assert {tuple(sorted((box.width, box.height))) for box in around} == {tuple(sorted((3000, deep)))}
    assert {(box.width, box.height) for box in inner} == {(3000, 3000)}
    assert min(box.left for box in inner) == min(box.top for box in inner) == deep + 3000, "an aisle lies between"
    assert made.net == made.around * 3000 * deep + len(inner) * 9_000_000
    assert sum(area(outline) for outline in made.outlines) == made.net


def test_a_depth_along_the_walls_must_make_sense_and_counts_only_there() -> None:
    with pytest.raises(Refused, match=r"A booth 0\.1 m deep"):
        plan(hall_of(), "h1", HALL, Layout(perimeter=True, wall_depth=100))
    without = plan(hall_of(), "h1", HALL, Layout(wall_depth=5000))
    assert without.outlines == plan(hall_of(), "h1", HALL, Layout()).outlines
