"""A file of a venue read into what an underlay needs; the file itself is opened by a child process with limits."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from hallwright.drawing.underlay import Linework
from hallwright.exchange.underlays.limits import MOST_BYTES, MOST_OUTPUT, MOST_SECONDS
from hallwright.expo.underlay import Media
from hallwright.support import fence
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, language
from hallwright.support.numbers import marks

FORMATS = "DXF, SVG, PDF, PNG or JPEG"
ENDINGS = (".dxf", ".svg", ".pdf", ".png", ".jpg", ".jpeg", ".dwg")
"""Endings of files that are offered here; DWG is one of them so that its refusal can say what to do."""
_CHILD = "hallwright.exchange.underlays.child"
_HEAD = 4096
_LONGEST_LINE = 1 << 20


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds.

    Attributes:
        content: to be kept as the underlay's asset.
        width, height: extent in steps or pixels.
        linework: the lines, or None for a picture.
        steps: steps of one unit of the file; 1 for a picture.
        unit: millimetres of one unit if the file says them, else None.
        paper: millimetres of paper that a pixel of a PDF's page covers, else None.
        page, pages: of a PDF; 1 of 1 for other files.
        notes: what was left out or mended, for people.
    """

    name: str
    media: Media
    content: bytes
    width: int
    height: int
    linework: Linework | None = None
    steps: float = 1.0
    unit: float | None = None
    paper: float | None = None
    page: int = 1
    pages: int = 1
    notes: tuple[str, ...] = ()

    def scale(self, unit: float) -> float:
        """Return the millimetres of a step if one unit of the file has so many."""
        return unit / self.steps


def kind_of(path: Path) -> str:
    """Return ``dxf``, ``svg``, ``pdf`` or ``image`` by a file's content.

    Raises:
        Refused: it is none of them, empty, too large, or cannot be read.
    """
    where = path.name
    try:
        if path.is_dir():
            raise Refused(_("That is a folder, not a file"), str(path), _("Name the file in it."))
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except FileNotFoundError:
        raise Refused(_("There is no such file"), str(path), _("Check its name.")) from None
    except OSError as error:
        raise Refused(
            _("The file cannot be read ({strerror})").format(strerror=error.strerror),
            str(path),
            _("Check who may read it."),
        ) from None
    if not head.strip():
        raise Refused(_("The file is empty"), where)
    if size > MOST_BYTES:
        raise Refused(
            _("The file is larger than {most_bytes} MB").format(most_bytes=MOST_BYTES // 1024**2),
            where,
            _("Save only what is needed of it."),
        )
    if head[:4] == b"AC10" or head[:4] == b"MC0.":
        raise Refused(_("This is a DWG drawing, which only its own maker's programs read"), where, _("Save it as DXF."))
    if head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return "image"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"AutoCAD Binary DXF"):
        return "dxf"
    return _text_kind(head, where)


def _text_kind(head: bytes, where: str) -> str:
    if head.startswith(b"\x1f\x8b"):
        raise Refused(_("This is a compressed file"), where, _("Save it as plain SVG."))
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if wide else "latin-1", "replace").lstrip("\ufeffï»¿ \t\r\n")
    if text.startswith("<"):
        return "svg"
    lines = [line.strip() for line in text.splitlines()[:2]]
    if len(lines) == 2 and (lines[0] == "999" or (lines[0] == "0" and lines[1].upper() == "SECTION")):
        return "dxf"
    raise Refused(
        _("This is no drawing or picture that can be read"), where, _("Save it as {formats}.").format(formats=FORMATS)
    )


def _nothing() -> None:
    pass


def read_underlay(
    path: Path,
    *,
    page: int = 1,
    see_through: bool = False,
    seconds: float = MOST_SECONDS,
    pulse: Callable[[], None] = _nothing,
) -> Found:
    """Read a DXF, SVG, PDF, PNG or JPEG by its content.

    Args:
        path: the file.
        page: of a PDF, from 1 on.
        see_through: let a PNG keep what one can look through; else that becomes white.
        seconds: time that the reader may take.
        pulse: called while it works; what it raises stops it.

    Raises:
        Refused: one line that says what is wrong with the file.
    """
    kind = kind_of(path)
    where = path.name
    with tempfile.TemporaryFile() as output:
        request = {"path": str(path.resolve()), "kind": kind, "page": page, "language": language(), "marks": marks()}
        request |= {"see_through": True} if see_through else {}
        try:
            status = fence.run(_CHILD, request, output, seconds=seconds, pulse=pulse)
        except TimeoutError:
            raise _broken(where, f"not read within {seconds:g} seconds") from None
        except OSError as error:
            raise Refused(
                _("The reader of drawings did not start ({strerror})").format(strerror=error.strerror), where
            ) from None
        head, content = _answer(output, status, where)
    if "refused" in head:
        raise Refused(head["refused"]["what"], where, head["refused"]["mend"])
    try:
        return _found(kind, where, page, head, content)
    except (KeyError, TypeError, ValueError) as error:
        raise _broken(where, str(error)) from None


def _answer(output: IO[bytes], status: int, where: str) -> tuple[dict[str, Any], bytes]:
    output.seek(0, 2)
    size = output.tell()
    output.seek(0)
    line = output.readline(_LONGEST_LINE)
    if status != 0 or not line.endswith(b"\n") or size > MOST_OUTPUT:
        raise _broken(where, f"its reader ended with status {status}")
    return json.loads(line), output.read()


def _broken(where: str, reason: str) -> Refused:
    return Refused(
        _("The file is damaged or too large ({reason})").format(reason=reason),
        where,
        _("Save only what is needed of it, or a picture."),
    )


def _found(kind: str, where: str, page: int, head: dict[str, Any], content: bytes) -> Found:
    if kind in ("dxf", "svg"):
        lines = Linework.decoded(content)
        unit = None if head["unit"] is None else float(head["unit"])
        notes = tuple(str(note) for note in head["notes"])
        size = lines.width, lines.height
        return Found(where, Media.VECTOR, content, *size, lines, float(head["steps"]), unit, notes=notes)
    size = int(head["width"]), int(head["height"])
    if kind == "image":
        return Found(where, Media.RASTER, content, *size)
    pages = int(head["pages"])
    name = where if pages == 1 else f"{where}, page {page}"
    return Found(name, Media.RASTER, content, *size, paper=float(head["paper"]), page=page, pages=pages)
