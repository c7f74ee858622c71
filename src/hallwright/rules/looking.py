"""What several rules share: which booths to look at, and how to name them."""

from collections.abc import Iterable, Sequence

from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Fixture, FixtureKind
from hallwright.geometry.outline import Outline, bounds, fault
from hallwright.support.i18n import _

Only = frozenset[str] | None
"""Ids of booths to answer for, as while they are dragged; None for all."""
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


def near(booths: dict[str, Outline], outline: Outline, around: int) -> dict[str, Outline]:
    """Return those booths whose box comes nearer to an outline's box than some millimetres."""
    box = bounds(outline).grown(around)
    return {key: one for key, one in booths.items() if bounds(one).touches(box)}


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
