"""Tokens of proofs, and the codes in which an answer comes back by mail.

A token is the proof's id and a MAC over what it told, both in Crockford's base 32, in groups of four. The key is the
proof's own secret, which lies in the project and never leaves it: nobody makes a token of a proof that was not sent,
nor of one that told something else. An answer's code is a letter, the token and two signs that catch slips of the pen;
who has the token may answer, as who has the paper may sign it.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping

from hallwright.expo.review import Answer, Packet
from hallwright.support.ids import LENGTH

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_MAC = 12
_SIGNS = LENGTH + _MAC
_PRIME = 1021
LETTERS: Mapping[str, Answer] = {"A": Answer.APPROVE, "C": Answer.CHANGE, "N": Answer.COMMENT}
_CODE = re.compile(r"(?<![0-9A-Za-z])([ACN])[-\s]?((?:[0-9A-Za-z]{4}[-\s]?){7})([0-9A-Za-z]{2})(?![0-9A-Za-z])")


def new_secret() -> str:
    """Return a key for the MACs of one proof, 160 random bits."""
    return secrets.token_hex(20)


def token_of(packet: Packet) -> str:
    """Return the token of a proof, such as ``k3f9-2m0x-...``, seven groups of four."""
    return grouped(packet.id + _mac(packet))


def genuine(packet: Packet, token: str) -> bool:
    """Say whether a token is that of a proof; takes as long for any other."""
    return hmac.compare_digest(plain(token).encode(), (packet.id + _mac(packet)).encode())


def id_in(token: str) -> str:
    """Return the id of the proof that a token names, empty where it cannot be one."""
    text = plain(token)
    return text[:LENGTH] if len(text) == _SIGNS and not set(text) - set(_ALPHABET) else ""


def code_of(token: str, answer: Answer) -> str:
    """Return the code of an answer to a proof."""
    letter = next(letter for letter, known in LETTERS.items() if known is answer)
    return f"{letter}-{token}-{check(letter, token)}"


def codes_in(text: str) -> list[tuple[str, Answer, int, int]]:
    """Return the codes in a text, typed well or not: token, answer, and where each begins and ends.

    The token is empty if slips of the pen made it none.
    """
    found = []
    for match in _CODE.finditer(text):
        token = grouped(plain(match[2]))
        sound = plain(match[3]) == check(match[1], token)
        found.append((token if sound else "", LETTERS[match[1]], match.start(), match.end()))
    return found


def check(letter: str, token: str) -> str:
    """Return the two signs that catch a wrong letter or two that changed places."""
    values = [ord(letter) % 31, *(_ALPHABET.find(sign) for sign in plain(token))]
    rest = sum((place + 2) * (value + 1) for place, value in enumerate(values)) % _PRIME
    return _ALPHABET[rest // 32] + _ALPHABET[rest % 32]


def plain(token: str) -> str:
    """Return a token without its dashes, in small letters, with the letters that Crockford reads as digits."""
    kept = "".join(sign for sign in token.lower() if sign.isalnum())
    return kept.replace("o", "0").replace("i", "1").replace("l", "1")


def grouped(text: str) -> str:
    """Return signs in groups of four."""
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def _mac(packet: Packet) -> str:
    told = "\n".join((packet.id, packet.exhibitor, str(packet.position), packet.version, packet.shown))
    digest = hmac.new(packet.secret.encode(), told.encode(), hashlib.sha256).digest()
    bits = int.from_bytes(digest[:8], "big") >> 4
    return "".join(_ALPHABET[bits >> shift & 31] for shift in range(5 * (_MAC - 1), -1, -5))
