"""Booths and furniture before doors: the floor before entrances, exits and fire exits must be clear."""

from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.expo.space import Fixture, FixtureKind
from hallwright.expo.terms import called
from hallwright.geometry.clearance import before_door, distance, shared_floor
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import PUT_UP, Only, fixtures, named, near, sound
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

RULE = "exit-blocked"
DOORS = frozenset((FixtureKind.ENTRANCE, FixtureKind.EXIT, FixtureKind.FIRE_EXIT))


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find what stands on the floor before a door, as wide as the door and as deep as the profile says."""
    return [finding for hall in show.halls for finding in check_hall(show, hall, profile)]


def check_hall(show: Show, hall: str, profile: Profile, only: Only = None) -> list[Finding]:
    """Find them in one hall; with ``only``, look just at these booths."""
    depth = profile.mm("exit_clear_mm")
    if not depth:
        return []
    booths = sound(show, hall, only)
    things = {row.id: row for row in fixtures(show, hall, PUT_UP)} if only is None else {}
    bodies = {key: row.outline for key, row in things.items()}
    findings = []
    for door in fixtures(show, hall, DOORS):
        for place in before_door(door.outline, show.halls[hall].outline, depth):
            for key, _shared in shared_floor(near(show, booths, place, 0), place):
                findings.append(_finding(show, hall, door, key, depth))
            for key, _shared in shared_floor(bodies, place):
                findings.append(_of_thing(hall, door, things[key], depth))
    return findings


def _of_thing(hall: str, door: Fixture, thing: Fixture, depth: int) -> Finding:
    free, line = distance(door.outline, thing.outline)
    return Finding(
        rule=RULE,
        severity=Severity.ERROR,
        booths=(),
        hall=hall,
        at=line[1],
        value=free / 1000,
        limit=depth / 1000,
        message=_("The floor before {door} is free for {free} up to {thing}, not {limit}: move it away.").format(
            thing=called(thing), free=told(free), door=called(door), limit=told(depth)
        ),
        line=line,
    )


def _finding(show: Show, hall: str, door: Fixture, key: str, depth: int) -> Finding:
    free, line = distance(door.outline, show.booths[key].outline)
    name = called(door)
    return Finding(
        rule=RULE,
        severity=Severity.ERROR,
        booths=(key,),
        hall=hall,
        at=line[1],
        value=free / 1000,
        limit=depth / 1000,
        message=_("Booth {booth} leaves {free} before {door}, not {limit}: move it away.").format(
            booth=named(show, (key,)), free=told(free), door=name, limit=told(depth)
        ),
        line=line,
    )
