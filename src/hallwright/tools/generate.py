"""Fill an area with rows or blocks of booths."""

from dataclasses import dataclass, replace

from hallwright.editing.generating import Plan, Standing, generate, plan
from hallwright.editing.layout import Layout
from hallwright.editing.schemes import next_row
from hallwright.exchange.measures import degrees, typed_length
from hallwright.expo.lengths import told, told_area, working
from hallwright.expo.show import Show
from hallwright.expo.space import Zone
from hallwright.geometry.outline import Outline, Point, bounds, contains, nearest_edge, rectangle
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _, counted
from hallwright.support.numbers import in_metres
from hallwright.tools.distances import distances
from hallwright.tools.snapping import snap_corner, snap_point
from hallwright.tools.tool import Answer, Guide, Option, Pointer, Preview, Scene, Sign, Tool, commit_made, keep, revert

SLACK = 4
"""Pixels the pointer may wander before a click becomes a drag."""


@dataclass(frozen=True, slots=True, eq=False)
class _Planned:
    """A plan and what it was made from, so that a pointer that rests costs nothing."""

    show: Show
    hall: str
    area: Outline
    layout: Layout
    plan: Plan


class Generate(Tool):
    """Drag a rectangle, click into a zone for all of it, or Alt click for the whole hall; Ctrl click turns the rows."""

    name = "generate"
    label = N_("Fill an area")
    icon = "layout-grid"
    shortcut = "G"
    hint = N_(
        "Drag to fill the floor, click for the zone, Alt click for the whole hall; "
        "Ctrl click an edge turns the rows along it."
    )
    order = 22
    cursor = "cross"
    options = (
        Option("width", N_("Booth width")),
        Option("depth", N_("Depth")),
        Option("aisle", N_("Aisle")),
        Option("turn", N_("Angle")),
    )

    def __init__(self) -> None:
        self.layout = Layout()
        self.reset()

    @property
    def layout(self) -> Layout:
        """How areas are filled, with the lengths typed last.

        Raises:
            Refused: what was typed is no length.
        """
        base = self._layout
        width = _typed(_("The booth width '{text}' is {error}"), self.width)
        depth = _typed(_("The depth '{text}' is {error}"), self.depth)
        aisle = _typed(_("The aisle '{text}' is {error}"), self.aisle)
        walls = aisle if base.wall_aisle == base.aisle else base.wall_aisle
        try:
            slant = degrees(self.turn)
        except ValueError as error:
            raise Refused(
                _("'{text}' is {error}").format(text=self.turn.strip(), error=error),
                mend=_("Type degrees, such as 30."),
            ) from None
        # Compared as shown: an edge's own angle has more digits than its text.
        slant = base.slant if self.turn == _angle(base.slant) else slant
        return replace(base, width=width, depth=depth, aisle=aisle, wall_aisle=walls, slant=slant)

    @layout.setter
    def layout(self, layout: Layout) -> None:
        self._layout = layout
        sides = (layout.width, layout.depth, layout.aisle)
        self.width, self.depth, self.aisle = (_shown(side) for side in sides)
        self.turn = _angle(layout.slant)

    def reset(self) -> None:
        """Forget the gesture; the layout stays."""
        self._from: Pointer | None = None
        self._standing: Standing | None = None
        self._planned: _Planned | None = None

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Show what a click would give."""
        if at.ctrl:
            return keep(self._edge_preview(scene, at))
        area, name = _clicked(scene, at)
        return keep(self._preview(scene, area, f"{name}: ") if area else None)

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Set the first corner, and look once at what stands in the hall; with Ctrl, turn the rows along an edge.

        Raises:
            Refused: there is no edge.
        """
        self.reset()
        if at.ctrl:
            edge = _edge_at(scene, at)
            if edge is None:
                raise Refused(_("There is no edge here"), mend=_("Ctrl click a wall, or an edge of a zone or a booth."))
            self.layout = self.layout.along_edge(*edge)
            return keep(self._edge_preview(scene, at))
        self._from = at
        self._standing = Standing.of(scene.show, scene.hall)
        return self.hover(scene, at)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show the booths with their count and net area."""
        if self._from is None:
            return keep()
        if not self._dragged(at):
            return self.hover(scene, at)
        area, guides = self._rectangle(scene, at)
        told = distances(scene, [area], frozenset(), guides)
        return keep(replace(self._preview(scene, area, ""), guides=told, band=bounds(area)))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Add the booths as one change.

        Raises:
            Refused: the click is in no zone, the layout makes no sense, or no booth fits.
        """
        if self._from is None:
            return revert()
        area = self._rectangle(scene, at)[0] if self._dragged(at) else _clicked(scene, at)[0]
        if not area:
            raise Refused(
                _("There is no zone to fill here"),
                mend=_("Drag over the floor, or hold Alt and click for the whole hall."),
            )
        layout = self._numbered(scene)
        made = self._plan(scene, area, layout)
        self.reset()
        return commit_made(lambda: generate(scene.show, scene.hall, area, layout, made), made.count, select_made=True)

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc gives the gesture up."""
        if key != "escape" or self._from is None:
            return None
        self.reset()
        return revert()

    def _edge_preview(self, scene: Scene, at: Pointer) -> Preview:
        edge = _edge_at(scene, at)
        if edge is None:
            return Preview(caption=_("Ctrl click an edge to turn the rows along it"))
        (ax, ay), (bx, by) = edge
        slant = Layout().along_edge(*edge).slant
        text = _("Rows along this edge, turned by {slant}").format(slant=_angle(slant))
        return Preview(guides=(Guide(ax, ay, bx, by, sign=Sign.DRAWN),), caption=text)

    def _dragged(self, at: Pointer) -> bool:
        start = self._from
        return start is not None and max(abs(at.x - start.x), abs(at.y - start.y)) >= SLACK * at.pixel

    def _rectangle(self, scene: Scene, at: Pointer) -> tuple[Outline, tuple[Guide, ...]]:
        start = self._from
        assert start is not None, "a drag has a start"
        ax, ay, _ = snap_point(scene, start.x, start.y, start.pixel)
        bx, by, guides = snap_corner(scene, (ax, ay), at)
        left, right = sorted((ax, bx))
        top, bottom = sorted((ay, by))
        return rectangle(left, top, right - left, bottom - top), guides

    def _numbered(self, scene: Scene) -> Layout:
        """Return the layout with rows that begin at the first letter that is free in the hall."""
        layout = self.layout
        if layout.numbering is None:
            return layout
        return replace(layout, numbering=next_row(scene.show, scene.hall, layout.numbering))

    def _plan(self, scene: Scene, area: Outline, layout: Layout) -> Plan:
        known = self._planned
        layout = replace(layout, numbering=None)
        if known and known.show is scene.show and (known.hall, known.area, known.layout) == (scene.hall, area, layout):
            return known.plan
        made = plan(scene.show, scene.hall, area, layout, self._standing)
        self._planned = _Planned(scene.show, scene.hall, area, layout, made)
        return made

    def _preview(self, scene: Scene, area: Outline, prefix: str) -> Preview:
        try:
            made = self._plan(scene, area, self.layout)
        except Refused as refusal:
            return Preview(caption=refusal.what)
        outlines = {f"new {index}": outline for index, outline in enumerate(made.outlines)}
        return Preview(outlines, caption=prefix + figures(made))


_COUNTED = 2000
"""Of more booths it is not counted while the pointer moves how many no aisle reaches."""


def figures(made: Plan) -> str:
    """Return what a plan gives, for reading: count, net area and its share of the floor."""
    text = counted(
        "{number} booth   {area} net   {utilisation:.0%}",
        "{number} booths   {area} net   {utilisation:.0%}",
        made.count,
        area=told_area(made.net),
        utilisation=made.utilisation,
    )
    # Of thousands that takes longer than the pointer waits; the dialog, and the plan itself, tell it.
    if made.count > _COUNTED or not made.enclosed:
        return text
    return "   ".join((text, _("{enclosed:,} without an aisle").format(enclosed=made.enclosed)))


def zone_at(scene: Scene, x: float, y: float) -> Zone | None:
    """Return the zone at a point of the hall, the last drawn first, or None."""
    zones = scene.show.zones.where("hall", scene.hall)
    return next((zone for zone in reversed(zones) if contains(zone.outline, x, y)), None)


def _clicked(scene: Scene, at: Pointer) -> tuple[Outline, str]:
    """Return the area that a click fills, and its name; no outline outside all zones."""
    if at.alt:
        hall = scene.show.halls[scene.hall]
        return hall.outline, hall.name
    zone = zone_at(scene, at.x, at.y)
    return (zone.outline, zone.name) if zone is not None else ((), "")


def _edge_at(scene: Scene, at: Pointer) -> tuple[Point, Point] | None:
    """Return the edge under the pointer: of the hall, a zone, a wall or a booth."""
    show, reach = scene.show, SLACK * 2 * at.pixel
    outlines = [show.halls[scene.hall].outline, *(zone.outline for zone in show.zones.where("hall", scene.hall))]
    outlines += [fixture.outline for fixture in show.fixtures.where("hall", scene.hall)]
    near = scene.columns.touching(at.x - reach, at.y - reach, at.x + reach, at.y + reach)
    return nearest_edge([*outlines, *(show.booths[key].outline for key in near)], at.x, at.y, reach)


def _shown(side: int) -> str:
    """Return a length for a field: metres are understood, feet are named."""
    return told(side, grouped=False) if working() is Unit.FT else in_metres(side, grouped=False)


def _angle(slant: float) -> str:
    return f"{slant:.4g}°"


def _typed(refusal: str, text: str) -> int:
    try:
        return typed_length(text)
    except ValueError as error:
        raise Refused(
            refusal.format(text=text.strip(), error=error),
            mend=_("Type a length, such as 3 m or 10 ft."),
        ) from None
