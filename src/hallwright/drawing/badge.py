"""Badges: the pages of each person, as the template of the person's role has it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hallwright.drawing.badgecheck import amiss
from hallwright.drawing.badgeface import FaceMaker, Pictures, no_pictures
from hallwright.drawing.badgefields import Fields
from hallwright.drawing.codes import Codes, plain
from hallwright.drawing.primitives import Group, NotShown, Page
from hallwright.expo.badges import Template
from hallwright.expo.design import MICRONS, Design, Face, Fold, texts_of
from hallwright.expo.people import Person, Role
from hallwright.expo.show import Show
from hallwright.expo.starters import classic
from hallwright.expo.templates import design_of, template_of
from hallwright.support.i18n import _

WIDTH, HEIGHT = 86.0, 124.0
"""Of the badge for which nobody has made a template, in mm."""
_TURNED = (Fold.FOOT, Fold.TOP)
_CLASSIC = "classic"
_BEYOND = 20.0
"""Millimetres beyond the edge that a panel of a folded badge may show: more than any bleed."""


class Faces(NamedTuple):
    """The pages of one badge: a front, and a back on paper of its own where it is neither blank nor folded.

    Attributes:
        folded: the front bears both faces, and the paper's other side stays blank.
    """

    person: Person
    front: Page
    back: Page | None = None
    folded: bool = False


def badge_faces(
    show: Show,
    people: Iterable[Person],
    not_shown: list[NotShown],
    *,
    template: Template | None = None,
    pictures: Pictures = no_pictures,
    codes: Codes = plain,
) -> Iterator[Faces]:
    """Make badges one at a time, so that any number of them takes no more memory than one.

    Args:
        show: the expo.
        people: who gets a badge, in the order of printing.
        not_shown: takes what could not be shown on the badges made so far.
        template: makes all badges, whatever the person's role; None for the template of each role.
        pictures: returns photos and artwork by their hash.
        codes: returns the texts of the QR codes on a person's badge, the one for the gate first.

    Raises:
        Refused: a template cannot be read.
    """
    fields = Fields(show, codes)
    makers: dict[Role, BadgeMaker] = {}
    by_template: dict[str, BadgeMaker] = {}
    for person in people:
        maker = makers.get(person.role)
        if maker is None:
            row = template or template_of(show, person.role)
            key = row.id if row else _CLASSIC
            if key not in by_template:
                design = design_of(show, row) if row else classic()
                by_template[key] = BadgeMaker(design, key, fields, pictures, not_shown)
            maker = makers[person.role] = by_template[key]
        yield maker.faces(person)


def badge_pages(
    show: Show,
    people: Iterable[Person],
    not_shown: list[NotShown],
    *,
    template: Template | None = None,
    pictures: Pictures = no_pictures,
    codes: Codes = plain,
) -> Iterator[Page]:
    """Make the pages of badges one at a time, each back after its front; arguments as for ``badge_faces``."""
    found = badge_faces(show, people, not_shown, template=template, pictures=pictures, codes=codes)
    for faces in found:
        yield faces.front
        if faces.back is not None:
            yield faces.back


def size_of(show: Show, people: Iterable[Person], template: Template | None = None) -> tuple[float, float]:
    """Return width and height in mm in which every badge of some people fits, flat and trimmed.

    Raises:
        Refused: a template cannot be read.
    """
    wide = high = 0
    for role in {person.role for person in people}:
        row = template or template_of(show, role)
        page = (design_of(show, row) if row else classic()).page
        wide, high = max(wide, page.width), max(high, page.height)
    return wide / MICRONS, high / MICRONS


def template_notes(show: Show, people: Iterable[Person], template: Template | None = None) -> list[NotShown]:
    """Return what is amiss with the templates of some people's badges, whoever wears them.

    Raises:
        Refused: a template cannot be read.
    """
    found: list[NotShown] = []
    rows = {template_of(show, role) for role in {person.role for person in people}} if template is None else {template}
    for row in sorted((row for row in rows if row is not None), key=lambda row: row.name):
        reason = _("template {name}: {what}")
        found += [
            NotShown(row.id, one.element, reason.format(name=row.name, what=one.what))
            for one in amiss(design_of(show, row))
            if not one.advice
        ]
    return found


def sides(show: Show, role: Role, template: Template | None = None) -> int:
    """Return how many pages a badge of a role has.

    Raises:
        Refused: its template cannot be read.
    """
    row = template or template_of(show, role)
    page = (design_of(show, row) if row else classic()).page
    return len(page.faces) if page.fold is Fold.NONE else 1


def by_size(show: Show) -> dict[tuple[float, float], frozenset[Role]]:
    """Return the roles that people have by the size of their badges, width and height in mm: a press prints one a job.

    Raises:
        Refused: a template cannot be read.
    """
    found: dict[tuple[float, float], frozenset[Role]] = {}
    there = {person.role for person in show.people.values()}
    for role in (role for role in Role if role in there):
        row = template_of(show, role)
        page = (design_of(show, row) if row else classic()).page
        size = page.width / MICRONS, page.height / MICRONS
        found[size] = found.get(size, frozenset()) | {role}
    return found


class BadgeMaker:
    """Makes the badges of one design."""

    def __init__(self, design: Design, key: str, fields: Fields, pictures: Pictures, lost: list[NotShown]) -> None:
        self._page = design.page
        self._fields, self._lost = fields, lost
        self._two = any("{qr_second}" in text for one in design.elements for text in texts_of(one))
        self._back = Face.BACK in design.page.faces
        fold = design.page.fold
        self._faces = {
            face: FaceMaker(design, face, key, fields, pictures, lost, face is Face.BACK and fold in _TURNED)
            for face in design.page.faces
        }

    def faces(self, person: Person) -> Faces:
        """Return the pages of a person's badge, in mm."""
        page = self._page
        if not self._two and self._fields.of(person, ("qr_second",))["qr_second"]:
            self._lost.append(NotShown(person.id, "", _("the template has no place for a second code")))
        width, height = page.width / MICRONS, page.height / MICRONS
        front = self._faces[Face.FRONT].items(person)
        if not self._back:
            return Faces(person, Page(width, height, front))
        back = self._faces[Face.BACK].items(person)
        if page.fold is Fold.NONE:
            return Faces(person, Page(width, height, front), Page(width, height, back))
        wide, high = (side / MICRONS for side in page.panel)
        # What reaches over the fold would show on the other face.
        if page.fold in _TURNED:
            upper = (-_BEYOND, -_BEYOND, wide + _BEYOND, high)
            lower = (-_BEYOND, 0.0, wide + _BEYOND, high + _BEYOND)
            above, beneath = (front, back) if page.fold is Fold.FOOT else (back, front)
            panels = Group(above, clip=upper), Group(beneath, dy=high, clip=lower)
        else:
            right = (0.0, -_BEYOND, wide + _BEYOND, high + _BEYOND)
            left = (-_BEYOND, -_BEYOND, wide, high + _BEYOND)
            panels = Group(front, dx=wide, clip=right), Group(back, clip=left)
        return Faces(person, Page(width, height, panels), folded=True)
