"""Words mean one thing each, and every value has its own word."""

from collections import Counter
from enum import StrEnum

import pytest

from hallwright.exchange import vocabulary
from hallwright.expo.people import Role
from hallwright.expo.space import BOOTH_TYPES, BoothStatus, Construction


@pytest.mark.parametrize(
    ("words", "kind"),
    [(vocabulary.STATUS, BoothStatus), (vocabulary.CONSTRUCTION, Construction), (vocabulary.ROLES, Role)],
)
def test_every_value_is_read_by_its_own_name(words: dict[str, StrEnum], kind: type[StrEnum]) -> None:
    assert {value for value in kind if words.get(value.value) is value} == set(kind)
    assert {value: times > 4 for value, times in Counter(words.values()).items()} == dict.fromkeys(kind, True)


def test_booth_types_are_read_by_the_names_that_are_exported() -> None:
    for sides, name in BOOTH_TYPES.items():
        assert vocabulary.booth_type(name) == vocabulary.booth_type(str(sides)) == {"open_sides": sides}


def test_no_word_is_both_a_type_and_a_construction() -> None:
    assert vocabulary.SIDES.keys() & vocabulary.CONSTRUCTION.keys() == set()


@pytest.mark.parametrize("text", ["All days", "every day", "每天"])
def test_every_day(text: str) -> None:
    assert vocabulary.every_day(text)
    assert not vocabulary.every_day("2024-09-09")
