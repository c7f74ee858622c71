"""Which drops stand in which booth."""

from collections.abc import Iterable
from itertools import product

from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Booth, Fixture, FixtureKind
from hallwright.geometry.outline import bounds, centre, contains

_CELL = 4000
"""Side in mm of the squares by which drops are found."""
_FEW = 64
"""Up to so many booths only the drops near them are looked at; for more, all are."""

Supplied = dict[str, tuple[Fixture, ...]]


def supplied(show: Show, booths: Iterable[Booth] | None = None) -> Supplied:
    """Return the drops that stand in booths, by the ids of the booths; those without any are left out.

    A drop stands where its middle is. Where booths share floor it belongs to the one whose middle is nearest, so that
    a booth put upon another for a moment does not carry its drops away.

    Args:
        show: the show.
        booths: the booths to look at, or None for all. One costs well under a millisecond among 20,000.
    """
    drops = [row for kind in FixtureKind if kind in DROPS for row in show.fixtures.where("kind", kind)]
    if not drops:
        return {}
    wanted = None
    if booths is not None:
        some = [booth for booth in booths if booth.outline]
        wanted = {booth.id for booth in some}
        if len(some) <= _FEW:
            near = {row.id for row in show.fixtures.near([booth.outline for booth in some], 0)}
            drops = [row for row in drops if row.id in near]
            if not drops:
                return {}
    owners = _owners(drops, _candidates(show, drops))
    found: dict[str, list[Fixture]] = {}
    for drop in drops:
        owner = owners.get(drop.id)
        if owner is not None and (wanted is None or owner in wanted):
            found.setdefault(owner, []).append(drop)
    return {key: tuple(rows) for key, rows in found.items()}


def _candidates(show: Show, drops: list[Fixture]) -> list[Booth]:
    """Return the booths in which the drops may stand: also those that were not asked about, for one may be theirs."""
    if len(drops) <= 4 * _FEW:
        return show.booths.near([drop.outline for drop in drops], 0)
    return list(show.booths.values())


def _owners(drops: Iterable[Fixture], booths: Iterable[Booth]) -> dict[str, str]:
    """Return the id of the booth in which each drop stands, by the id of the drop."""
    cells: dict[tuple[str, int, int], list[tuple[float, float, str]]] = {}
    for drop in drops:
        x, y = centre(drop.outline)
        cells.setdefault((drop.hall, int(x // _CELL), int(y // _CELL)), []).append((x, y, drop.id))
    best: dict[str, tuple[float, str]] = {}
    for booth in booths:
        if not booth.outline:
            continue
        box = bounds(booth.outline)
        across = range(box.left // _CELL, box.right // _CELL + 1)
        down = range(box.top // _CELL, box.bottom // _CELL + 1)
        keys: Iterable[tuple[str, int, int]] = ((booth.hall, *cell) for cell in product(across, down))
        if len(across) * len(down) > len(cells):
            # An outline that lost a comma covers more squares than there are drops.
            keys = [key for key in cells if key[0] == booth.hall]
        for x, y, key in (one for cell in keys for one in cells.get(cell, ())):
            if not (box.left <= x <= box.right and box.top <= y <= box.bottom and contains(booth.outline, x, y)):
                continue
            far = (x - (box.left + box.right) / 2) ** 2 + (y - (box.top + box.bottom) / 2) ** 2
            if key not in best or far < best[key][0]:
                best[key] = far, booth.id
    return {key: booth for key, (_, booth) in best.items()}
