"""Halls, zones, fixtures, the event, and booths from a file."""

from datetime import date

import pytest
from tests.shows import BOWTIE, content, small_show

from hallwright.editing import floor
from hallwright.editing.floor import merge_booths
from hallwright.editing.merging import Merge, Record, Rejection
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus, Construction, FixtureKind, Hall
from hallwright.geometry.outline import rectangle
from hallwright.support.errors import Refused

SQUARE = rectangle(0, 0, 3000, 3000)


def merged(show: Show, *rows: dict[str, object], hall: str = "Hall 1") -> tuple[Merge, Show]:
    """Merge rows numbered from 2, and check that merging them again changes nothing."""
    records = [Record(k, values) for k, values in enumerate(rows, 2)]
    found = merge_booths(show, hall, records)
    after = found.change.applied(show)
    again = merge_booths(after, hall, records)
    assert (list(again.change), again.added, again.updated) == ([], 0, 0)
    assert (again.rejected, again.drafts) == (found.rejected, found.drafts)
    assert content(found.change.inverse().applied(after)) == content(show)
    return found, after


def counts(found: Merge) -> tuple[int, int, int]:
    return found.added, found.updated, found.unchanged


def numbered(show: Show, number: str, hall: str = "h1") -> Booth:
    (booth,) = (booth for booth in show.booths.values() if booth.number == number and booth.hall == hall)
    return booth


def test_the_event() -> None:
    show = floor.amend_event(Show.of([]), name="Expo", starts=date(2024, 9, 9)).applied(Show.of([]))
    assert (show.event.name, len(show.event.days)) == ("Expo", 0)
    show = floor.amend_event(show, ends=date(2024, 9, 10)).applied(show)
    assert (len(show.event.days), show.event.revision) == (2, 1)
    assert not floor.amend_event(show, name="Expo")
    with pytest.raises(Refused, match="Expo: The last day comes before the first"):
        floor.amend_event(show, ends=date(2024, 9, 8))


def test_halls_zones_and_fixtures() -> None:
    show = Show.of([])
    show = floor.add_hall(show, " Hall  9 ", rectangle(0, 0, 9000, 9000), name_native="九号馆").applied(show)
    (hall,) = show.halls.values()
    assert (hall.name, hall.name_native) == ("Hall 9", "九号馆")
    show = floor.add_zone(show, hall.id, "Innovation", "#1F77B4", SQUARE).applied(show)
    assert [(zone.name, zone.colour, zone.hall) for zone in show.zones.values()] == [("Innovation", "#1f77b4", hall.id)]
    change = floor.add_fixture(show, hall.id, FixtureKind.FIRE_EXIT, SQUARE)
    assert change.summary == "Add fire exit"
    show = change.applied(show)
    assert [fixture.kind for fixture in show.fixtures.values()] == [FixtureKind.FIRE_EXIT]
    show = floor.amend_hall(show, hall.id, name="hall 9", outline=rectangle(0, 0, 5000, 5000)).applied(show)
    assert show.halls[hall.id].name == "hall 9"
    for typed, kept in ((3_600, 0), (-150, 3_450), (None, None)):
        show = floor.amend_hall(show, hall.id, north=typed).applied(show)
        assert show.halls[hall.id].north == kept


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (lambda s: floor.add_hall(s, " ", SQUARE), "A hall needs a name"),
        (lambda s: floor.add_hall(s, "HALL 1", SQUARE), "There is a hall HALL 1 already. Choose another name."),
        (
            lambda s: floor.add_hall(s, "H", BOWTIE),
            "hall H: It cannot be drawn so: the outline crosses itself. Draw it again.",
        ),
        (lambda s: floor.amend_hall(s, "h1", name="hall 2"), "There is a hall hall 2 already. Choose another name."),
        (
            lambda s: floor.amend_hall(s, "h1", outline=()),
            "hall Hall 1: It cannot be drawn so: the outline has fewer than three corners. Draw it again.",
        ),
        (lambda s: floor.amend_hall(s, "gone", name="x"), "The hall no longer exists. Choose another hall."),
        (lambda s: floor.add_zone(s, "h1", " ", "#123456", SQUARE), "Hall 1: A zone needs a name"),
        (
            lambda s: floor.add_zone(s, "h1", "Z", "red", SQUARE),
            "zone Z: 'red' is no colour. Write it like #1f77b4.",
        ),
        (
            lambda s: floor.add_fixture(s, "h1", FixtureKind.STAGE, ()),
            "stage: It cannot be drawn so: the outline has fewer than three corners. Draw it again.",
        ),
    ],
)
def test_what_the_floor_cannot_be(edit: object, line: str) -> None:
    assert callable(edit)
    with pytest.raises(Refused) as caught:
        edit(small_show())
    assert caught.value.line() == line


