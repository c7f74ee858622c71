"""Gives each badge of a batch its id and its code, before it is printed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hallwright.expo.people import Person
from hallwright.expo.printed import good_badges, shown
from hallwright.expo.show import Show
from hallwright.signing.keys import PrivateKey
from hallwright.signing.token import Claim
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.ids import new_id


@dataclass(frozen=True, slots=True)
class Batch:
    """Badges about to be printed.

    Attributes:
        badges: id of the badge by person.
        codes: text of the signed code by person; empty where the event has no key.
    """

    badges: Mapping[str, str]
    codes: Mapping[str, str]


def batch(show: Show, people: Iterable[Person], key: PrivateKey | None, *, anew: bool = True) -> Batch:
    """Give ids to the badges of people, and codes where there is a key.

    Args:
        show: the expo.
        people: who gets a badge.
        key: what signs; None where the event signs none.
        anew: give ids anew to all; else whoever has a good badge that shows what is known now gets the same once more,
            with the same code, so that a file made twice voids nothing.

    Raises:
        Refused: the key is not the event's, or a person's days cannot be said in a code.
    """
    badges = {person.id: "" if anew else _same(show, person) for person in people}
    badges = {person: badge or new_id() for person, badge in badges.items()}
    if key is None:
        return Batch(badges, {})
    if key.public.text != show.event.badge_key:
        raise Refused(_("The key is not the one of this event's badges"), mend=_("Unlock this event's key."))
    every_day = show.event.days
    claims = {}
    for person_id, badge in badges.items():
        person = show.people[person_id]
        claim = Claim(key.public.fingerprint, badge, person.role, person.days or every_day)
        try:
            claim.packed()
        except Refused as refusal:
            where = ", ".join(filter(None, (person.latin or person.native, refusal.where)))
            raise Refused(refusal.what, where, refusal.mend) from None
        claims[person_id] = claim
    return Batch(badges, _Codes(key, claims))


class _Codes(Mapping[str, str]):
    """Signs each code when it is first asked for: a preview of ten thousand badges shows one."""

    def __init__(self, key: PrivateKey, claims: Mapping[str, Claim]) -> None:
        self._key, self._claims = key, claims
        self._made: dict[str, str] = {}

    def __getitem__(self, person: str) -> str:
        made = self._made.get(person)
        if made is None:
            made = self._made[person] = self._key.sign(self._claims[person]).text
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._claims)

    def __len__(self) -> int:
        return len(self._claims)


def _same(show: Show, person: Person) -> str:
    """Return the id of the badge that a person has and that would be printed once more, or nothing."""
    good = good_badges(show, person.id)
    return good[-1].id if good and good[-1].shown == shown(show, person) and good[-1].role is person.role else ""
