"""Invented names of people, in Latin and in their own script, each given once."""

from collections.abc import Mapping
from typing import NamedTuple

from hallwright.editing.sample import data
from hallwright.editing.sample.keys import pick, shuffled


class Name(NamedTuple):
    """A person's name: given and family name in Latin script, and the whole of it in the person's own."""

    given: str
    family: str
    native: str


SCRIPTS: Mapping[str, str] = {
    "China": "zh",
    "Hong Kong SAR": "hk",
    "Macao SAR": "mo",
    "Japan": "jp",
    "Korea": "kr",
    "Germany": "de",
    "France": "fr",
    "Greece": "gr",
    "Russia": "ru",
    "Portugal": "pt",
    "Indonesia": "id",
    "Finland": "fi",
}
"""The naming habit of each country in the sample."""


class Names:
    """Hands out names by naming habit; Chinese ones are put together, family name first in their own script."""

    def __init__(self) -> None:
        rows = data.table("names")
        self._whole: dict[str, list[Name]] = {}
        self._families: dict[str, list[Name]] = {}
        self._given: dict[str, list[Name]] = {}
        lists = {"whole": self._whole, "family": self._families, "given": self._given}
        for row in rows:
            name = Name(row["given"], row["family"], row["native"])
            lists[row["part"]].setdefault(row["script"], []).append(name)
        self._whole = {script: shuffled(script, names) for script, names in self._whole.items()}
        self._taken: dict[str, set[Name]] = {}

    def take(self, script: str) -> Name:
        """Return a name that nobody has yet.

        Raises:
            LookupError: all names of this habit are taken.
        """
        whole = self._whole.get(script)
        if whole:
            return whole.pop()
        families, given = self._families.get(script, []), self._given.get(script, [])
        taken = self._taken.setdefault(script, set())
        if len(taken) == len(families) * len(given):
            raise LookupError(f"no names are left for '{script}'")
        attempt = len(taken)
        while True:
            last = pick(f"family:{script}:{attempt}", families)
            first = pick(f"given:{script}:{attempt}", given)
            name = Name(first.given, last.family, last.native + first.native)
            if name not in taken:
                taken.add(name)
                return name
            attempt += 1_000_000
