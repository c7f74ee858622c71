"""Finding people as one types: by name in either script, pinyin, company, code or delegation."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import itemgetter

from hallwright.drawing.index import sort_text
from hallwright.expo.people import Exhibitor, Person
from hallwright.expo.show import Show, Table
from hallwright.support.text import folded

MOST = 100
_RUNS = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]|[^\u3400-\u9fff\U00020000-\U0003ffff]+")
"""A Chinese sign alone, or all that stands between two."""


def firm_of(show: Show, person: Person) -> str:
    """Return the company as lists show it."""
    party = show.exhibitors.get(person.exhibitor or "")
    return person.company or person.company_native or ((party.name or party.name_native) if party else "")


class PeopleSearch:
    """Keeps what people are found by; made anew when people or exhibitors have changed."""

    def __init__(self) -> None:
        self._known: tuple[Table[Person], Table[Exhibitor]] | None = None
        self._entries: list[tuple[str, str, Person]] = []
        self._texts: dict[Person | Exhibitor, tuple[str, str]] = {}

    def found(self, show: Show, text: str, most: int = MOST) -> list[Person]:
        """Return the people of whom every word is a part: first who has such a name, then whose name begins so.

        Without a text: the first by name.
        """
        self._renew(show)
        words = folded(text).split()
        hits: list[tuple[int, str, Person]] = []
        for name, told, person in self._entries:
            if all(word in told for word in words):
                parts = name.split() if words else []
                begins = any(part.startswith(words[0]) for part in parts) if words else True
                hits.append((0 if not words or words[0] in parts else 1 if begins else 2, name, person))
        hits.sort(key=itemgetter(0, 1))
        return [person for _late, _name, person in hits[:most]]

    def _renew(self, show: Show) -> None:
        if self._known is not None and self._known[0] is show.people and self._known[1] is show.exhibitors:
            return
        # Spelling Chinese takes its time, so only rows that have changed are spelt anew.
        known = self._texts
        texts: dict[Person | Exhibitor, tuple[str, str]] = {}
        for party in show.exhibitors.values():
            texts[party] = known.get(party) or ("", _pinyin((party.name, party.name_native)))
        for person in show.people.values():
            texts[person] = known.get(person) or _texts(person)
        self._known, self._texts = (show.people, show.exhibitors), texts
        firms = {party.id: texts[party][1] for party in show.exhibitors.values()}
        entries = []
        for person in show.people.values():
            name, told = texts[person]
            entries.append((name, f"{told} {firms.get(person.exhibitor or '', '')}", person))
        self._entries = sorted(entries, key=itemgetter(0))


def _texts(person: Person) -> tuple[str, str]:
    """Return what a person is called by, and all that the person is found by without the exhibitor."""
    name = _pinyin((f"{person.family} {person.given}", person.native), _by_signs)
    firm = _pinyin((person.company, person.company_native))
    return name, folded(f"{name} {firm} {person.delegation} {person.code} {person.email}")


@lru_cache(1 << 14)
def _spelt(text: str) -> str:
    return sort_text(text)


def _by_signs(name: str) -> str:
    """Return a name of a person by the pinyin of each sign: there are few of them, and names are no words."""
    return " ".join(_spelt(part) for part in _RUNS.findall(name))


def _pinyin(names: Iterable[str], spell: Callable[[str], str] = _spelt) -> str:
    """Return names folded, and Chinese ones also by their pinyin, with spaces and without."""
    parts: list[str] = []
    for name in filter(str.strip, names):
        plain = folded(name)
        parts.append(plain)
        spelt = plain if name.isascii() else folded(spell(name))
        if spelt != plain:
            parts += [spelt, spelt.replace(" ", "")]
    return " ".join(parts)
