"""QR codes and barcodes as bits."""

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


def code128_bits(text: str) -> npt.NDArray[np.bool_]:
    """Return the bars of a Code 128 without its quiet zone as one row, True for ink.

    Raises:
        ValueError: the text is empty, too long, or has letters that the code has not.
    """
    from zint import Symbol, Symbology

    # Latin-1 letters would need an extension that many scanners read as something else.
    if not text or not text.isascii():
        raise ValueError("a barcode needs a text of plain Latin letters")
    symbol = Symbol()
    symbol.symbology = Symbology.CODE128
    try:
        symbol.encode(text)
    except RuntimeError as error:
        raise ValueError(str(error)) from None
    wide = symbol.width
    packed = np.asarray(symbol.encoded_data)[:1, : (wide + 7) // 8]
    return np.unpackbits(packed, axis=1, bitorder="little")[:, :wide].astype(bool)
