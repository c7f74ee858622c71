"""Generate booths in rows and blocks on a piece of floor, around what stands there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from hallwright.editing.change import Change, create
from hallwright.editing.layout import Layout
from hallwright.editing.schemes import sequence
from hallwright.editing.typing_booths import type_by_geometry
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, SOLID, Booth, FixtureKind
from hallwright.geometry.adjoining import SERVICE_GAP
from hallwright.geometry.filling import Boxes, Obstacles, fill, swap, swap_boxes
from hallwright.geometry.outline import Outline, bounds, fault
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.ids import new_id
from hallwright.support.numbers import in_metres, written
from hallwright.support.text import count_of

if TYPE_CHECKING:
    import shapely

MOST = 20_000
"""Booths that are generated at once: more is a slip of the keys."""
_DOORS = frozenset({FixtureKind.ENTRANCE, FixtureKind.EXIT, FixtureKind.FIRE_EXIT})


@dataclass(frozen=True, slots=True)
class Plan:
    """What a layout would give.

    Attributes:
        outlines: one for each booth, row by row.
        open_sides: sides on an aisle, for each.
        net: area of the booths in mm2; ``gross`` that of the floor to be filled.
    """

    outlines: tuple[Outline, ...]
    open_sides: tuple[int, ...]
    net: float
    gross: float

    @property
    def count(self) -> int:
        """Number of booths."""
        return len(self.outlines)

    @property
    def enclosed(self) -> int:
        """Number of booths that no aisle reaches."""
        return self.open_sides.count(0)

    @property
    def utilisation(self) -> float:
        """Net over gross, 0 without floor."""
        return self.net / self.gross if self.gross else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What stands in a hall; made once for a gesture, since a hall may hold thousands of booths.

    Attributes:
        things: fixtures but for doors, and the booths that stand already.
        doors: entrances, exits and fire exits.
        solid: what closes the side of a booth that faces it.
    """

    things: tuple[Outline, ...]
    doors: tuple[Outline, ...]
    solid: tuple[Outline, ...]

    @classmethod
    def of(cls, show: Show, hall: str) -> "Standing":
        """Collect from a hall."""
        fixtures = show.fixtures.where("hall", hall)
        booths = [booth.outline for booth in show.booths.where("hall", hall) if booth.outline]
        return cls(
            (*(row.outline for row in fixtures if row.kind not in _DOORS | DROPS), *booths),
            tuple(row.outline for row in fixtures if row.kind in _DOORS),
            (*(row.outline for row in fixtures if row.kind in SOLID), *booths),
        )


def plan(show: Show, hall: str, area: Outline, layout: Layout, standing: Standing | None = None) -> Plan:
    """Return the booths that a layout gives on an area, without making them; cheap enough for every mouse move.

    Args:
        show: the expo.
        hall: id of the hall; floor of the area outside it is left alone.
        area: the floor to fill: a rectangle, a zone's outline or the hall's.
        layout: how.
        standing: what stands in the hall, when it is at hand already.

    Raises:
        Refused: the layout makes no sense, or the area encloses none.
    """
    import shapely

    grid = layout.grid
    if hall not in show.halls:
        raise Refused(_("The hall no longer exists"), mend=_("Choose another hall."))
    walls = show.halls[hall].outline
    if fault(area) or fault(walls):
        raise Refused(_(fault(area) or fault(walls)), _("the area to fill"), _("Mend its outline first."))
    inside, floor = shapely.Polygon(walls), shapely.Polygon(area)
    gross = floor.intersection(inside).area
    room = _shrunk(floor, layout.margin).intersection(_shrunk(inside, layout.wall_aisle))
    # Aisles take their share: twice as many are too many without laying them out.
    if room.area / (layout.width * layout.depth) > 2 * MOST:
        raise _too_many(layout)
    standing = standing or Standing.of(show, hall)
    way = layout.way.degrees
    doors = Obstacles(standing.doors, max(layout.door_clearance, layout.clearance))
    obstacles = Obstacles(standing.things, layout.clearance).joined(doors)
    turned = shapely.transform(room, lambda points: swap(points, way)) if way else room
    boxes = swap_boxes(fill(turned, grid, obstacles.turned(way) if way else obstacles), way)
    if len(boxes) > MOST:
        raise _too_many(layout)
    sides = _open_sides(boxes, Obstacles(standing.solid), inside)
    outlines = tuple(((a, b), (c, b), (c, d), (a, d)) for a, b, c, d in boxes.tolist())
    return Plan(outlines, tuple(sides.tolist()), float(len(boxes) * layout.width * layout.depth), gross)


