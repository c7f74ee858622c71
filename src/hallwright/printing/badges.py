"""Prints badges."""

import time
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from hallwright.drawing.badge import badge_pages
from hallwright.drawing.codes import Codes, plain
from hallwright.drawing.primitives import NotShown
from hallwright.expo.people import Person, Role
from hallwright.expo.printed import Only, wanted
from hallwright.expo.show import Show
from hallwright.printing.output import write_pdf
from hallwright.printing.painter import PdfPainter
from hallwright.printing.printed import OFFICE, Finish, Printed
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.text import folded

_ORDER = {role: place for place, role in enumerate(Role)}
_TELL = 50


def chosen(
    show: Show,
    roles: Collection[Role] | None = None,
    days: Collection[date] | None = None,
    people: Collection[str] | None = None,
    only: Only = Only.ALL,
) -> list[Person]:
    """Return who gets a badge, in the order in which badges are handed out: role, delegation, company, name.

    Args:
        show: the expo.
        roles: only these roles.
        days: only those whose badge is valid on one of these days; a badge without days is valid on all.
        people: only these ids.
        only: all, those without a badge, or those whose badge shows what has changed since.
    """
    found = [
        person
        for person in show.people.values()
        if (roles is None or person.role in roles)
        and (days is None or not person.days or not set(days).isdisjoint(person.days))
        and (people is None or person.id in people)
        and wanted(show, person, only)
    ]
    firms = {key: folded(exhibitor.name) for key, exhibitor in show.exhibitors.items()}

    def place(person: Person) -> tuple[int, str, str, str, str]:
        firm = folded(person.company) if person.company else firms.get(person.exhibitor or "", "")
        return _ORDER[person.role], person.delegation, firm, folded(f"{person.family} {person.given}"), person.id

    return sorted(found, key=place)


def some(
    show: Show,
    roles: Collection[Role] | None = None,
    days: Collection[date] | None = None,
    people: Collection[str] | None = None,
    only: Only = Only.ALL,
) -> list[Person]:
    """Return who gets a badge, as ``chosen`` does.

    Raises:
        Refused: nobody does.
    """
    found = chosen(show, roles, days, people, only)
    if found:
        return found
    if not show.people:
        raise Refused(_("There are no people to print badges for"), mend=_("Import people first."))
    if only is not Only.ALL and chosen(show, roles, days, people):
        if only is Only.NEW:
            raise Refused(_("All of them have a badge"), mend=_("Print all, or those that have changed."))
        raise Refused(_("No badge shows anything that has changed since"), mend=_("Print all, or the new ones."))
    raise Refused(_("Nobody has such a badge"), mend=_("Choose other roles or days."))


def print_badges(
    show: Show,
    path: Path,
    *,
    roles: Collection[Role] | None = None,
    days: Collection[date] | None = None,
    people: Collection[str] | None = None,
    only: Only = Only.ALL,
    codes: Codes = plain,
    finish: Finish = OFFICE,
    force: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Printed:
    """Print one badge a page; the same show, choice and codes give the same bytes.

    Args:
        show: the expo.
        path: the file to make.
        roles: only these roles, or None for all.
        days: only badges that are valid on one of these days.
        people: only the people with these ids.
        only: all of them, those without a badge, or those whose badge shows what has changed since.
        codes: gives the texts of a person's QR codes.
        finish: for an office printer, or for the press with bleed and crop marks.
        force: replace the file if it exists.
        progress: called now and then with the badges done and those in all; what it raises ends the run, and no
            file is made.

    Raises:
        NotForPress: a file for the press has findings.
        Refused: nobody is chosen, or the file cannot be written.
    """
    start = time.perf_counter()
    selected = some(show, roles, days, people, only)
    lost: list[NotShown] = []
    event = show.event

    def paint(painter: PdfPainter) -> None:
        for page in badge_pages(show, selected, lost, codes):
            painter.page(page)
            if progress is not None and painter.pages % _TELL == 0:
                progress(painter.pages, len(selected))

    title = f"{event.name} – Badges".strip(" –")
    report = write_pdf(path, paint, finish, title=title, author=event.name, marks=True, force=force)
    if progress is not None:
        progress(len(selected), len(selected))
    size = path.stat().st_size
    return Printed(path, len(selected), size, tuple(lost), time.perf_counter() - start, report)
