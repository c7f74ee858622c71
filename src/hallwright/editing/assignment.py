"""Edits of who stands where: assign, hold, release."""

from collections.abc import Iterable
from datetime import datetime

from hallwright.editing.booths import block
from hallwright.editing.change import Change, Edit, amend
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus
from hallwright.expo.terms import term
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.text import count_of

LET = (BoothStatus.HELD, BoothStatus.OFFERED, BoothStatus.RESERVED, BoothStatus.CONFIRMED)


def assign(show: Show, booth: str, exhibitor: str, status: BoothStatus = BoothStatus.RESERVED) -> Change:
    """Give a booth to an exhibitor; one that waits is no longer on the waiting list.

    Raises:
        Refused: the booth is blocked, a draft or let to another, or the exhibitor is another's co-exhibitor.
    """
    row, party = _free_for(show, booth, exhibitor)
    if status not in LET:
        raise Refused(
            _("'{status}' is no status of a let booth").format(status=term(status)),
            _("booth {number}").format(number=row.number),
        )
    edits = [amend(row, exhibitor=party.id, status=status, held_until=None), _off_waiting_list(party)]
    return Change.of("assign-booth", f"{row.number or 'Booth'} to {party.name}", edits)


def hold(show: Show, booth: str, exhibitor: str, until: datetime) -> Change:
    """Hold a booth for an exhibitor until a local time."""
    row, party = _free_for(show, booth, exhibitor)
    edits = [amend(row, exhibitor=party.id, status=BoothStatus.HELD, held_until=until), _off_waiting_list(party)]
    return Change.of("hold-booth", f"Hold {row.number or 'booth'} for {party.name}", edits)


def release(show: Show, *booths: str) -> Change:
    """Make booths available again; their exhibitors stay, without a booth.

    Raises:
        Refused: a booth is not let.
    """
    edits: list[Edit] = []
    numbers = []
    for key in booths:
        row = _booth(show, key)
        if row.exhibitor is None and row.status not in LET:
            raise Refused(
                _("It is not let, so there is nothing to release"), _("booth {number}").format(number=row.number)
            )
        edits.append(amend(row, exhibitor=None, status=BoothStatus.AVAILABLE, held_until=None))
        numbers.append(row.number)
    named = numbers[0] if len(numbers) == 1 else f"{len(numbers)} booths"
    return Change.of("release-booths", f"Release {named}", edits)


def advance(show: Show, booth: str, status: BoothStatus) -> Change:
    """Set the status of a let booth: held, offered, reserved, confirmed."""
    row = _booth(show, booth)
    if row.exhibitor is None or status not in LET:
        raise Refused(
            _("A booth without exhibitor cannot be {status}").format(status=term(status)),
            _("booth {number}").format(number=row.number),
            _("Assign it first."),
        )
    until = row.held_until if status is BoothStatus.HELD else None
    return Change.of("advance-booth", f"{row.number} {status}", [amend(row, status=status, held_until=until)])


def set_status(show: Show, booths: Iterable[str], status: BoothStatus) -> Change:
    """Set the status of booths, as a choice from a list: available releases, blocked blocks, the rest advance.

    Raises:
        Refused: a booth without exhibitor cannot be let, one with an exhibitor cannot be blocked.
    """
    rows = [_booth(show, key) for key in booths]
    if status is BoothStatus.BLOCKED:
        return block(show, [row.id for row in rows])
    if status is BoothStatus.AVAILABLE:
        edits = [amend(row, exhibitor=None, status=status, held_until=None) for row in rows]
        named = rows[0].number if len(rows) == 1 else count_of(len(rows), "booth")
        return Change.of("release-booths", f"Release {named}", edits)
    edits = [edit for row in rows for edit in advance(show, row.id, status)]
    named = rows[0].number if len(rows) == 1 else count_of(len(rows), "booth")
    return Change.of("advance-booth", f"{named} {status}", edits)


def _booth(show: Show, key: str) -> Booth:
    if key not in show.booths:
        raise Refused(_("The booth no longer exists"), mend=_("Select another."))
    return show.booths[key]


def _off_waiting_list(party: Exhibitor) -> Edit:
    return amend(party, waitlisted=False)


def _free_for(show: Show, booth: str, exhibitor: str) -> tuple[Booth, Exhibitor]:
    row = _booth(show, booth)
    place = _("booth {number}").format(number=row.number)
    if exhibitor not in show.exhibitors:
        raise Refused(_("The exhibitor no longer exists"), place, _("Choose another."))
    party = show.exhibitors[exhibitor]
    if row.draft:
        raise Refused(_("It is a draft, {fault}").format(fault=row.fault), place, _("Mend its outline first."))
    if row.status is BoothStatus.BLOCKED:
        raise Refused(_("It is blocked"), place, _("Unblock it first."))
    if row.exhibitor not in (None, exhibitor):
        other = show.exhibitors[row.exhibitor].name if row.exhibitor in show.exhibitors else "another"
        raise Refused(_("It is let to {other}").format(other=other), place, _("Release it first."))
    if party.host:
        raise Refused(
            _("{party} shares its host's booth").format(party=party.name), place, _("Assign the host instead.")
        )
    return row, party
