"""Marks of a large selection: kept from step to step, and never more or less than what is selected."""

from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen
from tests.shows import booth

from hallwright.desktop.marks import Marks
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.columns import BoothColumns
from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.geometry.outline import rectangle

SHOW = Show.of(
    [
        Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 60_000, 20_000)),
        *(booth(f"b{k}", f"A{k}", k * 4000, 2000) for k in range(10)),
        booth("l", "L", outline=((0, 9000), (6000, 9000), (6000, 12_000), (3000, 12_000), (3000, 15_000), (0, 15_000))),
    ]
)
COLUMNS = BoothColumns.of(SHOW, "h1")
VIEW = Viewport(0.01, 0.0, 0.0)


def image(marks: Marks, marked: frozenset[str], view: Viewport = VIEW, stamp: object = SHOW.booths) -> QImage:
    picture = QImage(600, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    marks.draw(painter, view, COLUMNS, stamp, marked, QPen(QColor("blue"), 2), QBrush(QColor(0, 0, 255, 40)))
    painter.end()
    return picture


def test_marks_added_step_by_step_are_those_painted_at_once(qapp: object) -> None:
    marks = Marks()
    every = [f"b{k}" for k in range(10)] + ["l"]
    grown = image(marks, frozenset())
    for count in range(1, len(every) + 1):
        grown = image(marks, frozenset(every[:count]))
    assert grown == image(Marks(), frozenset(every))


def test_marks_taken_off_leave_nothing_behind(qapp: object) -> None:
    marks = Marks()
    image(marks, frozenset(["b1", "b2", "l"]))
    assert image(marks, frozenset(["b2"])) == image(Marks(), frozenset(["b2"]))


def test_another_view_and_changed_booths_are_painted_anew(qapp: object) -> None:
    marks, chosen = Marks(), frozenset(["b3", "l"])
    first = image(marks, chosen)
    other = Viewport(0.02, 3000.0, 1000.0)
    assert image(marks, chosen, other) == image(Marks(), chosen, other)
    assert image(marks, chosen) == first
    painted = marks._pixmap.cacheKey()
    image(marks, chosen)
    assert marks._pixmap.cacheKey() == painted
    image(marks, chosen, stamp=object())
    assert marks._pixmap.cacheKey() != painted


def test_only_booths_of_the_hall_are_marked(qapp: object) -> None:
    white = image(Marks(), frozenset())
    assert image(Marks(), frozenset(["elsewhere"])) == white
    assert image(Marks(), frozenset(["b0"])) != white
    assert image(Marks(), frozenset(["b9"]), Viewport(0.01, 0.0, 6000.0)) == white
