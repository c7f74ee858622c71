from datetime import date

from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.event import EventDialog, HallDialog
from hallwright.editing.floor import amend_event
from hallwright.geometry.outline import bounds


def test_the_event_is_edited_in_both_scripts(desk: Desk, qtbot: QtBot) -> None:
    dialog = EventDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.lines["theme_native"].setText("网络安全")
    dialog.starts.setDate(QDate(2024, 9, 20))
    assert not dialog.ok.isEnabled()
    assert dialog.hint.text() == "The last day is before the first."
    dialog.ends.setDate(QDate(2024, 9, 22))
    dialog.ok.click()
    event = desk.show.event
    assert (event.theme_native, event.starts, event.ends) == ("网络安全", date(2024, 9, 20), date(2024, 9, 22))


def test_dates_may_be_open(desk: Desk, qtbot: QtBot) -> None:
    dialog = EventDialog(desk)
    qtbot.addWidget(dialog)
    dialog.dated.setChecked(False)
    assert not dialog.starts.isEnabled()
    dialog.ok.click()
    assert desk.show.event.days == ()


def test_the_rule_profile_is_chosen_and_the_default_is_kept_as_an_empty_name(desk: Desk, qtbot: QtBot) -> None:
    for name, kept in (("shanghai", "shanghai"), ("", "")):
        dialog = EventDialog(desk)
        qtbot.addWidget(dialog)
        assert dialog.profile.itemData(0) == ""
        dialog.profile.setCurrentIndex(dialog.profile.findData(name))
        dialog.ok.click()
        assert desk.show.event.profile == kept


def test_a_profile_that_is_gone_stays_chosen_until_another_is(desk: Desk, qtbot: QtBot) -> None:
    desk.do(lambda: amend_event(desk.show, profile="atlantis"))
    dialog = EventDialog(desk)
    qtbot.addWidget(dialog)
    assert "atlantis" in dialog.profile.currentText()
    dialog.ok.click()
    assert desk.show.event.profile == "atlantis"


def test_a_hall_is_added_by_name_and_size_in_any_unit(desk: Desk, qtbot: QtBot) -> None:
    dialog = HallDialog(desk)
    qtbot.addWidget(dialog)
    assert dialog.name.text() == "Hall 3"
    dialog.name.setText("hall 1")
    assert dialog.hint.text() == "There is a hall hall 1 already."
    dialog.name.setText("Annex")
    dialog.width_m.setText("100 ft")
    dialog.depth_m.setText("wide")
    assert "not a length" in dialog.hint.text()
    dialog.depth_m.setText("12.5")
    dialog.storey.setText(" 2F ")
    dialog.ok.click()
    hall = desk.show.halls[desk.hall]
    assert hall.storey == "2F"
    assert (hall.name, bounds(hall.outline).width, bounds(hall.outline).height) == ("Annex", 30_480, 12_500)


def test_booth_numbers_are_frozen_from_a_day_or_not(desk: Desk, qtbot: QtBot) -> None:
    for day in (date(2024, 8, 20), None):
        dialog = EventDialog(desk)
        qtbot.addWidget(dialog)
        dialog.frozen.setChecked(day is not None)
        dialog.frozen_on.setDate(QDate(2024, 8, 20))
        assert dialog.frozen_on.isEnabled() == (day is not None)
        dialog.ok.click()
        assert desk.show.event.numbers_frozen_on == day
