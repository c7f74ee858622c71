"""QR codes as bits."""

import numpy as np
import numpy.typing as npt


def qr_bits(text: str) -> npt.NDArray[np.bool_]:
    """Return the modules of a QR code without its quiet zone, True for ink; error correction level M (15 %).

    Raises:
        ValueError: the text is empty or too long for a code.
    """
    # Late: only badges need it.
    from zint import Symbol, Symbology

    if not text:
        raise ValueError("a QR code needs a text")
    symbol = Symbol()
    symbol.symbology = Symbology.QRCODE
    symbol.option_1 = 2
    try:
        symbol.encode(text)
    except RuntimeError as error:
        raise ValueError(str(error)) from None
    side = symbol.width
    packed = np.asarray(symbol.encoded_data)[:side, : (side + 7) // 8]
    return np.unpackbits(packed, axis=1, bitorder="little")[:, :side].astype(bool)
