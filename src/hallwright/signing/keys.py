"""Key pairs: the private half signs badges, the public one verifies them."""

import base64
import binascii
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from hallwright.signing.token import CONTEXT, FINGERPRINT, Claim, Token
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

_SIZE = 32
SHORTEST = 8
"""Signs that a passphrase has at least."""


class PublicKey:
    """What verifies badges of one event; no secret.

    Attributes:
        text: its 32 bytes as 52 signs of base 32, as the project keeps it.
        fingerprint: 4 bytes that name the event in a token.
    """

    def __init__(self, raw: bytes) -> None:
        self._key = Ed25519PublicKey.from_public_bytes(raw)
        self.text = base64.b32encode(raw).decode("ascii").rstrip("=")
        self.fingerprint = hashlib.sha256(raw).digest()[:FINGERPRINT]

    @classmethod
    def read(cls, text: str) -> "PublicKey":
        """Return the key that a text is.

        Raises:
            Refused: it is none.
        """
        plain = "".join(text.split()).upper().rstrip("=")
        try:
            raw = base64.b32decode(plain + "=" * (-len(plain) % 8))
        except (binascii.Error, ValueError):
            raw = b""
        if len(raw) != _SIZE:
            raise Refused(
                _("That is no public key for badges"),
                mend=_("It has 52 letters and digits."),
            )
        return cls(raw)

    def verifies(self, token: Token) -> bool:
        """Say whether the private half of this key signed what a token says."""
        try:
            self._key.verify(token.signature, CONTEXT + token.payload)
        except InvalidSignature:
            return False
        return True


class PrivateKey:
    """What signs the badges of one event; a secret, never in the project."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self.public = PublicKey(key.public_key().public_bytes_raw())

    @classmethod
    def new(cls) -> "PrivateKey":
        """Return a new key."""
        return cls(Ed25519PrivateKey.generate())

    def sign(self, claim: Claim) -> Token:
        """Return the token that vouches for a claim.

        Raises:
            Refused: days that a token cannot say.
        """
        payload = claim.packed()
        return Token(payload, self._key.sign(CONTEXT + payload))

    def locked(self, passphrase: str) -> bytes:
        """Return the key as PEM text under a passphrase (PKCS #8, AES-256).

        Raises:
            Refused: the passphrase is too short.
        """
        if len(passphrase) < SHORTEST:
            raise Refused(
                _("The passphrase is too short"), mend=_("Take at least {count} signs.").format(count=SHORTEST)
            )
        lock = serialization.BestAvailableEncryption(passphrase.encode())
        return self._key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock)

    @classmethod
    def unlocked(cls, pem: bytes, passphrase: str) -> "PrivateKey":
        """Return the key of a PEM text.

        Raises:
            Refused: the passphrase is another, or the text holds no such key.
        """
        try:
            key = serialization.load_pem_private_key(pem, passphrase.encode() or None)
        except TypeError:
            raise Refused(_("The key file is locked"), mend=_("Give its passphrase.")) from None
        except ValueError:
            raise Refused(
                _("The passphrase does not open the key file, or the file is damaged"), mend=_("Type it again.")
            ) from None
        if not isinstance(key, Ed25519PrivateKey):
            raise Refused(_("The file holds a key of another kind"), mend=_("Choose a key file of Hallwright."))
        return cls(key)
