import json
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.importing import ImportDialog
from hallwright.desktop.dialogs.worker import Worker
from hallwright.editing import exhibitors
from hallwright.exchange.fields import IGNORED
from hallwright.exchange.importing import What
from hallwright.geometry.outline import bounds

Idle = Callable[[Worker], None]


def opened(desk: Desk, what: What, path: Path | None, qtbot: QtBot, idle: Idle) -> ImportDialog:
    dialog = ImportDialog(desk, what, path)
    qtbot.addWidget(dialog)
    dialog.show()
    idle(dialog._worker)
    return dialog


def choose(dialog: ImportDialog, heading: str, field: str, idle: Idle) -> None:
    """Choose a field in the combo box over a column, as a person does."""
    choice = dialog.table.choices[list(dialog.table.mapping()).index(heading)]
    choice.setCurrentIndex(choice.findData(field))
    idle(dialog._worker)


def test_a_gbk_list_is_imported_with_one_column_mapped_by_hand(
    desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle
) -> None:
    path = tmp_path / "exhibitors.csv"
    path.write_bytes("公司名称,英文名称,展台要求\n新公司,New Co,靠近入口\n网易,NetEase,水电\n".encode("gbk"))
    dialog = opened(desk, What.EXHIBITORS, path, qtbot, idle)
    assert dialog.encoding.currentText() == "Automatic (GB18030)"
    assert dialog.table.mapping() == {"公司名称": "name_native", "英文名称": "name", "展台要求": IGNORED}
    assert dialog.summary.text() == "1 added, 0 updated, 1 unchanged, 0 drafts, 0 rejected"

    choose(dialog, "展台要求", "note", idle)
    assert dialog.summary.text() == "1 added, 1 updated, 0 unchanged, 0 drafts, 0 rejected"
    assert dialog.ok.text() == "Import 2 exhibitors"

    before = len(desk.session.log())
    dialog.ok.click()
    notes = {row.name: row.note for row in desk.show.exhibitors.values()}
    assert notes["New Co"] == "靠近入口"
    assert notes["NetEase"] == "水电"
    assert len(desk.session.log()) == before + 1
    assert dialog.isHidden()


