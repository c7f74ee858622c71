"""What the QR codes on a badge say: the code of the badge, the person's contact data, or an address in the web."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from urllib.parse import quote

from hallwright.expo.people import Person
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

Codes = Callable[[Person], Sequence[str]]
"""Texts of the codes on a person's badge, one or two, the one for the gate first."""
MOST = 2


class Content(StrEnum):
    """What a code says."""

    BADGE = "badge"
    """The signed code of the badge, or the person's own where the event signs none."""
    CONTACT = "contact"
    LINK = "link"


def plain(person: Person) -> tuple[str, ...]:
    """Return the person's own code, as badges carry it where nothing else was chosen."""
    return (person.code or person.id,)


def codes(show: Show, contents: Sequence[Content], signed: Mapping[str, str], link: str = "") -> Codes:
    """Return what says the codes of a person's badge.

    Args:
        show: the expo.
        contents: one or two, each once.
        signed: signed codes by person.
        link: address in the web, with ``{code}`` for the person's code.

    Raises:
        Refused: contents that do not go together, or a link without an address.
    """
    if not contents or len(contents) > MOST or len(set(contents)) < len(contents):
        raise Refused(_("A badge bears one code, or two that differ"), mend=_("Choose badge, contact or link."))
    if Content.LINK in contents:
        require_link(link)
    makers: dict[Content, Callable[[Person], str]] = {
        Content.BADGE: lambda person: signed.get(person.id) or plain(person)[0],
        Content.CONTACT: lambda person: vcard(show, person),
        Content.LINK: lambda person: link.replace("{code}", quote(plain(person)[0], safe="")),
    }
    return lambda person: tuple(makers[content](person) for content in contents)


def require_link(link: str) -> None:
    """Refuse an address that no phone would open.

    Raises:
        Refused: it does not begin with http, or does not say where the person's code stands.
    """
    if not link.startswith(("https://", "http://")) or "{code}" not in link or any(sign.isspace() for sign in link):
        raise Refused(
            _("'{link}' is no address for the code").format(link=link),
            mend=_("Write it like https://example.org/p/{code}."),
        )


def vcard(show: Show, person: Person) -> str:
    """Return a person's card for an address book (vCard 3.0, RFC 2426).

    E-mail and phone only of those who agreed to the use of their data: anybody may scan a badge.
    """
    party = show.exhibitors.get(person.exhibitor or "")
    firm = person.company or (party.name if party else "") or person.company_native
    name = person.native if not person.latin else person.latin
    lines = ["BEGIN:VCARD", "VERSION:3.0"]
    family, given = (person.family, person.given) if person.latin else (person.native, "")
    lines.append(f"N:{_escaped(family)};{_escaped(given)};;{_escaped(person.title)};")
    both = f"{person.native} {name}" if person.native and person.native != name else name
    lines.append(f"FN:{_escaped(both)}")
    told = [("ORG", firm), ("TITLE", person.job)]
    if person.consented is not None:
        told += [("EMAIL", person.email), ("TEL", person.phone)]
    lines += [f"{key}:{_escaped(value)}" for key, value in told if value]
    return "\r\n".join([*lines, "END:VCARD", ""])


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())
