"""``diff``: two versions compared, in text, as JSON and as a redline."""

from pathlib import Path

import pytest
from tests.cli.conftest import Call


@pytest.fixture
def changed(call: Call, small: Path) -> Path:
    call("version", small, "Draft 1")
    call("assign", small, "A02", "Kugou")
    return small


def test_it_tells_what_differs_what_follows_and_who_must_be_told(call: Call, changed: Path) -> None:
    said = call("diff", changed, "draft 1", "now")
    assert said.status == 0
    assert said.out.splitlines() == [
        "From Draft 1 (change 1) to now (change 2): 3 differences.",
        "  Booth A02, reassigned: To Kugou; was free",
        "  Booth A02, status: available → reserved",
        "  Exhibitor Kugou, status: No longer on the waiting list",
        "What that means for booths: 2 consequences.",
        "  A01, neighbours: Beside it now A02 (Kugou), no longer A02 (free)",
        "  A03, neighbours: Beside it now A02 (Kugou), no longer A02 (free)",
        "Who must be told: 2 exhibitors.",
        "  Kugou: Gets A02 (3 × 3 m, 9 m²)",
        "  NetEase: A01, neighbours: Beside it now A02 (Kugou), no longer A02 (free)",
    ]
    back = call("diff", changed, "2", "#1").out.splitlines()
    assert back[1] == "  Booth A02, reassigned: Free now; was Kugou"
    assert "  Kugou: No longer has a booth; had A02" in back


def test_as_json(call: Call, changed: Path) -> None:
    found = call("diff", changed, "Draft 1", "now", "--json").json
    assert (found["a"], found["b"]) == ({"name": "Draft 1", "change": 1}, {"name": "now", "change": 2})
    assert [(one["kind"], one["subject"], one["what"]) for one in found["differences"]] == [
        ("booth", "A02", "reassigned"),
        ("booth", "A02", "status"),
        ("exhibitor", "Kugou", "status"),
    ]
    assert [one["booth"] for one in found["consequences"]] == ["A01", "A03"]
    assert [one["exhibitor"] for one in found["told"]] == ["Kugou", "NetEase"]
    assert found["told"][0]["booths"] == ["A02"]
    assert "pdf" not in found


def test_nothing_differs_between_a_version_and_itself(call: Call, changed: Path) -> None:
    said = call("diff", changed, "now", "now")
    assert (said.status, said.out) == (0, "Nothing differs from now (change 2) to now (change 2).\n")


def test_a_redline_is_written_whole_and_not_over_another_file(call: Call, changed: Path, tmp_path: Path) -> None:
    out = tmp_path / "redline.pdf"
    made = call("diff", changed, "1", "2", "--pdf", out, "--sheet", "a3", "--json")
    assert made.status == 0
    assert made.json["pdf"]["pages"] == 2
    assert out.read_bytes().startswith(b"%PDF")
    assert call("diff", changed, "1", "2", "--pdf", out).status == 2
    assert call("diff", changed, "1", "2", "--pdf", changed, "--force").status == 2
    press = tmp_path / "press.pdf"
    assert call("diff", changed, "1", "2", "--pdf", press, "--profile", "pdfx4", "--lang", "zh").status == 0
    assert call("preflight", press).status == 0


def test_what_cannot_be_compared_is_refused_in_one_line(call: Call, changed: Path) -> None:
    assert "No version is called 'Draft 2'. Choose one of 'Draft 1'" in call("diff", changed, "Draft 2", "now").err
    assert "The journal has no change 7. Its last one is 2." in call("diff", changed, "7", "now").err
    assert "--sheet: Only a redline is drawn on a sheet" in call("diff", changed, "1", "now", "--sheet", "A3").err
