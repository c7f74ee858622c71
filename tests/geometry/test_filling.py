"""Boxes in rows on a piece of floor."""

import shapely

from hallwright.geometry.filling import Grid, fill
from hallwright.geometry.obstacles import Obstacles
from hallwright.geometry.outline import Outline, rectangle

ROOM = shapely.box(0, 0, 20_000, 10_000)
NONE = Obstacles(())
DIAMOND: Outline = ((9000, 0), (10_000, 1000), (9000, 2000), (8000, 1000))


def lefts(grid: Grid, obstacles: Obstacles = NONE) -> list[int]:
    return [int(box[0]) for box in fill(ROOM, grid, obstacles) if box[1] == 0]


def test_boxes_fill_rows_from_the_left_and_rows_the_floor_from_the_top() -> None:
    boxes = fill(ROOM, Grid(3000, 2000, 1000, deep=2), NONE)
    assert boxes[:2].tolist() == [[0, 0, 3000, 2000], [3000, 0, 6000, 2000]]
    assert sorted(set(boxes[:, 1].tolist())) == [0, 2000, 5000, 7000]
    assert len(boxes) == 24


def test_counts_and_cross_aisles_bound_a_row() -> None:
    assert lefts(Grid(3000, 3000, 1000, along=2, cross=1500)) == [0, 3000, 7500, 10_500, 15_000]
    assert lefts(Grid(3000, 3000, 1000, along=2, cross=1500, whole=True)) == [0, 3000, 7500, 10_500]
    assert lefts(Grid(3000, 3000, 1000, along=2, cross=1500, per_row=3)) == [0, 3000, 7500]
    assert len(fill(ROOM, Grid(3000, 3000, 1000, rows=1), NONE)) == 6


def test_a_slanted_thing_blocks_only_as_far_as_it_reaches_into_the_row() -> None:
    assert lefts(Grid(3000, 1000, 1000, rows=1), Obstacles([DIAMOND])) == [0, 3000, 12_000, 15_000]
    corner = Obstacles([((9000, 900), (12_000, 3900), (6000, 3900))])
    assert lefts(Grid(3000, 1000, 1000, rows=1, shift=True), corner) == [0, 3000, 9100, 12_100, 15_100]
    assert lefts(Grid(3000, 900, 1000, rows=1, shift=True), corner) == [0, 3000, 6000, 9000, 12_000, 15_000]


def test_things_that_touch_the_row_do_not_block_it_but_their_clearance_does() -> None:
    beside = [rectangle(6000, 3000, 500, 500)]
    assert lefts(Grid(3000, 3000, 1000), Obstacles(beside)) == [0, 3000, 6000, 9000, 12_000, 15_000]
    assert lefts(Grid(3000, 3000, 1000), Obstacles(beside, 100)) == [0, 9000, 12_000, 15_000]
    assert lefts(Grid(3000, 3000, 1000, shift=True), Obstacles(beside, 100)) == [0, 6600, 9600, 12_600, 15_600]


def test_an_outline_that_crosses_itself_blocks_its_box() -> None:
    bowtie = Obstacles([((3000, 0), (6000, 3000), (6000, 0), (3000, 3000)), ()])
    assert lefts(Grid(3000, 3000, 1000), bowtie) == [0, 6000, 9000, 12_000, 15_000]


def test_an_empty_room_takes_nothing() -> None:
    assert not len(fill(shapely.Polygon(), Grid(3000, 3000, 1000), NONE))
    assert not len(fill(shapely.box(0, 0, 2000, 2000), Grid(3000, 3000, 1000), NONE))
