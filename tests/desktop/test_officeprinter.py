from pathlib import Path

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from hallwright.desktop.officeprinter import layout_of, print_pages
from hallwright.drawing.primitives import Page, Shapes, Text
from hallwright.support.errors import Refused

MM = 25.4 / 72
SIZES = [(420.0, 297.0), (297.0, 420.0), (86.0, 124.0), (1189.0, 841.0)]


def printer(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


def page(wide: float, high: float) -> Page:
    """A page with one dark square whose corner lies at 30, 40 mm, and a text."""
    square = Shapes.box("fixture.wall", 30, 40, 35, 45)
    return Page(wide, high, (square, Text("text", "A12 展位", 10, 20, 5)))


def dark(path: Path, index: int) -> npt.NDArray[np.float64]:
    """Return left, top, right and bottom of what is dark below 30 mm, in mm."""
    with pypdfium2.PdfDocument(path) as pdf:
        scale = 300 / 72
        grey = pdf[index].render(scale=scale, grayscale=True).to_numpy()
    grey = grey.reshape(grey.shape[:2])
    first = round(30 * scale / MM)
    rows, columns = np.nonzero(grey[first:] < 128)
    edges = (columns.min(), rows.min() + first, columns.max() + 1, rows.max() + 1 + first)
    return np.array(edges) * MM / scale


def test_pages_have_their_own_sizes_and_points_lie_where_they_belong(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "office.pdf"
    told: list[tuple[int, int]] = []
    done = print_pages(printer(path), (page(*size) for size in SIZES), len(SIZES), lambda *step: told.append(step))
    assert done == len(SIZES)
    assert told == [(k, len(SIZES)) for k in range(len(SIZES) + 1)]
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == len(SIZES)
        for shown, size in zip(pdf.pages, SIZES, strict=True):
            box = [float(value) for value in shown.mediabox]
            assert np.abs(np.array([box[2] - box[0], box[3] - box[1]]) * MM - size).max() < 0.2
    for index in range(len(SIZES)):
        assert np.abs(dark(path, index) - [30, 40, 35, 45]).max() < 0.2


def test_a_known_size_keeps_its_name_and_is_turned(qtbot: QtBot) -> None:
    layout = layout_of(page(420, 297))
    assert layout.pageSize().id() == QPageSize.PageSizeId.A3
    assert layout.orientation() == QPageLayout.Orientation.Landscape
    assert layout.margins().isNull()
    assert layout_of(page(86, 124)).orientation() == QPageLayout.Orientation.Portrait


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_take_pages_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="does not take the pages"):
        print_pages(printer(tmp_path / "none" / "office.pdf"), [page(86, 124)], 1, lambda *_: None)


def test_what_is_stopped_goes_no_further(qtbot: QtBot, tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    made: list[int] = []

    def pages() -> "list[Page]":
        return [page(86, 124)] * 5

    def step(done: int, total: int) -> None:
        made.append(done)
        if done == 2:
            raise Stop

    with pytest.raises(Stop):
        print_pages(printer(tmp_path / "office.pdf"), pages(), 5, step)
    assert made == [0, 1, 2]
