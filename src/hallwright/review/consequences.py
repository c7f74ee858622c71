"""What changes for booths because of what was changed about them: neighbours, frontage, way before them, price."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hallwright.editing.typing_booths import Standing, standings
from hallwright.expo.show import Show
from hallwright.expo.space import SOLID, Booth, Fixture, Hall
from hallwright.geometry.adjoining import SERVICE_GAP
from hallwright.geometry.outline import Outline
from hallwright.geometry.overlap import changed_floor
from hallwright.geometry.surroundings import REACH, surroundings
from hallwright.review.differences import Difference
from hallwright.rules.aisle_width import BODIES
from hallwright.rules.looking import fixtures
from hallwright.rules.profile import Profile, profile_of

_TOLD_FROM = 20
"""mm by which a width or a frontage must differ to be told; at an angle corners are rounded."""

_MANY = 500
"""Changed places above which all booths of a hall are looked at."""


class Effect(StrEnum):
    """What changed for a booth; most weighty first."""

    PRICE = "price"
    FRONTAGE = "frontage"
    AISLE = "aisle"
    NEIGHBOURS = "neighbours"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a booth's price follows from; there are no prices in a project.

    Attributes:
        area: net, mm2.
        construction: raw or shell.
        price_class: of the rule profile, or the type of booth where that has none.
        surcharge: of the class in percent on the inline price, or None.
    """

    area: float
    construction: str
    price_class: str
    surcharge: float | None


class Neighbour(NamedTuple):
    """Who stands beside a booth: the booth's id in the later version, if it is there, and its exhibitor's."""

    booth: str
    exhibitor: str | None


@dataclass(frozen=True, slots=True)
class Consequence:
    """What changed for a booth that stands in both versions.

    Attributes:
        effect: what.
        before, after: the booth.
        widths: for frontage and aisle, mm before and after; None for open floor.
        prices: for the price, what it followed from and follows from.
        left, came: for neighbours, those of before that are gone and those of now that were not.
    """

    effect: Effect
    before: Booth
    after: Booth
    widths: tuple[int | None, int | None] = (None, None)
    prices: tuple[Basis, Basis] | None = None
    left: tuple[Neighbour, ...] = ()
    came: tuple[Neighbour, ...] = ()


def consequences(a: Show, b: Show, found: Sequence[Difference]) -> list[Consequence]:
    """Return what the differences between two versions change for the booths that stand in both, in table order.

    Only booths near to what changed are looked at. Costs below a second and a half for 5,000 booths that all changed.
    """
    touched: dict[str, list[Outline]] = {}
    taken: set[str] = set()
    anew: dict[str, str] = {}
    for one in found:
        for hall, outline in _places(one):
            touched.setdefault(hall, []).append(outline)
        if isinstance(one.before, Booth) and isinstance(one.after, Booth):
            taken.add(one.after.id)
            anew[one.before.id] = one.after.id
    if not touched:
        return []
    before = {anew.get(booth.id, booth.id): booth for booth in a.booths.values()}
    near = {key for hall, some in touched.items() for key in _near(b, hall, some)}
    asked = [(before[key], b.booths[key]) for key in b.booths if key in before and (key in near or key in taken)]
    asked = [(was, now) for was, now in asked if not was.draft and not now.draft]
    was, now = _Around(a, [one for one, _ in asked], anew), _Around(b, [one for _, one in asked], {})
    return [one for pair in asked for one in _of(*pair, was, now)]


def _near(show: Show, hall: str, outlines: list[Outline]) -> list[str]:
    """Return the booths of a hall near some outlines; near to very many all are."""
    here = show.booths.where("hall", hall) if len(outlines) > _MANY else show.booths.near(outlines, REACH)
    return [booth.id for booth in here if booth.hall == hall]


def _places(one: Difference) -> Iterable[tuple[str, Outline]]:
    """Return where a difference may change something for others: hall and outline, before and after."""
    before, after = one.before, one.after
    if isinstance(before, Hall) and isinstance(after, Hall):
        if "outline" in one.fields:
            yield from ((after.id, outline) for outline in changed_floor(before.outline, after.outline))
        return
    for row in (before, after):
        if isinstance(row, Booth) or (isinstance(row, Fixture) and row.kind in SOLID):
            yield row.hall, row.outline


class _Around:
    """What some booths of one version have around them, by their ids in the later version."""

    def __init__(self, show: Show, booths: Sequence[Booth], anew: Mapping[str, str]) -> None:
        self.show, self._anew = show, anew
        self.profile: Profile = profile_of(show)
        self.standings: dict[str, Standing] = standings(show, booths)
        self.neighbours: dict[str, frozenset[Neighbour]] = {}
        self.ways: dict[str, int | None] = {}
        gap = self.profile.mm("service_gap_mm") or SERVICE_GAP
        by_hall: dict[str, list[str]] = {}
        for booth in booths:
            by_hall.setdefault(booth.hall, []).append(booth.id)
        for hall, ids in by_hall.items():
            if hall not in show.halls:
                continue
            outlines = {booth.id: booth.outline for booth in show.booths.where("hall", hall)}
            room = show.halls[hall].outline
            bodies = [row.outline for row in fixtures(show, hall, BODIES)]
            for key, around in surroundings(room, outlines, bodies, only=ids, gap=gap).items():
                self.neighbours[key] = frozenset([self._neighbour(other) for other in around.beside])
                self.ways[key] = around.way

    def _neighbour(self, key: str) -> Neighbour:
        return Neighbour(self._anew.get(key, key), self.show.booths[key].exhibitor)

    def basis(self, booth: Booth) -> Basis:
        """Return what a booth's price follows from."""
        standing = self.standings.get(booth.id)
        kind = standing.kind if standing is not None else booth.type
        price = self.profile.prices.get(kind)
        if price is None:
            return Basis(booth.area, booth.construction, booth.type, None)
        return Basis(booth.area, booth.construction, price.name, price.surcharge)


def _of(before: Booth, after: Booth, was: _Around, now: _Around) -> Iterable[Consequence]:
    prices = was.basis(before), now.basis(after)
    if prices[0] != prices[1]:
        yield Consequence(Effect.PRICE, before, after, prices=prices)
    one, other = was.standings.get(before.id), now.standings.get(after.id)
    if one is not None and other is not None and abs(one.frontage - other.frontage) >= _TOLD_FROM:
        yield Consequence(Effect.FRONTAGE, before, after, (one.frontage, other.frontage))
    widths = was.ways.get(before.id), now.ways.get(after.id)
    if _differ(*widths):
        yield Consequence(Effect.AISLE, before, after, widths)
    left, came = was.neighbours.get(before.id, frozenset()), now.neighbours.get(after.id, frozenset())
    if left != came:
        gone, fresh = (tuple(sorted(some, key=lambda one: one.booth)) for some in (left - came, came - left))
        yield Consequence(Effect.NEIGHBOURS, before, after, left=gone, came=fresh)


def _differ(one: int | None, other: int | None) -> bool:
    if one is None or other is None:
        return one is not other
    return abs(one - other) >= _TOLD_FROM
