from contextlib import suppress
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.expo.badges import UNUSED, Template
from hallwright.expo.design import Design, Element, Fill, Kind, Page, Words, fields_of, replaced
from hallwright.expo.designfile import Part, read, read_plain, whole, written
from hallwright.expo.naming import ordered
from hallwright.expo.people import Role
from hallwright.expo.show import Show
from hallwright.expo.starters import UPRIGHT, WIDE, begun, classic, resized, sizes, starter
from hallwright.expo.templates import design_of, difference, laid_over, template_of
from hallwright.support.errors import Refused

PAGES = st.sampled_from([Page(86_000, 124_000), Page(85_600, 53_980, safe=3000)])
NAMES = st.sampled_from("abcdefg")


@st.composite
def designs(draw: st.DrawFn) -> Design:
    names = draw(st.lists(NAMES, unique=True))
    return Design(
        draw(PAGES),
        tuple(
            Element(
                name, draw(st.sampled_from(Kind)), draw(st.integers(-5000, 5000)), 0, 9, 9, words=(Words("{name}"),)
            )
            for name in names
        ),
    )


@given(designs())
def test_a_design_survives_its_file(design: Design) -> None:
    assert whole(read(written(Part(design.page, design.elements)))) == design


@given(designs(), designs())
def test_what_differs_from_a_parent_laid_over_it_is_the_design_again(base: Design, design: Design) -> None:
    part = difference(base, design)
    assert laid_over(base, part) == design
    assert laid_over(base, read(written(part))) == design


def test_a_child_says_only_what_it_changes() -> None:
    base = classic()
    first = base.elements[0]
    design = replace(base, elements=(replace(first, colour="#112233"), *base.elements[1:-1]))
    part = difference(base, design)
    assert part == Part(None, (design.elements[0],), ("code",))


def test_what_the_parent_gains_comes_to_its_child() -> None:
    base, extra = classic(), Element("seat", Kind.TEXT, 0, 0, 1000, 1000, words=(Words("{seat}"),))
    part = difference(base, replace(base, elements=base.elements[1:]))
    assert laid_over(replace(base, elements=(*base.elements, extra)), part).named("seat") == extra


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "no object"),
        ("{}", "version is None"),
        ('{"version":2}', "version is 2; this program reads 1"),
        ('{"version":true}', "version is True"),
        ('{"version":1,"pages":[]}', "design knows no pages"),
        ('{"version":1,"page":{"width":86000}}', "design.page lacks height"),
        ('{"version":1,"page":{"width":1,"height":2}}', "15 to 450 mm"),
        ('{"version":1,"page":{"width":86000,"height":1e9}}', "height is no whole number"),
        ('{"version":1,"page":{"width":true,"height":9}}', "width is no whole number"),
        ('{"version":1,"page":{"width":86000,"height":20000,"fold":"top"}}', "sides are"),
        ('{"version":1,"elements":[{"name":"a","kind":"video","x":0,"y":0,"width":1,"height":1}]}', "kind is none of"),
        ('{"version":1,"elements":[{"name":"","kind":"box","x":0,"y":0,"width":1,"height":1}]}', "sound name"),
        ('{"version":1,"elements":[{"name":"a","kind":"box","x":0,"y":0,"width":-1,"height":1}]}', "not below 0"),
        (
            '{"version":1,"elements":[{"name":"a","kind":"box","x":0,"y":0,"width":1,"height":1,"colour":"url(x)"}]}',
            "url(x) is no colour",
        ),
        (
            '{"version":1,"elements":[{"name":"a","kind":"box","x":0,"y":0,"width":1,"height":1,"roles":["king"]}]}',
            "no role king",
        ),
        (
            '{"version":1,"elements":[{"name":"a","kind":"box","x":0,"y":0,"width":1,"height":1,"asset":"../x"}]}',
            "no SHA-256",
        ),
        ('{"version":1,"elements":[' + ",".join(["{}"] * 201) + "]}", "no list of 200"),
    ],
)
def test_a_bad_file_is_refused_in_one_clear_line(text: str, says: str) -> None:
    with pytest.raises(Refused) as caught:
        read(text, "Press")
    assert says in caught.value.line()
    assert caught.value.line().startswith("Press: ")
    assert len(caught.value.line()) < 300


