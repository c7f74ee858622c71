"""What a box is brought to, and the laws that hold whatever stands around."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.drawing.columns import BoothColumns
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Fixture, FixtureKind, Hall, Zone
from hallwright.geometry.outline import Box, Outline, rectangle
from hallwright.tools.catching import catch, catch_corner
from hallwright.tools.snapping import REACH, snap_box, snap_corner, snap_point
from hallwright.tools.tool import Pointer, Scene, Sign

PIXEL = 10.0
GRID = 100
HALL = rectangle(0, 0, 60_000, 50_000)


def scene_of(*rows: Row, hall: Outline = HALL, snap: bool = True) -> Scene:
    show = Show.of([Hall(id="h", name="Hall 1", outline=hall), *rows])
    return Scene(show, "h", BoothColumns.of(show, "h"), grid=GRID, snap=snap)


def booth(key: str, left: int, top: int, width: int = 3000, depth: int = 3000) -> Booth:
    return Booth(id=key, hall="h", number=key, outline=rectangle(left, top, width, depth))


def box_at(left: int, top: int, width: int = 3000, depth: int = 3000) -> Box:
    return Box(left, top, left + width, top + depth)


def signs(scene: Scene, box: Box, sign: Sign) -> set[tuple[float, float, float, float]]:
    return {(g.x1, g.y1, g.x2, g.y2) for g in snap_box(scene, box, PIXEL).guides if g.sign is sign}


def test_a_box_comes_to_the_centre_line_of_a_neighbour_of_another_width() -> None:
    scene = scene_of(booth("a", 20_000, 10_000, 5000))
    snap = snap_box(scene, box_at(21_040, 17_330, 3000), PIXEL)
    assert snap.dx == -40
    (centre,) = (g for g in snap.guides if g.sign is Sign.CENTRE)
    assert (centre.x1, centre.x2, centre.y1) == (22_500, 22_500, 10_000)


def test_a_box_comes_to_the_centre_lines_of_hall_and_zone() -> None:
    snap = snap_box(scene_of(), box_at(28_480, 23_420, 3100, 3100), PIXEL)
    assert (snap.dx, snap.dy) == (-30, 30)
    zone = Zone(id="z", hall="h", name="East", colour="#ffffff", outline=rectangle(5000, 5000, 13_000, 9000))
    snap = snap_box(scene_of(zone), box_at(10_040, 7_960), PIXEL)
    assert (snap.dx, snap.dy) == (-40, 40)
    assert {g.sign for g in snap.guides} == {Sign.CENTRE}


def test_an_edge_comes_before_a_centre_at_the_same_distance_and_the_nearer_before_both() -> None:
    # 40 mm to the centre line at 22,500; as far to the edge at 24,000, and then 20 mm to that at 23,940.
    as_near = scene_of(booth("a", 20_000, 10_000, 5000), booth("b", 24_000, 20_000, 2000))
    assert snap_box(as_near, box_at(20_960, 17_330), PIXEL).dx == 40
    assert not signs(as_near, box_at(20_960, 17_330), Sign.CENTRE)
    nearer = scene_of(booth("a", 20_000, 10_000, 5000), booth("b", 23_940, 20_000, 2000))
    assert snap_box(nearer, box_at(20_960, 17_330), PIXEL).dx == -20


@pytest.mark.parametrize("width", [2400, 3000])
def test_a_box_comes_to_the_aisle_widths_of_the_rule_profile(width: int) -> None:
    scene = scene_of(booth("a", 20_000, 7000), booth("c", 31_000, 40_000))
    for off in (37, -37):
        snap = snap_box(scene, box_at(20_730, 10_000 + width + off, 3200), PIXEL)
        assert snap.dy == -off
        (line,) = (guide for guide in snap.guides if guide.text)
        assert (line.sign, line.y1, line.y2, line.text) == (Sign.SPACING, 10_000, 10_000 + width, f"{width / 1000:g} m")


def test_a_gap_that_neighbours_have_is_repeated_and_shown_at_both_places() -> None:
    scene = scene_of(booth("a", 20_000, 5000, 4000), booth("b", 20_000, 11_130, 4000))
    # Between them lie 3.13 m; a third comes to the same distance below.
    snap = snap_box(scene, box_at(20_730, 17_290, 2100), PIXEL)
    assert snap.dy == -30
    spacings = sorted((g.y1, g.y2) for g in snap.guides if g.sign is Sign.SPACING)
    assert spacings == [(8000, 11_130), (14_130, 17_260)]


def test_a_box_comes_to_the_middle_between_two_neighbours() -> None:
    scene = scene_of(booth("a", 10_000, 20_000), booth("b", 21_110, 20_000))
    snap = snap_box(scene, box_at(15_530, 20_700, 3000, 1500), PIXEL)
    assert snap.dx == 25
    spacings = sorted((g.x1, g.x2) for g in snap.guides if g.sign is Sign.SPACING)
    assert spacings == [(13_000, 15_555), (18_555, 21_110)]


def test_columns_and_the_sides_of_a_hall_that_is_no_rectangle_lend_their_lines() -> None:
    ell = ((0, 0), (60_000, 0), (60_000, 20_130), (30_170, 20_130), (30_170, 50_000), (0, 50_000))
    column = Fixture(id="c", hall="h", kind=FixtureKind.COLUMN, outline=rectangle(10_370, 30_000, 800, 800))
    scene = scene_of(column, hall=ell)
    assert snap_box(scene, box_at(27_200, 25_500), PIXEL).dx == -30
    assert snap_box(scene, box_at(35_000, 17_090), PIXEL).dy == 40
    assert snap_box(scene, box_at(7400, 25_500), PIXEL).dx == -30


def test_the_foremost_corner_comes_onto_a_slanting_wall_and_slides_along_it() -> None:
    slanting = ((0, 0), (60_000, 0), (60_000, 50_000), (20_000, 50_000), (0, 30_000))
    scene = scene_of(hall=slanting)
    for top in (33_000, 35_100, 37_300):
        # The wall runs through x = y - 30,000; the lower left corner comes to it.
        snap = snap_box(scene, box_at(top + 3000 - 30_000 + 50, top, 3000, 3000), PIXEL)
        assert (snap.dx, snap.dy) == (-50, 0)
        assert (0, 30_000, 20_000, 50_000) in {(min(g.x1, g.x2), min(g.y1, g.y2), 20_000, 50_000) for g in snap.guides}


def test_a_corner_that_is_drawn_comes_to_an_aisle_ahead_of_it_but_not_behind() -> None:
    scene = scene_of(booth("a", 10_000, 10_000), booth("b", 20_000, 10_000))
    ahead = snap_corner(scene, (13_000, 10_700), Pointer(17_630, 12_300, PIXEL))
    assert ahead[0] == 17_600
    assert any(g.sign is Sign.SPACING and g.text == "2.4 m" for g in ahead[2])
    # 2.4 m from booth a on the left is no aisle: the new booth itself stands there.
    assert snap_corner(scene, (13_000, 10_700), Pointer(15_430, 12_300, PIXEL))[0] == 15_400
    assert not any(
        g.sign is Sign.SPACING for g in snap_corner(scene, (13_000, 10_700), Pointer(15_430, 12_300, PIXEL))[2]
    )


def test_corners_of_its_own_outline_lend_their_lines() -> None:
    assert snap_point(scene_of(), 20_033, 30_000, PIXEL, own=[(20_070, 10_000)])[0] == 20_070
    assert snap_point(scene_of(), 20_033, 30_000, PIXEL)[0] == 20_000


_PLACES = st.tuples(
    st.integers(0, 50_000), st.integers(0, 40_000), st.integers(300, 9000), st.integers(300, 9000), st.integers(-40, 40)
)
_HALLS = st.sampled_from(
    [
        HALL,
        ((0, 0), (60_000, 0), (60_000, 20_130), (30_170, 20_130), (30_170, 50_000), (0, 50_000)),
        ((0, 0), (51_111, 0), (60_000, 9_000), (60_000, 50_000), (20_000, 50_000), (0, 23_456)),
    ]
)


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Scene, Box, float]:
    """A hall of any shape with a few booths, straight and slanting, and a box somewhere among them."""
    rows: list[Row] = []
    for k, (left, top, width, depth, slant) in enumerate(draw(st.lists(_PLACES, max_size=6))):
        one = booth(f"b{k}", left, top, width, depth)
        if slant > 20:
            corners = [*one.outline[:2], (left + width + slant * 10, top + depth), one.outline[3]]
            one = replace(one, outline=tuple(corners))
        rows.append(one)
    left, top, width, depth, _ = draw(_PLACES)
    if draw(st.booleans()):
        width = depth = 0
    return scene_of(*rows, hall=draw(_HALLS)), box_at(left, top, width, depth), draw(st.sampled_from([0.5, 10.0, 60.0]))


@given(scenes(), st.sampled_from(["ltrb", "rb", "lt", "rt"]))
def test_no_side_moves_farther_than_the_reach_and_half_a_grid_and_a_second_time_nothing_moves(
    given_: tuple[Scene, Box, float], edges: str
) -> None:
    scene, box, pixel = given_
    snap = snap_box(scene, box, pixel, edges=edges)
    assert max(abs(snap.dx), abs(snap.dy)) <= REACH * pixel + GRID / 2
    left, right = (snap.dx if side in edges else 0 for side in "lr")
    top, bottom = (snap.dy if side in edges else 0 for side in "tb")
    there = Box(box.left + left, box.top + top, box.right + right, box.bottom + bottom)
    again = snap_box(scene, there, pixel, edges=edges)
    assert (again.dx, again.dy) == (0, 0)


@given(scenes())
def test_with_snapping_off_the_box_is_where_the_pointer_is(given_: tuple[Scene, Box, float]) -> None:
    scene, box, pixel = given_
    snap = snap_box(replace(scene, snap=False), box, pixel)
    assert (snap.dx, snap.dy, snap.guides) == (0, 0, ())
    assert snap_corner(scene, box[:2], Pointer(box.right + 0.4, box.bottom, pixel, alt=True)) == (*box[2:], ())


def test_what_is_seen_of_the_storey_beneath_lends_lines_corners_and_centres() -> None:
    column, leaning = rectangle(20_310, 10_330, 800, 800), ((30_000, 20_000), (36_000, 23_000), (30_000, 23_000))
    bare = scene_of()
    scene = replace(bare, beneath=(column, leaning))
    at = Pointer(20_283, 10_352, PIXEL)
    assert snap_point(bare, at.x, at.y, PIXEL)[:2] == (20_300, 10_400)
    x, y, guides = snap_point(scene, at.x, at.y, PIXEL)
    assert (x, y) == (20_310, 10_330)
    assert {guide.sign for guide in guides} == {Sign.EDGE}
    assert catch_corner(bare, at) is None
    assert catch_corner(scene, at) == catch(scene, at) == (20_310, 10_330)
    # A column of the same size comes to lie on it, one of another size on its middle.
    same = snap_box(scene, box_at(20_330, 10_310, 800, 800), PIXEL)
    assert (same.dx, same.dy) == (-20, 20)
    larger = snap_box(scene, box_at(20_150, 10_190, 1060, 1060), PIXEL)
    assert (larger.dx, larger.dy) == (30, 10)
    # Its slanting sides take corners, too.
    on = snap_point(scene, 33_000, 21_530, PIXEL)
    assert (on[0] - 30_000) == pytest.approx(2 * (on[1] - 20_000), abs=2)
    assert any(guide.x1 != guide.x2 and guide.y1 != guide.y2 for guide in on[2])


def test_nothing_beneath_ends_an_aisle() -> None:
    box = box_at(20_000, 20_000)
    scene = replace(scene_of(), beneath=(rectangle(26_040, 20_000, 3000, 3000),))
    assert not [guide for guide in snap_box(scene, box, PIXEL).guides if guide.sign is Sign.SPACING]
    built = scene_of(booth("a", 26_000, 20_000))
    assert [guide for guide in snap_box(built, box, PIXEL).guides if guide.sign is Sign.SPACING]
