from dataclasses import replace

import pytest

from hallwright.editing import templates as edits
from hallwright.editing.change import Change
from hallwright.expo.badges import UNUSED
from hallwright.expo.design import Design, Element, Kind, Words
from hallwright.expo.people import Role
from hallwright.expo.show import Show
from hallwright.expo.starters import classic
from hallwright.expo.templates import by_name, design_of, template_of
from hallwright.support.errors import Refused


def applied(show: Show, *changes: Change) -> Show:
    for change in changes:
        show = change.applied(show)
    return show


def family() -> tuple[Show, str, str]:
    """A template for all and one that inherits from it, for the press."""
    show = edits.add_template(Show(), "All", classic()).applied(Show())
    all_ = by_name(show)[0].id
    show = edits.use_template(show, all_, ()).applied(show)
    show = edits.add_child(show, all_, "Press").applied(show)
    press = next(row.id for row in show.templates.values() if row.name == "Press")
    return edits.use_template(show, press, ["press"]).applied(show), all_, press


def without(design: Design, name: str) -> Design:
    return replace(design, elements=tuple(one for one in design.elements if one.name != name))


def test_a_new_template_is_nobodys_until_it_is_used() -> None:
    show = edits.add_template(Show(), "  All\n badges ", classic()).applied(Show())
    row = by_name(show)[0]
    assert (row.name, row.roles) == ("All badges", UNUSED)
    assert template_of(show, Role.VIP) is None
    show = edits.use_template(show, row.id, ()).applied(show)
    assert template_of(show, Role.VIP) is not None


def test_a_role_is_taken_from_the_template_that_had_it() -> None:
    show, all_, press = family()
    show = edits.use_template(show, all_, ["press", "vip"]).applied(show)
    assert show.templates[press].roles == UNUSED
    assert show.templates[all_].roles == ("press", "vip")
    show = edits.use_template(show, press, ["vip"]).applied(show)
    assert show.templates[all_].roles == ("press",)
    show = applied(show, edits.use_template(show, press, ()))
    show = applied(show, edits.use_template(show, all_, ()))
    assert (show.templates[press].roles, show.templates[all_].roles) == (UNUSED, ())
    with pytest.raises(Refused, match="no such role"):
        edits.use_template(show, all_, ["king"])


def test_a_child_keeps_to_its_parent_but_for_its_own() -> None:
    show, all_, press = family()
    seat = Element("seat", Kind.TEXT, 0, 0, 9000, 9000, words=(Words("{seat}"),))
    design = design_of(show, show.templates[press])
    show = edits.design_template(show, press, replace(design, elements=(*design.elements, seat))).applied(show)
    show = edits.design_template(show, all_, without(classic(), "code")).applied(show)
    found = design_of(show, show.templates[press])
    assert found.named("seat") == seat
    assert found.named("code") is None


def test_an_orphan_keeps_what_it_had() -> None:
    show, all_, press = family()
    before = design_of(show, show.templates[press])
    change = edits.delete_template(show, all_)
    show = change.applied(show)
    assert show.templates[press].parent is None
    assert design_of(show, show.templates[press]) == before
    assert change.inverse().applied(show).templates.keys() == {all_, press}


def test_another_parent_changes_no_look_and_no_circle_is_made() -> None:
    show, all_, press = family()
    before = design_of(show, show.templates[press])
    show = edits.inherit_template(show, press, None).applied(show)
    assert design_of(show, show.templates[press]) == before
    show = edits.inherit_template(show, press, all_).applied(show)
    assert show.templates[press].design == '{"version":1}'
    with pytest.raises(Refused, match="from itself"):
        edits.inherit_template(show, all_, press)


def test_names_are_free_and_sound() -> None:
    show, all_, press = family()
    for name in ("", "press", "x" * 81):
        with pytest.raises(Refused):
            edits.rename_template(show, all_, name)
    assert not edits.rename_template(show, all_, "All")
    assert edits.free_name(show, "Press") == "Press 2"
    show = edits.duplicate_template(show, press, "Press 2").applied(show)
    copy = next(row for row in show.templates.values() if row.name == "Press 2")
    assert (copy.parent, copy.roles) == (all_, UNUSED)
    assert edits.free_name(show, "Press") == "Press 3"


def test_a_design_that_is_none_is_refused() -> None:
    show, all_, _press = family()
    page = replace(classic().page, width=1)
    with pytest.raises(Refused, match="15 to 450 mm"):
        edits.design_template(show, all_, replace(classic(), page=page))
    with pytest.raises(Refused, match="no longer exists"):
        edits.design_template(show, "gone", classic())


def test_names_in_braces_that_are_no_fields_are_found() -> None:
    one = Element("a", Kind.TEXT, 0, 0, 9, 9, words=(Words("{nmae} {seat}"),))
    assert edits.unknown_fields(Design(classic().page, (one,))) == ((one, "nmae"),)
