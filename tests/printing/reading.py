"""What a finished PDF really holds: rectangles, texts, fonts, colours."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2

MM = 72 / 25.4


def operators(path: Path, page: int = 0) -> list[tuple[str, list[Any]]]:
    """Return the operators of a page's own stream with their operands."""
    with pikepdf.open(path) as pdf:
        return [
            (str(item.operator), [] if isinstance(item, pikepdf.ContentStreamInlineImage) else list(item.operands))
            for item in pikepdf.parse_content_stream(pdf.pages[page])
        ]


def rectangles(path: Path, page: int = 0) -> npt.NDArray[np.float64]:
    """Return (n, 4) left, top, right, bottom of all ``re`` paths, mm from the top left corner."""
    with pikepdf.open(path) as pdf:
        height = float(pdf.pages[page].MediaBox[3])
    found = []
    for operator, operands in operators(path, page):
        if operator == "re":
            x, y, wide, high = (float(value) for value in operands)
            found.append([x / MM, (height - y - high) / MM, (x + wide) / MM, (height - y) / MM])
    return np.array(found).reshape(-1, 4)


def texts(path: Path) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def picture(path: Path, page: int = 0, scale: float = 1.0) -> npt.NDArray[np.uint8]:
    """Return a page as grey values; ``scale`` is pixels a point."""
    with pypdfium2.PdfDocument(path) as pdf:
        shown = pdf[page].render(scale=scale, grayscale=True).to_numpy()
        return np.array(shown.reshape(shown.shape[:2]))


def fonts(path: Path) -> dict[str, bool]:
    """Return the base name of each font in the file and whether it is embedded."""
    found = {}
    with pikepdf.open(path) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
                found[str(item.BaseFont)] = "/FontDescriptor" in item and "/FontFile2" in item.FontDescriptor
    return found
