"""Pictures: looked at before they are decoded, made smaller, and written anew without anything but pixels."""

import io
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hallwright.exchange.underlays.limits import LONGEST_SIDE, MOST_PIXELS
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.numbers import written

if TYPE_CHECKING:
    from PIL.Image import Image

_PACKED = 32 * 1024 * 1024
"""A picture that would be larger than this without loss is kept as JPEG."""
_QUALITY = 90


class Pixels(NamedTuple):
    """A picture as PNG or JPEG, and its size in pixels."""

    content: bytes
    width: int
    height: int


def read(path: Path, *, see_through: bool = False) -> Pixels:
    """Read a PNG or JPEG; unless it may be ``see_through``, what one could look through becomes white.

    Raises:
        Refused: it has too many pixels, or is damaged or cut short.
    """
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # counted below, with a line for people
    try:
        with Image.open(path, formats=("PNG", "JPEG")) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS:
                raise Refused(
                    _(
                        "The picture has {width:,.0f} megapixels ({width2:,} × {height:,}); {most_pixels} at most "
                        "are read"
                    ).format(
                        width=written(width * height / 1e6),
                        width2=written(width),
                        height=written(height),
                        most_pixels=written(MOST_PIXELS // 1_000_000),
                    ),
                    mend=_("Make it smaller."),
                )
            lossy = opened.format == "JPEG"
            if lossy:
                # Lets the decoder skip what would be thrown away below.
                opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture = ImageOps.exif_transpose(_small(opened))
            picture = _veiled(picture) if see_through else _opaque(picture)
            return packed(picture, lossy=lossy)
    except Refused:
        raise
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        reason = " ".join(str(error).split())[:100]
        raise Refused(
            _("The picture is damaged or cut short ({reason})").format(reason=reason), mend=_("Save it again as PNG.")
        ) from None


def packed(picture: "Image", *, lossy: bool) -> Pixels:
    """Return a picture as PNG, or as JPEG when it came so or would be too large."""
    data = io.BytesIO()
    if not lossy:
        picture.save(data, "PNG", compress_level=5)
    if lossy or data.tell() > _PACKED:
        data = io.BytesIO()
        picture.convert("RGB").save(data, "JPEG", quality=_QUALITY)
    return Pixels(data.getvalue(), picture.width, picture.height)


def _small(picture: "Image") -> "Image":
    """Return a picture whose sides are no longer than is kept."""
    from PIL import Image

    longest = max(picture.size)
    if longest <= LONGEST_SIDE:
        return picture
    size = tuple(max(side * LONGEST_SIDE // longest, 1) for side in picture.size)
    if picture.mode in ("P", "1"):
        picture = picture.convert("RGBA" if "transparency" in picture.info else "L" if picture.mode == "1" else "RGB")
    elif picture.mode.startswith("I"):
        picture = _eight_bits(picture)
    return picture.resize((size[0], size[1]), Image.Resampling.BOX)


def _veiled(picture: "Image") -> "Image":
    """Return a picture that keeps what one can look through, if there is any of it."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        if seen.getchannel("A").histogram()[255] < seen.width * seen.height:
            return seen
    return _opaque(picture)


def _opaque(picture: "Image") -> "Image":
    """Return a picture in grey or colour, laid on white where one could look through it."""
    from PIL import Image

    if picture.mode.startswith("I"):
        picture = _eight_bits(picture)
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        paper.alpha_composite(seen)
        return paper.convert("RGB")
    return picture if picture.mode in ("L", "RGB") else picture.convert("RGB")


def _eight_bits(picture: "Image") -> "Image":
    """Return a grey picture of 16 bits with 8: converting it plainly would clip all but its darkest parts."""
    return picture.convert("I").point(lambda value: value / 256).convert("L")
