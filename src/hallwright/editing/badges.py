"""Edits of printed badges: recording a batch, declaring void, the event's key."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from hallwright.editing.change import Change, Edit, amend, create
from hallwright.editing.floor import amend_event
from hallwright.editing.people import name_of
from hallwright.expo.badges import Badge
from hallwright.expo.printed import good_badges, shown
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.support.text import count_of, one_line

REPLACED = N_("replaced by another")
"""Why a badge is void when its wearer got another without anybody saying why."""
UNSIGNED = N_("printed before badges were signed")
_SET = "Set the key of badges"


def record(show: Show, badges: Mapping[str, str], at: datetime, *, desk: str = "", reason: str = "") -> Change:
    """Note that badges were printed; a good badge that one of their wearers has already becomes void.

    One that is known and was only printed once more is left as it is.

    Args:
        show: the expo as it was printed.
        badges: id of the badge by person.
        at: when, in UTC.
        desk: where, as the desk calls itself; empty for a print shop.
        reason: why somebody gets another badge.

    Raises:
        Refused: a person was deleted meanwhile.
    """
    desk, reason = one_line(desk), one_line(reason)
    edits: list[Edit] = []
    names = []
    for key, badge in badges.items():
        person = show.people.get(key)
        if person is None:
            raise Refused(_("Someone was deleted while the badges were printed"), mend=_("Print them again."))
        if badge in show.badges:
            continue
        names.append(name_of(person))
        earlier = good_badges(show, key)
        edits += [amend(old, voided=at, void_reason=reason or REPLACED) for old in earlier]
        again = reason if earlier or show.badges.where("person", key) else ""
        edits.append(
            create(
                Badge(
                    id=badge,
                    person=key,
                    role=person.role,
                    printed=at,
                    desk=desk,
                    reason=again,
                    shown=shown(show, person),
                )
            )
        )
    summary = f"Print badge of {names[0]}" if len(names) == 1 else f"Print {count_of(len(names), 'badge')}"
    return Change.of("print-badges", summary, edits)


def void(show: Show, badges: Iterable[str], at: datetime, reason: str) -> Change:
    """Declare printed badges void, so that they are refused at the gate.

    Raises:
        Refused: there is no such badge, one is void already, or there is no reason.
    """
    reason = one_line(reason)
    if not reason:
        raise Refused(_("A badge becomes void for a reason"), mend=_("Say why, e.g. lost."))
    edits: list[Edit] = []
    names = []
    for key in dict.fromkeys(badges):
        badge = show.badges.get(key)
        if badge is None:
            raise Refused(_("There is no such badge"), key)
        person = show.people.get(badge.person)
        names.append(name_of(person) if person is not None else key)
        if badge.voided is not None:
            raise Refused(_("The badge is void already"), names[-1])
        edits.append(amend(badge, voided=at, void_reason=reason))
    summary = f"Void badge of {names[0]}" if len(names) == 1 else f"Void {count_of(len(names), 'badge')}"
    return Change.of("void-badges", summary, edits)


def set_key(show: Show, public: str, at: datetime) -> Change:
    """Name the public key that the event's badges are verified with; badges printed without one become void.

    Raises:
        Refused: badges were signed with another key, which would be refused from now on.
    """
    known = show.event.badge_key
    if known == public:
        return Change.of("set-badge-key", _SET, ())
    good = [badge for badge in show.badges.values() if badge.voided is None]
    if known and good:
        raise Refused(
            _("Badges were signed with the event's key already; with another key all of them would be refused"),
            mend=_("Void them first, if that is meant."),
        )
    voids = [amend(badge, voided=at, void_reason=UNSIGNED) for badge in good]
    return Change.of("set-badge-key", _SET, [*amend_event(show, badge_key=public), *voids])
