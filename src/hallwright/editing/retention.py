"""Personal data that are to go: people past the day until which they may be kept, and whoever asks for it."""

from collections.abc import Iterable
from datetime import date, datetime

from hallwright.editing.change import Change, Edit, amend, remove
from hallwright.editing.people import name_of
from hallwright.expo.people import Person
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.support.text import count_of

ERASED = N_("the person was erased")


def due(show: Show, today: date) -> list[Person]:
    """Return the people whose last day has passed, the longest overdue first."""
    found = [(person.keep_until, person) for person in show.people.values() if person.keep_until is not None]
    return [person for until, person in sorted(found, key=lambda pair: (pair[0], pair[1].id)) if until < today]


def erase(show: Show, ids: Iterable[str], at: datetime) -> Change:
    """Erase people: their rows go, their badges become void and keep neither name nor reason.

    Raises:
        Refused: nobody is named, or one is gone.
    """
    edits: list[Edit] = []
    gone = []
    for key in dict.fromkeys(ids):
        if key not in show.people:
            raise Refused(_("The person no longer exists"), mend=_("Select another."))
        gone.append(show.people[key])
        for badge in show.badges.where("person", key):
            voided = badge.voided if badge.voided is not None else at
            edits.append(amend(badge, voided=voided, void_reason=ERASED, reason=""))
        edits.append(remove(gone[-1]))
    if not gone:
        raise Refused(_("There is nobody to erase"))
    # The name is not in the summary: it would stay in the history.
    return Change.of("erase-people", f"Erase {count_of(len(gone), 'person', 'people')}", edits)


def keep_for(show: Show, ids: Iterable[str], until: date | None) -> Change:
    """Set the day until which people are kept; None for no such day.

    Raises:
        Refused: nobody is named, or one is gone.
    """
    rows = []
    for key in dict.fromkeys(ids):
        if key not in show.people:
            raise Refused(_("The person no longer exists"), mend=_("Select another."))
        rows.append(show.people[key])
    if not rows:
        raise Refused(_("Nobody is chosen"))
    what = name_of(rows[0]) if len(rows) == 1 else count_of(len(rows), "person", "people")
    return Change.of("keep-people", f"Edit {what}", [amend(row, keep_until=until) for row in rows])
