"""Drawings and pictures for tests, good and bad, made on the spot."""

import struct
import zlib
from pathlib import Path
from typing import Any

from ezdxf.enums import TextEntityAlignment
from ezdxf.filemanagement import new

HEAD = "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1009\n0\nENDSEC\n"


def written(path: Path, content: str | bytes) -> Path:
    """Write any content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def drawing(unit: int = 4) -> Any:
    """Return a new DXF document in millimetres, or with another ``$INSUNITS``."""
    document = new("R2018")
    document.header["$INSUNITS"] = unit
    return document


def add_box(space: Any, left: float, low: float, width: float, height: float, layer: str = "BOOTHS") -> None:
    """Add a closed rectangle; y grows upwards."""
    corners = [(left, low), (left + width, low), (left + width, low + height), (left, low + height)]
    space.add_lwpolyline(corners, close=True, dxfattribs={"layer": layer})


def add_text(space: Any, text: str, x: float, y: float, height: float = 300, layer: str = "NUMBERS") -> None:
    """Add a text by its middle."""
    made = space.add_text(text, height=height, dxfattribs={"layer": layer})
    made.set_placement((x, y), align=TextEntityAlignment.MIDDLE_CENTER)


def saved(document: Any, path: Path) -> Path:
    """Write a document."""
    document.saveas(path)
    return path


def blocks_dxf(path: Path, *blocks: tuple[str, str]) -> Path:
    """Write an old, small DXF of blocks by name and content, whose last one is inserted."""
    parts = [HEAD, "0\nSECTION\n2\nBLOCKS\n"]
    for name, content in blocks:
        parts.append(f"0\nBLOCK\n8\n0\n2\n{name}\n70\n0\n10\n0\n20\n0\n{content}0\nENDBLK\n8\n0\n")
    parts.append(f"0\nENDSEC\n0\nSECTION\n2\nENTITIES\n{insert(blocks[-1][0])}0\nENDSEC\n0\nEOF\n")
    path.write_text("".join(parts), encoding="ascii")
    return path


def insert(name: str, x: float = 0) -> str:
    """Return the text of an insert of a block."""
    return f"0\nINSERT\n8\n0\n2\n{name}\n10\n{x}\n20\n0\n"


def line(x: float = 1000) -> str:
    """Return the text of a line."""
    return f"0\nLINE\n8\n0\n10\n0\n20\n0\n11\n{x}\n21\n500\n"


def svg(path: Path, content: str, attributes: str = 'viewBox="0 0 1000 800"', before: str = "") -> Path:
    """Write an SVG."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    names += ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
    path.write_text(f'<?xml version="1.0"?>{before}<svg {names} {attributes}>{content}</svg>', encoding="utf-8")
    return path


def png_of(path: Path, width: int, height: int) -> Path:
    """Write a grey PNG whose head claims a size; none of it is there."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"")),
        (b"IEND", b""),
    ]
    packed = (struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d)) for t, d in parts)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(packed))
    return path


def pdf(path: Path, pages: int = 1, *, password: str = "", drawn: bool = True) -> Path:
    """Write a PDF of A4 pages with a frame and the page's number."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4, encrypt=password or None)
    for number in range(1, pages + 1):
        if drawn:
            canvas.rect(50, 50, 400, 600)
            canvas.drawString(100, 100, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return path
