"""``check``: findings by profile, as lines and as a document."""

from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.shows import as_change, booth

from hallwright.expo.event import Event
from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.geometry.outline import rectangle
from hallwright.store.project import create


@pytest.fixture
def facing(tmp_path: Path) -> Path:
    """Return a project in which two booths face each other across 2.6 m."""
    rows = [
        Event(id="e", name="Expo"),
        Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 60_000, 40_000)),
        booth("a", "A1", 10_000, 10_000),
        booth("b", "B1", 15_600, 10_000),
    ]
    path = tmp_path / "facing.expo"
    create(path, as_change(Show.of(rows))).close()
    return path


def test_a_profile_decides_what_is_found(call: Call, facing: Path) -> None:
    assert call("check", facing).out == "No findings.\n"
    said = call("check", facing, "--profile", "shanghai", "--json")
    assert said.status == 1
    assert said.json["findings"] == [
        {
            "rule": "aisle-width",
            "severity": "warning",
            "booths": ["A1", "B1"],
            "hall": "Hall 1",
            "at_m": [14.3, 11.5],
            "value": 2.6,
            "limit": 3.0,
            "message": "The aisle between A1, B1 is 2.6 m wide, not 3 m: move the booths apart.",
            "line_m": [[13.0, 11.5], [15.6, 11.5]],
        }
    ]
    assert "warning aisle-width A1, B1 at 14.3, 11.5 m: " in call("check", facing, "--profile", "shanghai").out


def test_a_profile_that_is_not_there_is_refused_with_those_that_are(call: Call, facing: Path) -> None:
    said = call("check", facing, "--profile", "atlantis")
    assert said.status == 2
    assert "There is no rule profile atlantis" in said.err
    assert "shanghai" in said.err
