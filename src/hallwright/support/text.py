"""Small helpers for text that people typed."""

import re
import unicodedata

_DIGITS = re.compile(r"(\d+)")


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key under which ``A2`` comes before ``A10``."""
    return tuple(_part_key(part) for part in _DIGITS.split(text.casefold()) if part)


def _part_key(part: str) -> tuple[int, int, str]:
    if not part.isdecimal():
        return 1, 0, part
    # By length, then by digits: int() refuses numbers of thousands of digits, which a bad file may hold.
    plain = part if part.isascii() else "".join(str(unicodedata.decimal(sign)) for sign in part)
    digits = plain.lstrip("0")
    return 0, len(digits), digits


def folded(text: str) -> str:
    """Return ``text`` for comparison and search: NFKC, case folded, accents dropped, spaces single."""
    if text.isascii():
        # Most of what is sorted and searched, tens of thousands of times: nothing in it could be decomposed.
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join([c for c in plain if not unicodedata.combining(c)]).split())


def one_line(text: str) -> str:
    """Return ``text`` without line breaks, control characters and doubled spaces."""
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())


def count_of(number: int, noun: str, plural: str = "") -> str:
    """Return ``1 booth`` or ``3 booths``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
