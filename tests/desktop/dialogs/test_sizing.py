import pytest
from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.sizing import AisleDialog, RotateDialog, SizeDialog
from hallwright.geometry.outline import bounds
from hallwright.geometry.shapes import Anchor, frame_of


def test_a_size_is_typed_in_any_unit_and_its_area_shown_before(desk: Desk, qtbot: QtBot) -> None:
    dialog = SizeDialog(desk, ["b2"])
    qtbot.addWidget(dialog)
    assert (dialog.width_m.text(), dialog.depth_m.text()) == ("3 m", "3 m")
    assert not dialog.ok.isEnabled()
    assert dialog.hint.text() == "It is so already."
    dialog.width_m.setText("4")
    dialog.depth_m.setText("350 cm")
    assert dialog.outcome.text() == "3 × 3 m becomes 4 × 3.5 m, 14 m² net"
    dialog.anchor.setCurrentIndex(list(Anchor).index(Anchor.BOTTOM_RIGHT))
    dialog.ok.click()
    assert bounds(desk.show.booths["b2"].outline) == (2000, -500, 6000, 3000)


def test_several_booths_get_one_size_and_empty_fields_leave_theirs(desk: Desk, qtbot: QtBot) -> None:
    dialog = SizeDialog(desk, ["b1", "b2"])
    qtbot.addWidget(dialog)
    dialog.width_m.setText("2")
    dialog.depth_m.setText("")
    assert dialog.outcome.text() == "2 of 2 booths change; 12 m² net together"
    dialog.ok.click()
    assert [bounds(desk.show.booths[key].outline).width for key in ("b1", "b2")] == [2000, 2000]


@pytest.mark.parametrize(("text", "reason"), [("wide", "not a length"), ("0.1", "out of range"), ("", "")])
def test_what_cannot_be_a_size_switches_the_button_off(desk: Desk, qtbot: QtBot, text: str, reason: str) -> None:
    dialog = SizeDialog(desk, ["b2"])
    qtbot.addWidget(dialog)
    dialog.width_m.setText(text)
    assert not dialog.ok.isEnabled()
    assert reason in dialog.hint.text()


def test_an_angle_is_typed_and_may_turn_each_booth_alone(desk: Desk, qtbot: QtBot) -> None:
    dialog = RotateDialog(desk, ["b2", "b3"])
    qtbot.addWidget(dialog)
    dialog.angle.setText("steep")
    assert dialog.hint.text() == "'steep' is no angle in degrees."
    dialog.angle.setText("99999")
    assert not dialog.ok.isEnabled()
    dialog.angle.setText("-30 °")
    assert dialog.each is not None
    dialog.each.setCurrentIndex(1)
    dialog.ok.click()
    outline = desk.show.booths["b2"].outline
    assert frame_of(outline).slant == pytest.approx(-30, abs=0.1)
    assert bounds(outline).centre == (4500, 1500)


def test_one_booth_turns_about_its_middle_without_a_question(desk: Desk, qtbot: QtBot) -> None:
    dialog = RotateDialog(desk, ["b2"])
    qtbot.addWidget(dialog)
    assert dialog.each is None


def test_the_aisle_between_booths_is_typed(desk: Desk, qtbot: QtBot) -> None:
    dialog = AisleDialog(desk, ["b1", "b2", "b3"])
    qtbot.addWidget(dialog)
    assert dialog.aisle.text() == "3 m"
    dialog.aisle.setText("10 ft")
    assert dialog.outcome.text() == "Distribute 3 booths 3.048 m apart"
    dialog.ok.click()
    assert [bounds(desk.show.booths[key].outline).left for key in ("b1", "b2", "b3")] == [0, 6048, 12_096]
