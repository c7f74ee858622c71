"""Names of files from names of companies, safe on every system."""

import re
import unicodedata
from collections.abc import Iterable

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\s]+')
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{k}" for k in range(1, 10)), *(f"lpt{k}" for k in range(1, 10)))
)
_BYTES = 60
"""Of UTF-8: file systems take 255, mail programs and archives less; a Chinese sign has three."""


def safe_name(text: str) -> str:
    """Return a name without what any system forbids; ``exhibitor`` where nothing is left."""
    plain = "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign)[0] != "C")
    plain = _FORBIDDEN.sub("-", plain).strip("-. ")
    while len(plain.encode()) > _BYTES:
        plain = plain[:-1]
    plain = plain.strip("-. ")
    if not plain:
        return "exhibitor"
    return f"{plain}-" if plain.split(".")[0].casefold() in _RESERVED else plain


def unique_names(texts: Iterable[str]) -> list[str]:
    """Return safe names, each once also where capitals and small letters are the same."""
    found: list[str] = []
    taken: set[str] = set()
    for text in texts:
        name = base = safe_name(text)
        count = 1
        while name.casefold() in taken:
            count += 1
            name = f"{base}-{count}"
        taken.add(name.casefold())
        found.append(name)
    return found
