"""The pages of a run of badges, made when they are shown: a badge after the other, or sheets of them."""

from collections.abc import Callable, Sequence
from itertools import islice

from hallwright.desktop.dialogs.worker import Token
from hallwright.drawing.badge import badge_faces, badge_pages, sides, size_of, template_notes
from hallwright.drawing.badgeface import Pictures
from hallwright.drawing.badgesheets import STOCKS
from hallwright.drawing.codes import Codes
from hallwright.drawing.imposing import Imposer, stacked
from hallwright.drawing.primitives import NotShown, Page
from hallwright.expo.badges import Template
from hallwright.expo.people import Person
from hallwright.expo.show import Show
from hallwright.printing.badges import Imposition, both_sides


class BadgeRun:
    """Whose badges lie on which pages.

    Args:
        show: the expo.
        people: whose badges, in order.
        template: makes all badges; None for the template of each role.
        pictures: returns photos and artwork by their hash.
        imposition: several badges on a sheet, or None for one a page.

    Attributes:
        people: as their badges lie on the pages.
        count: how many pages there are.

    Raises:
        Refused: a template cannot be read, or a badge does not fit the sheet.
    """

    def __init__(
        self,
        show: Show,
        people: Sequence[Person],
        template: Template | None,
        pictures: Pictures,
        imposition: Imposition | None,
    ) -> None:
        self._show, self._template, self._pictures, self._imposition = show, template, pictures, imposition
        self.people = list(people)
        self._imposer: Imposer | None = None
        self._pages: list[tuple[int, int]] = []
        if imposition is not None:
            sheet = STOCKS.load(imposition.stock).sheet(*size_of(show, people, template))
            self._imposer = Imposer(sheet, imposition.printing, len(people))
            self.count = self._imposer.sheets * self._imposer.sides
            if imposition.stack:
                self.people = stacked(self.people, sheet, imposition.printing.start)
        else:
            each = {role: range(sides(show, role, template)) for role in {person.role for person in people}}
            self._pages = [(k, side) for k, person in enumerate(people) for side in each[person.role]]
            self.count = len(self._pages)

    def on(self, first: int, last: int) -> list[Person]:
        """Return whose badges lie on some pages, counted from 1, the last included."""
        if self._imposer is None:
            return self.people[self._pages[first - 1][0] : self._pages[last - 1][0] + 1] if self._pages else []
        here, there = (self._imposer.on((page - 1) // self._imposer.sides) for page in (first, last))
        return self.people[here.start : there.stop]

    def maker(self, codes: Codes) -> Callable[[int], Page]:
        """Return what makes a page, counted from 0."""
        imposer, imposition = self._imposer, self._imposition
        if imposer is None or imposition is None:
            return lambda index: self._single(index, codes)

        def make(index: int) -> Page:
            number, side = divmod(index, imposer.sides)
            here = imposer.on(number)
            found = badge_faces(
                self._show,
                self.people[here.start : here.stop],
                [],
                template=self._template,
                pictures=self._pictures,
                codes=codes,
            )
            return imposer.pages(number, [both_sides(faces, imposition.printing) for faces in found])[side]

        return make

    def _single(self, index: int, codes: Codes) -> Page:
        number, side = self._pages[index]
        pages = badge_pages(
            self._show, [self.people[number]], [], template=self._template, pictures=self._pictures, codes=codes
        )
        return next(islice(pages, side, None))

    def lost(self, token: Token, codes: Codes) -> list[NotShown]:
        """Return what badges cannot show, in the order of people."""
        lost = template_notes(self._show, self.people, self._template)
        found = badge_faces(
            self._show, self.people, lost, template=self._template, pictures=self._pictures, codes=codes
        )
        for done, _faces in enumerate(found):
            token.step(done, len(self.people))
        return list(dict.fromkeys(lost))
