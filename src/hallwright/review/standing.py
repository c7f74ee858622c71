"""Where each exhibitor stands with its proof."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from hallwright.drawing.prooffacts import Known, as_text, facts_of
from hallwright.expo.people import Exhibitor
from hallwright.expo.review import Answer, Packet, Reply, ReplyState
from hallwright.expo.show import Show
from hallwright.support.i18n import N_


class Stage(StrEnum):
    """Where an exhibitor stands, from nothing done to all done."""

    NOT_SENT = "not-sent"
    SENT = "sent"
    OVERDUE = "overdue"
    OPENED = "opened"
    CHANGE = "change"
    STALE = "stale"
    APPROVED = "approved"


NAMES: Final[Mapping[Stage, str]] = {
    Stage.NOT_SENT: N_("not sent"),
    Stage.SENT: N_("sent"),
    Stage.OVERDUE: N_("overdue"),
    Stage.OPENED: N_("commented"),
    Stage.CHANGE: N_("change wanted"),
    Stage.STALE: N_("stale"),
    Stage.APPROVED: N_("approved"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one exhibitor stands.

    Attributes:
        exhibitor: who.
        stage: where.
        packet: the newest proof, or None.
        reply: the newest answer to any proof, or None.
    """

    exhibitor: Exhibitor
    stage: Stage
    packet: Packet | None = None
    reply: Reply | None = None


def standings(show: Show, today: date) -> list[Standing]:
    """Return where all exhibitors with a booth stand, and those without one who were sent a proof, in table order."""
    newest: dict[str, Packet] = {}
    answers: dict[str, Reply] = {}
    for packet in show.packets.values():
        newest[packet.exhibitor] = packet
    for reply in show.replies.values():
        answered = show.packets.get(reply.packet)
        if answered is not None:
            answers[answered.exhibitor] = reply
    found = []
    known = Known.of(show)
    for exhibitor in show.exhibitors.values():
        sent = newest.get(exhibitor.id)
        if sent is None and not show.booths_of(exhibitor):
            continue
        last = answers.get(exhibitor.id)
        found.append(Standing(exhibitor, _stage(known, exhibitor, sent, last, today), sent, last))
    return found


def told_otherwise(show: Show, packet: Packet) -> bool:
    """Say whether the plan has changed for an exhibitor since a proof was made."""
    exhibitor = show.exhibitors.get(packet.exhibitor)
    return exhibitor is None or as_text(facts_of(show, exhibitor)) != packet.shown


def _stage(known: Known, exhibitor: Exhibitor, packet: Packet | None, reply: Reply | None, today: date) -> Stage:
    if packet is None:
        return Stage.NOT_SENT
    if as_text(facts_of(known.show, exhibitor, known)) != packet.shown:
        return Stage.STALE
    if reply is not None and not reply.stale and reply.state is not ReplyState.DECLINED:
        if reply.packet != packet.id and known.show.packets[reply.packet].shown != packet.shown:
            reply = None
        elif reply.answer is Answer.APPROVE:
            return Stage.APPROVED
        elif reply.answer is Answer.CHANGE:
            return Stage.CHANGE
        else:
            return Stage.OPENED
    return Stage.OVERDUE if packet.deadline is not None and today > packet.deadline else Stage.SENT


def thread(show: Show, exhibitor: str) -> list[tuple[Packet, list[Reply]]]:
    """Return an exhibitor's proofs with the answers to each, oldest first."""
    return [(one, list(show.replies.where("packet", one.id))) for one in show.packets.where("exhibitor", exhibitor)]
