"""People, one by one and from a file."""

import re
from datetime import date

import pytest
from tests.shows import content, small_show

from hallwright.editing import people
from hallwright.editing.merging import Merge, Record, Rejection
from hallwright.editing.people import merge
from hallwright.expo.people import Person, Role
from hallwright.expo.show import Show
from hallwright.expo.space import Zone
from hallwright.geometry.outline import rectangle
from hallwright.support.errors import Refused

CODE = re.compile(r"P[0-9A-HJKMNP-TV-Z]{12}")


def merged(show: Show, *rows: dict[str, object]) -> tuple[Merge, Show]:
    """Merge rows numbered from 2, and check that merging them again changes nothing."""
    records = [Record(k, values) for k, values in enumerate(rows, 2)]
    found = merge(show, records)
    after = found.change.applied(show)
    again = merge(after, records)
    assert (list(again.change), again.added, again.updated) == ([], 0, 0)
    assert again.rejected == found.rejected
    assert content(found.change.inverse().applied(after)) == content(show)
    assert len({person.code for person in after.people.values()}) == len(after.people)
    return found, after


def counts(found: Merge) -> tuple[int, int, int]:
    return found.added, found.updated, found.unchanged


def newest(show: Show) -> Person:
    return list(show.people.values())[-1]


def test_add_amend_delete() -> None:
    show = people.add(small_show(), given="Ann", family="Lee", exhibitor="x1").applied(small_show())
    ann = newest(show)
    assert CODE.fullmatch(ann.code)
    show = people.amend_person(show, ann.id, role=Role.VIP, code="7").applied(show)
    assert (show.people[ann.id].role, show.people[ann.id].code) == (Role.VIP, "7")
    change = people.delete(show, [ann.id, ann.id])
    assert change.summary == "Delete Ann Lee"
    assert ann.id not in change.applied(show).people
    assert people.delete(show, ["p1", "p2"]).summary == "Delete 2 people"


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"given": "", "family": " ", "native": ""}, "A person needs a name"),
        ({"exhibitor": "gone"}, "Mei Lin: The exhibitor no longer exists. Choose another."),
        ({"code": ""}, "Mei Lin: A person needs a badge code"),
        ({"code": "2"}, "Mei Lin: Badge code 2 is already Chan's. Choose another."),
    ],
)
def test_what_a_person_cannot_be(values: dict[str, str], line: str) -> None:
    with pytest.raises(Refused) as caught:
        people.amend_person(small_show(), "p1", **values)
    assert caught.value.line() == line


def test_who_is_not_there() -> None:
    with pytest.raises(Refused, match="The person no longer exists"):
        people.amend_person(small_show(), "gone", job="x")
    with pytest.raises(Refused, match="The person no longer exists"):
        people.delete(small_show(), ["gone"])
    with pytest.raises(Refused, match="A person needs a name"):
        people.add(small_show(), job="x")


def test_new_codes_are_not_taken_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    made = iter(["aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"])
    monkeypatch.setattr(people, "new_id", lambda: next(made))
    first = people.new_code(set())
    assert first == "PAAAAAAAAAAAA"
    assert people.new_code({first}) == "PBBBBBBBBBBBB"


def test_new_people_get_codes_and_exhibitors() -> None:
    found, after = merged(
        small_show(),
        {"given": "Ann", "family": "Lee", "exhibitor": "netease"},
        {"native": "王伟", "exhibitor": "网易", "role": Role.EXHIBITOR},
        {"family": "Noone", "exhibitor": "Unknown Ltd"},
        {"family": "Own", "company": "Kugou", "role": Role.EXHIBITOR, "code": "X-1"},
        {"family": "Guest", "company": "Kugou", "role": Role.VISITOR},
    )
    assert counts(found) == (5, 0, 0)
    assert found.change.summary == "Import 5 people"
    ann, wang, noone, own, guest = list(after.people.values())[2:]
    assert [row.exhibitor for row in (ann, wang, noone, own, guest)] == ["x1", "x1", None, "x3", None]
    assert (noone.company, own.company, own.code) == ("Unknown Ltd", "Kugou", "X-1")
    assert CODE.fullmatch(ann.code)


