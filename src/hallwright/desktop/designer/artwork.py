"""Pictures for badges: PNG, JPEG, a page of a PDF, or SVG, each opened in a fenced process of its own."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from hallwright.exchange.underlays.reading import kind_of, read_underlay
from hallwright.support import fence
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, language

FILES = "*.png *.jpg *.jpeg *.pdf *.svg"
MOST_SECONDS = 60
_CHILD = "hallwright.desktop.designer.svgchild"
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Artwork:
    """A picture as it is kept: PNG or JPEG, its size in pixels, and the pages of the PDF that it comes from."""

    name: str
    content: bytes
    width: int
    height: int
    pages: int = 1


def read_artwork(path: Path, page: int = 1) -> Artwork:
    """Read a picture; vectors become pixels: a PDF 300 an inch of its page, an SVG 600 an inch of its size.

    Raises:
        Refused: one line that says what is wrong with the file.
    """
    kind = kind_of(path)
    if kind == "dxf":
        raise Refused(_("A DXF drawing is no picture"), path.name, _("Save it as SVG, PDF or PNG."))
    if kind != "svg":
        found = read_underlay(path, page=page, see_through=True)
        return Artwork(path.stem, found.content, found.width, found.height, found.pages)
    with tempfile.TemporaryFile() as output:
        request = {"path": str(path.resolve()), "language": language()}
        try:
            status = fence.run(_CHILD, request, output, seconds=MOST_SECONDS, pulse=lambda: None)
        except (TimeoutError, OSError):
            status = -1
        output.seek(0)
        answer = output.read()
    if status == 0 and answer.startswith(_PNG):
        width, height = (int.from_bytes(answer[place : place + 4], "big") for place in (16, 20))
        return Artwork(path.stem, answer, width, height)
    told = answer.decode("utf-8", "replace").strip() if status == 0 else ""
    raise Refused(told or _("The SVG cannot be drawn"), path.name, _("Save it as PDF or PNG."))
