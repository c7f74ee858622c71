"""Numbers and dates follow the system, words the language."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver

from hallwright.desktop.dialogs.event import EventDialog
from hallwright.desktop.languages import Speech
from hallwright.desktop.locales import dated, moment
from hallwright.desktop.sizefield import SizeField
from hallwright.editing.change import Change, amend
from hallwright.geometry.outline import rectangle
from hallwright.rules.rulebook import check, rules
from hallwright.support.i18n import ENGLISH
from hallwright.support.numbers import write_with


@pytest.fixture
def german(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A German computer whose user reads English."""
    before = QLocale()
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("de_DE")))
    Speech(qapp, ENGLISH)
    yield
    write_with(".", ",")
    QLocale.setDefault(before)


def test_dates_are_in_digits_and_in_the_order_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def on(name: str) -> str:
        monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(name)))
        return dated(date(2026, 3, 9))

    assert on("C") == "2026-03-09"
    assert on("de_DE") == "09.03.2026"
    assert on("zh_CN") == "2026/3/9"
    assert on("en_GB") == "09/03/2026"
    assert on("en_US") == "3/9/2026"


def test_moments_are_local_and_to_the_minute(german: None) -> None:
    at = datetime(2026, 3, 9, 14, 5, 7, tzinfo=UTC).astimezone()
    assert moment(at) == f"09.03.2026 {at:%H:%M}"
    assert moment(at, seconds=True) == f"09.03.2026 {at:%H:%M:%S}"


def test_an_english_window_on_a_german_computer_writes_a_decimal_comma(german: None, driver: Driver) -> None:
    window = driver.window
    window.canvas.pointed.emit((1234.0, 5678.0))
    assert "x 1,23 m   y 5,68 m" in [label.text() for label in window.status.findChildren(QLabel)]
    shifted = amend(window.desk.show.booths["b2"], outline=rectangle(4000, 3000, 3000, 3000))
    window.desk.session.commit(Change.of("move-booths", "Move A02", [shifted]))
    window.desk.check_now()
    told = [finding.message for finding in window.desk.findings if finding.rule == "booth-overlap"]
    assert told == ["Booths A01 and A02 in Hall 1 overlap by 6,00 m²: move or resize one of them."]
    dialog = EventDialog(window.desk)
    assert dialog.starts.displayFormat() == "dd.MM.yyyy"
    dialog.deleteLater()


def test_a_size_is_typed_with_a_comma_or_a_point(german: None, driver: Driver) -> None:
    driver.window.desk.select(["b6"])
    (field,) = driver.window.inspector.findChildren(SizeField)
    assert field.width_m.text() == "6"
    for text, width in (("6,25", 6250), ("7.5", 7500), ("1,234", 1234)):
        field.width_m.setText(text)
        field.width_m.editingFinished.emit()
        outline = driver.booths["B01"].outline
        assert max(x for x, _ in outline) - min(x for x, _ in outline) == width
    assert field.width_m.text() == "1,234"


def test_findings_wait_while_a_button_is_held_and_come_step_by_step(driver: Driver, qtbot: QtBot) -> None:
    desk = driver.window.desk
    desk.check_now()
    held = True
    asked: list[bool] = []

    def busy() -> bool:
        asked.append(held)
        return held

    desk.hand_busy = busy
    shifted = amend(desk.show.booths["b2"], outline=rectangle(4000, 3000, 3000, 3000))
    desk.session.commit(Change.of("move-booths", "Move A02", [shifted]))
    qtbot.waitUntil(lambda: len(asked) > 1, timeout=20_000)
    assert "booth-overlap" not in {finding.rule for finding in desk.findings}
    held = False
    with qtbot.waitSignal(desk.findings_changed, timeout=20_000):
        pass
    assert desk.findings == check(desk.show)
    assert "booth-overlap" in {finding.rule for finding in desk.findings}
    # One step for each rule at least, so that the window breathes between them.
    assert asked.count(False) >= len(rules())
