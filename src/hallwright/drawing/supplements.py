"""The lists that may follow a plan, by name."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from hallwright.drawing.lists import booth_list, fascia_list
from hallwright.drawing.options import SheetOptions
from hallwright.drawing.paper import Layout
from hallwright.drawing.permit import permit_sections
from hallwright.drawing.primitives import NotShown, Page
from hallwright.drawing.services import service_sections
from hallwright.drawing.tables import Section, Tables
from hallwright.drawing.wording import word
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall
from hallwright.geometry.outline import Outline
from hallwright.support.i18n import _


class Supplement(StrEnum):
    """A list that may follow a plan."""

    BOOTHS = "booths"
    FASCIA = "fascia"
    SERVICES = "services"
    PERMIT = "permit"


_TITLES = {
    Supplement.BOOTHS: ("booth-list", 190.0),
    Supplement.FASCIA: ("fascia-list", 92.0),
    Supplement.SERVICES: ("service-list", 150.0),
    Supplement.PERMIT: ("permit-list", 150.0),
}
"""Title, and the mm that its tables need in width."""


def supplement_pages(
    show: Show,
    hall: Hall,
    options: SheetOptions,
    place: Layout,
    name: str,
    booths: Sequence[Booth],
    reference: Callable[[Booth], str],
    where: Callable[[Outline], str],
) -> tuple[list[Page], list[NotShown]]:
    """Set the lists that are asked for, each on pages of its own.

    Args:
        show: the expo.
        hall: services and permit are told of the whole hall.
        options: which lists, for whom and in which language.
        place: the paper.
        name: of the plan.
        booths: those of the plan.
        reference: gives a booth's field.
        where: gives the field of anything else.
    """
    pages: list[Page] = []
    lost: list[NotShown] = []
    for kind in Supplement:
        if kind not in options.supplements:
            continue
        if kind is Supplement.BOOTHS:
            sections = [booth_list(show, booths, options.view, options.lang, reference)]
        elif kind is Supplement.FASCIA:
            sections = [fascia_list(show, booths, options.view, options.lang)]
        elif kind is Supplement.SERVICES:
            sections = service_sections(show, hall.id, options.lang)
        else:
            sections = permit_sections(show, hall.id, options.lang, where)
        key, least = _TITLES[kind]
        title = word(key, options.lang)
        if not any(section.rows for section in sections):
            lost.append(NotShown(hall.id, title, _("there is nothing to list, so the list has no page")))
            continue
        made, more = Tables(show.event, place, title, name, options.lang, least).pages(_shown(sections))
        pages += made
        lost += more
    return pages, lost


def _shown(sections: Sequence[Section]) -> list[Section]:
    return [section for section in sections if section.rows]
