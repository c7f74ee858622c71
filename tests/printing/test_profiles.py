"""Print profiles: those that ship are sound, a user's own take their place, bad ones get one clear line."""

import json
from pathlib import Path
from typing import Any

import pytest

from hallwright.printing import profiles
from hallwright.printing.profiles import CHOICES, LIMITS, load, names
from hallwright.support.errors import Refused
from hallwright.support.paths import resources


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder for the user's own print profiles."""
    monkeypatch.setattr(profiles, "user_data", lambda: tmp_path)
    folder = tmp_path / "print-profiles"
    folder.mkdir()
    return folder


def document(name: str = "pdfx4") -> dict[str, Any]:
    text = (resources() / "print-profiles" / f"{name}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def write(folder: Path, name: str, held: Any) -> None:
    (folder / f"{name}.json").write_text(json.dumps(held), encoding="utf-8")


def test_the_profiles_ship_and_everything_in_them_has_its_source() -> None:
    assert names() == ["office", "pdfx1a", "pdfx4"]
    for name in names():
        profile = load(name)
        assert profile.title
        assert profile.title_native
        assert set(profile.choices) == set(CHOICES)
        assert all(profile.sources[key] for key in (*profile.choices, *profile.limits))
    assert load("") == load("office")
    assert not load("office").for_press


def test_the_limits_are_those_of_the_field() -> None:
    for name, standard, version in (("pdfx4", "PDF/X-4", "1.6"), ("pdfx1a", "PDF/X-1a:2003", "1.4")):
        profile = load(name)
        assert (profile.standard, profile.choices["pdf_version"], profile.for_press) == (standard, version, True)
        assert set(profile.limits) == LIMITS
        wanted = {"ink_percent": 300, "hairline_pt": 0.25, "text_pt": 4, "image_ppi": 225, "bitmap_ppi": 550}
        assert {key: profile.limits[key] for key in wanted} == wanted
        assert profile.limit("bleed_mm") == 3
        assert profile.condition is not None
        assert (profile.condition.identifier, profile.condition.name) == (
            "FOGRA39",
            "Coated FOGRA39 (ISO 12647-2:2004)",
        )
        assert profile.condition.icc.is_file()
    assert load("pdfx1a").choices["transparency"] == "forbidden"


def test_a_users_own_takes_the_place_and_new_ones_are_found(own: Path) -> None:
    held = document()
    held["limits"]["bleed_mm"]["value"] = 5
    write(own, "pdfx4", held)
    write(own, "shop", held)
    assert load("pdfx4").limit("bleed_mm") == 5
    assert names() == ["office", "pdfx1a", "pdfx4", "shop"]
    condition = load("shop").condition
    # Its ICC profile lies beside it, or is the program's own.
    assert condition is not None
    assert condition.icc == resources() / "print-profiles" / "ISOcoated_v2_300_bas.icc"
    (own / "ISOcoated_v2_300_bas.icc").write_bytes(b"own")
    write(own, "other", held)
    other = load("other").condition
    assert other is not None
    assert other.icc.parent == own


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"choices": {}}, "choices.standard is missing"),
        ({"limits": {"hairline_mm": {"value": 1}}}, "limits knows no hairline_mm"),
        ({"limits": {"hairline_pt": {"value": "thin"}}}, "limits.hairline_pt.value is no number"),
        ({"limits": {"hairline_pt": {"value": True}}}, "limits.hairline_pt.value is no number"),
        ({"limits": {"hairline_pt": 1}}, "limits.hairline_pt is no table"),
        ({"limits": []}, "limits is no table"),
        ({"condition": None}, "needs a condition"),
        ({"condition": {"icc": "../../secret.icc"}}, "no name of a file"),
    ],
)
def test_what_is_wrong_with_a_profile_is_said(own: Path, change: dict[str, Any], says: str) -> None:
    write(own, "shop", {**document(), **change})
    with pytest.raises(Refused, match=says) as refused:
        load("shop")
    assert "shop.json" in refused.value.where


def test_choices_that_do_not_go_together(own: Path) -> None:
    held = document()
    held["choices"]["standard"]["value"] = ""
    write(own, "shop", held)
    with pytest.raises(Refused, match="go together"):
        load("shop")
    held["choices"]["standard"]["value"] = "PDF/X-9"
    write(own, "shop2", held)
    with pytest.raises(Refused, match="PDF/X-4, PDF/X-1a:2003"):
        load("shop2")


@pytest.mark.parametrize("name", ["nope", "../office", "a b"])
def test_an_unknown_name(name: str) -> None:
    with pytest.raises(Refused, match="office, pdfx1a, pdfx4"):
        load(name)
