from collections.abc import Mapping
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shows import small_rows

from hallwright.editing.badges import record
from hallwright.editing.duplicates import duplicates, join
from hallwright.expo.people import Person
from hallwright.expo.show import Show
from hallwright.support.errors import Refused

AT = datetime(2024, 9, 9, 7)  # noqa: DTZ001


def people(*rows: Mapping[str, object]) -> Show:
    made = [Person(id=f"d{k}", code=f"D{k}", **values) for k, values in enumerate(rows)]  # type: ignore[arg-type]
    return Show.of([*small_rows(), *made])


def found(show: Show) -> list[tuple[str, ...]]:
    return [tuple(person.id for person in group) for group in duplicates(show)]


@pytest.mark.parametrize(
    "twin",
    [
        {"given": "mei", "family": "LIN", "company": "Netease"},
        {"given": "Lin", "family": "Mei", "exhibitor": "x1"},
        {"native": "林美", "company_native": "网易"},
        {"given": "Méi", "family": "Lin", "company": "NetEase"},
    ],
)
def test_the_same_name_at_the_same_company_is_proposed(twin: dict[str, object]) -> None:
    assert found(people(twin)) == [("p1", "d0")]


@pytest.mark.parametrize(
    "other",
    [
        {"given": "Mei", "family": "Lin"},
        {"given": "Mei", "family": "Lin", "company": "Kugou"},
        {"given": "Mei", "family": "Ling", "company": "NetEase"},
        {"company": "NetEase"},
    ],
)
def test_a_namesake_elsewhere_is_not(other: dict[str, object]) -> None:
    assert found(people(other)) == []


def test_who_is_alike_by_company_and_who_by_address_are_one_group() -> None:
    show = people(
        {"native": "林美", "company_native": "网易", "email": "m@l.cn"},
        {"native": "林美", "email": "M@L.cn"},
    )
    assert found(show) == [("p1", "d0", "d1")]


def test_the_first_is_kept_and_takes_over_what_it_lacks() -> None:
    show = people(
        {"given": "Mei", "company": "NetEase", "job": "Head", "email": "a@b.c", "days": (date(2024, 9, 9),)},
        {"native": "林美美", "phone": "1", "job": "Other"},
    )
    show = record(show, {"d0": "n0"}, AT).applied(show)
    after = join(show, ["p1", "d0", "d1"]).applied(show)
    kept = after.people["p1"]
    assert (kept.given, kept.native, kept.job, kept.email, kept.phone) == ("Mei", "林美", "Head", "a@b.c", "1")
    assert (kept.code, kept.role, kept.days) == ("1", show.people["p1"].role, ())
    assert after.people.keys() == {"p1", "p2"}
    assert after.badges["n0"].person == "p1"
    assert found(after) == []


def test_days_are_those_on_which_any_of_them_may_come() -> None:
    show = people({"native": "A", "days": (date(2024, 9, 9),)}, {"native": "A", "days": (date(2024, 9, 11),)})
    assert join(show, ["d0", "d1"]).applied(show).people["d0"].days == (date(2024, 9, 9), date(2024, 9, 11))


def test_one_entry_alone_cannot_be_joined() -> None:
    for ids in ([], ["p1"], ["p1", "p1"], ["p1", "gone"]):
        with pytest.raises(Refused):
            join(people(), ids)


@given(st.lists(st.tuples(st.sampled_from(["A", "b"]), st.sampled_from(["", "x", "y"])), max_size=6))
def test_everybody_is_in_one_group_at_most_and_joining_them_leaves_none(rows: list[tuple[str, str]]) -> None:
    show = people(*({"native": name, "company": firm, "email": firm} for name, firm in rows))
    groups = found(show)
    assert len({key for group in groups for key in group}) == sum(map(len, groups))
    for group in groups:
        show = join(show, group).applied(show)
    assert found(show) == []
