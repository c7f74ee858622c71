"""Proofs out and answers in from the window; the panel, the colours of the canvas, the frozen number."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver

from hallwright.desktop.dialogs.receiveanswers import ReceiveDialog
from hallwright.desktop.dialogs.sendproofs import SendDialog
from hallwright.desktop.dialogs.worker import Worker
from hallwright.editing import booths
from hallwright.expo.review import Answer, ReplyState
from hallwright.review.standing import Stage
from hallwright.review.tokens import code_of, token_of

Idle = Callable[[Worker], None]


@pytest.fixture
def idle(qtbot: QtBot) -> Idle:
    def wait(worker: Worker) -> None:
        qtbot.waitUntil(lambda: not worker.busy, timeout=20_000)

    return wait


def sent(driver: Driver, qtbot: QtBot, idle: Idle, folder: Path) -> str:
    """Send the one exhibitor with a booth a proof; return its token."""
    dialog = SendDialog(driver.window.desk, driver.window)
    qtbot.addWidget(dialog)
    dialog.pages.setChecked(False)
    dialog.start(folder)
    idle(dialog._worker)
    assert dialog.message.text.startswith("1 packet in")
    assert "no mail address" in dialog.message.text
    (packet,) = driver.window.desk.show.packets.values()
    return token_of(packet)


def received(driver: Driver, qtbot: QtBot, code: str) -> ReceiveDialog:
    """Take in a code."""
    dialog = ReceiveDialog(driver.window.desk, driver.window)
    qtbot.addWidget(dialog)
    dialog.codes.setPlainText(code)
    dialog.take_codes.click()
    return dialog


def test_a_proof_goes_out_and_its_answer_comes_in(driver: Driver, qtbot: QtBot, idle: Idle, tmp_path: Path) -> None:
    token = sent(driver, qtbot, idle, tmp_path / "out")
    with pikepdf.open(tmp_path / "out" / "proofs" / "NetEase.pdf") as pdf:
        next(field for field in pdf.Root.AcroForm.Fields if field.T == "comment").V = "<b>bigger</b>"
        pdf.save(tmp_path / "back.pdf")
    dialog = ReceiveDialog(driver.window.desk, driver.window)
    qtbot.addWidget(dialog)
    dialog.read([tmp_path / "back.pdf"])
    idle(dialog._worker)
    assert dialog.report.rows == [("back.pdf", "NetEase: Comment – <b>bigger</b>")]
    dialog.read([tmp_path / "back.pdf"])
    idle(dialog._worker)
    assert "received already" in dialog.report.rows[0][1]
    assert received(driver, qtbot, "nothing here").message.text == "There is no code of an answer in this text."
    # On disk, and undone like any step.
    desk = driver.window.desk
    assert len(desk.show.replies) == 1
    desk.undo()
    assert len(desk.show.replies) == 0
    assert received(driver, qtbot, code_of(token, Answer.APPROVE)).report.rows[0][1] == "NetEase: Approved"


def test_a_price_that_is_none_is_refused(driver: Driver, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = SendDialog(driver.window.desk, driver.window)
    qtbot.addWidget(dialog)
    dialog.price.setText("cheap")
    dialog.start(tmp_path / "out")
    assert "'cheap' is no price" in dialog.message.text
    assert not (tmp_path / "out").exists()


def test_the_panel_leads_from_a_wish_to_booths_that_would_do(
    driver: Driver, qtbot: QtBot, idle: Idle, tmp_path: Path
) -> None:
    token = sent(driver, qtbot, idle, tmp_path / "out")
    received(driver, qtbot, f"{code_of(token, Answer.CHANGE)}\nComment: a corner, please")
    driver.do("review")
    panel = driver.window.reviewing.panel
    assert [panel.list.item(row).text() for row in range(panel.list.count())] == ["B01   NetEase"]
    panel.list.setCurrentRow(0)
    assert "a corner, please" in panel.talk.toPlainText()
    offers = [one for one in panel.findChildren(QPushButton) if one not in (panel.accept, panel.decline)]
    assert len(offers) == 3
    flown: list[str] = []
    panel.fly.connect(flown.append)
    offers[0].click()
    assert flown[0] in {"b1", "b2", "b3", "b4", "b5"}
    # The filter lists only those who stand there.
    panel.filter.setCurrentIndex(panel.filter.findData("approved"))
    panel.refresh()
    assert panel.list.count() == 0


def test_selecting_a_booth_shows_its_thread(driver: Driver, qtbot: QtBot, idle: Idle, tmp_path: Path) -> None:
    sent(driver, qtbot, idle, tmp_path / "out")
    driver.do("review")
    panel = driver.window.reviewing.panel
    panel.list.setCurrentRow(-1)
    driver.window.desk.select(["b6"])
    qtbot.waitUntil(lambda: panel.chosen is not None)
    assert "proof sent" in panel.talk.toPlainText()


def test_accepting_an_approval_freezes_the_number(
    driver: Driver, qtbot: QtBot, idle: Idle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = sent(driver, qtbot, idle, tmp_path / "out")
    received(driver, qtbot, code_of(token, Answer.APPROVE))
    asked: list[str] = []

    def question(_parent: object, _title: str, text: str, *_rest: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", question)
    desk = driver.window.desk
    assert desk.do(lambda: booths.renumber(desk.show, "b6", "B02"))
    assert asked == []
    desk.undo()
    driver.do("review")
    panel = driver.window.reviewing.panel
    panel.list.setCurrentRow(0)
    panel.accept.click()
    assert next(iter(desk.show.replies.values())).state is ReplyState.ACCEPTED
    assert not desk.do(lambda: booths.renumber(desk.show, "b6", "B02"))
    assert "approved these numbers" in asked[0]
    assert "NetEase" in asked[0]
    assert driver.booths["B01"].id == "b6"
    # Others may be renumbered as before.
    assert desk.do(lambda: booths.renumber(desk.show, "b1", "A09"))


def test_the_canvas_is_coloured_by_answers(driver: Driver, qtbot: QtBot, idle: Idle, tmp_path: Path) -> None:
    canvas, theme = driver.window.canvas, driver.window.canvas.scenery.theme

    def colour() -> QColor:
        return canvas.grab().toImage().pixelColor(driver.pixel(20_400, 15_400))

    def fill(role: str) -> QColor:
        found = theme.style(role).fill
        assert found is not None
        return QColor(found.rgb)

    assert colour() == fill("booth.confirmed")
    driver.do("answers")
    assert colour() == fill("answer.not-sent")
    token = sent(driver, qtbot, idle, tmp_path / "out")
    assert colour() == fill("answer.sent")
    received(driver, qtbot, code_of(token, Answer.APPROVE))
    assert colour() == fill("answer.approved")
    # Something else of the plan changes, and the booth's proof is of the past.
    desk = driver.window.desk
    desk.do(lambda: booths.renumber(desk.show, "b6", "B07"))
    assert colour() == fill("answer.stale")
    assert driver.window.reviewing.panel._stages.by_booth(desk.show)["b6"] is Stage.STALE
    driver.do("view-public")
    assert colour() == fill("booth.let")
