"""The names on the floor: of zones, aisles and fixtures, each where there is room for it."""

import math
from collections.abc import Collection, Iterable

import numpy as np

from hallwright.drawing.floor import DOORS, inward, is_point, tile_place
from hallwright.drawing.fonts import CAP_HEIGHT, width
from hallwright.drawing.labels import Line, extent, fit, inner_rooms
from hallwright.drawing.openings import FreeFloor
from hallwright.drawing.primitives import Anchor, Floats, Item, NotShown, Shapes, Text
from hallwright.drawing.symbols import TILED, pictogram
from hallwright.drawing.wholehall import WholeHall
from hallwright.drawing.wording import joined, names, word
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Fixture, FixtureKind, Zone
from hallwright.geometry.outline import Outline, centre
from hallwright.geometry.passages import direction
from hallwright.support.i18n import _

_UNNAMED = frozenset((FixtureKind.COLUMN, FixtureKind.WALL, *DROPS))


def floor_labels(
    show: Show,
    hall_id: str,
    lang: str,
    *,
    smallest: float = 0.0,
    largest: float = 620.0,
    zones: Collection[str] | None = None,
    taken: Floats | None = None,
) -> tuple[list[Item], list[NotShown]]:
    """Return the names of zones, aisles and fixtures.

    Args:
        show: the expo.
        hall_id: the hall.
        lang: ``en``, ``zh`` or ``both``.
        smallest: least size of a text, mm of floor.
        largest: greatest size of a fixture's name; zones may be twice as large.
        zones: ids of the zones to name, or None for all.
        taken: (n, 4) boxes of all that stands in the hall, mm, if they are at hand already, or None.

    Returns:
        The texts with the plates under them, and the names that fit nowhere.
    """
    hall = show.halls[hall_id]
    items: list[Item] = []
    lost: list[NotShown] = []
    for fixture in show.fixtures.where("hall", hall_id):
        if fixture.kind in _UNNAMED or is_point(fixture):
            continue
        found = _fixture_label(fixture, hall.outline, lang, smallest, largest)
        if not found and fixture.name:
            name = joined(fixture.name, fixture.name_native, lang)
            lost.append(NotShown(fixture.id, name, _("the name does not fit at a legible size")))
        items += found
    names_of_aisles, unnamed = _aisle_labels(show, hall_id, lang, smallest, largest)
    items += names_of_aisles
    lost += unnamed
    standing = taken if taken is not None else WholeHall(show, hall_id).taken
    boxes = np.concatenate([standing, np.array([_upright(text) for text in names_of_aisles]).reshape(-1, 4)])
    for zone in show.zones.where("hall", hall_id):
        if zones is not None and zone.id not in zones:
            continue
        texts = _zone_label(zone, boxes, lang, smallest, largest)
        if not texts:
            reason = _("the zone's name finds no free floor; the legend shows it")
            lost.append(NotShown(zone.id, joined(zone.name, zone.name_native, lang), reason))
        items += texts
    return items, lost


def _aisle_labels(
    show: Show, hall_id: str, lang: str, smallest: float, largest: float
) -> tuple[list[Text], list[NotShown]]:
    """Set the names of aisles in their middle, along their longer side."""
    texts: list[Text] = []
    lost: list[NotShown] = []
    for aisle in show.aisles.where("hall", hall_id):
        name = joined(aisle.name, aisle.name_native, lang)
        slanted = _slanted(aisle.outline)
        left, top, wide, high = (0, 0, *slanted[1]) if slanted else inner_rooms(aisle.outline)[0]
        long, short = max(wide, high), min(wide, high)
        size = min(largest, 0.5 * short, 0.9 * long / max(width(name, 1, True), 0.1))
        if size < max(smallest, 1.0):
            lost.append(NotShown(aisle.id, name, _("the aisle is too narrow for its name")))
            continue
        x, y, lift = left + wide / 2, top + high / 2, size * CAP_HEIGHT / 2
        if slanted:
            angle, _size, (x, y) = slanted
            x, y = x - lift * math.sin(math.radians(angle)), y + lift * math.cos(math.radians(angle))
            texts.append(Text("aisle.label", name, x, y, size, Anchor.MIDDLE, True, angle, aisle.id))
        elif wide >= high:
            texts.append(Text("aisle.label", name, x, y + lift, size, Anchor.MIDDLE, True, id=aisle.id))
        else:
            texts.append(Text("aisle.label", name, x + lift, y, size, Anchor.MIDDLE, True, -90.0, aisle.id))
    return texts, lost


def _slanted(outline: Outline) -> tuple[float, tuple[float, float], tuple[float, float]] | None:
    """Return the angle, length and width, and middle of an aisle that runs neither level nor upright; else None."""
    dx, dy = direction(outline)
    if min(abs(dx), abs(dy)) < 0.02:
        return None
    ring = np.array(outline, dtype=float) @ np.array([[dx, -dy], [dy, dx]])
    (left, top), (right, bottom) = ring.min(axis=0).tolist(), ring.max(axis=0).tolist()
    angle = math.degrees(math.atan2(dy, dx))
    # A steep one reads upwards, as an upright one does.
    return angle if angle <= 60 else angle - 180, (right - left, bottom - top), centre(outline)


def _upright(text: Text) -> tuple[float, float, float, float]:
    """Return the box of a line of any angle about its middle."""
    left, top, right, bottom = extent(text)
    if not text.angle:
        return left, top, right, bottom
    turn = math.radians(text.angle)
    half, high = (right - left) / 2, bottom - top
    corners = [
        (x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn))
        for x in (-half, half)
        for y in (-high, 0.0)
    ]
    xs, ys = zip(*corners, strict=True)
    return text.x + min(xs), text.y + min(ys), text.x + max(xs), text.y + max(ys)


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
    x, y, side, _ = tile_place(fixture, hall)
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


def _zone_label(zone: Zone, taken: Floats, lang: str, smallest: float, largest: float) -> list[Text]:
    """Set a zone's name on floor that no booth and no fixture takes, as large as there is room for."""
    latin, native = names(zone.name, zone.name_native, lang)
    one = tuple(part for part in (native, latin) if part)
    layouts: list[tuple[str, ...]] = [("   ".join(one),)]
    floor = FreeFloor(zone.outline, taken)
    if len(one) > 1:
        layouts.append(one)
    for size in _sizes(largest * 2.2, max(smallest, largest * 0.55)):
        for lines in layouts:
            wide = max(width(line, size, True) for line in lines) + 0.8 * size
            high = size * (CAP_HEIGHT + 0.7 + 1.25 * (len(lines) - 1))
            place = floor.find(wide, high)
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
