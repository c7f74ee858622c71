"""The rules about clearances that run while booths are dragged, for just those booths."""

from hallwright.expo.show import Show
from hallwright.rules import (
    aisle_width,
    exit_blocked,
    hydrant_blocked,
    in_no_build,
    on_column,
    outside_hall,
    overlap,
    wall_gap,
)
from hallwright.rules.finding import Finding
from hallwright.rules.profile import Profile

MARKED = frozenset(rule.RULE for rule in (overlap, outside_hall, in_no_build, on_column, exit_blocked, hydrant_blocked))
"""Rules whose booths are marked on the plan: they stand where they must not. The others draw what they measured."""


def check_live(show: Show, hall: str, profile: Profile, only: frozenset[str]) -> list[Finding]:
    """Return what stands in the way of some booths, overlaps apart; a few milliseconds for 50 among 20,000.

    Args:
        show: the show as it would be.
        hall: the hall in which the booths are.
        profile: the limits.
        only: ids of the booths.
    """
    found = [
        finding
        for rule in (aisle_width, exit_blocked, hydrant_blocked, wall_gap)
        for finding in rule.check_hall(show, hall, profile, only)
    ]
    return found + [
        finding for rule in (outside_hall, in_no_build, on_column) for finding in rule.check_hall(show, hall, only)
    ]
