"""Photos of people: read behind the fence, cropped, kept as pixels alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.cropping import CropDialog, cropped, read_photo
from hallwright.desktop.dialogs.people import PeopleDialog
from hallwright.desktop.dialogs.worker import Worker
from hallwright.support.errors import Refused

Idle = Callable[[Worker], None]


def photo(path: Path, wide: int = 900, high: int = 600) -> Path:
    """Write a picture whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", (wide, high), "#ff0000")
    picture.paste("#0000ff", (wide // 2, 0, wide, high))
    picture.save(path)
    return path


@pytest.fixture
def dialog(tmp_path: Path, qtbot: QtBot, idle: Idle) -> CropDialog:
    dialog = CropDialog(photo(tmp_path / "p.png"))
    qtbot.addWidget(dialog)
    dialog.show()
    idle(dialog.worker)
    return dialog


def kept(content: bytes) -> QImage:
    picture = QImage.fromData(content)
    assert abs(picture.width() * 4 - picture.height() * 3) <= 4
    return picture


def test_the_frame_starts_as_large_as_it_can_and_never_leaves_the_picture(dialog: CropDialog) -> None:
    view = dialog.view
    assert (view.frame.width(), view.frame.height()) == (450, 600)
    view.move_by(-9000, 50)
    assert (view.frame.left(), view.frame.top()) == (0, 0)
    view.scale_by(0.001)
    assert view.frame.width() == 90
    view.move_by(9000, 9000)
    assert (view.frame.right(), view.frame.bottom()) == (900, 600)
    view.scale_by(1000)
    assert (view.frame.width(), view.frame.right()) == (450, 900)


def test_keys_and_mouse_move_the_frame(dialog: CropDialog) -> None:
    view = dialog.view
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.frame.width() < 450
    left = view.frame.left()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.frame.left() == left - 9
    middle = view.rect().center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(view, middle + QPoint(900, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + QPoint(900, 0))
    assert round(view.frame.right()) == 900


def test_what_is_in_the_frame_is_kept_and_nothing_else(dialog: CropDialog) -> None:
    dialog.view.move_by(9000, 0)
    dialog.ok.click()
    assert dialog.photo is not None
    picture = kept(dialog.photo)
    assert picture.pixelColor(5, 5).blue() > 240
    assert picture.pixelColor(5, 5).red() < 15
    assert b"Exif" not in dialog.photo


def test_a_large_photo_is_made_as_small_as_print_needs(tmp_path: Path) -> None:
    picture = read_photo(photo(tmp_path / "p.jpg", 3000, 4000))
    made = kept(cropped(picture, picture.rect().toRectF()))
    assert (made.width(), made.height()) == (600, 800)


def test_what_is_no_photo_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("no picture\n")
    for path in (tmp_path / "a.png", photo(tmp_path / "small.png", 60, 60), tmp_path / "none.png"):
        with pytest.raises(Refused):
            read_photo(path)


def test_the_photo_of_a_person_is_set_and_taken_away(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, idle: Idle
) -> None:
    people = PeopleDialog(desk)
    qtbot.addWidget(people)
    people.show()
    people._choose(["p1"])
    assert people.photo.picture.text() == "no photo"

    def use(dialog: CropDialog) -> int:
        idle(dialog.worker)
        dialog._take()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(CropDialog, "exec", use)
    people.photo.take(photo(tmp_path / "p.png"))
    key = desk.show.people["p1"].photo
    assert kept(desk.session.store.asset(key)).width() == 450
    assert not people.photo.picture.pixmap().isNull()
    people._choose(["p2"])
    assert people.photo.picture.text() == "missing"  # the small show names a photo that is not there
    people._choose(["p1"])
    people.photo.clear.click()
    assert desk.show.people["p1"].photo == ""
    assert not people.photo.clear.isVisible()
