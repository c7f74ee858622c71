"""Gaps: free floor between outlines that face each other, and between outlines and what stands in a room."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hallwright.geometry.boxes import Mask, upright
from hallwright.geometry.clearance import ROUNDED
from hallwright.geometry.facing import Bodies, Edges, Shadows, beyond, edges_of, part_of, seen
from hallwright.geometry.outline import Outline, Point, bounds, fault
from hallwright.geometry.steps import Steps, finished

FACING = 300
"""mm that two outlines must face each other before the floor between them is an aisle."""
ROOM = -1
"""Stands for the outline of the room where a gap is measured against it."""
_LEVEL = 10.0
"""mm by which two edges in one line may differ."""
_AT_ONCE = 3000
"""Edges that look out in one step."""
_A_STEP = 1000
"""Pairs that are sorted in one step."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Free floor that is narrower than it should be.

    Attributes:
        ids: booths on the one side, then those on the other, each once.
        width: narrowest distance in mm.
        line: where it was measured, from and to.
        against: what stands on the other side: None for booths, ROOM for the room's outline, else the place of a body
            among the bodies and pillars together.
    """

    ids: tuple[str, ...]
    width: int
    line: tuple[Point, Point]
    against: int | None = None


@dataclass(frozen=True, slots=True)
class _Pair:
    """A stretch of an edge and the body that it faces there; ``body`` is ROOM for the room's outline."""

    edge: int
    body: int
    low: float
    high: float
    at: float
    near: float


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """What the gaps of one room are looked for in; bodies are booths, other bodies and pillars, in this order."""

    ids: list[str]
    outlines: list[Outline]
    first_pillar: int
    bodies: Bodies
    edges: Edges
    owners: list[int]
    room: Outline
    above: int
    below: int
    upright: Mask

    def seen(self, edges: Edges, owners: Sequence[int]) -> Shadows:
        """Return what edges see nearer than the gap should be wide, the room's outline too."""
        found = self.bodies.before(edges, owners, float(self.below))
        return seen(found, beyond(edges, self.room, float(self.below))) if self.room else found

    def is_pillar(self, body: int) -> bool:
        """Say whether a body is a pillar."""
        return body >= self.first_pillar


def gaps(
    booths: Mapping[str, Outline],
    bodies: Sequence[Outline],
    *,
    above: int,
    below: int,
    pillars: Sequence[Outline] = (),
    room: Outline = (),
    only: Collection[str] | None = None,
) -> list[Gap]:
    """Return where less floor than there should be lies before booths.

    Neighbouring booths of one row that face the same aisle are one finding, with all their ids. A pillar narrows an
    aisle only if the way around its other side is too narrow as well; one that leaves no more than a service gap on
    both of its sides closes what it stands in: that is no aisle, as between booths of a row built around a column.

    Args:
        booths: sound outlines by id.
        bodies: outlines of what else stands in the hall and is not walked through; a gap does not reach through it.
        above: mm; a gap no wider than this is a service gap and not meant for people.
        below: mm that an aisle should have.
        pillars: outlines of what aisles may lead around, such as columns.
        room: outline of the room, where it is sound; without it nothing is measured against it.
        only: if given, just the gaps at these booths.
    """
    return finished(gap_steps(booths, bodies, above=above, below=below, pillars=pillars, room=room, only=only))


