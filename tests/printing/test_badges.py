from datetime import date
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from tests.drawing.shows import small, with_rows
from tests.printing.reading import MM, fonts, picture, texts

from hallwright.drawing.badge import Faces
from hallwright.drawing.imposing import Printing, Turn
from hallwright.drawing.primitives import Page as PrintedPage
from hallwright.drawing.qr import qr_bits
from hallwright.expo.badges import Template
from hallwright.expo.design import Design, Element, Kind, Page, Words
from hallwright.expo.designfile import Part, written
from hallwright.expo.people import Person, Role
from hallwright.expo.show import Show
from hallwright.printing.badges import Imposition, Order, both_sides, chosen, print_badges
from hallwright.support.errors import Refused


def test_one_page_a_person_with_the_names_as_they_are(tmp_path: Path) -> None:
    show = small()
    path = tmp_path / "badges.pdf"
    done = print_badges(show, path)
    people = chosen(show)
    pages = texts(path)
    assert not done.not_shown
    assert done.pages == len(pages) == len(people)
    for page, person in zip(pages, people, strict=True):
        plain = "".join(page.split())
        assert "".join(person.native.split()) in plain
        assert "".join(person.latin.split()) in plain
    assert all(fonts(path).values())
    assert all("+NotoSans" in name for name in fonts(path))
    with pikepdf.open(path) as pdf:
        for each in pdf.pages:
            assert [float(value) / MM for value in each.MediaBox] == pytest.approx([0, 0, 86, 124], abs=0.001)


def test_the_code_on_paper_is_the_code_of_the_person(tmp_path: Path) -> None:
    show = small()
    path = tmp_path / "badges.pdf"
    print_badges(show, path, roles={Role.PRESS})
    person = chosen(show, roles={Role.PRESS})[0]
    bits = qr_bits(person.code)
    shown = picture(path, scale=1 / MM * 10) < 128
    module = 25 / len(bits)
    across = np.round((80 - 25 + (np.arange(len(bits)) + 0.5) * module) * 10).astype(int)
    down = np.round((106 - 4 - 25 + (np.arange(len(bits)) + 0.5) * module) * 10).astype(int)
    assert (shown[np.ix_(down, across)] == bits).all()
    # The quiet zone about it is four modules wide.
    quiet = int(4 * module * 10) - 1
    left, top = (55 * 10), (77 * 10)
    assert not shown[top : top + 250, left - quiet : left - 2].any()
    assert not shown[top - quiet : top - 2, left : left + 250].any()


def test_people_come_in_the_order_of_role_company_and_name() -> None:
    people = [
        Person(id="1", role=Role.VISITOR, family="A"),
        Person(id="2", role=Role.EXHIBITOR, company="Zeta", family="A"),
        Person(id="3", role=Role.EXHIBITOR, company="Acme", family="Z"),
        Person(id="4", role=Role.EXHIBITOR, company="Acme", family="B"),
    ]
    assert [person.id for person in chosen(Show.of(people))] == ["4", "3", "2", "1"]


def test_roles_days_and_ids_choose() -> None:
    one = Person(id="1", role=Role.VISITOR, days=(date(2024, 9, 12),))
    show = Show.of([one, Person(id="2", role=Role.PRESS)])
    assert [person.id for person in chosen(show, roles={Role.PRESS})] == ["2"]
    assert [person.id for person in chosen(show, days={date(2024, 9, 12)})] == ["1", "2"]
    assert [person.id for person in chosen(show, days={date(2024, 9, 13)})] == ["2"]
    assert [person.id for person in chosen(show, people={"1"})] == ["1"]


def test_nobody_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no people"):
        print_badges(Show(), tmp_path / "a.pdf")
    with pytest.raises(Refused, match="Nobody"):
        print_badges(small(), tmp_path / "a.pdf", people=set())
    assert list(tmp_path.iterdir()) == []


