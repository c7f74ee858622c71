"""``people`` and ``erase``."""

from pathlib import Path

from tests.cli.conftest import Call


def test_people_listed_twice_are_found_and_joined(call: Call, small: Path, tmp_path: Path) -> None:
    assert call("people", "duplicates", small).out == "Nobody is listed twice.\n"
    path = tmp_path / "more.csv"
    path.write_text("Badge code,Full name,Company,Phone\n77,Mei LIN,Netease!,123\n")
    call("import", "people", small, path)
    assert call("people", "duplicates", small).status == 0
    path.write_text("Badge code,Full name,Company,Phone\n77,Mei LIN,netease,123\n")
    call("import", "people", small, path)
    said = call("people", "duplicates", small, "--json")
    assert said.status == 1
    assert [one["code"] for one in said.json["duplicates"][0]] == ["1", "77"]
    assert "Joined 2 entries into Mei Lin, 1" in call("people", "join", small, "1", "77").out
    assert call("people", "duplicates", small).status == 0
    assert "no person '77'" in call("people", "join", small, "1", "77").err


def test_quotas_are_compared_with_staff(call: Call, small: Path) -> None:
    said = call("people", "quotas", small, "--json")
    assert said.status == 0
    assert said.json["quotas"][0] == {"exhibitor": "NetEase", "badges": 1, "quota": 4}
    assert "1 of 4  NetEase" in call("people", "quotas", small).out


def test_whoever_is_due_is_erased_as_one_undoable_change(call: Call, small: Path) -> None:
    said = call("erase", small, "--due", "--dry-run")
    assert "Chan" in said.out
    assert call("info", small, "--json").json["people"] == 2
    said = call("erase", small, "--due")
    assert "Erased 1 person." in said.out
    assert "history" in said.out
    assert call("info", small, "--json").json["people"] == 1
    assert "Erased 0 people." in call("erase", small, "--due").out
    call("undo", small)
    assert call("info", small, "--json").json["people"] == 2
    assert call("erase", small, "--person", "Mei Lin", "--json").json["erased"][0]["native"] == "林美"
    assert "--person P, or --due" in call("erase", small).err


def test_the_last_day_is_set_for_all_or_some(call: Call, small: Path) -> None:
    assert "2 people may be kept until 2020-01-31" in call("people", "keep", small, "2020-01-31").out
    assert len(call("erase", small, "--due", "--dry-run", "--json").json["due"]) == 2
    assert "1 person may be kept without" in call("people", "keep", small, "never", "--role", "exhibitor").out
    assert call("erase", small, "--due", "--dry-run", "--json").json["due"][0]["code"] == "2"
    assert call("people", "keep", small, "2020-01-31", "--person", "2", "--json").json["people"] == 1
    assert "2025-03-31, or never" in call("people", "keep", small, "soon").err
    assert "Nobody is chosen" in call("people", "keep", small, "never", "--role", "vip").err
