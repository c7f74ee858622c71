from dataclasses import replace

import pytest

from hallwright.drawing.badgecheck import amiss
from hallwright.expo.design import Design, Element, Face, Fill, Kind, Page, Punch, Words
from hallwright.expo.starters import WIDE, classic, starter

PAGE = Page(86_000, 124_000, punch=Punch(36_000, 4_000, 14_000, 4_000))
TEXT = Element("text", Kind.TEXT, 10_000, 20_000, 50_000, 9_000, words=(Words("{name}"),))
LOGO = Element("logo", Kind.PICTURE, 10_000, 20_000, 25_400, 25_400, asset="0" * 64, pixels=(600, 600))


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (replace(TEXT, x=3000), "safe margin of 4 mm"),
        (replace(TEXT, y=5000), "where the badge is punched"),
        (replace(TEXT, x=90_000), "wholly outside"),
        (replace(TEXT, words=(Words("{nam}"),)), "no field {nam}"),
        (replace(TEXT, kind=Kind.BOX, x=0), "3 mm beyond, into the bleed"),
        (replace(TEXT, kind=Kind.QR, content=" "), "holds nothing"),
        (replace(LOGO, asset=""), "no picture yet"),
        (replace(LOGO, pixels=(200, 200)), "200 pixels an inch: too coarse for a press, which wants 225"),
        (replace(LOGO, pixels=(250, 250)), "250 pixels an inch; 300 are better"),
    ],
)
def test_what_is_amiss_is_told(one: Element, says: str) -> None:
    found = amiss(Design(PAGE, (one,)))
    assert [item.element for item in found] == [one.name]
    assert says in found[0].what


@pytest.mark.parametrize("one", [TEXT, LOGO, replace(TEXT, kind=Kind.BOX, x=-3000, y=-3000, width=92_000)])
def test_what_is_right_is_not_told(one: Element) -> None:
    assert amiss(Design(PAGE, (one,))) == ()


def test_what_lies_over_another_is_told_unless_no_badge_shows_both() -> None:
    code = Element("code", Kind.QR, 50_000, 20_000, 20_000, 20_000, content="{qr}")
    assert [item.what for item in amiss(Design(PAGE, (TEXT, code)))] == ["lies over text"]
    shape = replace(TEXT, name="shape", kind=Kind.ELLIPSE)
    assert amiss(Design(PAGE, (shape, TEXT))) == ()
    assert [item.what for item in amiss(Design(PAGE, (TEXT, shape)))] == ["lies over text"]
    press, vip = replace(TEXT, roles=("press",)), replace(code, roles=("vip",))
    assert amiss(Design(PAGE, (press, vip))) == ()
    assert amiss(Design(PAGE, (TEXT, replace(TEXT, name="below", below="text")))) == ()


def test_a_punch_goes_through_the_back() -> None:
    page = replace(PAGE, back=True, punch=Punch(10_000, 4_000, 14_000, 4_000))
    back = replace(TEXT, face=Face.BACK, y=5000, x=61_000, width=20_000)
    assert "punched" in amiss(Design(page, (back,)))[0].what
    assert amiss(Design(page, (replace(back, x=10_000),))) == ()


def test_the_built_in_designs_are_right() -> None:
    assert amiss(classic()) == ()
    assert amiss(starter(WIDE)) == ()


def test_artwork_goes_under_a_punch_and_a_face_that_is_not_printed_is_not_looked_at() -> None:
    art = replace(LOGO, x=-3000, y=-3000, width=92_000, height=130_000, pixels=(1200, 1600), fill=Fill.COVER)
    back = replace(TEXT, name="back", x=0, face=Face.BACK)
    assert amiss(Design(PAGE, (art, back))) == ()
    assert len(amiss(Design(replace(PAGE, back=True), (art, back)))) == 1
