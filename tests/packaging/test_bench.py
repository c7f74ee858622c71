"""The bench: every figure is taken, and told in the promised shape. How fast anything is, is not asserted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BENCH = ROOT / "packaging" / "bench.py"
FLOORS = ROOT.parent / "shared" / "floors"


def bench(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BENCH), *args], capture_output=True, text=True, encoding="utf-8", check=False, timeout=300
    )


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    done = bench("--quick", "--json")
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert list(document) == ["rows"]
    return list(document["rows"])


def test_every_row_has_the_promised_keys(rows: list[dict[str, object]]) -> None:
    for row in rows:
        assert list(row) == ["name", "n", "value", "unit", "floor", "ratio", "peer"]
        assert isinstance(row["name"], str)
        assert isinstance(row["n"], int)
        assert row["n"] > 0
        assert isinstance(row["value"], int | float)
        assert row["unit"] in {"ms", "per_second", "mb"}
        # A ratio without saying to what would be worth nothing.
        assert (row["ratio"] is None) == (row["floor"] is None)
        assert row["floor"] is None or row["peer"]


def test_every_group_gives_figures(rows: list[dict[str, object]]) -> None:
    names = {str(row["name"]) for row in rows}
    for start in (
        "repaint",
        "pan",
        "zoom",
        "drag",
        "band",
        "open",
        "move",
        "generate",
        "import",
        "plan",
        "badges",
        "verify",
        "proofs",
        "review",
        "window",
    ):
        assert any(name.startswith(start) for name in names), start
    assert len({(row["name"], row["n"]) for row in rows}) == len(rows)


def test_ratios_are_to_the_bare_loops(rows: list[dict[str, object]]) -> None:
    if not FLOORS.is_dir():
        pytest.skip("the bare loops are not beside this checkout")
    for name in (
        "repaint, p50",
        "open, wall",
        "plan at 1:300 on A0",
        "plan, whole command",
        "badges",
        "badges, peak memory",
        "window, peak memory",
    ):
        assert [row for row in rows if row["name"] == name and row["ratio"]], name


def test_the_table_holds_only_the_group_asked_for() -> None:
    done = bench("--quick", "--only", "print")
    assert done.returncode == 0, done.stderr
    first, *lines = done.stdout.splitlines()
    assert first.split()[:3] == ["figure", "n", "value"]
    assert {line.split()[0].rstrip(",") for line in lines} == {"plan", "atlas"}


def test_filling_a_hall_its_undo_and_the_standstill_are_told(rows: list[dict[str, object]]) -> None:
    told = {str(row["name"]): row for row in rows if str(row["name"]).startswith("generate")}
    assert list(told) == ["generate, painted", "generate, undo painted", "generate, longest standstill"]
    # As many as were asked for, or a little more; all of them, and all gone.
    assert {row["n"] for row in told.values()} <= set(range(50, 90))


def test_an_unknown_group_is_refused_with_the_known_ones() -> None:
    done = bench("--only", "everything")
    assert done.returncode == 2
    assert "canvas" in done.stderr
