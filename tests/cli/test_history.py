"""``log``, ``undo``, ``redo``, ``version`` and ``check``."""

from pathlib import Path

from tests.cli.conftest import Call


def test_undo_and_redo_go_through_the_journal(call: Call, small: Path) -> None:
    call("assign", small, "A02", "Kugou")
    undone = call("undo", small, "--json").json
    assert (undone["summary"], undone["next_undo"], undone["next_redo"]) == (
        "A02 to Kugou",
        None,
        "A02 to Kugou",
    )
    assert call("redo", small).out == "Done again: A02 to Kugou.\n"
    entries = call("log", small, "--json").json["entries"]
    assert [(e["seq"], e["kind"], e["target"]) for e in entries] == [
        (1, "found", None),
        (2, "do", None),
        (3, "undo", 2),
        (4, "redo", 2),
    ]
    lines = call("log", small).out.splitlines()
    assert lines[2].endswith("Undo: A02 to Kugou, 2 rows")


def test_there_may_be_nothing_to_undo_or_redo(call: Call, small: Path) -> None:
    assert "nothing to redo" in call("redo", small).err
    said = call("undo", small)
    assert said.status == 2
    assert "nothing to undo" in said.err
    assert call("info", small, "--json").json["changes"] == 1


def test_versions_are_named_and_listed(call: Call, small: Path) -> None:
    assert call("version", small).out == "No version has a name yet.\n"
    assert call("version", small, "Final", "--json").json["change"] == 1
    said = call("version", small, "final")
    assert said.status == 2
    assert "already" in said.err
    assert "needs a name" in call("version", small, "").err
    assert [version["name"] for version in call("version", small, "--json").json["versions"]] == ["Final"]


def test_check_has_one_line_a_finding_and_ends_with_1(call: Call, small: Path, tmp_path: Path) -> None:
    said = call("check", small)
    assert said.status == 1
    assert len(said.out.splitlines()) == 1
    assert said.out.startswith("warning booth-draft A04 at ")
    finding = call("check", small, "--json").json["findings"][0]
    assert (finding["rule"], finding["severity"], finding["booths"]) == ("booth-draft", "warning", ["A04"])
    assert (finding["hall"], finding["at_m"]) == ("Hall 1", [1.5, 1.5])
    keys = {"rule", "severity", "booths", "hall", "at_m", "line_m", "value", "limit", "message"}
    assert set(finding) == keys
    call("new", tmp_path / "new.expo")
    clean = call("check", tmp_path / "new.expo")
    assert (clean.status, clean.out) == (0, "No findings.\n")
