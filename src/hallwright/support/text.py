"""Small helpers for text that people typed."""

import re
import unicodedata

_DIGITS = re.compile(r"(\d+)")


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key under which ``A2`` comes before ``A10``."""
    parts = _DIGITS.split(text.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


def folded(text: str) -> str:
    """Return ``text`` for comparison and search: NFKC, case folded, accents dropped, spaces single."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def one_line(text: str) -> str:
    """Return ``text`` without line breaks, control characters and doubled spaces."""
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())


def count_of(number: int, noun: str, plural: str = "") -> str:
    """Return ``1 booth`` or ``3 booths``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
