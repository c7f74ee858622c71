"""The Layout: how booths are laid out on a piece of floor; and usual ones to start from."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from hallwright.editing.booths import SMALLEST
from hallwright.editing.rowfinding import Corner, First
from hallwright.editing.schemes import Scheme
from hallwright.expo.lengths import told
from hallwright.expo.space import Construction
from hallwright.geometry.axes import Axes
from hallwright.geometry.filling import Grid
from hallwright.geometry.outline import Outline, Point
from hallwright.geometry.units import Unit, to_mm
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _

LARGEST = 100_000
"""Longest side of a booth and widest aisle that is generated, in mm: more is a slip of the keys."""


class Rows(StrEnum):
    """How booths stand together."""

    BACK_TO_BACK = "back to back"
    SINGLE = "single rows"
    ISLANDS = "islands"


class Way(StrEnum):
    """Where rows run: from the left, the top, the right or the bottom of the area, or along the hall's longest wall."""

    RIGHT = "right"
    DOWN = "down"
    LEFT = "left"
    UP = "up"
    WALL = "wall"

    @property
    def numbering(self) -> tuple[Corner, First]:
        """The corner at which the first row begins, and which way it runs."""
        return _NUMBERED[self]


_NUMBERED = {
    Way.RIGHT: (Corner.TOP_LEFT, First.ACROSS),
    Way.DOWN: (Corner.TOP_LEFT, First.DOWN),
    Way.LEFT: (Corner.BOTTOM_RIGHT, First.ACROSS),
    Way.UP: (Corner.BOTTOM_RIGHT, First.DOWN),
}
_DEGREES = {Way.RIGHT: 0, Way.DOWN: 90, Way.LEFT: 180, Way.UP: 270}


