import pytest

from hallwright.drawing.furniture import furniture
from hallwright.drawing.primitives import Shapes
from hallwright.expo.space import Fixture, FixtureKind
from hallwright.geometry.outline import Outline, contains, rectangle

ELL: Outline = ((0, 0), (12_000, 0), (12_000, 5000), (6000, 5000), (6000, 10_000), (0, 10_000))
FURNISHED = (FixtureKind.SEATING, FixtureKind.MEETING, FixtureKind.CATERING, FixtureKind.RECRUITMENT, FixtureKind.STAGE)


def fixture(kind: FixtureKind, outline: Outline) -> Fixture:
    return Fixture(id="f", hall="h", kind=kind, outline=outline)


@pytest.mark.parametrize("kind", FURNISHED)
@pytest.mark.parametrize("front", [(0, 1), (0, -1), (1, 0), (-1, 0)])
@pytest.mark.parametrize("outline", [rectangle(500, 700, 14_000, 9000), ELL])
def test_furniture_stands_inside_its_outline(kind: FixtureKind, front: tuple[float, float], outline: Outline) -> None:
    for item in furniture(fixture(kind, outline), front):
        if isinstance(item, Shapes):
            for left, top, right, bottom in item.boxes.tolist():
                assert all(contains(outline, x, y) for x in (left + 1, right - 1) for y in (top + 1, bottom - 1))


@pytest.mark.parametrize("kind", FURNISHED)
def test_a_small_place_has_room_for_its_name_only(kind: FixtureKind) -> None:
    assert furniture(fixture(kind, rectangle(0, 0, 9000, 3000)), (0, 1)) == ()


def test_other_kinds_have_none() -> None:
    assert furniture(fixture(FixtureKind.TOILET, rectangle(0, 0, 9000, 9000)), (0, 1)) == ()


def test_a_wide_block_of_seats_has_an_aisle() -> None:
    (chairs,) = furniture(fixture(FixtureKind.SEATING, rectangle(0, 0, 20_000, 6000)), (0, 1))
    assert isinstance(chairs, Shapes)
    first_row = chairs.boxes[chairs.boxes[:, 1] == chairs.boxes[0, 1]]
    gaps = first_row[1:, 0] - first_row[:-1, 2]
    assert gaps.max() >= 1400
    assert (gaps < 200).sum() == len(gaps) - 1
