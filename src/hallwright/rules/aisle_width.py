"""Aisles that are narrower than the profile allows: between booths, and between booths and what stands in the hall."""

import math

from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.expo.space import FURNITURE, SOLID, Aisle, Fixture, FixtureKind
from hallwright.expo.terms import called
from hallwright.geometry.adjoining import SERVICE_GAP
from hallwright.geometry.gaps import ROOM, Gap, gap_steps
from hallwright.geometry.outline import Outline, contains
from hallwright.geometry.steps import Steps, finished
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import Only, fixtures, named, near, sound
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

RULE = "aisle-width"
BODIES = SOLID - {FixtureKind.NO_BUILD}
"""What ends an aisle, as booths and the walls of the hall do: a no-build area is floor that is walked."""
PASSED = FURNITURE | {FixtureKind.COLUMN}
"""What an aisle may lead around: it narrows the aisle only where the way past its other side is too narrow, too."""
_A_STEP = 200


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find all aisles that are too narrow; one finding for a run of booths along one aisle.

    A gap no wider than the profile's service gap is for cables and no aisle: neither behind a booth at the wall, nor
    between a booth and a column in its row. Nor is a niche in a corner of the hall an aisle, beside the last booth of a
    row along the wall: it leads nowhere.
    """
    return [finding for hall in show.halls for finding in check_hall(show, hall, profile)]


def check_hall(show: Show, hall: str, profile: Profile, only: Only = None) -> list[Finding]:
    """Find them in one hall; with ``only``, just those at these booths."""
    return finished(hall_steps(show, hall, profile, only))


def hall_steps(show: Show, hall: str, profile: Profile, only: Only = None) -> Steps[list[Finding]]:
    """Do the same in steps."""
    above = profile.mm("service_gap_mm") or SERVICE_GAP
    least, main = profile.mm("aisle_mm"), profile.mm("main_aisle_mm")
    fixed, passed = fixtures(show, hall, BODIES), fixtures(show, hall, PASSED)
    things = [*fixed, *passed]
    bodies, pillars = [row.outline for row in fixed], [row.outline for row in passed]
    room = show.halls[hall].outline
    named_main = [row for row in show.aisles.where("hall", hall) if row.main] if main else []
    findings = []
    if least:
        booths = sound(show, hall, only, least)
        yield
        asked = least + profile.strict("aisle_mm")
        found = yield from gap_steps(booths, bodies, above=above, below=asked, pillars=pillars, room=room, only=only)
        for count, gap in enumerate(found):
            if not count % _A_STEP:
                yield
            if gap.against == ROOM and _is_niche(show, gap, room, above):
                continue
            # What lies in a named main aisle is measured against its own width, below.
            if not any(contains(aisle.outline, *_middle(gap)) for aisle in named_main):
                findings.append(_finding(show, hall, gap, things, least))
    if main:
        booths = sound(show, hall, only, main)
        asked = main + profile.strict("main_aisle_mm")
        for aisle in named_main:
            found = yield from gap_steps(
                near(show, booths, aisle.outline, main),
                bodies,
                above=above,
                below=asked,
                pillars=pillars,
                room=room,
                only=only,
            )
            findings += [
                _finding(show, hall, gap, things, main, aisle)
                for gap in found
                if contains(aisle.outline, *_middle(gap))
            ]
    return findings


def _is_niche(show: Show, gap: Gap, room: Outline, reach: int) -> bool:
    """Say whether the floor between booths and the wall ends at another wall, no farther than ``reach`` past them."""
    (x1, y1), (x2, y2) = gap.line
    long = math.hypot(x2 - x1, y2 - y1)
    if not long:
        return False
    # Along the booths, across the way in which the gap was measured.
    u, v = (y1 - y2) / long, (x2 - x1) / long
    x, y = _middle(gap)
    along = [(a - x) * u + (b - y) * v for key in gap.ids for a, b in show.booths[key].outline]
    ends = min(along) - reach - 1, max(along) + reach + 1
    return not all(contains(room, x + u * end, y + v * end) for end in ends)


def _middle(gap: Gap) -> tuple[float, float]:
    (x1, y1), (x2, y2) = gap.line
    return (x1 + x2) / 2, (y1 + y2) / 2


def _finding(show: Show, hall: str, gap: Gap, things: list[Fixture], limit: int, aisle: Aisle | None = None) -> Finding:
    x, y = _middle(gap)
    thing = ""
    if gap.against is not None:
        thing = _("the wall of the hall") if gap.against == ROOM else called(things[gap.against])
    return Finding(
        rule=RULE,
        severity=Severity.WARNING,
        booths=gap.ids,
        hall=hall,
        at=(round(x), round(y)),
        value=gap.width / 1000,
        limit=limit / 1000,
        message=_words(main=aisle is not None, between=not thing).format(
            aisle=called(aisle) if aisle is not None else "",
            booths=named(show, gap.ids),
            thing=thing,
            width=told(gap.width),
            limit=told(limit),
        ),
        line=gap.line,
    )


def _words(*, main: bool, between: bool) -> str:
    if main and between:
        return _("Main aisle {aisle} is {width} wide between {booths}, not {limit}: move the booths apart.")
    if main:
        return _("Main aisle {aisle} is {width} wide between {booths} and {thing}, not {limit}: move the booths.")
    if between:
        return _("The aisle between {booths} is {width} wide, not {limit}: move the booths apart.")
    return _("The aisle between {booths} and {thing} is {width} wide, not {limit}: move the booths.")
