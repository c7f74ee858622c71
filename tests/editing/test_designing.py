import itertools
from dataclasses import replace

import pytest

from hallwright.editing import designing as edits
from hallwright.editing.designing import Edge
from hallwright.expo.design import Design, Element, Face, Fold, Kind, Page, Words
from hallwright.expo.designfile import Part, check
from hallwright.expo.starters import classic

PAGE = Page(86_000, 124_000)
ELEMENTS = tuple(Element(name, Kind.BOX, 1000 * k * k, 500 * k, 4000 + 1000 * k, 3000) for k, name in enumerate("abcd"))
DESIGN = Design(PAGE, ELEMENTS)


def boxes(design: Design) -> list[tuple[int, int]]:
    return [(one.x, one.y) for one in design.elements]


@pytest.mark.parametrize("kind", Kind)
def test_a_new_element_is_sound_and_in_the_middle(kind: Kind) -> None:
    one = edits.new_element(classic(), kind, Face.FRONT)
    check(Part(classic().page, (*classic().elements, one)))
    assert abs(one.x + one.right - 86_000) <= 1
    assert one.name not in {other.name for other in classic().elements}


def test_what_stands_below_follows_a_new_name_and_a_loss() -> None:
    design = edits.changed(classic(), "person", name="who")
    work = design.named("company and job")
    assert work is not None
    assert work.below == "who"
    alone = edits.removed(design, ["who"]).named("company and job")
    assert alone is not None
    assert (alone.below, alone.distance) == ("", 0)


def test_copies_have_names_of_their_own() -> None:
    design, made = edits.duplicated(DESIGN, ["a", "c"])
    assert made == ("a 2", "c 2")
    assert [one.name for one in design.elements] == ["a", "b", "c", "d", "a 2", "c 2"]


def test_elements_go_up_and_down_among_those_of_their_face() -> None:
    back = replace(ELEMENTS[1], name="x", face=Face.BACK)
    design = Design(PAGE, (ELEMENTS[0], back, *ELEMENTS[1:]))
    names = [one.name for one in edits.raised(design, ["a"], 1).elements]
    assert names == ["b", "x", "a", "c", "d"]
    assert edits.raised(design, ["d"], 1) == design
    assert edits.raised(edits.raised(design, ["a", "b"], 1), ["a", "b"], -1) == design


@pytest.mark.parametrize("edge", Edge)
def test_several_are_aligned_to_each_other(edge: Edge) -> None:
    design = edits.aligned(DESIGN, "abcd", edge)
    places = {
        Edge.LEFT: [one.x for one in design.elements],
        Edge.CENTRE: [(one.x + one.right) // 2 for one in design.elements],
        Edge.RIGHT: [one.right for one in design.elements],
        Edge.TOP: [one.y for one in design.elements],
        Edge.MIDDLE: [(one.y + one.bottom) // 2 for one in design.elements],
        Edge.BOTTOM: [one.bottom for one in design.elements],
    }[edge]
    assert max(places) - min(places) <= 1


def test_a_single_one_is_aligned_to_the_safe_margin() -> None:
    one = edits.aligned(DESIGN, ["b"], Edge.RIGHT).named("b")
    assert one is not None
    assert one.right == 82_000


def test_gaps_become_equal_and_the_outermost_stay() -> None:
    design = edits.distributed(DESIGN, "abcd", across=True)
    some = design.elements
    gaps = [after.x - before.right for before, after in itertools.pairwise(some)]
    assert max(gaps) - min(gaps) <= 1
    assert (some[0], some[-1]) == (ELEMENTS[0], ELEMENTS[-1])
    assert edits.distributed(DESIGN, "ab", across=True) == DESIGN


def test_a_back_shows_what_the_front_does_until_it_is_drawn() -> None:
    design = edits.paged(classic(), replace(classic().page, fold=Fold.FOOT, height=248_000))
    assert design.named("company and job, back") is not None
    again = edits.paged(edits.paged(design, PAGE), replace(PAGE, back=True))
    assert len(again.elements) == len(design.elements)


def test_words_of_a_new_text_hold_a_field() -> None:
    assert edits.new_element(DESIGN, Kind.TEXT, Face.BACK).words == (Words("{name}", bold=True),)
