"""The token: what the code on a badge says, 83 bytes as 133 signs of base 32, a QR code of version 6-M.

=====  ====  ====================================================================================================
bytes        what
=====  ====  ====================================================================================================
0         1  version of this layout, 1
1-4       4  fingerprint of the event: the first bytes of the SHA-256 of its public key
5-14     10  id of the badge: 80 bits, as its 16 signs of Crockford's base 32 say
15-18     4  big-endian: kind (5 bits), span (1), first day (14, from 2020-01-01 on), days (12)
19-82    64  Ed25519 signature (RFC 8032) of the ASCII text ``Hallwright badge`` and the 19 bytes before
=====  ====  ====================================================================================================

The kind is the place of the role in ``KINDS``. Without ``span`` the 12 bits say on which days the badge is valid, the
lowest bit being the first day; with none of them set it is valid on all days. With ``span`` they count the days that
follow the first without a gap. No name, no company: who finds a badge learns nothing from its code.

Base 32 is that of RFC 4648 without ``=``, all capitals, so that the QR code is alphanumeric; 83 bytes leave one bit of
the last sign, which is 0. A scanner under Caps Lock sends small letters, which are read alike; a mixture is refused.
"""

import base64
import binascii
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hallwright.expo.people import Role
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

VERSION: Final = 1
PAYLOAD, SIGNATURE = 19, 64
SIZE: Final = PAYLOAD + SIGNATURE
SIGNS: Final = 133
"""Letters and digits of a token."""
FINGERPRINT: Final = 4
CONTEXT: Final = b"Hallwright badge"
"""Stands before what is signed, so that no signature made for anything else can pass for a badge's."""

KINDS: Final = (
    *(Role.EXHIBITOR, Role.VISITOR, Role.SPEAKER, Role.PRESS, Role.ORGANISER),
    *(Role.STAFF, Role.CONTRACTOR, Role.VIP, Role.DELEGATION),
)
"""The kinds by number. Printed badges say these numbers: new ones go to the end."""

_EPOCH: Final = date(2020, 1, 1)
_CROCKFORD: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_ID_SIGNS: Final = 16
_DAYS: Final = 12
_LATEST: Final = _EPOCH + timedelta(days=(1 << 14) - 1)


class MalformedError(ValueError):
    """A text is no token."""


class NewerError(MalformedError):
    """A token of a later layout."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a token says before anybody has checked it.

    Attributes:
        event: fingerprint of the event, 4 bytes.
        badge: id of the printed badge.
        kind: role of who wears it.
        days: days on which it is valid; empty for all.
    """

    event: bytes
    badge: str
    kind: Role
    days: tuple[date, ...]

    def packed(self) -> bytes:
        """Return the 19 bytes that are signed.

        Raises:
            Refused: days that the token cannot say.
            ValueError: an id that the program has not made, or no fingerprint.
        """
        if len(self.event) != FINGERPRINT:
            raise ValueError("a fingerprint has 4 bytes")
        validity = KINDS.index(self.kind) << 27 | _packed_days(self.days)
        return bytes((VERSION,)) + self.event + _packed_id(self.badge) + validity.to_bytes(4, "big")


@dataclass(frozen=True, slots=True)
class Token:
    """A claim and the signature that vouches for it."""

    payload: bytes
    signature: bytes

    @property
    def text(self) -> str:
        """The token as it stands in a QR code."""
        return base64.b32encode(self.payload + self.signature).decode("ascii").rstrip("=")

    @property
    def event(self) -> bytes:
        """The fingerprint of the event that it is for, as it claims."""
        return self.payload[1 : 1 + FINGERPRINT]

    @classmethod
    def read(cls, text: str) -> "Token":
        """Return the token that a text is.

        Raises:
            MalformedError: it is none.
            NewerError: it has a later layout.
        """
        plain = text.strip()
        if len(plain) != SIGNS or not plain.isascii() or plain not in (plain.upper(), plain.lower()):
            raise MalformedError
        plain = plain.upper()
        try:
            packed = base64.b32decode(plain + "=" * (-SIGNS % 8))
        except binascii.Error:
            raise MalformedError from None
        token = cls(packed[:PAYLOAD], packed[PAYLOAD:])
        if token.text != plain:
            raise MalformedError  # the bit that is left over is set
        if packed[0] != VERSION:
            raise NewerError if packed[0] > VERSION else MalformedError
        return token

    def claim(self) -> Claim:
        """Return what the token claims.

        Raises:
            MalformedError: a kind that there is not.
        """
        validity = int.from_bytes(self.payload[15:19], "big")
        kind = validity >> 27
        if kind >= len(KINDS):
            raise MalformedError
        return Claim(self.event, _read_id(self.payload[5:15]), KINDS[kind], _read_days(validity & ((1 << 27) - 1)))


def _packed_id(key: str) -> bytes:
    if len(key) != _ID_SIGNS or not set(key) <= set(_CROCKFORD):
        raise ValueError(f"no id of the program: {key}")
    bits = 0
    for sign in key:
        bits = bits << 5 | _CROCKFORD.index(sign)
    return bits.to_bytes(10, "big")


def _read_id(packed: bytes) -> str:
    bits = int.from_bytes(packed, "big")
    return "".join(_CROCKFORD[bits >> shift & 31] for shift in range(5 * (_ID_SIGNS - 1), -1, -5))


def _packed_days(days: tuple[date, ...]) -> int:
    if not days:
        return 0
    some = sorted(set(days))
    first = (some[0] - _EPOCH).days
    places = [(day - some[0]).days for day in some]
    if first < 0 or some[0] > _LATEST:
        raise Refused(
            _("A badge's code cannot say the day {day}").format(day=some[0].isoformat()),
            mend=_("Days from 2020 to 2064 can be said; mend the dates."),
        )
    if places[-1] < _DAYS:
        return first << _DAYS | sum(1 << place for place in places)
    if len(places) == places[-1] + 1 and places[-1] < 1 << _DAYS:
        return 1 << 26 | first << _DAYS | places[-1]
    raise Refused(
        _("A badge's code cannot say these days: they have gaps and spread over more than 12 days"),
        f"{some[0].isoformat()} – {some[-1].isoformat()}",
        _("Choose days without a gap, or make a person for each part."),
    )


def _read_days(bits: int) -> tuple[date, ...]:
    span, first, days = bits >> 26, bits >> _DAYS & ((1 << 14) - 1), bits & ((1 << _DAYS) - 1)
    start = _EPOCH + timedelta(days=first)
    if span:
        return tuple(start + timedelta(days=place) for place in range(days + 1))
    return tuple(start + timedelta(days=place) for place in range(_DAYS) if days >> place & 1)
