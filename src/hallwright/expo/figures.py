"""Areas and counts of an expo or of one hall; gross and net as the UFI defines them."""

from collections.abc import Sequence
from dataclasses import dataclass

from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus
from hallwright.geometry.outline import Outline, fault
from hallwright.geometry.overlap import area_within, area_without

SOLD = frozenset({BoothStatus.RESERVED, BoothStatus.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Figures:
    """Areas in mm2: gross is the hall less what does not count, net what booths occupy, sold what is surely let."""

    gross: float
    net: float
    sold: float
    booths: int
    drafts: int

    @property
    def utilisation(self) -> float:
        """Net over gross, 0 without a hall."""
        return self.net / self.gross if self.gross else 0.0


def gross_area(show: Show, hall: str, floor: Outline) -> float:
    """Return the part of some floor of a hall that counts to the gross area, mm2; 0 if its outline is not sound."""
    if fault(floor):
        return 0.0
    fixtures = show.fixtures.where("hall", hall)
    return area_without(floor, [row.outline for row in fixtures if not row.gross and not fault(row.outline)])


def gross_within(show: Show, hall: str, parts: Sequence[Outline]) -> float:
    """Return the gross area of a hall within some outlines, mm2; what lies in several counts once."""
    floor = show.halls[hall].outline
    if fault(floor):
        return 0.0
    sound = [part for part in parts if not fault(part)]
    fixtures = show.fixtures.where("hall", hall)
    return area_within(floor, sound, [row.outline for row in fixtures if not row.gross and not fault(row.outline)])


def figures(show: Show, hall: str | None = None) -> Figures:
    """Count one hall, or all; a draft counts as a draft, not as a booth with an area."""
    halls = [row for row in show.halls.values() if hall in (None, row.id)]
    booths = show.booths.values() if hall is None else show.booths.where("hall", hall)
    net = sold = 0.0
    drafts = 0
    for booth in booths:
        size = booth.area
        net += size
        drafts += booth.draft
        if booth.status in SOLD:
            sold += size
    gross = sum(gross_area(show, row.id, row.outline) for row in halls)
    return Figures(gross, net, sold, len(booths), drafts)