def gap_steps(
    booths: Mapping[str, Outline],
    bodies: Sequence[Outline],
    *,
    above: int,
    below: int,
    pillars: Sequence[Outline] = (),
    room: Outline = (),
    only: Collection[str] | None = None,
) -> Steps[list[Gap]]:
    """Do the same in steps."""
    asked = [key for key in (booths if only is None else only) if key in booths]
    if not asked:
        return []
    ids = list(booths)
    place = {key: index for index, key in enumerate(ids)}
    outlines = [*booths.values(), *bodies, *pillars]
    standing = Bodies(outlines)
    yield
    scene = _Scene(
        ids,
        outlines,
        len(ids) + len(bodies),
        standing,
        edges_of([booths[key] for key in asked]),
        [place[key] for key in asked],
        () if fault(room) else room,
        above,
        below,
        upright(outlines),
    )
    best: dict[tuple[int, int, int], _Pair] = {}
    for first in range(0, len(scene.edges.owner), _AT_ONCE):
        yield
        for pair in _visible(scene, first):
            one, two = _owner(scene, pair), pair.body
            # Two booths are one gap; the room may be near to several sides of a booth, and so may a wall around it.
            side = -1 if 0 <= two < len(ids) else int(scene.edges.way[pair.edge])
            low, high = (min(one, two), max(one, two)) if side < 0 else (one, two)
            key = (low, high, side)
            if key not in best or pair.near < best[key].near - 0.5:
                best[key] = pair
    groups: dict[tuple[object, ...], list[_Pair]] = {}
    for count, (key, pair) in enumerate(best.items()):
        groups.setdefault(_group(scene, key, pair), []).append(pair)
        if not count % _A_STEP:
            yield
    found: list[Gap] = []
    past: dict[tuple[int, bool], Gap] = {}
    since = 0
    for some in groups.values():
        for run in _runs(scene.edges, some):
            since += len(run)
            if since > _A_STEP:
                since = 0
                yield
            gap = _gap(scene, run)
            if gap.against is None or not scene.is_pillar(gap.against + len(ids)):
                found.append(gap)
                continue
            # Whoever passes a pillar takes the wider way around it.
            out = scene.edges.out[run[0].edge]
            way = (gap.against, bool(abs(out[0]) >= abs(out[1])))
            if way not in past or gap.width > past[way].width:
                past[way] = gap
    return [*found, *past.values()]


def _owner(scene: _Scene, pair: _Pair) -> int:
    return scene.owners[int(scene.edges.owner[pair.edge])]


def _visible(scene: _Scene, first: int) -> list[_Pair]:
    """Return the pairs with nothing between them, each with the longest stretch in which they see each other."""
    edges = part_of(scene.edges, slice(first, first + _AT_ONCE))
    found = scene.seen(edges, scene.owners)
    nearest = np.full(len(edges.owner), np.inf)
    np.minimum.at(nearest, found.edge, found.near)
    facing = np.full(len(found.edge), float(FACING))
    for index in np.flatnonzero(found.body >= scene.first_pillar).tolist():
        # A thin steel column stands in the way like a thick one.
        box = bounds(scene.outlines[int(found.body[index])])
        facing[index] = min(FACING, box.width / 2, box.height / 2)
    # At an angle neither outline's corners lie where they were meant to the millimetre.
    level = edges.upright[found.edge] & ((found.body < 0) | scene.upright[found.body])
    slack = np.where(level, 0.0, ROUNDED)
    narrow = (found.near > scene.above + slack) & (found.near < scene.below - slack)
    wanted = narrow & (found.high - found.low >= facing)
    order = np.argsort(found.edge, kind="stable")
    starts = np.searchsorted(found.edge[order], np.arange(len(edges.owner) + 1))
    pairs = []
    for index in np.flatnonzero(wanted).tolist():
        edge, near = int(found.edge[index]), float(found.near[index])
        low, high = float(found.low[index]), float(found.high[index])
        if nearest[edge] < near - 1:
            others = order[starts[edge] : starts[edge + 1]]
            closer = others[found.near[others] < near - 1]
            if _closed(scene, edges, found, closer, index):
                continue
            low, high = _longest_rest(low, high, sorted(zip(found.low[closer], found.high[closer], strict=True)))
        if high - low >= facing[index]:
            at = min(max(float(found.at[index]), low), high) if not edges.upright[edge] else (low + high) / 2
            pairs.append(_Pair(first + edge, int(found.body[index]), low, high, at, near))
    return _around_pillars(scene, pairs)


def _closed(scene: _Scene, edges: Edges, found: Shadows, closer: npt.NDArray[np.intp], index: int) -> bool:
    """Say whether a pillar stands between an edge and a body so that nobody gets through on either side of it."""
    edge = int(found.edge[index])
    for other in closer[found.body[closer] >= scene.first_pillar].tolist():
        if found.near[other] > scene.above or found.high[other] <= found.low[index]:
            continue
        if found.low[other] >= found.high[index]:
            continue
        corners = np.array(scene.outlines[int(found.body[other])], dtype=float)
        far = float(((corners - edges.start[edge]) @ edges.out[edge]).max())
        if found.near[index] - far <= scene.above:
            return True
    return False


