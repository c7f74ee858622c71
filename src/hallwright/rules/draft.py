"""Booths whose outline is not sound."""

from hallwright.expo.show import Show
from hallwright.expo.terms import called
from hallwright.geometry.outline import bounds
from hallwright.rules.finding import Finding, Severity
from hallwright.support.i18n import _

RULE = "booth-draft"


def check(show: Show) -> list[Finding]:
    """Find all drafts: they count for no area and no other rule until they are mended."""
    return [
        Finding(
            rule=RULE,
            severity=Severity.WARNING,
            booths=(booth.id,),
            hall=booth.hall,
            at=bounds(booth.outline).centre,
            message=_("Booth {number} in {name} is a draft, {fault}: drag its corners into place.").format(
                number=booth.number or _("unnumbered"), name=called(show.halls[booth.hall]), fault=booth.fault
            ),
        )
        for booth in show.booths.values()
        if booth.draft
    ]
