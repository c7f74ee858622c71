"""People in the window."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QListWidget, QMessageBox
from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.event import EventDialog
from hallwright.desktop.dialogs.people import DUE, TWICE, PeopleDialog
from hallwright.desktop.dialogs.personform import LastDayDialog
from hallwright.editing import people
from hallwright.expo.people import Role


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> PeopleDialog:
    dialog = PeopleDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def tick(widget: QListWidget, row: int, on: bool = True) -> None:
    widget.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def test_every_field_of_a_person_is_edited(dialog: PeopleDialog, desk: Desk) -> None:
    dialog.search.setText("mei")
    assert not dialog.ok.isEnabled()
    assert dialog.hint.text() == "Nothing is changed."
    fields = dialog.fields
    fields.role.setCurrentIndex(fields.role.findData(Role.SPEAKER))
    fields.lines["seat"].setText("12A")
    tick(fields.days, 1)
    tick(fields.access, 0)
    fields.consented.show_day(date(2024, 8, 2))
    fields.keep_until.given.setChecked(True)
    fields.keep_until.day.setDate(QDate(2025, 3, 1))
    fields.note.setPlainText("two\nlines")
    assert dialog.ok.isEnabled()
    dialog.ok.click()
    mei = desk.show.people["p1"]
    assert (mei.role, mei.seat, mei.access, mei.days) == (Role.SPEAKER, "12A", ("z",), (date(2024, 9, 10),))
    assert (mei.consented, mei.keep_until, mei.note) == (date(2024, 8, 2), date(2025, 3, 1), "two\nlines")
    assert (mei.exhibitor, mei.native) == ("x1", "林美")
    assert not dialog.ok.isEnabled()


def test_what_is_shown_is_what_is_known(dialog: PeopleDialog, desk: Desk) -> None:
    for key, person in desk.show.people.items():
        dialog._choose([key])
        assert dialog.person == person
        values = dialog.fields.values()
        assert replace(person, **values, photo=person.photo) == person


def test_somebody_is_added(dialog: PeopleDialog, desk: Desk) -> None:
    dialog.new.click()
    assert dialog.hint.text() == "A person needs a name"
    dialog.fields.lines["native"].setText("张伟")
    dialog.fields.changed.emit()
    dialog.ok.click()
    added = dialog.person
    assert added is not None
    assert added.native == "张伟"
    assert added.code.startswith("P")
    assert len(desk.show.people) == 3


def test_who_is_listed_twice_is_joined_in_one_change(dialog: PeopleDialog, desk: Desk) -> None:
    desk.do(lambda: people.add(desk.show, native="林美", company="NetEase", job="Head"))
    dialog.which.setCurrentIndex(dialog.which.findData(TWICE))
    assert dialog.list.topLevelItemCount() == 2
    assert not dialog.joining.isEnabled()
    dialog.list.selectAll()
    dialog.joining.click()
    assert desk.show.people["p1"].job == "Head"
    assert len(desk.show.people) == 2
    assert dialog.found.text() == "Nobody is listed twice."


def test_people_who_seem_different_are_joined_only_after_a_question(
    dialog: PeopleDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def question(*arguments: object) -> QMessageBox.StandardButton:
        asked.append(str(arguments[2]))
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", question)
    dialog.list.selectAll()
    dialog.joining.click()
    assert "different people" in asked[0]
    assert len(desk.show.people) == 2


def test_who_is_past_the_last_day_is_erased_after_a_question(
    dialog: PeopleDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.which.setCurrentIndex(dialog.which.findData(DUE))
    assert "1 person to be erased" in dialog.found.text()
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: answers.pop(0))
    dialog.erasing.click()
    assert len(desk.show.people) == 2
    dialog.erasing.click()
    assert desk.show.people.keys() == {"p1"}
    assert "history" in dialog.message.text
    desk.undo()
    assert len(desk.show.people) == 2


def test_the_last_day_is_set_for_all_who_are_chosen(
    dialog: PeopleDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(asking: LastDayDialog) -> int:
        asking.day.day.setDate(QDate(2025, 6, 30))
        return LastDayDialog.DialogCode.Accepted

    monkeypatch.setattr(LastDayDialog, "exec", answer)
    dialog.list.selectAll()
    dialog.keeping.click()
    assert {person.keep_until for person in desk.show.people.values()} == {date(2025, 6, 30)}


def test_the_quota_is_set_for_the_event_and_told_beside_a_person(
    dialog: PeopleDialog, desk: Desk, qtbot: QtBot
) -> None:
    event = EventDialog(desk)
    qtbot.addWidget(event)
    assert (event.quota.first.text(), event.quota.area.text()) == ("3", "10 m²")
    event.quota.area.setText("nine")
    assert "not an area" in event.hint.text()
    event.quota.area.setText("0")
    assert not event.ok.isEnabled()
    event.quota.area.setText("4.5")
    event._save()
    assert desk.show.event.badge_area == 4_500_000
    dialog._choose(["p1"])
    assert dialog.quota.text() == "NetEase has 1 of 7 staff badges."
    dialog.grant.click()
    assert desk.show.exhibitors["x1"].badges_extra == 1
    assert dialog.quota.text() == "NetEase has 1 of 8 staff badges."
    event = EventDialog(desk)
    qtbot.addWidget(event)
    event.quota.on.setChecked(False)
    event._save()
    assert desk.show.event.badge_area == 0
    assert not dialog.quota.isVisible()
