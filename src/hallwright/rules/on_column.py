"""Booths that stand on a column."""

from hallwright.expo.lengths import told_area
from hallwright.expo.show import Show
from hallwright.expo.space import FixtureKind
from hallwright.geometry.outline import bounds
from hallwright.geometry.units import square_metres
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import Only, named, standing_on
from hallwright.support.i18n import _

RULE = "booth-on-column"
LIMIT = 10_000.0
"""0.01 m2, as for an overlap."""


def check(show: Show) -> list[Finding]:
    """Find all booths with more than 0.01 m2 of a column in them."""
    return [finding for hall in show.halls for finding in check_hall(show, hall)]


def check_hall(show: Show, hall: str, only: Only = None) -> list[Finding]:
    """Find them in one hall; with ``only``, look just at these booths."""
    return [
        Finding(
            rule=RULE,
            severity=Severity.WARNING,
            booths=(key,),
            hall=hall,
            at=bounds(fixture.outline).centre,
            value=square_metres(shared),
            limit=square_metres(LIMIT),
            message=_("Booth {booth} has {size} of a column in it: move it, or tell the exhibitor.").format(
                booth=named(show, (key,)), size=told_area(shared, 2, 2), place=fixture.name
            ),
        )
        for fixture, key, shared in standing_on(show, hall, FixtureKind.COLUMN, only, LIMIT)
    ]
