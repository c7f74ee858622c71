"""The order of a person's names, as their script has it."""

import unicodedata

_FAMILY_FIRST = ("CJK UNIFIED", "CJK COMPATIBILITY", "HANGUL")


def ordered(given: str, family: str) -> str:
    """Return a whole name: family name first and unseparated in Han and Hangul (陈大文), else given name first."""
    given, family = given.strip(), family.strip()
    if given and family and _family_first(given) and _family_first(family):
        return family + given
    return f"{given} {family}".strip()


def _family_first(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return bool(letters) and all(unicodedata.name(char, "").startswith(_FAMILY_FIRST) for char in letters)
