"""Rows: unbroken ones, and breaks that are too narrow to be breaks."""

from dataclasses import replace

import pytest
from tests.rules.test_clearances import limits, show
from tests.shows import booth

from hallwright.expo.space import Booth
from hallwright.geometry.blocks import blocks, lines
from hallwright.geometry.outline import rectangle, turned
from hallwright.rules import row_too_long
from hallwright.rules.profile import Limit, load

GUANGZHOU = limits(service_gap_mm=1000, row_mm=25_000, row_break_mm=4000)


def pieces(*sizes: int, gap: int = 3000) -> list[Booth]:
    """Return a row of booths of 3 m in pieces of some booths, with a gap between the pieces."""
    found, left = [], 2000
    for piece, size in enumerate(sizes):
        for k in range(size):
            found.append(booth(f"b{piece}{k}", f"{'ABCD'[piece]}{k + 1}", left, 10_000))
            left += 3000
        left += gap
    return found


def test_a_break_is_as_wide_as_the_profile_says() -> None:
    # 12 + 3 + 12 m: no piece is longer than 25 m, but 3 m are no break.
    (found,) = row_too_long.check(show(*pieces(4, 4)), GUANGZHOU)
    assert (len(found.booths), found.value, found.limit) == (8, 3.0, 4.0)
    assert found.line == ((14_000, 11_500), (17_000, 11_500))
    assert found.at == (15_500, 11_500)
    assert "is 27 m long, and its widest break is 3 m, not 4 m (one is due every 25 m)" in found.message
    assert row_too_long.check(show(*pieces(4, 4, gap=4000)), GUANGZHOU) == []
    assert row_too_long.check(show(*pieces(4, 3, gap=3000)), GUANGZHOU) == []
    assert row_too_long.check(show(*pieces(4, 4)), limits(service_gap_mm=1000, row_mm=25_000)) == []


def test_the_widest_break_is_the_one_to_widen() -> None:
    row = pieces(3, 3, 3, gap=2000)
    last = [replace(one, outline=tuple((x + 1500, y) for x, y in one.outline)) for one in row[6:]]
    (found,) = row_too_long.check(show(*row[:6], *last), GUANGZHOU)
    assert (found.value, found.line) == (3.5, ((22_000, 11_500), (25_500, 11_500)))


def test_rows_side_by_side_are_not_one_row_and_islands_are_none() -> None:
    beside = [replace(one, id=f"x{one.id}", outline=tuple((x, y + 6000) for x, y in one.outline)) for one in pieces(4)]
    assert row_too_long.check(show(*pieces(4), *beside), GUANGZHOU) == []
    shifted = [
        replace(one, outline=tuple((x, y + 2000 * (x > 15_000)) for x, y in one.outline)) for one in pieces(4, 4)
    ]
    assert row_too_long.check(show(*shifted), GUANGZHOU) == []
    islands = [
        booth(f"i{k}{x}{y}", f"I{k}{x}{y}", 2000 + 9000 * k + 3000 * x, 10_000 + 3000 * y)
        for k in range(4)
        for x in range(2)
        for y in range(2)
    ]
    assert row_too_long.check(show(*islands), GUANGZHOU) == []


def test_a_slanted_row_is_measured_along_itself() -> None:
    slanted = [replace(one, outline=turned(one.outline, 30, (20_000, 10_000))) for one in pieces(4, 4)]
    (found,) = row_too_long.check(show(*slanted), GUANGZHOU)
    assert found.value == pytest.approx(3.0, abs=0.01)
    assert "is 27 m long" in found.message or "is 27.00" in found.message or "is 26.99" in found.message


def test_shorter_than_21_metres_is_not_21_metres() -> None:
    assert load("shanghai").strict("row_mm")
    strict = replace(load(), limits={"row_mm": Limit(21_000, "test", strict=True)})
    (found,) = row_too_long.check(show(*pieces(7)), strict)
    assert found.value == 21.0
    assert "is 21 m long without a break, not less than 21 m" in found.message
    assert row_too_long.check(show(*pieces(6)), strict) == []
    assert row_too_long.check(show(*pieces(7)), limits(row_mm=21_000)) == []


def test_blocks_are_joined_over_service_gaps_however_they_chain() -> None:
    chain = {f"c{k}": rectangle(0, 3900 * k, 3000, 3000) for k in range(9)}
    (block,) = blocks(chain, 1000)
    assert (len(block.ids), block.length, block.depth, block.along) == (9, 8 * 3900 + 3000, 3000, (0.0, 1.0))
    assert len(blocks(chain, 800)) == 9
    # Diagonally 0.8 m and 0.6 m are 1 m.
    corner = {"a": rectangle(0, 0, 3000, 3000), "b": rectangle(3800, 3600, 3000, 3000)}
    assert len(blocks(corner, 1000)) == 1
    assert len(blocks(corner, 999)) == 2


def test_a_line_needs_two_blocks() -> None:
    assert lines(blocks({"a": rectangle(0, 0, 9000, 3000)}, 1000), 4000) == []
    assert blocks({}, 1000) == []
