"""``print plan`` and ``print badges``."""

from pathlib import Path

import pytest
from tests.cli.conftest import Call

from hallwright.cli.main import main
from hallwright.printing import badges, profiles
from hallwright.support.paths import resources


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--hall", "二号馆", "--sheet", "a2", "--lang", "zh"),
        ("--view", "permit"),
        ("--sheet", "A1", "--tile", "a4"),
        ("--view-box", "0,0,20,15.5"),
        ("--part", "hall=Hall 1; scale=1:500", "--part", "zone=Innovation", "--part", "hall=二号馆;title=Upstairs"),
        ("--hall", "Hall 1", "--part", "box=0,0,20,15.5", "--part", ""),
    ],
)
def test_a_plan_is_printed(call: Call, small: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    target = tmp_path / "plan.pdf"
    said = call("print", "plan", small, target, *options, "--json")
    assert said.status == 0
    assert {"file", "pages", "bytes", "not_shown", "seconds"} <= set(said.json)
    assert said.json["bytes"] == target.stat().st_size
    assert target.read_bytes().startswith(b"%PDF-")
    assert "exists already" in call("print", "plan", small, target).err
    assert "Printed" in call("print", "plan", small, target, "--force").out


def test_badges_are_printed_for_roles_and_days(call: Call, small: Path, tmp_path: Path) -> None:
    target = tmp_path / "badges.pdf"
    assert call("print", "badges", small, target, "--json").json["pages"] == 2
    said = call("print", "badges", small, target, "--role", "delegation,press", "--force", "--json")
    assert said.json["pages"] == 1
    said = call("print", "badges", small, target, "--days", "2024-09-15", "--force", "--json")
    assert said.json["pages"] == 1


def test_badges_on_sheets_are_counted(call: Call, small: Path, tmp_path: Path) -> None:
    target = tmp_path / "sheets.pdf"
    said = call("print", "badges", small, target, "--impose", "a4", "--duplex", "--start-cell", "4", "--json").json
    assert {name: said[name] for name in ("people", "badges", "sheets", "pages")} == {
        "people": 2,
        "badges": 2,
        "sheets": 2,
        "pages": 4,
    }
    assert call("print", "badges", small, target, "--impose", "letter", "--order", "name", "--force").out.startswith(
        "Printed 2 people, 2 badges, 1 sheet to"
    )
    test = ("--impose", "sra3", "--duplex", "short", "--alignment-test", "--force")
    assert "2 pages" in call("print", "badges", small, target, *test).out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("badges", "--impose", "a9"), "a4, a3, avery-5395"),
        (("badges", "--impose", "avery-l4785"), "does not fit on avery-l4785"),
        (("badges", "--impose", "a4", "--start-cell", "5"), "from 1 to 4"),
        (("badges", "--impose", "a4", "--offset", "left"), "1.5,-0.8"),
        (("badges", "--impose", "a4", "--offset", "90,0"), "up to 50 mm"),
        (("badges", "--duplex"), "Name a sheet with --impose"),
        (("badges", "--alignment-test"), "Name one with --impose"),
        (("plan", "--hall", "Hall 9"), "no hall 'Hall 9'. Did you mean"),
        (("plan", "--zone", "Innovatoin"), "Did you mean Innovation?"),
        (("plan", "--sheet", "A7"), "A4, A3, A2, A1, A0"),
        (("plan", "--scale", "0"), "1:0"),
        (("plan", "--scale", "two"), "two"),
        (("plan", "--scale", "50", "--sheet", "A4"), "1:50"),
        (("plan", "--view", "x-ray"), "public, staff, permit"),
        (("plan", "--lang", "fr"), "en, zh, both"),
        (("plan", "--atlas", "--zone", "Innovation"), "Leave out --zone and --view-box"),
        (("plan", "--with", "booths,seats"), "booths, fascia, services, permit"),
        (("plan", "--tile", "A2"), "Choose one of A4, A3"),
        (("plan", "--view-box", "1,2,3"), "0,0,40,25"),
        (("plan", "--view-box", "1,2,inf,4"), "0,0,40,25"),
        (("plan", "--view-box", "0,0,0.5,20"), "at least 1 m"),
        (("plan", "--view-box", "900,900,20,20"), "shows nothing"),
        (("plan", "--view-box", "0,0,20,20", "--zone", "Innovation"), "Leave out --zone or --view-box"),
        (("plan", "--part", "hall=Hall 1;scale=big"), "Write scale=200"),
        (("plan", "--part", "hall=Hall 1;colour=red"), "there are hall, zone, box, scale, title, each once"),
        (("plan", "--part", "zone=Innovation;zone=Innovation"), "each once"),
        (("plan", "--part", "zone=Innovation;box=0,0,9,9"), "Leave out zone or box"),
        (("plan", "--part", "zone=Innovatoin"), "Did you mean Innovation?"),
        (("plan", "--part", "hall=Hall 1;box=0,0,20"), "--part: '0,0,20' is no part of a hall"),
        (("plan", "--part", "scale=200"), "Add hall=; there are: Hall 1, Hall 2"),
        (("plan", "--part", "hall=Hall 1", "--scale", "200"), "Leave out --zone, --view-box, --scale"),
        (("plan", "--part", "hall=Hall 1", "--atlas"), "Leave out --zone, --view-box, --scale and --atlas"),
        (("plan", "--profile", "pdfx9"), "Take one of: office, pdfx1a, pdfx4"),
        (("plan", "--icc", "shop.icc"), "takes no ICC profile"),
        (("badges", "--profile", "pdfx4", "--icc", "shop.icc"), "shop.icc"),
        (("badges", "--role", "king"), "exhibitor, visitor"),
        (("badges", "--role", "press"), "Nobody"),
        (("badges", "--days", "monday"), "2024-09-12"),
    ],
)
def test_what_cannot_be_printed_is_refused(
    call: Call, small: Path, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    said = call("print", arguments[0], small, tmp_path / "out.pdf", *arguments[1:])
    assert said.status == 2
    assert says in said.err
    assert [item.name for item in tmp_path.iterdir()] == ["small.expo"]


def test_a_print_never_replaces_its_project(call: Call, small: Path) -> None:
    before = small.read_bytes()
    assert call("print", "badges", small, small, "--force").status == 2
    assert small.read_bytes() == before


def test_a_print_that_is_stopped_leaves_nothing(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(badges, "badge_faces", interrupted)
    assert main(["print", "badges", str(small), str(tmp_path / "badges.pdf")]) == 130
    assert "half-written" in capsys.readouterr().err
    assert [item.name for item in tmp_path.iterdir()] == ["small.expo"]


@pytest.mark.parametrize("profile", ["pdfx4", "pdfx1a"])
def test_files_for_the_press_pass_the_preflight(call: Call, small: Path, tmp_path: Path, profile: str) -> None:
    for what, more in (("plan", ("--hall", "二号馆")), ("badges", ())):
        target = tmp_path / f"{what}.pdf"
        said = call("print", what, small, target, "--profile", profile, *more, "--json")
        assert (said.status, said.json["profile"], said.json["findings"]) == (0, profile, [])
        said = call("preflight", target, "--json")
        assert said.status == 0
        assert said.json["profile"] == profile
        assert said.json["conforms"] is True
        assert said.json["findings"] == []
        assert {font["embedding"] for font in said.json["fonts"]} == {"subset"}


def test_an_office_file_is_not_for_the_press(call: Call, small: Path, tmp_path: Path) -> None:
    target = tmp_path / "badges.pdf"
    call("print", "badges", small, target)
    said = call("preflight", target, "--json")
    assert (said.status, said.json["conforms"], said.json["profile"]) == (1, False, "pdfx4")
    first = said.json["findings"][0]
    assert {"rule", "page", "message", "at_mm", "value", "limit", "count"} == set(first)
    assert {"output-intent", "rgb-colour", "bleed", "bleed-box"} <= {one["rule"] for one in said.json["findings"]}
    lines = call("preflight", target).out.splitlines()
    assert lines[-1].startswith(f"{len(said.json['findings'])} findings (")
    assert call("preflight", target, "--profile", "office").status == 0


def test_a_print_with_findings_is_stopped_or_ends_with_status_1(
    call: Call, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data" / "print-profiles"
    folder.mkdir(parents=True)
    shipped = (resources() / "print-profiles" / "pdfx4.json").read_text(encoding="utf-8")
    coarse = shipped.replace('"text_pt": {"value": 4', '"text_pt": {"value": 9')
    (folder / "shop.json").write_text(coarse, encoding="utf-8")
    monkeypatch.setattr(profiles, "user_data", lambda: tmp_path / "data")
    target = tmp_path / "out.pdf"
    said = call("print", "badges", small, target, "--profile", "shop")
    assert said.status == 2
    assert "small-text page 1" in said.err
    assert "--despite-findings" in said.err
    assert not target.exists()
    said = call("print", "badges", small, target, "--profile", "shop", "--despite-findings", "--json")
    assert said.status == 1
    assert {one["rule"] for one in said.json["findings"]} == {"small-text"}
    assert target.exists()


@pytest.mark.parametrize(("name", "says"), [("none.pdf", "no such file"), ("small.expo", "no PDF")])
def test_what_cannot_be_checked_is_refused(call: Call, small: Path, tmp_path: Path, name: str, says: str) -> None:
    said = call("preflight", tmp_path / name)
    assert said.status == 2
    assert says in said.err


def test_a_print_package_is_made_and_is_the_same_again(call: Call, small: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    said = call("print", "package", small, one, "--quantity", "plan=5", "--stock", "badges=R&D board", "--json")
    assert (said.status, said.json["profile"], said.json["findings"]) == (0, "pdfx4", [])
    assert set(said.json["names"]) == {path.name for path in one.iterdir()}
    orders = {line["kind"]: (line["quantity"], line["stock"]) for line in said.json["files"]}
    assert orders["plan"][0] == 5
    assert orders["badges"] == (1, "R&D board")
    call("print", "package", small, two, "--quantity", "plan=5", "--stock", "badges=R&D board")
    assert {p.name: p.read_bytes() for p in one.iterdir()} == {p.name: p.read_bytes() for p in two.iterdir()}
    assert "exists already" in call("print", "package", small, two).err
    assert "badges.pdf" in call("print", "package", small, two, "--profile", "office", "--force").out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--quantity", "5"), "Write plan=... or badges=..."),
        (("--quantity", "plan=none"), "no quantity"),
        (("--sides", "plan=both"), "simplex, duplex"),
        (("--job", "cheap"), "no print job cheap"),
        (("--profile", "pdfx9"), "Take one of"),
        (("--profile", "office", "--icc", "shop.icc"), "takes no ICC profile"),
        (("--view", "x-ray"), "public, staff, permit"),
    ],
)
def test_a_package_that_cannot_be_made_is_refused(
    call: Call, small: Path, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    said = call("print", "package", small, tmp_path / "shop", *arguments)
    assert said.status == 2
    assert says in said.err
    assert [item.name for item in tmp_path.iterdir()] == ["small.expo"]


def test_a_package_never_replaces_a_folder_of_other_things(call: Call, small: Path, tmp_path: Path) -> None:
    before = small.read_bytes()
    said = call("print", "package", small, tmp_path, "--force")
    assert said.status == 2
    assert "other files" in said.err
    assert "not a folder" in call("print", "package", small, small, "--force").err
    assert small.read_bytes() == before


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_plan_is_drawn_as_numbered_pictures(call: Call, small: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / "out" / f"plan.{ending}"
    target.parent.mkdir()
    said = call("print", "plan", small, target, "--json")
    assert said.status == 0
    assert sorted(path.name for path in target.parent.iterdir()) == [
        f"plan-{number}.{ending}" for number in range(1, said.json["pages"] + 1)
    ]
    assert said.json["files"][0] == said.json["file"]
    assert "exists already" in call("print", "plan", small, target).err
    assert "plan-1" in call("print", "plan", small, target, "--force").out


@pytest.mark.parametrize(
    ("name", "arguments", "says"),
    [
        ("plan.svg", ("--dpi", "100"), "Only a PNG"),
        ("plan.png", ("--dpi", "5"), "Give 20 to 1200"),
        ("plan.png", ("--dpi", "1200", "--sheet", "A1"), "too large"),
        ("plan.svg", ("--profile", "pdfx4"), "OUT.pdf for a press"),
    ],
)
def test_pictures_that_cannot_be_drawn_are_refused(
    call: Call, small: Path, tmp_path: Path, name: str, arguments: tuple[str, ...], says: str
) -> None:
    said = call("print", "plan", small, tmp_path / name, *arguments)
    assert said.status == 2
    assert says in said.err
    assert [item.name for item in tmp_path.iterdir()] == ["small.expo"]
