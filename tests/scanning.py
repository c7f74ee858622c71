"""What a scanner makes of pictures."""

import numpy as np
import numpy.typing as npt
import zxingcpp


def enlarged(bits: npt.NDArray[np.bool_], pixels: int = 4) -> npt.NDArray[np.uint8]:
    """Return the modules of a code as a grey picture with a quiet zone."""
    grey = np.where(np.pad(bits, 4), 0, 255).astype(np.uint8)
    return grey.repeat(pixels, axis=0).repeat(pixels, axis=1)


def scanned(picture: npt.NDArray[np.uint8]) -> list[str]:
    """Return the texts of the codes in a grey picture, from left to right."""
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
    return [one.text for one in sorted(found, key=lambda one: one.position.top_left.x)]