class Meeting(StrEnum):
    """What becomes of a booth that would meet a column or anything else that stands there."""

    SKIP = "leave it out"
    SHIFT = "move it along the row"


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes and habits of the booths to be generated; lengths in mm.

    Attributes:
        width: frontage of a booth, along the row; ``depth`` across it.
        way: where rows run, and with them their numbers.
        slant: degrees by which rows are turned clockwise on screen beyond their way.
        perimeter: begin with a row along all walls, backs to them and an aisle before it; the other rows lie within.
        behind: floor kept free between walls and the backs of that row.
        wall_depth: depth of the booths in that row, 0 for that of all others.
        aisle: clear width between rows or blocks, at least.
        island_along, island_deep: booths in an island along the rows and across them.
        per_row: most booths in a row, 0 for as many as fit; ``row_count`` likewise for the rows.
        cross_after: booths between two cross aisles, 0 for no cross aisle.
        cross_after_mm: longest unbroken row, 0 for any; with ``cross_after`` the shorter counts.
        cross_aisle: width of a cross aisle, 0 for that of ``aisle``.
        margin: floor kept free along the area's edge.
        wall_aisle: floor kept free along the walls of the hall, if no row stands there.
        clearance: floor kept free around columns, other fixtures and booths that stand already.
        door_clearance: floor kept free around entrances, exits and fire exits.
        centred: share out what is left over to both ends.
        numbering: how to number the booths, or None to leave them without a number.
    """

    width: int = 3000
    depth: int = 3000
    rows: Rows = Rows.BACK_TO_BACK
    way: Way = Way.RIGHT
    slant: float = 0.0
    perimeter: bool = False
    behind: int = 0
    wall_depth: int = 0
    aisle: int = 3000
    island_along: int = 2
    island_deep: int = 2
    per_row: int = 0
    row_count: int = 0
    cross_after: int = 0
    cross_after_mm: int = 0
    cross_aisle: int = 0
    margin: int = 0
    wall_aisle: int = 3000
    clearance: int = 0
    door_clearance: int = 3000
    meeting: Meeting = Meeting.SKIP
    centred: bool = False
    construction: Construction = Construction.SHELL
    numbering: Scheme | None = field(default_factory=Scheme)

    @property
    def grid(self) -> Grid:
        """The pattern that this layout asks for.

        Raises:
            Refused: a length or a count makes no sense.
        """
        self._require_sense()
        along = self.cross_after
        if self.cross_after_mm:
            most = max(self.cross_after_mm // self.width, 1)
            along = min(along or most, most)
        deep = {Rows.BACK_TO_BACK: 2, Rows.SINGLE: 1, Rows.ISLANDS: self.island_deep}[self.rows]
        islands = self.rows is Rows.ISLANDS
        return Grid(
            self.width,
            self.depth,
            self.aisle,
            deep,
            self.island_along if islands else along,
            self.cross_aisle or self.aisle,
            self.per_row,
            self.row_count,
            whole=islands,
            shift=self.meeting is Meeting.SHIFT,
            centred=self.centred,
        )

    @property
    def wall_grid(self) -> Grid:
        """The pattern of the row along the walls: cross aisles break it, too, but no island does.

        Raises:
            Refused: as for ``grid``.
        """
        single = replace(self, rows=Rows.SINGLE, depth=self.depth_at_walls)
        return replace(single.grid, per_row=0, rows=0)

    @property
    def depth_at_walls(self) -> int:
        """Depth of the booths along the walls, in mm."""
        return self.wall_depth or self.depth

    def axes(self, walls: Outline) -> Axes:
        """Return the axes of the rows in a hall with these walls."""
        layout = self.along_wall(walls)
        return Axes.of(_DEGREES[layout.way], layout.slant)

    def along_wall(self, walls: Outline) -> "Layout":
        """Return the layout with a way and a slant in place of the longest wall."""
        if self.way is not Way.WALL:
            return self
        ends = zip(walls, walls[1:] + walls[:1], strict=True)
        # The first of equal ones, and rounding makes no wall longer than another.
        start, end = max(ends, key=lambda pair: round(math.dist(*pair) / 10))
        along = replace(self, way=Way.RIGHT).along_edge(start, end)
        return replace(along, slant=along.slant + self.slant)

    def along_edge(self, start: Point, end: Point) -> "Layout":
        """Return the layout with rows that run along an edge, from the end at which they began before."""
        angle = round(math.degrees(math.atan2(end[1] - start[1], end[0] - start[0])), 4) % 180
        back = self.way in (Way.LEFT, Way.UP)
        if 45 < angle <= 135:
            return replace(self, way=Way.UP if back else Way.DOWN, slant=angle - 90)
        return replace(self, way=Way.LEFT if back else Way.RIGHT, slant=angle - 180 if angle > 135 else angle)

    def _require_sense(self) -> None:
        for refusal, side in (
            (_("A booth {side} wide is not generated"), self.width),
            (_("A booth {side} deep is not generated"), self.depth),
            (_("A booth {side} deep is not generated"), self.depth_at_walls),
        ):
            if not SMALLEST <= side <= LARGEST:
                raise Refused(
                    refusal.format(side=told(side)),
                    mend=_("Give {least} to {most}.").format(least=told(SMALLEST), most=told(LARGEST)),
                )
        for name, length in (
            (_("aisle"), self.aisle),
            (_("cross aisle"), self.cross_aisle),
            (_("unbroken row"), self.cross_after_mm),
            (_("margin"), self.margin),
            (_("aisle along the walls"), self.wall_aisle),
            (_("floor behind the row along the walls"), self.behind),
            (_("clearance"), self.clearance),
            (_("clearance at doors"), self.door_clearance),
        ):
            if not 0 <= length <= LARGEST:
                raise Refused(
                    _("The {name} of {length} makes no sense").format(name=name, length=told(length)),
                    mend=_("Give {least} to {most}.").format(least=told(0), most=told(LARGEST)),
                )
        if not -360 <= self.slant <= 360:
            raise Refused(
                _("Rows are not turned by {slant:g}°").format(slant=self.slant), mend=_("Give -360° to 360°.")
            )
        counts = (self.per_row, self.row_count, self.cross_after)
        if min(counts) < 0 or (self.rows is Rows.ISLANDS and min(self.island_along, self.island_deep) < 1):
            raise Refused(
                _("A count below one makes no sense"), mend=_("Give a whole number, or none for as many as fit.")
            )
        if self.rows is Rows.ISLANDS and min(self.island_along, self.island_deep) > 2:
            raise Refused(
                _("The middle booths of an island of {island_along} × {island_deep} have no aisle").format(
                    island_along=self.island_along, island_deep=self.island_deep
                ),
                mend=_("Make it at most two booths wide or two deep."),
            )


_FEET = to_mm(10, Unit.FT)

PRESETS: Mapping[str, Layout] = {
    N_("3 × 3 m back to back, aisles of 3 m"): Layout(),
    N_("3 × 3 m back to back, a cross aisle every 21 m"): Layout(cross_after_mm=21_000),
    N_("4 × 3 m back to back, aisles of 4 m"): Layout(width=4000, aisle=4000, wall_aisle=4000, cross_after_mm=24_000),
    N_("10 × 10 ft back to back, aisles of 10 ft"): Layout(
        width=_FEET, depth=_FEET, aisle=_FEET, wall_aisle=_FEET, door_clearance=_FEET
    ),
    N_("Islands of four booths of 3 × 3 m"): Layout(rows=Rows.ISLANDS),
    N_("Islands of 6 × 6 m, bare floor"): Layout(
        width=6000, depth=6000, rows=Rows.ISLANDS, island_along=1, island_deep=1, construction=Construction.RAW
    ),
    N_("3 × 3 m along all walls and back to back within"): Layout(perimeter=True, cross_after_mm=21_000),
    N_("Single rows of 2 × 2 m tables, aisles of 2.5 m"): Layout(
        width=2000, depth=2000, rows=Rows.SINGLE, aisle=2500, wall_aisle=2500
    ),
}
"""Usual layouts, by what people call them."""
