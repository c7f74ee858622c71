"""Who must be told of a new version of the plan, and why: the most weighty reason first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.expo.terms import called
from hallwright.review.consequences import Consequence, Effect
from hallwright.review.differences import Difference, What
from hallwright.review.sentences import Line, line
from hallwright.review.words import size
from hallwright.support.i18n import _
from hallwright.support.text import folded, natural_key


class Weight(IntEnum):
    """How weighty a reason is; the least number weighs most."""

    LOST = 0
    PLACE = 1
    MOVED = 2
    NUMBER = 3
    TERMS = 4
    AROUND = 5
    STATUS = 6


_WEIGHTS: Mapping[What | Effect, Weight] = {
    What.MOVED: Weight.MOVED,
    What.RESIZED: Weight.MOVED,
    What.TURNED: Weight.MOVED,
    What.RENUMBERED: Weight.NUMBER,
    What.CONSTRUCTION: Weight.TERMS,
    What.RETYPED: Weight.TERMS,
    Effect.PRICE: Weight.TERMS,
    Effect.FRONTAGE: Weight.TERMS,
    Effect.AISLE: Weight.AROUND,
    Effect.NEIGHBOURS: Weight.AROUND,
    What.STATUS: Weight.STATUS,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an exhibitor must be told, in a sentence."""

    weight: Weight
    text: str


@dataclass(frozen=True, slots=True)
class Informed:
    """An exhibitor who must be told, as it is in the later version if it is there.

    Attributes:
        exhibitor: who.
        reasons: why, the most weighty first.
        host: the exhibitor whose booths it shares, or None.
        booths: where it stands now, or stood if it has none now.
    """

    exhibitor: Exhibitor
    reasons: tuple[Reason, ...]
    host: Exhibitor | None
    booths: tuple[Booth, ...]

    @property
    def weight(self) -> Weight:
        """That of the most weighty reason."""
        return self.reasons[0].weight


def informed(a: Show, b: Show, found: Sequence[Difference], followed: Sequence[Consequence]) -> list[Informed]:
    """Return the exhibitors who must be told of what differs, those with the most weighty reasons first.

    A co-exhibitor is told what its host is told of place, size and number.
    """
    anew = {each.before.id: each.after.id for each in found if each.what is What.REDRAWN and each.before and each.after}
    before = _by_exhibitor(a, anew)
    after = _by_exhibitor(b, {})
    by_booth: dict[str, list[Line]] = {}
    everything: list[Difference | Consequence] = [*found, *followed]
    for one in everything:
        if isinstance(one.after, Booth) and isinstance(one.before, Booth):
            by_booth.setdefault(one.after.id, []).append(line(a, b, one))
    told: dict[str, list[Reason]] = {}
    for key in {**before, **after}:
        was, now = before.get(key, {}), after.get(key, {})
        reasons = _placed(b, key, was, now)
        for booth in (now[one] for one in now if one in was):
            reasons += _at(booth, by_booth.get(booth.id, ()))
        if reasons:
            told[key] = sorted(reasons, key=lambda one: one.weight)
    made = [_made(a, b, key, reasons, None, before, after) for key, reasons in told.items()]
    for guest in b.exhibitors.values():
        shared = [one for one in told.get(guest.host or "", ()) if one.weight <= Weight.NUMBER]
        if guest.host is not None and shared and guest.id not in told:
            made.append(_made(a, b, guest.id, shared, b.exhibitors.get(guest.host), before, after))
    return sorted(made, key=lambda one: (one.weight, folded(one.exhibitor.sort_name or one.exhibitor.name)))


def _by_exhibitor(show: Show, anew: Mapping[str, str]) -> dict[str, dict[str, Booth]]:
    found: dict[str, dict[str, Booth]] = {}
    for booth in show.booths.values():
        if booth.exhibitor is not None:
            found.setdefault(booth.exhibitor, {})[anew.get(booth.id, booth.id)] = booth
    return found


def _placed(b: Show, key: str, was: Mapping[str, Booth], now: Mapping[str, Booth]) -> list[Reason]:
    gone, come = [was[one] for one in was if one not in now], [now[one] for one in now if one not in was]
    values = {"was": _numbers(gone), "now": _numbers(come)}
    if gone and not now:
        text = _("No longer has a booth; had {was}") if key in b.exhibitors else _("Has withdrawn; had {was}")
        return [Reason(Weight.LOST, text.format(**values))]
    if come and not was:
        sizes = "; ".join(size(booth.outline) for booth in come)
        return [Reason(Weight.PLACE, _("Gets {now} ({size})").format(**values, size=sizes))]
    if gone and come:
        return [Reason(Weight.PLACE, _("Moves from {was} to {now}").format(**values))]
    if gone:
        return [Reason(Weight.PLACE, _("Gives up {was}").format(**values))]
    return [Reason(Weight.PLACE, _("Also gets {now}").format(**values))] if come else []


def _at(booth: Booth, told: Sequence[Line]) -> list[Reason]:
    reasons = []
    for one in told:
        what = one.about.effect if isinstance(one.about, Consequence) else one.about.what
        if what in _WEIGHTS:
            reasons.append(Reason(_WEIGHTS[what], one.told))
    return reasons


def _made(
    a: Show,
    b: Show,
    key: str,
    reasons: Sequence[Reason],
    host: Exhibitor | None,
    before: Mapping[str, Mapping[str, Booth]],
    after: Mapping[str, Mapping[str, Booth]],
) -> Informed:
    row = b.exhibitors.get(key) or a.exhibitors[key]
    owner = host.id if host is not None else key
    return Informed(row, tuple(reasons), host, tuple((after.get(owner) or before.get(owner, {})).values()))


def _numbers(booths: Sequence[Booth]) -> str:
    return ", ".join(sorted((booth.number or _("unnumbered") for booth in booths), key=natural_key))


def exhibitor_text(one: Informed) -> str:
    """Return who is told: the name, and for a co-exhibitor whose it is."""
    if one.host is None:
        return called(one.exhibitor)
    return _("{name} (with {host})").format(name=called(one.exhibitor), host=called(one.host))
