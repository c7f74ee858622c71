"""Pictures as objects of a PDF: as they are for an office printer, separated into inks for a press."""

import io
import zlib
from typing import Any

from hallwright.drawing.primitives import Picture
from hallwright.printing.separation import Separation
from hallwright.support.errors import Refused
from hallwright.support.i18n import _


def image_object(item: Picture, separation: Separation | None) -> Any:
    """Return ReportLab's object of a picture.

    Args:
        item: a PNG or JPEG.
        separation: of the press, or None for an office printer, which takes a JPEG as it came.

    Raises:
        Refused: the picture is damaged.
    """
    from PIL import Image
    from reportlab.pdfbase.pdfdoc import PDFImageXObject

    made = PDFImageXObject(item.key)
    made.mask = None
    made.bitsPerComponent = 8
    try:
        with Image.open(io.BytesIO(item.content), formats=("PNG", "JPEG")) as picture:
            made.width, made.height = picture.size
            plain = picture.mode in ("L", "RGB")
            if separation is None and picture.format == "JPEG" and plain:
                made.colorSpace = "DeviceGray" if picture.mode == "L" else "DeviceRGB"
                made.streamContent, made._filters = item.content, ("DCTDecode",)
                return made
            pixels = picture if plain else picture.convert("RGB")
            if separation is not None:
                made.colorSpace, content = "DeviceCMYK", separation.picture(pixels)
            else:
                made.colorSpace = "DeviceGray" if pixels.mode == "L" else "DeviceRGB"
                content = pixels.tobytes()
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        reason = " ".join(str(error).split())[:80]
        raise Refused(
            _("A picture is damaged ({reason})").format(reason=reason), item.key[:12], _("Put it in again.")
        ) from None
    made.streamContent, made._filters = zlib.compress(content), ("FlateDecode",)
    return made
