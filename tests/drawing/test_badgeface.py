"""Templates made into pages: fit rules, conditions, colours, folds, pictures, and what is reported."""

import struct
import zlib
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from tests.drawing.shows import small

from hallwright.drawing.badge import badge_faces, badge_pages
from hallwright.drawing.badgefields import Fields
from hallwright.drawing.fonts import CAP_HEIGHT, width
from hallwright.drawing.paper import POINT
from hallwright.drawing.pixels import size_of
from hallwright.drawing.primitives import Anchor, Bitmap, Group, Item, NotShown, Page, Picture, Shapes, Text
from hallwright.drawing.turning import turned
from hallwright.expo.badges import Template
from hallwright.expo.design import FIELDS, Across, Design, Down, Element, Face, Fill, Fit, Fold, Kind, Words
from hallwright.expo.design import Page as Card
from hallwright.expo.designfile import Part, written
from hallwright.expo.people import Person, Role
from hallwright.expo.starters import begun

CARD = Card(86_000, 124_000)
ANNA = Person(id="anna", role=Role.PRESS, given="Anna", family="Weber", company="Weber & Söhne", code="P1", seat="")


def png(wide: int, high: int) -> bytes:
    """Return a grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80" * wide) * high)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def made(
    design: Design, person: Person = ANNA, pictures: dict[str, bytes] | None = None
) -> tuple[list[Page], list[NotShown]]:
    lost: list[NotShown] = []
    row = Template(id="t", name="T", design=written(Part(design.page, design.elements)))
    pages = badge_pages(small(), [person], lost, template=row, pictures=(pictures or {}).__getitem__)
    return list(pages), lost


def flat(items: tuple[Item, ...]) -> list[Item]:
    found: list[Item] = []
    for item in items:
        found += flat(item.items) if isinstance(item, Group) else [item]
    return found


def texts(page: Page) -> list[Text]:
    return [item for item in flat(page.items) if isinstance(item, Text)]


def text(*words: Words, **more: object) -> Element:
    values = {"x": 10_000, "y": 20_000, "width": 60_000, "height": 20_000, **more}
    return Element("text", Kind.TEXT, words=words, **values)  # type: ignore[arg-type]


def test_every_field_has_a_value_and_every_value_a_field() -> None:
    assert set(Fields(small()).of(ANNA, FIELDS)) == set(FIELDS)


def test_a_paragraph_of_empty_fields_is_left_out() -> None:
    design = Design(CARD, (text(Words("Seat {seat}"), Words("{latin}"), Words("no {such} field")),))
    assert [one.text for one in texts(made(design)[0][0])] == ["Anna Weber", "no {such} field"]
    seated = made(design, replace(ANNA, seat="12B"))[0][0]
    assert [one.text for one in texts(seated)] == ["Seat 12B", "Anna Weber", "no {such} field"]


def test_what_a_person_is_called_is_never_a_field() -> None:
    sly = replace(ANNA, given="{company}", family="{0.__class__}")
    design = Design(CARD, (text(Words("{latin}")),))
    assert texts(made(design, sly)[0][0])[0].text == "{company} {0.__class__}"


def test_conditions_by_role_and_by_field() -> None:
    stripe = Element("stripe", Kind.BOX, 0, 0, 1000, 1000, roles=("press",), colour="#112233")
    lamp = Element("lamp", Kind.ELLIPSE, 0, 0, 1000, 1000, filled="seat")
    design = Design(CARD, (stripe, lamp, text(Words("{latin}"))))

    def shapes(person: Person) -> list[str]:
        return [item.role for item in flat(made(design, person)[0][0].items) if isinstance(item, Shapes)]

    assert shapes(ANNA) == ["colour.x112233"]
    assert shapes(replace(ANNA, role=Role.VIP)) == []
    assert shapes(replace(ANNA, seat="1")) == ["colour.x112233", "text"]


COMPANY = "Internationale Gesellschaft für Sicherheitstechnologie GmbH."
assert len(COMPANY) == 60


@pytest.mark.parametrize("fit", Fit)
@pytest.mark.parametrize(
    "name",
    [
        COMPANY,
        "X" * 60,
        "李",
        "Αλέξανδρος Παπαδόπουλος",
        "Щербаков Александр Вячеславович",
        "국가정보보안산업협회",
        "臺灣資訊安全協會與國家資通安全研究院聯合辦公室",
        "Rocket 🚀 Ltd",
        "e\u0301" * 30,
    ],
)
def test_every_text_keeps_to_its_box_or_is_reported(fit: Fit, name: str) -> None:
    design = Design(CARD, (text(Words("{company}", most=2), fit=fit, size=14.0, smallest=9.0, height=9000),))
    pages, lost = made(design, replace(ANNA, company=name))
    shown = texts(pages[0])
    for one in shown:
        assert one.size >= 9 * POINT - 1e-9
        assert one.x == 10
        assert one.x + width(one.text, one.size, one.bold) <= 70 + 1e-6
        assert one.y - CAP_HEIGHT * one.size >= 20 - 1e-6
        assert one.y <= 29 + 1e-6
    # A block is broken between its words only, so that what is shown is read without them.
    complete = "".join(one.text for one in shown).replace(" ", "") == name.replace(" ", "")
    assert complete or lost
    assert bool(shown) or fit is not Fit.ABBREVIATE
    if "🚀" in name:
        assert any("🚀" in item.reason for item in lost)


def test_an_abbreviated_name_says_what_is_shown() -> None:
    design = Design(CARD, (text(Words("{company}", most=1), fit=Fit.ABBREVIATE, smallest=11.0),))
    pages, lost = made(design, replace(ANNA, company="International Security Technology Limited"))
    assert [one.text for one in texts(pages[0])] == ["Int'l Security Tech. Ltd."]
    assert "written shorter: Int'l Security Tech. Ltd." in lost[0].reason
    pages, lost = made(design, replace(ANNA, company="W" * 80))
    assert texts(pages[0])[0].text.endswith("W…")


def test_a_title_of_four_lines_is_set_in_four_lines() -> None:
    title = "Deputy Director General for International Cooperation and Strategic Planning of the Bureau"
    design = Design(CARD, (text(Words("{job}", most=4), size=16.0, smallest=12.0, height=30_000, width=56_000),))
    pages, lost = made(design, replace(ANNA, job=title))
    assert len(texts(pages[0])) == 4
    assert not lost


@pytest.mark.parametrize("across", Across)
@pytest.mark.parametrize("down", Down)
def test_texts_stand_where_they_are_told(across: Across, down: Down) -> None:
    design = Design(CARD, (text(Words("{latin}"), across=across, down=down, size=10.0),))
    one = texts(made(design)[0][0])[0]
    anchor, x = {
        Across.LEFT: (Anchor.START, 10),
        Across.CENTRE: (Anchor.MIDDLE, 40),
        Across.RIGHT: (Anchor.END, 70),
    }[across]
    assert (one.anchor, one.x) == (anchor, x)
    cap = CAP_HEIGHT * one.size
    assert one.y == pytest.approx({Down.TOP: 20 + cap, Down.MIDDLE: 30 + cap / 2, Down.BOTTOM: 40}[down])


def test_a_box_below_follows_the_text_above() -> None:
    name = text(Words("{latin}"), size=14.0)
    below = Element(
        "below", Kind.TEXT, 10_000, 60_000, 60_000, 40_000, words=(Words("{company}"),), below="text", distance=5000
    )
    first, second = texts(made(Design(CARD, (name, below)))[0][0])
    assert second.y - CAP_HEIGHT * second.size == pytest.approx(first.y + 5)


def test_a_front_and_a_back_are_two_pages() -> None:
    back = replace(text(Words("{event}")), name="back", face=Face.BACK)
    design = Design(replace(CARD, back=True), (text(Words("{latin}")), back))
    pages, _ = made(design)
    assert [[one.text for one in texts(page)] for page in pages] == [["Anna Weber"], ["Test Fair"]]
    row = Template(id="t", name="T", design=written(Part(design.page, design.elements)))
    faces = next(badge_faces(small(), [ANNA], [], template=row))
    assert faces.back is not None
    assert faces.person is ANNA


def test_a_butterfly_has_its_back_upside_down_below_the_front() -> None:
    pages, lost = made(begun(82_000, 203_000, Fold.FOOT))
    assert not lost
    assert [(page.width, page.height) for page in pages] == [(82, 203)]
    front, back = pages[0].items
    assert isinstance(front, Group)
    assert isinstance(back, Group)
    name = next(item for item in flat(front.items) if isinstance(item, Text) and "Anna" in item.text)
    other = next(item for item in flat(back.items) if isinstance(item, Text) and "Anna" in item.text)
    assert other.angle == 180
    assert (82 - other.x, 101.5 - other.y) == pytest.approx((name.x, name.y))
    codes = [next(item for item in flat(group.items) if isinstance(item, Bitmap)) for group in (front, back)]
    assert (codes[0].ink == codes[1].ink[::-1, ::-1]).all()


def test_a_tent_has_its_back_above_and_a_book_at_the_left() -> None:
    design = begun(82_000, 203_000, Fold.TOP)
    back, front = made(design)[0][0].items
    assert isinstance(front, Group)
    assert isinstance(back, Group)
    assert (front.dy, back.dy) == (101.5, 0)
    assert all(item.angle == 180 for item in flat(back.items) if isinstance(item, Text))
    book = begun(172_000, 124_000, Fold.SIDE)
    front, back = made(book)[0][0].items
    assert isinstance(front, Group)
    assert isinstance(back, Group)
    assert (front.dx, back.dx) == (86, 0)
    assert all(item.angle == 0 for item in flat(back.items) if isinstance(item, Text))


def test_turning_twice_changes_nothing() -> None:
    pages, _ = made(begun(86_000, 124_000))
    once = turned(pages[0].items, 86, 124)
    assert any(isinstance(item, Text) and item.angle == 180 for item in once)
    for before, after in zip(flat(pages[0].items), flat(turned(once, 86, 124)), strict=True):
        if isinstance(before, Shapes):
            assert isinstance(after, Shapes)
            assert np.allclose(before.boxes, after.boxes)
        if isinstance(before, Text):
            assert isinstance(after, Text)
            assert (after.x, after.y, after.angle) == pytest.approx((before.x, before.y, before.angle))


@pytest.mark.parametrize(
    ("fill", "box"),
    [
        (Fill.CONTAIN, (10, 15, 30, 25)),
        (Fill.COVER, (0, 10, 40, 30)),
        (Fill.STRETCH, (10, 10, 30, 30)),
    ],
)
def test_pictures_fill_their_box(fill: Fill, box: tuple[float, ...]) -> None:
    logo = Element("logo", Kind.PICTURE, 10_000, 10_000, 20_000, 20_000, asset="a" * 64, pixels=(20, 10), fill=fill)
    pages, lost = made(Design(CARD, (logo,)), pictures={"a" * 64: png(20, 10)})
    assert not lost
    picture = flat(pages[0].items)[0]
    assert isinstance(picture, Picture)
    assert picture.box == pytest.approx(box)


def test_a_photo_is_the_persons_own_and_a_missing_one_is_reported() -> None:
    photo = Element("photo", Kind.PHOTO, 0, 0, 20_000, 20_000, ground="pale")
    design = Design(CARD, (photo,))
    pages, lost = made(design, replace(ANNA, photo="b" * 64), {"b" * 64: png(4, 5)})
    assert [type(item) for item in flat(pages[0].items)] == [Shapes, Picture]
    assert not lost
    pages, lost = made(design, replace(ANNA, photo="b" * 64), {"b" * 64: b"no picture"})
    assert [(item.id, item.reason) for item in lost] == [("anna", "the photo is missing or damaged")]
    assert not made(design)[1]


def test_a_barcode_has_bars_and_says_what_it_cannot_hold() -> None:
    bars = Element("bars", Kind.BARCODE, 0, 0, 40_000, 8000, content="{code}")
    pages, lost = made(Design(CARD, (bars,)))
    bitmap = flat(pages[0].items)[0]
    assert isinstance(bitmap, Bitmap)
    assert bitmap.ink.shape[0] == 1
    assert bitmap.ink[0, 0]
    _, lost = made(Design(CARD, (bars,)), replace(ANNA, code="编号"))
    assert [item.reason for item in lost] == ["no barcode can hold this"]


def test_a_code_on_a_ground_keeps_its_quiet_zone() -> None:
    code = Element("qr", Kind.QR, 0, 0, 29_000, 29_000, content="{qr}", ground="white")
    plate, bitmap = flat(made(Design(CARD, (code,)))[0][0].items)
    assert isinstance(plate, Shapes)
    assert isinstance(bitmap, Bitmap)
    module = (bitmap.box[2] - bitmap.box[0]) / bitmap.ink.shape[0]
    assert bitmap.box[0] == pytest.approx(4 * module)


def test_zones_and_days_are_told() -> None:
    person = replace(ANNA, access=("zone",), days=(date(2024, 9, 12),))
    values = Fields(small()).of(person, ("zones", "zones_native", "days", "days_note_native"))
    assert values == {
        "zones": "Industry",
        "zones_native": "行业区",
        "days": "Thu 12 Sep",
        "days_note_native": "法治日",
    }


def test_the_size_of_a_picture_is_read_from_its_head() -> None:
    assert size_of(png(7, 9)) == (7, 9)
    frame = b"\xff\xe0\x00\x04ab" + b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", 9, 7) + b"\x03" * 12
    assert size_of(b"\xff\xd8" + frame) == (7, 9)
    for bad in (b"", b"GIF89a", b"\xff\xd8\xff\xe0\x00\x00", b"\x89PNG\r\n\x1a\n", b"\xff\xd8" + b"\xff" * 50):
        assert size_of(bad) is None
