"""Gives each badge of a batch its id and its code, before it is printed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hallwright.expo.people import Person
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


def batch(show: Show, people: Iterable[Person], key: PrivateKey | None) -> Batch:
    """Give ids to the badges of people, and codes where there is a key.

    Raises:
        Refused: the key is not the event's, or a person's days cannot be said in a code.
    """
    badges = {person.id: new_id() for person in people}
    if key is None:
        return Batch(badges, {})
    if key.public.text != show.event.badge_key:
        raise Refused(_("The key is not the one of this event's badges"), mend=_("Unlock this event's key."))
    every_day = show.event.days
    codes = {}
    for person_id, badge in badges.items():
        person = show.people[person_id]
        days = person.days or every_day
        try:
            codes[person_id] = key.sign(Claim(key.public.fingerprint, badge, person.role, days)).text
        except Refused as refusal:
            where = ", ".join(filter(None, (person.latin or person.native, refusal.where)))
            raise Refused(refusal.what, where, refusal.mend) from None
    return Batch(badges, codes)
