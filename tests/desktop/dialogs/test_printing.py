from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.planparts import ATLAS, FREE
from hallwright.desktop.dialogs.printframe import PrintDialog
from hallwright.desktop.dialogs.printing import BadgesDialog, PlanDialog
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.drawing import badge
from hallwright.drawing.floor import hall_bounds
from hallwright.drawing.options import Part
from hallwright.drawing.primitives import NotShown
from hallwright.drawing.supplements import Supplement
from hallwright.editing import booths, sample, templates
from hallwright.editing.session import Session
from hallwright.expo.design import Fold
from hallwright.expo.people import Person, Role
from hallwright.expo.starters import begun
from hallwright.geometry.outline import Box
from hallwright.printing import profiles
from hallwright.printing.printed import Finish, Printed
from hallwright.store.project import create
from hallwright.support.paths import resources

Idle = Callable[[Worker], None]
MM = 25.4 / 72


@pytest.fixture
def expo(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(Session(create(tmp_path / "expo.expo", sample.build())))
    yield desk
    desk.close()


def shown(dialog: PrintDialog, qtbot: QtBot, idle: Idle) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    settled(dialog, qtbot, idle)


def settled(dialog: PrintDialog, qtbot: QtBot, idle: Idle) -> None:
    qtbot.waitUntil(lambda: not dialog._soon.isActive())
    idle(dialog._composer)
    idle(dialog._finder)


def saved(dialog: PrintDialog, path: Path, idle: Idle) -> list[tuple[float, float]]:
    """Save the PDF and return the sizes of its pages in mm."""
    dialog.save(path)
    idle(dialog._printer)
    with pikepdf.open(path) as pdf:
        boxes = [[float(value) for value in page.mediabox] for page in pdf.pages]
    return [(round((box[2] - box[0]) * MM, 1), round((box[3] - box[1]) * MM, 1)) for box in boxes]


def test_the_plan_s_preview_shows_the_pages_of_its_pdf(expo: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    dialog.sheet.setCurrentText("A3")
    settled(dialog, qtbot, idle)
    previewed = []
    for number in range(1, dialog.pages.count + 1):
        dialog.pages.go_to(number)
        page = dialog.pages.preview.page
        assert page is not None
        previewed.append((round(page.width, 1), round(page.height, 1)))
    assert len(previewed) > 1
    assert saved(dialog, tmp_path / "plan.pdf", idle) == previewed
    assert "plan.pdf" in dialog.message.text
    assert dialog.view_pdf.isVisible()


def test_a_plan_that_does_not_fit_says_so_and_cannot_be_saved(expo: Desk, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    dialog.sheet.setCurrentText("A4")
    dialog.scale.setCurrentText("1:50")
    settled(dialog, qtbot, idle)
    assert dialog.pages.count == 0
    assert "does not fit" in dialog.pages.preview.accessibleDescription()
    assert not dialog.ok.isEnabled()
    dialog.scale.setCurrentIndex(0)
    settled(dialog, qtbot, idle)
    assert dialog.pages.count >= 1
    assert dialog.ok.isEnabled()


def test_a_large_plan_is_cut_into_the_tiles_that_are_chosen(
    expo: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle
) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    dialog.sheet.setCurrentText("A1")
    dialog.tile.setCurrentIndex(dialog.tile.findData("A3"))
    settled(dialog, qtbot, idle)
    sizes = saved(dialog, tmp_path / "tiles.pdf", idle)
    assert len(sizes) == dialog.pages.count > 4
    assert {tuple(sorted(size)) for size in sizes} == {(297.0, 420.0)}


def test_an_atlas_is_chosen_in_place_of_a_zone(expo: Desk, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    dialog.index.setChecked(False)
    dialog.zone.setCurrentIndex(dialog.zone.findData(ATLAS))
    settled(dialog, qtbot, idle)
    assert dialog.options().atlas
    assert dialog.options().zone is None
    assert dialog.pages.count == len(expo.show.zones)


def test_a_free_part_is_what_the_window_shows_or_what_is_typed(expo: Desk, qtbot: QtBot, idle: Idle) -> None:
    seen = Box(5_000, 4_000, 35_000, 24_500)
    dialog = PlanDialog(expo, None, seen)
    shown(dialog, qtbot, idle)
    box = dialog.parts.box
    assert not box.isVisible()
    dialog.zone.setCurrentIndex(dialog.zone.findData(FREE))
    assert box.isVisible()
    assert dialog.options().box == seen
    box.lines[2].setText("12.5")
    settled(dialog, qtbot, idle)
    assert dialog.options().box == Box(5_000, 4_000, 17_500, 24_500)
    assert dialog.ok.isEnabled()
    for typed, said in (("wide", "Width 'wide': not a length"), ("0.5", "The part of the hall is too small")):
        box.lines[2].setText(typed)
        settled(dialog, qtbot, idle)
        assert said in dialog.pages.preview.accessibleDescription()
        assert not dialog.ok.isEnabled()
    box.as_seen.click()
    settled(dialog, qtbot, idle)
    assert dialog.options().box == seen
    assert dialog.ok.isEnabled()


def test_without_a_hall_in_the_window_its_part_is_typed(expo: Desk, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    dialog.zone.setCurrentIndex(dialog.zone.findData(FREE))
    assert not dialog.parts.box.as_seen.isEnabled()
    assert dialog.options().box == hall_bounds(expo.show, expo.hall)


def test_views_are_added_changed_and_removed(expo: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    parts = dialog.parts
    zones = [zone.id for zone in expo.show.zones.where("hall", expo.hall)]
    assert not parts.views.isVisible()
    assert not parts.title.isVisible()
    dialog.scale.setCurrentIndex(dialog.scale.findData(500))
    parts.add.click()
    parts.add.click()
    assert parts.views.isVisible()
    assert dialog.options().parts == (Part(expo.hall, scale=500), Part(expo.hall, zones[0]), Part(expo.hall, zones[1]))
    parts.title.setText("  The  fair ")
    dialog.scale.setCurrentIndex(dialog.scale.findData(200))
    # The fields are those of the view that is chosen in the list.
    parts.views.setCurrentRow(0)
    assert (dialog.scale.currentData(), parts.title.text(), dialog.zone.currentData()) == (500, "", None)
    parts.views.setCurrentRow(2)
    assert (dialog.scale.currentData(), parts.title.text(), dialog.zone.currentData()) == (200, "The fair", zones[1])
    assert dialog.options().parts[2] == Part(expo.hall, zones[1], None, 200, "The fair")
    settled(dialog, qtbot, idle)
    sheet = dialog.pages.preview.page
    assert sheet is not None
    assert saved(dialog, tmp_path / "views.pdf", idle)[0] == (sheet.width, sheet.height)
    parts.views.setCurrentRow(1)
    parts.remove.click()
    parts.remove.click()
    assert not parts.views.isVisible()
    assert dialog.options().parts == ()
    assert (dialog.options().zone, dialog.options().scale) == (zones[1], 200)


def test_a_part_that_is_not_sound_is_told_of_whatever_view_is_chosen(expo: Desk, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    parts = dialog.parts
    parts.add.click()
    dialog.zone.setCurrentIndex(dialog.zone.findData(FREE))
    parts.box.lines[0].setText("x")
    parts.views.setCurrentRow(0)
    settled(dialog, qtbot, idle)
    assert not dialog.ok.isEnabled()
    # Shown again it is as it was before.
    parts.views.setCurrentRow(1)
    settled(dialog, qtbot, idle)
    assert dialog.ok.isEnabled()


def test_an_atlas_takes_no_further_view_and_a_sheet_takes_eight(expo: Desk, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    dialog.zone.setCurrentIndex(dialog.zone.findData(ATLAS))
    assert not dialog.parts.add.isEnabled()
    dialog.zone.setCurrentIndex(0)
    for _ in range(7):
        assert dialog.parts.add.isEnabled()
        dialog.parts.add.click()
    assert not dialog.parts.add.isEnabled()
    assert "8 views" in dialog.parts.add.toolTip()


def test_lists_are_added_by_their_boxes(expo: Desk, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    before = dialog.pages.count
    dialog.supplements[Supplement.SERVICES].setChecked(True)
    settled(dialog, qtbot, idle)
    assert dialog.options().supplements == {Supplement.SERVICES}
    assert dialog.pages.count > before


def test_badges_are_made_only_when_they_are_shown(
    expo: Desk, qtbot: QtBot, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = BadgesDialog(expo)
    monkeypatch.setattr(dialog, "_show_lost", lambda lost: None)
    shown(dialog, qtbot, idle)
    assert dialog.pages.count == len(expo.show.people)
    made: list[str] = []
    faces_of = badge.BadgeMaker.faces

    def counted(self: badge.BadgeMaker, person: Person) -> badge.Faces:
        made.append(person.id)
        return faces_of(self, person)

    monkeypatch.setattr(badge.BadgeMaker, "faces", counted)
    dialog.pages.go_to(700)
    dialog.pages.go_to(3)
    assert len(made) == 2


def test_badges_are_made_by_the_template_that_is_chosen(expo: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    design = begun(82_000, 203_000, Fold.FOOT)
    wide = begun(85_600, 53_980)
    expo.do(lambda: templates.add_template(expo.show, "Butterfly", design))
    expo.do(lambda: templates.add_template(expo.show, "Card", replace(wide, page=replace(wide.page, back=True))))
    dialog = BadgesDialog(expo)
    for row, role in enumerate(Role):
        wanted = Qt.CheckState.Checked if role is Role.SPEAKER else Qt.CheckState.Unchecked
        dialog.roles.item(row).setCheckState(wanted)
    shown(dialog, qtbot, idle)
    speakers = len(expo.show.people.where("role", Role.SPEAKER))
    assert dialog.pages.count == speakers
    dialog.template.setCurrentText("Butterfly")
    settled(dialog, qtbot, idle)
    assert saved(dialog, tmp_path / "badges.pdf", idle) == [(82.0, 203.0)] * speakers
    dialog.template.setCurrentText("Card")
    settled(dialog, qtbot, idle)
    assert dialog.pages.count == 2 * speakers
    assert len(saved(dialog, tmp_path / "cards.pdf", idle)) == 2 * speakers


def test_badges_of_one_role_are_previewed_and_printed_alike(
    expo: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle
) -> None:
    dialog = BadgesDialog(expo)
    shown(dialog, qtbot, idle)
    for row, role in enumerate(Role):
        wanted = Qt.CheckState.Checked if role is Role.SPEAKER else Qt.CheckState.Unchecked
        dialog.roles.item(row).setCheckState(wanted)
    settled(dialog, qtbot, idle)
    speakers = len(expo.show.people.where("role", Role.SPEAKER))
    assert dialog.pages.count == speakers
    assert saved(dialog, tmp_path / "badges.pdf", idle) == [(86.0, 124.0)] * speakers
    for row in range(len(Role)):
        dialog.roles.item(row).setCheckState(Qt.CheckState.Unchecked)
    settled(dialog, qtbot, idle)
    assert dialog.pages.count == 0
    assert not dialog.ok.isEnabled()


def test_badges_of_the_selected_booths_exhibitors(expo: Desk, qtbot: QtBot, idle: Idle) -> None:
    booth = next(one for one in expo.show.booths.values() if one.exhibitor and one.hall == expo.hall)
    expo.select([booth.id])
    dialog = BadgesDialog(expo)
    shown(dialog, qtbot, idle)
    dialog.company.setCurrentIndex(1)
    settled(dialog, qtbot, idle)
    assert dialog.pages.count == len(expo.show.people.where("exhibitor", booth.exhibitor))


def test_a_stopped_print_run_leaves_no_file_and_an_older_one_as_it_was(
    expo: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle
) -> None:
    dialog = BadgesDialog(expo)
    shown(dialog, qtbot, idle)
    before = sorted(tmp_path.iterdir())
    older = tmp_path / "older.pdf"
    older.write_bytes(b"older")
    writing = dialog.writing()

    def stopped(path: Path, token: Token) -> Printed:
        token.cancel()
        return writing(path, token)

    for path in (tmp_path / "badges.pdf", older):
        dialog.writing = lambda: stopped  # type: ignore[method-assign]
        dialog.save(path)
        idle(dialog._printer)
        assert dialog.message.text == "Stopped. No file was written."
    assert sorted(tmp_path.iterdir()) == sorted([*before, older])
    assert older.read_bytes() == b"older"


def test_the_preview_follows_the_plan(expo: Desk, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    before = dialog.pages.preview.page
    expo.do(lambda: booths.delete(expo.show, [next(iter(expo.show.booths))]))
    settled(dialog, qtbot, idle)
    assert dialog.pages.preview.page is not before


def test_what_is_not_shown_is_listed(expo: Desk, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    dialog._show_lost([NotShown("b", "Long name", "does not fit")])
    assert list(dialog.report.rows) == [("Long name", "does not fit")]


def test_options_set_before_the_dialog_is_shown_count(expo: Desk, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    dialog.sheet.setCurrentText("A0")
    shown(dialog, qtbot, idle)
    page = dialog.pages.preview.page
    assert page is not None
    assert page.width == 1189


def test_a_print_shop_s_file_is_a_pdf_x_with_bleed(expo: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    dialog = BadgesDialog(expo)
    dialog.press.profile.setCurrentIndex(dialog.press.profile.findData("pdfx4"))
    for row in range(1, dialog.roles.count()):
        dialog.roles.item(row).setCheckState(Qt.CheckState.Unchecked)
    shown(dialog, qtbot, idle)
    path = tmp_path / "badges.pdf"
    last = expo.session.last_change
    assert last is not None
    changed = last.at
    assert set(saved(dialog, path, idle)) == {(102.0, 140.0)}
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA39"
        assert str(pdf.docinfo["/ModDate"]).startswith(f"D:{changed:%Y%m%d%H%M%S}")
    assert not dialog.press.despite.isVisible()


def test_findings_are_listed_and_stop_the_file_until_they_are_overruled(
    expo: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data" / "print-profiles"
    folder.mkdir(parents=True)
    shipped = (resources() / "print-profiles" / "pdfx4.json").read_text(encoding="utf-8")
    coarse = shipped.replace('"text_pt": {"value": 4', '"text_pt": {"value": 9')
    (folder / "shop.json").write_text(coarse, encoding="utf-8")
    monkeypatch.setattr(profiles, "user_data", lambda: tmp_path / "data")
    dialog = PlanDialog(expo)
    dialog.press.profile.setCurrentIndex(dialog.press.profile.findData("shop"))
    shown(dialog, qtbot, idle)
    path = tmp_path / "plan.pdf"
    dialog.save(path)
    idle(dialog._printer)
    assert "no file was saved" in dialog.message.text
    assert not path.exists()
    assert dialog.report.rows
    assert "page 1" in dialog.report.rows[0][0]
    assert "smaller than 9 pt" in dialog.report.rows[0][1]
    assert dialog.press.despite.isVisible()
    dialog.press.despite.setChecked(True)
    dialog.save(path)
    idle(dialog._printer)
    assert path.exists()
    assert "smaller than 9 pt" in dialog.report.rows[0][1]
    # Another profile begins anew.
    dialog.press.profile.setCurrentIndex(dialog.press.profile.findData("pdfx4"))
    assert not dialog.press.despite.isChecked()
    assert not dialog.press.despite.isVisible()


def test_the_print_shop_s_own_icc_profile_is_taken_or_refused(
    expo: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle
) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    press = dialog.press
    assert not press.icc.isEnabled()
    assert press.finish(None) == Finish()
    press.profile.setCurrentIndex(press.profile.findData("pdfx1a"))
    assert press.icc.currentText() == "Coated FOGRA39 (ISO 12647-2:2004)"
    own = tmp_path / "own.icc"
    own.write_bytes((resources() / "print-profiles" / "ISOcoated_v2_300_bas.icc").read_bytes())
    press.take(own)
    assert press.icc.currentText() == "ISO Coated v2 300% (basICColor)"
    assert press.finish(None) == Finish("pdfx1a", own)
    own.write_bytes(b"none")
    press.take(own)
    assert "no ICC profile" in dialog.message.text
    assert press.finish(None) == Finish("pdfx1a")


def test_an_office_printer_gets_the_pages_of_the_preview(expo: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    dialog.sheet.setCurrentText("A3")
    settled(dialog, qtbot, idle)
    assert dialog.paper.isEnabled()
    path = tmp_path / "office.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    dialog.print_on(printer)
    assert not dialog.ok.isEnabled()
    idle(dialog._office)
    with pikepdf.open(path) as pdf:
        sizes = [tuple(round(float(v) * MM) for v in page.mediabox[2:]) for page in pdf.pages]
    assert sizes == [(420, 297)] * dialog.pages.count
    assert f"{dialog.pages.count} pages" in dialog.message.text
    printer.setOutputFileName(str(tmp_path / "one.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    dialog.print_on(printer)
    idle(dialog._office)
    with pikepdf.open(tmp_path / "one.pdf") as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_pages_are_saved_as_pictures(expo: Desk, tmp_path: Path, qtbot: QtBot, idle: Idle, ending: str) -> None:
    dialog = PlanDialog(expo)
    shown(dialog, qtbot, idle)
    dialog.sheet.setCurrentText("A4")
    settled(dialog, qtbot, idle)
    folder = tmp_path / "out"
    folder.mkdir()
    dialog.save(folder / f"plan.{ending}")
    idle(dialog._printer)
    names = [f"plan-{number}.{ending}" for number in range(1, dialog.pages.count + 1)]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert f"plan-1.{ending}" in dialog.message.text
    dialog.save(folder / f"plan.{ending}")
    idle(dialog._printer)
    assert "exists already" in dialog.message.text
    if ending == "png":
        image = QImage(str(folder / "plan-1.png"))
        assert abs(image.width() - 297 / 25.4 * 150) <= 1
        assert abs(image.dotsPerMeterX() - 150 / 0.0254) <= 1
