"""The booths of one hall as a drawing in a file: SVG or DXF, with the hall, its zones and fixtures on their layers."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from hallwright.drawing.extents import extent_of
from hallwright.drawing.fonts import CAP_HEIGHT
from hallwright.drawing.plan import hall_drawing
from hallwright.drawing.primitives import Anchor, Drawing, Item, Text
from hallwright.drawing.theme import paper
from hallwright.drawing.tracing import BOOTHS, NUMBERS
from hallwright.exchange.cad import DxfPainter
from hallwright.exchange.svg import Sheet, SvgPainter
from hallwright.expo.show import Show
from hallwright.geometry.outline import bounds, centre

NAMES = "Exhibitors"
_SMALLEST, _LARGEST = 60.0, 620.0
_SCALE = 200.0
"""Line widths are those of a plan of 1:200."""
_AIR = 500.0
_LAYERS: Mapping[str, str] = {
    "hall": "Hall",
    "zone": "Zones",
    "fixture": "Fixtures",
    "fixture.furniture": "Furniture",
    "fixture.plate": "Fixture names",
    "fixture.label": "Fixture names",
    "tile": "Symbols",
    "fixture.symbol": "Symbols",
    "aisle.label": "Aisles",
    "zone.label": "Zone names",
    "booth": BOOTHS,
    "booth.name": NAMES,
    "booth.number": NUMBERS,
}
"""Layer by role, the nearest parent of a role counting, the lowest first; fixtures have a layer for each kind."""
_ORDER = tuple(dict.fromkeys(_LAYERS.values()))
_PLATES = "fixture.plate"


def write_svg(show: Show, hall: str, path: Path) -> int:
    """Write a hall as SVG, true to size, and return the number of its booths."""
    painter = SvgPainter(paper(), paper=_SCALE)
    plan = sheets(show, hall)
    for sheet in plan:
        painter.sheet(sheet)
    text = painter.text(*_box(plan), show.halls[hall].name)
    path.write_text(text, encoding="utf-8", newline="\n")
    return len(show.booths.where("hall", hall))


def write_dxf(show: Show, hall: str, path: Path) -> int:
    """Write a hall as DXF in millimetres and return the number of its booths."""
    painter = DxfPainter(paper())
    plan = sheets(show, hall)
    for name, items in plan:
        # Plates hide what lies beneath a name; outlined only, they would strike it through.
        painter.sheet(Sheet(name, tuple(item for item in items if getattr(item, "role", "") != _PLATES)))
    painter.save(path, *_box(plan))
    return len(show.booths.where("hall", hall))


WRITERS: Mapping[str, Callable[[Show, str, Path], int]] = {".dxf": write_dxf, ".svg": write_svg}


def sheets(show: Show, hall: str) -> list[Sheet]:
    """Return the plan of a hall by layer, the lowest first; every booth that has a number bears it."""
    items, _lost = hall_drawing(show, hall, smallest=_SMALLEST, largest=_LARGEST)
    found: dict[str, list[Item]] = {}
    for item in (*items, *_unnumbered(show, hall, items)):
        found.setdefault(_layer(getattr(item, "role", "")), []).append(item)
    # Painting order is kept within a layer; across them, what lies under what is the same on every plan.
    names = sorted(found, key=lambda name: _ORDER.index(name.partition(" - ")[0]))
    return [Sheet(name, tuple(found[name])) for name in names]


def _unnumbered(show: Show, hall: str, items: Drawing) -> Iterable[Text]:
    """Yield the numbers that do not fit their booth on a printed plan: in a drawing one can go nearer."""
    shown = {item.id for item in items if isinstance(item, Text) and item.role.startswith("booth.number")}
    for booth in show.booths.where("hall", hall):
        if booth.number and booth.outline and booth.id not in shown:
            x, y = centre(booth.outline)
            box = bounds(booth.outline)
            size = max(min(box.width, box.height, _LARGEST) / max(len(booth.number), 2), 1.0)
            yield Text("booth.number", booth.number, x, y + size * CAP_HEIGHT / 2, size, Anchor.MIDDLE, id=booth.id)


def _layer(role: str) -> str:
    if role.endswith(".tile"):
        return _LAYERS["tile"]
    whole = role
    while role not in _LAYERS:
        role = role.rpartition(".")[0]
        if not role:
            return _LAYERS["fixture"]
    return f"Fixtures - {whole.split('.')[1]}" if role == "fixture" and "." in whole else _LAYERS[role]


def _box(plan: list[Sheet]) -> tuple[float, float, float, float]:
    """Return left, top, width and height of all that is drawn, with a little air."""
    boxes = [extent_of(item) for _name, items in plan for item in items]
    left, top = min(box[0] for box in boxes) - _AIR, min(box[1] for box in boxes) - _AIR
    right, bottom = max(box[2] for box in boxes) + _AIR, max(box[3] for box in boxes) + _AIR
    return left, top, right - left, bottom - top
