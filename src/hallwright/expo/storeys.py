"""Storeys: in which order people's names for them lie above each other, and which halls lie on which."""

import re
from collections.abc import Iterable, Sequence

from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.geometry.outline import bounds
from hallwright.support.text import folded

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九十")}
_GROUND = re.compile(r"g|gf|eg|rdc|ground( floor)?|erdgeschoss|底层|地面层?|首层")
_COUNT = r"(\d+|[一二三四五六七八九十])"
_BELOW = re.compile(rf"(?:b|ub|ug|basement ?|地下|负|-|−){_COUNT}?f?[层楼]?|(\d+)(?:ug|b)")
_ABOVE = re.compile(rf"(?:l|f|og|level ?|floor ?)?{_COUNT} ?(?:f|og|st|nd|rd|th)?[层楼]?(?: floor)?")
_POINT = re.compile(r"\. ?(?=og|ug)")
_MEZZANINE = re.compile(r"m|mezzanine|zg|夹层")


def rank(storey: str) -> float:
    """Return where a storey lies: basements below 0, the ground floor and what has no name at 0, 1 at 1.

    ``G``, ``1F``, ``L2``, ``B1``, ``-1``, ``2.OG``, ``二层`` and ``地下一层`` are understood; a mezzanine lies half a
    storey above the ground. A name of another kind counts as above all that are understood.
    """
    name = _POINT.sub("", folded(storey).strip())
    if not name or _GROUND.fullmatch(name):
        return 0.0
    if _MEZZANINE.fullmatch(name):
        return 0.5
    found = _BELOW.fullmatch(name)
    if found:
        return -float(_number(found[1] or found[2] or "1"))
    found = _ABOVE.fullmatch(name)
    if found:
        return float(_number(found[1]))
    return 1000.0


def by_storey(halls: Iterable[Hall]) -> list[Hall]:
    """Return halls from the lowest storey to the highest, on each in their own order."""
    return sorted(halls, key=lambda hall: (rank(hall.storey), folded(hall.storey)))


def beneath(show: Show, hall: str) -> list[Hall]:
    """Return what lies under a hall: the halls of the next lower storey that share ground with it.

    All halls of an expo are drawn from the same corner, so that what lies above each other has the same millimetres.
    Under the lowest hall lies nothing; then the next higher storey is returned, to be traced from above.
    """
    box = bounds(show.halls[hall].outline)
    return _next(show, hall, [other for other in show.halls.values() if bounds(other.outline).touches(box)])


def matching(show: Show, hall: str) -> list[Hall]:
    """Return the halls onto which a hall is to be laid: those beneath it, or all of that storey if it lies apart."""
    return beneath(show, hall) or _next(show, hall, list(show.halls.values()))


def _next(show: Show, hall: str, among: Sequence[Hall]) -> list[Hall]:
    """Return those halls that are on the next lower storey, or else on the next higher one."""
    here = rank(show.halls[hall].storey)
    others = [other for other in among if rank(other.storey) != here]
    lower = [rank(other.storey) for other in others if rank(other.storey) < here]
    level = max(lower) if lower else min((rank(other.storey) for other in others), default=here)
    return [other for other in others if rank(other.storey) == level]


def _number(text: str) -> int:
    return _DIGITS[text] if text in _DIGITS else int(text)
