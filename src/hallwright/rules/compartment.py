"""Fire compartments: halls larger than one may be."""

from hallwright.expo.lengths import told_area
from hallwright.expo.show import Show
from hallwright.expo.terms import called
from hallwright.geometry.outline import area, bounds, fault
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

RULE = "fire-compartment"


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find all halls larger than the largest fire compartment.

    Information: the plan does not tell where fire walls or shutters divide a hall, and the limit has conditions.
    """
    limit = profile.number("compartment_m2")
    if not limit:
        return []
    return [
        Finding(
            rule=RULE,
            severity=Severity.INFO,
            booths=(),
            hall=hall.id,
            at=bounds(hall.outline).centre,
            value=round(area(hall.outline) / 1_000_000, 2),
            limit=limit,
            message=_(
                "{hall} is {area} large, more than one fire compartment of {limit}: ask the venue how it is divided."
            ).format(hall=called(hall), area=told_area(area(hall.outline), 0), limit=told_area(limit * 1_000_000, 0)),
        )
        for hall in show.halls.values()
        if not fault(hall.outline) and area(hall.outline) > limit * 1_000_000
    ]