def test_a_missing_hall_is_made_around_its_booths() -> None:
    found, after = merged(
        Show.of([]),
        {"number": "1", "outline": rectangle(-1200, 500, 3000, 3000)},
        {"number": "2", "outline": rectangle(9000, 9000, 3050, 3000)},
        hall=" Sector  A ",
    )
    assert counts(found) == (2, 0, 0)
    assert found.change.summary == "Import 2 booths"
    (hall,) = after.halls.values()
    assert (hall.name, hall.outline) == ("Sector A", rectangle(-6000, -4000, 23_000, 20_000))
    assert {booth.hall for booth in after.booths.values()} == {hall.id}
    assert numbered(after, "1", hall.id).outline[0] == (-1200, 500)


def test_no_hall_is_made_for_rows_that_are_rejected() -> None:
    found, after = merged(small_show(), {"number": "Z1"}, hall="Nowhere")
    assert found.rejected == [Rejection(2, "outline", "", "no outline, and no booth Z1 yet")]
    assert len(after.halls) == 2


def test_known_booths_are_found_by_number_within_the_hall() -> None:
    found, after = merged(
        small_show(),
        {"number": "a02", "construction": Construction.SHELL},
        {"number": "A03", "outline": rectangle(6000, 0, 4000, 3000)},
        {"number": "A01", "hall": "hall 2", "note": "here"},
        {"number": "A05"},
    )
    assert counts(found) == (0, 3, 1)
    assert numbered(after, "A02").construction is Construction.SHELL
    assert (numbered(after, "A02").note, numbered(after, "A02").open_sides) == ("ramp", 2)
    assert numbered(after, "A03").outline == rectangle(6000, 0, 4000, 3000)
    assert numbered(after, "A01", "h2").note == "here"
    assert numbered(after, "A01").note == ""


def test_the_only_hall_is_meant_when_none_is_named() -> None:
    show = Show.of([Hall(id="h", name="H", outline=rectangle(0, 0, 9000, 9000))])
    found, after = merged(show, {"number": "1", "outline": SQUARE}, hall="")
    assert numbered(after, "1", "h").outline == SQUARE
    found, _ = merged(small_show(), {"number": "1", "outline": SQUARE}, hall="")
    assert found.rejected == [Rejection(2, "hall", "", "no hall")]


def test_rows_without_number_and_repeated_rows_are_rejected() -> None:
    found, _ = merged(
        small_show(), {"outline": SQUARE}, {"number": "N1", "outline": SQUARE}, {"number": "n1", "outline": SQUARE}
    )
    assert found.rejected == [
        Rejection(2, "number", "", "no number"),
        Rejection(4, "number", "n1", "same number as row 3"),
    ]
    assert counts(found) == (1, 0, 0)


def test_drafts_are_kept_and_listed() -> None:
    crossing = ((0, 0), (3000, 3000), (3000, 0), (0, 4000))
    found, after = merged(
        small_show(), {"number": "N1", "outline": crossing}, {"number": "A02", "outline": BOWTIE}, {"number": "A04"}
    )
    assert found.drafts == [
        Rejection(2, "number", "N1", "the outline crosses itself"),
        Rejection(3, "number", "A02", "the outline crosses itself"),
    ]
    assert numbered(after, "N1").draft
    assert numbered(after, "A02").draft


def test_corners_drawn_twice_are_no_new_outline() -> None:
    doubled = (SQUARE[0], *SQUARE)
    show = small_show()
    show = show.replaced([(show.booths["b6"], Booth(id="b6", hall="h2", number="A01", outline=doubled))])
    found, _ = merged(show, {"number": "A01", "outline": SQUARE}, hall="Hall 2")
    assert counts(found) == (0, 0, 1)


