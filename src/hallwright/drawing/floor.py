"""The floor under the booths: the hall, its zones, and its fixtures with their symbols and names."""

import math
from collections.abc import Collection, Iterable

import numpy as np

from hallwright.drawing.fonts import CAP_HEIGHT, width
from hallwright.drawing.furniture import furniture
from hallwright.drawing.hatching import hatch
from hallwright.drawing.labels import Line, fit, inner_rooms
from hallwright.drawing.openings import find_room
from hallwright.drawing.primitives import Anchor, Drawing, Item, Lines, NotShown, Shapes, Text
from hallwright.drawing.symbols import TILED, pictogram
from hallwright.drawing.wording import joined, names, word
from hallwright.expo.show import Show
from hallwright.expo.space import Fixture, FixtureKind, Zone
from hallwright.geometry.outline import Box, Outline, bounds, bounds_of, contains, rectangle

DOORS = frozenset((FixtureKind.ENTRANCE, FixtureKind.EXIT, FixtureKind.FIRE_EXIT))
_UNNAMED = frozenset((FixtureKind.COLUMN, FixtureKind.WALL))
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
            x, y, side, _ = _tile_place(fixture, hall)
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


def _is_point(fixture: Fixture) -> bool:
    """Say whether a fixture is so small that its pictogram stands for all of it, and the legend for its name."""
    box = bounds(fixture.outline)
    return fixture.kind in TILED and fixture.kind not in DOORS and max(box.width, box.height) < _SMALL


def _axis(dx: float, dy: float) -> tuple[float, float]:
    """Return the axis direction nearest to a vector."""
    if abs(dx) > abs(dy):
        return math.copysign(1.0, dx), 0.0
    return 0.0, math.copysign(1.0, dy)


def _tile_place(fixture: Fixture, hall: Outline) -> tuple[float, float, float, tuple[float, float]]:
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
    if fixture.kind in DOORS or _is_point(fixture):
        x, y, side, turn = _tile_place(fixture, hall)
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
    """Return the hall, its zones and its fixtures without any text."""
    hall = show.halls[hall_id]
    items: list[Item] = [Shapes.of("hall", {hall.id: hall.outline})]
    zones = show.zones.where("hall", hall_id)
    items += [Shapes.of("zone", {zone.id: zone.outline}, zone.colour) for zone in zones]
    # Again, for the zones have covered half of the hall's line.
    items.append(
        Lines.of("hall", *((*a, *b) for a, b in zip(hall.outline, (*hall.outline[1:], hall.outline[0]), strict=True)))
    )
    fixtures = show.fixtures.where("hall", hall_id)
    for kind in (FixtureKind.COLUMN, FixtureKind.WALL):
        alike = {fixture.id: fixture.outline for fixture in fixtures if fixture.kind is kind}
        if alike:
            items.append(Shapes.of(f"fixture.{kind}", alike))
    for fixture in fixtures:
        if fixture.kind not in (FixtureKind.COLUMN, FixtureKind.WALL):
            items += _fixture(fixture, hall.outline)
    return tuple(items)


def floor_labels(
    show: Show,
    hall_id: str,
    lang: str,
    *,
    smallest: float = 0.0,
    largest: float = 620.0,
    zones: Collection[str] | None = None,
) -> tuple[list[Item], list[NotShown]]:
    """Return the names of zones and fixtures.

    Args:
        show: the expo.
        hall_id: the hall.
        lang: ``en``, ``zh`` or ``both``.
        smallest: least size of a text, mm of floor.
        largest: greatest size of a fixture's name; zones may be twice as large.
        zones: ids of the zones to name, or None for all.

    Returns:
        The texts with the plates under them, and the names that fit nowhere.
    """
    hall = show.halls[hall_id]
    items: list[Item] = []
    lost: list[NotShown] = []
    for fixture in show.fixtures.where("hall", hall_id):
        if fixture.kind in _UNNAMED or _is_point(fixture):
            continue
        found = _fixture_label(fixture, hall.outline, lang, smallest, largest)
        if not found and fixture.name:
            name = joined(fixture.name, fixture.name_native, lang)
            lost.append(NotShown(fixture.id, name, "the name does not fit at a legible size"))
        items += found
    taken = [booth.outline for booth in show.booths.where("hall", hall_id) if booth.outline]
    taken += [fixture.outline for fixture in show.fixtures.where("hall", hall_id)]
    boxes = np.array([bounds(outline) for outline in taken], dtype=float).reshape(-1, 4)
    for zone in show.zones.where("hall", hall_id):
        if zones is not None and zone.id not in zones:
            continue
        texts = _zone_label(zone, boxes, lang, smallest, largest)
        if not texts:
            reason = "the zone's name finds no free floor; the legend shows it"
            lost.append(NotShown(zone.id, joined(zone.name, zone.name_native, lang), reason))
        items += texts
    return items, lost


