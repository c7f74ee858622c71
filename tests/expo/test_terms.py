"""Every kind, type, status and role has its word, in English as its value reads."""

from collections.abc import Iterator
from enum import StrEnum

import pytest

from hallwright.expo.people import Role
from hallwright.expo.space import BOOTH_TYPES, Booth, BoothStatus, Construction, FixtureKind
from hallwright.expo.terms import FAULTS, WORDS, term
from hallwright.geometry.outline import fault
from hallwright.support.i18n import ENGLISH, _, use


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use(ENGLISH)


@pytest.mark.parametrize("kinds", [BoothStatus, Construction, FixtureKind, Role])
def test_every_member_has_a_word(kinds: type[StrEnum]) -> None:
    words = [term(member) for member in kinds]
    assert words == [member.value.replace("-", " ") for member in kinds]
    assert set(words) <= WORDS
    use("zh_CN")
    assert not set(map(term, kinds)) & WORDS


def test_every_type_of_booth_has_a_word() -> None:
    use("zh_CN")
    assert [term(name) for _sides, name in sorted(BOOTH_TYPES.items())] == ["封闭", "单面", "角位", "半岛", "岛形"]


def test_a_draft_says_what_is_wrong_in_the_language_spoken() -> None:
    crossing = ((0, 0), (3000, 3000), (3000, 0), (0, 3000))
    booth = Booth(id="b1", hall="h1", number="A01", outline=crossing)
    assert booth.fault == fault(crossing)
    assert booth.fault in FAULTS
    use("zh_CN")
    assert booth.fault == _("the outline crosses itself") == "轮廓自相交叉"
