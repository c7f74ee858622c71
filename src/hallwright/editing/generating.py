"""Generate booths in rows and blocks on a piece of floor, around what stands there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from hallwright.editing.change import Change, create
from hallwright.editing.layout import Layout
from hallwright.editing.schemes import sequence
from hallwright.editing.typing_booths import type_by_geometry
from hallwright.expo.lengths import told_size
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, SOLID, Booth
from hallwright.geometry.adjoining import SERVICE_GAP, frontages
from hallwright.geometry.axes import Axes
from hallwright.geometry.filling import fill
from hallwright.geometry.obstacles import SPECK, Boxes, Obstacles
from hallwright.geometry.outline import Outline, bounds, fault
from hallwright.geometry.perimeter import Ground, line_walls
from hallwright.rules.exit_blocked import DOORS
from hallwright.rules.hydrant_blocked import RADII
from hallwright.rules.profile import profile_of
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.ids import new_id
from hallwright.support.numbers import written
from hallwright.support.text import count_of

if TYPE_CHECKING:
    import shapely

MOST = 20_000
"""Booths that are generated at once: more is a slip of the keys."""


@dataclass(frozen=True, eq=False)
class Plan:
    """What a layout would give.

    Attributes:
        outlines: one for each booth, row by row.
        net: area of the booths in mm2; ``gross`` that of the floor to be filled.
        around: how many of the first stand along the walls, clockwise.
        enclosed: how many no aisle reaches; one along a wall always has an aisle before it.
        open_sides: sides on an aisle, for each.

    The last two are counted when they are asked for: of thousands, not while the pointer moves.
    """

    outlines: tuple[Outline, ...]
    net: float
    gross: float
    around: int
    count_enclosed: Callable[[], int]
    count_sides: Callable[[], tuple[int, ...]]

    @property
    def count(self) -> int:
        """Number of booths."""
        return len(self.outlines)

    @cached_property
    def enclosed(self) -> int:  # noqa: D102 - told above
        return self.count_enclosed()

    @cached_property
    def open_sides(self) -> tuple[int, ...]:  # noqa: D102 - told above
        return self.count_sides()

    @property
    def utilisation(self) -> float:
        """Net over gross, 0 without floor."""
        return self.net / self.gross if self.gross else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What stands in a hall; made once for a gesture, since a hall may hold thousands of booths.

    Attributes:
        things: fixtures but for doors and what fire fighters need, and the booths that stand already.
        doors: entrances, exits and fire exits.
        fire: hydrants, extinguishers and panels, each with the mm that the event's rule profile keeps free around it.
        solid: what closes the side of a booth that faces it.
        before_doors, off_walls: mm that the profile keeps free before doors, and between booths and walls.
    """

    things: tuple[Outline, ...]
    doors: tuple[Outline, ...]
    fire: tuple[tuple[Outline, int], ...]
    solid: tuple[Outline, ...]
    before_doors: int = 0
    off_walls: int = 0
    _kept: dict[object, Obstacles] = field(default_factory=dict)

    @classmethod
    def of(cls, show: Show, hall: str) -> "Standing":
        """Collect from a hall."""
        fixtures = show.fixtures.where("hall", hall)
        booths = [booth.outline for booth in show.booths.where("hall", hall) if booth.outline]
        sound = [booth.outline for booth in show.booths.where("hall", hall) if not booth.draft]
        profile = profile_of(show)
        others = [row for row in fixtures if row.kind not in DOORS | DROPS and row.kind not in RADII]
        return cls(
            (*(row.outline for row in others), *booths),
            tuple(row.outline for row in fixtures if row.kind in DOORS),
            tuple((row.outline, profile.mm(RADII[row.kind]) or 0) for row in fixtures if row.kind in RADII),
            (*(row.outline for row in fixtures if row.kind in SOLID), *sound),
            profile.mm("exit_clear_mm") or 0,
            profile.mm("wall_gap_mm") or 0,
        )

    def breaks(self, layout: Layout, axes: Axes) -> Obstacles:
        """Return doors and what fire fighters need, each with its clearance, in the axes of rows."""
        doors = max(layout.door_clearance, layout.clearance, self.before_doors)
        return self._turned(("breaks", doors, layout.clearance), axes, lambda: self._breaks(doors, layout.clearance))

    def blocks(self, layout: Layout, axes: Axes) -> Obstacles:
        """Return everything else that booths may not stand on, with its clearance."""
        clear = layout.clearance
        return self._turned(("things", clear), axes, lambda: Obstacles(self.things, clear))

    def walls(self, axes: Axes) -> Obstacles:
        """Return what closes the side of a booth."""
        return self._turned(("solid",), axes, lambda: Obstacles(self.solid))

    def _breaks(self, doors: int, clear: int) -> Obstacles:
        fire = [Obstacles([outline], max(radius, clear)) for outline, radius in self.fire]
        return Obstacles(self.doors, doors).joined(*fire)

    def _turned(self, name: tuple[object, ...], axes: Axes, make: Callable[[], Obstacles]) -> Obstacles:
        """Return things in some axes; kept, since while a rectangle is drawn out only the rectangle changes."""
        if name not in self._kept:
            self._kept[name] = make()
        if (name, axes) not in self._kept:
            self._kept[name, axes] = self._kept[name].turned(axes)
        return self._kept[name, axes]


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
    standing = standing or Standing.of(show, hall)
    off = max(layout.behind, standing.off_walls) if layout.perimeter else layout.wall_aisle
    room = _shrunk(floor, layout.margin).intersection(_shrunk(inside, off))
    # Aisles take their share: twice as many are too many without laying them out.
    if room.area / (layout.width * layout.depth) > 2 * MOST:
        raise _too_many(layout)
    around = np.empty((0, 4, 2), dtype=np.int64)
    if layout.perimeter:
        plain = Axes()
        breaks, things = standing.breaks(layout, plain), standing.blocks(layout, plain)
        around = line_walls(Ground(room, inside, breaks, things, standing.walls(plain)), layout.wall_grid)
        room = _shrunk(room, layout.depth_at_walls + layout.aisle)
    axes = layout.axes(walls)
    # At an angle a wall's rounded corners may have cost it the millimetre that the last booth needs.
    turned = axes.shape(room) if axes.upright else axes.shape(_shrunk(room, -1))
    boxes = fill(turned, grid, standing.blocks(layout, axes).joined(standing.breaks(layout, axes)))
    if len(boxes) + len(around) > MOST:
        raise _too_many(layout)
    rows = axes.rings(boxes)
    solid = standing.walls(axes)
    if len(around):
        solid = solid.joined(Obstacles.of_shapes(shapely.polygons(around.astype(float))).turned(axes))
    # Booths farther from the walls than any gap that counts need not be held against them.
    far = off > SERVICE_GAP + 10 or layout.perimeter

    @cache
    def sides() -> tuple[int, ...]:
        return tuple(_open_sides(boxes, solid, None if far else axes.shape(inside)).tolist())

    outlines = tuple([tuple([(x, y) for x, y in ring]) for ring in np.concatenate([around, rows]).tolist()])
    net = float(layout.width * (len(around) * layout.depth_at_walls + len(rows) * layout.depth))

    def count_sides() -> tuple[int, ...]:
        # What lies at an angle is counted as boxes only for a first look.
        exact = axes.upright and not solid.slanted
        return (
            *_sides(outlines, range(len(around) if exact else len(outlines)), standing, walls),
            *(sides() if exact else ()),
        )

    return Plan(outlines, net, gross, len(around), lambda: sides().count(0), count_sides)


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
            _("No booth of {size} fits there").format(size=told_size(layout.width, layout.depth)),
            show.halls[hall].name,
            _("Take a larger area, smaller booths or narrower margins."),
        )
    ids = [new_id() for _ in made.outlines]
    numbers = numbered(show, hall, dict(zip(ids, made.outlines, strict=True)), layout, made.around)
    fields: dict[str, Any] = {"hall": hall, "construction": layout.construction}
    booths = [
        Booth(id=key, number=numbers.get(key, ""), outline=outline, open_sides=sides, **fields)
        for key, outline, sides in zip(ids, made.outlines, made.open_sides, strict=True)
    ]
    summary = f"Fill with {count_of(made.count, 'booth')}"
    change = Change.of("generate-booths", summary, [create(booth) for booth in booths])
    return _with_neighbours(show, hall, change, made.outlines)


