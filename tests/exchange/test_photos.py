"""Photos from a folder: whose each is, how it is cropped, and what becomes of files that are none."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from hallwright.exchange.photochild import HIGH, WIDE
from hallwright.exchange.photos import read_photos
from hallwright.expo.people import Person
from hallwright.expo.show import Show
from hallwright.support.errors import Refused

ANNA = Person(id="a", given="Anna", family="Weber", code="PA", email="anna@x.org")
SHOW = Show.of([ANNA, Person(id="b", native="陳大文", code="PB"), replace(ANNA, id="c", code="PC", email="")])


def picture(path: Path, wide: int = 1000, high: int = 1000) -> Path:
    image = Image.new("RGB", (wide, high), "#808080")
    image.paste("#ff0000", (0, 0, wide, high // 10))
    image.save(path)
    return path


def test_files_are_known_by_code_address_and_name(tmp_path: Path) -> None:
    for name in ("pa.jpg", "陳大文.png", "Anna Weber.jpg", "nobody.png", "anna@x.org.jpeg", "notes.txt"):
        if name != "notes.txt":
            picture(tmp_path / name)
        else:
            (tmp_path / name).write_text("x")
    told: list[tuple[int, int]] = []
    photos = read_photos(SHOW, tmp_path, lambda done, total: told.append((done, total)))
    assert set(photos.found) == {"a", "b"}
    reasons = {one.file: one.reason for one in photos.not_taken}
    assert "2 people are called so" in reasons["Anna Weber.jpg"]
    assert "nobody" in reasons["nobody.png"]
    # Both are Anna's; the first by name is taken.
    assert reasons["pa.jpg"] == "the same person as anna@x.org.jpeg"
    assert told[-1] == (2, 2)


@pytest.mark.parametrize(("wide", "high"), [(3000, 1000), (1000, 4000), (1000, 1250), (100, 100)])
def test_every_photo_has_the_form_that_badges_want(wide: int, high: int, tmp_path: Path) -> None:
    picture(tmp_path / "PB.jpg", wide, high)
    (content,) = read_photos(SHOW, tmp_path).found.values()
    photo = Image.open(BytesIO(content))
    assert photo.format == "JPEG"
    assert photo.width <= WIDE
    assert photo.width / photo.height == pytest.approx(WIDE / HIGH, rel=0.02)


def test_a_file_that_is_no_picture_costs_no_other(tmp_path: Path) -> None:
    picture(tmp_path / "PA.png")
    (tmp_path / "PB.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    photos = read_photos(SHOW, tmp_path)
    assert set(photos.found) == {"a"}
    assert photos.not_taken[0].file == "PB.png"
    assert "damaged" in photos.not_taken[0].reason


def test_a_folder_without_pictures_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no JPEG or PNG"):
        read_photos(SHOW, tmp_path)
    with pytest.raises(Refused, match="cannot be read"):
        read_photos(SHOW, tmp_path / "gone")
