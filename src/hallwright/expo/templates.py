"""Which template makes whose badge, and what it takes over from its parent."""

from functools import lru_cache

from hallwright.expo.badges import UNUSED, Template
from hallwright.expo.design import Design
from hallwright.expo.designfile import MOST_ELEMENTS, Part, read, whole
from hallwright.expo.people import Role
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.text import natural_key

DEEPEST = 8
"""So many templates inherit from each other at most."""


def template_of(show: Show, role: Role) -> Template | None:
    """Return the template that makes a role's badges: its own, else the one for all others, else None."""
    rows = by_name(show)
    for row in rows:
        if role in row.roles:
            return row
    return next((row for row in rows if not row.roles), None)


def by_name(show: Show) -> list[Template]:
    """Return all templates in the order of their names."""
    return sorted(show.templates.values(), key=lambda row: (natural_key(row.name), row.id))


def unused(row: Template) -> bool:
    """Say whether a template makes nobody's badge yet."""
    return row.roles == UNUSED


def line_of(show: Show, row: Template) -> list[Template]:
    """Return a template and those it inherits from, the nearest first.

    Raises:
        Refused: they go in a circle, are too many, or one is gone.
    """
    found = [row]
    while found[-1].parent is not None:
        parent = show.templates.get(found[-1].parent)
        if parent is None or parent in found or len(found) >= DEEPEST:
            raise Refused(
                _("The badge template inherits from one that is gone, or from itself"),
                row.name,
                _("Choose another parent."),
            )
        found.append(parent)
    return found


def design_of(show: Show, row: Template) -> Design:
    """Return the whole design of a template, with what it inherits.

    Raises:
        Refused: it or one above it cannot be read.
    """
    return _resolved(tuple((one.name, one.design) for one in reversed(line_of(show, row))))


def inherited(show: Show, row: Template) -> Design | None:
    """Return the whole design of a template's parent, or None without one."""
    parent = show.templates.get(row.parent or "")
    return design_of(show, parent) if parent is not None else None


@lru_cache(maxsize=64)
def _resolved(texts: tuple[tuple[str, str], ...]) -> Design:
    base: Design | None = None
    for name, text in texts:
        part = read(text, name)
        base = whole(part, name) if base is None else laid_over(base, part, name)
    assert base is not None, "a template is in its own line"
    return base


def laid_over(base: Design, part: Part, where: str = "") -> Design:
    """Return a design with a part laid over it.

    Raises:
        Refused: it would have too many elements.
    """
    own = {one.name: one for one in part.elements}
    left_out = set(part.without)
    found = [own.pop(one.name, one) for one in base.elements if one.name not in left_out or one.name in own]
    found += [one for one in part.elements if one.name in own]
    if len(found) > MOST_ELEMENTS:
        raise Refused(_("more than {most} elements").format(most=MOST_ELEMENTS), where)
    if part.order:
        places = {name: place for place, name in enumerate(part.order)}
        found.sort(key=lambda one: places.get(one.name, len(places)))
    return Design(part.page or base.page, tuple(found))


def difference(base: Design | None, design: Design) -> Part:
    """Return the part that, laid over a base, gives a design."""
    if base is None:
        return Part(design.page, design.elements)
    known = {one.name: one for one in base.elements}
    names = {one.name for one in design.elements}
    part = Part(
        None if design.page == base.page else design.page,
        tuple(one for one in design.elements if known.get(one.name) != one),
        tuple(name for name in known if name not in names),
    )
    if laid_over(base, part).elements != design.elements:
        part = Part(part.page, part.elements, part.without, tuple(one.name for one in design.elements))
    return part
