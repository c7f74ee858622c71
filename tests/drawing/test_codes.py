from dataclasses import replace
from datetime import date

import pytest
from tests.drawing.shows import small
from tests.scanning import enlarged, scanned

from hallwright.drawing.badge import badge_pages
from hallwright.drawing.codes import Content, codes, vcard
from hallwright.drawing.primitives import Bitmap, NotShown, Text
from hallwright.drawing.qr import qr_bits
from hallwright.expo.people import Person
from hallwright.support.errors import Refused

MEI = Person(
    id="p",
    given="Mei",
    family="Lin; Chan",
    native="林美",
    title="Dr",
    company="R&D, Lab\\East",
    job="Head",
    email="mei@example.org",
    phone="+85212345678",
    code="P1/x",
    consented=date(2024, 8, 2),
)


def test_a_card_is_read_by_a_scanner_as_it_was_written() -> None:
    card = vcard(small(), MEI)
    assert scanned(enlarged(qr_bits(card))) == [card]
    assert card.split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        r"N:Lin\; Chan;Mei;;Dr;",
        r"FN:林美 Mei Lin\; Chan",
        r"ORG:R&D\, Lab\\East",
        "TITLE:Head",
        "EMAIL:mei@example.org",
        "TEL:+85212345678",
        "END:VCARD",
        "",
    ]


def test_who_did_not_agree_gives_neither_mail_nor_telephone() -> None:
    card = vcard(small(), replace(MEI, consented=None))
    assert "EMAIL" not in card
    assert "TEL" not in card


def test_the_signed_code_goes_before_the_plain_one() -> None:
    both = codes(small(), [Content.BADGE, Content.LINK], {"p": "SIGNED"}, "https://example.org/p/{code}")
    assert both(MEI) == ("SIGNED", "https://example.org/p/P1%2Fx")
    assert codes(small(), [Content.BADGE], {})(MEI) == ("P1/x",)


@pytest.mark.parametrize(
    ("contents", "link"),
    [
        ([], ""),
        ([Content.BADGE, Content.BADGE], ""),
        (list(Content), "https://example.org/{code}"),
        ([Content.LINK], ""),
        ([Content.LINK], "https://example.org/"),
        ([Content.LINK], "javascript:{code}"),
    ],
)
def test_contents_that_do_not_go_together_are_refused(contents: list[Content], link: str) -> None:
    with pytest.raises(Refused):
        codes(small(), contents, {}, link)


def test_two_codes_stand_apart_and_text_keeps_clear_of_both() -> None:
    show = small()
    lost: list[NotShown] = []
    both = codes(show, [Content.BADGE, Content.CONTACT], {})
    for person in show.people.values():
        page = next(badge_pages(show, [person], lost, codes=both))
        second, first = sorted(item.box for item in page.items if isinstance(item, Bitmap))
        assert first[0] - second[2] >= 4
        foot = [item for item in page.items if isinstance(item, Text) and item.y > second[1]]
        assert all(item.x < second[0] - 4 for item in foot)
    assert not lost
