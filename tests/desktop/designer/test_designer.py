"""The designer driven as a hand would: templates, elements, people, files, undo."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QTableWidget, QWidget
from pytestqt.qtbot import QtBot
from tests.drawing.test_badgeface import png
from tests.shows import as_change, small_show

from hallwright.desktop.designer.dialog import Designer
from hallwright.desktop.designer.sheet import Sheet
from hallwright.desktop.designer.widgets import Length, Points
from hallwright.desktop.desk import Desk
from hallwright.drawing.badgecheck import amiss
from hallwright.editing.session import Session
from hallwright.expo.design import MICRONS, Design, Face, Fit, Fold, Kind
from hallwright.expo.people import Role
from hallwright.expo.starters import sizes
from hallwright.expo.templates import design_of, template_of
from hallwright.store.project import create, open_project

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "show.expo"


@pytest.fixture
def desk(path: Path, styled: QApplication) -> Iterator[Desk]:
    desk = Desk(Session(create(path, as_change(small_show()))))
    yield desk
    desk.close()


@pytest.fixture
def designer(desk: Desk, qtbot: QtBot) -> Designer:
    dialog = Designer(desk)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    QApplication.processEvents()
    return dialog


def design(dialog: Designer) -> Design:
    row = dialog.templates.row
    assert row is not None
    return design_of(dialog.desk.show, row)


def pixel(dialog: Designer, x: float, y: float) -> QPoint:
    """Return the pixel of a point in millimetres."""
    return dialog.sheet.pixel(x * MICRONS, y * MICRONS).toPoint()


def typed(dialog: Designer, column: int, text: str) -> None:
    """Type into a cell of the first paragraph."""
    item = dialog.properties.words.table.item(0, column)
    assert item is not None
    item.setText(text)


def drag(dialog: Designer, start: QPoint, by: tuple[int, int]) -> None:
    sheet = dialog.sheet
    QTest.mousePress(sheet, LEFT, NONE, start)
    for part in (0.4, 0.8, 1.0):
        QTest.mouseMove(sheet, start + QPoint(round(by[0] * part), round(by[1] * part)))
    QTest.mouseRelease(sheet, LEFT, NONE, start + QPoint(*by))


def test_a_template_of_every_size_is_made_and_nothing_is_amiss(designer: Designer) -> None:
    for size in sizes():
        assert designer.templates.add(size)
        page = design(designer).page
        assert (page.width, page.height, page.fold) == (size.width, size.height, size.fold)
        assert amiss(design(designer)) == ()


def test_the_first_template_of_a_project_makes_all_badges(path: Path, styled: QApplication, qtbot: QtBot) -> None:
    desk = Desk(Session(create(path)))
    dialog = Designer(desk)
    qtbot.addWidget(dialog)
    assert "the first template makes all badges" in dialog.notes.text()
    dialog.templates.add(sizes()[0])
    assert template_of(desk.show, Role.VIP) == dialog.templates.row
    dialog.templates.add(sizes()[1])
    assert template_of(desk.show, Role.VIP) != dialog.templates.row
    desk.close()


def test_an_element_is_moved_by_hand_caught_by_lines_and_undone(designer: Designer, path: Path) -> None:
    designer.snap.setChecked(False)
    before = design(designer).named("code")
    assert before is not None
    drag(designer, pixel(designer, before.x / 1000 + 5, before.y / 1000 + 5), (-60, -40))
    after = design(designer).named("code")
    assert after is not None
    assert (after.width, after.height) == (before.width, before.height)
    assert after.x == pytest.approx(before.x - 60 / designer.sheet.scale * MICRONS, abs=600)
    store = open_project(path)
    row = store.load().show.templates[designer.templates.key]
    store.close()
    assert row == designer.templates.row
    designer.undo.click()
    assert design(designer).named("code") == before
    designer.redo.click()
    assert design(designer).named("code") == after
    assert not designer.redo.isEnabled()


def test_snapping_brings_an_edge_to_the_safe_margin(designer: Designer) -> None:
    before = design(designer).named("code")
    assert before is not None
    # From 80 mm to just short of the safe margin's 82 mm.
    drag(designer, pixel(designer, 70, 90), (round(1.8 * designer.sheet.scale), 0))
    after = design(designer).named("code")
    assert after is not None
    assert after.right == 82_000


def test_a_corner_resizes_and_a_code_stays_square(designer: Designer) -> None:
    designer.snap.setChecked(False)
    one = design(designer).named("code")
    assert one is not None
    designer.select(("code",))
    drag(designer, pixel(designer, one.x / 1000, one.y / 1000), (30, 10))
    after = design(designer).named("code")
    assert after is not None
    assert after.width == after.height < one.width
    assert (after.right, after.bottom) == (one.right, one.bottom)


def test_the_keyboard_goes_through_elements_and_moves_them(designer: Designer) -> None:
    sheet = designer.sheet
    sheet.setFocus()
    names = [one.name for one in design(designer).elements]
    QTest.keyClick(sheet, Qt.Key.Key_Tab)
    assert sheet.names == (names[0],)
    QTest.keyClick(sheet, Qt.Key.Key_Tab)
    assert sheet.names == (names[1],)
    assert names[1] in sheet.accessibleDescription()
    before = design(designer).named(names[1])
    assert before is not None
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    QTest.keyClick(sheet, Qt.Key.Key_Down, SHIFT)
    after = design(designer).named(names[1])
    assert after is not None
    assert (after.x - before.x, after.y - before.y) == (500, 5000)
    QTest.keyClick(sheet, Qt.Key.Key_Delete)
    assert design(designer).named(names[1]) is None
    QTest.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert design(designer).named(names[1]) is not None


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_element_is_added_shown_and_selected(designer: Designer, kind: Kind) -> None:
    count = len(design(designer).elements)
    designer.add(kind)
    found = design(designer)
    assert len(found.elements) == count + 1
    assert found.elements[-1].kind is kind
    assert designer.sheet.names == (found.elements[-1].name,)
    assert designer.side.currentWidget() is designer.properties


def test_texts_fits_and_conditions_are_typed(designer: Designer) -> None:
    designer.add(Kind.TEXT)
    name = designer.sheet.names[0]
    panel = designer.properties
    panel.words.insert_field("{seat}")
    typed(designer, 1, "80")
    panel.fit.setCurrentIndex(panel.fit.findData(Fit.ABBREVIATE))
    panel.fit.activated.emit(panel.fit.currentIndex())
    panel.roles.menu().actions()[list(Role).index(Role.PRESS)].trigger()
    panel.greatest.setValue(20.0)
    panel.left.setValue(12.5)
    one = design(designer).named(name)
    assert one is not None
    assert one.words[0].text == "{name} {seat}"
    assert one.words[0].size == 80
    assert (one.fit, one.roles, one.size, one.x) == (Fit.ABBREVIATE, ("press",), 20.0, 12_500)
    panel.name.setText("code")
    panel.name.editingFinished.emit()
    assert "cannot have one name" in designer.message.text
    panel.name.setText("seat line")
    panel.name.editingFinished.emit()
    assert design(designer).named("seat line") is not None
    assert designer.sheet.names == ("seat line",)


def test_corners_of_a_polygon_are_typed(designer: Designer) -> None:
    designer.add(Kind.POLYGON)
    name, corners = designer.sheet.names[0], designer.properties.corners
    corners.setText("0,0 100,0 100,100 25.5,100")
    corners.editingFinished.emit()
    one = design(designer).named(name)
    assert one is not None
    assert one.points == ((0, 0), (10_000, 0), (10_000, 10_000), (2550, 10_000))
    corners.setText("0,0 nan,1 x")
    corners.editingFinished.emit()
    assert "for example 0,100" in designer.message.text
    assert corners.text() == "0,0 100,0 100,100 25.5,100"


def test_another_size_stretches_what_is_on_it_unless_told_not_to(designer: Designer) -> None:
    was = design(designer).named("code")
    assert was is not None
    designer.page.wide.setValue(43.0)
    now = design(designer).named("code")
    assert now is not None
    assert now.right == was.right // 2
    punch = design(designer).page.punch
    assert punch is not None
    assert punch.x + punch.width / 2 == 21_500
    designer.page.stretch.setChecked(False)
    designer.page.wide.setValue(86.0)
    assert design(designer).named("code") == now


def test_the_wheel_and_keys_zoom(designer: Designer) -> None:
    before = designer.sheet.zoom
    QTest.keyClick(designer.sheet, Qt.Key.Key_Plus)
    assert designer.sheet.zoom == pytest.approx(before * 1.25)
    QTest.keyClick(designer.sheet, Qt.Key.Key_0)
    assert designer.sheet.zoom == pytest.approx(before, rel=0.05)


def test_a_wrong_field_is_told(designer: Designer) -> None:
    designer.add(Kind.TEXT)
    typed(designer, 0, "{nmae}")
    assert "no field {nmae}" in designer.notes.text()


def test_the_page_gets_size_back_and_fold(designer: Designer) -> None:
    designer.select(())
    page = designer.page
    page.back.setChecked(True)
    assert design(designer).page.faces == (Face.FRONT, Face.BACK)
    assert designer.face.isEnabled()
    designer.face.setCurrentIndex(1)
    designer.face.activated.emit(1)
    assert {one.name for one in design(designer).elements if one.face is Face.BACK} >= {"code, back", "person, back"}
    assert designer.elements.list.count() == 13
    page.wide.setValue(90.0)
    assert design(designer).page.width == 90_000
    row = next(k for k in range(page.preset.count()) if "Butterfly" in page.preset.itemText(k))
    page.preset.setCurrentIndex(row)
    page.preset.activated.emit(row)
    assert design(designer).page.fold is Fold.FOOT


def test_the_badge_is_tried_with_the_longest_name_and_the_emptiest_record(designer: Designer) -> None:
    people = list(designer.desk.show.people.values())
    texts = [designer.person.list.itemText(k) for k in range(designer.person.list.count())]
    assert texts[0].startswith("Longest name: ")
    assert texts[1].startswith("Emptiest record: ")
    assert len(texts) == len(people) + 2
    shown = set()
    for row in range(len(texts)):
        designer.person.list.setCurrentIndex(row)
        shown.add(designer.person.person.id)
    assert shown == {person.id for person in people}


def test_pictures_come_in_fenced_and_tell_their_resolution(designer: Designer, tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_bytes(LOGO)
    designer.add(Kind.PICTURE)
    assert "has no picture yet" in designer.notes.text()
    designer.take_picture(logo)
    one = design(designer).elements[-1]
    assert one.pixels[0] == 2 * one.pixels[1]
    assert "an inch as placed" in designer.properties.resolution.text()
    small = tmp_path / "small.png"
    small.write_bytes(png(90, 130))
    designer.take_background(small)
    found = design(designer).elements[0]
    assert (found.x, found.kind) == (-3000, Kind.PICTURE)
    assert "too coarse for a press" in designer.notes.text()
    designer.take_picture(tmp_path / "none.png")
    assert "no such file" in designer.message.text
    sly = tmp_path / "sly.svg"
    sly.write_bytes(LOGO.replace(b"<rect", b'<image href="/etc/hostname" width="9" height="9"/><rect'))
    designer.take_picture(sly)
    assert "shows other files" in designer.message.text


def test_templates_inherit_and_go_through_files(designer: Designer, tmp_path: Path) -> None:
    listed = [designer.templates.templates.itemText(k) for k in range(designer.templates.templates.count())]
    assert listed == ["All", "Press"]
    file = tmp_path / "all.hwbadge"
    designer.export_to(file)
    assert json.loads(file.read_text(encoding="utf-8"))["name"] == "All"
    designer.import_from(file)
    row = designer.templates.row
    assert row is not None
    assert row.name == "All 2"
    assert designer.templates.roles.text() == "Nobody yet"
    menu = designer.templates.roles.menu()
    menu.aboutToShow.emit()
    menu.actions()[2 + list(Role).index(Role.STAFF)].trigger()
    assert template_of(designer.desk.show, Role.STAFF) == designer.templates.row
    designer.import_from(tmp_path / "none.hwbadge")
    assert "cannot be read" in designer.message.text


def test_what_is_inherited_is_seen_and_taken_over_again(designer: Designer) -> None:
    designer.templates.choose("t2")
    fonts = [designer.elements.list.item(row).font().italic() for row in range(designer.elements.list.count())]
    assert all(fonts)
    designer.select(("code",))
    assert not designer.elements.reset.isEnabled()
    before = design(designer).named("code")
    QTest.keyClick(designer.sheet, Qt.Key.Key_Left)
    assert design(designer).named("code") != before
    assert '"name":"code"' in designer.desk.show.templates["t2"].design
    assert designer.elements.reset.isEnabled()
    designer.elements.reset.trigger()
    assert design(designer).named("code") == before
    assert designer.desk.show.templates["t2"].design == '{"version":1}'


def test_an_arrow_that_is_held_makes_one_edit(designer: Designer) -> None:
    designer.select(("code",))
    before, position = design(designer).named("code"), designer.desk.session.position
    assert before is not None
    for _ in range(4):
        QTest.keyPress(designer.sheet, Qt.Key.Key_Left)
    QTest.keyRelease(designer.sheet, Qt.Key.Key_Left)
    after = design(designer).named("code")
    assert after is not None
    assert before.x - after.x == 2000
    assert designer.desk.session.position == position + 1


def test_aligning_and_ordering_from_the_list(designer: Designer) -> None:
    designer.select(("role", "person"))
    assert designer.elements.names == ("person", "role")
    actions = {action.text(): action for action in designer.elements.arrange.menu().actions()}
    actions["Align right"].trigger()
    name, role = (design(designer).named(one) for one in ("person", "role"))
    assert name is not None
    assert role is not None
    assert name.right == role.right
    actions["Send backward"].trigger()
    names = [one.name for one in design(designer).elements]
    assert names.index("role") < names.index("event name")


def test_every_field_has_a_name_for_screen_readers(designer: Designer) -> None:
    designer.add(Kind.PICTURE)
    designer.select(("company and job",))
    fields = (Length, Points, QComboBox, QLineEdit, QListWidget, QTableWidget, Sheet)
    found = [
        widget
        for widget in designer.findChildren(QWidget)
        # The line edit within a spin box is named by that.
        if isinstance(widget, fields) and not isinstance(widget.parent(), Length | Points)
    ]
    assert len(found) > 20
    assert not [widget for widget in found if not widget.accessibleName()]
