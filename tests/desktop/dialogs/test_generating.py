"""Filling an area and numbering booths in their dialogs, and the question after the freeze of numbers."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.generating import GenerateDialog
from hallwright.desktop.dialogs.numbering import NumberingDialog, told_names
from hallwright.editing import booths, floor
from hallwright.editing.layout import PRESETS, Layout, Rows, Way
from hallwright.editing.schemes import Pattern
from hallwright.expo.people import Exhibitor
from hallwright.geometry.outline import bounds
from hallwright.tools.generate import Generate


@pytest.fixture
def filling(desk: Desk, qtbot: QtBot) -> GenerateDialog:
    desk.do(lambda: booths.delete(desk.show, [row.id for row in desk.show.booths.where("hall", "h1")]))
    dialog = GenerateDialog(desk, Layout())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_figures_follow_what_is_typed_and_create_makes_one_change(filling: GenerateDialog, desk: Desk) -> None:
    before = desk.session.position
    assert filling.figures.text() == "141 booths, 1,269 m² net"
    assert filling.more.text().startswith("53% of 2,400 m² used")
    filling.lines["width"].setText("6")
    filling.look()
    assert filling.figures.text() == "69 booths, 1,242 m² net"
    filling.ok.click()
    assert desk.session.position == before + 1
    made = desk.show.booths.where("hall", "h1")
    assert len(made) == 69
    assert {row.number[:1] for row in made} == set("ABCDEFGH")
    assert filling.layout_made is not None
    assert filling.layout_made.width == 6000


def test_booths_along_the_walls_may_be_deeper(filling: GenerateDialog) -> None:
    assert not filling.lines["wall_depth"].isEnabled()
    filling.perimeter.setChecked(True)
    filling.look()
    assert filling.lines["wall_depth"].text() == ""
    assert filling.layout_wanted().wall_depth == 0
    filling.lines["wall_depth"].setText("5 m")
    filling.look()
    assert filling._plan is not None
    box = bounds(filling._plan.outlines[0])
    assert sorted((box.width, box.height)) == [3000, 5000]


def test_a_preset_fills_the_form_and_a_change_of_it_is_no_preset(filling: GenerateDialog) -> None:
    filling.preset.setCurrentIndex(5)
    filling.preset.activated.emit(5)
    assert filling.layout_wanted() == list(PRESETS.values())[4]
    assert filling.lines["island_along"].isEnabled()
    filling.lines["aisle"].setFocus()
    filling.lines["aisle"].selectAll()
    QTest.keyClicks(filling.lines["aisle"], "4")
    assert filling.preset.currentIndex() == 0
    assert filling.layout_wanted().rows is Rows.ISLANDS
    assert filling.layout_wanted().aisle == 4000


def test_a_form_comes_back_as_it_was_written(filling: GenerateDialog) -> None:
    for layout in PRESETS.values():
        filling.fill(layout)
        assert filling.layout_wanted() == layout


def test_a_zone_is_filled_and_the_selected_one_first(desk: Desk, qtbot: QtBot) -> None:
    desk.select_item("z")
    dialog = GenerateDialog(desk, Layout())
    qtbot.addWidget(dialog)
    assert dialog.area.currentText() == "Innovation"
    assert "of 800 m² used" in dialog.more.text()


@pytest.mark.parametrize(
    ("field", "text", "line"),
    [
        ("width", "wide", "Booth width 'wide': not a length"),
        ("per_row", "-2", "The Booths in a row '-2' is no whole number"),
        ("width", "500", "A booth 500 m wide is not generated. Give 0.3 m to 100 m."),
        ("margin", "25", "No booth of this size fits there."),
        ("behind", "no", "Clear behind the row along the walls 'no': not a length"),
    ],
)
def test_what_makes_no_sense_is_said_and_cannot_be_created(
    filling: GenerateDialog, field: str, text: str, line: str
) -> None:
    filling.lines[field].setText(text)
    filling.look()
    assert filling.hint.text() == line
    assert not filling.ok.isEnabled()


def test_a_row_along_the_walls_takes_the_place_of_the_aisle_there(filling: GenerateDialog, desk: Desk) -> None:
    assert not filling.lines["behind"].isEnabled()
    filling.perimeter.setChecked(True)
    filling.lines["behind"].setText("0.5")
    filling.look()
    assert filling.lines["behind"].isEnabled()
    assert not filling.lines["wall_aisle"].isEnabled()
    filling.ok.click()
    made = [bounds(row.outline) for row in desk.show.booths.where("hall", "h1")]
    assert min(box.top for box in made) == 500
    assert filling.layout_made is not None
    assert filling.layout_made.perimeter


def test_a_click_on_an_edge_of_the_plan_turns_the_rows_along_it(filling: GenerateDialog, desk: Desk) -> None:
    view = filling.view
    x, y = view.viewport.to_pixel(60_000, 20_000)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(x) - 2, round(y)))
    assert (filling.layout_wanted().way, filling.layout_wanted().slant) == (Way.DOWN, 0.0)
    x, y = view.viewport.to_pixel(30_000, 21_000)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert filling.layout_wanted().way is Way.DOWN
    filling.slant.setText("12,5°")
    assert filling.layout_wanted().slant == 12.5
    filling.slant.setText("400")
    filling.look()
    assert filling.hint.text() == "Turned by, degrees '400': beyond 360°"


def test_the_plan_is_zoomed_moved_and_fitted_again(filling: GenerateDialog) -> None:
    view = filling.view
    fitted = view.viewport
    at = QPointF(100, 100)
    turn = (QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    wheel = QWheelEvent(at, at, *turn, Qt.ScrollPhase.NoScrollPhase, False)
    under = fitted.to_mm(100, 100)
    QApplication.sendEvent(view, wheel)
    assert view.viewport.scale == pytest.approx(fitted.scale * 1.25**2)
    assert view.viewport.to_mm(100, 100) == pytest.approx(under)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(view, QPoint(130, 110))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(130, 110))
    assert view.viewport.to_mm(130, 110) == pytest.approx(under)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert view.viewport == fitted


def numbering(desk: Desk, qtbot: QtBot, *ids: str) -> NumberingDialog:
    dialog = NumberingDialog(desk, ids)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_numbers_taken_are_named_and_marked_before_anything_happens(desk: Desk, qtbot: QtBot) -> None:
    dialog = numbering(desk, qtbot, "b2", "b3")
    assert dialog.hint.text().startswith("Hall 1: A01 is already taken.")
    assert not dialog.ok.isEnabled()
    dialog.row.setText("C")
    dialog.look()
    assert dialog.figures.text() == "2 booths: C01 … C02"
    dialog.ok.click()
    assert [desk.show.booths[key].number for key in ("b2", "b3")] == ["C01", "C02"]


def test_a_pattern_brings_its_usual_numbers_and_keeps_the_skip_list(desk: Desk, qtbot: QtBot) -> None:
    dialog = numbering(desk, qtbot, "b1", "b2", "b3")
    dialog.skip.setText("102, contains 7")
    dialog.pattern.setCurrentIndex(1)
    dialog.pattern.activated.emit(1)
    scheme = dialog.scheme()
    assert (scheme.pattern, scheme.first, scheme.step, scheme.skip) == (Pattern.AISLES, 100, 2, ("102", "*7*"))
    assert not dialog.row.isEnabled()
    assert dialog.figures.text() == "3 booths: 100 … 106"
    dialog.step.setText("x")
    dialog.look()
    assert dialog.hint.text() == "The step 'x' is no whole number"


def test_exhibitors_on_renumbered_booths_are_named(desk: Desk, qtbot: QtBot) -> None:
    dialog = numbering(desk, qtbot, "b1", "b2")
    dialog.row.setText("D")
    dialog.look()
    assert dialog.told.text() == "Numbers stand in print since 2024-08-01. To be told: NetEase, R&D <Lab>"
    desk.do(lambda: floor.amend_event(desk.show, numbers_frozen_on=None))
    dialog.look()
    assert dialog.told.text() == "Let booths among them: NetEase, R&D <Lab>"
    many = [Exhibitor(id=str(k), name=f"X{k}") for k in range(9)]
    assert told_names(many) == "X0, X1, X2, X3, X4, X5, 3 more"


def test_after_the_freeze_a_change_of_numbers_is_asked_about(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Yes]

    def question(_parent: object, _title: str, text: str, *_rest: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return answers.pop(0)

    monkeypatch.setattr(QMessageBox, "question", question)
    desk = driver.window.desk
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011
    desk.do(lambda: floor.amend_event(desk.show, numbers_frozen_on=yesterday))
    assert not desk.do(lambda: booths.renumber(desk.show, "b6", "Z01"))
    assert f"since {yesterday}. Renumber B01 → Z01 all the same?" in asked[0]
    assert asked[0].endswith("To be told: NetEase")
    assert "B01" in driver.booths
    assert desk.do(lambda: booths.number_run(desk.show, ["b1", "b2"], "Z01"))
    assert "A01 → Z01 and 1 more" in asked[1]
    assert asked[1].endswith("nobody, none of the booths is let")
    assert desk.do(lambda: booths.move(desk.show, ["b6"], 1000, 0))
    assert len(asked) == 2


def test_the_window_opens_the_dialog_and_the_tool_goes_on_with_its_layout(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: GenerateDialog) -> None:
        dialog.lines["width"].setText("4")
        dialog.perimeter.setChecked(True)
        dialog.perimeter.setChecked(False)
        dialog.slant.setText("90")
        dialog.look()
        dialog.ok.click()

    monkeypatch.setattr(GenerateDialog, "exec", answer)
    driver.do("fill")
    assert len(driver.booths) > 20
    tool = driver.window.tool("generate")
    assert isinstance(tool, Generate)
    assert (tool.width, tool.turn) == ("4", "90°")
    tool.turn = "0"
    driver.do("undo")
    assert len(driver.booths) == 6
    driver.do("tool-generate")
    driver.drag((3000, 20_000), (8000, 23_000), (15_000, 26_000))
    assert len(driver.booths) == 12
    assert len(driver.on_disk()) == 12
