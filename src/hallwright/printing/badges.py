"""Prints badges: one a page, or several a sheet."""

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from hallwright.drawing.badge import HEIGHT, WIDTH, Faces, badge_faces, size_of, template_notes
from hallwright.drawing.badgeface import Pictures, no_pictures
from hallwright.drawing.badgesheets import STOCKS
from hallwright.drawing.codes import Codes, plain
from hallwright.drawing.imposing import Imposer, Pair, Printing, alignment_sheet, stacked
from hallwright.drawing.primitives import NotShown, Page
from hallwright.expo.badges import Template
from hallwright.expo.people import Person, Role
from hallwright.expo.printed import Only, wanted
from hallwright.expo.show import Show
from hallwright.printing.output import write_pdf
from hallwright.printing.painter import PdfPainter
from hallwright.printing.printed import OFFICE, Finish, Printed
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.text import folded, natural_key

_ORDER = {role: place for place, role in enumerate(Role)}
_TELL = 50


class Order(StrEnum):
    """In which order badges lie in the file, and in their pile once they are cut."""

    HANDED_OUT = "desk"
    """Role, delegation, company, name: as the desk hands them out."""
    NAME = "name"
    COMPANY = "company"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Imposition:
    """Several badges on a sheet.

    Attributes:
        stock: name of the sheet, see ``drawing.badgesheets``.
        printing: how the sheets go through the printer.
        stack: whether the piles of all places, laid on each other, are in order; else each sheet is.
    """

    stock: str
    printing: Printing = field(default_factory=Printing)
    stack: bool = False