def test_who_is_the_same_person() -> None:
    show = small_show()
    show = people.add(show, given="Ann", family="Lee", email="ann@x.cn", company="X").applied(show)
    ann = newest(show)
    for row in (
        {"code": ann.code, "given": "Ann", "family": "Li"},
        {"given": "ANN", "family": "Lee", "email": "Ann@X.cn", "company": "Y"},
        {"given": "Ann", "family": "Lee", "company": "x"},
    ):
        found, after = merged(show, {**row, "job": "Boss"})
        assert counts(found) == (0, 1, 0)
        assert after.people[ann.id].job == "Boss"
    found, after = merged(show, {"given": "Ann", "family": "Lee", "company": "Z"})
    assert counts(found) == (1, 0, 0)


def test_a_person_of_an_exhibitor_is_found_by_its_name() -> None:
    for firm in ({"exhibitor": "NetEase"}, {"company": "NetEase"}, {"company_native": "网易"}):
        for name in ({"given": "Mei", "family": "Lin"}, {"native": "林美"}):
            found, after = merged(small_show(), {**firm, **name, "phone": "1"})
            assert counts(found) == (0, 1, 0)
            assert (after.people["p1"].phone, after.people["p1"].exhibitor) == ("1", "x1")


def test_a_name_that_is_split_otherwise_is_no_other_name() -> None:
    show = Show.of([Person(id="p", given="Mei", family="Ling Wong", code="1")])
    found, _ = merged(show, {"given": "Mei Ling", "family": "Wong"})
    assert counts(found) == (0, 1, 0)
    found, after = merged(show, {"family": "Mei Ling Wong"})
    assert counts(found) == (0, 0, 1)
    assert after.people["p"].family == "Ling Wong"


def test_namesakes_with_codes_of_their_own_are_two() -> None:
    rows: list[dict[str, object]] = [{"native": "李伟", "company": "X", "code": code} for code in ("1", "2")]
    found, _ = merged(Show.of([]), *rows)
    assert counts(found) == (2, 0, 0)


def test_rows_without_name_and_repeated_rows_are_rejected() -> None:
    found, _ = merged(
        small_show(),
        {"email": "a@b.c"},
        {"given": "Ann", "family": "Lee"},
        {"given": "ann", "family": "LEE"},
        {"native": "李伟", "code": "9"},
        {"native": "王芳", "code": "9"},
    )
    assert found.rejected == [
        Rejection(2, "name", "", "no name"),
        Rejection(4, "name", "ann LEE", "same person as row 3"),
        Rejection(6, "name", "王芳", "same person as row 5"),
    ]


def test_days_and_absent_fields() -> None:
    found, after = merged(small_show(), {"code": "2", "family": "Chan", "days": ()}, {"code": "1", "family": "Lin"})
    assert counts(found) == (0, 1, 1)
    assert after.people["p2"].days == ()
    assert after.people["p2"].role is Role.DELEGATION
    found, after = merged(small_show(), {"code": "2", "family": "Chan", "days": (date(2024, 9, 11),)})
    assert after.people["p2"].days == (date(2024, 9, 11),)


def test_zones_are_imported_by_name_and_a_wrong_one_rejects_its_row() -> None:
    zones = [
        Zone(id=key, hall="h", name=name, name_native=native, colour="#112233", outline=rectangle(0, 0, 9000, 9000))
        for key, name, native in (("a", "Innovation", "创新区"), ("b", "Industry", ""), ("c", "Industry", ""))
    ]
    show = Show.of(zones)
    found = merge(
        show,
        [
            Record(2, {"given": "A", "access": "创新区"}),
            Record(3, {"given": "B", "access": "innovation; Industry", "seat": "12B"}),
            Record(4, {"given": "C", "access": "Backstage"}),
            Record(5, {"given": "D", "access": "all"}),
        ],
    )
    people = {row.given: row for row in found.change.applied(show).people.values()}
    assert people["A"].access == ("a",)
    assert (people["B"].access, people["B"].seat) == (("a", "b", "c"), "12B")
    assert people["D"].access == ()
    assert [(one.row, one.column, one.value) for one in found.rejected] == [(4, "access", "Backstage")]
