import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shows import booth, shows, small_show

from hallwright.editing.change import Change
from hallwright.editing.copying import FORMAT, duplicate, from_text, paste, plain_lines, to_text
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus, Construction
from hallwright.geometry.outline import bounds
from hallwright.support.errors import Refused


def made(change: Change) -> list[Booth]:
    return [edit.after for edit in change if edit.before is None and isinstance(edit.after, Booth)]


@pytest.fixture
def show() -> Show:
    return small_show()


def test_a_duplicate_continues_the_series_and_is_nobodys(show: Show) -> None:
    change = duplicate(show, ["b1", "b2"], 500, 6000)
    first, second = made(change)
    assert (first.number, second.number) == ("A06", "A07")
    assert change.summary == "Duplicate 2 booths as A06–A07"
    assert (first.exhibitor, first.status, first.held_until) == (None, BoothStatus.AVAILABLE, None)
    assert (second.construction, second.note, second.former_numbers) == (Construction.RAW, "ramp", ())
    assert bounds(first.outline)[:2] == (500, 6000)
    assert first.id not in show.booths
    assert first.revision == 0


def test_one_duplicate_is_named_with_its_original(show: Show) -> None:
    assert duplicate(show, ["b5"], 0, 3000).summary == "Duplicate A05 as A06"
    assert not duplicate(show, [], 0, 3000)


def test_booths_without_a_number_get_copies_without_one() -> None:
    show = Show.of([*small_show().rows(), booth("n", "")])
    assert [row.number for row in made(duplicate(show, ["n"], 0, 0))] == [""]


def test_pasted_booths_keep_free_numbers_and_come_to_lie_at_the_pointer(show: Show) -> None:
    text = to_text([show.booths["b1"], show.booths["b2"]])
    there = made(paste(show, "h2", text, (10_000, 5000)))
    assert [row.number for row in there] == ["A02", "A03"], "A01 is taken in the other hall, and its next with it"
    assert bounds(there[0].outline)[:2] == (7000, 3500)
    assert {row.hall for row in there} == {"h2"}
    here = made(paste(show, "h1", text, shift=(100, 200)))
    assert [row.number for row in here] == ["A06", "A07"]
    assert bounds(here[0].outline)[:2] == (100, 200)


def test_the_text_names_nobody(show: Show) -> None:
    text = to_text(list(show.booths.where("hall", "h1")))
    document = json.loads(text)
    assert document["format"] == FORMAT
    assert all(not {"exhibitor", "status", "held_until", "id", "hall"} & set(values) for values in document["booths"])


@given(shows())
def test_what_was_copied_is_read_back(show: Show) -> None:
    rows = list(show.booths.values())
    back = from_text(to_text(rows)).booths
    assert [(row.number, row.outline, row.open_sides, row.construction) for row in back] == [
        (row.number, row.outline, row.open_sides, row.construction) for row in rows
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A01\tA02",
        "null",
        "[]",
        "{}",
        '{"format": "hallwright-booths", "booths": 3}',
        '{"format": "hallwright-booths", "booths": [[]]}',
        '{"format": "hallwright-booths", "booths": [{}]}',
        '{"format": "hallwright-booths", "booths": [{"number": "A", "outline": [[0, 0], [1, 0]]}]}',
        '{"format": "hallwright-booths", "booths": [{"number": "A", "outline": [[0, 0], [1.5, 0], [1, 1]]}]}',
        '{"format": "hallwright-booths", "booths": [{"number": "A", "outline": [[0, 0], [1e300, 0], [1, 1]]}]}',
        '{"format": "hallwright-booths", "booths": [{"number": 1, "outline": [[0, 0], [9, 0], [9, 9]]}]}',
        '{"format": "hallwright-booths", "booths": [{"number": "A", "open_sides": 9, "outline": [[0,0],[9,0],[9,9]]}]}',
        '{"format": "hallwright-booths", "booths": [{"construction": "tent", "outline": [[0,0],[9,0],[9,9]]}]}',
        "[" * 100_000,
    ],
)
def test_any_other_text_is_refused_in_one_line(show: Show, text: str) -> None:
    with pytest.raises(Refused, match=r"^The clipboard holds no booths\. Copy booths first\.$"):
        paste(show, "h1", text)


@given(st.text())
def test_no_text_does_more_than_be_refused(text: str) -> None:
    with pytest.raises(Refused):
        from_text(text)


def test_there_must_be_a_hall_and_a_booth(show: Show) -> None:
    with pytest.raises(Refused, match="no hall"):
        paste(show, "gone", to_text([show.booths["b1"]]))
    with pytest.raises(Refused, match="holds no booths"):
        paste(show, "h1", to_text([]))


def test_other_programs_get_number_and_size_by_tabs(show: Show) -> None:
    assert list(plain_lines([show.booths["b1"]])) == ["A01\t3\t3"]
