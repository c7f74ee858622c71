"""Storeys of different origins are laid on each other, by hand, by matching points and by typing."""

import pytest
from tests.tools.scripting import Script

from hallwright.drawing.columns import BoothColumns
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Fixture, FixtureKind, Hall
from hallwright.geometry.outline import rectangle
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused
from hallwright.tools.move_hall import MoveHall
from hallwright.tools.tool import Pointer, Preview, Scene, Verdict


def two_storeys(dx: int = 137_013, dy: int = -88_021) -> Show:
    """A ground floor, and the hall above it as its own drawing had it; both have the same two columns."""
    columns = (10_000, 10_000), (20_000, 10_000)
    rows: list[Hall | Fixture | Booth] = [
        Hall(id="g", name="Hall 1", outline=rectangle(0, 0, 40_000, 30_000), storey="G"),
        Hall(id="h", name="Hall 2", outline=rectangle(dx, dy, 40_000, 30_000), storey="1F"),
        Booth(id="b", hall="h", number="A01", outline=rectangle(dx + 3000, dy + 3000, 3000, 3000)),
    ]
    for k, (x, y) in enumerate(columns):
        low, high = rectangle(x, y, 800, 800), rectangle(x + dx, y + dy, 800, 800)
        rows.append(Fixture(id=f"g{k}", hall="g", kind=FixtureKind.COLUMN, outline=low))
        rows.append(Fixture(id=f"h{k}", hall="h", kind=FixtureKind.COLUMN, outline=high))
    return Show.of(rows)


class Storeys(Script):
    unit = Unit.M

    def __init__(self, show: Show) -> None:
        super().__init__(show, MoveHall())

    def scene(self) -> Scene:
        return Scene(self.show, "h", BoothColumns.of(self.show, "h"), unit=self.unit, snap=self.snap)

    @property
    def corner(self) -> tuple[int, int]:
        return self.show.halls["h"].outline[0]

    def hover(self, x: float, y: float) -> Preview:
        preview = self.take(self.tool.hover(self.scene(), Pointer(x, y, 10.0))).preview
        assert preview is not None
        return preview


@pytest.fixture
def storeys() -> Storeys:
    return Storeys(two_storeys())


def test_a_point_in_it_is_laid_on_the_matching_point_of_the_storey_beneath(storeys: Storeys) -> None:
    dx, dy = storeys.corner
    # Not where it is meant exactly: both catch the corner of the column.
    storeys.drag((dx + 10_040, dy + 9970))
    storeys.drag((10_030, 10_060))
    show = storeys.show
    assert storeys.corner == (0, 0)
    assert show.fixtures["h0"].outline == show.fixtures["g0"].outline
    assert show.fixtures["h1"].outline == show.fixtures["g1"].outline
    assert show.booths["b"].outline == rectangle(3000, 3000, 3000, 3000)
    assert show.halls["g"].outline == rectangle(0, 0, 40_000, 30_000)


def test_the_storey_beneath_is_seen_though_it_lies_apart(storeys: Storeys) -> None:
    guides = storeys.hover(0, 0).guides
    assert ((10_000, 10_000), (10_800, 10_000)) in {((g.x1, g.y1), (g.x2, g.y2)) for g in guides}


def test_a_drag_moves_it_by_steps_of_the_grid(storeys: Storeys) -> None:
    dx, dy = storeys.corner
    shown = storeys.hold((dx + 15_003, dy + 15_007), (dx + 17_041, dy + 14_030)).preview
    assert shown is not None
    assert shown.caption == "Δx 2 m   Δy -1 m"
    assert shown.outlines["h"][0] == (dx + 2000, dy - 1000)
    answer = storeys.take(storeys.tool.release(storeys.scene(), storeys.last))
    assert answer.verdict is Verdict.COMMIT
    assert storeys.corner == (dx + 2000, dy - 1000)


def test_a_distance_is_typed_on_the_way(storeys: Storeys) -> None:
    dx, dy = storeys.corner
    storeys.drag((dx, dy))
    storeys.hover(dx + 5000, dy)
    for sign in "1.234<180":
        assert storeys.tool.takes(sign)
        storeys.take(storeys.tool.type(storeys.scene(), sign))
    storeys.take(storeys.tool.key(storeys.scene(), "enter"))
    assert storeys.corner == (dx - 1234, dy)


@pytest.mark.parametrize(("unit", "mm"), [(Unit.M, 1000), (Unit.FT, 305)])
def test_the_way_is_typed_into_the_fields(storeys: Storeys, unit: Unit, mm: int) -> None:
    tool = storeys.tool
    assert isinstance(tool, MoveHall)
    storeys.unit = unit
    dx, dy = storeys.corner
    tool.right, tool.down = "-1", " 250 mm"
    storeys.take(tool.key(storeys.scene(), "enter"))
    assert storeys.corner == (dx - mm, dy + 250)
    assert (tool.right, tool.down) == ("", "")


def test_what_is_no_way_is_refused(storeys: Storeys) -> None:
    tool = storeys.tool
    assert isinstance(tool, MoveHall)
    tool.right = "far"
    with pytest.raises(Refused, match="'far': not a length"):
        tool.key(storeys.scene(), "enter")


def test_arrows_nudge_and_escape_lets_go(storeys: Storeys) -> None:
    dx, dy = storeys.corner
    storeys.take(storeys.tool.key(storeys.scene(), "left"))
    storeys.take(storeys.tool.key(storeys.scene(), "down", shift=True))
    assert storeys.corner == (dx - 100, dy + 1000)
    storeys.drag((dx, dy))
    assert storeys.take(storeys.tool.key(storeys.scene(), "escape")).verdict is Verdict.REVERT
    assert storeys.tool.key(storeys.scene(), "enter") is None
    storeys.drag((5000, 5000))
    assert storeys.corner == (dx - 100, dy + 1000)
