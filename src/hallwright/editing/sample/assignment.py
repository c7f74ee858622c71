"""Who stands where in the sample: every placed exhibitor gets free booths near to its wishes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hallwright.editing.sample.exhibitors import SQUARE_METRE, Application
from hallwright.editing.sample.keys import share
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus
from hallwright.geometry.outline import bounds

_MOST = 3
"""Booths side by side that one exhibitor takes at most."""
_SHARES = ((0.62, BoothStatus.CONFIRMED), (0.79, BoothStatus.RESERVED), (0.89, BoothStatus.OFFERED))
_LARGE = 36 * SQUARE_METRE
_FIRST_HOLD_ENDS = datetime(2024, 8, 19, 18, 0)  # noqa: DTZ001 - the venue's local time, as in every project


def placed(floor: Show, applications: Sequence[Application]) -> list[Booth]:
    """Return all booths of a show with its halls, those that are let now with exhibitor and status.

    Raises:
        LookupError: an exhibitor that shall have a booth finds none in its zone.
    """
    free = {booth.number: booth for booth in floor.booths.values() if booth.status is BoothStatus.AVAILABLE}
    groups = _neighbours(floor)
    let: dict[str, Booth] = {}
    # Named booths first, then the larger wish, then the priority, as a floor manager does it.
    for application in sorted(applications, key=_order):
        if not application.placed:
            continue
        party = application.exhibitor
        numbers = application.booths or _best(party, groups, free)
        values = _standing(party)
        for number in numbers:
            booth = free.pop(number)
            let[booth.id] = replace(booth, exhibitor=party.id, **values)
    return [let.get(booth.id, booth) for booth in floor.booths.values()]


def _order(application: Application) -> tuple[bool, int, int, str]:
    party = application.exhibitor
    return not application.booths, -(party.size_wanted or 0), -party.priority, party.id


def _neighbours(floor: Show) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Return by zone the booths, alone and up to ``_MOST`` side by side, with their area in mm2."""
    by_number = {booth.number: booth for booth in floor.booths.values()}
    groups: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for booth in by_number.values():
        zone = floor.zone_of(booth)
        numbers = [booth.number]
        while zone is not None:
            area = round(sum(by_number[number].area for number in numbers))
            groups.setdefault(zone.name, []).append((tuple(numbers), area))
            row, digits = booth.number[:1], int(numbers[-1][1:]) + 1
            following = by_number.get(f"{row}{digits:02d}")
            if len(numbers) == _MOST or following is None or not _adjoin(by_number[numbers[-1]], following):
                break
            numbers.append(following.number)
    return groups


def _adjoin(one: Booth, other: Booth) -> bool:
    """Say whether two booths of the same depth stand side by side in one run."""
    a, b = bounds(one.outline), bounds(other.outline)
    in_line = (a.top, a.bottom) == (b.top, b.bottom) and a.right == b.left
    return in_line or ((a.left, a.right) == (b.left, b.right) and a.bottom == b.top)


def _best(
    party: Exhibitor, groups: dict[str, list[tuple[tuple[str, ...], int]]], free: dict[str, Booth]
) -> tuple[str, ...]:
    wanted = party.size_wanted or 0
    open_groups = [group for group in groups[party.zone_wanted] if all(number in free for number in group[0])]
    if not open_groups:
        raise LookupError(f"no booth is left in {party.zone_wanted} for {party.name}")
    numbers, _ = min(open_groups, key=lambda one: (abs(one[1] - wanted), len(one[0]), share(f"{party.id}{one[0]}")))
    return numbers


def _standing(party: Exhibitor) -> dict[str, Any]:
    """Return status and end of hold; who wants much has signed long ago."""
    lot = share(f"status:{party.name}")
    status = next((status for limit, status in _SHARES if lot < limit), BoothStatus.HELD)
    if (party.size_wanted or 0) > _LARGE:
        status = BoothStatus.CONFIRMED
    if status is not BoothStatus.HELD:
        return {"status": status}
    return {"status": status, "held_until": _FIRST_HOLD_ENDS + timedelta(days=int(share(f"hold:{party.name}") * 12))}
