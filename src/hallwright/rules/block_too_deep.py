"""Blocks of booths so deep that their middle is far from an aisle."""

from hallwright.expo.show import Show
from hallwright.geometry.units import metres
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import Only, blocks_beyond, named
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

RULE = "block-too-deep"


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find all blocks of booths without an aisle between them that are deeper than the profile allows."""
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
            value=depth / 1000,
            limit=limit / 1000,
            message=_("The block of {booths} is {depth} m deep, not {limit} m: lead an aisle through it.").format(
                booths=named(show, block.ids), depth=metres(depth), limit=metres(limit)
            ),
        )
        for block, depth, limit in blocks_beyond(show, hall, profile, "block_depth_mm", only, lambda b: b.depth)
    ]
