"""Booths that reach beyond their hall."""

import numpy as np

from hallwright.expo.lengths import told_area
from hallwright.expo.show import Show
from hallwright.expo.terms import called
from hallwright.geometry.boxes import boxed
from hallwright.geometry.outline import bounds, fault, is_box
from hallwright.geometry.overlap import outside
from hallwright.geometry.units import square_metres
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import sound
from hallwright.support.i18n import _

RULE = "booth-outside-hall"
LIMIT = 10_000.0
"""0.01 m2, as for an overlap."""


def check(show: Show) -> list[Finding]:
    """Find all sound booths of which more than 0.01 m2 lies outside the hall's outline."""
    return [finding for hall in show.halls for finding in check_hall(show, hall)]


def check_hall(show: Show, hall: str, only: frozenset[str] | None = None) -> list[Finding]:
    """Find them in one hall; with ``only``, look just at these booths."""
    room = show.halls[hall]
    if fault(room.outline):
        return []
    booths = sound(show, hall, only)
    # A booth inside an upright rectangular hall needs no polygon arithmetic, and nearly all are.
    frame = bounds(room.outline)
    if booths and is_box(room.outline):
        boxes, low, high = boxed(list(booths.values())), np.array(frame[:2]), np.array(frame[2:])
        inside = np.all((boxes[:, :2] >= low) & (boxes[:, 2:] <= high), axis=1)
        booths = {key: one for (key, one), within in zip(booths.items(), list(inside), strict=True) if not within}
    findings = []
    for key, beyond in outside(booths, room.outline):
        if beyond <= LIMIT:
            continue
        booth, size = show.booths[key], square_metres(beyond)
        findings.append(
            Finding(
                rule=RULE,
                severity=Severity.ERROR,
                booths=(key,),
                hall=hall,
                at=bounds(booth.outline).centre,
                value=size,
                limit=square_metres(LIMIT),
                message=_("Booth {number} reaches {size} beyond {room}: move it inside.").format(
                    number=booth.number or _("unnumbered"), size=told_area(beyond, 2, 2), room=called(room)
                ),
            )
        )
    return findings
