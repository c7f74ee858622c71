"""Colours in inks: black alone for greys, within the limit, and close to what the screen shows."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from hallwright.drawing.theme import BLACK, GREY, INK, ROLE_FILLS, STATUS_FILLS, WHITE, Colour
from hallwright.printing.press import press_of
from hallwright.printing.profiles import load
from hallwright.printing.separation import Separation, described, opened, within
from hallwright.support.errors import Refused
from hallwright.support.paths import resources

ICC = (resources() / "print-profiles" / "ISOcoated_v2_300_bas.icc").read_bytes()
COATED = Separation(ICC, 3.0)
STEP = st.integers(0, 255)
PART = st.floats(0, 1)


def lab(transform: Any, mode: str, pixel: tuple[int, ...]) -> tuple[float, float, float]:
    shown: Any = ImageCms.applyTransform(Image.new(mode, (1, 1), pixel), transform)
    light, a, b = shown.getpixel((0, 0))
    return light / 2.55, a - 128, b - 128


def apart(colour: Colour) -> float:
    """Return how far a colour in print is from the same on a screen, as CIE76."""
    neutral = ImageCms.createProfile("LAB")
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    screen = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), neutral, "RGB", "LAB", intent)
    print_ = ImageCms.buildTransform(opened(ICC), neutral, "CMYK", "LAB", intent)
    red, green, blue = (int(colour.rgb[k : k + 2], 16) for k in (1, 3, 5))
    one = lab(screen, "RGB", (red, green, blue))
    two = lab(print_, "CMYK", tuple(round(part * 255) for part in COATED.of(colour)))
    return float(sum((a - b) ** 2 for a, b in zip(one, two, strict=True)) ** 0.5)


def test_black_and_white() -> None:
    assert COATED.of(BLACK) == COATED.of(INK) == (0, 0, 0, 1)
    assert COATED.of(WHITE) == COATED.rgb(255, 255, 255) == (0, 0, 0, 0)


@given(STEP)
def test_greys_are_black_ink_alone_and_darker_ones_have_more(step: int) -> None:
    cyan, magenta, yellow, black = COATED.rgb(step, step, step)
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert black >= COATED.rgb(min(step + 1, 255), min(step + 1, 255), min(step + 1, 255))[3]


@given(STEP, STEP, STEP)
def test_no_colour_is_over_the_limit_and_all_are_whole_percents(red: int, green: int, blue: int) -> None:
    inks = COATED.rgb(red, green, blue)
    assert sum(inks) <= 3.0
    assert all(part == round(part, 2) and 0 <= part <= 1 for part in inks)


@given(st.tuples(PART, PART, PART, PART), st.floats(1.0, 4.0))
def test_what_is_too_much_is_taken_from_the_colours(inks: tuple[float, ...], most: float) -> None:
    cut = within(inks, most)
    assert sum(cut) <= most + 1e-9
    assert cut[3] == pytest.approx(round(inks[3], 2), abs=0.02)
    if sum(inks) <= most - 0.02:
        assert cut == pytest.approx(inks, abs=0.016)


@pytest.mark.parametrize("name", [name for name in STATUS_FILLS if name != "available"])
def test_fills_of_the_plan_look_as_on_the_screen(name: str) -> None:
    assert apart(STATUS_FILLS[name]) < 7  # a difference that one sees side by side only


@pytest.mark.parametrize("name", list(ROLE_FILLS))
def test_roles_of_badges_look_as_on_the_screen(name: str) -> None:
    assert apart(ROLE_FILLS[name]) < 22  # the strong blue and violet of a screen are beyond any ink


def test_the_theme_says_what_is_grey() -> None:
    assert GREY.rgb == "#5f6670"
    assert COATED.of(GREY)[:3] == (0, 0, 0)
    assert COATED.rgb(0x5F, 0x66, 0x70)[0] > 0


def test_the_profile_names_itself_and_others_are_refused() -> None:
    assert described(ICC) == "ISO Coated v2 300% (basICColor)"
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with pytest.raises(Refused, match="not one of a CMYK printer"):
        opened(screen)
    for rubbish in (b"", b"?" * 500):
        with pytest.raises(Refused, match="no ICC profile"):
            opened(rubbish)


def test_the_print_shops_own_profile_takes_the_place(tmp_path: Any) -> None:
    own = tmp_path / "own.icc"
    own.write_bytes(ICC)
    press = press_of(load("pdfx4"), own)
    assert press is not None
    assert (press.condition.identifier, press.condition.registry) == ("Custom", "")
    assert press.condition.name == described(ICC)
    standard = press_of(load("pdfx4"))
    assert standard is not None
    assert standard.condition.identifier == "FOGRA39"
    assert press_of(load("office")) is None
    with pytest.raises(Refused, match="takes no ICC profile"):
        press_of(load("office"), own)
    with pytest.raises(Refused, match="cannot be read"):
        press_of(load("pdfx4"), tmp_path / "none.icc")
    own.write_bytes(b"no")
    with pytest.raises(Refused, match=r"own\.icc: This is no ICC profile"):
        press_of(load("pdfx4"), own)
