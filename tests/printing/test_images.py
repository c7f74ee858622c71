"""Pictures in PDFs: written once, as they are for an office, in inks within the limit for a press."""

import hashlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image
from tests.drawing.shows import small

from hallwright.drawing.primitives import Picture
from hallwright.expo.badges import Template
from hallwright.expo.design import Design, Element, Fill, Kind, Page, Words
from hallwright.expo.designfile import Part, written
from hallwright.expo.show import Show
from hallwright.expo.templates import design_of
from hallwright.printing.badges import print_badges
from hallwright.printing.images import image_objects
from hallwright.printing.preflight.checking import check
from hallwright.printing.press import press_of
from hallwright.printing.printed import OFFICE, Finish
from hallwright.printing.profiles import load
from hallwright.support.errors import Refused


def encoded(kind: str, wide: int = 900, high: int = 1300, mode: str = "RGB") -> bytes:
    across = np.linspace(0, 255, wide, dtype=np.uint8)[None, :].repeat(high, axis=0)
    down = np.linspace(0, 255, high, dtype=np.uint8)[:, None].repeat(wide, axis=1)
    image = Image.fromarray(np.dstack([across, down, 255 - across]))
    target = BytesIO()
    image.convert(mode).save(target, kind)
    return target.getvalue()


def key_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def badge_show(content: bytes, **page: object) -> Show:
    """Return the small show with one template for all: artwork out to the bleed, and a name."""
    art = Element(
        "art", Kind.PICTURE, -3000, -3000, 92_000, 130_000, asset=key_of(content), pixels=(900, 1300), fill=Fill.COVER
    )
    name = Element("name", Kind.TEXT, 10_000, 20_000, 60_000, 20_000, words=(Words("{latin}"),), colour="white")
    design = Design(replace(Page(86_000, 124_000), **page), (art, name))  # type: ignore[arg-type]
    row = Template(id="t", name="All", design=written(Part(design.page, design.elements)))
    return small().replaced([(None, row)])


@pytest.mark.parametrize(("kind", "filter_"), [("JPEG", "DCTDecode"), ("PNG", "FlateDecode")])
def test_artwork_is_written_once_however_many_badges_show_it(kind: str, filter_: str, tmp_path: Path) -> None:
    content = encoded(kind)
    done = print_badges(badge_show(content), tmp_path / "a.pdf", pictures={key_of(content): content}.__getitem__)
    assert not done.not_shown
    assert done.pages == 9
    with pikepdf.open(done.file) as pdf:
        found = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert len(found) == 1
        assert str(found[0]["/ColorSpace"]) == "/DeviceRGB"
        assert filter_ in str(found[0]["/Filter"])
    assert done.bytes < 900 * 1300 * 3 + 200_000


@pytest.mark.parametrize("profile", ["pdfx4", "pdfx1a"])
def test_a_press_gets_inks_only_and_no_finding(profile: str, tmp_path: Path) -> None:
    content = encoded("PNG")
    show = badge_show(content)
    done = print_badges(
        show, tmp_path / "a.pdf", pictures={key_of(content): content}.__getitem__, finish=Finish(profile)
    )
    assert not done.findings
    assert check(done.file, load(profile)).findings == ()


def test_a_picture_too_coarse_for_the_press_is_found(tmp_path: Path) -> None:
    content = encoded("PNG", 90, 130)
    with pytest.raises(Refused, match="pixels an inch, coarser than 225"):
        print_badges(
            badge_show(content),
            tmp_path / "a.pdf",
            pictures={key_of(content): content}.__getitem__,
            finish=Finish("pdfx4"),
        )


def test_inks_keep_within_the_limit_and_grey_is_black_alone() -> None:
    press = press_of(load("pdfx1a"), None)
    assert press is not None
    limit = press.profile.limit("ink_percent") / 100
    inks = np.frombuffer(press.separation.picture(Image.open(BytesIO(encoded("PNG")))), np.uint8).reshape(-1, 4)
    assert inks.sum(axis=1).max() <= limit * 255
    grey = np.frombuffer(press.separation.picture(Image.new("L", (3, 2), 90)), np.uint8).reshape(-1, 4)
    assert (grey[:, :3] == 0).all()
    assert (grey[:, 3] > 100).all()


def test_backs_are_pages_of_their_own(tmp_path: Path) -> None:
    content = encoded("JPEG")
    show = badge_show(content, back=True)
    done = print_badges(show, tmp_path / "a.pdf", pictures={key_of(content): content}.__getitem__, finish=OFFICE)
    assert done.pages == 18


def see_through() -> bytes:
    """Return a PNG whose left half is not there."""
    image = Image.open(BytesIO(encoded("PNG"))).convert("RGBA")
    alpha = np.zeros((1300, 900), np.uint8)
    alpha[:, 450:] = 255
    image.putalpha(Image.fromarray(alpha))
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(("profile", "key"), [("office", "/SMask"), ("pdfx4", "/Mask"), ("pdfx1a", "/Mask")])
def test_one_looks_through_a_logo_on_paper_and_in_the_press(profile: str, key: str, tmp_path: Path) -> None:
    content = see_through()
    show = badge_show(content)
    ground = Element("ground", Kind.BOX, -3000, -3000, 92_000, 130_000, colour="#ffcc00")
    whole_design = design_of(show, show.templates["t"])
    row = replace(show.templates["t"], design=written(Part(whole_design.page, (ground, *whole_design.elements))))
    show = show.replaced([(show.templates["t"], row)])
    done = print_badges(
        show, tmp_path / "a.pdf", pictures={key_of(content): content}.__getitem__, finish=Finish(profile)
    )
    assert not done.findings
    with pikepdf.open(done.file) as pdf:
        found = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert len(found) == 2
        assert sum(key in one for one in found) == 1
    with pypdfium2.PdfDocument(done.file) as document:
        shown = document[0].render(scale=1).to_pil().convert("RGB")
    red, green, blue = shown.getpixel((shown.width // 4, shown.height - 60))
    assert red > 220
    assert 170 < green < 220
    assert blue < 90


def test_a_damaged_picture_is_refused_in_one_line() -> None:
    content = encoded("PNG")[:2000]
    with pytest.raises(Refused, match="damaged"):
        image_objects(Picture((0, 0, 1, 1), "a" * 64, content), None)
