"""Rows of booths that go on too long without an aisle through them."""

from hallwright.expo.show import Show
from hallwright.geometry.units import metres
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import Only, blocks_beyond, named
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

RULE = "row-too-long"


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find all rows longer than the profile allows; a service gap in a row is no break."""
    return [finding for hall in show.halls for finding in check_hall(show, hall, profile)]


def check_hall(show: Show, hall: str, profile: Profile, only: Only = None) -> list[Finding]:
    """Find them in one hall; with ``only``, just those that one of these booths belongs to."""
    return [
        Finding(
            rule=RULE,
            severity=Severity.WARNING,
            booths=block.ids,
            hall=hall,
            at=block.middle,
            value=length / 1000,
            limit=limit / 1000,
            message=_(
                "The row of {booths} is {length} m long without a break, not {limit} m: break it with an aisle."
            ).format(booths=named(show, block.ids), length=metres(length), limit=metres(limit)),
        )
        for block, length, limit in blocks_beyond(show, hall, profile, "row_mm", only, lambda b: b.length)
    ]
