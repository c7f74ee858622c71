"""Rows of booths that go on too long without an aisle through them, or with one too narrow to be a break."""

from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.geometry.blocks import Block, Line, lines
from hallwright.geometry.steps import Steps, finished
from hallwright.rules.finding import Finding, Severity
from hallwright.rules.looking import Only, blocks_of, named
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

RULE = "row-too-long"


def check(show: Show, profile: Profile) -> list[Finding]:
    """Find all rows longer than the profile allows.

    A service gap in a row is no break, and where the profile says how wide a break is to be, neither is a narrower one.
    """
    return [finding for hall in show.halls for finding in check_hall(show, hall, profile)]


def check_hall(show: Show, hall: str, profile: Profile, only: Only = None) -> list[Finding]:
    """Find them in one hall; with ``only``, just those that one of these booths belongs to."""
    return finished(hall_steps(show, hall, profile, only))


def hall_steps(show: Show, hall: str, profile: Profile, only: Only = None) -> Steps[list[Finding]]:
    """Do the same in steps."""
    limit, width = profile.mm("row_mm"), profile.mm("row_break_mm")
    if not limit:
        return []
    # A length is in whole millimetres, so that "shorter than" is one less.
    most = limit - profile.strict("row_mm")
    found = yield from blocks_of(show, hall, profile)
    rows = [block for block in found if block.length > most and _asked(only, block.ids)]
    findings = [_unbroken(show, hall, profile, block, limit) for block in rows]
    if width:
        yield
        long = [line for line in lines(found, width) if line.length > most and _asked(only, line.ids)]
        findings += [_broken(show, hall, line, limit, width) for line in long]
    return findings


def _asked(only: Only, ids: tuple[str, ...]) -> bool:
    return only is None or not only.isdisjoint(ids)


def _unbroken(show: Show, hall: str, profile: Profile, block: Block, limit: int) -> Finding:
    words = (
        _("The row of {booths} is {length} long without a break, not less than {limit}: break it with an aisle.")
        if profile.strict("row_mm")
        else _("The row of {booths} is {length} long without a break, not {limit}: break it with an aisle.")
    )
    return Finding(
        rule=RULE,
        severity=Severity.WARNING,
        booths=block.ids,
        hall=hall,
        at=block.middle,
        value=block.length / 1000,
        limit=limit / 1000,
        message=words.format(booths=named(show, block.ids), length=told(block.length), limit=told(limit)),
    )


def _broken(show: Show, hall: str, line: Line, limit: int, width: int) -> Finding:
    (x1, y1), (x2, y2) = line.line
    return Finding(
        rule=RULE,
        severity=Severity.WARNING,
        booths=line.ids,
        hall=hall,
        at=((x1 + x2) // 2, (y1 + y2) // 2),
        value=line.widest / 1000,
        limit=width / 1000,
        message=_(
            "The row of {booths} is {length} long, and its widest break is {width}, not {least} "
            "(one is due every {limit}): widen it."
        ).format(
            booths=named(show, line.ids),
            length=told(line.length),
            width=told(line.widest),
            least=told(width),
            limit=told(limit),
        ),
        line=line.line,
    )
