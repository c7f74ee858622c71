"""Ids made by the program, so that a change is complete before it is written."""

import secrets

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 16


def new_id() -> str:
    """Return a fresh id of 16 characters (80 random bits, Crockford base 32)."""
    bits = secrets.randbits(5 * LENGTH)
    return "".join(_ALPHABET[bits >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5))
