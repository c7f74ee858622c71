"""Free booths that would do for an exhibitor who wants a change; proposed, never taken."""

import math
from dataclasses import dataclass

from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus
from hallwright.geometry.outline import centre

_FARTHEST = 100_000.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A free booth, and how far its middle is from the exhibitor's own, mm; None in another hall."""

    booth: Booth
    away: float | None


def proposals(show: Show, exhibitor: Exhibitor, most: int = 4) -> list[Proposal]:
    """Return free booths that are most like an exhibitor's own: in size first, then in zone, sides and distance."""
    own = [booth for booth in show.booths_of(exhibitor) if not booth.draft]
    if not own:
        return []
    here = max(own, key=lambda booth: booth.area)
    wanted = float(exhibitor.size_wanted or here.area)
    zone, (x, y) = show.zone_of(here), centre(here.outline)
    found = []
    for booth in show.booths.where("status", BoothStatus.AVAILABLE):
        if booth.draft:
            continue
        away = None
        if booth.hall == here.hall:
            a, b = centre(booth.outline)
            away = math.hypot(a - x, b - y)
        unlike = abs(math.log(max(booth.area, 1.0) / max(wanted, 1.0)))
        unlike += 0.15 * (show.zone_of(booth) is not zone) + 0.1 * max(0, here.open_sides - booth.open_sides)
        unlike += 0.3 * (_FARTHEST if away is None else min(away, _FARTHEST)) / _FARTHEST
        found.append((unlike, booth.number, Proposal(booth, away)))
    return [one for _, _, one in sorted(found, key=lambda item: item[:2])[:most]]
