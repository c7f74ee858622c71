"""``print plan`` and ``print badges``."""

from pathlib import Path

import pytest
from tests.cli.conftest import Call

from hallwright.cli.main import main
from hallwright.printing import badges


@pytest.mark.parametrize("options", [(), ("--hall", "二号馆", "--sheet", "a2", "--lang", "zh"), ("--view", "permit")])
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


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("plan", "--hall", "Hall 9"), "no hall 'Hall 9'. Did you mean"),
        (("plan", "--zone", "Innovatoin"), "Did you mean Innovation?"),
        (("plan", "--sheet", "A7"), "A4, A3, A2, A1, A0"),
        (("plan", "--scale", "0"), "1:0"),
        (("plan", "--scale", "two"), "two"),
        (("plan", "--scale", "50", "--sheet", "A4"), "1:50"),
        (("plan", "--view", "x-ray"), "public, staff, permit"),
        (("plan", "--lang", "fr"), "en, zh, both"),
        (("plan", "--profile", "pdfx4"), "office"),
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
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(badges, "badge_pages", interrupted)
    assert main(["print", "badges", str(small), str(tmp_path / "badges.pdf")]) == 130
    assert "half-written" in capsys.readouterr().err
    assert [item.name for item in tmp_path.iterdir()] == ["small.expo"]
