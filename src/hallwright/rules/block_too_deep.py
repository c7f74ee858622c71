"""Blocks of booths so deep that their middle is far from an aisle."""

from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.geometry.blocks import Block
from hallwright.geometry.steps import Steps, finished
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import Only, blocks_of, named
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

RULE = "block-too-deep"


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find all blocks of booths without an aisle between them that are deeper than the profile allows."""
    return [finding for hall in show.halls for finding in check_hall(show, hall, profile)]


def check_hall(show: Show, hall: str, profile: Profile, only: Only = None) -> list[Finding]:
    """Find them in one hall; with ``only``, just those that one of these booths belongs to."""
    return finished(hall_steps(show, hall, profile, only))


def hall_steps(show: Show, hall: str, profile: Profile, only: Only = None) -> Steps[list[Finding]]:
    """Do the same in steps."""
    limit = profile.mm("block_depth_mm")
    if not limit:
        return []
    found = yield from blocks_of(show, hall, profile)
    deep = [block for block in found if block.depth > limit and (only is None or not only.isdisjoint(block.ids))]
    return [_finding(show, hall, block, limit) for block in deep]


def _finding(show: Show, hall: str, block: Block, limit: int) -> Finding:
    return Finding(
        rule=RULE,
        severity=Severity.WARNING,
        booths=block.ids,
        hall=hall,
        at=block.middle,
        value=block.depth / 1000,
        limit=limit / 1000,
        message=_("The block of {booths} is {depth} deep, not {limit}: lead an aisle through it.").format(
            booths=named(show, block.ids), depth=told(block.depth), limit=told(limit)
        ),
    )
