"""Whether a badge is genuine, valid today and not revoked; offline, and the reason when it is not."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from hallwright.expo.people import Person
from hallwright.expo.show import Show
from hallwright.signing.keys import PublicKey
from hallwright.signing.revocations import Revocations, Revoked
from hallwright.signing.token import Claim, MalformedError, NewerError, Token
from hallwright.support.i18n import _


class Why(StrEnum):
    """Why a badge is refused; stable names, for the command line's JSON."""

    UNREADABLE = "unreadable"
    NEWER = "newer-version"
    OTHER_EVENT = "other-event"
    FORGED = "forged"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    NOT_YET = "not-yet-valid"
    EXPIRED = "expired"
    NOT_TODAY = "not-today"
    NO_ACCESS = "no-access"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a token.

    Attributes:
        why: why it is refused, or None when the badge is good.
        reason: the same in words; empty when the badge is good.
        claim: what it says, once the signature has vouched for it.
        person: who wears it, where the project is at hand and still knows.
    """

    why: Why | None
    reason: str = ""
    claim: Claim | None = None
    person: Person | None = None

    @property
    def good(self) -> bool:
        """Whether the badge is genuine, valid and not revoked."""
        return self.why is None


def verify(
    text: str,
    public: PublicKey,
    day: date,
    *,
    revocations: Revocations | None = None,
    show: Show | None = None,
    zone: str = "",
) -> Verdict:
    """Judge what a scanner read.

    Args:
        text: the token.
        public: key of the event.
        day: the day for which the badge has to be valid.
        revocations: void badges, by id.
        show: the project, where it is at hand: it knows void badges, those it never printed, and who wears one.
        zone: id of the zone that the gate leads to; empty for a gate that all may pass. Only with ``show``.
    """
    try:
        token = Token.read(text)
    except NewerError:
        return _refused(Why.NEWER, _("The code was made by a newer version of Hallwright"))
    except MalformedError:
        return _refused(Why.UNREADABLE, _("This is not the code of a signed badge"))
    if token.event != public.fingerprint:
        return _refused(Why.OTHER_EVENT, _("The badge is of another event"))
    if not public.verifies(token):
        return _refused(Why.FORGED, _("The signature does not fit: forged or altered"))
    try:
        claim = token.claim()
    except MalformedError:
        return _refused(Why.NEWER, _("The code was made by a newer version of Hallwright"))
    badge = show.badges.get(claim.badge) if show is not None else None
    person = show.people.get(badge.person) if show is not None and badge is not None else None
    void = (revocations or {}).get(claim.badge)
    if void is None and show is not None and badge is not None and badge.voided is not None:
        void = Revoked(badge.voided, badge.void_reason)
    if void is not None:
        words = _("Revoked on {when}: {reason}") if void.reason else _("Revoked on {when}")
        return Verdict(Why.REVOKED, words.format(when=_local(void.at), reason=_(void.reason)), claim, person)
    if show is not None and badge is None:
        return Verdict(Why.UNKNOWN, _("The signature fits, but this project did not print the badge"), claim)
    late = _late(claim, day)
    if late is not None:
        return Verdict(*late, claim, person)
    if show is not None and zone and (person is None or zone not in person.access):
        name = show.zones[zone].name if zone in show.zones else zone
        return Verdict(Why.NO_ACCESS, _("No access to {zone}").format(zone=name), claim, person)
    return Verdict(None, "", claim, person)


def _refused(why: Why, reason: str) -> Verdict:
    return Verdict(why, reason)


def _late(claim: Claim, day: date) -> tuple[Why, str] | None:
    if not claim.days or day in claim.days:
        return None
    if day < claim.days[0]:
        return Why.NOT_YET, _("Not yet valid: from {day} on").format(day=claim.days[0].isoformat())
    if day > claim.days[-1]:
        return Why.EXPIRED, _("Expired: the last day was {day}").format(day=claim.days[-1].isoformat())
    coming = next(other for other in claim.days if other > day)
    return Why.NOT_TODAY, _("Not valid today; next on {day}").format(day=coming.isoformat())


def _local(at: datetime) -> str:
    """Return a time of UTC as this computer's clock shows it."""
    return f"{at.replace(tzinfo=UTC).astimezone():%Y-%m-%d %H:%M}"
