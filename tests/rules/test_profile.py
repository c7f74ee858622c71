"""Rule profiles: those that ship are sound, a user's own take their place, bad ones get one clear line."""

import json
from pathlib import Path

import pytest

from hallwright.expo.event import Event
from hallwright.expo.show import Show
from hallwright.rules import profile
from hallwright.rules.profile import DEFAULT, KINDS, Limit, load, names, profile_of
from hallwright.support.errors import Refused


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder for the user's own profiles."""
    monkeypatch.setattr(profile, "user_data", lambda: tmp_path)
    folder = tmp_path / "profiles"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, **document: object) -> None:
    (folder / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")


def test_the_profiles_of_the_field_ship_and_each_number_has_its_source() -> None:
    assert names() == ["general", "gb50016", "guangzhou", "mvstaettvo", "nfpa", "shanghai"]
    for name in names():
        found = load(name)
        assert found.title
        assert found.heights.keys() == found.prices.keys() == KINDS
        assert all(limit.source for limit in (*found.limits.values(), *found.heights.values()))
        assert all(price.source for price in found.prices.values())


def test_the_numbers_are_those_of_the_venues() -> None:
    shanghai, guangzhou, germany = load("shanghai"), load("guangzhou"), load("mvstaettvo")
    assert [shanghai.mm(key) for key in ("aisle_mm", "main_aisle_mm", "exit_clear_mm", "hydrant_radius_mm")] == [
        3000,
        6000,
        3000,
        1400,
    ]
    assert "shexpocenter.com" in shanghai.limits["aisle_mm"].source
    assert (guangzhou.mm("aisle_mm"), guangzhou.mm("wall_gap_mm"), guangzhou.mm("row_mm")) == (4000, 1000, 25_000)
    assert (germany.mm("block_depth_mm"), germany.mm("hydrant_radius_mm")) == (30_000, None)
    assert "unsourced" in germany.limits["block_depth_mm"].source


def test_an_empty_name_is_the_default_and_an_unknown_one_is_refused_with_those_there_are() -> None:
    assert load("").name == load("  ").name == DEFAULT
    for name in ("atlantis", "../shanghai", "a/b", "Shanghai"):
        with pytest.raises(Refused, match="general, gb50016"):
            load(name)


def test_a_user_s_file_takes_the_place_of_the_program_s_and_is_read_anew_when_it_changes(own: Path) -> None:
    write(own, "shanghai", title="Ours", limits={"aisle_mm": {"value": 3500}})
    assert load("shanghai").limits == {"aisle_mm": Limit(3500, "unsourced")}
    assert load("shanghai").title == "Ours"
    write(own, "our-hall", limits={})
    assert "our-hall" in names()
    assert load("our-hall").title == "our-hall"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "the file is no table"),
        ('{"limits": 3}', "limits is no table"),
        ('{"limits": {"aisle": {"value": 3000}}}', "limits knows no aisle; it knows aisle_mm"),
        ('{"limits": {"aisle_mm": 3000}}', "limits.aisle_mm is no table"),
        ('{"limits": {"aisle_mm": {"value": "3 m"}}}', "limits.aisle_mm.value is no number"),
        ('{"limits": {"aisle_mm": {"value": true}}}', "limits.aisle_mm.value is no number"),
        ('{"limits": {"aisle_mm": {"value": -1}}}', "limits.aisle_mm.value is no number"),
        ('{"limits": {"row_mm": {"value": 1, "strict": "yes"}}}', "limits.row_mm.strict is neither true nor false"),
        ('{"limits": {"aisle_mm": {"value": NaN}}}', "limits.aisle_mm.value is no number"),
        ('{"heights_mm": {"tower": {"value": 1}}}', "heights_mm knows no tower"),
        ('{"prices": {"inline": {"surcharge_percent": "much"}}}', "prices.inline.surcharge_percent is no number"),
        ('{"prices": {"palace": {}}}', "prices knows no palace"),
        (" " * 1_000_001, "too long"),
    ],
)
def test_a_bad_file_gets_one_line_that_names_it(own: Path, text: str, told: str) -> None:
    (own / "ours.json").write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as caught:
        load("ours")
    line = caught.value.line()
    assert told in line
    assert "ours.json" in line
    assert "\n" not in line
    assert caught.value.mend


def test_bytes_that_are_no_text_are_a_bad_file_too(own: Path) -> None:
    (own / "ours.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused, match="no JSON"):
        load("ours")


def test_a_show_s_profile_is_the_event_s_or_else_the_program_s_own_default(own: Path) -> None:
    assert profile_of(Show.of([Event(id="e", name="Expo", profile="nfpa")])).name == "nfpa"
    assert profile_of(Show.of([Event(id="e", name="Expo", profile="atlantis")])).name == DEFAULT
    (own / "general.json").write_text("{", encoding="utf-8")
    assert profile_of(Show.of([])).mm("aisle_mm") == 2400
