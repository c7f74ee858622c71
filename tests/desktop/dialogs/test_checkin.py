"""Check-in: keystrokes in, an answer at once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.shows import as_change, small_show
from tests.signing.any_token import KEY

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.checkin import CheckInDialog
from hallwright.editing.badges import record, void
from hallwright.editing.session import Session
from hallwright.expo.printed import now
from hallwright.signing import revocations
from hallwright.signing.signer import batch
from hallwright.store.project import create


@pytest.fixture
def codes() -> dict[str, str]:
    return {}


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, codes: dict[str, str]) -> Iterator[Desk]:
    show = small_show()
    show = show.replaced([(show.event, replace(show.event, badge_key=KEY.public.text))])
    made = batch(show, show.people.values(), KEY)
    codes.update(made.codes)
    desk = Desk(Session(create(tmp_path / "show.expo", as_change(record(show, made.badges, now()).applied(show)))))
    yield desk
    desk.close()


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> CheckInDialog:
    dialog = CheckInDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.day.setDate(QDate(2024, 9, 9))
    return dialog


def typed(dialog: CheckInDialog, text: str) -> None:
    """Type as a scanner does, wherever the focus is."""
    for sign in text:
        QTest.keyClicks(dialog.focusWidget(), sign)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_a_scan_is_answered_at_once(dialog: CheckInDialog, codes: dict[str, str]) -> None:
    # How long it takes is for the bench to say.
    for _ in range(2):
        typed(dialog, codes["p1"])
    assert dialog.panel.good is True
    assert dialog.panel.word.text() == "Welcome"
    assert "林美  Mei Lin" in dialog.panel.who.text()
    assert "NetEase" in dialog.panel.who.text()
    assert "Came in before" in dialog.panel.why.text()
    assert dialog.code.text() == ""
    assert "1 came in" in dialog.counts.text()


def test_a_refusal_says_why_in_words(dialog: CheckInDialog, desk: Desk, codes: dict[str, str]) -> None:
    typed(dialog, codes["p1"][:-5] + "AAAAA")
    assert dialog.panel.good is False
    assert dialog.panel.word.text() == "Refused"
    assert "forged" in dialog.panel.why.text()
    badge = desk.show.badges.where("person", "p1")[-1].id
    desk.do(lambda: void(desk.show, [badge], now(), "lost"))
    typed(dialog, codes["p1"])
    assert "lost" in dialog.panel.why.text()
    assert dialog.list.rows[0][1] == "Refused"
    assert "2 refused" in dialog.counts.text()


def test_a_scan_arrives_wherever_the_focus_is(dialog: CheckInDialog, codes: dict[str, str]) -> None:
    for place in (dialog.zone, dialog.revoked):
        place.setFocus()
        typed(dialog, codes["p1"])
        assert dialog.panel.good is True, place
    assert dialog.zone.currentIndex() == 0


def test_the_gate_of_a_zone_and_a_list_of_another_desk(
    dialog: CheckInDialog, desk: Desk, codes: dict[str, str], tmp_path: Path
) -> None:
    dialog.zone.setCurrentIndex(dialog.zone.findData("z"))
    typed(dialog, codes["p1"])
    assert dialog.panel.why.text() == "No access to Innovation"
    dialog.zone.setCurrentIndex(0)
    show = desk.show
    badge = show.badges.where("person", "p1")[-1].id
    revocations.write(void(show, [badge], now(), "stolen").applied(show), tmp_path / "r.txt", now())
    dialog.read_revoked(tmp_path / "r.txt")
    assert "revoked badges are known" in dialog.message.text
    typed(dialog, codes["p1"])
    assert "stolen" in dialog.panel.why.text()
    dialog.read_revoked(tmp_path / "none.txt")
    assert "cannot be read" in dialog.message.text


def test_without_a_key_it_says_what_to_do(dialog: CheckInDialog, desk: Desk, qtbot: QtBot) -> None:
    QApplication.processEvents()
    from hallwright.editing.floor import amend_event

    desk.do(lambda: amend_event(desk.show, badge_key=""))
    fresh = CheckInDialog(desk)
    qtbot.addWidget(fresh)
    assert not fresh.code.isEnabled()
    assert "Signing key" in fresh.panel.why.text()
