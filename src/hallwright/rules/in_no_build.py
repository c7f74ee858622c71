"""Booths on floor that must stay clear."""

from hallwright.expo.show import Show
from hallwright.expo.space import FixtureKind
from hallwright.geometry.clearance import shared_floor
from hallwright.geometry.outline import bounds
from hallwright.geometry.units import square_metres
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import Only, fixtures, named, near, sound
from hallwright.support.i18n import _

RULE = "booth-in-no-build"
LIMIT = 10_000.0
"""0.01 m2, as for an overlap."""


def check(show: Show) -> list[Finding]:
    """Find all booths with more than 0.01 m2 in a no-build area."""
    return [finding for hall in show.halls for finding in check_hall(show, hall)]


def check_hall(show: Show, hall: str, only: Only = None) -> list[Finding]:
    """Find them in one hall; with ``only``, look just at these booths."""
    booths = sound(show, hall, only)
    findings = []
    for fixture in fixtures(show, hall, (FixtureKind.NO_BUILD,)):
        for key, shared in shared_floor(near(booths, fixture.outline, 0), fixture.outline):
            if shared <= LIMIT:
                continue
            size = square_metres(shared)
            findings.append(
                Finding(
                    rule=RULE,
                    severity=Severity.ERROR,
                    booths=(key,),
                    hall=hall,
                    at=bounds(fixture.outline).centre,
                    value=size,
                    limit=square_metres(LIMIT),
                    message=_(
                        "Booth {booth} takes {size} m² of floor that must stay clear ({place}): move it out."
                    ).format(booth=named(show, (key,)), size=f"{size:.2f}", place=fixture.name),
                )
            )
    return findings
