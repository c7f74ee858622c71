"""The floor under the booths: the hall, its zones, and its fixtures with their symbols."""

import math

from hallwright.drawing.furniture import furniture
from hallwright.drawing.hatching import hatch
from hallwright.drawing.primitives import Drawing, Item, Lines, Shapes
from hallwright.drawing.symbols import TILED, pictogram
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Fixture, FixtureKind
from hallwright.geometry.outline import Box, Outline, bounds, bounds_of, contains, rectangle

DOORS = frozenset((FixtureKind.ENTRANCE, FixtureKind.EXIT, FixtureKind.FIRE_EXIT))
_ALIKE = frozenset((FixtureKind.COLUMN, FixtureKind.WALL))
_SMALL = 2500
_HATCH = 700.0
TILE = 1500.0
"""Side of the tile of a door's pictogram, in mm of floor."""
_AIR = 500


def hall_bounds(show: Show, hall_id: str) -> Box:
    """Return the box of everything drawn for a hall, the pictograms outside its doors and a little air included."""
    hall = show.halls[hall_id].outline
    outlines: list[Outline] = [hall]
    outlines += [booth.outline for booth in show.booths.where("hall", hall_id) if booth.outline]
    for fixture in show.fixtures.where("hall", hall_id):
        outlines.append(fixture.outline)
        if fixture.kind in DOORS:
            x, y, side, _ = tile_place(fixture, hall)
            outlines.append(rectangle(round(x - side / 2), round(y - side / 2), round(side), round(side)))
    return (bounds_of(outlines) or Box(0, 0, 10_000, 10_000)).grown(_AIR)


def inward(outline: Outline, x: float, y: float) -> tuple[tuple[float, float], float]:
    """Return the direction from the nearest side of an outline to its inside, and how far that side is from a point."""
    best: tuple[float, float, float] = (math.inf, 0.0, 1.0)
    for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
        dx, dy = bx - ax, by - ay
        square = dx * dx + dy * dy
        share = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / square)) if square else 0.0
        px, py = ax + share * dx, ay + share * dy
        distance = math.hypot(x - px, y - py)
        if distance < best[0] and square:
            length = math.sqrt(square)
            nx, ny = -dy / length, dx / length
            if not contains(outline, px + nx * 10, py + ny * 10):
                nx, ny = -nx, -ny
            best = distance, nx, ny
    return (best[1], best[2]), best[0]


def is_point(fixture: Fixture) -> bool:
    """Say whether a fixture is so small that its pictogram stands for all of it, and the legend for its name."""
    box = bounds(fixture.outline)
    return fixture.kind in TILED and fixture.kind not in DOORS and max(box.width, box.height) < _SMALL


def _axis(dx: float, dy: float) -> tuple[float, float]:
    """Return the axis direction nearest to a vector."""
    if abs(dx) > abs(dy):
        return math.copysign(1.0, dx), 0.0
    return 0.0, math.copysign(1.0, dy)


def tile_place(fixture: Fixture, hall: Outline) -> tuple[float, float, float, tuple[float, float]]:
    """Return the middle and side of a fixture's tile and the direction in which its arrow points."""
    box = bounds(fixture.outline)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    if fixture.kind in DOORS:
        (nx, ny), distance = inward(hall, x, y)
        leaving = fixture.kind is not FixtureKind.ENTRANCE
        turn = (-nx, -ny) if leaving else (nx, ny)
        if distance > TILE:
            return x, y, TILE, turn
        reach = (box.width * abs(nx) + box.height * abs(ny)) / 2 + TILE * 0.62
        return x - nx * reach, y - ny * reach, TILE, turn
    return x, y, 1100.0, (0.0, 1.0)


def _fixture(fixture: Fixture, hall: Outline) -> list[Item]:
    """Return one fixture: outline, furniture, and a pictogram where it is a door or a point."""
    role = f"fixture.{fixture.kind}"
    items: list[Item] = [Shapes.of(role, {fixture.id: fixture.outline})]
    if fixture.kind is FixtureKind.NO_BUILD:
        return [*items, hatch(role, fixture.outline, _HATCH)]
    if fixture.kind in DOORS or is_point(fixture):
        x, y, side, turn = tile_place(fixture, hall)
        items += pictogram(fixture.kind, x, y, side, turn)
        return items
    box = bounds(fixture.outline)
    room = bounds(hall)
    middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    front = _axis((room.left + room.right) / 2 - middle[0], (room.top + room.bottom) / 2 - middle[1])
    if fixture.kind is FixtureKind.STAGE or box.width == box.height:
        # A stage faces along its short side, a square counter towards the middle of the hall.
        front = front if box.width == box.height else _axis(*((0.0, front[1]) if box.width > box.height else front))
    else:
        (nx, ny), _ = inward(hall, *middle)
        front = _axis(nx, ny)
    items += furniture(fixture, front)
    return items


def floor_shapes(show: Show, hall_id: str) -> Drawing:
    """Return the hall, its zones and its fixtures without any text; drops lie above the booths, in ``supplies``."""
    hall = show.halls[hall_id]
    items: list[Item] = [Shapes.of("hall", {hall.id: hall.outline})]
    zones = show.zones.where("hall", hall_id)
    items += [Shapes.of("zone", {zone.id: zone.outline}, zone.colour) for zone in zones]
    # Again, for the zones have covered half of the hall's line.
    items.append(
        Lines.of("hall", *((*a, *b) for a, b in zip(hall.outline, (*hall.outline[1:], hall.outline[0]), strict=True)))
    )
    fixtures = show.fixtures.where("hall", hall_id)
    for kind in sorted(_ALIKE):
        alike = {fixture.id: fixture.outline for fixture in fixtures if fixture.kind is kind}
        if alike:
            items.append(Shapes.of(f"fixture.{kind}", alike))
    for fixture in fixtures:
        if fixture.kind not in _ALIKE | DROPS:
            items += _fixture(fixture, hall.outline)
    return tuple(items)