def chosen(
    show: Show,
    roles: Collection[Role] | None = None,
    days: Collection[date] | None = None,
    people: Collection[str] | None = None,
    only: Only = Only.ALL,
    order: Order = Order.HANDED_OUT,
) -> list[Person]:
    """Return who gets a badge, in order.

    Args:
        show: the expo.
        roles: only these roles.
        days: only those whose badge is valid on one of these days; a badge without days is valid on all.
        people: only these ids.
        only: all, those without a badge, or those whose badge shows what has changed since.
        order: of the badges.
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

    def place(person: Person) -> tuple[object, ...]:
        firm = folded(person.company) if person.company else firms.get(person.exhibitor or "", "")
        name = folded(f"{person.family} {person.given}".strip() or person.native)
        if order is Order.NAME:
            return name, firm, person.id
        if order is Order.COMPANY:
            return firm, name, person.id
        if order is Order.ZONE:
            # Those without a booth come last.
            zone = _zone(show, person.exhibitor)
            return not zone, natural_key(zone), firm, name, person.id
        return _ORDER[person.role], person.delegation, firm, name, person.id

    return sorted(found, key=place)


def some(
    show: Show,
    roles: Collection[Role] | None = None,
    days: Collection[date] | None = None,
    people: Collection[str] | None = None,
    only: Only = Only.ALL,
    order: Order = Order.HANDED_OUT,
) -> list[Person]:
    """Return who gets a badge, as ``chosen`` does.

    Raises:
        Refused: nobody does.
    """
    found = chosen(show, roles, days, people, only, order)
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
    order: Order = Order.HANDED_OUT,
    imposition: Imposition | None = None,
    codes: Codes = plain,
    template: Template | None = None,
    pictures: Pictures = no_pictures,
    finish: Finish = OFFICE,
    force: bool = False,
    progress: Callable[[int, int], None] | None = None,
    still: Callable[[], None] = lambda: None,
) -> Printed:
    """Print badges; the same show, choice and codes give the same bytes.

    Args:
        show: the expo.
        path: the file to make.
        roles: only these roles, or None for all.
        days: only badges that are valid on one of these days.
        people: only the people with these ids.
        only: all of them, those without a badge, or those whose badge shows what has changed since.
        order: of the badges.
        imposition: several badges on a sheet, or None for one a page.
        codes: gives the texts of a person's QR codes.
        template: makes all badges; None for the template of each role.
        pictures: returns photos and artwork by their hash, as a store does.
        finish: for an office printer, or for the press with bleed and crop marks.
        force: replace the file if it exists.
        progress: called now and then with the badges done and those in all; what it raises ends the run, and no
            file is made.
        still: called again and again, also while the file is finished and checked; what it raises ends the run, too.

    Raises:
        NotForPress: a file for the press has findings.
        Refused: nobody is chosen, a template cannot be read, the badges do not fit the sheet, or the file cannot be
            written.
    """
    start = time.perf_counter()
    selected = some(show, roles, days, people, only, order)
    lost: list[NotShown] = template_notes(show, selected, template)
    event, pages = show.event, 0
    made = 0

    def told() -> Iterator[Faces]:
        nonlocal made
        for faces in badge_faces(show, selected, lost, template=template, pictures=pictures, codes=codes):
            still()
            made += 1
            yield faces
            if progress is not None and made % _TELL == 0:
                progress(made, len(selected))

    def single() -> Iterator[Page]:
        for faces in told():
            yield faces.front
            if faces.back is not None:
                yield faces.back

    sheets, drawn = len(selected), single()
    if imposition is not None:
        sheet = STOCKS.load(imposition.stock).sheet(*size_of(show, selected, template))
        printing = imposition.printing
        imposer = Imposer(sheet, printing, len(selected))
        sheets = imposer.sheets
        if imposition.stack:
            selected = stacked(selected, sheet, printing.start)
        drawn = imposer.all(both_sides(faces, printing) for faces in told())

    def paint(painter: PdfPainter) -> None:
        nonlocal pages
        for page in drawn:
            painter.page(page)
        pages = painter.pages
        # Nobody's badge is ever left out without a word.
        assert made == len(selected), f"{made} badges made for {len(selected)} people"

    title = f"{event.name} – Badges".strip(" –")
    marks = imposition is None
    report = write_pdf(path, paint, finish, title=title, author=event.name, marks=marks, force=force, still=still)
    if progress is not None:
        progress(len(selected), len(selected))
    size = path.stat().st_size
    count = len(selected)
    counts = {"people": count, "badges": made, "sheets": sheets}
    return Printed(path, pages, size, tuple(lost), time.perf_counter() - start, report, counts)


def both_sides(faces: Faces, printing: Printing) -> Pair:
    """Return the sides of a badge as they go on a sheet.

    What has no back of its own shows the same on both sides where backs are printed: badges turn about on their
    lanyards. One that is folded has both faces on its front.
    """
    if printing.turn is None or faces.folded:
        return Pair(faces.front)
    return Pair(faces.front, faces.back or faces.front)


def print_alignment(
    path: Path, imposition: Imposition, size: tuple[float, float] = (WIDTH, HEIGHT), *, force: bool = False
) -> Printed:
    """Print the sheet that tells how far a printer is off, and its back if there are backs.

    Args:
        path: the file to make.
        imposition: the sheet, and how it goes through the printer.
        size: width and height of the badges, mm.
        force: replace the file if it exists.

    Raises:
        Refused: there is no such sheet, or the file cannot be written.
    """
    start = time.perf_counter()
    pages = alignment_sheet(STOCKS.load(imposition.stock).sheet(*size), imposition.printing.turn)

    def paint(painter: PdfPainter) -> None:
        for page in pages:
            painter.page(page)

    write_pdf(path, paint, OFFICE, title=pages[0].name, author="", force=force)
    return Printed(path, len(pages), path.stat().st_size, (), time.perf_counter() - start)


def _zone(show: Show, exhibitor: str | None) -> str:
    """Return the name of the zone in which the first booth of an exhibitor stands, empty without one."""
    party = show.exhibitors.get(exhibitor or "")
    booths = sorted(show.booths_of(party), key=lambda booth: natural_key(booth.number)) if party is not None else []
    zone = show.zone_of(booths[0]) if booths else None
    return zone.name if zone is not None else ""
