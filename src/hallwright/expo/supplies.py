"""Which drops stand in which booth."""

from collections.abc import Iterable, Sequence

from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Booth, Fixture, FixtureKind
from hallwright.geometry.holding import holders, middles

_FEW = 64
"""Up to so many booths only the drops near them are looked at; for more, all are."""
_ORDER = {kind: order for order, kind in enumerate(FixtureKind)}

Supplied = dict[str, tuple[Fixture, ...]]


def supplied(show: Show, booths: Iterable[Booth] | None = None) -> Supplied:
    """Return the drops that stand in booths, by the ids of the booths; those without any are left out.

    A drop stands where its middle is. Where booths share floor it belongs to the one whose middle is nearest, so that
    a booth put upon another for a moment does not carry its drops away.

    Args:
        show: the show.
        booths: the booths to look at, or None for all. One costs well under a millisecond among 20,000.
    """
    if not any(show.fixtures.where("kind", kind) for kind in DROPS):
        return {}
    some = None if booths is None else [booth for booth in booths if booth.outline]
    if some is not None and len(some) <= _FEW:
        near = show.fixtures.near([booth.outline for booth in some], 0)
        drops = sorted((row for row in near if row.kind in DROPS), key=lambda row: _ORDER[row.kind])
        candidates: Sequence[Booth] = show.booths.near([drop.outline for drop in drops], 0)
    else:
        drops = [row for kind in FixtureKind if kind in DROPS for row in show.fixtures.where("kind", kind)]
        candidates = list(show.booths.values())
    wanted = None if some is None else {booth.id for booth in some}
    found: dict[str, list[Fixture]] = {}
    for drop, owner in _owners(drops, candidates):
        if wanted is None or owner in wanted:
            found.setdefault(owner, []).append(drop)
    return {key: tuple(rows) for key, rows in found.items()}


def _owners(drops: Sequence[Fixture], booths: Iterable[Booth]) -> list[tuple[Fixture, str]]:
    """Return each drop that stands in a booth, with the id of that booth."""
    halls: dict[str, list[Booth]] = {drop.hall: [] for drop in drops}
    for booth in booths:
        if booth.outline and booth.hall in halls:
            halls[booth.hall].append(booth)
    owners: dict[str, str] = {}
    for hall, here in halls.items():
        ours = [drop for drop in drops if drop.hall == hall]
        held = holders(middles([drop.outline for drop in ours]), [booth.outline for booth in here])
        owners |= {drop.id: here[place].id for drop, place in zip(ours, held.tolist(), strict=True) if place >= 0}
    return [(drop, owners[drop.id]) for drop in drops if drop.id in owners]