def test_fields_are_replaced_and_never_looked_into() -> None:
    values = {"name": "{company}", "company": "{0.__class__}"}
    assert replaced("{name} of {company} {unknown} {0} %s", values) == "{company} of {0.__class__} {unknown} {0} %s"
    assert fields_of("{name} {name} {x!r} {seat}") == ("name", "seat")


@pytest.mark.parametrize(
    ("given", "family", "whole_name"),
    [
        ("大文", "陳", "陳大文"),
        ("민수", "김", "김민수"),
        ("Jean-Luc", "Picard", "Jean-Luc Picard"),
        ("Алексей", "Иванов", "Алексей Иванов"),
        ("Peter", "陳", "Peter 陳"),
        ("", "李", "李"),
        ("Madonna", "", "Madonna"),
    ],
)
def test_names_stand_in_the_order_of_their_script(given: str, family: str, whole_name: str) -> None:
    assert ordered(given, family) == whole_name


def test_every_size_has_a_source_and_makes_a_badge() -> None:
    found = sizes()
    assert {"CR80, 85.6 x 53.98 mm", "Butterfly 82 x 203 mm"} <= {one.name for one in found}
    for size in found:
        assert size.source
        design = begun(size.width, size.height, size.fold)
        assert (design.page.width, design.page.height) == (size.width, size.height)
        assert whole(read(written(Part(design.page, design.elements)))) == design


def test_a_stretched_design_keeps_to_its_page() -> None:
    design = resized(starter(UPRIGHT), Page(43_000, 62_000))
    code, was = design.named("code"), starter(UPRIGHT).named("code")
    assert code is not None
    assert was is not None
    assert (code.right, code.width) == (was.right // 2, was.width // 2)
    assert starter(WIDE).page.width > starter(WIDE).page.height


def test_a_picture_tells_its_resolution_as_placed() -> None:
    logo = Element("logo", Kind.PICTURE, 0, 0, 25_400, 12_700, asset="0" * 64, pixels=(300, 300))
    assert logo.ppi == 600
    assert replace(logo, fill=Fill.COVER).ppi == 300


def rows(*templates: Template) -> Show:
    return Show().replaced([(None, row) for row in templates])


def test_a_role_takes_its_own_template_else_the_one_for_all_others() -> None:
    show = rows(
        Template(id="a", name="Draft", roles=UNUSED),
        Template(id="b", name="All"),
        Template(id="c", name="Press", parent="b", roles=("press", "vip")),
    )
    assert template_of(show, Role.PRESS) == show.templates["c"]
    assert template_of(show, Role.STAFF) == show.templates["b"]
    assert template_of(Show(), Role.STAFF) is None
    assert template_of(rows(Template(id="a", name="Draft", roles=UNUSED)), Role.STAFF) is None


def test_templates_that_inherit_in_a_circle_are_refused() -> None:
    show = rows(
        Template(id="a", name="A", parent="b", design='{"version":1}'),
        Template(id="b", name="B", parent="a", design='{"version":1}'),
    )
    with pytest.raises(Refused, match="from itself"):
        design_of(show, show.templates["a"])


_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
_JSON = st.recursive(
    _SCALARS, lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=8), part, max_size=3)
)
_KEYS = st.sampled_from([item.name for kind in (Element, Page, Words) for item in fields(kind)])
_NEAR = st.fixed_dictionaries(
    {"version": st.just(1)},
    optional={
        "page": st.dictionaries(_KEYS, _JSON | st.just(86_000), max_size=4),
        "elements": st.lists(st.dictionaries(_KEYS, _JSON | st.just(9) | st.just("text"), max_size=8), max_size=2),
        "without": _JSON,
        "order": st.lists(st.text(max_size=3), max_size=2),
    },
)


@given(_JSON | _NEAR)
def test_no_json_does_more_than_be_refused(value: object) -> None:
    with suppress(Refused):
        part = read_plain(value, "T")
        assert read(written(part)) == part
