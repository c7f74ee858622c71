"""Two versions of the plan compared: what differs, what that means for others, who must be told."""

from collections.abc import Callable
from dataclasses import dataclass

from hallwright.editing.earlier import Moment, plan_at
from hallwright.editing.session import Session
from hallwright.expo.show import Show
from hallwright.review.consequences import Consequence, consequences
from hallwright.review.differences import Difference, differences
from hallwright.review.informing import Informed, informed


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and all that is said of them.

    Attributes:
        before, after: the positions that were compared.
        a, b: their plans.
        found: how ``b`` differs from ``a``; applied to it they give ``b``.
        followed: what that changed for booths.
        told: who must be told.
    """

    before: Moment
    after: Moment
    a: Show
    b: Show
    found: tuple[Difference, ...]
    followed: tuple[Consequence, ...]
    told: tuple[Informed, ...]


def compare(
    session: Session,
    before: Moment,
    after: Moment,
    still: Callable[[], None] = lambda: None,
    now: tuple[Show, int] | None = None,
) -> Comparison:
    """Compare two versions of a project.

    Args:
        session: the project.
        before: one position.
        after: the other, be it later or not.
        still: called again and again; what it raises ends the comparison.
        now: the present plan and its position, where another thread may change the session's meanwhile.

    Raises:
        Refused: the journal does not lead back to one of them.
    """
    late = max(before.seq, after.seq)
    newer = plan_at(session, late, still, now)
    older = plan_at(session, min(before.seq, after.seq), still, (newer, late))
    a, b = (newer, older) if before.seq > after.seq else (older, newer)
    return compared(before, after, a, b, still)


def compared(before: Moment, after: Moment, a: Show, b: Show, still: Callable[[], None] = lambda: None) -> Comparison:
    """Compare two shows that are at hand."""
    found = differences(a, b)
    still()
    followed = consequences(a, b, found)
    still()
    return Comparison(before, after, a, b, tuple(found), tuple(followed), tuple(informed(a, b, found, followed)))