def _around_pillars(scene: _Scene, pairs: list[_Pair]) -> list[_Pair]:
    """Leave out the pillars that have room enough behind them, as seen from the edge."""
    at_pillars = [pair for pair in pairs if scene.is_pillar(pair.body)]
    if not at_pillars:
        return pairs
    edges = scene.edges
    rows = np.array([pair.edge for pair in at_pillars], dtype=np.intp)
    out = edges.out[rows]
    along = (edges.end - edges.start)[rows] / edges.length[rows][:, None]
    far = np.array(
        [
            ((np.array(scene.outlines[pair.body], dtype=float) - edges.start[pair.edge]) @ edges.out[pair.edge]).max()
            for pair in at_pillars
        ]
    )
    base = edges.start[rows] + out * far[:, None]
    low, high = (np.array([getattr(pair, name) for pair in at_pillars])[:, None] for name in ("low", "high"))
    count = np.arange(len(rows))
    behind = Edges(count, base + along * low, base + along * high, out, edges.way[rows], edges.upright[rows])
    seen_behind = scene.seen(behind, [pair.body for pair in at_pillars])
    narrow = set(seen_behind.edge.tolist())
    dropped = {id(pair) for index, pair in enumerate(at_pillars) if index not in narrow}
    return [pair for pair in pairs if id(pair) not in dropped]


def _longest_rest(low: float, high: float, taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the longest part of a stretch that none of some others takes."""
    best, at = (low, low), low
    for start, end in [*taken, (high, high)]:
        if min(start, high) - at > best[1] - best[0]:
            best = at, min(start, high)
        at = max(at, float(end))
    return best


def _group(scene: _Scene, key: tuple[int, ...], pair: _Pair) -> tuple[object, ...]:
    """Return what the pairs along one aisle have in common: what is faced, direction, line, and width."""
    edges = scene.edges
    if not edges.upright[pair.edge]:
        return key
    out = edges.out[pair.edge]
    across = bool(out[0] != 0)
    at = edges.start[pair.edge][0 if across else 1]
    # Both sides of an aisle look at each other; the line in its middle is the same for both.
    middle = at + (out[0] if across else out[1]) * pair.near / 2
    booths = 0 <= pair.body < len(scene.ids)
    thing = len(scene.outlines) if booths else pair.body
    return thing, across, round(middle / _LEVEL), round(pair.near / _LEVEL)


def _span(edges: Edges, pair: _Pair) -> tuple[float, float]:
    """Return from where to where a pair reaches along the x or y axis."""
    (x, y), (u, v) = edges.start[pair.edge].tolist(), edges.end[pair.edge].tolist()
    long = math.hypot(u - x, v - y)
    start, along = (x, (u - x) / long) if abs(u - x) >= abs(v - y) else (y, (v - y) / long)
    ends = start + along * pair.low, start + along * pair.high
    return min(ends), max(ends)


def _runs(edges: Edges, pairs: list[_Pair]) -> list[list[_Pair]]:
    """Return pairs along one line as runs without a break."""
    runs: list[list[_Pair]] = []
    reach = -np.inf
    for (low, high), pair in sorted(((_span(edges, pair), pair) for pair in pairs), key=lambda item: item[0]):
        if not runs or low > reach + FACING:
            runs.append([])
            reach = -np.inf
        runs[-1].append(pair)
        reach = max(reach, high)
    return runs


def _gap(scene: _Scene, run: list[_Pair]) -> Gap:
    edges, booths = scene.edges, len(scene.ids)
    narrowest = min(round(pair.near) for pair in run)
    some = [pair for pair in run if round(pair.near) == narrowest]
    middle = some[len(some) // 2]
    start, end = edges.start[middle.edge], edges.end[middle.edge]
    along = (end - start) / np.hypot(*(end - start))
    x, y = start + along * middle.at
    u, v = (x, y) + edges.out[middle.edge] * middle.near
    sides = [_owner(scene, pair) for pair in run] + [pair.body for pair in run]
    ids = tuple(dict.fromkeys(scene.ids[side] for side in sides if 0 <= side < booths))
    line = (round(float(x)), round(float(y))), (round(float(u)), round(float(v)))
    body = middle.body
    against = None if 0 <= body < booths else ROOM if body < 0 else body - booths
    return Gap(ids, round(middle.near), line, against)
