"""Edits of badge templates: making, naming, designing, and saying whose badges they make."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hallwright.editing.change import Change, Edit, amend, create, remove
from hallwright.expo.badges import UNUSED, Template
from hallwright.expo.design import FIELDS, Design, Element, fields_of, texts_of
from hallwright.expo.designfile import LONGEST_NAME, Part, check, written
from hallwright.expo.people import Role
from hallwright.expo.show import Show
from hallwright.expo.templates import DEEPEST, design_of, difference, inherited, line_of
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.ids import new_id
from hallwright.support.text import folded, one_line

MOST_TEMPLATES = 200


def add_template(show: Show, name: str, design: Design) -> Change:
    """Add a template with a design of its own; it makes nobody's badge yet.

    Raises:
        Refused: the name is empty or taken, or the design is none.
    """
    row = Template(
        id=new_id(), name=_free_name(show, name), roles=UNUSED, design=_text(Part(design.page, design.elements))
    )
    _room(show)
    return Change.of("add-template", f"Add badge template {row.name}", [create(row)])


def add_child(show: Show, parent: str, name: str) -> Change:
    """Add a template that takes over everything of another, until it is given parts of its own."""
    above = _template(show, parent)
    if len(line_of(show, above)) >= DEEPEST:
        raise Refused(_("Templates inherit from each other too deep"), above.name, _("Choose one nearer the top."))
    row = Template(id=new_id(), name=_free_name(show, name), parent=parent, roles=UNUSED, design=_text(Part()))
    _room(show)
    return Change.of("add-template", f"Add badge template {row.name}", [create(row)])


def duplicate_template(show: Show, key: str, name: str) -> Change:
    """Add a template that is the same as another, parent included; it makes nobody's badge yet."""
    row = replace(_template(show, key), id=new_id(), revision=0, name=_free_name(show, name), roles=UNUSED)
    _room(show)
    return Change.of("duplicate-template", f"Add badge template {row.name}", [create(row)])


def rename_template(show: Show, key: str, name: str) -> Change:
    """Give a template another name."""
    row = _template(show, key)
    if one_line(name) == row.name:
        return Change.of("rename-template", "", [])
    new = _free_name(show, name)
    return Change.of("rename-template", f"Rename badge template {row.name} → {new}", [amend(row, name=new)])


def delete_template(show: Show, key: str) -> Change:
    """Delete a template; those that inherit from it keep what they had of it."""
    row = _template(show, key)
    edits: list[Edit] = [remove(row)]
    for child in show.templates.where("parent", key):
        design = design_of(show, child)
        part = difference(inherited(show, row), design)
        edits.append(amend(child, parent=row.parent, design=_text(part)))
    return Change.of("delete-template", f"Delete badge template {row.name}", edits)


def design_template(show: Show, key: str, design: Design) -> Change:
    """Give a template another design; what is as its parent's stays inherited.

    Raises:
        Refused: the design is none, or the template is gone.
    """
    row = _template(show, key)
    part = difference(inherited(show, row), design)
    check(Part(design.page, design.elements), row.name)
    return Change.of("design-template", f"Design badge template {row.name}", [amend(row, design=_text(part))])


def use_template(show: Show, key: str, roles: Sequence[str]) -> Change:
    """Say whose badges a template makes; what it is given is taken from the others.

    Args:
        show: the show as it is.
        key: the template.
        roles: values of Role; empty for all that no other template makes; ``UNUSED`` for nobody's.
    """
    row = _template(show, key)
    wanted = UNUSED if tuple(roles) == UNUSED else tuple(role for role in Role if role in roles)
    if len(wanted) != len(set(roles)):
        raise Refused(_("There is no such role"), ", ".join(roles), _("Choose one of the list."))
    edits = [amend(row, roles=wanted)]
    for other in show.templates.values():
        if other.id == row.id:
            continue
        if not wanted and not other.roles:
            edits.append(amend(other, roles=UNUSED))
        elif other.roles and set(other.roles) & set(wanted) - set(UNUSED):
            left = tuple(role for role in other.roles if role not in wanted)
            edits.append(amend(other, roles=left or UNUSED))
    return Change.of("use-template", f"Use badge template {row.name}", edits)


def inherit_template(show: Show, key: str, parent: str | None) -> Change:
    """Let a template inherit from another one, or from none; it looks as before."""
    row = _template(show, key)
    design = design_of(show, row)
    if parent is not None:
        above = line_of(show, _template(show, parent))
        if row in above or len(above) + _depth(show, key) > DEEPEST:
            raise Refused(
                _("The template would inherit from itself, or from too many"), row.name, _("Choose another parent.")
            )
    base = design_of(show, show.templates[parent]) if parent is not None else None
    part = difference(base, design)
    return Change.of(
        "inherit-template", f"Design badge template {row.name}", [amend(row, parent=parent, design=_text(part))]
    )


def unknown_fields(design: Design) -> tuple[tuple[Element, str], ...]:
    """Return elements with names in braces that are no fields: they are printed as they are."""
    found = []
    for one in design.elements:
        names = dict.fromkeys(name for text in texts_of(one) for name in fields_of(text))
        found += [(one, name) for name in names if name not in FIELDS]
    return tuple(found)


def free_name(show: Show, name: str) -> str:
    """Return a name that no template bears: the name itself, or with a number behind it."""
    taken = {folded(row.name) for row in show.templates.values()}
    found, number = one_line(name)[:LONGEST_NAME] or "Badge", 2
    stem = found
    while folded(found) in taken:
        found, number = f"{stem[: LONGEST_NAME - 5]} {number}", number + 1
    return found


def _depth(show: Show, key: str) -> int:
    """Return how many templates stand in a line from one down, itself included."""
    children: Iterable[Template] = show.templates.where("parent", key)
    return 1 + max((_depth(show, child.id) for child in children), default=0)


def _template(show: Show, key: str) -> Template:
    row = show.templates.get(key)
    if row is None:
        raise Refused(_("The badge template no longer exists"), mend=_("Choose another."))
    return row


def _free_name(show: Show, name: str) -> str:
    name = one_line(name)
    if not name or len(name) > LONGEST_NAME:
        raise Refused(_("A badge template needs a name of at most {most} letters").format(most=LONGEST_NAME))
    if any(folded(row.name) == folded(name) for row in show.templates.values()):
        raise Refused(_("There is a badge template {name} already").format(name=name), mend=_("Choose another name."))
    return name


def _room(show: Show) -> None:
    if len(show.templates) >= MOST_TEMPLATES:
        raise Refused(_("There are {most} badge templates already").format(most=MOST_TEMPLATES), mend=_("Delete some."))


def _text(part: Part) -> str:
    check(part)
    return written(part)
