from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.dividing import MergeDialog, NotchDialog, SplitDialog
from hallwright.geometry.outline import bounds


def numbers(desk: Desk) -> set[str]:
    return {row.number for row in desk.show.booths.where("hall", "h1")}


def test_a_booth_is_split_in_equal_parts_and_the_parts_are_selected(desk: Desk, qtbot: QtBot) -> None:
    dialog = SplitDialog(desk, ["b1"])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.count.isVisible()
    assert not dialog.module.isVisible()
    assert dialog.outcome.text() == "Split A01 into A01a, A01b; NetEase keeps A01a.\n1.5 × 3 m each"
    dialog.count.setText("3")
    dialog.along.setCurrentIndex(1)
    dialog.heir.setCurrentIndex(1)
    dialog.ok.click()
    assert {"A01a", "A01b", "A01c"} <= numbers(desk)
    assert {desk.show.booths[key].number for key in desk.selection} == {"A01a", "A01b", "A01c"}
    assert bounds(desk.show.booths["b1"].outline) == (0, 0, 3000, 1000)


def test_a_booth_is_split_by_a_size_with_new_numbers(desk: Desk, qtbot: QtBot) -> None:
    dialog = SplitDialog(desk, ["b2"])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.heir.isEnabled()
    dialog.by.setCurrentIndex(1)
    assert dialog.module.isVisible()
    dialog.module.setText("2 m")
    dialog.naming.setCurrentIndex(1)
    assert dialog.outcome.text() == "Split A02 into A02, A06.\n2 × 3 m, 1 × 3 m"
    dialog.module.setText("12")
    assert "do not fit" in dialog.hint.text()
    dialog.by.setCurrentIndex(0)
    dialog.count.setText("half")
    assert dialog.hint.text() == "'half' is no number of parts."
    assert not dialog.ok.isEnabled()


def test_a_notch_makes_an_l_or_a_u(desk: Desk, qtbot: QtBot) -> None:
    dialog = NotchDialog(desk, ["b2"])
    qtbot.addWidget(dialog)
    dialog.notch_width.setText("1")
    dialog.notch_depth.setText("1")
    assert dialog.outcome.text() == "8 m² of 9 m² stay"
    dialog.shape.setCurrentIndex(5)
    dialog.ok.click()
    assert len(desk.show.booths["b2"].outline) == 8
    assert (2000, 1000) in {(x - 3000, y) for x, y in desk.show.booths["b2"].outline}


def test_the_number_that_stays_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    dialog = MergeDialog(desk, ["b1", "b2"])
    qtbot.addWidget(dialog)
    assert dialog.outcome.text() == "Merge A01, A02 into A01, reserved for NetEase; 18 m² net"
    dialog.keep.setCurrentIndex(1)
    dialog.ok.click()
    assert "A01" not in numbers(desk)
    assert desk.show.booths["b2"].exhibitor == "x1"


def test_what_cannot_be_merged_is_said_before(desk: Desk, qtbot: QtBot) -> None:
    dialog = MergeDialog(desk, ["b1", "b3"])
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    assert dialog.hint.text() == "A03 is blocked and A01 let. Unblock or release one first."
