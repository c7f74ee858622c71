"""Walking distances: from the farthest point inside each booth to an aisle, and on to the nearest exit."""

import math

from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.expo.space import FixtureKind
from hallwright.expo.terms import called
from hallwright.geometry.adjoining import SERVICE_GAP
from hallwright.geometry.outline import bounds, fault
from hallwright.geometry.steps import Steps, finished
from hallwright.geometry.walking import STRETCH, distance_steps, ground_steps
from hallwright.geometry.wayfinding import Line, Wayfinder
from hallwright.geometry.ways import Way, way_steps
from hallwright.rules.aisle_width import BODIES, PASSED
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import fixtures, named, sound
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

RULE = "travel-distance"
EXITS = frozenset((FixtureKind.EXIT, FixtureKind.FIRE_EXIT))
"""Through an entrance visitors press in; only what is drawn as an exit is reckoned with."""
_DRAWN = 500
"""Findings that bear their way, the farthest first: as many as the list of issues shows."""
DOORS = EXITS | {FixtureKind.ENTRANCE}


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find all booths from which it is farther to an aisle or to the nearest exit than the profile allows.

    The way starts at the farthest point of the booth, for somebody may stand there when it burns, and as fire codes
    measure it; in the booth it goes straight, then over free floor around booths, walls, columns, rooms and furniture,
    through no gap that is for cables. It is measured on a grid: what is beyond the limit by no more than the grid's
    error is told as information, to be measured on the plan.
    """
    return [finding for hall in show.halls for finding in finished(hall_steps(show, hall, profile))]


def hall_steps(show: Show, hall: str, profile: Profile) -> Steps[list[Finding]]:
    """Do so for one hall, in steps; the farthest booths first."""
    limit, to_aisle = profile.mm("travel_to_exit_mm"), profile.mm("travel_to_aisle_mm")
    sprinklered = profile.mm("travel_to_exit_sprinklered_mm")
    limit = limit or sprinklered
    room = show.halls[hall].outline
    booths = sound(show, hall)
    if not (limit or to_aisle) or fault(room) or not booths:
        return []
    exits = [row.outline for row in fixtures(show, hall, EXITS)]
    if limit and not exits and not to_aisle:
        return [_no_exit(show, hall)]
    yield
    ways, cell, finder = yield from measured_steps(show, hall, profile)
    findings = [_no_exit(show, hall)] if limit and not exits else []
    order = sorted(ways.items(), key=lambda item: (-item[1].to_door, -item[1].to_floor))
    drawn = 0
    for key, way in order:
        if to_aisle and to_aisle < way.to_floor < math.inf:
            findings.append(_to_aisle(show, hall, key, way, to_aisle, cell))
        if limit and exits and way.to_door > limit:
            path: Line = ()
            if finder is not None and drawn < _DRAWN:
                drawn += 1
                path = finder.line(booths[key], way.start)
                yield
            findings.append(_to_exit(show, hall, key, way, limit, sprinklered, cell, path))
    return findings


def longest_steps(show: Show, hall: str, profile: Profile) -> Steps[tuple[Way, Line] | None]:
    """Return, in steps, the longest way out of a hall and its line; None where no booth has a way to an exit."""
    ways, _cell, finder = yield from measured_steps(show, hall, profile)
    reached = {key: way for key, way in ways.items() if math.isfinite(way.to_door)}
    if finder is None or not reached:
        return None
    key = max(reached, key=lambda one: reached[one].to_door)
    return reached[key], finder.line(show.booths[key].outline, reached[key].start)


def measured_steps(show: Show, hall: str, profile: Profile) -> Steps[tuple[dict[str, Way], int, Wayfinder | None]]:
    """Return, in steps, the way out of each sound booth of a hall by id, the grid's cell in mm, and who finds the line.

    Without a sound hall or a booth there is none. Where no exit is drawn, all ways to one are infinite.
    """
    room, booths = show.halls[hall].outline, sound(show, hall)
    if fault(room) or not booths:
        return {}, 0, None
    ground = yield from ground_steps(
        room,
        [row.outline for row in fixtures(show, hall, BODIES | PASSED)],
        [row.outline for row in fixtures(show, hall, DOORS)],
        list(booths.values()),
        profile.mm("service_gap_mm") or SERVICE_GAP,
    )
    exits = [row.outline for row in fixtures(show, hall, EXITS)]
    far = yield from distance_steps(ground, exits)
    ways = yield from way_steps(ground, far, booths)
    yield
    return ways, ground.cell, Wayfinder(ground, far, exits) if exits else None


def surely(length: float, limit: float, cell: int) -> bool:
    """Say whether a length measured on a grid is beyond a limit even if the grid made it as long as it can."""
    return (length - cell) / STRETCH > limit


def _to_exit(
    show: Show, hall: str, key: str, way: Way, limit: int, sprinklered: int | None, cell: int, path: Line
) -> Finding:
    booth = named(show, (key,))
    if math.isinf(way.to_door):
        words = _("No way over free floor leads from booth {booth} to an exit: open an aisle to it.")
        return _finding(hall, key, way, Severity.WARNING, None, limit, words.format(booth=booth))
    severity = Severity.WARNING
    if not surely(way.to_door, limit, cell):
        severity = Severity.INFO
        words = _(
            "From booth {booth} it is about {length} to the nearest exit, at the limit of {limit}: "
            "measure it on the plan."
        )
    elif sprinklered and sprinklered > limit and not surely(way.to_door, sprinklered, cell):
        words = _(
            "From booth {booth} it is {length} to the nearest exit, not {limit}: move it nearer, "
            "or show that sprinklers allow {sprinklered}."
        )
    else:
        words = _("From booth {booth} it is {length} to the nearest exit, not {limit}: move it nearer.")
    message = words.format(
        booth=booth,
        length=told(round(way.to_door, -2)),
        limit=told(limit),
        sprinklered=told(sprinklered or 0),
    )
    return _finding(hall, key, way, severity, way.to_door, limit, message, path)


def _to_aisle(show: Show, hall: str, key: str, way: Way, limit: int, cell: int) -> Finding:
    words = (
        _("In booth {booth} it is {length} to the nearest aisle, not {limit}: open another side of it.")
        if way.to_floor - cell / 2 > limit
        else _("In booth {booth} it is about {length} to the nearest aisle, at the limit of {limit}: measure it.")
    )
    severity = Severity.WARNING if way.to_floor - cell / 2 > limit else Severity.INFO
    message = words.format(booth=named(show, (key,)), length=told(round(way.to_floor, -2)), limit=told(limit))
    return _finding(hall, key, way, severity, way.to_floor, limit, message)


def _no_exit(show: Show, hall: str) -> Finding:
    return Finding(
        rule=RULE,
        severity=Severity.INFO,
        booths=(),
        hall=hall,
        at=bounds(show.halls[hall].outline).centre,
        message=_("{hall} has no exit, so no walking distance is measured: place its exits and fire exits.").format(
            hall=called(show.halls[hall])
        ),
    )


def _finding(
    hall: str, key: str, way: Way, severity: Severity, length: float | None, limit: int, message: str, path: Line = ()
) -> Finding:
    return Finding(
        rule=RULE,
        severity=severity,
        booths=(key,),
        hall=hall,
        at=way.start,
        value=None if length is None else round(length / 1000, 1),
        limit=limit / 1000,
        message=message,
        path=path,
    )
