"""Which booths their exhibitors have approved as they are numbered."""

from hallwright.expo.review import Answer, ReplyState
from hallwright.expo.show import Show


def approved(show: Show) -> frozenset[str]:
    """Return the ids of booths whose exhibitor approved them, with the staff's consent, and still has them.

    Their numbers stand as if in print: a change of one is to be confirmed.
    """
    found = set()
    for reply in show.replies.where("answer", Answer.APPROVE):
        packet = show.packets.get(reply.packet)
        if reply.state is not ReplyState.ACCEPTED or packet is None:
            continue
        exhibitor = show.exhibitors.get(packet.exhibitor)
        if exhibitor is not None:
            owners = (exhibitor.id, exhibitor.host)
            found |= {key for key in packet.booths if key in show.booths and show.booths[key].exhibitor in owners}
    return frozenset(found)
