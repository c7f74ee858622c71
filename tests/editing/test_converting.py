"""Outlines become booths or fixtures, and doing it again changes nothing."""

import pytest
from tests.shows import BOWTIE, small_show

from hallwright.editing.converting import Shape, convert_booths, convert_fixtures, described
from hallwright.expo.show import Show
from hallwright.expo.space import FixtureKind
from hallwright.geometry.outline import rectangle
from hallwright.support.errors import Refused

SHAPES = [
    Shape(rectangle(30_000, 0, 3000, 3000), "C1"),
    Shape(rectangle(33_000, 0, 3000, 3000)),
    Shape(rectangle(36_000, 0, 3000, 3000), "c1"),
    Shape(rectangle(3000, 0, 4000, 3000), "A02"),
    Shape(BOWTIE, "X1"),
]


def test_numbers_tell_what_is_known_and_what_is_new() -> None:
    show = small_show()
    merge = convert_booths(show, "Hall 1", SHAPES)
    assert (merge.added, merge.updated, merge.unchanged, len(merge.drafts)) == (4, 1, 0, 1)
    assert [(fault.row, fault.value) for fault in merge.rejected] == [(3, "c1")]
    assert described(merge) == "4 booths added, 1 updated, 0 unchanged, 1 draft"
    after = merge.change.applied(show)
    assert after.booths["b2"].outline == rectangle(3000, 0, 4000, 3000)
    assert sum(not booth.number for booth in after.booths.values()) == 2
    other_way = [shape._replace(outline=shape.outline[:2][::-1] + shape.outline[:1:-1]) for shape in SHAPES]
    again = convert_booths(after, "hall 1", other_way)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 5)
    assert not again.change


def test_a_hall_that_is_missing_is_made_around_the_outlines() -> None:
    merge = convert_booths(Show(), "New", SHAPES[:3])
    after = merge.change.applied(Show())
    (hall,) = after.halls.values()
    assert hall.outline == rectangle(26_000, -4000, 17_000, 11_000)
    assert len(after.booths) == 3
    assert convert_booths(after, "", SHAPES[:1]).unchanged == 1
    with pytest.raises(Refused, match="nothing to make a hall around"):
        convert_booths(Show(), "New", [])
    with pytest.raises(Refused, match="No hall is named"):
        convert_booths(small_show(), "", SHAPES)


def test_fixtures_of_a_kind() -> None:
    show = small_show()
    change = convert_fixtures(show, "h1", SHAPES[:2], FixtureKind.COLUMN)
    after = change.applied(show)
    assert sum(row.kind is FixtureKind.COLUMN for row in after.fixtures.values()) == 2
    assert not convert_fixtures(after, "h1", SHAPES[:2], FixtureKind.COLUMN)
    with pytest.raises(Refused, match="hall no longer exists"):
        convert_fixtures(show, "gone", SHAPES, FixtureKind.COLUMN)
