"""Dialogs over thousands of booths: what they would give is worked out in another thread, and the newest counts."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs import generating, numbering, sizing
from hallwright.desktop.dialogs.generating import GenerateDialog
from hallwright.desktop.dialogs.numbering import NumberingDialog
from hallwright.desktop.dialogs.sizing import AisleDialog, RotateDialog, SizeDialog
from hallwright.editing import booths, shaping
from hallwright.editing.change import Change, create
from hallwright.editing.layout import Layout
from hallwright.expo.space import Booth
from hallwright.geometry.outline import bounds, rectangle

COUNT = 600


@pytest.fixture
def many(desk: Desk) -> list[str]:
    rows = [
        Booth(id=f"m{k}", hall="h1", number=f"M{k:03}", outline=rectangle(k % 30 * 2000, k // 30 * 2000, 1500, 1500))
        for k in range(COUNT)
    ]
    desk.do(lambda: booths.delete(desk.show, list(desk.show.booths)))
    desk.do(lambda: Change.of("make", "Make", [create(row) for row in rows]), rows=COUNT)
    return [row.id for row in rows]


def test_the_size_of_many_is_tried_aside_and_the_last_typed_counts(
    desk: Desk, many: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(many) > sizing.MANY
    dialog = SizeDialog(desk, many)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.hint.text() == "It is so already.")
    slow, may_end = shaping.resize, Event()

    def waiting(*args: object, **values: object) -> Change:
        assert may_end.wait(30), "typing waited for it"
        return slow(*args, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(sizing, "resize", waiting)
    for text in ("1", "1.2", "1.25"):
        dialog.width_m.setText(text)
    assert dialog.outcome.text() == "…"
    may_end.set()
    qtbot.waitUntil(lambda: dialog.outcome.text() == "600 of 600 booths change; 1,125 m² net together", timeout=10_000)
    dialog.width_m.setText("x")
    assert dialog.hint.text().startswith("Width 'x'")
    dialog.width_m.setText("1.25")
    dialog.buttons.accepted.emit()
    assert {bounds(row.outline).width for row in desk.show.booths.values()} == {1250}


def test_what_many_booths_refuse_is_said(desk: Desk, many: list[str], qtbot: QtBot) -> None:
    turned = RotateDialog(desk, many)
    qtbot.addWidget(turned)
    qtbot.waitUntil(lambda: turned.outcome.text() == "Rotate 600 booths by 15°")
    apart = AisleDialog(desk, many)
    qtbot.addWidget(apart)
    apart.aisle.setText("5000")
    qtbot.waitUntil(lambda: apart.hint.text() == "An aisle of 5,000 m is out of range. Choose 0 m to 1,000 m.")


def test_the_numbers_of_many_are_worked_out_aside(desk: Desk, many: list[str], qtbot: QtBot) -> None:
    assert len(many) > numbering.MANY
    dialog = NumberingDialog(desk, many)
    qtbot.addWidget(dialog)
    assert dialog.figures.text() == "…"
    qtbot.waitUntil(lambda: dialog.figures.text().startswith("600 booths: "))
    dialog.first.setText("x")
    dialog.look()
    assert "no whole number" in dialog.hint.text()
    dialog.first.setText("7")
    dialog.look()
    qtbot.waitUntil(lambda: "A07" in dialog.figures.text())
    dialog.ok.click()
    assert "A07" in {row.number for row in desk.show.booths.values()}


def test_an_area_for_many_is_filled_aside_and_made_as_typed_last(desk: Desk, qtbot: QtBot) -> None:
    desk.do(lambda: booths.delete(desk.show, list(desk.show.booths)))
    dialog = GenerateDialog(desk, Layout(width=1000, depth=1000, aisle=1000, wall_aisle=1000))
    qtbot.addWidget(dialog)
    assert dialog.figures.text() == "…"
    qtbot.waitUntil(lambda: dialog._plan is not None)
    first = dialog._plan
    assert first is not None
    assert first.count > generating.MANY
    assert "m² net" in dialog.figures.text()
    dialog.lines["width"].setText("1.2")
    dialog.look()
    dialog.ok.click()
    made = desk.show.booths.values()
    assert {bounds(row.outline).width for row in made} == {1200}, "what was typed last, though not shown yet"
