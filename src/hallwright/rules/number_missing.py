"""Booths without a number, which no exhibitor can be sent to."""

from hallwright.expo.show import Show
from hallwright.expo.terms import called
from hallwright.geometry.outline import bounds
from hallwright.rules.finding import Finding, Severity
from hallwright.support.i18n import _

RULE = "number-missing"


def check(show: Show) -> list[Finding]:
    """Find all booths without a number."""
    return [
        Finding(
            rule=RULE,
            severity=Severity.WARNING,
            booths=(booth.id,),
            hall=booth.hall,
            at=bounds(booth.outline).centre,
            message=_("A booth in {name} has no number: give it one.").format(name=called(show.halls[booth.hall])),
        )
        for booth in show.booths.where("number", "")
    ]
