"""Finding people as one types: by name in either script, pinyin, company, code or delegation."""

from collections.abc import Iterable
from operator import itemgetter

from hallwright.drawing.index import sort_text
from hallwright.expo.people import Exhibitor, Person
from hallwright.expo.show import Show, Table
from hallwright.support.text import folded

MOST = 100


def firm_of(show: Show, person: Person) -> str:
    """Return the company as lists show it."""
    party = show.exhibitors.get(person.exhibitor or "")
    return person.company or person.company_native or ((party.name or party.name_native) if party else "")


class PeopleSearch:
    """Keeps what people are found by; made anew when people or exhibitors have changed."""

    def __init__(self) -> None:
        self._known: tuple[Table[Person], Table[Exhibitor]] | None = None
        self._entries: list[tuple[str, str, Person]] = []
        self._texts: dict[Person, tuple[str, str]] = {}

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
        parties = {key: _pinyin((party.name, party.name_native)) for key, party in show.exhibitors.items()}
        texts: dict[Person, tuple[str, str]] = {}
        for person in show.people.values():
            known = self._texts.get(person) if person.exhibitor is None else None
            if known is None:
                name = _pinyin((f"{person.family} {person.given}", person.native))
                firm = _pinyin((person.company, person.company_native))
                party = parties.get(person.exhibitor or "", "")
                known = name, folded(f"{name} {firm} {party} {person.delegation} {person.code} {person.email}")
            texts[person] = known
        self._known, self._texts = (show.people, show.exhibitors), texts
        self._entries = sorted(((*both, person) for person, both in texts.items()), key=itemgetter(0))


def _pinyin(names: Iterable[str]) -> str:
    """Return names folded, and Chinese ones also by their pinyin, with spaces and without."""
    parts: list[str] = []
    for name in filter(str.strip, names):
        plain = folded(name)
        spelt = sort_text(name)
        parts.append(plain)
        if spelt != plain:
            parts += [spelt, spelt.replace(" ", "")]
    return " ".join(parts)