def _fixture_names(fixture: Fixture, lang: str) -> tuple[str, str]:
    """Return the fixture's own names, or what its kind is called."""
    if fixture.name or fixture.name_native:
        return names(fixture.name, fixture.name_native, lang)
    return names(word(fixture.kind, "en"), word(fixture.kind, "zh"), lang)


def _fixture_label(fixture: Fixture, hall: Outline, lang: str, smallest: float, largest: float) -> list[Item]:
    latin, native = _fixture_names(fixture, lang)
    if fixture.kind in DOORS:
        return _door_label(fixture, hall, "  ".join(part for part in (native, latin) if part), smallest, largest)
    left, top, wide, high = inner_rooms(fixture.outline)[0]
    inner_height = high
    x, y = left + wide / 2, top + high / 2
    side = 0.0
    if fixture.kind in TILED and min(wide, high) > 1500:
        side = min(1500.0, 0.4 * high, 0.4 * wide)
        high -= side * 1.25
    lines = (Line(native, "fixture.label", bold=True), Line(latin, "fixture.label", gap=0.1, ratio=0.9))
    for choice in (lines, lines[:1], lines[1:]):
        fitted = fit(wide * 0.9, high * 0.86, choice, smallest=smallest, largest=largest)
        if fitted is not None:
            break
    else:
        return list(pictogram(fixture.kind, x, y, side)) if side else []
    texts = fitted.at(x, y + side * 0.62, fixture.id)
    half = max(width(text.text, text.size, text.bold) for text in texts) / 2 + 0.4 * fitted.size
    half = min(max(half, side * 0.6), 0.48 * wide)
    first, last = texts[0], texts[-1]
    above = first.y - CAP_HEIGHT * first.size - 0.35 * fitted.size - side * 1.15
    # The plate hides furniture behind the name, never the fixture's own outline.
    margin = 0.02 * inner_height
    above, below = max(above, top + margin), min(last.y + 0.45 * fitted.size, top + inner_height - margin)
    plate = Shapes.box("fixture.plate", x - half, above, x + half, below)
    items: list[Item] = [plate] if fixture.kind is not FixtureKind.STAGE else []
    if side:
        top_ink = first.y - CAP_HEIGHT * first.size
        items += pictogram(fixture.kind, x, top_ink - side * 0.75, side)
    return [*items, *texts]


def _door_label(fixture: Fixture, hall: Outline, name: str, smallest: float, largest: float) -> list[Item]:
    """Set a door's name outside the hall beside its tile, along the wall."""
    x, y, side, _ = _tile_place(fixture, hall)
    (nx, ny), distance = inward(hall, x, y)
    size = min(largest, side * 0.36)
    if size < smallest:
        size = smallest if smallest < side * 0.6 else 0.0
    if not size or (fixture.kind is FixtureKind.FIRE_EXIT and not fixture.name) or distance > 2 * side:
        return []
    shift, lift = side * 0.68, size * CAP_HEIGHT / 2
    if abs(ny) >= abs(nx):
        return [Text("fixture.label", name, x + shift, y + lift, size, Anchor.START, True, id=fixture.id)]
    # On a side wall the name reads upwards, above its tile.
    return [Text("fixture.label", name, x + lift, y - shift, size, Anchor.START, True, -90.0, fixture.id)]


def _zone_label(
    zone: Zone, taken: "np.ndarray[tuple[int, int], np.dtype[np.float64]]", lang: str, smallest: float, largest: float
) -> list[Text]:
    """Set a zone's name on floor that no booth and no fixture takes, as large as there is room for."""
    latin, native = names(zone.name, zone.name_native, lang)
    one = tuple(part for part in (native, latin) if part)
    layouts: list[tuple[str, ...]] = [("   ".join(one),)]
    if len(one) > 1:
        layouts.append(one)
    for size in _sizes(largest * 2.2, max(smallest, largest * 0.55)):
        for lines in layouts:
            wide = max(width(line, size, True) for line in lines) + 0.8 * size
            high = size * (CAP_HEIGHT + 0.7 + 1.25 * (len(lines) - 1))
            place = find_room(zone.outline, taken, wide, high)
            if place is not None:
                x, y = place[0] + 0.4 * size, place[1] + (0.35 + CAP_HEIGHT) * size
                return [
                    Text("zone.label", line, x, y + 1.25 * size * k, size, Anchor.START, True, id=zone.id)
                    for k, line in enumerate(lines)
                ]
    return []


def _sizes(largest: float, smallest: float) -> Iterable[float]:
    size = largest
    while size > smallest:
        yield size
        size *= 0.85
    yield smallest
