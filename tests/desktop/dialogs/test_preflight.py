from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.printing.preflight.making import broken, content, sound

from hallwright.desktop.dialogs.preflight import PreflightDialog
from hallwright.desktop.dialogs.worker import Worker

Idle = Callable[[Worker], None]


def test_a_file_is_checked_as_what_it_says_or_as_chosen(tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    path = tmp_path / "a.pdf"
    broken(path, content("1 0 0 rg 60 60 20 20 re f"), "pdfx1a")
    dialog = PreflightDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choose(path)
    idle(dialog._worker)
    assert dialog.facts.text() == "PDF/X-1a:2003, 1 page, 100 x 80 mm"
    ((where, what),) = dialog.report.rows
    assert where.startswith("page 1 at")
    assert "DeviceRGB" in what
    dialog.profile.setCurrentIndex(dialog.profile.findData("office"))
    idle(dialog._worker)
    assert dialog.report.rows == []
    assert "No findings" in dialog.report._title.text()


def test_what_is_no_pdf_is_said(tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    dialog = PreflightDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    (tmp_path / "a.pdf").write_bytes(b"no")
    dialog.choose(tmp_path / "a.pdf")
    idle(dialog._worker)
    assert "no PDF" in dialog.message.text
    dialog.choose(sound(tmp_path / "b.pdf"))
    idle(dialog._worker)
    assert dialog.message.text == ""
    assert dialog.facts.text().startswith("PDF/X-4")
