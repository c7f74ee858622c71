"""What exhibitors were shown of their placement, and what they answered."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hallwright.expo.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet(Row):
    """A proof that was made for an exhibitor: its id and secret make the token by which an answer finds back.

    Attributes:
        exhibitor: id of who is asked; the exhibitor may have been deleted since.
        sent: when it was made, in UTC.
        deadline: day by which an answer is wanted, or None.
        lang: ``en``, ``zh`` or ``both``.
        version: what the state of the plan was called.
        position: journal position of that state.
        booths: ids of the booths that were shown.
        shown: what was told of them, as JSON text; an answer is stale once this would be told otherwise.
        secret: signs the token; it never leaves the project.
    """

    exhibitor: str
    sent: datetime
    deadline: date | None = None
    lang: str = "both"
    version: str = ""
    position: int = 0
    booths: tuple[str, ...] = ()
    shown: str = ""
    secret: str


class Answer(StrEnum):
    """What an exhibitor says to a proof."""

    APPROVE = "approve"
    CHANGE = "change"
    COMMENT = "comment"


class ReplyState(StrEnum):
    """What the staff made of an answer."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Row):
    """An answer to a proof, as it came in.

    Attributes:
        packet: id of the proof.
        received: when it was read in, in UTC.
        answer: what was said.
        comment: in the exhibitor's words.
        name: who signed.
        dated: the date beside the name, as it was typed.
        source: file, code or list that it came from.
        stale: the plan had changed for this exhibitor when the answer came.
        state: what the staff made of it.
        settled: when they did, in UTC, or None.
    """

    packet: str
    received: datetime
    answer: Answer
    comment: str = ""
    name: str = ""
    dated: str = ""
    source: str = ""
    stale: bool = False
    state: ReplyState = ReplyState.OPEN
    settled: datetime | None = None
