from dataclasses import replace

from tests.shows import small_show

from hallwright.expo.people import Person, Role
from hallwright.expo.quotas import quota, staff_of
from hallwright.expo.show import Show
from hallwright.rules.badge_quota import check


def staffed(count: int, exhibitor: str = "x1", role: Role = Role.EXHIBITOR) -> Show:
    people = [Person(id=f"s{k}", role=role, native="A", exhibitor=exhibitor, code=f"S{k}") for k in range(count)]
    return small_show().replaced([(None, person) for person in people])


def test_the_quota_follows_area_and_grants() -> None:
    show = small_show()  # three for everybody, one more for each 10 m2
    assert quota(show, show.exhibitors["x1"]) == 4  # 18 m2
    assert quota(show, show.exhibitors["x2"]) == 3  # shares the booth of another
    assert quota(show, show.exhibitors["x3"]) == 2  # one taken back
    free = show.replaced([(show.event, replace(show.event, badge_area=0))])
    assert quota(free, free.exhibitors["x1"]) is None
    none = show.replaced([(show.exhibitors["x3"], replace(show.exhibitors["x3"], badges_extra=-9))])
    assert quota(none, none.exhibitors["x3"]) == 0


def test_an_exhibitor_over_its_quota_is_told_at_its_booth() -> None:
    assert check(staffed(3)) == []  # with Mei Lin four
    show = staffed(4)
    (finding,) = check(show)
    assert (finding.value, finding.limit, finding.booths) == (5, 4, ("b1", "b5"))
    assert "NetEase has 5 staff badges and may have 4" in finding.message
    assert len(staff_of(show, show.exhibitors["x1"])) == 5


def test_a_co_exhibitor_is_told_at_the_booth_of_its_host() -> None:
    (finding,) = check(staffed(4, "x2"))
    assert finding.booths == ("b1", "b5")


def test_others_who_stand_at_a_booth_do_not_count_nor_who_has_none() -> None:
    assert check(staffed(9, role=Role.SPEAKER)) == []
    assert check(staffed(9, "x3")) == []
