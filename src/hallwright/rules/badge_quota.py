"""Exhibitors with more staff badges than their booths give them."""

from hallwright.expo.quotas import quota, staff_of
from hallwright.expo.show import Show
from hallwright.expo.terms import called
from hallwright.geometry.outline import bounds
from hallwright.rules.finding import Finding, Severity
from hallwright.support.i18n import _
from hallwright.support.text import natural_key

RULE = "badge-quota"


def check(show: Show) -> list[Finding]:
    """Find the exhibitors over their quota, told at the booth where they stand; those without a booth wait."""
    found: list[Finding] = []
    if not show.event.badge_area:
        return found
    for party in show.exhibitors.values():
        booths = sorted(show.booths_of(party), key=lambda booth: natural_key(booth.number))
        limit = quota(show, party)
        count = len(staff_of(show, party))
        if limit is None or not booths or count <= limit:
            continue
        found.append(
            Finding(
                rule=RULE,
                severity=Severity.WARNING,
                booths=tuple(booth.id for booth in booths),
                hall=booths[0].hall,
                at=bounds(booths[0].outline).centre,
                value=count,
                limit=limit,
                message=_(
                    "{exhibitor} has {count} staff badges and may have {limit}: grant more, or take some back."
                ).format(exhibitor=called(party), count=count, limit=limit),
            )
        )
    return found
