"""The process of its own in which photos are opened and cropped.

Run as ``python -m hallwright.exchange.photochild``. A JSON object with ``paths`` and ``language`` comes on standard
input; for each path a line of JSON goes to standard output: ``size`` and then so many bytes of JPEG, or ``refused`` and
why.
"""

import io
import json
import logging
import sys
from pathlib import Path

from hallwright.exchange.underlays import raster
from hallwright.support.errors import Refused
from hallwright.support.fence import limit_self
from hallwright.support.i18n import _, use

MOST_BYTES = 64 * 1024 * 1024
WIDE, HIGH = 720, 900
"""Pixels of a photo that is kept: 25 x 31 mm at more than 600 an inch."""
_QUALITY = 88
_MEMORY = 3 * 1024**3
_SECONDS = 110
_OUTPUT = 64 * 1024 * 1024


def main() -> int:
    """Answer one request."""
    limit_self(_MEMORY, _SECONDS, _OUTPUT)
    logging.disable(logging.CRITICAL)
    request = json.load(sys.stdin)
    use(request["language"])
    out = sys.stdout.buffer
    for path in request["paths"]:
        try:
            content = cropped(Path(path))
        except Refused as refusal:
            out.write(json.dumps({"refused": refusal.what[:1000]}).encode() + b"\n")
        else:
            out.write(json.dumps({"size": len(content)}).encode() + b"\n" + content)
    out.flush()
    return 0


def cropped(path: Path) -> bytes:
    """Return a photo as JPEG of four to five: heads are above the middle, so more is cut off below.

    Raises:
        Refused: it is none, or too large.
    """
    from PIL import Image

    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(_("The file is larger than {most_bytes} MB").format(most_bytes=MOST_BYTES // 1024**2))
    except OSError as error:
        raise Refused(_("The file cannot be read ({strerror})").format(strerror=error.strerror)) from None
    with Image.open(io.BytesIO(raster.read(path).content)) as opened:
        picture = opened.convert("RGB")
    wide, high = picture.size
    across, down = min(float(wide), high * WIDE / HIGH), min(float(high), wide * HIGH / WIDE)
    left, top = (wide - across) / 2, (high - down) / 3
    box = (left, top, left + across, top + down)
    size = min(WIDE, round(box[2] - box[0])) or 1
    picture = picture.resize((size, max(round(size * HIGH / WIDE), 1)), Image.Resampling.LANCZOS, box)
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=_QUALITY, optimize=True)
    return data.getvalue()


if __name__ == "__main__":
    sys.exit(main())
