"""Edits of proofs and the answers to them; none touches the plan."""

from collections.abc import Sequence
from datetime import datetime

from hallwright.editing.change import Change, amend, create
from hallwright.expo.review import Packet, Reply, ReplyState
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.text import count_of


def send_proofs(packets: Sequence[Packet]) -> Change:
    """Keep the proofs that were made."""
    return Change.of("send-proofs", f"Send {count_of(len(packets), 'proof')}", [create(one) for one in packets])


def receive_answers(show: Show, replies: Sequence[Reply]) -> Change:
    """Keep answers that came in.

    Raises:
        Refused: one answers a proof that there is not.
    """
    for reply in replies:
        if reply.packet not in show.packets:
            raise Refused(_("The answer is of no proof of this project"), reply.source)
    return Change.of("receive-answers", f"Receive {count_of(len(replies), 'answer')}", [create(one) for one in replies])


def settle_answer(show: Show, reply: str, state: ReplyState, when: datetime) -> Change:
    """Say what becomes of an answer: accepted, declined, or open again.

    Args:
        show: the show as it is.
        reply: id of the answer.
        state: what becomes of it; an accepted approval freezes the numbers of the booths that it is about.
        when: now, in UTC.

    Raises:
        Refused: the answer no longer exists.
    """
    row = show.replies.get(reply)
    if row is None:
        raise Refused(_("The answer no longer exists"), mend=_("Select another."))
    packet = show.packets.get(row.packet)
    party = show.exhibitors.get(packet.exhibitor) if packet is not None else None
    verb = {ReplyState.ACCEPTED: "Accept", ReplyState.DECLINED: "Decline", ReplyState.OPEN: "Reopen"}[state]
    settled = None if state is ReplyState.OPEN else when
    name = party.name or party.name_native if party is not None else row.name
    return Change.of("settle-answer", f"{verb} answer of {name}", [amend(row, state=state, settled=settled)])
