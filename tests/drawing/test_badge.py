from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from tests.drawing.shows import small

from hallwright.drawing.badge import HEIGHT, WIDTH, badge_pages
from hallwright.drawing.fonts import CAP_HEIGHT, width
from hallwright.drawing.paper import SMALLEST
from hallwright.drawing.primitives import Anchor, Bitmap, Group, NotShown, Page, Shapes, Text
from hallwright.expo.people import Person, Role

LONG = Person(
    id="long",
    role=Role.EXHIBITOR,
    title="Prof. Dr.",
    given="María del Carmen",
    family="Fernández-Villaverde y Rodríguez de la Fuente",
    native="Αλέξανδρος Παπαδόπουλος-Κωνσταντινίδης",
    exhibitor="firm0",
    company="Guangdong-Hong Kong-Macao Greater Bay Area Joint Laboratory for the Security of Critical Infrastructure",
    company_native="粤港澳大湾区关键信息基础设施安全保护联合实验室",
    job="Senior Vice President of Strategic Partnerships and International Cooperation",
    delegation="Hong Kong Special Administrative Region",
    days=(date(2024, 9, 12),),
)


def made(*people: Person) -> tuple[list[Page], list[NotShown]]:
    lost: list[NotShown] = []
    return list(badge_pages(small(), people, lost)), lost


def texts(page: Page) -> list[Text]:
    return [item for item in page.items if isinstance(item, Text)]


def rectangle(text: Text) -> tuple[float, float, float, float]:
    wide = width(text.text, text.size, text.bold)
    left = text.x - {Anchor.START: 0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
    return left, text.y - CAP_HEIGHT * text.size, left + wide, text.y


def test_a_badge_a_person_of_the_size_with_all_that_is_known() -> None:
    show = small()
    pages, lost = made(*show.people.values())
    assert not lost
    assert len(pages) == len(show.people)
    for page, person in zip(pages, show.people.values(), strict=True):
        assert (page.width, page.height) == (WIDTH, HEIGHT) == (86, 124)
        together = "".join(text.text for text in texts(page)).replace(" ", "")
        assert person.native.replace(" ", "") in together
        assert person.latin.replace(" ", "") in together
        if person.exhibitor:
            assert show.booths_of(show.exhibitors[person.exhibitor])[0].number in together
    assert set(Role) == {person.role for person in show.people.values()}


@pytest.mark.parametrize(
    "person", [LONG, replace(LONG, native="陳大文"), replace(LONG, given="", family="", native="李")]
)
def test_texts_keep_to_the_paper_and_to_themselves(person: Person) -> None:
    pages, lost = made(person)
    assert not lost
    boxes = [rectangle(text) for text in texts(pages[0])]
    code = next(item.box for item in pages[0].items if isinstance(item, Bitmap))
    for k, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 6 - 1e-6
        assert right <= 80 + 1e-6
        assert top > 33
        assert bottom < 106
        for a, b, c, d in [*boxes[k + 1 :], code]:
            assert right <= a or c <= left or bottom <= b or d <= top
    assert all(text.size >= SMALLEST for text in texts(pages[0]))


def test_the_slot_is_kept_clear() -> None:
    art = made(LONG)[0][0].items[0]
    assert isinstance(art, Group)
    assert all(item.y - item.size > 9 for item in art.items if isinstance(item, Text))


def test_artwork_is_the_same_for_a_role_and_named() -> None:
    pages, _ = made(LONG, replace(LONG, id="b"), replace(LONG, id="c", role=Role.PRESS))
    first, second, third = (page.items[0] for page in pages)
    assert first is second
    assert isinstance(first, Group)
    assert isinstance(third, Group)
    assert first.name != third.name


def test_an_unknown_glyph_is_reported() -> None:
    _, lost = made(replace(LONG, company_native="🚀"))
    assert [(item.id, "🚀" in item.reason) for item in lost] == [("long", True)]


def test_a_theme_day_is_named() -> None:
    words = [text.text for text in texts(made(LONG)[0][0])]
    assert "法治日" in words
    assert "Thu 12 Sep" in words


def test_a_badge_without_a_name_is_a_blank_to_write_on() -> None:
    pages, lost = made(Person(id="blank", role=Role.VISITOR))
    assert not lost
    assert any(isinstance(item, Bitmap) for item in pages[0].items)


def test_a_code_too_long_for_qr_is_reported() -> None:
    _, lost = made(replace(LONG, code="x" * 9000))
    assert [item.id for item in lost] == ["long"]


def test_colour_at_the_edges_goes_on_beyond_them() -> None:
    """A press cuts in the colour: a cut that is a little off must not leave a white edge."""
    show = small()
    page = next(badge_pages(show, show.people.values(), []))
    art = next(item for item in page.items if isinstance(item, Group))
    boxes = np.vstack([item.boxes for item in art.items if isinstance(item, Shapes)])
    assert boxes[:, :2].min(axis=0) == pytest.approx([-5, -5])
    assert boxes[:, 2:].max(axis=0) == pytest.approx([WIDTH + 5, HEIGHT + 5])
