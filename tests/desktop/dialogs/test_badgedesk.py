"""The badge desk: find, print one, say what was printed before."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from tests.printing.reading import texts

from hallwright.desktop.badgequeue import BadgeQueue, State
from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.badgedesk import BadgeDeskDialog
from hallwright.desktop.dialogs.worker import Worker
from hallwright.desktop.peoplesearch import PeopleSearch
from hallwright.editing import badges, people
from hallwright.expo.printed import good_badges, now

Idle = Callable[[Worker], None]


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot, tmp_path: Path) -> BadgeDeskDialog:
    dialog = BadgeDeskDialog(desk, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("text", ["lin m", "林", "linmei", "net", "wangyi", "网易 mei", "1"])
def test_people_are_found_by_any_part_in_either_script_and_by_pinyin(desk: Desk, text: str) -> None:
    found = PeopleSearch().found(desk.show, text)
    assert [person.id for person in found][:1] == ["p1"]


def test_the_search_follows_what_is_changed(desk: Desk) -> None:
    search = PeopleSearch()
    assert not search.found(desk.show, "zhang")
    desk.do(lambda: people.amend_person(desk.show, "p2", native="张伟"))
    assert [person.id for person in search.found(desk.show, "zhang")] == ["p2"]
    assert len(search.found(desk.show, "")) == 2


def test_a_first_badge_is_printed_at_once_and_recorded(
    dialog: BadgeDeskDialog, desk: Desk, tmp_path: Path, idle: Idle
) -> None:
    dialog.search.setText("chan")
    dialog.place.setText("2")
    assert dialog.state.text() == "No badge yet."
    assert dialog.print_to(tmp_path / "one.pdf")
    idle(dialog.queue.worker)
    assert len(texts(tmp_path / "one.pdf")) == 1
    (badge,) = good_badges(desk.show, "p2")
    assert (badge.desk, badge.reason) == ("2", "")
    assert [job.state for job in dialog.queue.jobs] == [State.PRINTED]
    assert "Already printed at" in dialog.state.text()
    assert "by desk 2" in dialog.state.text()
    again = BadgeDeskDialog(desk, dialog._settings)
    assert again.place.text() == "2"
    again.close()


def test_another_badge_needs_a_reason_and_voids_the_earlier(
    dialog: BadgeDeskDialog, desk: Desk, tmp_path: Path, idle: Idle
) -> None:
    dialog.search.setText("mei")
    assert not dialog.print_to(tmp_path / "two.pdf")
    assert "Why another?" in dialog.message.text
    assert not (tmp_path / "two.pdf").exists()
    dialog.reason.setCurrentText("lost")
    assert dialog.print_to(tmp_path / "two.pdf")
    idle(dialog.queue.worker)
    old = desk.show.badges["k1"]
    assert old.void_reason == "lost"
    (new,) = good_badges(desk.show, "p1")
    assert new.reason == "lost"
    assert dialog.reason.currentText() == ""


def test_a_badge_is_voided_for_a_reason(dialog: BadgeDeskDialog, desk: Desk) -> None:
    dialog.search.setText("mei")
    dialog.void.click()
    assert "reason" in dialog.message.text
    dialog.reason.setCurrentText("left")
    dialog.void.click()
    assert desk.show.badges["k1"].void_reason == "left"
    assert "void" in dialog.state.text()
    assert not dialog.void.isEnabled()


def test_what_cannot_be_printed_stays_in_the_queue_with_the_reason(
    dialog: BadgeDeskDialog, desk: Desk, tmp_path: Path, idle: Idle
) -> None:
    dialog.search.setText("chan")
    assert dialog.print_to(tmp_path / "nowhere" / "one.pdf")
    idle(dialog.queue.worker)
    (job,) = dialog.queue.jobs
    assert job.state is State.FAILED
    assert "does not exist" in job.why
    assert job.why in dialog.jobs.text()
    assert not desk.show.badges.where("person", "p2")


def test_two_badges_go_one_after_the_other_and_none_twice(
    dialog: BadgeDeskDialog, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.search.setText("chan")
    assert dialog.print_to(tmp_path / "one.pdf")
    assert not dialog.print_to(tmp_path / "again.pdf")
    assert "being printed already" in dialog.message.text
    dialog.search.setText("mei")
    dialog.reason.setCurrentText("lost")
    assert dialog.print_to(tmp_path / "two.pdf")
    assert dialog.isVisible()
    dialog.reject()
    assert dialog.isVisible(), "the queue is not empty"
    qtbot.waitUntil(lambda: not dialog.queue.busy, timeout=20_000)
    assert [job.state for job in dialog.queue.jobs] == [State.PRINTED] * 2


def test_data_changed_since_are_told(dialog: BadgeDeskDialog, desk: Desk) -> None:
    desk.do(lambda: badges.record(desk.show, {"p2": "n2"}, now()))
    dialog.search.setText("chan")
    assert "changed" not in dialog.state.text()
    desk.do(lambda: people.amend_person(desk.show, "p2", job="Director"))
    assert "The data have changed since." in dialog.state.text()


def test_a_badge_goes_to_a_printer_at_true_size(
    dialog: BadgeDeskDialog, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    def printer(name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / f"{name}.pdf"))
        return made

    queue = BadgeQueue(desk, dialog, printer)
    queue.add(desk.show.people["p2"], "Zebra", None, "3", "")
    qtbot.waitUntil(lambda: not queue.busy, timeout=20_000)
    assert [job.state for job in queue.jobs] == [State.PRINTED]
    with pikepdf.open(tmp_path / "Zebra.pdf") as pdf:
        assert [round(float(value) * 25.4 / 72) for value in pdf.pages[0].mediabox[2:]] == [86, 124]
    assert good_badges(desk.show, "p2")[-1].desk == "3"
