"""Booths too near to the walls of the hall, where a profile wants the wall to be reached."""

import numpy as np

from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.geometry.boxes import boxed
from hallwright.geometry.clearance import ROUNDED, distance_to_ring
from hallwright.geometry.outline import bounds, fault, is_box
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import Only, named, sound
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

RULE = "wall-gap"


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find all booths nearer to a wall of the hall than the profile allows."""
    return [finding for hall in show.halls for finding in check_hall(show, hall, profile)]


def check_hall(show: Show, hall: str, profile: Profile, only: Only = None) -> list[Finding]:
    """Find them in one hall; with ``only``, look just at these booths."""
    limit, room = profile.mm("wall_gap_mm"), show.halls[hall].outline
    if not limit or fault(room):
        return []
    inner = bounds(room).grown(-limit)
    findings = []
    booths = sound(show, hall, only)
    if booths and is_box(room):
        # In an upright hall most booths are told to be far from all walls without measuring.
        boxes = boxed(list(booths.values()))
        low, high = np.array([inner.left, inner.top]), np.array([inner.right, inner.bottom])
        far = np.all((boxes[:, :2] >= low) & (boxes[:, 2:] <= high), axis=1)
        booths = {key: one for (key, one), away in zip(booths.items(), list(far), strict=True) if not away}
    for key, outline in booths.items():
        free, line = distance_to_ring(outline, room)
        # At an angle neither the wall's corners nor the booth's lie where they were meant to the millimetre.
        if free < limit - (0 if is_box(outline) and is_box(room) else ROUNDED):
            findings.append(
                Finding(
                    rule=RULE,
                    severity=Severity.WARNING,
                    booths=(key,),
                    hall=hall,
                    at=line[0],
                    value=free / 1000,
                    limit=limit / 1000,
                    message=_("Booth {booth} is {free} from the wall, not {limit}: move it off the wall.").format(
                        booth=named(show, (key,)), free=told(free), limit=told(limit)
                    ),
                    line=line,
                )
            )
    return findings