def generate(show: Show, hall: str, area: Outline, layout: Layout, made: Plan | None = None) -> Change:
    """Add the booths that a layout gives on an area, as one change.

    Args:
        show: the expo.
        hall: id of the hall.
        area: the floor to fill.
        layout: how; its numbering passes over numbers that are taken.
        made: the plan of these same arguments, when it is at hand already.

    Raises:
        Refused: as for ``plan``, or no booth fits.
    """
    made = made or plan(show, hall, area, layout)
    if not made.count:
        raise Refused(
            _("No booth of {width} × {depth} m fits there").format(
                width=in_metres(layout.width), depth=in_metres(layout.depth)
            ),
            show.halls[hall].name,
            _("Take a larger area, smaller booths or narrower margins."),
        )
    ids = [new_id() for _ in made.outlines]
    numbers = numbered(show, hall, dict(zip(ids, made.outlines, strict=True)), layout)
    fields: dict[str, Any] = {"hall": hall, "construction": layout.construction}
    booths = [
        Booth(id=key, number=numbers.get(key, ""), outline=outline, open_sides=sides, **fields)
        for key, outline, sides in zip(ids, made.outlines, made.open_sides, strict=True)
    ]
    summary = f"Fill with {count_of(made.count, 'booth')}"
    change = Change.of("generate-booths", summary, [create(booth) for booth in booths])
    return _with_neighbours(show, hall, change, made.outlines)


def numbered(show: Show, hall: str, outlines: Mapping[str, Outline], layout: Layout) -> dict[str, str]:
    """Return the numbers that new booths would get, by key; numbers taken in the hall are passed over."""
    if layout.numbering is None:
        return {}
    taken = {booth.number.casefold() for booth in show.booths.where("hall", hall)}
    return sequence(outlines, layout.numbering, taken, show.halls[hall].name)


def _too_many(layout: Layout) -> Refused:
    return Refused(
        _("More than {most:,} booths of {width} × {depth} m would fit the area").format(
            most=written(MOST), width=in_metres(layout.width), depth=in_metres(layout.depth)
        ),
        mend=_("Make the booths larger or the area smaller."),
    )


def _shrunk(polygon: "shapely.Geometry", by: int) -> "shapely.Geometry":
    return polygon.buffer(-by, join_style="mitre") if by else polygon


def _with_neighbours(show: Show, hall: str, change: Change, outlines: Sequence[Outline]) -> Change:
    """Return a change together with the open sides that booths beside the new ones lose.

    The new ones have theirs already: counted as boxes among boxes, that takes a tenth of looking at all of them anew.
    """
    import shapely

    here = [booth for booth in show.booths.where("hall", hall) if booth.outline and not booth.sides_fixed]
    if not here:
        return change
    tree = shapely.STRtree(shapely.box(*np.array([bounds(outline) for outline in outlines]).T))
    grown = [bounds(booth.outline).grown(SERVICE_GAP) for booth in here]
    beside = np.unique(tree.query(shapely.box(*np.array(grown).T))[0]).tolist()
    typed = type_by_geometry(change.applied(show), [here[k].id for k in beside])
    return Change.of(change.operation, change.summary, [*change, *typed])


def _open_sides(boxes: Boxes, solid: Obstacles, walls: "shapely.Geometry") -> "np.ndarray[Any, Any]":
    """Count the sides of each box of which at least half has nothing before it within a service gap.

    The same measure as ``geometry.adjoining`` takes of any outlines; boxes among boxes are counted much faster.
    """
    import shapely

    if not len(boxes):
        return np.empty(0, dtype=np.int64)
    strips = np.concatenate(_strips(boxes.astype(float)))
    probes = shapely.box(*strips.T)
    area = shapely.area(probes)
    shapely.prepare(walls)
    covered = np.zeros(len(probes))
    outside = np.flatnonzero(~shapely.covers(walls, probes))
    covered[outside] = shapely.area(shapely.difference(probes[outside], walls))
    shapes = shapely.box(*np.concatenate([boxes, solid.boxes]).T)
    for index, shape in solid.slanted.items():
        shapes[len(boxes) + index] = shape
    probe, body = shapely.STRtree(shapes).query(probes)
    # Whatever stands in the strip shades all of the side behind it, however far from the side it stands.
    low = np.maximum(strips[probe], shapely.bounds(shapes[body]))
    high = np.minimum(strips[probe], shapely.bounds(shapes[body]))
    wide, deep = high[:, 2] - low[:, 0], high[:, 3] - low[:, 1]
    upright = probe // len(boxes) % 2 == 0
    shade = np.where(upright, deep, wide) * SERVICE_GAP * ((wide > 0) & (deep > 0))
    covered += np.bincount(probe, weights=shade, minlength=len(probes))
    return np.asarray((covered * 2 <= area).reshape(4, -1).sum(axis=0))


def _strips(boxes: "np.ndarray[Any, Any]") -> Sequence["np.ndarray[Any, Any]"]:
    """Return the floor before the left, top, right and bottom side of each box."""
    left, top, right, bottom = boxes.T
    sides = (
        (left - SERVICE_GAP, top, left, bottom),
        (left, top - SERVICE_GAP, right, top),
        (right, top, right + SERVICE_GAP, bottom),
        (left, bottom, right, bottom + SERVICE_GAP),
    )
    return [np.stack(side, axis=1) for side in sides]
