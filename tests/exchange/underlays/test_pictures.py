"""PNG, JPEG and pages of PDF: size, paper, transparency, turning."""

import io
from pathlib import Path

import pytest
from PIL import Image
from tests.exchange.underlays import files

from hallwright.exchange.underlays.reading import read_underlay
from hallwright.expo.underlay import Media


def decoded(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_picture_keeps_its_pixels(tmp_path: Path) -> None:
    Image.new("RGB", (300, 200), "#336699").save(tmp_path / "a.png")
    found = read_underlay(tmp_path / "a.png")
    assert (found.media, found.width, found.height, found.pages) == (Media.RASTER, 300, 200, 1)
    assert decoded(found.content).getpixel((5, 5)) == (0x33, 0x66, 0x99)


def test_a_large_picture_is_made_smaller(tmp_path: Path) -> None:
    Image.new("L", (9000, 1500), 200).save(tmp_path / "a.png")
    found = read_underlay(tmp_path / "a.png")
    assert (found.width, found.height) == (6000, 1000)
    assert decoded(found.content).size == (6000, 1000)


def test_what_can_be_seen_through_becomes_paper(tmp_path: Path) -> None:
    Image.new("RGBA", (30, 20), (0, 0, 0, 0)).save(tmp_path / "a.png")
    assert decoded(read_underlay(tmp_path / "a.png").content).getpixel((5, 5)) == (255, 255, 255)


def test_grey_of_16_bits_is_not_clipped(tmp_path: Path) -> None:
    Image.new("I;16", (30, 20), 0x8000).save(tmp_path / "a.png")
    assert decoded(read_underlay(tmp_path / "a.png").content).getpixel((5, 5)) == 128


def test_a_photograph_is_turned_as_the_camera_was_and_tells_nothing_else(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera of a person"
    Image.new("RGB", (300, 200), "red").save(tmp_path / "a.jpg", exif=exif)
    found = read_underlay(tmp_path / "a.jpg")
    assert (found.width, found.height) == (200, 300)
    assert decoded(found.content).format == "JPEG"
    assert b"Camera" not in found.content


def test_a_page_of_a_pdf_knows_its_paper(tmp_path: Path) -> None:
    found = read_underlay(files.pdf(tmp_path / "a.pdf", 3), page=2)
    assert (found.name, found.page, found.pages) == ("a.pdf, page 2", 2, 3)
    assert found.paper is not None
    assert found.width * found.paper == pytest.approx(210, abs=0.2)
    assert decoded(found.content).size == (found.width, found.height)
    assert read_underlay(files.pdf(tmp_path / "b.pdf")).name == "b.pdf"
