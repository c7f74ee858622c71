"""The signing key in the window, and badges that are printed with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from tests.printing.reading import picture
from tests.scanning import scanned

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.badges import BadgesDialog
from hallwright.desktop.dialogs.signing import SigningDialog
from hallwright.desktop.dialogs.unlocking import UnlockDialog, key_of
from hallwright.desktop.dialogs.worker import Worker
from hallwright.signing import keyfiles
from hallwright.signing.keys import PublicKey
from hallwright.signing.verifying import Why, verify

PASSPHRASE = "correct horse"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyfiles, "user_data", lambda: tmp_path / "data")


@pytest.fixture
def keyed(desk: Desk, qtbot: QtBot) -> SigningDialog:
    dialog = SigningDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.ok.isEnabled()
    dialog.passphrase.setText(PASSPHRASE)
    assert "differ" in dialog.hint.text()
    dialog.again.setText(PASSPHRASE)
    dialog.ok.click()
    return dialog


def printed(dialog: BadgesDialog, path: Path, qtbot: QtBot, idle: Callable[[Worker], None]) -> list[str]:
    qtbot.waitUntil(lambda: not dialog._soon.isActive())
    idle(dialog._composer)
    assert dialog.signs()
    dialog.save(path)
    idle(dialog._printer)
    return [scanned(picture(path, page, scale=300 / 72))[-1] for page in range(dialog.pages.count)]


def test_a_key_is_made_and_named_in_the_project(desk: Desk, keyed: SigningDialog) -> None:
    assert keyed.public.text() == desk.show.event.badge_key != ""
    assert "Keep a copy" in keyed.message.text
    assert keyed.passphrase.text() == ""
    assert key_of(desk) is not None
    assert desk.show.badges["k1"].voided is not None
    assert keyed.export.isVisible()
    assert not keyed.bring.isVisible()


def test_badges_are_signed_recorded_and_then_no_longer_new(
    desk: Desk, keyed: SigningDialog, tmp_path: Path, qtbot: QtBot, idle: Callable[[Worker], None]
) -> None:
    dialog = BadgesDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.only.setCurrentIndex(1)
    tokens = printed(dialog, tmp_path / "b.pdf", qtbot, idle)
    public, day = PublicKey.read(desk.show.event.badge_key), desk.show.event.days[0]
    assert [verify(token, public, day, show=desk.show).why for token in tokens] == [None, None]
    qtbot.waitUntil(lambda: not dialog._soon.isActive())
    idle(dialog._composer)
    assert dialog.pages.count == 0
    dialog.only.setCurrentIndex(0)
    printed(dialog, tmp_path / "c.pdf", qtbot, idle)
    assert [verify(token, public, day, show=desk.show).why for token in tokens] == [Why.REVOKED] * 2


def test_a_locked_key_is_asked_for_and_no_badge_is_printed_without_it(
    desk: Desk,
    keyed: SigningDialog,
    qtbot: QtBot,
    idle: Callable[[Worker], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    desk.key = None
    dialog = BadgesDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    idle(dialog._composer)
    assert dialog.locked.isVisible()
    monkeypatch.setattr(UnlockDialog, "exec", lambda _self: UnlockDialog.DialogCode.Rejected)
    assert not dialog.signs()

    def unlock(asking: UnlockDialog) -> UnlockDialog.DialogCode:
        asking.passphrase.setText("something else")
        asking._unlock()
        assert "does not open" in asking.message.text
        asking.passphrase.setText(PASSPHRASE)
        asking._unlock()
        return UnlockDialog.DialogCode(asking.result())

    monkeypatch.setattr(UnlockDialog, "exec", unlock)
    assert len(printed(dialog, tmp_path / "b.pdf", qtbot, idle)[0]) == 133
    qtbot.waitUntil(lambda: not dialog.locked.isVisible())
    monkeypatch.setattr(keyfiles, "user_data", lambda: tmp_path / "elsewhere")
    desk.key = None
    assert not dialog.signs()
    assert "not on this computer" in dialog.message.text


def test_the_key_file_goes_out_and_comes_in_at_another_desk(
    desk: Desk, keyed: SigningDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    keyed.export_to(tmp_path / "key.pem")
    monkeypatch.setattr(keyfiles, "user_data", lambda: tmp_path / "elsewhere")
    there = SigningDialog(desk)
    qtbot.addWidget(there)
    there.show()
    assert there.bring.isVisible()
    there.passphrase.setText("something else")
    there.import_from(tmp_path / "key.pem")
    assert "does not open" in there.message.text
    there.passphrase.setText(PASSPHRASE)
    there.import_from(tmp_path / "key.pem")
    assert "can sign" in there.message.text
    assert not there.bring.isVisible()


def test_of_a_range_of_pages_only_those_badges_are_recorded(
    desk: Desk, qtbot: QtBot, idle: Callable[[Worker], None], tmp_path: Path
) -> None:
    dialog = BadgesDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    idle(dialog._composer)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert dialog._run is not None
    second = dialog._run.on(2, 2)[0].id
    before = set(desk.show.badges)
    dialog.print_on(printer)
    idle(dialog._office)
    (made,) = [badge for key, badge in desk.show.badges.items() if key not in before]
    assert made.person == second