def test_progress_is_told_and_may_stop_the_run(tmp_path: Path) -> None:
    show = with_rows(small(), *(Person(id=f"p{k}", native="王芳") for k in range(120)))
    told: list[tuple[int, int]] = []
    print_badges(show, tmp_path / "a.pdf", progress=lambda done, total: told.append((done, total)))
    total = len(show.people)
    assert told == [(50, total), (100, total), (total, total)]

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        print_badges(show, tmp_path / "b.pdf", progress=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_the_same_people_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        print_badges(small(), tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_sheets_bear_every_badge_once_on_each_side(tmp_path: Path) -> None:
    show = small()
    people = chosen(show, order=Order.NAME)
    path = tmp_path / "sheets.pdf"
    imposition = Imposition("a4", Printing(start=1, turn=Turn.LONG))
    done = print_badges(show, path, order=Order.NAME, imposition=imposition)
    assert done.counts == {"people": len(people), "badges": len(people), "sheets": -(-(len(people) + 1) // 4)}
    pages = ["".join(page.split()) for page in texts(path)]
    assert len(pages) == done.pages == 2 * done.counts["sheets"]
    for side in (pages[::2], pages[1::2]):
        told = "".join(side)
        assert all("".join(person.latin.split()) in told for person in people)
    with pikepdf.open(path) as pdf:
        # The artwork of each is there: a form that a page names is one that it has.
        for page in pdf.pages:
            read = pikepdf.parse_content_stream(page, "Do")
            shown = {str(one.operands[0]) for one in read if isinstance(one, pikepdf.ContentStreamInstruction)}
            assert shown
            assert shown <= set(page.Resources.XObject.keys())


@pytest.mark.parametrize("turn", list(Turn))
def test_fronts_and_backs_lie_on_each_other(tmp_path: Path, turn: Turn) -> None:
    path = tmp_path / "sheets.pdf"
    print_badges(small(), path, imposition=Imposition("a4", Printing(turn=turn)))
    front, back = (picture(path, scale=1 / MM * 20, page=page) < 250 for page in (0, 1))
    # The paper held to the light: its back shines through turned about the edge.
    through = back[:, ::-1] if turn is Turn.LONG else back[::-1]
    # Without the line at the foot, which has no back.
    one, other = (np.argwhere(side[:5760]) for side in (front, through))
    # A pixel is a twentieth of a millimetre: at most a tenth apart.
    assert np.abs(one.min(axis=0) - other.min(axis=0)).max() <= 2
    assert np.abs(one.max(axis=0) - other.max(axis=0)).max() <= 2


def test_what_is_amiss_with_a_template_is_told_with_the_print(tmp_path: Path) -> None:
    name = Element("name", Kind.TEXT, 0, 20_000, 60_000, 20_000, words=(Words("{latin}"),))
    design = Design(Page(86_000, 124_000), (name,))
    row = Template(id="t", name="Plain", design=written(Part(design.page, design.elements)))
    done = print_badges(small().replaced([(None, row)]), tmp_path / "a.pdf")
    assert [(lost.text, lost.reason) for lost in done.not_shown] == [
        ("name", "template Plain: reaches into the safe margin of 4 mm")
    ]


def test_a_template_that_cannot_be_read_is_refused_in_one_line(tmp_path: Path) -> None:
    show = small().replaced([(None, Template(id="t", name="Bad", design="{}"))])
    with pytest.raises(Refused, match=r"^Bad: The badge template cannot be read"):
        print_badges(show, tmp_path / "a.pdf")
    assert not list(tmp_path.iterdir())


def test_a_folded_badge_has_both_faces_on_its_front() -> None:
    page = PrintedPage(82, 203, ())
    person = Person(id="p")
    back = PrintedPage(82, 203, ())
    duplex = Printing(turn=Turn.LONG)
    assert both_sides(Faces(person, page, folded=True), duplex) == (page, None)
    assert both_sides(Faces(person, page), duplex) == (page, page)
    assert both_sides(Faces(person, page, back), duplex) == (page, back)
    assert both_sides(Faces(person, page, back), Printing()) == (page, None)
