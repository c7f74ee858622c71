"""The ink of an image's pixels: all inks together in its darkest small window, within bounds of memory.

A window of a few pixels, not one pixel: what a press cannot dry is an area, and one pixel of noise is none. An image
that is packed in a way not known here, is cut out by a mask other than one of grey, or is larger than any real one is
not judged.
"""

import io
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from pikepdf import Array, Name, PdfError, Stream, String

from hallwright.printing.preflight.limits import MOST_IMAGE
from hallwright.printing.preflight.matrices import finite
from hallwright.printing.preflight.spaces import Space
from hallwright.printing.preflight.state import Image
from hallwright.printing.preflight.streams import unpacked_size

WINDOW = 4
"""Pixels across and down of a window."""
_STRIP = 1 << 22
"""Bytes of pixels that are looked at together."""
_JPEG = ("/DCTDecode", "/DCT")
_UNKNOWN = ("/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/CCF")
_TALLEST = 4.0
"""Inks of a colorant that prints on all plates."""
Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]


class Peak(NamedTuple):
    """The most ink of an image, in parts of 1, and the middle of its window in the image's unit square."""

    ink: float
    at: tuple[float, float]


def peak(image: Image) -> Peak | None:
    """Return the window with the most ink, or None if the image is not judged."""
    try:
        return _peak(image)
    except (PdfError, TypeError, ValueError, AttributeError, LookupError):
        # Damaged pixels, or entries that are not what their place calls for: the other checks go on.
        return None


