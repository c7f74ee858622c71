"""Tiles measured on the PDF: what two neighbours both show lies at one place once they are glued along their marks."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pikepdf
import pytest
from tests.drawing.shows import small, with_rows
from tests.printing.reading import MM, operators, rectangles

from hallwright.drawing.sheet import SheetOptions
from hallwright.drawing.tiling import OVERLAP
from hallwright.expo.space import Booth
from hallwright.geometry.outline import rectangle
from hallwright.printing.plan import print_plan

SCALE = 50
OPTIONS = SheetOptions(sheet="A1", scale=SCALE, landscape=True, tile="A4", index=False)


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, dict[str, int]]:
    path = tmp_path / "tiles.pdf"
    rows = [
        Booth(id=f"r{k}", hall="hall", number="", outline=rectangle(9000, 6000 + 3000 * k, 3000, 3000))
        for k in range(4)
    ]
    print_plan(with_rows(small(), *rows), path, options=OPTIONS)
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        return path, {str(item.title).split()[-1]: number for number, item in enumerate(outline.root)}


def dashed(path: Path, page: int) -> npt.NDArray[np.float64]:
    """Return (n, 4) the dashed strokes of a page, mm from the top left corner: the lines to cut along."""
    high = height(path)
    found, start, dash = [], (0.0, 0.0), False
    for operator, operands in operators(path, page):
        if operator == "d":
            dash = bool(len(operands[0]))
        elif operator == "m":
            start = float(operands[0]) / MM, high - float(operands[1]) / MM
        elif operator == "l" and dash:
            found.append([*start, float(operands[0]) / MM, high - float(operands[1]) / MM])
    return np.array(found)


def height(path: Path) -> float:
    with pikepdf.open(path) as pdf:
        return float(pdf.pages[0].MediaBox[3]) / MM


def booths(path: Path, page: int) -> npt.NDArray[np.float64]:
    """Return the booths of 3 x 3 m that a page holds, also those that its edge cuts."""
    found = rectangles(path, page)
    sizes = found[:, 2:] - found[:, :2]
    return found[np.all(np.abs(sizes - 3000 / SCALE) < 0.05, axis=1)]


def glue(path: Path, page: int, axis: int) -> float:
    """Return where the strip for the neighbour starts: at the bars beside the window, as long as the overlap."""
    found = rectangles(path, page)
    sizes = found[:, 2:] - found[:, :2]
    bars = found[(np.abs(sizes[:, axis] - OVERLAP) < 0.05) & (np.abs(sizes[:, 1 - axis] - 0.8) < 0.05)]
    assert len(bars) == 2
    return float(bars[0, axis])


def cut(path: Path, page: int, axis: int) -> float:
    """Return where the line to cut along lies across an axis."""
    found = dashed(path, page)
    across = found[np.abs(found[:, axis] - found[:, axis + 2]) < 1e-6]
    assert len(across) == 1
    return float(across[0, axis])


@pytest.mark.parametrize(("one", "other", "axis"), [("A1", "A2", 0), ("A2", "A3", 0), ("A2", "B2", 1)])
def test_what_neighbours_share_coincides_when_glued(
    pages: tuple[Path, dict[str, int]], one: str, other: str, axis: int
) -> None:
    path, number = pages
    first, second = booths(path, number[one]), booths(path, number[other])
    shift = cut(path, number[other], axis) - glue(path, number[one], axis)
    moved = first.copy()
    moved[:, [axis, axis + 2]] += shift
    apart = np.abs(moved[:, None] - second[None]).max(axis=2)
    shared = apart.min(axis=1) < 1.0
    assert shared.any()
    assert apart.min(axis=1)[shared].max() < 0.05


def test_booths_are_true_to_scale_on_every_tile(pages: tuple[Path, dict[str, int]]) -> None:
    path, number = pages
    measured = np.concatenate([booths(path, page) for page in number.values()])
    assert len(measured) > 9
    assert np.abs(measured[:, 2:] - measured[:, :2] - 60.0).max() < 0.05


def test_tiles_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        print_plan(small(), tmp_path / name, options=OPTIONS)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
