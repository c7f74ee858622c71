import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from hallwright.drawing.fonts import width
from hallwright.drawing.primitives import Page, Shapes, Text
from hallwright.drawing.theme import paper
from hallwright.exchange.pages import svg_text, write_png, write_svg
from hallwright.printing.painter import PdfPainter
from hallwright.support.errors import Refused

SQUARE = Shapes.box("fixture.wall", 30, 40, 35, 45)
PAGES = [Page(120, 80, (SQUARE, Text("text", "R&D <Lab> 展位", 10, 20, 5)), "Hall 1"), Page(80, 120, (SQUARE,))]


def pdf(path: Path) -> Path:
    painter = PdfPainter(path, paper(), title="t")
    for page in PAGES:
        painter.page(page)
    painter.close()
    return path


def test_svg_pages_are_true_to_size_and_keep_texts(tmp_path: Path) -> None:
    files = write_svg(PAGES, tmp_path / "plan.svg")
    assert [file.name for file in files] == ["plan-1.svg", "plan-2.svg"]
    for file, page in zip(files, PAGES, strict=True):
        root = ET.parse(file).getroot()  # noqa: S314  # our own
        assert (root.get("width"), root.get("height")) == (f"{page.width:g}mm", f"{page.height:g}mm")
        assert root.get("viewBox") == f"0 0 {page.width:g} {page.height:g}"
        rects = list(root.iter("{http://www.w3.org/2000/svg}rect"))
        assert [rects[0].get(key) for key in ("x", "y", "width", "height")] == ["30", "40", "5", "5"]
    root = ET.fromstring(svg_text(PAGES[0]))  # noqa: S314  # our own
    shown = [item.text for item in root.iter("{http://www.w3.org/2000/svg}text")]
    assert shown == ["R&D <Lab> 展位"]
    said = [item.get("textLength") for item in root.iter("{http://www.w3.org/2000/svg}text")]
    assert [float(length or 0) for length in said] == pytest.approx([width("R&D <Lab> 展位", 5)], abs=0.001)


def test_png_pages_have_their_size_and_points_lie_where_they_belong(tmp_path: Path) -> None:
    files = write_png(pdf(tmp_path / "a.pdf"), tmp_path / "plan.png", dpi=254)
    for file, page in zip(files, PAGES, strict=True):
        with Image.open(file) as picture:
            assert picture.info["dpi"] == pytest.approx((254, 254), abs=0.1)
            assert abs(picture.width - page.width * 10) <= 1
            grey = np.asarray(picture.convert("L"))
        rows, columns = np.nonzero(grey[300:] < 128)
        assert (
            np.abs(
                np.array([columns.min(), rows.min() + 300, columns.max() + 1, rows.max() + 301]) / 10 - [30, 40, 35, 45]
            ).max()
            < 0.2
        )


def test_all_pages_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "plan-2.svg").write_text("mine")
    with pytest.raises(Refused, match="exists already"):
        write_svg(PAGES, tmp_path / "plan.svg")
    assert [path.name for path in tmp_path.iterdir()] == ["plan-2.svg"]
    with pytest.raises(Refused, match="does not exist"):
        write_svg(PAGES, tmp_path / "none" / "plan.svg")
    write_svg(PAGES, tmp_path / "plan.svg", force=True)
    assert (tmp_path / "plan-2.svg").read_text("utf-8").startswith("<?xml")
