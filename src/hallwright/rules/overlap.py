"""Booths that share floor."""

from hallwright.expo.lengths import told_area
from hallwright.expo.show import Show
from hallwright.expo.terms import called
from hallwright.geometry.outline import Outline
from hallwright.geometry.overlap import overlaps
from hallwright.geometry.units import square_metres
from hallwright.rules.finding import Finding, Severity
from hallwright.support.i18n import _

RULE = "booth-overlap"
LIMIT = 10_000.0
"""0.01 m2: less is the rounding of a plan traced by hand, not two booths on one floor."""


def check(show: Show) -> list[Finding]:
    """Find all pairs of sound booths in one hall that share more than 0.01 m2."""
    return [finding for hall in show.halls for finding in check_hall(show, hall)]


def check_hall(show: Show, hall: str, only: frozenset[str] | None = None) -> list[Finding]:
    """Find the pairs in one hall; with ``only``, just those that concern one of these booths."""
    outlines: dict[str, Outline] = {b.id: b.outline for b in show.booths.where("hall", hall) if not b.draft}
    place = called(show.halls[hall])
    findings = []
    for one, two, shared, at in overlaps(outlines, LIMIT, only):
        size = square_metres(shared)
        findings.append(
            Finding(
                rule=RULE,
                severity=Severity.ERROR,
                booths=(one, two),
                hall=hall,
                at=(round(at[0]), round(at[1])),
                value=size,
                limit=square_metres(LIMIT),
                message=_("Booths {one} and {two} in {place} overlap by {size}: move or resize one of them.").format(
                    one=show.booths[one].number or _("unnumbered"),
                    two=show.booths[two].number or _("unnumbered"),
                    place=place,
                    size=told_area(shared, 2, 2),
                ),
            )
        )
    return findings
