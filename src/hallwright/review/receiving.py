"""Answers that came in: matched by token to what was sent, and kept; nothing is done to the plan."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from hallwright.expo.review import Answer, Reply
from hallwright.expo.show import Show
from hallwright.review.standing import told_otherwise
from hallwright.review.tokens import genuine, id_in
from hallwright.support.i18n import _
from hallwright.support.ids import new_id
from hallwright.support.text import one_line

LONGEST = 4_000
"""Letters of a comment that are kept."""
_NAME = 120


@dataclass(frozen=True, slots=True)
class Claim:
    """An answer as somebody sent it; nothing in it is believed yet.

    Attributes:
        source: the file, and the row or place in it.
        token: of the proof, or empty.
        answer: as a word, or empty.
        comment, name, dated: as they were typed.
    """

    source: str
    token: str
    answer: str = ""
    comment: str = ""
    name: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Turned:
    """An answer that was not taken, and why."""

    source: str
    reason: str


def take(show: Show, claims: Iterable[Claim], now: datetime) -> tuple[list[Reply], list[Turned]]:
    """Return the answers that are good, in the order in which they came, and those that are not.

    Args:
        show: the show as it is.
        claims: what came in.
        now: in UTC.
    """
    known = {_content(reply) for reply in show.replies.values()}
    good: list[Reply] = []
    bad: list[Turned] = []
    for claim in claims:
        found = _reply(show, claim, now)
        if isinstance(found, Reply) and _content(found) in known:
            found = _("this answer was received already")
        if isinstance(found, Reply):
            known.add(_content(found))
            good.append(found)
        else:
            bad.append(Turned(claim.source, found))
    return good, bad


def _content(reply: Reply) -> tuple[str, str, str, str]:
    return reply.packet, reply.answer, reply.comment, reply.name


def _reply(show: Show, claim: Claim, now: datetime) -> Reply | str:
    key = id_in(claim.token)
    if not key:
        return _("it bears no token of a proof") if not claim.token else _("its token is mistyped")
    packet = show.packets.get(key)
    if packet is None:
        return _("its token is of no proof of this project")
    if not genuine(packet, claim.token):
        return _("its token was not made by this project: it is forged or mistyped")
    comment = _words(claim.comment)
    try:
        answer = Answer(claim.answer) if claim.answer else Answer.COMMENT
    except ValueError:
        return _("'{word}' is no answer").format(word=one_line(claim.answer)[:40])
    if answer is Answer.COMMENT and not comment:
        return _("nothing is filled in")
    return Reply(
        id=new_id(),
        packet=packet.id,
        received=now,
        answer=answer,
        comment=comment,
        name=one_line(claim.name)[:_NAME],
        dated=one_line(claim.dated)[:40],
        source=one_line(claim.source)[:200],
        stale=told_otherwise(show, packet),
    )


def _words(text: str) -> str:
    """Return a comment without what could steer a screen or turn the direction of writing; its lines stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(sign for sign in line if unicodedata.category(sign) not in ("Cc", "Cf", "Cs")) for line in lines)
    return "\n".join(line.rstrip() for line in kept).strip()[:LONGEST]