def test_exhibitors_are_assigned_by_name() -> None:
    found, after = merged(
        small_show(),
        {"number": "A02", "exhibitor": "kugou"},
        {"number": "N1", "outline": SQUARE, "exhibitor": "网易", "status": BoothStatus.CONFIRMED},
        {"number": "A05", "exhibitor": "NetEase", "status": BoothStatus.HELD},
        {"number": "A01", "exhibitor": "NetEase", "status": BoothStatus.CONFIRMED},
    )
    assert counts(found) == (1, 2, 1)
    assert found.rejected == []
    assert (numbered(after, "A02").exhibitor, numbered(after, "A02").status) == ("x3", BoothStatus.RESERVED)
    assert not after.exhibitors["x3"].waitlisted
    assert (numbered(after, "N1").exhibitor, numbered(after, "N1").status) == ("x1", BoothStatus.CONFIRMED)
    assert numbered(after, "A05").held_until is not None
    assert numbered(after, "A01").status is BoothStatus.CONFIRMED


@pytest.mark.parametrize(
    ("row", "column", "value", "reason"),
    [
        ({"number": "A02", "exhibitor": "Nobody"}, "exhibitor", "Nobody", "no such exhibitor, import exhibitors first"),
        (
            {"number": "A01", "exhibitor": "Kugou"},
            "exhibitor",
            "Kugou",
            "the booth is let to NetEase, release it first",
        ),
        ({"number": "A03", "exhibitor": "Kugou"}, "exhibitor", "Kugou", "the booth is blocked"),
        (
            {"number": "A04", "exhibitor": "Kugou"},
            "exhibitor",
            "Kugou",
            "the booth is a draft, the outline crosses itself",
        ),
        ({"number": "A02", "exhibitor": "R&D <Lab>"}, "exhibitor", "R&D <Lab>", "it shares its host's booth"),
        (
            {"number": "A02", "status": BoothStatus.RESERVED},
            "status",
            "reserved",
            "a booth without exhibitor cannot be reserved",
        ),
        (
            {"number": "A01", "status": BoothStatus.AVAILABLE},
            "status",
            "available",
            "a let booth cannot be available, release it first",
        ),
        (
            {"number": "A02", "exhibitor": "Kugou", "status": BoothStatus.BLOCKED},
            "status",
            "blocked",
            "a let booth cannot be blocked, release it first",
        ),
    ],
)
def test_what_cannot_stand_leaves_the_rest(row: dict[str, object], column: str, value: str, reason: str) -> None:
    found, after = merged(small_show(), {**row, "note": "new"})
    assert found.rejected == [Rejection(2, column, value, f"{reason}; the rest of the row is taken")]
    assert numbered(after, str(row["number"])).note == "new"


def test_status_alone() -> None:
    found, after = merged(
        small_show(),
        {"number": "A02", "status": BoothStatus.BLOCKED},
        {"number": "A03", "status": BoothStatus.AVAILABLE},
        {"number": "A05", "status": BoothStatus.OFFERED},
    )
    assert (counts(found), found.rejected) == ((0, 3, 0), [])
    assert [numbered(after, number).status.value for number in ("A02", "A03", "A05")] == [
        "blocked",
        "available",
        "offered",
    ]
    assert numbered(after, "A05").held_until is None


def test_imported_booths_take_their_open_sides_from_the_plan_unless_the_file_names_others() -> None:
    def record(row: int, number: str, left: int, **values: object) -> Record:
        return Record(row, {"number": number, "outline": rectangle(left, 0, 3000, 3000), **values})

    records = [record(2, "A1", 0), record(3, "A2", 3000), record(4, "A3", 6000, open_sides=1), record(5, "B1", 20_000)]
    show = floor.merge_booths(Show(), "Hall 1", records).change.applied(Show())
    rows = {booth.number: (booth.open_sides, booth.sides_fixed) for booth in show.booths.values()}
    assert rows == {"A1": (3, False), "A2": (2, False), "A3": (1, True), "B1": (4, False)}
    again = floor.merge_booths(show, "Hall 1", records)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 4)
    assert not again.change