def test_choosing_a_field_takes_it_from_the_column_that_had_it(
    desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("First name,Last name,Remark\nAda,Lovelace,Byron\n", encoding="utf-8")
    dialog = opened(desk, What.PEOPLE, path, qtbot, idle)
    choose(dialog, "Remark", "family", idle)
    assert dialog.table.mapping() == {"First name": "given", "Last name": IGNORED, "Remark": "family"}
    dialog.ok.click()
    assert "Ada Byron" in {person.latin for person in desk.show.people.values()}


def test_rejected_rows_and_drafts_are_listed_and_the_rest_is_taken(
    desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle
) -> None:
    path = tmp_path / "booths.csv"
    path.write_text(
        'Booth No,Outline WKT (m)\nN1,"POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))"\nN2,somewhere\n'
        'N3,"POLYGON ((0 0, 3 3, 3 0, 0 3, 0 0))"\n',
        encoding="utf-8",
    )
    dialog = opened(desk, What.BOOTHS, path, qtbot, idle)
    dialog.hall.setCurrentText("Annex")
    qtbot.waitUntil(lambda: not dialog._soon.isActive())
    idle(dialog._worker)
    assert dialog.summary.text() == "2 added, 0 updated, 0 unchanged, 1 draft, 1 rejected"
    assert [row[0] for row in dialog.report.rows] == ["3", "4"]
    assert dialog.report.rows[0][2] == "somewhere"
    assert dialog.report.rows[1][3].startswith("kept as a draft: ")
    saved = tmp_path / "rejected.csv"
    dialog.report.save(saved)
    assert saved.read_text(encoding="utf-8-sig").splitlines()[0] == "Row,Column,Value,Reason"
    assert len(saved.read_text(encoding="utf-8-sig").splitlines()) == 3

    dialog.ok.click()
    annex = next(hall.id for hall in desk.show.halls.values() if hall.name == "Annex")
    assert [booth.number for booth in desk.show.booths.where("hall", annex)] == ["N1", "N3"]


def test_columns_without_a_known_heading_can_be_mapped(desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Vorn.,Zun.,Ort\nAda,Lovelace,London\n", encoding="utf-8")
    dialog = opened(desk, What.PEOPLE, path, qtbot, idle)
    assert "No column has a heading that is known" in dialog.message.text
    assert not dialog.ok.isEnabled()
    assert dialog.ok.toolTip() == "Choose what the columns mean."
    choose(dialog, "Zun.", "family", idle)
    assert dialog.message.text == ""
    assert dialog.ok.text() == "Import 1 person"


def test_a_wrong_file_is_one_line_in_the_dialog(desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"%PDF-1.7 ...")
    dialog = opened(desk, What.PEOPLE, path, qtbot, idle)
    assert dialog.message.text.startswith("list.csv: This is a PDF.")
    assert not dialog.ok.isEnabled()
    dialog.choose(tmp_path / "missing.csv")
    idle(dialog._worker)
    assert "There is no such file" in dialog.message.text


def test_the_counts_follow_what_changes_meanwhile(desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    path = tmp_path / "exhibitors.csv"
    path.write_text("Company\nNew Co\n", encoding="utf-8")
    dialog = opened(desk, What.EXHIBITORS, path, qtbot, idle)
    assert dialog.summary.text().startswith("1 added")
    desk.do(lambda: exhibitors.add("New Co"))
    idle(dialog._worker)
    assert dialog.summary.text().startswith("0 added, 0 updated, 1 unchanged")
    assert dialog.hint.text() == "The file holds nothing new."


def test_stopping_leaves_nothing_to_import(desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    path = tmp_path / "exhibitors.csv"
    path.write_text("Company\nNew Co\n", encoding="utf-8")
    dialog = ImportDialog(desk, What.EXHIBITORS, path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.stop.click()
    assert dialog.analysis is None
    assert not dialog.ok.isEnabled()
    dialog.analyse()
    idle(dialog._worker)
    assert dialog.ok.isEnabled()


def test_a_map_says_how_its_coordinates_are_read_and_takes_a_correction(
    desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle
) -> None:
    path = tmp_path / "plan.geojson"
    ring = [[0, 10], [3, 10], [3, 14], [0, 14], [0, 10]]
    features = [
        {"type": "Feature", "properties": {"number": "N1"}, "geometry": {"type": "Polygon", "coordinates": [ring]}},
        {"type": "Feature", "properties": {"number": "N2"}, "geometry": {"type": "Point", "coordinates": [1, 1]}},
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    dialog = opened(desk, What.BOOTHS, path, qtbot, idle)
    assert dialog.lie.isVisible()
    assert dialog.lie.currentText() == "automatic (lengths)"
    assert "y grows upwards" in dialog.message.text
    assert [row[0] for row in dialog.report.rows] == ["2"]
    assert "a POINT" in dialog.report.rows[0][3]
    dialog.lie.setCurrentIndex(3)
    idle(dialog._worker)
    assert "y grows downwards" in dialog.message.text
    dialog.hall.setCurrentText("Annex")
    qtbot.waitUntil(lambda: not dialog._soon.isActive())
    idle(dialog._worker)
    dialog.ok.click()
    made = next(booth for booth in desk.show.booths.values() if booth.number == "N1")
    assert bounds(made.outline) == (0, 10_000, 3000, 14_000)


def test_a_list_has_no_coordinates_to_choose(desk: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    path = tmp_path / "booths.csv"
    path.write_text("Booth No,x,y,width,depth\nN1,0,0,3,3\n", encoding="utf-8")
    dialog = opened(desk, What.BOOTHS, path, qtbot, idle)
    assert dialog.lie.isHidden() or not dialog.lie.isVisible()
    assert dialog.unit.isVisible()
