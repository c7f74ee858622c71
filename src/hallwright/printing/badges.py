"""Prints badges."""

import time
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from hallwright.drawing.badge import badge_pages, template_notes
from hallwright.drawing.badgeface import Pictures, no_pictures
from hallwright.drawing.badgefields import CodeOf, plain_code
from hallwright.drawing.primitives import NotShown
from hallwright.expo.badges import Template
from hallwright.expo.people import Person, Role
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
) -> list[Person]:
    """Return who gets a badge, in the order in which badges are handed out: role, delegation, company, name.

    Args:
        show: the expo.
        roles: only these roles.
        days: only those whose badge is valid on one of these days; a badge without days is valid on all.
        people: only these ids.
    """
    found = [
        person
        for person in show.people.values()
        if (roles is None or person.role in roles)
        and (days is None or not person.days or not set(days).isdisjoint(person.days))
        and (people is None or person.id in people)
    ]
    firms = {key: folded(exhibitor.name) for key, exhibitor in show.exhibitors.items()}

    def place(person: Person) -> tuple[int, str, str, str, str]:
        firm = folded(person.company) if person.company else firms.get(person.exhibitor or "", "")
        return _ORDER[person.role], person.delegation, firm, folded(f"{person.family} {person.given}"), person.id

    return sorted(found, key=place)


def print_badges(
    show: Show,
    path: Path,
    *,
    roles: Collection[Role] | None = None,
    days: Collection[date] | None = None,
    people: Collection[str] | None = None,
    template: Template | None = None,
    pictures: Pictures = no_pictures,
    code_of: CodeOf = plain_code,
    finish: Finish = OFFICE,
    force: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Printed:
    """Print the pages of one badge after the other; the same show and choice give the same bytes.

    Args:
        show: the expo.
        path: the file to make.
        roles: only these roles, or None for all.
        days: only badges that are valid on one of these days.
        people: only the people with these ids.
        template: makes all badges; None for the template of each role.
        pictures: returns photos and artwork by their hash, as a store does.
        code_of: returns what a person's QR code holds.
        finish: for an office printer, or for the press with bleed and crop marks.
        force: replace the file if it exists.
        progress: called now and then with the badges done and those in all; what it raises ends the run, and no
            file is made.

    Raises:
        NotForPress: a file for the press has findings.
        Refused: nobody is chosen, a template cannot be read, or the file cannot be written.
    """
    start = time.perf_counter()
    selected = chosen(show, roles, days, people)
    if not selected:
        if not show.people:
            raise Refused(_("There are no people to print badges for"), mend=_("Import people first."))
        raise Refused(_("Nobody has such a badge"), mend=_("Choose other roles or days."))
    lost: list[NotShown] = template_notes(show, selected, template)
    event, pages = show.event, 0

    def paint(painter: PdfPainter) -> None:
        nonlocal pages
        for page in badge_pages(show, selected, lost, template=template, pictures=pictures, code_of=code_of):
            painter.page(page)
            if progress is not None and painter.pages % _TELL == 0:
                # Backs are pages, too; a bar that goes beyond its end would be none.
                progress(min(painter.pages, len(selected)), len(selected))
        pages = painter.pages

    title = f"{event.name} – Badges".strip(" –")
    report = write_pdf(path, paint, finish, title=title, author=event.name, marks=True, force=force)
    if progress is not None:
        progress(len(selected), len(selected))
    size = path.stat().st_size
    return Printed(path, pages, size, tuple(lost), time.perf_counter() - start, report)
