import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.shows import as_change, unsigned_show

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.package import PackageDialog
from hallwright.desktop.dialogs.worker import Worker
from hallwright.editing.session import Session
from hallwright.printing import jobs, profiles
from hallwright.store.project import create
from hallwright.support.paths import resources

Idle = Callable[[Worker], None]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(Session(create(tmp_path / "small.expo", as_change(unsigned_show()))))
    yield desk
    desk.close()


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> PackageDialog:
    dialog = PackageDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_package_is_made_with_what_is_asked_for(dialog: PackageDialog, tmp_path: Path, idle: Idle) -> None:
    dialog.name.setText("a/b: shop")
    dialog.orders["plan"].quantity.setText("9")
    dialog.orders["badges"].stock.setText("Film")
    dialog.orders["badges"].sides.setCurrentIndex(1)
    dialog.make_in(tmp_path, lambda _: False)
    idle(dialog.worker)
    folder = tmp_path / "a b shop"
    ticket = json.loads((folder / "job-ticket.json").read_text("utf-8"))
    asked = {line["kind"]: (line["quantity"], line["stock"], line["sides"]) for line in ticket["files"]}
    assert asked["plan"] == (9, "135 g/m² coated, matt", "simplex")
    assert asked["badges"] == (1, "Film", "duplex")
    assert ticket["profile"] == "pdfx4"
    assert ticket["files"][0]["stock_native"] == "135 克哑粉纸"
    assert str(folder) in dialog.message.text
    assert dialog.show_folder.isVisible()
    assert "found nothing" in dialog.report._title.text()


def test_an_older_package_is_replaced_only_if_that_is_wished(dialog: PackageDialog, tmp_path: Path, idle: Idle) -> None:
    dialog.name.setText("shop")
    dialog.make_in(tmp_path, lambda _: False)
    idle(dialog.worker)
    before = (tmp_path / "shop" / "job-ticket.json").read_bytes()
    dialog.orders["plan"].quantity.setText("9")
    dialog.make_in(tmp_path, lambda _: False)
    assert not dialog.worker.busy
    dialog.make_in(tmp_path, lambda _: True)
    idle(dialog.worker)
    assert (tmp_path / "shop" / "job-ticket.json").read_bytes() != before
    (tmp_path / "mine").mkdir()
    dialog.name.setText("mine")
    dialog.make_in(tmp_path, lambda _: True)
    assert "no print package" in dialog.message.text
    assert list((tmp_path / "mine").iterdir()) == []


def test_a_stopped_package_leaves_nothing(dialog: PackageDialog, tmp_path: Path, idle: Idle) -> None:
    dialog.make_in(tmp_path, lambda _: False)
    dialog.stop.click()
    idle(dialog.worker)
    assert "Stopped" in dialog.message.text
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_findings_are_listed_and_may_be_overruled(
    desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data" / "print-profiles").mkdir(parents=True)
    shipped = (resources() / "print-profiles" / "pdfx4.json").read_text(encoding="utf-8")
    strict = shipped.replace('"text_pt": {"value": 4', '"text_pt": {"value": 9')
    (tmp_path / "data" / "print-profiles" / "shop.json").write_text(strict, encoding="utf-8")
    monkeypatch.setattr(profiles, "user_data", lambda: tmp_path / "data")
    dialog = PackageDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.press.profile.setCurrentIndex(dialog.press.profile.findData("shop"))
    dialog.name.setText("made")
    dialog.make_in(tmp_path, lambda _: False)
    idle(dialog.worker)
    assert not (tmp_path / "made").exists()
    assert {row[0] for row in dialog.report.rows} >= {"badges.pdf"}
    assert dialog.press.despite.isVisible()
    dialog.press.despite.setChecked(True)
    dialog.make_in(tmp_path, lambda _: False)
    idle(dialog.worker)
    assert (tmp_path / "made" / "badges.pdf").exists()
    assert dialog.report.rows


def test_a_folder_needs_a_name(dialog: PackageDialog) -> None:
    assert dialog.ok.isEnabled()
    dialog.name.setText("  ")
    assert not dialog.ok.isEnabled()
    assert "Name the folder" in dialog.hint.text()


def test_a_quantity_that_is_none_is_told(dialog: PackageDialog, tmp_path: Path) -> None:
    dialog.orders["plan"].quantity.setText("many")
    dialog.make_in(tmp_path, lambda _: False)
    assert not dialog.worker.busy
    assert "many" in dialog.message.text


def test_a_print_job_of_one_s_own_fills_the_fields(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, idle: Idle
) -> None:
    folder = tmp_path / "data" / "print-jobs"
    folder.mkdir(parents=True)
    held = json.loads((resources() / "print-jobs" / "standard.json").read_text("utf-8"))
    held["plan"]["quantity"]["value"] = 40
    held["plan"]["stock"] = {"value": "Tyvek"}
    (folder / "poster-run.json").write_text(json.dumps(held), encoding="utf-8")
    (folder / "torn.json").write_text("{", encoding="utf-8")
    monkeypatch.setattr(jobs, "user_data", lambda: tmp_path / "data")
    dialog = PackageDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.job.itemText(row) for row in range(dialog.job.count())] == ["Standard", "poster-run", "torn"]
    plan = dialog.orders["plan"]
    assert plan.quantity.text() == "2"
    dialog.job.setCurrentIndex(1)
    assert (plan.quantity.text(), plan.stock.text()) == ("40", "Tyvek")
    dialog.job.setCurrentIndex(2)
    assert "torn" in dialog.message.text
    assert (plan.quantity.text(), plan.stock.text()) == ("1", "")
    dialog.job.setCurrentIndex(1)
    assert dialog.message.text == ""
    dialog.make_in(tmp_path, lambda _: False)
    idle(dialog.worker)
    (made,) = tmp_path.glob("*/job-ticket.json")
    assert json.loads(made.read_text("utf-8"))["files"][0]["stock"] == "Tyvek"