def numbered(show: Show, hall: str, outlines: Mapping[str, Outline], layout: Layout, around: int = 0) -> dict[str, str]:
    """Return the numbers that new booths would get, by key; numbers taken in the hall are passed over.

    Rows are numbered the way they run; the first ``around`` outlines are one row, that along the walls.
    """
    scheme = layout.numbering
    if scheme is None:
        return {}
    taken = {booth.number.casefold() for booth in show.booths.where("hall", hall)}
    layout = layout.along_wall(show.halls[hall].outline)
    corner, along = layout.way.numbering
    scheme = replace(scheme, corner=corner, along=along)
    pairs = list(outlines.items())
    first, rest = dict(pairs[:around]), dict(pairs[around:])
    return sequence(rest, scheme, taken, show.halls[hall].name, around=first, slant=layout.slant)


def _too_many(layout: Layout) -> Refused:
    return Refused(
        _("More than {most:,} booths of {size} would fit the area").format(
            most=written(MOST), size=told_size(layout.width, layout.depth)
        ),
        mend=_("Make the booths larger or the area smaller."),
    )


def _shrunk(polygon: "shapely.Geometry", by: int) -> "shapely.Geometry":
    return polygon.buffer(-by, join_style="mitre") if by else polygon


def _sides(outlines: Sequence[Outline], which: range, standing: Standing, walls: Outline) -> tuple[int, ...]:
    """Return the open sides of some booths among others."""
    every = {str(index): outline for index, outline in enumerate(outlines)}
    found = frontages(walls, every, others=standing.solid, only=[str(index) for index in which])
    return tuple([found[str(index)].sides for index in which])


