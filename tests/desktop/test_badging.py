"""The window's actions about badges."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from tests.desktop.conftest import Driver

from hallwright.editing import badges, people
from hallwright.expo.people import Person


def test_the_record_of_printed_badges_is_not_undone_unasked(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = driver.window.desk
    desk.do(lambda: people.add(desk.show, native="林美"))
    person: Person = next(iter(desk.show.people.values()))
    desk.do(lambda: badges.record(desk.show, {person.id: "n1"}, datetime(2024, 9, 9)))  # noqa: DTZ001
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: answers.pop(0))
    desk.undo()
    assert "n1" in desk.show.badges
    desk.undo()
    assert "n1" not in desk.show.badges
    desk.undo()
    assert not desk.show.people
    assert not answers


def test_revoked_badges_are_exported_or_the_reason_is_told(driver: Driver, tmp_path: Path) -> None:
    window = driver.window
    told: list[str] = []
    window.desk.refused.connect(told.append)
    window.badging.write_revoked(tmp_path / "r.txt")
    assert "not signed" in told[-1]
    window.desk.do(lambda: badges.set_key(window.desk.show, "MFRGG", datetime(2024, 9, 9)))  # noqa: DTZ001
    window.badging.write_revoked(tmp_path / "r.txt")
    assert (tmp_path / "r.txt").read_text().startswith("# Hallwright revoked badges\n# key: MFRGG\n")