def _peak(image: Image) -> Peak | None:
    source, (wide, high) = image.source, image.pixels
    if not isinstance(source, Stream) or wide < 1 or high < 1 or "/Mask" in source:
        return None
    table = _table(image.space, source)
    weights = _weights(image.space) if table is None else np.ones(1, dtype=np.float32)
    if weights is None or image.bits != 8:
        return None
    channels = len(weights) if table is None else 1
    pixels, step = _pixels(source, wide, high, channels)
    if pixels is None:
        return None
    alpha = None
    if "/SMask" in source:
        alpha = _mask(source.SMask, wide, high) if step == 1 else None
        if alpha is None:
            return None
    low, spread = _decode(source, channels) if table is None else (np.zeros(1, np.float32), np.ones(1, np.float32))
    best = Peak(0.0, (0.5, 0.5))
    size = max(WINDOW // step, 1)
    for start, rows in _strips(pixels, size):
        if table is not None:
            inks = np.asarray(table[rows[:, :, 0]], dtype=np.float32)
        else:
            inks = np.asarray(
                rows.astype(np.float32) @ (spread * weights / 255) + float(low @ weights), dtype=np.float32
            )
        if alpha is not None:
            inks = np.asarray(inks * (alpha[start : start + len(rows)].astype(np.float32) / 255), dtype=np.float32)
        means = _means(inks, size)
        most = int(means.argmax())
        value = float(means.flat[most])
        if value > best.ink:
            row, column = divmod(most, means.shape[1])
            down, across = pixels.shape[:2]
            y = min(start + (row + 0.5) * size, down) / down
            x = min((column + 0.5) * size, across) / across
            best = Peak(value, (x, 1 - y))
    return best


def _strips(pixels: Bytes, size: int) -> Iterator[tuple[int, Bytes]]:
    """Return parts of an image, whole windows high."""
    rows = max(_STRIP // max(pixels.shape[1] * pixels.shape[2], 1) // size, 1) * size
    for start in range(0, len(pixels), rows):
        yield start, pixels[start : start + rows]


def _means(inks: Floats, size: int) -> Floats:
    down, across = (-(-length // size) * size for length in inks.shape)
    if (down, across) != inks.shape:
        inks = np.pad(inks, ((0, down - inks.shape[0]), (0, across - inks.shape[1])), mode="edge")
    found: Floats = inks.reshape(down // size, size, across // size, size).mean(axis=(1, 3))
    return found


def _weights(space: Space) -> Floats | None:
    """Return how many plates each number of a colour inks; None for a space whose inks are up to a conversion."""
    if space.names:
        plates = [_TALLEST if name == "All" else 0.0 if name == "None" else 1.0 for name in space.names]
        return np.array(plates, dtype=np.float32)
    if space.channels == 4 and space.kind in ("DeviceCMYK", "ICCBased"):
        return np.ones(4, dtype=np.float32)
    return None


def _table(space: Space, source: Any) -> Floats | None:
    """Return the ink of each entry of a palette; None if there is none, or its inks are up to a conversion."""
    weights = _weights(space.base) if space.kind == "Indexed" and space.base is not None else None
    value = source.get("/ColorSpace")
    if weights is None or not isinstance(value, Array) or len(value) < 4 or "/Decode" in source:
        return None
    held = value[3]
    if isinstance(held, Stream):
        data = held.read_bytes() if unpacked_size(held, MOST_IMAGE) <= 256 * len(weights) * 4 else b""
    else:
        data = bytes(held) if isinstance(held, String) else b""
    data = data[: 256 * len(weights)].ljust(256 * len(weights), b"\0")
    entries = np.frombuffer(data, dtype=np.uint8).reshape(256, len(weights))
    return np.asarray(entries.astype(np.float32) @ (weights / 255), dtype=np.float32)


def _decode(source: Any, channels: int) -> tuple[Floats, Floats]:
    """Return the ink of a sample of 0, and by how much one of 255 has more."""
    pairs = finite(source.get("/Decode", [0, 1] * channels))
    if len(pairs) != 2 * channels:
        pairs = [0.0, 1.0] * channels
    ends = np.array(pairs, dtype=np.float32).reshape(channels, 2)
    return ends[:, 0], ends[:, 1] - ends[:, 0]


def _pixels(source: Any, wide: int, high: int, channels: int) -> tuple[Bytes | None, int]:
    """Return the samples, row by row, and how many pixels of the image each stands for across."""
    filters = _filters(source)
    if any(name in _UNKNOWN for name in filters):
        return None, 1
    if filters and filters[-1] in _JPEG:
        return _jpeg(source, wide, high, channels) if len(filters) == 1 else (None, 1)
    needed = wide * high * channels
    if needed > MOST_IMAGE or unpacked_size(source, MOST_IMAGE) > MOST_IMAGE:
        return None, 1
    data = source.read_bytes()
    if len(data) < needed:
        return None, 1
    return np.frombuffer(data, dtype=np.uint8, count=needed).reshape(high, wide, channels), 1


def _jpeg(source: Any, wide: int, high: int, channels: int) -> tuple[Bytes | None, int]:
    """Unpack a JPEG at a quarter of its size: its own way to the means of windows."""
    from PIL import Image as Picture

    if wide * high * channels > MOST_IMAGE:
        return None, 1
    try:
        with Picture.open(io.BytesIO(source.read_raw_bytes()), formats=["JPEG"]) as picture:
            if picture.size != (wide, high) or len(picture.getbands()) != channels or channels != 4:
                return None, 1
            # The means are of what is stored; Pillow turns round what Adobe's programs store the wrong way round.
            turned = "adobe" in picture.info
            picture.draft(None, (math.ceil(wide / WINDOW), math.ceil(high / WINDOW)))
            found = np.asarray(picture)
    except (OSError, ValueError, SyntaxError, Picture.DecompressionBombError):
        return None, 1
    return (255 - found if turned else found), max(round(wide / found.shape[1]), 1)


def _mask(mask: Any, wide: int, high: int) -> Bytes | None:
    """Return how opaque each pixel is, 255 for wholly; None for a mask of another kind or size."""
    if not isinstance(mask, Stream):
        return None
    sizes = finite([mask.get("/Width", 0), mask.get("/Height", 0), mask.get("/BitsPerComponent", 0)])
    plain = mask.get("/ColorSpace") == Name.DeviceGray and "/Decode" not in mask
    if not plain or sizes != [wide, high, 8] or set(_filters(mask)) & {*_JPEG}:
        return None
    found, _step = _pixels(mask, wide, high, 1)
    return None if found is None else found[:, :, 0]


def _filters(source: Any) -> list[str]:
    filters = source.get("/Filter", [])
    return [str(one) for one in (filters.as_list() if isinstance(filters, Array) else [filters] if filters else [])]
