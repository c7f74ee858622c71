"""A gate: judges one scan after another, counts, and remembers who came in, in memory only."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from hallwright.expo.show import Show
from hallwright.signing.keys import PublicKey
from hallwright.signing.revocations import Revocations
from hallwright.signing.verifying import Verdict, verify

_KEPT = 200


@dataclass(frozen=True, slots=True)
class Passage:
    """One scan.

    Attributes:
        at: when, local time.
        verdict: what became of it.
        before: when the same badge came through before, today at this gate, or None.
    """

    at: datetime
    verdict: Verdict
    before: datetime | None = None


class Gate:
    """What scans are judged by, and what came of them.

    Attributes:
        zone: id of the zone it leads to; empty for an entrance that every good badge opens.
        day: the day for which badges have to be valid; None for today.
        revocations: void badges of a list, besides those that the project knows.
        passages: the last scans, the newest first.
        admitted: how many badges came in, each counted once.
        refused: how many scans were refused.
    """

    def __init__(self, show: Callable[[], Show]) -> None:
        self._show = show
        self.zone = ""
        self.day: date | None = None
        self.revocations: Revocations = {}
        self.passages: list[Passage] = []
        self._seen: dict[tuple[str, str, date], datetime] = {}
        self._counts: Counter[bool] = Counter()

    @property
    def admitted(self) -> int:
        """How many badges came in, each counted once a day and zone."""
        return self._counts[True]

    @property
    def refused(self) -> int:
        """How many scans were refused."""
        return self._counts[False]

    def scan(self, text: str, at: datetime) -> Passage:
        """Judge what a scanner read.

        Raises:
            Refused: the event has no key, so that nothing can be judged.
        """
        show = self._show()
        day = self.day or at.date()
        public = PublicKey.read(show.event.badge_key)
        verdict = verify(text, public, day, revocations=self.revocations, show=show, zone=self.zone)
        before = None
        if verdict.good and verdict.claim is not None:
            place = verdict.claim.badge, self.zone, day
            before = self._seen.get(place)
            self._counts[True] += before is None
            self._seen.setdefault(place, at)
        else:
            self._counts[False] += 1
        passage = Passage(at, verdict, before)
        self.passages = [passage, *self.passages[: _KEPT - 1]]
        return passage
