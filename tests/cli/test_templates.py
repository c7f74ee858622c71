"""Badge templates on the command line."""

from pathlib import Path

from pikepdf import Pdf
from tests.cli.conftest import Call


def test_templates_are_listed_exported_imported_and_printed(call: Call, small: Path, tmp_path: Path) -> None:
    listed = call("template", "list", small, "--json").json["templates"]
    assert [(one["name"], one["roles"], one["parent"]) for one in listed] == [
        ("All", ["all others"], None),
        ("Press", ["press", "vip"], "All"),
    ]
    assert listed[0]["size_mm"] == [86.0, 124.0]
    file = tmp_path / "press.hwbadge"
    assert call("template", "export", small, "press", file, "--json").json["template"] == "Press"
    said = call("template", "import", small, file, "--role", "press", "--json").json
    assert said == {"template": "Press 2", "roles": ["press"], "elements": 13}
    listed = call("template", "list", small, "--json").json["templates"]
    assert [one["roles"] for one in listed] == [["all others"], ["vip"], ["press"]]
    target = tmp_path / "badges.pdf"
    assert call("print", "badges", small, target, "--template", "Press 2", "--json").json["pages"] == 2
    with Pdf.open(target) as pdf:
        assert len(pdf.pages) == 2
    assert "All" in call("template", "list", small).out
    assert call("undo", small).status == 0


def test_what_is_not_there_is_refused(call: Call, small: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    assert "Did you mean Press?" in call("print", "badges", small, target, "--template", "Pres").err
    assert "no badge template 'X'" in call("template", "export", small, "X", target).err
    assert "no such file" in call("template", "import", small, target).err.lower()
    assert "--role" in call("template", "import", small, target, "--role", "king").err
    assert not target.exists()
