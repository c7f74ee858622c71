"""Booths in one hall that bear the same number."""

from hallwright.expo.show import Show
from hallwright.expo.terms import called
from hallwright.geometry.outline import bounds
from hallwright.rules.finding import Finding, Severity
from hallwright.support.i18n import _

RULE = "number-duplicate"


def check(show: Show) -> list[Finding]:
    """Find every number that more than one booth of a hall bears; case does not count."""
    findings = []
    for hall in show.halls.values():
        bearers: dict[str, list[str]] = {}
        for booth in show.booths.where("hall", hall.id):
            if booth.number:
                bearers.setdefault(booth.number.casefold(), []).append(booth.id)
        for ids in bearers.values():
            if len(ids) > 1:
                number = show.booths[ids[0]].number
                findings.append(
                    Finding(
                        rule=RULE,
                        severity=Severity.ERROR,
                        booths=tuple(ids),
                        hall=hall.id,
                        at=bounds(show.booths[ids[1]].outline).centre,
                        value=len(ids),
                        limit=1,
                        message=_("Number {number} is borne by {count} booths of {hall}: renumber all but one.").format(
                            number=number, count=len(ids), hall=called(hall)
                        ),
                    )
                )
    return findings
