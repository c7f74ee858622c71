"""The ink of images: the darkest window and its place, whatever the pixels are packed in."""

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image as Picture
from tests.printing.preflight.breaking import POINT, device_n
from tests.printing.preflight.making import broken, content, rules

from hallwright.printing.preflight import samples
from hallwright.printing.preflight.checking import check
from hallwright.printing.preflight.report import Report
from hallwright.printing.profiles import load

SIZE = 400
Pixels = npt.NDArray[np.uint8]
Make = Callable[[pikepdf.Pdf], Any]
PLACE = f"{20 * POINT} 0 0 {20 * POINT} {28 * POINT} {48 * POINT} cm"
"""20 mm square, its upper left corner 20 mm from the left of the trim and 20 mm from its top."""


def inked(at: tuple[int, int] | None, side: int = 8, ink: int = 255) -> Pixels:
    """Return pixels of 160 % ink with a square of some more at a column and row."""
    pixels = np.zeros((SIZE, SIZE, 4), dtype=np.uint8)
    pixels[:, :, :2] = 204
    if at is not None:
        pixels[at[1] : at[1] + side, at[0] : at[0] + side] = ink
    return pixels


def shown(tmp_path: Path, make: Make, place: str = PLACE) -> Report:
    return broken(tmp_path / "a.pdf", content(f"{place} /I1 Do", XObject=lambda pdf: {"I1": make(pdf)}))


def stream(pdf: pikepdf.Pdf, data: bytes, space: Any = Name.DeviceCMYK, **more: Any) -> Stream:
    made = Stream(pdf, data)
    made.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=SIZE, Height=SIZE, BitsPerComponent=8, ColorSpace=space, **more
    )
    return made


def flate(pixels: Pixels, **more: Any) -> Make:
    return lambda pdf: stream(pdf, zlib.compress(pixels.tobytes()), Filter=Name.FlateDecode, **more)


def jpeg(pixels: Pixels, **more: Any) -> Make:
    # Pillow stores CMYK as Adobe's programs do, upside down.
    packed = io.BytesIO()
    Picture.fromarray(255 - pixels, "CMYK").save(packed, "JPEG", quality=95)
    return lambda pdf: stream(pdf, packed.getvalue(), Filter=Name.DCTDecode, **more)


@pytest.mark.parametrize("packed", [flate, jpeg])
def test_too_much_ink_in_a_window_is_told_with_its_place(tmp_path: Path, packed: Callable[[Pixels], Make]) -> None:
    assert rules(shown(tmp_path, packed(inked(None)))) == set()
    (finding,) = shown(tmp_path, packed(inked((200, 100), 16))).findings
    assert (finding.rule, finding.page) == ("total-ink", 1)
    assert finding.value == pytest.approx(400, abs=12)
    assert finding.at == pytest.approx((20 + 20 * 206 / SIZE, 20 + 20 * 106 / SIZE), abs=0.8)


def test_one_pixel_of_noise_is_no_area(tmp_path: Path) -> None:
    assert rules(shown(tmp_path, flate(inked((101, 101), 1)))) == set()


def test_a_turned_image_is_told_where_it_lies(tmp_path: Path) -> None:
    # A quarter turn to the left: what was right at the top is now left at the top.
    turned = f"0 {20 * POINT} {-20 * POINT} 0 {48 * POINT} {48 * POINT} cm"
    (finding,) = shown(tmp_path, flate(inked((SIZE - 8, 0))), turned).findings
    assert finding.at == pytest.approx((20, 20), abs=0.5)


def test_inverted_samples_are_read_as_they_print(tmp_path: Path) -> None:
    turned = Array([1, 0] * 4)
    assert rules(shown(tmp_path, flate(255 - inked(None), Decode=turned))) == set()
    assert rules(shown(tmp_path, flate(255 - inked((40, 40)), Decode=turned))) == {"total-ink"}
    assert rules(shown(tmp_path, jpeg(255 - inked((40, 40), 16), Decode=turned))) == {"total-ink"}


def test_a_palette_and_inks_by_name_are_added_up(tmp_path: Path) -> None:
    entries = bytes([0, 0, 0, 0, 255, 255, 255, 100])
    data = np.zeros((SIZE, SIZE), dtype=np.uint8)

    def palette(pdf: pikepdf.Pdf) -> Any:
        return stream(pdf, data.tobytes(), Array([Name.Indexed, Name.DeviceCMYK, 1, pdf.make_stream(entries)]))

    assert rules(shown(tmp_path, palette)) == set()
    data[:8, :8] = 1
    assert rules(shown(tmp_path, palette)) == {"total-ink"}
    named = device_n("Cyan", "Magenta", "Yellow", "Black")
    assert rules(shown(tmp_path, lambda pdf: stream(pdf, inked((9, 9)).tobytes(), named))) == {"total-ink"}


def test_what_a_mask_hides_does_not_print(tmp_path: Path) -> None:
    alpha = np.full((SIZE, SIZE), 255, dtype=np.uint8)

    def masked(pdf: pikepdf.Pdf) -> Any:
        mask = pdf.make_indirect(stream(pdf, alpha.tobytes(), Name.DeviceGray))
        return stream(pdf, inked((44, 44)).tobytes(), SMask=mask)

    assert rules(shown(tmp_path, masked)) == {"total-ink"}
    alpha[40:60, 40:60] = 0
    assert rules(shown(tmp_path, masked)) == set()


@pytest.mark.parametrize("data", [b"", b"short", b"\0" * 99])
@pytest.mark.parametrize("packed", [Name.DCTDecode, Name.FlateDecode, Name.RunLengthDecode])
def test_damaged_pixels_are_no_finding_and_no_end(tmp_path: Path, data: bytes, packed: Name) -> None:
    assert "total-ink" not in rules(shown(tmp_path, lambda pdf: stream(pdf, data, Filter=packed)))


def test_an_image_beyond_the_bound_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rules(shown(tmp_path, flate(inked((40, 40))))) == {"total-ink"}
    monkeypatch.setattr(samples, "MOST_IMAGE", SIZE * SIZE * 4 - 1)
    assert rules(check(tmp_path / "a.pdf", load("pdfx4"))) == set()


def test_the_ink_is_that_of_the_darkest_window_wherever_it_lies(tmp_path: Path) -> None:
    for at in ((0, 0), (SIZE - 4, 0), (0, SIZE - 4), (SIZE - 4, SIZE - 4), (196, 372)):
        (finding,) = shown(tmp_path, flate(inked(at, 4))).findings
        assert finding.value == pytest.approx(400)
        assert finding.at == pytest.approx(tuple(20 + 20 * (where + 2) / SIZE for where in at), abs=0.1)


@pytest.mark.parametrize(
    "more",
    [
        {"Filter": Name.FlateDecode},
        {"Filter": Name.DCTDecode},
        {"SMask": 7},
        {"SMask": Name.Rubbish},
        {"Decode": Name.Rubbish},
        {"Decode": Array([Name.Rubbish] * 8)},
        {"Filter": Array([7, Name.FlateDecode])},
    ],
)
def test_rubbish_about_an_image_keeps_no_other_check_from_seeing_it(tmp_path: Path, more: dict[str, Any]) -> None:
    large = f"{90 * POINT} 0 0 {70 * POINT} {10 * POINT} {10 * POINT} cm"
    report = shown(tmp_path, lambda pdf: stream(pdf, b"rubbish", **more), large)
    assert "image-resolution" in rules(report)
