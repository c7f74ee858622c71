"""``new`` and ``info``."""

from pathlib import Path

import pytest
from tests.cli.conftest import Call

from hallwright.store.marks import SCHEMA


def test_a_new_project_is_empty(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "new.expo"
    assert call("new", path).status == 0
    document = call("info", path, "--json").json
    assert {document[key] for key in ("halls", "zones", "booths", "drafts", "exhibitors", "people", "changes")} == {0}
    assert (document["gross_m2"], document["utilisation"], document["schema"]) == (0, 0, str(SCHEMA))


def test_the_sample_is_the_first_change(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "demo.expo"
    assert "sample expo" in call("new", path, "--sample").out
    document = call("info", path, "--json").json
    assert document["gross_m2"] == 10_000
    assert document["event"]["name_native"]
    assert document["changes"] == 1
    assert document["booths"] > 300


def test_info_says_what_is_there(call: Call, small: Path) -> None:
    document = call("info", small, "--json").json
    assert document == {
        "event": {
            "name": "Expo",
            "name_native": "博览会",
            "theme": "",
            "theme_native": "",
            "venue": "",
            "venue_native": "",
            "starts": "2024-09-09",
            "ends": "2024-09-15",
            "numbers_frozen_on": "2024-08-01",
            "profile": "general",
            "badges_first": 3,
            "badge_area": 10_000_000,
            "badge_key": "",
        },
        "halls": 2,
        "zones": 1,
        "booths": 6,
        "drafts": 1,
        "exhibitors": 3,
        "people": 2,
        "gross_m2": 3300.0,
        "net_m2": 45.0,
        "utilisation": 0.0136,
        "sold_m2": 9.0,
        "schema": str(SCHEMA),
        "changes": 1,
        "north": {},
    }
    text = call("info", small).out
    assert "Expo 博览会, 2024-09-09 to 2024-09-15" in text
    assert "6 booths, of which 1 draft" in text


def test_an_existing_project_is_not_replaced_unless_forced(call: Call, small: Path) -> None:
    before = small.read_bytes()
    said = call("new", small)
    assert said.status == 2
    assert "exists already" in said.err
    assert small.read_bytes() == before
    assert call("new", small, "--force").status == 0
    assert call("info", small, "--json").json["booths"] == 0


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.expo", None, "no such file"),
        ("plan.csv", b"Booth No,Area\nA1,9\n", "no Hallwright project"),
        ("empty.expo", b"", "no Hallwright project"),
    ],
)
def test_what_is_no_project_is_refused_in_one_line(
    call: Call, tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    for command in ("info", "check", "log", "undo"):
        said = call(command, path)
        assert said.status == 2
        assert says in said.err
        assert name in said.err
    assert path.exists() == (content is not None)


def test_a_database_server_is_refused(call: Call) -> None:
    said = call("info", "postgresql+psycopg://anna:secret@db/expo")
    assert said.status == 2
    assert "secret" not in said.err


def test_a_folder_that_is_missing_is_refused(call: Call, tmp_path: Path) -> None:
    assert call("new", tmp_path / "none" / "new.expo", "--sample").status == 2
    assert list(tmp_path.iterdir()) == []