def _with_neighbours(show: Show, hall: str, change: Change, outlines: Sequence[Outline]) -> Change:
    """Return a change together with the open sides that booths beside the new ones lose.

    The new ones have theirs already: counted as boxes among boxes, that takes a tenth of looking at all of them anew.
    """
    import shapely

    here = [booth for booth in show.booths.where("hall", hall) if booth.outline and not booth.sides_fixed]
    if not here:
        return change
    tree = shapely.STRtree(shapely.box(*np.array([bounds(outline) for outline in outlines]).T))
    grown = [bounds(booth.outline).grown(SERVICE_GAP + 1) for booth in here]
    beside = np.unique(tree.query(shapely.box(*np.array(grown).T))[0]).tolist()
    typed = type_by_geometry(change.applied(show), [here[k].id for k in beside])
    return Change.of(change.operation, change.summary, [*change, *typed])


def _open_sides(boxes: Boxes, solid: Obstacles, walls: "shapely.Geometry | None") -> "np.ndarray[Any, Any]":
    """Count the sides of each box of which at least half has nothing before it within a service gap.

    The same measure as ``geometry.adjoining`` takes of any outlines; boxes among boxes are counted much faster.
    """
    import shapely

    if not len(boxes):
        return np.empty(0, dtype=np.int64)
    strips = np.concatenate(_strips(boxes.astype(float)))
    probes = shapely.box(*strips.T)
    area = shapely.area(probes)
    covered = np.zeros(len(probes))
    if walls is not None:
        shapely.prepare(walls)
        outside = np.flatnonzero(~shapely.covers(walls, probes))
        parts, owner = shapely.get_parts(shapely.difference(probes[outside], walls), return_index=True)
        probe = outside[owner[shapely.area(parts) > SPECK]]
        covered += _shade(probe, shapely.bounds(parts[shapely.area(parts) > SPECK]), strips)
    shapes = np.concatenate([shapely.box(*boxes.astype(float).T), solid.polygons()])
    probe, body = shapely.STRtree(shapes).query(probes)
    covered += _shade(probe, shapely.bounds(shapes[body]), strips)
    return np.asarray((covered * 2 <= area).reshape(4, -1).sum(axis=0))


def _shade(probe: "np.ndarray[Any, Any]", bodies: "np.ndarray[Any, Any]", strips: "np.ndarray[Any, Any]") -> Any:
    """Return how much of each strip is shaded, given pairs of a strip and the box of what stands there.

    It shades all of the side behind it, however far from the side it stands.
    """
    low, high = np.maximum(strips[probe], bodies), np.minimum(strips[probe], bodies)
    wide, deep = high[:, 2] - low[:, 0], high[:, 3] - low[:, 1]
    upright = probe // (len(strips) // 4) % 2 == 0
    shade = np.where(upright, deep, wide) * (SERVICE_GAP + 1) * ((wide > 0) & (deep > 0))
    return np.bincount(probe, weights=shade, minlength=len(strips))


def _strips(boxes: "np.ndarray[Any, Any]") -> Sequence["np.ndarray[Any, Any]"]:
    """Return the floor before the left, top, right and bottom side of each box."""
    left, top, right, bottom = boxes.T
    # A millimetre deeper, so that what stands just as far off as a gap may be wide still closes the side.
    depth = SERVICE_GAP + 1
    sides = (
        (left - depth, top, left, bottom),
        (left, top - depth, right, top),
        (right, top, right + depth, bottom),
        (left, bottom, right, bottom + depth),
    )
    return [np.stack(side, axis=1) for side in sides]
