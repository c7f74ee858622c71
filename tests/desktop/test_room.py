"""Where captions and lengths stand."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from hallwright.desktop.dimensions import Dimensions
from hallwright.desktop.room import Room
from hallwright.desktop.viewport import Viewport
from hallwright.tools.tool import Guide, Sign

WINDOW = QRectF(0, 0, 400, 300)
SIZE = QSizeF(120, 24)


@pytest.mark.parametrize(
    ("at", "corner"),
    [((100, 100), (116, 116)), ((350, 100), (214, 116)), ((100, 290), (116, 250)), ((395, 295), (259, 255))],
)
def test_a_caption_stands_beside_the_pointer_and_inside_the_window(
    at: tuple[int, int], corner: tuple[int, int]
) -> None:
    box = Room(WINDOW).beside(QPointF(*at), SIZE)
    assert (box.x(), box.y()) == corner
    assert WINDOW.contains(box)


def test_a_caption_keeps_clear_of_the_legend_and_stays_inside_where_nothing_is_free() -> None:
    legend = QRectF(90, 110, 200, 180)
    box = Room(WINDOW, [legend]).beside(QPointF(100, 100), SIZE)
    assert not box.intersects(legend)
    crowded = Room(WINDOW, [WINDOW]).beside(QPointF(390, 290), SIZE)
    assert WINDOW.contains(crowded)


def painted(*guides: Guide, covered: tuple[QRectF, ...] = ()) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    red, green, blue = QColor("#ff0000"), QColor("#00ff00"), QColor("#0000ff")
    Dimensions(blue, red, green, QColor("white"), Room(WINDOW, covered)).guides(painter, Viewport(0.1), guides)
    painter.end()
    return image


def test_a_length_for_which_there_is_no_room_is_not_drawn_at_all(qapp: object) -> None:
    line = Guide(1800, 1500, 2400, 1500, Sign.DISTANCE, "0.6 m")
    assert painted(line) != painted()
    assert painted(line, covered=(QRectF(150, 100, 130, 100),)) == painted()


def test_lengths_that_cross_stand_beside_each_other_and_what_snapped_takes_the_middle(qapp: object) -> None:
    level = Guide(500, 1500, 3500, 1500, Sign.DISTANCE, "3 m")
    upright = Guide(2000, 500, 2000, 2500, Sign.SPACING, "2 m")
    image = painted(level, upright)
    middle = {image.pixelColor(x, y).name() for x in range(185, 216) for y in range(143, 158)}
    assert "#0000ff" in middle
    quarter = {image.pixelColor(x, y).name() for x in range(112, 139) for y in range(143, 158)}
    assert "#ffffff" in quarter


def test_a_line_that_is_too_short_for_its_length_has_it_beside(qapp: object) -> None:
    image = painted(Guide(1800, 1500, 2000, 1500, Sign.DISTANCE, "0.2 m"))
    on = [y for y in range(300) for x in range(170, 215) if image.pixelColor(x, y) != QColor("white")]
    assert min(on) < 140, "the text stands above"
    assert image.pixelColor(190, 150) == QColor("#00ff00")
