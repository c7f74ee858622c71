"""Booths and furniture too near to hydrants, extinguishers and electrical panels."""

from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.expo.space import Fixture, FixtureKind
from hallwright.expo.terms import called
from hallwright.geometry.clearance import distance
from hallwright.geometry.outline import bounds
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import PUT_UP, Only, fixtures, named, near, sound
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

RULE = "hydrant-blocked"
RADII = {
    FixtureKind.HYDRANT: "hydrant_radius_mm",
    FixtureKind.EXTINGUISHER: "fixed_gap_mm",
    FixtureKind.PANEL: "fixed_gap_mm",
}
"""Which limit of a profile keeps the floor around a kind free."""


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find what stands nearer to a hydrant, an extinguisher or an electrical panel than the profile allows."""
    return [finding for hall in show.halls for finding in check_hall(show, hall, profile)]


def check_hall(show: Show, hall: str, profile: Profile, only: Only = None) -> list[Finding]:
    """Find them in one hall; with ``only``, look just at these booths."""
    booths = sound(show, hall, only)
    things = fixtures(show, hall, PUT_UP) if only is None else []
    findings = []
    for fixture in fixtures(show, hall, RADII):
        radius = profile.mm(RADII[fixture.kind])
        if not radius:
            continue
        for key, outline in near(show, booths, fixture.outline, radius).items():
            free, line = distance(fixture.outline, outline)
            if free >= radius:
                continue
            findings.append(
                Finding(
                    rule=RULE,
                    severity=Severity.ERROR,
                    booths=(key,),
                    hall=hall,
                    at=line[1],
                    value=free / 1000,
                    limit=radius / 1000,
                    message=_("Booth {booth} is {free} from {fixture}, not {limit}: move it away.").format(
                        booth=named(show, (key,)),
                        free=told(free),
                        fixture=called(fixture),
                        limit=told(radius),
                    ),
                    line=line,
                )
            )
        around = bounds(fixture.outline).grown(radius)
        findings += [
            finding
            for thing in things
            if bounds(thing.outline).touches(around)
            for finding in _of_thing(hall, fixture, thing, radius)
        ]
    return findings


def _of_thing(hall: str, fixture: Fixture, thing: Fixture, radius: int) -> list[Finding]:
    free, line = distance(fixture.outline, thing.outline)
    if free >= radius:
        return []
    message = _("Between {thing} and {fixture} there is {free}, not {limit}: move it away.").format(
        thing=called(thing), free=told(free), fixture=called(fixture), limit=told(radius)
    )
    return [
        Finding(
            rule=RULE,
            severity=Severity.ERROR,
            booths=(),
            hall=hall,
            at=line[1],
            value=free / 1000,
            limit=radius / 1000,
            message=message,
            line=line,
        )
    ]
