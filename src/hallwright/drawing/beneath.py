"""The storey beneath, faintly, as an architect lays one plan over another: outline, columns, walls, shafts, doors."""

from collections.abc import Iterable

from hallwright.drawing.primitives import Drawing, Item, Lines, Shapes, Text
from hallwright.expo.show import Show
from hallwright.expo.space import SOLID, Fixture, FixtureKind, Hall
from hallwright.expo.storeys import beneath
from hallwright.geometry.outline import Outline, bounds

_FILLED = frozenset((FixtureKind.COLUMN, FixtureKind.WALL))
_TRACED = (SOLID - {FixtureKind.NO_BUILD}) | {FixtureKind.ENTRANCE, FixtureKind.EXIT, FixtureKind.FIRE_EXIT}
_NAME = 1800.0
"""Height of the other hall's name, mm of floor."""


def beneath_shapes(show: Show, hall: str) -> Drawing:
    """Return what is traced of the halls under a hall; empty while it is the only storey."""
    items: list[Item] = []
    for other in beneath(show, hall):
        fixtures = show.fixtures.where("hall", other.id)
        filled: dict[str, Outline] = {row.id: row.outline for row in fixtures if row.kind in _FILLED}
        if filled:
            items.append(Shapes.of("beneath.solid", filled))
        rings = [other.outline, *(row.outline for row in fixtures if _traced(row))]
        sides = ((*a, *b) for ring in rings for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))
        items.append(Lines.of("beneath", *sides))
        box = bounds(other.outline)
        name = "  ".join(part for part in (other.name, other.name_native, other.storey) if part)
        items.append(Text("beneath.label", name, box.left, box.top - _NAME / 3, _NAME))
    return tuple(items)


def traced(show: Show, halls: Iterable[Hall]) -> tuple[Outline, ...]:
    """Return the outlines that are traced of halls: their own, and those of what is built in them."""
    found: list[Outline] = []
    for hall in halls:
        found.append(hall.outline)
        fixtures = show.fixtures.where("hall", hall.id)
        found += [row.outline for row in fixtures if row.kind in _FILLED or _traced(row)]
    return tuple(found)


def _traced(fixture: Fixture) -> bool:
    return fixture.kind in _TRACED and fixture.kind not in _FILLED
