"""The people of the sample: roles, names, days and codes."""

from collections import Counter
from datetime import date

import pytest

from hallwright.editing.sample import build
from hallwright.editing.sample.names import Names
from hallwright.expo.people import Role
from hallwright.expo.show import Show

LAW = date(2024, 9, 12)


@pytest.fixture(scope="module")
def show() -> Show:
    return build().applied(Show())


def test_every_role_occurs_and_most_are_exhibitors(show: Show) -> None:
    roles = Counter(person.role for person in show.people.values())
    assert set(roles) == set(Role)
    assert roles.most_common(1)[0][0] is Role.EXHIBITOR


def test_codes_are_unique_and_safe_to_print_as_qr(show: Show) -> None:
    codes = [person.code for person in show.people.values()]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("CSW24-") and code.isascii() and code == code.upper() for code in codes)


def test_about_three_hundred_come_for_rule_of_law_day(show: Show) -> None:
    visitors = [person for person in show.people.values() if person.role is Role.VISITOR]
    assert 280 <= sum(person.days == (LAW,) for person in visitors) <= 320


def test_days_are_days_of_the_event(show: Show) -> None:
    days = set(show.event.days)
    assert all(set(person.days) <= days for person in show.people.values())
    assert any(not person.days for person in show.people.values())
    assert all(list(person.days) == sorted(person.days) for person in show.people.values())


def test_delegations_write_traditional_characters(show: Show) -> None:
    groups = {name: show.people.where("delegation", name) for name in ("Hong Kong", "Macao")}
    assert {name: len(group) for name, group in groups.items()} == {"Hong Kong": 24, "Macao": 16}
    natives = "".join(person.native for group in groups.values() for person in group)
    assert set(natives) & set("陳黃張劉吳楊鄭蘇關盧國華偉儀曉")
    # No simplified form of these family names.
    assert not set(natives) & set("陈黄张刘吴杨郑苏关卢国华伟仪晓")
    assert any(person.native == "梁安東" and person.given == "António" for person in groups["Macao"])
    assert all(person.role is Role.DELEGATION for group in groups.values() for person in group)


def test_chinese_names_stand_in_their_own_order(show: Show) -> None:
    families = {"Wang": "王", "Zhang": "张", "Ouyang": "欧阳"}
    seen = [person for person in show.people.values() if person.role is Role.VISITOR and person.family in families]
    assert seen
    for person in seen:
        assert person.native.startswith(families[person.family])
        assert person.latin.endswith(person.family)


def test_scripts_of_guests_from_abroad(show: Show) -> None:
    natives = " ".join(person.native for person in show.people.values())
    for low, high in (("Ѐ", "ӿ"), ("Ͱ", "Ͽ"), ("가", "힣"), ("ぁ", "ヿ")):
        assert any(low <= sign <= high for sign in natives), low


def test_staff_belong_to_those_who_stand_there_and_others_name_their_body(show: Show) -> None:
    for person in show.people.values():
        if person.role is Role.EXHIBITOR:
            assert person.exhibitor is not None
            assert show.booths_of(show.exhibitors[person.exhibitor]), person.id
        else:
            assert person.exhibitor is None
    staffed = {person.exhibitor for person in show.people.values()}
    assert all(row.id in staffed for row in show.exhibitors.values() if show.booths_of(row))


def test_addresses_belong_to_nobody(show: Show) -> None:
    for person in show.people.values():
        local, _, domain = person.email.partition("@")
        assert domain.endswith(".example.com")
        assert local
        assert local.isascii()


def test_no_name_is_given_twice(show: Show) -> None:
    names = Counter((person.given, person.family, person.native) for person in show.people.values())
    assert [name for name, count in names.items() if count > 1] == []


def test_running_out_of_names_is_said() -> None:
    names = Names()
    taken = [names.take("it"), names.take("it")]
    assert len(set(taken)) == 2
    with pytest.raises(LookupError, match="no names are left for 'it'"):
        names.take("it")


def test_all_names_that_can_be_put_together_are_given_before_they_run_out() -> None:
    names = Names()
    taken = {names.take("hk") for _ in range(360)}
    assert len(taken) == 360
    with pytest.raises(LookupError):
        names.take("hk")
