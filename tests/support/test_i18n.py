"""The language that is spoken, and what has no words in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hallwright.support import i18n
from hallwright.support.errors import Refused
from hallwright.support.i18n import ENGLISH, _, chosen, counted, language, use


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use(ENGLISH)


def test_a_text_is_spoken_in_the_language_chosen_last() -> None:
    assert _("confirmed") == "confirmed"
    use("zh_CN")
    assert (language(), _("confirmed"), _("no such text"), _("")) == ("zh_CN", "已确认", "no such text", "")
    use(ENGLISH)
    assert _("confirmed") == "confirmed"


def test_counts_take_the_form_of_the_language() -> None:
    assert [counted("{number} booth", "{number} booths", n) for n in (1, 2, 1204)] == [
        "1 booth",
        "2 booths",
        "1,204 booths",
    ]
    use("zh_CN")
    assert [counted("{number} booth", "{number} booths", n) for n in (1, 1204)] == ["1 个展位", "1,204 个展位"]


@pytest.mark.parametrize(
    ("setting", "system", "spoken"),
    [
        ("", "zh_CN", "zh_CN"),
        ("", "zh-Hans-CN", "zh_CN"),
        ("", "zh_TW.UTF-8", "zh_CN"),
        ("", "zh", "zh_CN"),
        ("", "en_GB", "en"),
        ("", "C", "en"),
        ("", "zha_CN", "en"),
        ("en", "zh_CN", "en"),
        ("zh_CN", "de_DE", "zh_CN"),
        ("tlh", "zh_CN", "zh_CN"),
    ],
)
def test_the_users_choice_comes_before_the_systems(setting: str, system: str, spoken: str) -> None:
    assert chosen(setting, system) == spoken


def test_without_a_catalogue_english_is_spoken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(i18n, "translations", lambda: tmp_path)
    use("zh_CN")
    assert (language(), _("confirmed")) == (ENGLISH, "confirmed")
    file = tmp_path / "zh_CN" / "LC_MESSAGES" / "hallwright.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no catalogue")
    use("zh_CN")
    assert language() == ENGLISH


def test_a_refusal_is_one_line_in_either_language() -> None:
    refusal = Refused("Number A01 is already taken.", "Hall 1", "Choose another.")
    assert refusal.line() == "Hall 1: Number A01 is already taken. Choose another."
    use("zh_CN")
    refusal = Refused(_("It is blocked"), "1号馆", _("Unblock it first."))
    assert refusal.line() == "1号馆：展位已停用。请先恢复可售。"
