"""What an exhibitor is told of its placement, and no more than that: the facts of a proof."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hallwright.drawing.plan import let
from hallwright.drawing.wording import Lang, joined, names
from hallwright.editing.typing_booths import Standing, standings
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, FixtureKind
from hallwright.expo.supplies import Supplied, supplied
from hallwright.geometry.outline import Box, bounds, is_box
from hallwright.geometry.units import square_metres
from hallwright.rules.profile import Limit, profile_of
from hallwright.support.text import natural_key

NEIGHBOUR = 4_500
"""mm within which a booth counts as a neighbour: across an ordinary aisle."""
_CHINESE = ("cn", "chn", "china", "中国", "hong kong", "香港", "macau", "macao", "澳门", "taiwan", "台湾", "prc")


@dataclass(frozen=True, slots=True)
class BoothFacts:
    """What is told of one booth; lengths in mm, area in mm2.

    ``columns`` are left, top, right, bottom of what carries the hall's roof, from the booth's upper left corner;
    ``drops`` kind and place, likewise.
    """

    id: str
    number: str
    hall: str
    hall_name: str
    hall_native: str
    zone: str
    zone_native: str
    outline: tuple[tuple[int, int], ...]
    area: int
    construction: str
    kind: str
    open_sides: int
    height: int | None
    fascia: str
    columns: tuple[tuple[int, int, int, int], ...]
    drops: tuple[tuple[str, int, int], ...]

    @property
    def box(self) -> Box:
        """Around the outline."""
        return bounds(self.outline)

    @property
    def size(self) -> str:
        """Width and depth in metres; in brackets if it is no rectangle."""
        text = f"{self.box.width / 1000:g} × {self.box.height / 1000:g} m"
        return text if is_box(self.outline) else f"({text})"


@dataclass(frozen=True, slots=True)
class Price:
    """A price per square metre of an inline booth, to which the profile's surcharge is added."""

    per_m2: float
    currency: str = ""

    def of(self, show: Show, facts: Sequence[BoothFacts]) -> str:
        """Return the price of some booths for reading, such as ``12,600.00 CNY``."""
        classes = profile_of(show).prices
        total = 0.0
        for one in facts:
            price = classes.get(one.kind)
            total += square_metres(one.area) * self.per_m2 * (1 + (price.surcharge if price else 0.0) / 100)
        return f"{total:,.2f} {self.currency}".strip()


@dataclass(frozen=True, slots=True)
class Known:
    """What the facts of many exhibitors go by, worked out for all booths at once.

    ``show`` is the show that it is true of.
    """

    show: Show
    stands: Mapping[str, Standing]
    drops: Supplied
    heights: Mapping[str, Limit]

    @classmethod
    def of(cls, show: Show, booths: Sequence[Booth] | None = None) -> "Known":
        """Work it out for some booths, or for all that are let."""
        some = [booth for booth in show.booths.values() if booth.exhibitor] if booths is None else booths
        return cls(
            show, standings(show, some), supplied(show, None if booths is None else some), profile_of(show).heights
        )


def facts_of(show: Show, exhibitor: Exhibitor, known: Known | None = None) -> tuple[BoothFacts, ...]:
    """Return what is told of an exhibitor's booths, its host's for a co-exhibitor, by number; drafts are not told.

    Args:
        show: the show.
        exhibitor: who is told.
        known: of this show, where many are asked about; or None.
    """
    booths = [booth for booth in show.booths_of(exhibitor) if not booth.draft and booth.hall in show.halls]
    booths.sort(key=lambda booth: (natural_key(booth.number), booth.id))
    if not booths:
        return ()
    known = known or Known.of(show, booths)
    # Over a shared booth stands its own exhibitor's name, not that of each guest.
    host = show.exhibitors.get(booths[0].exhibitor or "", exhibitor)
    fascia = host.fascia or joined(host.name, host.name_native, Lang.BOTH)
    found = []
    for booth in booths:
        box, hall = bounds(booth.outline), show.halls[booth.hall]
        stands = known.stands.get(booth.id)
        kind = stands.kind if stands is not None else booth.type
        zone, limit = show.zone_of(booth), known.heights.get(kind)
        found.append(
            BoothFacts(
                id=booth.id,
                number=booth.number,
                hall=booth.hall,
                hall_name=hall.name,
                hall_native=hall.name_native,
                zone=zone.name if zone is not None else "",
                zone_native=zone.name_native if zone is not None else "",
                outline=booth.outline,
                area=round(booth.area),
                construction=str(booth.construction),
                kind=kind,
                open_sides=booth.open_sides,
                height=round(limit.value) if limit is not None else None,
                fascia=fascia,
                columns=_columns(show, booth),
                drops=tuple(
                    sorted(
                        (str(drop.kind), centre[0] - box.left, centre[1] - box.top)
                        for drop in known.drops.get(booth.id, ())
                        for centre in [bounds(drop.outline).centre]
                    )
                ),
            )
        )
    return tuple(found)


def _columns(show: Show, booth: Booth) -> tuple[tuple[int, int, int, int], ...]:
    box = bounds(booth.outline)
    inside = []
    for fixture in show.fixtures.near([booth.outline], 0):
        if fixture.kind is not FixtureKind.COLUMN or fixture.hall != booth.hall:
            continue
        around = bounds(fixture.outline)
        left, top = max(around.left, box.left), max(around.top, box.top)
        right, bottom = min(around.right, box.right), min(around.bottom, box.bottom)
        if left < right and top < bottom:
            inside.append((left - box.left, top - box.top, right - box.left, bottom - box.top))
    return tuple(sorted(inside))


def as_text(facts: Sequence[BoothFacts]) -> str:
    """Return facts as JSON text, the same for the same facts."""
    return json.dumps([asdict(one) for one in facts], ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def from_text(text: str) -> tuple[BoothFacts, ...]:
    """Return facts from their text; none from a text that is not one of ``as_text``."""
    try:
        return tuple(BoothFacts(**{name: _tupled(value) for name, value in row.items()}) for row in json.loads(text))
    except (ValueError, TypeError, AttributeError):
        return ()


def _tupled(value: Any) -> Any:
    return tuple(_tupled(part) for part in value) if isinstance(value, list) else value


def fingerprint(text: str) -> str:
    """Return the hash that a proof bears for what it tells: 12 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def neighbours(show: Show, facts: Sequence[BoothFacts], lang: str) -> list[tuple[str, str]]:
    """Return number and name of what stands around some booths, by number; only names that the public may know."""
    own = {one.id for one in facts}
    halls = {one.hall for one in facts}
    found = []
    for booth in show.booths.near([one.outline for one in facts], NEIGHBOUR):
        if booth.id in own or booth.hall not in halls or not let(booth):
            continue
        exhibitor = show.exhibitors.get(booth.exhibitor or "")
        if exhibitor is not None:
            latin, native = names(exhibitor.name, exhibitor.name_native, lang)
            found.append((booth.number, latin or native))
    return sorted(found, key=lambda pair: natural_key(pair[0]))


def lang_of(exhibitor: Exhibitor) -> Lang:
    """Return the language in which an exhibitor is written to: Chinese or English by country, both if it is unknown."""
    country = exhibitor.country.casefold().strip()
    if country:
        return Lang.ZH if any(country.startswith(name) for name in _CHINESE) else Lang.EN
    return Lang.BOTH if exhibitor.name_native else Lang.EN
