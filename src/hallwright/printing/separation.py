"""Screen colours separated into the inks of a printing condition, through its ICC profile and never by arithmetic."""

import io
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np

from hallwright.drawing.theme import Cmyk, Colour
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

MOST_BYTES = 16_000_000
"""Bytes of an ICC profile that is read; the largest of print shops have about 3 million."""
_GREY = 4
"""Steps of 255 by which the channels of a grey may differ: nobody sees it, but four inks out of register anyone."""
_DUST = 0.015
"""Parts of ink that are left out: too little to be seen, enough to make a light tint grainy."""
_CLASSES = ("prtr",)


class Separation:
    """Converts colours with relative colorimetric intent and black point compensation.

    Black and greys become black ink alone, at the ink that is as light as the colour; so do those that the theme
    itself mixes of black ink only. Results are whole percents, so that they do not depend on how a machine rounds.

    Args:
        icc: the content of an ICC profile of a CMYK printer.
        most: most ink of all colours together, in parts of 1 (3.0 for 300 %).
    """

    def __init__(self, icc: bytes, most: float) -> None:
        from PIL import Image, ImageCms

        self._most = most
        profile = opened(icc)
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        rgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
        self._inks = ImageCms.buildTransform(rgb, profile, "RGB", "CMYK", intent, flags)
        self._light = ImageCms.buildTransform(rgb, lab, "RGB", "LAB", intent)
        ramp = Image.new("CMYK", (101, 1))
        for percent in range(101):
            ramp.putpixel((percent, 0), (0, 0, 0, round(percent * 2.55)))
        to_lab = ImageCms.buildTransform(profile, lab, "CMYK", "LAB", intent)
        shown: Any = ImageCms.applyTransform(ramp, to_lab)
        self._ramp: list[int] = [shown.getpixel((percent, 0))[0] for percent in range(101)]
        self.of = lru_cache(maxsize=4096)(self._of)
        self.rgb = lru_cache(maxsize=4096)(self._rgb)

    def _of(self, colour: Colour) -> Cmyk:
        """Return the inks of a theme's colour, in parts of 1."""
        red, green, blue = _channels(colour.rgb)
        cyan, magenta, yellow, _black = colour.cmyk
        if not (cyan or magenta or yellow):
            return self._grey(red, green, blue)
        return self._rgb(red, green, blue)

    def _rgb(self, red: int, green: int, blue: int) -> Cmyk:
        """Return the inks of a colour given in steps of 255, in parts of 1."""
        from PIL import Image, ImageCms

        if max(red, green, blue) - min(red, green, blue) <= _GREY:
            return self._grey(red, green, blue)
        pixel: Any = ImageCms.applyTransform(Image.new("RGB", (1, 1), (red, green, blue)), self._inks)
        return within([step / 255 for step in pixel.getpixel((0, 0))], self._most)

    def picture(self, image: Any) -> bytes:
        """Return the inks of a picture of grey or RGB, four bytes a pixel, nowhere more than may lie on each other.

        Grey pixels become black ink alone, as elsewhere.
        """
        from PIL import ImageCms

        if image.mode == "L":
            table = [round(self._grey(step, step, step)[3] * 255) for step in range(256)]
            inks = np.zeros((image.height, image.width, 4), np.uint8)
            inks[:, :, 3] = np.array(table, np.uint8)[np.asarray(image)]
            return inks.tobytes()
        shown: Any = ImageCms.applyTransform(image, self._inks)
        inks = np.array(shown)
        total = inks.sum(axis=2, dtype=np.int32)
        limit = int(self._most * 255)
        over = total > limit
        if over.any():
            colours = inks[over][:, :3].astype(float)
            black = inks[over][:, 3].astype(float)
            share = np.maximum(limit - black, 0) / np.maximum(colours.sum(axis=1), 1)
            inks[over, :3] = (colours * share[:, None]).astype(np.uint8)
        return inks.tobytes()

    def _grey(self, red: int, green: int, blue: int) -> Cmyk:
        from PIL import Image, ImageCms

        if max(red, green, blue) == 0:
            return 0.0, 0.0, 0.0, 1.0
        pixel: Any = ImageCms.applyTransform(Image.new("RGB", (1, 1), (red, green, blue)), self._light)
        light = pixel.getpixel((0, 0))[0]
        return 0.0, 0.0, 0.0, min(range(101), key=lambda percent: abs(self._ramp[percent] - light)) / 100


def opened(icc: bytes) -> Any:
    """Return an ICC profile for ImageCms.

    Raises:
        Refused: it is none, or none of a CMYK printer.
    """
    from PIL import ImageCms

    mend = _("Take the CMYK output profile that the print shop offers.")
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
    except (OSError, ImageCms.PyCMSError):
        raise Refused(_("This is no ICC profile"), mend=mend) from None
    space, kind = profile.profile.xcolor_space.strip(), profile.profile.device_class.strip()
    if space != "CMYK" or kind not in _CLASSES:
        raise Refused(_("This ICC profile is not one of a CMYK printer"), mend=mend)
    return profile


def described(icc: bytes) -> str:
    """Return how an ICC profile calls itself, as one line; empty if it does not."""
    return " ".join((opened(icc).profile.profile_description or "").split())


def within(inks: Iterable[float], most: float) -> Cmyk:
    """Return inks as whole percents of which no more than ``most`` (parts of 1) lie on each other.

    What is too much is taken from the three colours alike; black keeps the depth.
    """
    cyan, magenta, yellow, black = (round(part, 2) if part > _DUST else 0.0 for part in inks)
    colours = cyan + magenta + yellow
    if colours + black > most and colours > 0:
        share = max(most - black, 0.0) / colours
        # Cut, not rounded: three roundings upwards would be over the limit again.
        cyan, magenta, yellow = (int(part * share * 100 + 1e-9) / 100 for part in (cyan, magenta, yellow))
    return cyan, magenta, yellow, min(black, most)


def _channels(rgb: str) -> tuple[int, int, int]:
    return int(rgb[1:3], 16), int(rgb[3:5], 16), int(rgb[5:7], 16)
