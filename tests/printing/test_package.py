import hashlib
import json
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from tests.drawing.shows import small, with_rows
from tests.shows import small_show

from hallwright.drawing.primitives import Text
from hallwright.drawing.ticket import Line, Ticket, ticket_pages
from hallwright.drawing.wording import Lang
from hallwright.editing import sample
from hallwright.expo.badges import Template
from hallwright.expo.designfile import Part, written
from hallwright.expo.people import Person
from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.expo.starters import begun
from hallwright.geometry.outline import rectangle
from hallwright.printing import jobs, profiles
from hallwright.printing.output import NotForPress
from hallwright.printing.package import Package, print_package
from hallwright.printing.printed import Finish
from hallwright.support.errors import Refused
from hallwright.support.paths import resources

DATED = datetime(2024, 8, 1, 9, 30, tzinfo=UTC)
PRESS = Finish("pdfx4", dated=DATED)


def made(show: Show, folder: Path, finish: Finish = PRESS, *, lang: Lang = Lang.BOTH, force: bool = False) -> Package:
    return print_package(show, folder, finish=finish, job=jobs.load(), lang=lang, version="3", force=force)


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def without_people(show: Show) -> Show:
    return Show.of([row for row in show.rows() if not isinstance(row, Person)])


def coarse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a profile that finds something in each badge."""
    folder = tmp_path / "data" / "print-profiles"
    folder.mkdir(parents=True)
    shipped = (resources() / "print-profiles" / "pdfx4.json").read_text(encoding="utf-8")
    shop = shipped.replace('"text_pt": {"value": 4', '"text_pt": {"value": 9')
    (folder / "shop.json").write_text(shop, encoding="utf-8")
    monkeypatch.setattr(profiles, "user_data", lambda: tmp_path / "data")
    return "shop"


@pytest.mark.parametrize("profile", ["pdfx4", "pdfx1a", "office"])
def test_a_package_holds_all_that_its_sums_and_its_ticket_say(tmp_path: Path, profile: str) -> None:
    show = small_show()
    done = made(show, tmp_path / "shop", Finish(profile, dated=DATED))
    folder = tmp_path / "shop"
    assert {path.name for path in folder.iterdir()} == set(done.names)
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    sums = {line[66:]: line[:64] for line in lines}
    assert set(sums) | {"SHA256SUMS"} == set(done.names)
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    ticket = json.loads((folder / "job-ticket.json").read_text("utf-8"))
    assert [line["kind"] for line in ticket["files"]] == ["plan"] * len(show.halls) + ["badges"]
    for line in ticket["files"]:
        with pypdfium2.PdfDocument(folder / line["file"]) as pdf:
            assert len(pdf) == line["pages"]
            left, bottom, right, top = pdf[0].get_trimbox()
        sizes = [[round((right - left) / 72 * 25.4), round((top - bottom) / 72 * 25.4)]]
        assert line["trim_mm"] == sizes
        assert line["sheets"] == line["pages"] * line["quantity"]
        assert line["print_condition"]["profile"] == profile
        assert line["colours"] == ("RGB" if profile == "office" else "4/0 CMYK")
    report = json.loads((folder / "preflight.json").read_text("utf-8"))
    assert report["conforms"] is True
    assert [entry["file"] for entry in report["files"]] == [line["file"] for line in ticket["files"]]
    readable = (folder / "preflight.txt").read_text("utf-8")
    assert all(line["file"] in readable for line in ticket["files"])


def test_the_ticket_s_page_says_of_each_file_what_is_to_be_made(tmp_path: Path) -> None:
    job = dict(jobs.load())
    job["plan"] = job["plan"].answered("quantity", "7").answered("stock", "R&D <Lab> film").answered("sides", "duplex")
    print_package(small_show(), tmp_path / "shop", finish=PRESS, job=job, version="Final")
    shown = " ".join(text_of(tmp_path / "shop" / "job-ticket.pdf").split())
    ticket = json.loads((tmp_path / "shop" / "job-ticket.json").read_text("utf-8"))
    joined = "".join(shown.split())
    for line in ticket["files"]:
        assert line["file"] in joined
        assert f"{line['trim_mm'][0][0]:g} × {line['trim_mm'][0][1]:g}" in shown
    assert "R&D<Lab>film" in joined
    for said in ("Final", "4/4 CMYK", "4/0 CMYK", "FOGRA39", "PDF/X-4", "Both sides", "双面", "印刷工单"):
        assert said in shown
    first = ticket["files"][0]
    assert first["sheets"] == 7 * -(-first["pages"] // 2)


def test_the_same_project_and_options_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        made(small_show(), tmp_path / name)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_halls_of_one_name_have_files_of_their_own_and_people_are_not_needed(tmp_path: Path) -> None:
    two = Hall(id="two", name="A/B: ..\\", outline=rectangle(0, 0, 20_000, 10_000))
    three = Hall(id="three", name="二号馆", outline=rectangle(0, 0, 20_000, 10_000))
    show = with_rows(small(), two, replace(two, id="four"), three)
    done = made(without_people(show), tmp_path / "shop")
    assert [file.name for file in done.files][1:] == ["plan-02-a-b.pdf", "plan-03-a-b.pdf", "plan-04-二号馆.pdf"]
    assert "badges.pdf" not in done.names


def test_badges_of_each_size_have_a_file_of_their_own(tmp_path: Path) -> None:
    card = begun(85_600, 53_980)
    row = Template(id="card", name="Card", roles=("press",), design=written(Part(card.page, card.elements)))
    show = with_rows(small(), row)
    done = made(show, tmp_path / "shop")
    badges = {file.name: file for file in done.files if file.name.startswith("badges")}
    assert list(badges) == ["badges-86x124.pdf", "badges-85.6x53.98.pdf"]
    assert [file.pages for file in badges.values()] == [8, 1]
    assert not any(file.report.findings for file in badges.values())
    assert "85.6 × 53.98 mm" in " ".join(badges["badges-85.6x53.98.pdf"].title)


def test_findings_stop_a_package_unless_it_is_told_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finish = Finish(coarse(tmp_path, monkeypatch), dated=DATED)
    with pytest.raises(NotForPress, match=r"badges\.pdf|plan-01") as stopped:
        made(small_show(), tmp_path / "shop", finish)
    assert len(stopped.value.files) == len(stopped.value.findings) > 1
    assert {path.name for path in tmp_path.iterdir()} == {"data"}
    done = made(small_show(), tmp_path / "shop", replace(finish, despite_findings=True))
    assert [finding for _, finding in done.findings] == list(stopped.value.findings)
    assert "small-text" in (tmp_path / "shop" / "preflight.txt").read_text("utf-8")
    assert f"({len(done.findings)})" in text_of(tmp_path / "shop" / "job-ticket.pdf")


def test_only_a_package_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    made(small_show(), folder)
    with pytest.raises(Refused, match="exists already"):
        made(small_show(), folder)
    made(small_show(), folder, Finish("office", dated=DATED), force=True)
    assert json.loads((folder / "job-ticket.json").read_text("utf-8"))["profile"] == "office"
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(Refused, match="other files"):
        made(small_show(), folder, force=True)
    assert (folder / "mine.txt").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["shop"]


def test_what_is_stopped_or_refused_leaves_nothing(tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    told: list[int] = []

    def progress(done: int, total: int) -> None:
        told.append(done)
        assert done <= total
        if len(told) == 2:
            raise Stop

    with pytest.raises(Stop):
        print_package(small_show(), tmp_path / "shop", finish=PRESS, job=jobs.load(), progress=progress)
    with pytest.raises(Refused, match="no hall"):
        made(Show(), tmp_path / "shop")
    assert list(tmp_path.iterdir()) == []


def test_many_halls_go_on_on_further_pages(tmp_path: Path) -> None:
    line = Line("plan-01-" + "x" * 70 + ".pdf", "2", "420 × 297", "2", "4", "4/0 CMYK", "One side", "s", "f", "PDF/X-4")
    pages, lost = ticket_pages(Ticket("Fair", [("Version", "3")], [line] * 40, ["note"]), "en")
    assert len(pages) > 1
    assert not lost
    shown = [item for page in pages for item in page.items if isinstance(item, Text) and item.text == "4/0 CMYK"]
    assert len(shown) == 40
    assert len(ticket_pages(Ticket("Fair", [], [line] * 3, ["note"]), "en")[0]) == 1


CHECKS = {
    "qpdf": ("qpdf", "--check"),
    "gs": ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage"),
    "pdffonts": ("pdffonts",),
    "mutool": ("mutool", "draw", "-q", "-F", "trace", "-o", "/dev/null"),
}


@pytest.fixture(scope="module")
def sample_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "shop"
    made(Show.of(after for _, after in sample.build().edits if after is not None), folder)
    return folder


@pytest.mark.parametrize("tool", sorted(CHECKS))
def test_other_programs_find_no_fault_in_the_sample_s_files(sample_package: Path, tool: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    files = sorted(sample_package.glob("*.pdf"))
    assert len(files) >= 3
    for path in files:
        done = subprocess.run([*CHECKS[tool], str(path)], capture_output=True, text=True, check=False)
        said = done.stdout + done.stderr
        assert done.returncode == 0, f"{path.name}: {said[:2000]}"
        # Some builds of MuPDF lack a colour engine and say so of every file.
        faults = [line for line in done.stderr.splitlines() if line and "ICC support is not available" not in line]
        assert not faults, f"{path.name}: {faults[:9]}"
        if tool == "qpdf":
            assert "No syntax or stream encoding errors found" in said
        elif tool == "gs":
            assert said.strip() == "", f"{path.name}: {said[:2000]}"
        elif tool == "pdffonts":
            rows = [line.split() for line in done.stdout.splitlines()[2:]]
            assert rows
            # ... emb sub uni object ID
            assert all(row[-5:-3] == ["yes", "yes"] for row in rows), done.stdout


class Stop(Exception):
    """Ends a run."""


@pytest.mark.parametrize("steps", [1, 4, 12])
def test_a_run_ends_within_a_file_and_leaves_nothing(tmp_path: Path, steps: int) -> None:
    asked = 0

    def still() -> None:
        nonlocal asked
        asked += 1
        if asked == steps:
            raise Stop

    with pytest.raises(Stop):
        print_package(small_show(), tmp_path / "package", finish=Finish("pdfx4"), job=jobs.load(), still=still)
    assert asked == steps
    assert list(tmp_path.iterdir()) == []
