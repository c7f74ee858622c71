"""What has changed for an exhibitor since a proof was made: as it was sent, and as it is."""

from collections.abc import Callable
from typing import Final

from hallwright.drawing.prooffacts import BoothFacts, facts_of, from_text
from hallwright.drawing.wording import Lang, joined
from hallwright.expo.lengths import told
from hallwright.expo.review import Packet
from hallwright.expo.show import Show
from hallwright.expo.terms import term
from hallwright.support.i18n import N_, _

_TOLD: Final[tuple[tuple[str, Callable[[BoothFacts], str]], ...]] = (
    (N_("number"), lambda one: one.number),
    (N_("hall"), lambda one: joined(one.hall_name, one.hall_native, Lang.BOTH)),
    (N_("zone"), lambda one: joined(one.zone, one.zone_native, Lang.BOTH)),
    (N_("size"), lambda one: one.size),
    (N_("open sides"), lambda one: str(one.open_sides)),
    (N_("type"), lambda one: _(one.kind.replace("-", " ").capitalize())),
    (N_("height limit"), lambda one: told(one.height) if one.height is not None else ""),
    (N_("construction"), lambda one: term(one.construction)),
    (N_("fascia text"), lambda one: one.fascia),
)
_SEEN: Final[tuple[tuple[str, Callable[[BoothFacts], object]], ...]] = (
    (N_("place or shape"), lambda one: one.outline),
    (N_("columns inside"), lambda one: one.columns),
    (N_("supplies inside"), lambda one: one.drops),
)


def since(show: Show, packet: Packet) -> list[str]:
    """Return, a line each, what would be told otherwise now than a proof told; empty where nothing would."""
    exhibitor = show.exhibitors.get(packet.exhibitor)
    before = {one.id: one for one in from_text(packet.shown)}
    now = {one.id: one for one in facts_of(show, exhibitor)} if exhibitor is not None else {}
    lines = [_("Booth {number} is no longer its own.").format(number=before[key].number) for key in before.keys() - now]
    lines += [_("Booth {number} has come to it.").format(number=now[key].number) for key in now.keys() - before]
    for key, was in before.items():
        one = now.get(key)
        if one is None or one == was:
            continue
        for what, tell in _TOLD:
            if tell(was) != tell(one):
                line = _("{number}: {what} was {before}, is {after}")
                values = {"before": tell(was) or "–", "after": tell(one) or "–"}
                lines.append(line.format(number=was.number, what=_(what), **values))
        for what, look in _SEEN:
            if look(was) != look(one):
                lines.append(_("{number}: {what} changed").format(number=was.number, what=_(what)))
    return lines
