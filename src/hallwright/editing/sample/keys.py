"""Ids and choices that are the same on every machine and in every version of Python."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

from hallwright.support.ids import LENGTH

T = TypeVar("T")
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_BITS = 64


def _number(name: str, bits: int) -> int:
    digest = hashlib.blake2b(name.encode(), digest_size=bits // 8, person=b"hallwright").digest()
    return int.from_bytes(digest, "big")


def stable_id(name: str) -> str:
    """Return the id of a sample row by a name that stays, e.g. ``booth:A01``; same form as ``new_id``."""
    bits = _number(name, 5 * LENGTH)
    return "".join(_ALPHABET[bits >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5))


def share(name: str) -> float:
    """Return a number from 0 up to 1 that looks random and depends on the name alone."""
    return float(_number(name, _BITS) / (1 << _BITS))


def pick(name: str, choices: Sequence[T]) -> T:
    """Return one of the choices, by name."""
    return choices[_number(name, _BITS) % len(choices)]


def shuffled(name: str, items: Sequence[T]) -> list[T]:
    """Return the items in an order that looks random and depends on the name alone."""
    order = sorted(range(len(items)), key=lambda index: _number(f"{name}:{index}", _BITS))
    return [items[index] for index in order]
