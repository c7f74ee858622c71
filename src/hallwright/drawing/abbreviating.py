"""Texts written shorter: first words that everyone abbreviates, then what is left is cut, with an ellipsis."""

import re
import unicodedata
from collections.abc import Mapping

ELLIPSIS = "…"
_SHORT: Mapping[str, str] = {
    "and": "&",
    "association": "Assn.",
    "centre": "Ctr.",
    "center": "Ctr.",
    "committee": "Cttee.",
    "company": "Co.",
    "corporation": "Corp.",
    "department": "Dept.",
    "development": "Dev.",
    "engineering": "Eng.",
    "government": "Govt.",
    "group": "Grp.",
    "incorporated": "Inc.",
    "institute": "Inst.",
    "international": "Int'l",
    "laboratory": "Lab.",
    "limited": "Ltd.",
    "management": "Mgmt.",
    "manager": "Mgr.",
    "manufacturing": "Mfg.",
    "ministry": "Min.",
    "national": "Nat'l",
    "organisation": "Org.",
    "organization": "Org.",
    "president": "Pres.",
    "professor": "Prof.",
    "senior": "Sr.",
    "technologies": "Tech.",
    "technology": "Tech.",
    "university": "Univ.",
    "vice": "V.",
}
_ENDINGS = ("股份有限公司", "有限责任公司", "有限公司", "株式会社", "주식회사")
_WORD = re.compile(r"[A-Za-z]+")


def abbreviated(text: str) -> str:
    """Return a text with the usual abbreviations; the form of a company in Chinese, Japanese or Korean is left out."""
    shorter = _WORD.sub(lambda found: _SHORT.get(found[0].casefold(), found[0]), text)
    for ending in _ENDINGS:
        if shorter.strip() != ending:
            shorter = shorter.removesuffix(ending).strip() or shorter
    return " ".join(shorter.split())


def cut(text: str, length: int) -> str:
    """Return the first signs of a text and an ellipsis; a letter keeps the marks upon it."""
    if length >= len(text):
        return text
    while length > 0 and unicodedata.combining(text[length]):
        length -= 1
    return text[:length].rstrip(" ,.;:-–—、，。") + ELLIPSIS
