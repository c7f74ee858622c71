"""Persons: whether the exits of a hall are wide enough for as many as it may hold."""

from hallwright.expo.lengths import told, told_area
from hallwright.expo.show import Show
from hallwright.expo.terms import called
from hallwright.geometry.outline import Outline, area, bounds, fault
from hallwright.geometry.shapes import frame_of
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import fixtures
from hallwright.rules.profile import Profile
from hallwright.rules.travel_distance import EXITS
from hallwright.support.i18n import _
from hallwright.support.numbers import figure

RULE = "exit-capacity"


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find all halls whose exits are together narrower than the persons need that the profile reckons with.

    Persons are those of the gross area. A warning where exits are drawn; where none are, information: then the plan is
    not complete, which says nothing of the hall.
    """
    per_area, per_person = profile.number("persons_per_m2"), profile.number("exit_mm_per_person")
    if not per_area or not per_person:
        return []
    findings = []
    for hall in show.halls.values():
        if fault(hall.outline) or not show.booths.where("hall", hall.id):
            continue
        persons = area(hall.outline) / 1_000_000 * per_area
        needed = persons * per_person
        exits = fixtures(show, hall.id, EXITS)
        wide = sum(width_of(row.outline) for row in exits)
        if wide >= needed:
            continue
        words = (
            _(
                "{hall} may hold {persons} persons ({density} per m² on {area}): they need {limit} of exits, "
                "and its {count} exits are {width} wide together. Add exits, or limit the visitors."
            )
            if exits
            else _(
                "{hall} may hold {persons} persons ({density} per m² on {area}): they need {limit} of exits. "
                "Place its exits and fire exits to have them counted."
            )
        )
        findings.append(
            Finding(
                rule=RULE,
                severity=Severity.WARNING if exits else Severity.INFO,
                booths=(),
                hall=hall.id,
                at=bounds(hall.outline).centre,
                value=round(wide / 1000, 2),
                limit=round(needed / 1000, 2),
                message=words.format(
                    hall=called(hall),
                    persons=figure(persons, 0),
                    density=figure(per_area),
                    area=told_area(area(hall.outline), 0),
                    limit=told(round(needed, -2)),
                    count=figure(len(exits), 0),
                    width=told(wide),
                ),
            )
        )
    return findings


def width_of(door: Outline) -> int:
    """Return the width of a door in mm: the longer side of its outline, however it is turned."""
    frame = frame_of(door)
    return round(max(frame.width, frame.depth))
