"""What several rules share: which booths to look at, and how to name them."""

from collections.abc import Iterable, Iterator, Sequence

from hallwright.expo.show import Show
from hallwright.expo.space import FURNITURE, Booth, Fixture, FixtureKind
from hallwright.geometry.adjoining import SERVICE_GAP
from hallwright.geometry.blocks import Block, block_steps
from hallwright.geometry.clearance import shared_floor
from hallwright.geometry.outline import Outline, fault
from hallwright.geometry.steps import Steps
from hallwright.rules.profile import Profile
from hallwright.support.i18n import _

Only = frozenset[str] | None
"""Ids of booths to answer for, as while they are dragged; None for all."""
PUT_UP = FURNITURE | {FixtureKind.STAGE, FixtureKind.CATERING}
"""What is put up for an event and can be moved away: it may stand before a door or a hydrant as booths may."""
_MOST = 6
"""Numbers that a message lists before it counts the rest."""


def sound(show: Show, hall: str, only: Only = None, around: int = 0) -> dict[str, Outline]:
    """Return the sound booths of a hall by id; with ``only``, just those and what is nearer to them than ``around``."""
    rows: Iterable[Booth] = show.booths.where("hall", hall) if only is None else _near(show, hall, only, around)
    return {booth.id: booth.outline for booth in rows if not booth.draft}


def _near(show: Show, hall: str, only: frozenset[str], around: int) -> list[Booth]:
    asked = [show.booths[key] for key in only if key in show.booths and show.booths[key].hall == hall]
    if not around:
        return asked
    return [b for b in show.booths.near([booth.outline for booth in asked], around) if b.hall == hall]


def near(show: Show, booths: dict[str, Outline], outline: Outline, around: int) -> dict[str, Outline]:
    """Return those booths whose box comes nearer to an outline's box than some millimetres."""
    return {key: booths[key] for key in show.booths.boxes().near([outline], around) if key in booths}


def fixtures(show: Show, hall: str, kinds: Iterable[FixtureKind]) -> list[Fixture]:
    """Return the sound fixtures of some kinds in a hall."""
    wanted = frozenset(kinds)
    return [row for row in show.fixtures.where("hall", hall) if row.kind in wanted and not fault(row.outline)]


def named(show: Show, ids: Sequence[str]) -> str:
    """Return the numbers of booths for a message, the first few of many."""
    numbers = [show.booths[key].number or _("unnumbered") for key in ids]
    if len(numbers) > _MOST:
        return _("{numbers} and {count} more").format(
            numbers=", ".join(numbers[: _MOST - 1]), count=len(numbers) - _MOST + 1
        )
    return ", ".join(numbers)


def standing_on(
    show: Show, hall: str, kind: FixtureKind, only: Only, more_than: float
) -> Iterator[tuple[Fixture, str, float]]:
    """Yield ``(fixture, id of booth, shared mm2)`` where a booth takes more floor of a fixture than some mm2."""
    booths = sound(show, hall, only)
    for fixture in fixtures(show, hall, (kind,)):
        for key, shared in shared_floor(near(show, booths, fixture.outline, 0), fixture.outline):
            if shared > more_than:
                yield fixture, key, shared


def blocks_of(show: Show, hall: str, profile: Profile) -> Steps[list[Block]]:
    """Return, in steps, the blocks of booths of a hall that have no aisle between them."""
    return (yield from block_steps(sound(show, hall), profile.mm("service_gap_mm") or SERVICE_GAP))
