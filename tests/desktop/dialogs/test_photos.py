"""The import of photos in the window."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.photos import PhotosDialog
from hallwright.desktop.dialogs.worker import Worker


def test_photos_are_read_listed_and_taken_in_one_step(
    desk: Desk, qtbot: QtBot, idle: Callable[[Worker], None], tmp_path: Path
) -> None:
    dialog = PhotosDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.ok.isEnabled()
    dialog.read(tmp_path / "gone")
    idle(dialog.worker)
    assert "cannot be read" in dialog.message.text
    person = next(iter(desk.show.people.values()))
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in (person.code, "nobody"):
        Image.new("RGB", (400, 500), "#808080").save(folder / f"{name}.jpg")
    dialog.read(folder)
    idle(dialog.worker)
    assert dialog.hint.text() == "Photo of 1 person"
    dialog.ok.click()
    photo = desk.show.people[person.id].photo
    assert desk.session.store.asset(photo).startswith(b"\xff\xd8")
    desk.undo()
    assert desk.show.people[person.id].photo == person.photo
