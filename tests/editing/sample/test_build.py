"""The sample as a whole: the same each time, complete, and without a fault."""

import json
import subprocess
import sys
from collections import Counter

import pytest

from hallwright.editing.sample import build
from hallwright.expo.codec import to_plain
from hallwright.expo.event import Event, ThemeDay
from hallwright.expo.show import KINDS, Show
from hallwright.rules import rulebook
from hallwright.rules.finding import Severity
from hallwright.support.ids import new_id


@pytest.fixture(scope="module")
def show() -> Show:
    return build().applied(Show())


def test_build_is_one_change_that_only_creates() -> None:
    change = build()
    assert (change.operation, change.summary) == ("sample", "Sample expo")
    assert all(edit.before is None for edit in change)
    kinds = [KINDS.index(type(edit.row)) for edit in change]
    assert kinds == sorted(kinds)


def test_build_is_the_same_twice_and_under_another_hash_seed() -> None:
    assert build() == build()
    script = (
        "import json, hashlib; from hallwright.editing.sample import build; from hallwright.expo.codec import to_plain;"
        "print(hashlib.sha256(json.dumps([to_plain(e.row) for e in build()]).encode()).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].strip()) == 64


def test_ids_are_unique_and_look_like_others(show: Show) -> None:
    ids = [row.id for row in show.rows()]
    assert len(set(ids)) == len(ids)
    assert {len(key) for key in ids} == {len(new_id())}
    assert set("".join(ids)) <= set("0123456789abcdefghjkmnpqrstvwxyz")
    assert all(row.revision == 0 for row in show.rows())


def test_rows_can_be_written_as_json(show: Show) -> None:
    text = json.dumps([to_plain(row) for row in show.rows()], ensure_ascii=False)
    assert "网络安全为人民，网络安全靠人民" in text


def test_no_rule_finds_an_error(show: Show) -> None:
    assert [finding.message for finding in rulebook.check(show) if finding.severity is Severity.ERROR] == []


def test_the_event_is_the_reported_one(show: Show) -> None:
    assert len(show.table(Event)) == 1
    event = show.event
    assert event.name_native.startswith("2024年国家网络安全宣传周")
    assert [day.isoformat() for day in (event.days[0], event.days[-1])] == ["2024-09-09", "2024-09-15"]
    days = {row.name: row.day for row in show.table(ThemeDay).values()}
    assert len(days) == 6
    assert days["Rule of Law Day"].isoformat() == "2024-09-12"
    assert set(days.values()) <= set(event.days)


def test_there_is_about_as_much_of_everything_as_promised(show: Show) -> None:
    counts = Counter(type(row).__name__ for row in show.rows())
    assert counts["Hall"] == 1
    assert counts["Zone"] == 6
    assert 330 <= counts["Booth"] <= 370
    assert counts["Exhibitor"] == 260
    assert 880 <= counts["Person"] <= 930
