"""Drops of power, water, data and air: small round symbols above the booths, for staff and permit office."""

from collections.abc import Iterable

import numpy as np

from hallwright.drawing.primitives import Drawing, Floats, Item, Shapes
from hallwright.drawing.symbols import pictogram
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Fixture
from hallwright.geometry.outline import bounds

SIDE = 600.0
"""Across a drop's symbol, mm of floor: two fit side by side behind the wall of a booth."""


def drops_of(show: Show, hall: str) -> list[Fixture]:
    """Return the drops of a hall."""
    return [row for row in show.fixtures.where("hall", hall) if row.kind in DROPS]


def centres(drops: Iterable[Fixture]) -> Floats:
    """Return the middles of drops, (n, 2) mm."""
    return np.array([bounds(row.outline).centre for row in drops], dtype=float).reshape(-1, 2)


def supplies(drops: Iterable[Fixture], *, figures: bool = True) -> Drawing:
    """Return the symbols of drops, in few batches.

    Args:
        drops: what to draw.
        figures: whether they are large enough on the screen for more than a dot.
    """
    by_kind: dict[str, list[Fixture]] = {}
    for row in drops:
        by_kind.setdefault(row.kind, []).append(row)
    items: list[Item] = []
    for kind in sorted(by_kind):
        places, ids = centres(by_kind[kind]), tuple(row.id for row in by_kind[kind])
        if not figures:
            items.append(Shapes(f"fixture.{kind}.tile", ids, np.hstack([places - SIDE / 2, places + SIDE / 2])))
            continue
        items += [_everywhere(layer, places, ids) for layer in pictogram(by_kind[kind][0].kind, 0.0, 0.0, SIDE)]
    return tuple(items)


def _everywhere(layer: Shapes, places: Floats, ids: tuple[str, ...]) -> Shapes:
    """Return one layer of a symbol about (0, 0) at many places, as one batch; what is one shape each bears the ids."""
    boxes = (layer.boxes[None, :, :] + np.hstack([places, places])[:, None, :]).reshape(-1, 4)
    count = len(layer.ids)
    rings = {k * count + index: ring + place for k, place in enumerate(places) for index, ring in layer.rings.items()}
    return Shapes(layer.role, ids if count == 1 else ("",) * len(boxes), boxes, rings)
