"""Booths whose outline is not sound."""

from hallwright.expo.show import Show
from hallwright.geometry.outline import bounds
from hallwright.rules.finding import Finding, Severity

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
            message=f"Booth {booth.number or 'unnumbered'} in {show.halls[booth.hall].name} is a draft, "
            f"{booth.fault}: drag its corners into place.",
        )
        for booth in show.booths.values()
        if booth.draft
    ]
