"""Aisles that are narrower than the profile allows, measured where booths face each other."""

from hallwright.expo.show import Show
from hallwright.expo.space import SOLID, FixtureKind
from hallwright.geometry.adjoining import SERVICE_GAP
from hallwright.geometry.clearance import Gap, gaps
from hallwright.geometry.outline import Outline, contains
from hallwright.geometry.units import metres
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import Only, fixtures, named, near, sound
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

RULE = "aisle-width"
_BLOCKS = SOLID - {FixtureKind.NO_BUILD}


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find all aisles between booths that are too narrow; one finding for a run of booths along one aisle."""
    return [finding for hall in show.halls for finding in check_hall(show, hall, profile)]


def check_hall(show: Show, hall: str, profile: Profile, only: Only = None) -> list[Finding]:
    """Find them in one hall; with ``only``, just those at these booths."""
    above = profile.mm("service_gap_mm") or SERVICE_GAP
    least, main = profile.mm("aisle_mm"), profile.mm("main_aisle_mm")
    bodies = [row.outline for row in fixtures(show, hall, _BLOCKS)]
    named_main = [row for row in show.aisles.where("hall", hall) if row.main] if main else []
    findings = []
    if least:
        booths = sound(show, hall, only, least)
        for gap in gaps(booths, bodies, above=above, below=least, only=only):
            # What lies in a named main aisle is measured against its own width, below.
            if not any(contains(aisle.outline, *_middle(gap)) for aisle in named_main):
                findings.append(_finding(show, hall, gap, least, ""))
    if main:
        booths = sound(show, hall, only, main)
        for aisle in named_main:
            beside: dict[str, Outline] = near(booths, aisle.outline, main)
            for gap in gaps(beside, bodies, above=above, below=main, only=only):
                if contains(aisle.outline, *_middle(gap)):
                    findings.append(_finding(show, hall, gap, main, aisle.name))
    return findings


def _middle(gap: Gap) -> tuple[float, float]:
    (x1, y1), (x2, y2) = gap.line
    return (x1 + x2) / 2, (y1 + y2) / 2


def _finding(show: Show, hall: str, gap: Gap, limit: int, aisle: str) -> Finding:
    x, y = _middle(gap)
    words = (
        _("Main aisle {aisle} is {width} m wide between {booths}, not {limit} m: move the booths apart.")
        if aisle
        else _("The aisle between {booths} is {width} m wide, not {limit} m: move the booths apart.")
    )
    return Finding(
        rule=RULE,
        severity=Severity.WARNING,
        booths=gap.ids,
        hall=hall,
        at=(round(x), round(y)),
        value=gap.width / 1000,
        limit=limit / 1000,
        message=words.format(aisle=aisle, booths=named(show, gap.ids), width=metres(gap.width), limit=metres(limit)),
        line=gap.line,
    )
