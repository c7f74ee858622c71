"""Pictures as objects of a PDF: as they are for an office printer, separated into inks for a press."""

import io
import zlib
from typing import Any, NamedTuple

import numpy as np
from reportlab.pdfbase.pdfdoc import PDFArray, PDFName, PDFObject, PDFObjectReference, PDFStream

from hallwright.drawing.primitives import Picture
from hallwright.printing.separation import Separation
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

_HALF = 128
"""Opacity from which on a press prints a pixel: what shines through by parts would be transparency."""


class ImageObject(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An image XObject; ReportLab's own knows no stencil masks."""

    def __init__(self, width: int, height: int, space: str, content: bytes, filter_: str = "FlateDecode") -> None:
        self.width, self.height = width, height
        self._space, self._content, self._filter = space, content, filter_
        self.mask: tuple[str, str] | None = None
        """Key and name of what tells where it is seen."""

    def format(self, document: Any) -> bytes:
        """Return it as the file has it."""
        stream = PDFStream(content=self._content)
        entries = stream.dictionary
        entries["Type"], entries["Subtype"] = PDFName("XObject"), PDFName("Image")
        entries["Width"], entries["Height"] = self.width, self.height
        if self._space:
            entries["BitsPerComponent"], entries["ColorSpace"] = 8, PDFName(self._space)
        else:
            entries["BitsPerComponent"], entries["ImageMask"] = 1, "true"
        entries["Filter"] = PDFArray([PDFName(self._filter)])
        entries["Length"] = len(self._content)
        if self.mask is not None:
            entries[self.mask[0]] = PDFObjectReference(self.mask[1])
        formatted: bytes = stream.format(document)
        return formatted


class Images(NamedTuple):
    """A picture, and what tells where it is seen: None for an opaque one."""

    picture: ImageObject
    mask: ImageObject | None
    kind: str = ""
    """``SMask`` by degrees, ``Mask`` for yes or no."""


def image_objects(item: Picture, separation: Separation | None) -> Images:
    """Return the objects of a picture.

    Args:
        item: a PNG or JPEG.
        separation: of the press, or None for an office printer, which takes a JPEG as it came.

    Raises:
        Refused: the picture is damaged.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(item.content), formats=("PNG", "JPEG")) as picture:
            wide, high = picture.size
            if separation is None and picture.format == "JPEG" and picture.mode in ("L", "RGB"):
                space = "DeviceGray" if picture.mode == "L" else "DeviceRGB"
                return Images(ImageObject(wide, high, space, item.content, "DCTDecode"), None)
            alpha = picture.convert("RGBA").getchannel("A") if picture.mode in ("RGBA", "LA", "PA") else None
            pixels = picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
            if separation is not None:
                space, content = "DeviceCMYK", separation.picture(pixels)
            else:
                space, content = "DeviceGray" if pixels.mode == "L" else "DeviceRGB", pixels.tobytes()
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        reason = " ".join(str(error).split())[:80]
        raise Refused(
            _("A picture is damaged ({reason})").format(reason=reason), item.key[:12], _("Put it in again.")
        ) from None
    made = ImageObject(wide, high, space, zlib.compress(content))
    if alpha is None:
        return Images(made, None)
    if separation is None:
        return Images(made, ImageObject(wide, high, "DeviceGray", zlib.compress(alpha.tobytes())), "SMask")
    # A stencil paints where its bits are 0.
    bits = np.packbits(np.asarray(alpha) < _HALF, axis=1).tobytes()
    return Images(made, ImageObject(wide, high, "", zlib.compress(bits)), "Mask")
